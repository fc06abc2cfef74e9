//! What got in the way lately, and what it asks for: an easier start, never a reproach (fact 6.25).

use crate::{
    activity::{Cost, Energy},
    day::Day,
    plan::{HeldBack, Plan},
    suggest::{Now, Spot, With},
};

/// How many days back it is looked at.
const LATELY: i32 = 28;
/// How often something must have been in the way to be spoken of.
const OFTEN: usize = 3;

/// What was most often in the way of plans of the last four weeks, if it was so three times or more; among equals the
/// first of [`HeldBack::ALL`].
pub fn often<'a>(plans: impl IntoIterator<Item = &'a Plan>, today: Day) -> Option<HeldBack> {
    let lately: Vec<HeldBack> = plans
        .into_iter()
        .filter(|plan| (0..LATELY).contains(&today.since(plan.on)) && !plan.is_done())
        .filter_map(|plan| plan.held_back)
        .collect();
    let count = |what: HeldBack| lately.iter().filter(|one| **one == what).count();
    // Of equals the first stays.
    let most = HeldBack::ALL.into_iter().rev().max_by_key(|what| count(*what))?;
    (count(most) >= OFTEN).then_some(most)
}

/// What to ask for instead, where this was in the way. What cannot be helped by another choice changes nothing.
pub fn eased(now: Now, by: HeldBack) -> Now {
    match by {
        HeldBack::Energy | HeldBack::Unwell => Now { energy: Energy::Low, ..now },
        HeldBack::Time | HeldBack::TooBig => Now { minutes: now.minutes.min(10), ..now },
        HeldBack::Money => Now { cost: Cost::None, ..now },
        HeldBack::Weather => Now { place: Some(Spot::Indoors), ..now },
        HeldBack::Company => Now { company: With::Alone, ..now },
        HeldBack::Urge | HeldBack::Forgot | HeldBack::Other => now,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        plan::{Done, State},
        text::Title,
    };

    fn today() -> Day {
        Day::new(2026, 11, 24).unwrap()
    }

    fn plan(days_ago: i32, held_back: Option<HeldBack>) -> Plan {
        Plan { held_back, state: State::LetGo, ..Plan::new(Title::kept("Walk"), today().plus(-days_ago)) }
    }

    #[test]
    fn three_times_in_four_weeks_is_often() {
        let energy = |days: i32| plan(days, Some(HeldBack::Energy));
        assert_eq!(often(&[energy(0), energy(27), energy(28)], today()), None);
        assert_eq!(often(&[energy(0), energy(5), energy(27)], today()), Some(HeldBack::Energy));
        let done = Plan { state: State::Done(Done::default()), ..energy(1) };
        assert_eq!(often(&[energy(0), energy(5), done], today()), None, "what was done in the end was not held back");
        let tomorrow = energy(-1);
        assert_eq!(often(&[energy(0), energy(5), tomorrow], today()), None);
    }

    #[test]
    fn each_obstacle_makes_the_next_start_easier_or_leaves_it() {
        let now =
            Now { minutes: 60, energy: Energy::High, cost: Cost::Medium, company: With::With, place: None, need: None };
        assert_eq!(eased(now, HeldBack::TooBig).minutes, 10);
        assert_eq!(eased(now, HeldBack::Unwell).energy, Energy::Low);
        assert_eq!(eased(now, HeldBack::Money).cost, Cost::None);
        assert_eq!(eased(now, HeldBack::Weather).place, Some(Spot::Indoors));
        assert_eq!(eased(now, HeldBack::Company).company, With::Alone);
        assert_eq!(eased(now, HeldBack::Other), now);
    }

    proptest! {
        #[test]
        fn the_order_of_plans_does_not_matter(mut all in prop::collection::vec((0_i32..40, 0_usize..10), 0..30)) {
            let plans = |all: &[(i32, usize)]| -> Vec<Plan> {
                all.iter().map(|(days, which)| plan(*days, Some(HeldBack::ALL[*which]))).collect()
            };
            let first = often(&plans(&all), today());
            all.reverse();
            prop_assert_eq!(often(&plans(&all), today()), first);
        }
    }
}
