//! Someone to call.

mod traces;

use serde::{Deserialize, Serialize};

use crate::{
    chat::Chat,
    day::{Day, Minute},
    dial,
    text::{Note, Title},
};

/// A person the owner of the record may want to reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// What the owner calls them.
    pub name: Title,
    /// How they are known, in the owner's words ("my sister").
    pub role: Option<Title>,
    /// The number or numbers, as they were typed.
    pub phone: Option<Title>,
    /// What they are to the owner.
    pub part: Option<Role>,
    /// Whether a text message reaches them.
    pub texts: bool,
    /// Where else to write to them.
    pub chat: Option<Chat>,
    /// When they are good to call, in words.
    pub when: Option<Title>,
    /// When they are good to call, by the clock.
    pub hours: Option<Hours>,
    /// What they are good for.
    pub good_for: Needs,
    /// What else they are good for, in the owner's words.
    pub good_for_words: Option<Title>,
    /// What was agreed with them.
    pub agreed: Note,
    /// The last day the owner was in touch with them.
    pub touch: Option<Day>,
    /// After how many days the owner would like to be in touch again.
    pub rhythm: Option<Rhythm>,
}

/// What a person is to the owner of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Role {
    Sponsor,
    Peer,
    Friend,
    Family,
    Clinician,
    PeerWorker,
    Other,
}

impl Role {
    /// In the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::Sponsor, Self::Peer, Self::Friend, Self::Family, Self::PeerWorker, Self::Clinician, Self::Other];
}

/// What somebody may need another person for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Need {
    Calm,
    Listen,
    KnowIt,
    Night,
    Company,
    Practical,
    Ride,
    Medicines,
    Laugh,
    Honest,
}

impl Need {
    /// In the order they are offered. A new one goes to the end of the list of numbers, wherever it is offered.
    pub const ALL: [Self; 10] = [
        Self::Calm,
        Self::Listen,
        Self::KnowIt,
        Self::Night,
        Self::Company,
        Self::Practical,
        Self::Ride,
        Self::Medicines,
        Self::Laugh,
        Self::Honest,
    ];

    fn bit(self) -> u16 {
        1 << match self {
            Self::Calm => 0,
            Self::Listen => 1,
            Self::KnowIt => 2,
            Self::Night => 3,
            Self::Company => 4,
            Self::Practical => 5,
            Self::Ride => 6,
            Self::Medicines => 7,
            Self::Laugh => 8,
            Self::Honest => 9,
        }
    }
}

/// Several needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Needs(u16);

impl From<u16> for Needs {
    fn from(bits: u16) -> Self {
        Self(bits & Need::ALL.iter().fold(0, |all, need| all | need.bit()))
    }
}

impl From<Needs> for u16 {
    fn from(needs: Needs) -> Self {
        needs.0
    }
}

impl Needs {
    /// Whether `need` is among them.
    pub fn has(self, need: Need) -> bool {
        self.0 & need.bit() != 0
    }

    /// The same with or without `need`.
    pub fn with(self, need: Need, there: bool) -> Self {
        Self(if there { self.0 | need.bit() } else { self.0 & !need.bit() })
    }

    /// Each of them, in the order they are offered.
    pub fn iter(self) -> impl Iterator<Item = Need> {
        Need::ALL.into_iter().filter(move |need| self.has(*need))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The hours of a day, from one minute to another; past midnight if the second is the earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The first minute.
    pub from: Minute,
    /// The minute they end.
    pub until: Minute,
}

impl Hours {
    /// Whether `at` lies in them. Hours that end when they begin are the whole day.
    pub fn has(self, at: Minute) -> bool {
        let Self { from, until } = self;
        match from.cmp(&until) {
            std::cmp::Ordering::Less => (from..until).contains(&at),
            std::cmp::Ordering::Equal => true,
            std::cmp::Ordering::Greater => at >= from || at < until,
        }
    }
}

/// A gentle rhythm: after how many days to be in touch again, from 1 to 365.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Rhythm(u16);

impl Rhythm {
    /// The most days there may be.
    pub const MOST: u16 = 365;

    /// Every `days` days.
    pub fn new(days: u16) -> Option<Self> {
        (1..=Self::MOST).contains(&days).then_some(Self(days))
    }

    /// How many days.
    pub fn days(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Rhythm {
    type Error = &'static str;
    fn try_from(days: u16) -> Result<Self, Self::Error> {
        Self::new(days).ok_or("no such rhythm")
    }
}

impl From<Rhythm> for u16 {
    fn from(rhythm: Rhythm) -> Self {
        rhythm.0
    }
}

impl Person {
    /// Somebody of whom only the name is known.
    pub fn new(name: Title) -> Self {
        Self {
            name,
            role: None,
            phone: None,
            part: None,
            texts: true,
            chat: None,
            when: None,
            hours: None,
            good_for: Needs::default(),
            good_for_words: None,
            agreed: Note::default(),
            touch: None,
            rhythm: None,
        }
    }

    /// Every number there is, ready to be dialled.
    pub fn numbers(&self) -> Vec<String> {
        self.phone.as_deref().map(dial::numbers).unwrap_or_default()
    }

    /// What to dial; `None` when there is no number or it has fewer than three digits.
    pub fn dial(&self) -> Option<String> {
        self.numbers().into_iter().next()
    }

    /// Whether there is a number or an address that leads to them.
    pub fn is_in_reach(&self) -> bool {
        self.dial().is_some() || self.chat.is_some()
    }

    /// Where a text message goes: what is dialled, without an extension. `None` if texts do not reach them.
    pub fn text_to(&self) -> Option<String> {
        self.dial().filter(|_| self.texts).map(|dialled| dialled.split(',').next().unwrap_or_default().to_owned())
    }

    /// How many days ago the owner was last in touch; a day still to come counts as today.
    pub fn days_since(&self, today: Day) -> Option<u32> {
        self.touch.map(|last| u32::try_from(today.since(last)).unwrap_or(0))
    }

    /// By how many days the rhythm has come round; `None` without one, or while there is time left. Somebody with a
    /// rhythm and no day yet is due.
    pub fn due(&self, today: Day) -> Option<u32> {
        let rhythm = u32::from(self.rhythm?.days());
        match self.days_since(today) {
            None => Some(0),
            Some(days) => days.checked_sub(rhythm),
        }
    }

    /// Whether the clock says they are good to call; `None` if they have no hours.
    pub fn is_good_at(&self, at: Minute) -> Option<bool> {
        self.hours.map(|hours| hours.has(at))
    }
}

/// Whom to reach out to on `today`: of those whose rhythm has come round the one longest due, if any.
pub fn to_reach<'a, K: Copy + Ord>(people: impl Iterator<Item = (K, &'a Person)>, today: Day) -> Option<K> {
    people
        .filter_map(|(id, person)| Some((person.due(today)?, std::cmp::Reverse(id))))
        .max()
        .map(|(_, std::cmp::Reverse(id))| id)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sam() -> Person {
        Person::new(Title::parse("Sam").unwrap())
    }

    fn day(number: u32) -> Day {
        Day::new(2026, 11, number).unwrap()
    }

    #[test]
    fn a_message_goes_to_the_number_without_its_extension_and_only_if_texts_reach_them() {
        let person = Person { phone: Title::parse("555-0100 ext. 12 or 555-0101").ok(), ..sam() };
        assert_eq!(person.text_to().as_deref(), Some("5550100"));
        assert_eq!(person.numbers(), ["5550100,12", "5550101"]);
        assert_eq!(Person { texts: false, ..person }.text_to(), None);
    }

    #[test]
    fn somebody_with_a_chat_alone_is_in_reach_and_without_any_way_is_not() {
        assert!(!sam().is_in_reach());
        assert!(!Person { phone: Title::parse("12").ok(), ..sam() }.is_in_reach(), "too short to dial");
        assert!(Person { phone: Title::parse("555-0100").ok(), ..sam() }.is_in_reach());
        assert!(Person { chat: Chat::parse("https://chat.example/sam").ok(), ..sam() }.is_in_reach());
    }

    #[test]
    fn a_rhythm_comes_round_after_its_days_and_asks_for_one_person() {
        let rhythm = Rhythm::new(7);
        let seen = |touch: Option<u32>| Person { rhythm, touch: touch.map(day), ..sam() };
        assert_eq!(seen(Some(10)).due(day(16)), None);
        assert_eq!(seen(Some(10)).due(day(17)), Some(0));
        assert_eq!(seen(Some(10)).due(day(20)), Some(3));
        assert_eq!(seen(Some(20)).due(day(10)), None, "the clock went back");
        assert_eq!(seen(None).due(day(20)), Some(0));
        assert_eq!(Person { rhythm: None, ..seen(Some(1)) }.due(day(20)), None);
        let all = [(1, seen(Some(12))), (2, seen(Some(9))), (3, seen(Some(19))), (4, seen(Some(9)))];
        let ask = |today| to_reach(all.iter().map(|(id, person)| (*id, person)), day(today));
        assert_eq!((ask(15), ask(16), ask(20)), (None, Some(2), Some(2)));
    }

    #[test]
    fn hours_may_pass_midnight() {
        let hours = |from, until| Hours { from: Minute::from(from), until: Minute::from(until) };
        let has = |one: Hours, at| one.has(Minute::from(at));
        let (daytime, night) = (hours(480, 1320), hours(1320, 120));
        assert!(has(daytime, 480) && has(daytime, 1319) && !has(daytime, 1320) && !has(daytime, 479));
        assert!(has(night, 1320) && has(night, 0) && has(night, 119) && !has(night, 120) && !has(night, 600));
        assert!(has(hours(60, 60), 0));
    }

    proptest! {
        #[test]
        fn needs_are_a_set(chosen: [bool; 10], bits: u16) {
            let needs = Need::ALL.into_iter().zip(chosen).fold(Needs::default(), |all, (need, there)| all.with(need, there));
            prop_assert_eq!(needs.iter().count(), chosen.iter().filter(|there| **there).count());
            prop_assert_eq!(Needs::from(u16::from(needs)), needs);
            prop_assert!(Needs::from(bits).iter().count() <= 10);
        }
    }
}
