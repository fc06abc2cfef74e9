//! Goals that are common in recovery, as a start: everything in them is shown and can be changed.

use super::{Cadence, Value};

/// A goal to begin with. Its words are in the catalogue; what they claim rests on [`Template::facts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// Take medicine as agreed; never stopped, changed or caught up alone (2.03, 2.08, 2.15, 2.42).
    Medicine,
    /// Medicines locked and out of sight: one dose can kill a child (2.13).
    LockedMedicine,
    /// Carry naloxone, and somebody knows where it is (3.14, 4.27, 11.08).
    Naloxone,
    /// Who knows, where naloxone is, not alone, no mixing; the old amount can kill after a break (3.40, 3.48, 11.08).
    OverdosePlan,
    /// Appointments at the clinic or with a counsellor: staying in care goes with doing better (2.01, 2.08).
    Appointments,
    /// Meetings; medicine stays whatever a group says (7.11, 7.14, 7.26).
    Meetings,
    /// Talk early, before it gets hard (5.25).
    CallSomeone,
    /// A rating each day: strong cravings often come before use (5.11).
    CheckIn,
    /// A plan for one hard moment, with one cue and one act (5.13, 5.26).
    HardMoment,
    /// Another way around a place; cues are learned (1.14, 5.25).
    AnotherWay,
    /// Numbers and things that pull, out of reach (5.25).
    ClearOut,
    /// The same time to get up (6.30).
    GetUp,
    /// Move five to ten minutes, any kind; not in acute withdrawal (3.13, 6.35).
    Move,
    /// One small thing, by plan and not by mood (6.25, 8.08).
    SmallThing,
    /// Something good without use, with somebody (8.04, 8.05).
    GoodTime,
    /// Meals each day: hungry is one of four things to look out for (5.03).
    Meals,
}

impl Template {
    /// In the order they are offered: what keeps alive first.
    pub const ALL: [Self; 16] = [
        Self::Medicine,
        Self::Naloxone,
        Self::CallSomeone,
        Self::Meetings,
        Self::Appointments,
        Self::CheckIn,
        Self::HardMoment,
        Self::AnotherWay,
        Self::ClearOut,
        Self::GetUp,
        Self::Meals,
        Self::Move,
        Self::SmallThing,
        Self::GoodTime,
        Self::LockedMedicine,
        Self::OverdosePlan,
    ];

    /// How often it is set to be kept.
    pub fn cadence(self) -> Cadence {
        match self {
            Self::Medicine
            | Self::Naloxone
            | Self::CallSomeone
            | Self::CheckIn
            | Self::AnotherWay
            | Self::GetUp
            | Self::Meals
            | Self::SmallThing => Cadence::Daily,
            Self::Meetings | Self::Move => Cadence::Weekly(3),
            Self::GoodTime => Cadence::Weekly(1),
            Self::Appointments => Cadence::EveryWeeks(2),
            Self::HardMoment | Self::ClearOut | Self::LockedMedicine | Self::OverdosePlan => Cadence::Once,
        }
    }

    /// What it is good for.
    pub fn values(self) -> &'static [Value] {
        match self {
            Self::Medicine | Self::Naloxone | Self::Appointments | Self::Meals | Self::Move => &[Value::Health],
            Self::LockedMedicine => &[Value::Family, Value::Home],
            Self::OverdosePlan => &[Value::Health, Value::Honesty],
            Self::Meetings => &[Value::Friends, Value::Honesty],
            Self::CallSomeone => &[Value::Friends],
            Self::CheckIn => &[Value::Honesty],
            Self::HardMoment | Self::GetUp => &[Value::Peace],
            Self::AnotherWay | Self::ClearOut => &[Value::Freedom],
            Self::SmallThing => &[Value::Joy],
            Self::GoodTime => &[Value::Friends, Value::Joy],
        }
    }

    /// The numbers of the facts its words rest on.
    pub fn facts(self) -> &'static [&'static str] {
        match self {
            Self::Medicine => &["2.03", "2.08", "2.15", "2.42"],
            Self::LockedMedicine => &["2.13"],
            Self::Naloxone => &["3.14", "4.27", "11.08"],
            Self::OverdosePlan => &["3.40", "3.48", "11.08"],
            Self::Appointments => &["2.01", "2.08"],
            Self::Meetings => &["7.11", "7.14", "7.26"],
            Self::CheckIn => &["5.11"],
            Self::HardMoment => &["5.13", "5.26"],
            Self::AnotherWay => &["1.14", "5.25"],
            Self::CallSomeone | Self::ClearOut => &["5.25"],
            Self::GetUp => &["6.30"],
            Self::Move => &["3.13", "6.35"],
            Self::SmallThing => &["6.25", "8.08"],
            Self::GoodTime => &["8.04", "8.05"],
            Self::Meals => &["5.03"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_goal_to_begin_with_rests_on_facts_there_are() {
        let facts: Vec<&str> = include_str!("../../../../content/facts.txt")
            .lines()
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        for template in Template::ALL {
            assert!(!template.facts().is_empty(), "{template:?}");
            for fact in template.facts() {
                assert!(facts.contains(fact), "{template:?}: {fact}");
            }
        }
    }

    #[test]
    fn each_is_offered_once_with_a_number_within_bounds() {
        for (place, template) in Template::ALL.iter().enumerate() {
            assert_eq!(Template::ALL.iter().position(|other| other == template), Some(place));
            assert!(template.cadence().is_bounded());
        }
    }
}
