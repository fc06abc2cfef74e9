//! Something good that a person gives themselves for things they do. It is never for days, and never taken back.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::{day::Day, text::Title};

/// A reward the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reward {
    /// What it is.
    pub title: Title,
    /// What it is for.
    pub act: Act,
    /// For how many of them, within [`Reward::EVERY`].
    pub every: u16,
    /// From which day they count.
    pub since: Day,
    /// How many were counted by hand, for acts that no other record tells of.
    pub by_hand: u16,
    /// The days it was taken, at most [`Reward::MOST_TAKEN`].
    pub taken: Vec<Day>,
}

/// What a reward can be for: things a person does, which count whatever else happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Act {
    Meeting,
    Call,
    Dose,
    Activity,
    CheckIn,
}

impl Act {
    /// In the order they are offered.
    pub const ALL: [Self; 5] = [Self::Meeting, Self::Call, Self::Dose, Self::Activity, Self::CheckIn];

    /// Whether no other record tells of it, so that the person counts it.
    pub fn is_by_hand(self) -> bool {
        matches!(self, Self::Call | Self::Dose)
    }
}

impl Reward {
    /// For how many things a reward may be.
    pub const EVERY: RangeInclusive<u16> = 1..=100;
    /// How many days of taking it are kept.
    pub const MOST_TAKEN: usize = 500;

    /// A reward that counts from `since` on.
    pub fn new(title: Title, act: Act, every: u16, since: Day) -> Self {
        Self { title, act, every, since, by_hand: 0, taken: Vec::new() }
    }

    /// The same with one act more, counted by hand.
    pub fn counted_by_hand(self) -> Self {
        Self { by_hand: self.by_hand.saturating_add(1), ..self }
    }

    /// How many times `done` things earn it.
    pub fn earned(&self, done: usize) -> usize {
        done / usize::from(self.every.max(1))
    }

    /// How many times it was earned and not taken yet. Things that were removed later take nothing back.
    pub fn waiting(&self, done: usize) -> usize {
        self.earned(done).saturating_sub(self.taken.len())
    }

    /// How many things more until it is earned once more.
    pub fn ahead(&self, done: usize) -> usize {
        let every = usize::from(self.every.max(1));
        every - done % every
    }

    /// The same, taken once more on `day`, if one is waiting and there is room to write it down.
    pub fn taken_on(&self, day: Day, done: usize) -> Self {
        let mut next = self.clone();
        if self.waiting(done) > 0 && next.taken.len() < Self::MOST_TAKEN {
            next.taken.push(day);
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn reward(every: u16, taken: usize) -> Reward {
        let since = Day::new(2026, 11, 1).unwrap();
        Reward { taken: vec![since; taken], ..Reward::new(Title::kept("A film"), Act::Meeting, every, since) }
    }

    #[test]
    fn each_full_count_earns_one_and_taking_it_leaves_the_rest() {
        let today = Day::new(2026, 11, 24).unwrap();
        let reward = reward(5, 1);
        assert_eq!([4, 5, 9, 10, 15].map(|done| reward.waiting(done)), [0, 0, 0, 1, 2]);
        assert_eq!([4, 5, 9].map(|done| reward.ahead(done)), [1, 5, 1]);
        assert_eq!(reward.taken_on(today, 10).waiting(10), 0);
        assert_eq!(reward.taken_on(today, 9), reward, "none was waiting");
    }

    #[test]
    fn the_days_that_are_kept_are_bounded() {
        let today = Day::new(2026, 11, 24).unwrap();
        assert_eq!(reward(1, 500).taken_on(today, 900).taken.len(), 500);
    }

    proptest! {
        #[test]
        fn doing_more_never_leaves_less(every in 0_u16..200, taken in 0_usize..20, done in 0_usize..2000, more in 0_usize..50) {
            let reward = reward(every, taken);
            prop_assert!(reward.earned(done + more) >= reward.earned(done));
            prop_assert!(reward.waiting(done + more) >= reward.waiting(done));
            prop_assert!(reward.waiting(done) <= reward.earned(done));
            prop_assert!(reward.ahead(done) > 0);
            prop_assert_eq!(reward.earned(done + reward.ahead(done)), reward.earned(done) + 1);
        }
    }
}
