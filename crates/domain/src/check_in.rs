//! How a person was at one moment of a day.

use serde::{Deserialize, Serialize};

use crate::{
    day::{Day, Minute},
    text::{Note, Title},
};

/// One check-in. Every answer may be missing: nothing is asked that cannot be skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The day it is about.
    pub on: Day,
    /// The wall-clock time it was begun.
    pub at: Minute,
    /// How the person felt.
    pub mood: Option<Mood>,
    /// How strong craving was.
    pub craving: Option<Craving>,
    /// How the night was.
    pub sleep: Option<Sleep>,
    /// Which of hungry, angry, lonely and tired they were.
    pub feelings: Feelings,
    /// What is going on, in their words.
    pub note: Note,
    /// One small thing for that day.
    pub small_thing: Option<Title>,
}

impl CheckIn {
    /// A check-in with nothing said yet.
    pub fn new(on: Day, at: Minute) -> Self {
        Self {
            on,
            at,
            mood: None,
            craving: None,
            sleep: None,
            feelings: Feelings::default(),
            note: Note::default(),
            small_thing: None,
        }
    }

    /// Whether nothing has been said.
    pub fn is_empty(&self) -> bool {
        *self == Self::new(self.on, self.at)
    }

    /// Whether the day was a hard one: the lowest mood, or craving from 8 of 10.
    pub fn is_hard(&self) -> bool {
        self.mood == Some(Mood::Awful) || self.craving.is_some_and(|craving| craving.level() >= Craving::STRONG)
    }
}

/// How a person feels, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Mood {
    Awful,
    Low,
    Okay,
    Good,
    Great,
}

impl Mood {
    /// From worst to best.
    pub const ALL: [Self; 5] = [Self::Awful, Self::Low, Self::Okay, Self::Good, Self::Great];

    /// 0 (awful) to 4 (great).
    pub fn level(self) -> u8 {
        self as u8
    }
}

/// How strong craving is: 0 (none) to 10 (strongest). One daily rating foretells use in the next week (fact 5.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Craving(u8);

impl Craving {
    /// From here on craving is called strong.
    pub const STRONG: u8 = 8;
    /// From here on craving is worth a word.
    pub const SOME: u8 = 4;

    /// `None` above 10.
    pub fn new(level: u8) -> Option<Self> {
        (level <= 10).then_some(Self(level))
    }

    /// 0 to 10.
    pub fn level(self) -> u8 {
        self.0
    }
}

/// How the night was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sleep {
    Badly,
    SoSo,
    Well,
}

impl Sleep {
    /// From worst to best.
    pub const ALL: [Self; 3] = [Self::Badly, Self::SoSo, Self::Well];
}

/// One of four needs that a self-check of mutual-help groups asks about (fact 5.03; a prompt, not a measure).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Feeling {
    Hungry,
    Angry,
    Lonely,
    Tired,
}

impl Feeling {
    /// In the order they are asked.
    pub const ALL: [Self; 4] = [Self::Hungry, Self::Angry, Self::Lonely, Self::Tired];
}

/// A set of [`Feeling`]s.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feelings(u8);

impl Feelings {
    /// Whether `feeling` is among them.
    pub fn has(self, feeling: Feeling) -> bool {
        self.0 & Self::bit(feeling) != 0
    }

    /// The same set with `feeling` in or out.
    pub fn with(self, feeling: Feeling, present: bool) -> Self {
        if present { Self(self.0 | Self::bit(feeling)) } else { Self(self.0 & !Self::bit(feeling)) }
    }

    /// The set as a number: 1 for hungry, 2 for angry, 4 for lonely, 8 for tired, added up.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The set with this number; what it does not know is left out.
    pub fn of_number(number: u8) -> Self {
        Self(number & 0b1111)
    }

    /// Those that are present, in the order they are asked.
    pub fn iter(self) -> impl Iterator<Item = Feeling> {
        Feeling::ALL.into_iter().filter(move |feeling| self.has(*feeling))
    }

    fn bit(feeling: Feeling) -> u8 {
        1 << feeling as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feelings_go_in_and_out_one_by_one() {
        let both = Feelings::default().with(Feeling::Hungry, true).with(Feeling::Tired, true);
        assert_eq!(both.iter().collect::<Vec<_>>(), [Feeling::Hungry, Feeling::Tired]);
        assert_eq!(both.with(Feeling::Hungry, false).iter().collect::<Vec<_>>(), [Feeling::Tired]);
    }

    #[test]
    fn craving_stops_at_ten() {
        assert_eq!(Craving::new(10).map(Craving::level), Some(10));
        assert_eq!(Craving::new(11), None);
    }

    #[test]
    fn a_check_in_is_empty_until_something_is_said() {
        let mut check_in = CheckIn::new(Day::from(739_944), Minute::from(600));
        assert!(check_in.is_empty());
        check_in.craving = Craving::new(0);
        assert!(!check_in.is_empty());
        assert!(!check_in.is_hard());
        check_in.craving = Craving::new(8);
        assert!(check_in.is_hard());
    }
}
