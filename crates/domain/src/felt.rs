//! What a plan that was done tells: how it felt before and after (fact 6.25).

use crate::plan::{Done, Plan, State};

/// By how many steps mood was better after than before, -4 (from great to awful) to 4 (from awful to great).
///
/// `None` unless the plan is done and both moods were given. A change is not yet proof that the activity made it:
/// a low mood often lifts by itself.
pub fn change(plan: &Plan) -> Option<i8> {
    match plan.state {
        State::Done(Done { before: Some(before), after: Some(after), .. }) => {
            Some(after.level().cast_signed() - before.level().cast_signed())
        }
        State::Done(_) | State::Open | State::LetGo => None,
    }
}

/// By how much craving was stronger after than before, -10 to 10: below 0 it was weaker, which is relief.
///
/// `None` unless the plan is done and both ratings were given. A craving also passes by itself.
pub fn urge_change(plan: &Plan) -> Option<i8> {
    match plan.state {
        State::Done(Done { urge_before: Some(before), urge_after: Some(after), .. }) => {
            Some(after.level().cast_signed() - before.level().cast_signed())
        }
        State::Done(_) | State::Open | State::LetGo => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check_in::{Craving, Mood},
        day::Day,
        text::Title,
    };

    fn plan(state: State) -> Plan {
        let (title, on) = (Title::parse("Walk").unwrap(), Day::new(2026, 11, 24).unwrap());
        Plan { state, ..Plan::new(title, on) }
    }

    #[test]
    fn every_pair_of_moods_tells_by_how_many_steps_they_differ() {
        for (first, before) in (0_i8..).zip(Mood::ALL) {
            for (second, after) in (0_i8..).zip(Mood::ALL) {
                let told =
                    change(&plan(State::Done(Done { before: Some(before), after: Some(after), ..Done::default() })));
                assert_eq!(told, Some(second - first));
            }
        }
    }

    #[test]
    fn nothing_is_told_where_a_mood_is_missing_or_it_was_not_done() {
        let some = Some(Mood::Good);
        for state in [
            State::Open,
            State::LetGo,
            State::Done(Done { after: some, ..Done::default() }),
            State::Done(Done { before: some, ..Done::default() }),
            State::Done(Done { urge_after: Craving::new(3), ..Done::default() }),
            State::Done(Done { urge_before: Craving::new(3), ..Done::default() }),
            State::Done(Done::default()),
        ] {
            assert_eq!((change(&plan(state)), urge_change(&plan(state))), (None, None));
        }
    }

    #[test]
    fn a_craving_that_is_weaker_afterwards_is_below_nought() {
        for before in 0..=10 {
            for after in 0..=10 {
                let (urge_before, urge_after) = (Craving::new(before), Craving::new(after));
                let told = urge_change(&plan(State::Done(Done { urge_before, urge_after, ..Done::default() })));
                assert_eq!(told, Some(after.cast_signed() - before.cast_signed()));
            }
        }
    }
}
