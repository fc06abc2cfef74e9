//! Notes that have had their time: which records lose their note, and nothing else of them.

use crate::{
    check_in::CheckIn, collection::Collection, day::Day, goal::Report, id::Id, meeting::Attendance, practice::Practice,
    text::Note,
};

/// A record of a day that carries a note.
pub trait Noted: Clone {
    /// The day it is about.
    fn on(&self) -> Day;
    /// What was written.
    fn note(&self) -> &Note;
    /// The same without it.
    fn without_note(self) -> Self;
}

impl Noted for CheckIn {
    fn on(&self) -> Day {
        self.on
    }
    fn note(&self) -> &Note {
        &self.note
    }
    fn without_note(self) -> Self {
        Self { note: Note::default(), ..self }
    }
}

impl Noted for Report {
    fn on(&self) -> Day {
        self.on
    }
    fn note(&self) -> &Note {
        &self.note
    }
    fn without_note(self) -> Self {
        Self { note: Note::default(), ..self }
    }
}

impl Noted for Attendance {
    fn on(&self) -> Day {
        self.on
    }
    /// What they took with them, or else whom they met: both go together.
    fn note(&self) -> &Note {
        if self.takeaway.is_empty() { &self.met } else { &self.takeaway }
    }
    fn without_note(self) -> Self {
        Self { takeaway: Note::default(), met: Note::default(), ..self }
    }
}

impl Noted for Practice {
    fn on(&self) -> Day {
        self.on
    }
    fn note(&self) -> &Note {
        &self.text
    }
    fn without_note(self) -> Self {
        Self { text: Note::default(), ..self }
    }
}

/// The records from before `first` that still have a note.
pub fn outlived<T: Noted>(all: &Collection<T>, first: Day) -> Vec<Id<T>> {
    all.iter().filter(|(_, one)| one.on() < first && !one.note().is_empty()).map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{collection::Record, day::Minute, stamp::Stamp};

    #[test]
    fn only_old_notes_go_and_only_the_note() {
        let today = Day::parse("2026-11-24").unwrap();
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
            let after = before.clone().without_note();
            assert!(after.note.is_empty());
            assert_eq!(CheckIn { note: before.note.clone(), ..after }, before);
            assert!(today.since(before.on) >= 30);
        }
    }
}
