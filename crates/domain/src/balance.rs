//! The balance of a week: alone and together, body and mind, duty and joy, and at most one gentle idea about it.

use std::collections::BTreeMap;

use crate::{
    activity::{Activity, ActivityNumber, Need},
    day::Week,
    plan::{Plan, State},
};

/// How many things of a week fall on each side. A thing may fall on both sides of a pair, or on none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    /// Plans without other people.
    pub alone: usize,
    /// Plans with other people, and meetings.
    pub together: usize,
    /// Plans for movement.
    pub body: usize,
    /// Plans for calm, mastery, fun or meaning.
    pub mind: usize,
    /// What was taken on: goals that ask and meetings to be at.
    pub duty: usize,
    /// Plans for fun.
    pub joy: usize,
    /// Plans of the person's own, of which nobody can tell what they are good for.
    pub own: usize,
}

/// One gentle idea for a week that leans to one side. It is an offer: nothing is wrong with the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nudge {
    /// Something with other people.
    Together,
    /// Something for the joy of it.
    Joy,
    /// Something that moves the body.
    Body,
    /// Something for calm, a skill, fun or meaning.
    Mind,
    /// An hour of one's own.
    Alone,
}

/// A side of a pair is worth a word only once the other has so many.
const LEANS: usize = 3;

/// Counts the plans of `week` that were not let go, and what else was taken on for it: so many `goals` that ask
/// something and so many `meetings`. Whether those are a joy as well, nobody but the person can tell.
pub fn of<'a>(
    week: Week,
    plans: impl IntoIterator<Item = &'a Plan>,
    catalogue: &[Activity],
    goals: usize,
    meetings: usize,
) -> Balance {
    let entries: BTreeMap<ActivityNumber, &Activity> = catalogue.iter().map(|one| (one.number, one)).collect();
    let mut balance = Balance { together: meetings, duty: goals + meetings, ..Balance::default() };
    for plan in plans.into_iter().filter(|plan| week.has(plan.on) && plan.state != State::LetGo) {
        balance.together += usize::from(plan.together);
        balance.alone += usize::from(!plan.together);
        match plan.activity.and_then(|number| entries.get(&number)) {
            Some(entry) => {
                let mind = [Need::Calm, Need::Mastery, Need::Fun, Need::Meaning];
                balance.body += usize::from(entry.is_for(Need::Movement));
                balance.mind += usize::from(mind.iter().any(|need| entry.is_for(*need)));
                balance.joy += usize::from(entry.is_for(Need::Fun));
            }
            None => balance.own += 1,
        }
    }
    balance
}

impl Balance {
    /// One idea, or none. There is one only where a side is empty and the other has three or more; and none about
    /// body, mind or joy where a plan of the person's own may be just that.
    pub fn nudge(&self) -> Option<Nudge> {
        let leans = |few: usize, many: usize| few == 0 && many >= LEANS;
        let known = self.own == 0;
        [
            (leans(self.together, self.alone), Nudge::Together),
            (known && leans(self.joy, self.duty), Nudge::Joy),
            (known && leans(self.body, self.mind), Nudge::Body),
            (known && leans(self.mind, self.body), Nudge::Mind),
            (leans(self.alone, self.together), Nudge::Alone),
        ]
        .into_iter()
        .find_map(|(is_so, nudge)| is_so.then_some(nudge))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{activity, day::Day, text::Title};

    const CATALOGUE: &str = "1\tWalk\tmovement\tnone\teither\toutdoor\t15\tlow\tcalm;movement\tBegin.\t\n2\tChess\tgames_play\tnone\teither\tindoor\t40\tlow\tfun\tBegin.\t\n3\tCall\tconnection\tnone\tsocial\tindoor\t10\tlow\tconnection\tBegin.\t\n4\tRun\tmovement\tnone\tsolo\toutdoor\t25\thigh\tmovement\tBegin.\t\n5\tRead\tlearning\tnone\tsolo\tindoor\t25\tlow\tcalm\tBegin.\t";

    fn plan(activity: Option<ActivityNumber>, together: bool) -> Plan {
        let (title, on) = (Title::parse("Thing").unwrap(), Day::new(2026, 11, 24).unwrap());
        Plan { activity, together, ..Plan::new(title, on) }
    }

    fn week(plans: &[Plan], goals: usize, meetings: usize) -> Balance {
        of(Day::new(2026, 11, 24).unwrap().week(), plans, &activity::read(CATALOGUE), goals, meetings)
    }

    #[test]
    fn plans_fall_on_the_sides_that_their_needs_say() {
        let plans =
            [plan(Some(1), false), plan(Some(2), true), plan(Some(3), true), plan(None, false), plan(Some(99), false)];
        let told = week(&plans, 2, 3);
        assert_eq!(told, Balance { alone: 3, together: 5, body: 1, mind: 2, duty: 5, joy: 1, own: 2 });
    }

    #[test]
    fn what_was_let_go_and_other_weeks_do_not_count() {
        let gone = Plan { state: State::LetGo, ..plan(Some(1), false) };
        let next = Plan { on: Day::new(2026, 11, 30).unwrap(), ..plan(Some(1), false) };
        assert_eq!(week(&[gone, next], 0, 0), Balance::default());
    }

    #[test]
    fn a_nudge_names_the_side_that_is_empty() {
        let nudge = |plans: &[Plan], goals, meetings| week(plans, goals, meetings).nudge();
        let (walk, chess, run, read) =
            (plan(Some(1), false), plan(Some(2), false), plan(Some(4), false), plan(Some(5), false));
        let thrice = |one: &Plan| vec![one.clone(); 3];
        assert_eq!(nudge(&thrice(&walk), 0, 0), Some(Nudge::Together));
        assert_eq!(nudge(&thrice(&walk), 2, 1), Some(Nudge::Joy));
        assert_eq!(nudge(&thrice(&read), 0, 1), Some(Nudge::Body));
        assert_eq!(nudge(&thrice(&run), 0, 1), Some(Nudge::Mind));
        assert_eq!(nudge(&[plan(Some(2), true), plan(Some(2), true), plan(Some(4), true)], 0, 0), Some(Nudge::Alone));
        assert_eq!(nudge(&[walk.clone(), chess, walk], 0, 1), None);
    }

    #[test]
    fn an_own_plan_may_be_just_what_seems_to_be_missing() {
        let mut plans = vec![plan(Some(5), false); 3];
        assert_eq!(week(&plans, 4, 1).nudge(), Some(Nudge::Joy));
        plans.push(plan(None, false));
        assert_eq!(week(&plans, 4, 1).nudge(), None);
    }

    proptest! {
        #[test]
        fn an_emptier_week_is_never_pressed(count in 0_usize..3, number in 1_u16..6, together in any::<bool>()) {
            prop_assert_eq!(week(&vec![plan(Some(number), together); count], 0, 0).nudge(), None);
        }

        #[test]
        fn every_plan_of_the_week_is_alone_or_together(
            plans in prop::collection::vec((prop::option::of(1_u16..8), any::<bool>()), 0..20),
            meetings in 0_usize..5,
        ) {
            let plans: Vec<_> = plans.into_iter().map(|(number, together)| plan(number, together)).collect();
            let told = week(&plans, 0, meetings);
            prop_assert_eq!(told.alone + told.together, plans.len() + meetings);
            prop_assert!(told.joy <= told.mind && told.mind.max(told.body) + told.own <= plans.len());
        }
    }
}
