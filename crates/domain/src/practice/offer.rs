//! Three tools for an urge that is here: what eased it before, and something not tried yet.

use std::collections::BTreeSet;

use crate::{
    helps::Certainty,
    practice::{Practice, Tool, ranking},
};

/// How many are offered.
const FEW: usize = 3;
/// How many of them may be what eased it before.
const KNOWN: usize = 2;
/// The order in which tools are offered to somebody who has rated none.
const ORDER: [Tool; 7] = [
    Tool::Surfing,
    Tool::Delay,
    Tool::Grounding,
    Tool::Breathing,
    Tool::PlayThrough,
    Tool::Kindness,
    Tool::MuscleRelaxation,
];

/// What is offered, first what eased craving in three or more rated uses, then something not tried yet.
pub fn offer<'a>(practices: impl IntoIterator<Item = &'a Practice> + Clone) -> Vec<Tool> {
    let tried: BTreeSet<Tool> = practices.clone().into_iter().map(|one| one.tool).collect();
    let eased = ranking(practices).into_iter().filter(|one| one.estimate.certainty() != Certainty::TooEarly);
    let mut offered: Vec<Tool> = eased.filter(|one| one.estimate.shrunk > 0).map(|one| one.tool).take(KNOWN).collect();
    let is_new = |tool: &Tool| !tried.contains(tool);
    // While nothing is known to ease it, the usual ones come first, tried or not.
    let usual = FEW - 1 - offered.len();
    offered.extend(ORDER.into_iter().filter(|tool| !offered.contains(tool)).take(usual).collect::<Vec<_>>());
    let new = ORDER.into_iter().filter(is_new).chain(ORDER).find(|tool| !offered.contains(tool));
    offered.extend(new);
    offered
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        check_in::Craving,
        day::{Day, Minute},
    };

    fn used(tool: Tool, before: u8, after: u8) -> Practice {
        let (on, at) = (Day::new(2026, 11, 24).unwrap(), Minute::from(600));
        Practice { before: Craving::new(before), after: Craving::new(after), ..Practice::new(tool, on, at) }
    }

    #[test]
    fn who_has_rated_nothing_gets_the_usual_three() {
        assert_eq!(offer(&[]), [Tool::Surfing, Tool::Delay, Tool::Grounding]);
        let twice = [used(Tool::Kindness, 9, 2), used(Tool::Kindness, 9, 2)];
        assert_eq!(offer(&twice), [Tool::Surfing, Tool::Delay, Tool::Grounding], "two uses say nothing yet");
    }

    #[test]
    fn what_eased_it_comes_first_and_something_new_is_among_them() {
        let mut all = Vec::new();
        for _ in 0..3 {
            all.extend([used(Tool::Delay, 8, 2), used(Tool::Refusing, 7, 4), used(Tool::Surfing, 5, 5)]);
        }
        assert_eq!(offer(&all), [Tool::Delay, Tool::Refusing, Tool::Grounding]);
    }

    proptest! {
        #[test]
        fn there_are_always_three_of_them(uses in prop::collection::vec((0_usize..12, 0_u8..=10, 0_u8..=10), 0..80)) {
            let all: Vec<_> = uses.iter().map(|(tool, before, after)| used(Tool::ALL[*tool], *before, *after)).collect();
            let offered = offer(&all);
            prop_assert_eq!(offered.len(), FEW);
            prop_assert_eq!(offered.iter().collect::<BTreeSet<_>>().len(), FEW);
            let tried: BTreeSet<_> = all.iter().map(|one| one.tool).collect();
            if ORDER.iter().any(|tool| !tried.contains(tool)) {
                prop_assert!(offered.iter().any(|tool| !tried.contains(tool)));
            }
        }
    }
}
