//! Something a person does for joy again and again, and what they write down of it. Nothing of it is ever lost by a
//! break.

use serde::{Deserialize, Serialize};

use crate::{
    activity::ActivityNumber,
    collection::Collection,
    day::Day,
    id::Id,
    money::Money,
    plan::Plan,
    text::{Note, Title},
};

/// A hobby. Its sessions are plans that name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hobby {
    /// What it is.
    pub title: Title,
    /// The entry of the catalogue it came from.
    pub activity: Option<ActivityNumber>,
    /// The day it was begun here.
    pub since: Day,
    /// What comes next.
    pub next_step: Option<Title>,
    /// Whether it rests for a while.
    pub resting: bool,
}

/// Something written down about a hobby.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HobbyEntry {
    /// Which hobby.
    pub hobby: Id<Hobby>,
    /// The day it is about.
    pub on: Day,
    /// What there is to say.
    pub what: What,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Any words.
    Note(Note),
    /// Something reached.
    Milestone(Title),
    /// Somebody met through it.
    Met(Title),
    /// Money spent on it.
    Spent {
        /// How much.
        amount: Money,
        /// What for.
        on_what: Option<Title>,
    },
    /// Something made.
    Made(Title),
}

/// How often a hobby was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sessions {
    /// How many of its plans were done, or a part of them.
    pub count: usize,
    /// The day of the last one.
    pub last: Option<Day>,
}

/// Somebody comes back to a hobby.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back {
    /// The day of the last session or entry.
    pub last: Day,
    /// How many days ago that was; 0 if it was today or a clock was ahead.
    pub days: u16,
}

impl Hobby {
    /// A hobby begun on `since`.
    pub fn new(title: Title, since: Day) -> Self {
        Self { title, activity: None, since, next_step: None, resting: false }
    }
}

/// The entries of a hobby, newest first.
pub fn entries(all: &Collection<HobbyEntry>, hobby: Id<Hobby>) -> Vec<(Id<HobbyEntry>, &HobbyEntry)> {
    let mut found: Vec<_> = all.iter().filter(|(_, entry)| entry.hobby == hobby).collect();
    found.sort_by_key(|(id, entry)| std::cmp::Reverse((entry.on, *id)));
    found
}

/// What was spent on a hobby.
pub fn spent(all: &Collection<HobbyEntry>, hobby: Id<Hobby>) -> Money {
    sum(all.iter().map(|(_, entry)| entry).filter(|entry| entry.hobby == hobby))
}

/// What was spent on all hobbies, those that were removed included.
pub fn spent_on_all(all: &Collection<HobbyEntry>) -> Money {
    sum(all.iter().map(|(_, entry)| entry))
}

fn sum<'a>(entries: impl Iterator<Item = &'a HobbyEntry>) -> Money {
    let amount = |entry: &HobbyEntry| match entry.what {
        What::Spent { amount, .. } => amount,
        What::Note(_) | What::Milestone(_) | What::Met(_) | What::Made(_) => Money::default(),
    };
    entries.map(amount).fold(Money::default(), Money::plus)
}

/// How often a hobby was done.
pub fn sessions(plans: &Collection<Plan>, hobby: Id<Hobby>) -> Sessions {
    let done = plans.iter().map(|(_, plan)| plan).filter(|plan| plan.hobby == Some(hobby) && plan.is_done());
    done.fold(Sessions::default(), |so_far, plan| Sessions {
        count: so_far.count + 1,
        last: so_far.last.max(Some(plan.on)),
    })
}

/// Since when a hobby was not done nor written about, so that a page can say "welcome back"; `None` if it never was.
pub fn back(plans: &Collection<Plan>, all: &Collection<HobbyEntry>, hobby: Id<Hobby>, today: Day) -> Option<Back> {
    let written = entries(all, hobby).first().map(|(_, entry)| entry.on);
    let last = sessions(plans, hobby).last.max(written)?;
    Some(Back { last, days: u16::try_from(today.since(last).max(0)).unwrap_or(u16::MAX) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        collection::Record,
        plan::{Done, State},
        stamp::Stamp,
    };

    fn day(number: i32) -> Day {
        Day::new(2026, 11, 24).unwrap().plus(number)
    }

    fn all<T>(values: impl IntoIterator<Item = T>) -> Collection<T> {
        let mut all = Collection::default();
        for (number, value) in (1..).zip(values) {
            all.merge(Id::fixed(number), Record { changed: Stamp::zero().next(1, 1), value: Some(value) });
        }
        all
    }

    fn entry(hobby: u128, on: Day, what: What) -> HobbyEntry {
        HobbyEntry { hobby: Id::fixed(hobby), on, what }
    }

    fn cost(hundredths: u32) -> What {
        What::Spent { amount: Money::from(hundredths), on_what: None }
    }

    #[test]
    fn entries_stand_newest_first_and_of_one_hobby() {
        let made = |text| What::Made(Title::kept(text));
        let all = all([
            entry(1, day(0), made("a")),
            entry(1, day(2), made("b")),
            entry(2, day(3), made("c")),
            entry(1, day(2), made("d")),
        ]);
        let order: Vec<_> = entries(&all, Id::fixed(1)).iter().map(|(id, _)| id.as_u128()).collect();
        assert_eq!(order, [4, 2, 1]);
    }

    #[test]
    fn money_adds_up_for_one_hobby_and_for_all() {
        let all = all([
            entry(1, day(0), cost(1250)),
            entry(1, day(1), What::Met(Title::kept("Ana"))),
            entry(1, day(2), cost(50)),
            entry(2, day(2), cost(1)),
        ]);
        assert_eq!(spent(&all, Id::fixed(1)), Money::from(1300));
        assert_eq!(spent(&all, Id::fixed(3)), Money::default());
        assert_eq!(spent_on_all(&all), Money::from(1301));
    }

    #[test]
    fn coming_back_after_any_break_keeps_every_session() {
        let done = |hobby: u128, on| Plan {
            hobby: Some(Id::fixed(hobby)),
            state: State::Done(Done { partly: true, ..Done::default() }),
            ..Plan::new(Title::kept("Draw"), on)
        };
        let plans = all([
            done(1, day(0)),
            done(1, day(-3)),
            done(2, day(5)),
            Plan { state: State::Open, ..done(1, day(9)) },
            Plan { state: State::LetGo, ..done(1, day(9)) },
        ]);
        assert_eq!(sessions(&plans, Id::fixed(1)), Sessions { count: 2, last: Some(day(0)) });
        let none = Collection::default();
        assert_eq!(back(&plans, &none, Id::fixed(1), day(400)), Some(Back { last: day(0), days: 400 }));
        let written = all([entry(1, day(30), What::Note(Note::default()))]);
        assert_eq!(back(&plans, &written, Id::fixed(1), day(400)), Some(Back { last: day(30), days: 370 }));
        assert_eq!(back(&plans, &written, Id::fixed(1), day(20)).map(|back| back.days), Some(0));
        assert_eq!(back(&plans, &written, Id::fixed(7), day(20)), None);
    }
}
