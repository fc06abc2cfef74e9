//! What a plan that was done tells: how it felt before and after (fact 6.25).

use crate::plan::{Plan, State};

/// By how many steps mood was better after than before, -4 (from great to awful) to 4 (from awful to great).
///
/// `None` unless the plan is done and both moods were given. A change is not yet proof that the activity made it:
/// a low mood often lifts by itself.
pub fn change(plan: &Plan) -> Option<i8> {
    match plan.state {
        State::Done { before: Some(before), after: Some(after) } => {
            Some(after.level().cast_signed() - before.level().cast_signed())
        }
        State::Done { .. } | State::Open | State::LetGo => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check_in::Mood, day::Day, text::Title};

    fn plan(state: State) -> Plan {
        let (title, on) = (Title::parse("Walk").unwrap(), Day::new(2026, 11, 24).unwrap());
        Plan { title, activity: None, on, at: None, together: false, state }
    }

    #[test]
    fn every_pair_of_moods_tells_by_how_many_steps_they_differ() {
        for (first, before) in (0_i8..).zip(Mood::ALL) {
            for (second, after) in (0_i8..).zip(Mood::ALL) {
                let told = change(&plan(State::Done { before: Some(before), after: Some(after) }));
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
            State::Done { before: None, after: some },
            State::Done { before: some, after: None },
            State::Done { before: None, after: None },
        ] {
            assert_eq!(change(&plan(state)), None);
        }
    }
}
