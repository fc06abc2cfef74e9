//! One use of a way to get through a hard moment, and which of them bring most relief.

mod offer;
mod run;

use std::{cmp::Reverse, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::{
    check_in::Craving,
    day::{Day, Minute},
    helps::{
        Estimate,
        estimate::{Tally, estimates},
    },
    text::Note,
};

pub use offer::offer;
pub use run::{ANSWER, Run, Stage};

/// One use of a tool. Ratings may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Which tool.
    pub tool: Tool,
    /// The day.
    pub on: Day,
    /// The time it was begun.
    pub at: Minute,
    /// How strong craving was before.
    pub before: Option<Craving>,
    /// How strong it was after.
    pub after: Option<Craving>,
    /// What was written while using it.
    pub text: Note,
}

impl Practice {
    /// A use with nothing said yet.
    pub fn new(tool: Tool, on: Day, at: Minute) -> Self {
        Self { tool, on, at, before: None, after: None, text: Note::default() }
    }

    /// By how much craving was weaker after than before, -10 to 10; `None` unless both were rated.
    pub fn relief(&self) -> Option<i8> {
        Some(self.before?.level().cast_signed() - self.after?.level().cast_signed())
    }
}

macro_rules! tools {
    ($($case:ident = $slug:literal,)*) => {
        /// A way to get through a hard moment.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum Tool { $($case),* }

        impl Tool {
            /// In the order they are offered.
            pub const ALL: [Self; [$($slug),*].len()] = [$(Self::$case),*];

            /// The word for it in addresses and files; the same for ever.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$case => $slug),* }
            }

            /// The one with this word.
            pub fn of_slug(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$case),)* _ => None }
            }
        }
    };
}

tools! {
    Breathing = "breathing",
    Grounding = "grounding",
    Surfing = "surfing",
    Delay = "delay",
    PlayThrough = "play-through",
    ThoughtCheck = "thought-check",
    ProblemSolving = "problem-solving",
    Kindness = "kindness",
    SleepWindDown = "sleep",
    MuscleRelaxation = "muscles",
    Refusing = "refusing",
    HardHour = "hard-hour",
}

impl Tool {
    /// Whether it is for when use may be near: then the danger after a break is said too (3.40, 3.48).
    pub fn is_near_use(self) -> bool {
        matches!(self, Self::Surfing | Self::Delay | Self::PlayThrough | Self::Refusing | Self::HardHour)
    }

    /// Whether its steps may go on by themselves. Nothing hurries somebody who has an urge.
    pub fn may_move_on(self) -> bool {
        matches!(self, Self::Grounding | Self::MuscleRelaxation | Self::Breathing)
    }
}

/// How much relief came with one tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relief {
    /// Which tool.
    pub tool: Tool,
    /// By how much craving was weaker afterwards, in thousandths of a step of 0 to 10.
    pub estimate: Estimate,
}

/// The tools that have a rated use, the one with most relief by [`Estimate::shrunk`] first; among equals the one with
/// more rated uses. A craving also passes by itself, so relief is no proof of what a tool does.
pub fn ranking<'a>(practices: impl IntoIterator<Item = &'a Practice>) -> Vec<Relief> {
    let mut tallies = BTreeMap::<Tool, Tally>::new();
    for (tool, relief) in practices.into_iter().filter_map(|one| Some((one.tool, one.relief()?))) {
        tallies.entry(tool).or_default().add(relief);
    }
    let mut ranked: Vec<_> = estimates(tallies).into_iter().map(|(tool, estimate)| Relief { tool, estimate }).collect();
    ranked.sort_by_key(|one| (Reverse((one.estimate.shrunk, one.estimate.tries)), one.tool));
    ranked
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn used(tool: Tool, before: Option<u8>, after: Option<u8>) -> Practice {
        let (on, at) = (Day::new(2026, 11, 24).unwrap(), Minute::from(600));
        Practice {
            before: before.and_then(Craving::new),
            after: after.and_then(Craving::new),
            ..Practice::new(tool, on, at)
        }
    }

    #[test]
    fn every_tool_has_a_word_of_its_own() {
        for (place, tool) in Tool::ALL.into_iter().enumerate() {
            assert_eq!(Tool::of_slug(tool.slug()), Some(tool));
            assert_eq!(tool as usize, place);
        }
        assert_eq!(Tool::of_slug("sleep"), Some(Tool::SleepWindDown));
        assert_eq!(Tool::of_slug(""), None);
    }

    #[test]
    fn one_lucky_use_stands_behind_many_good_ones() {
        let mut all = vec![used(Tool::Delay, Some(10), Some(3)), used(Tool::Kindness, Some(9), None)];
        all.extend(std::iter::repeat_n(used(Tool::Surfing, Some(8), Some(2)), 10));
        all.extend(std::iter::repeat_n(used(Tool::Breathing, Some(5), Some(5)), 4));
        let told: Vec<_> = ranking(&all).iter().map(|one| (one.tool, one.estimate.mean, one.estimate.tries)).collect();
        assert_eq!(
            told,
            [(Tool::Surfing, 6000, 10), (Tool::Delay, 7000, 1), (Tool::Breathing, 0, 4)],
            "a use without both ratings says nothing"
        );
    }

    proptest! {
        #[test]
        fn the_order_of_uses_changes_nothing(
            uses in prop::collection::vec((0_usize..12, 0_u8..=10, 0_u8..=10), 0..60),
        ) {
            let all: Vec<_> =
                uses.iter().map(|(tool, before, after)| used(Tool::ALL[*tool], Some(*before), Some(*after))).collect();
            let told = ranking(&all);
            prop_assert_eq!(&told, &ranking(all.iter().rev()));
            for one in told {
                prop_assert!((-10_000..=10_000).contains(&one.estimate.shrunk));
            }
        }
    }
}
