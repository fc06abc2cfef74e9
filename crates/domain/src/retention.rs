//! Notes that have had their time: which records lose their note, and nothing else of them.
//!
//! A note to a lesson carries no day of its own (the lesson may have been read long before), so it is not among them.

use crate::{
    check_in::CheckIn,
    collection::Collection,
    day::Day,
    earlier::Earlier,
    goal::Report,
    hobby::{HobbyEntry, What},
    id::Id,
    meeting::Attendance,
    practice::Practice,
    review::Review,
    text::Note,
};

/// A record of a day that carries a note.
pub trait Noted: Clone {
    /// The day it is about; the last one, if there are several.
    fn on(&self) -> Day;
    /// Whether something was written.
    fn has_note(&self) -> bool;
    /// The same without it; `None` if nothing else is in it.
    fn without_note(self) -> Option<Self>;
}

impl Noted for CheckIn {
    fn on(&self) -> Day {
        self.on
    }
    fn has_note(&self) -> bool {
        !self.note.is_empty()
    }
    fn without_note(self) -> Option<Self> {
        Some(Self { note: Note::default(), ..self })
    }
}

impl Noted for Report {
    fn on(&self) -> Day {
        self.on
    }
    fn has_note(&self) -> bool {
        !self.note.is_empty()
    }
    fn without_note(self) -> Option<Self> {
        Some(Self { note: Note::default(), ..self })
    }
}

impl Noted for Attendance {
    fn on(&self) -> Day {
        self.on
    }
    /// What they took with them, or whom they met: both go together.
    fn has_note(&self) -> bool {
        !self.takeaway.is_empty() || !self.met.is_empty()
    }
    fn without_note(self) -> Option<Self> {
        Some(Self { takeaway: Note::default(), met: Note::default(), ..self })
    }
}

impl Noted for Practice {
    fn on(&self) -> Day {
        self.on
    }
    fn has_note(&self) -> bool {
        !self.text.is_empty()
    }
    fn without_note(self) -> Option<Self> {
        Some(Self { text: Note::default(), ..self })
    }
}

impl Noted for Review {
    /// The Sunday: before it is over a week is not looked back at.
    fn on(&self) -> Day {
        let [.., sunday] = self.on.week().days();
        sunday
    }
    fn has_note(&self) -> bool {
        [&self.well, &self.way, &self.change, &self.next].into_iter().any(|note| !note.is_empty())
    }
    /// That the week was looked back at stays.
    fn without_note(self) -> Option<Self> {
        let none = Note::default;
        Some(Self { well: none(), way: none(), change: none(), next: none(), ..self })
    }
}

impl Noted for HobbyEntry {
    fn on(&self) -> Day {
        self.on
    }
    /// What was reached, made or spent, and whom they met, is no note.
    fn has_note(&self) -> bool {
        matches!(&self.what, What::Note(note) if !note.is_empty())
    }
    fn without_note(self) -> Option<Self> {
        Some(self).filter(|one| !matches!(one.what, What::Note(_)))
    }
}

impl Noted for Earlier {
    fn on(&self) -> Day {
        self.on
    }
    fn has_note(&self) -> bool {
        !self.text.is_empty()
    }
    fn without_note(self) -> Option<Self> {
        None
    }
}

/// The records from before `first` that still have a note.
pub fn outlived<T: Noted>(all: &Collection<T>, first: Day) -> Vec<Id<T>> {
    all.iter().filter(|(_, one)| one.on() < first && one.has_note()).map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{collection::Record, day::Minute, money::Money, stamp::Stamp, text::Title};

    fn all<T>(values: impl IntoIterator<Item = T>) -> Collection<T> {
        let mut all = Collection::default();
        for (number, value) in (1..).zip(values) {
            all.merge(Id::fixed(number), Record { changed: Stamp::zero(), value: Some(value) });
        }
        all
    }

    fn today() -> Day {
        Day::parse("2026-11-24").unwrap()
    }

    fn note() -> Note {
        Note::parse("something").unwrap()
    }

    /// What is left of `values` once notes from before 30 days are gone.
    fn left<T: Noted>(values: impl IntoIterator<Item = T>) -> Vec<T> {
        let all = all(values);
        let gone = outlived(&all, today().plus(-29));
        let forget = |(id, one): (Id<T>, &T)| {
            let one = one.clone();
            if gone.contains(&id) { one.without_note() } else { Some(one) }
        };
        all.iter().filter_map(forget).collect()
    }

    #[test]
    fn only_old_notes_go_and_only_the_note() {
        let today = today();
        let mut all = Collection::default();
        for back in 0..60 {
            let note = Note::parse(if back % 2 == 0 { "something" } else { "" }).unwrap();
            let value = CheckIn { note, ..CheckIn::new(today.plus(-back), Minute::from(0)) };
            let record = Record { changed: Stamp::zero(), value: Some(value) };
            all.merge(Id::fixed(u128::from(back.unsigned_abs())), record);
        }
        let gone = outlived(&all, today.plus(-29));
        assert_eq!(gone.len(), 15);
        for id in gone {
            let before = all.get(id).unwrap().clone();
            let after = before.clone().without_note().unwrap();
            assert!(after.note.is_empty());
            assert_eq!(CheckIn { note: before.note.clone(), ..after }, before);
            assert!(today.since(before.on) >= 30);
        }
    }

    #[test]
    fn a_week_stays_looked_at_without_its_answers_and_is_old_when_its_sunday_is() {
        let week = |on: Day| Review { on, well: Note::default(), way: note(), change: note(), next: note() };
        // October 25 is 30 days back: a Sunday. November 1 is the next one.
        let [old, young] = ["2026-10-19", "2026-10-26"].map(|monday| week(Day::parse(monday).unwrap()));
        let none = Note::default;
        let emptied = Review { on: old.on, well: none(), way: none(), change: none(), next: none() };
        assert!(!emptied.has_note());
        assert_eq!(left([old, young.clone()]), [emptied, young]);
    }

    #[test]
    fn a_note_on_a_hobby_goes_and_what_was_reached_made_met_or_spent_stays() {
        let entry = |back: i32, what| HobbyEntry { hobby: Id::fixed(1), on: today().plus(-back), what };
        let title = || Title::parse("Something").unwrap();
        let stays = [
            entry(29, What::Note(note())),
            entry(90, What::Milestone(title())),
            entry(90, What::Made(title())),
            entry(90, What::Met(title())),
            entry(90, What::Spent { amount: Money::from(100), on_what: Some(title()) }),
        ];
        let old = [entry(30, What::Note(note())), entry(365, What::Note(note()))];
        assert_eq!(left(stays.iter().cloned().chain(old)), stays);
    }

    #[test]
    fn a_text_put_aside_goes_whole() {
        let text = |back: i32| Earlier { on: today().plus(-back), text: note() };
        assert_eq!(left([text(29), text(30), text(0)]), [text(29), text(0)]);
    }
}
