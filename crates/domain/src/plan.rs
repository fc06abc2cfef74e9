//! An activity on a day: planned, done, moved or let go, always without blame.

use serde::{Deserialize, Serialize};

use crate::{
    activity::ActivityNumber,
    check_in::{Craving, Mood},
    collection::Collection,
    day::{Day, Minute, Week},
    hobby::Hobby,
    id::Id,
    own_activity::OwnActivity,
    text::Title,
};

/// One activity on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What to do, in the words it had when it was planned.
    pub title: Title,
    /// The entry of the catalogue it came from.
    pub activity: Option<ActivityNumber>,
    /// The idea of the person's own that it came from.
    pub own: Option<Id<OwnActivity>>,
    /// The hobby it is a session of.
    pub hobby: Option<Id<Hobby>>,
    /// The day.
    pub on: Day,
    /// The time, if it has one.
    pub at: Option<Minute>,
    /// Whether it is with other people.
    pub together: bool,
    /// Where it stands.
    pub state: State,
    /// What got in the way the last time it was not done.
    pub held_back: Option<HeldBack>,
}

/// Where a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Not yet.
    Open,
    /// It was done, all of it or a part, and this is how it felt.
    Done(Done),
    /// It was let go.
    LetGo,
}

/// How a plan that was done went (facts 6.25, 8.08). Every answer may be missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Whether a part of it was done. A part counts as done.
    pub partly: bool,
    /// Mood before.
    pub before: Option<Mood>,
    /// Mood after.
    pub after: Option<Mood>,
    /// How strong craving was before.
    pub urge_before: Option<Craving>,
    /// How strong craving was after.
    pub urge_after: Option<Craving>,
    /// How much of a joy it was.
    pub enjoyed: Option<Degree>,
    /// How much it felt like something achieved.
    pub mastered: Option<Degree>,
}

/// How much of something there was, from none to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Degree {
    Not,
    ALittle,
    Quite,
    Very,
}

impl Degree {
    /// From none to most.
    pub const ALL: [Self; 4] = [Self::Not, Self::ALittle, Self::Quite, Self::Very];
}

/// What got in the way of a plan. It says how to make the next one easier, and blames nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum HeldBack {
    Energy,
    Time,
    Money,
    Weather,
    Unwell,
    Company,
    Urge,
    TooBig,
    Forgot,
    Other,
}

impl HeldBack {
    /// In the order they are offered.
    pub const ALL: [Self; 10] = [
        Self::Energy,
        Self::Time,
        Self::Money,
        Self::Weather,
        Self::Unwell,
        Self::Company,
        Self::Urge,
        Self::TooBig,
        Self::Forgot,
        Self::Other,
    ];
}

impl Plan {
    /// An open plan that says what and on which day, and nothing else yet.
    pub fn new(title: Title, on: Day) -> Self {
        Self {
            title,
            activity: None,
            own: None,
            hobby: None,
            on,
            at: None,
            together: false,
            state: State::Open,
            held_back: None,
        }
    }

    /// Whether it was done, or a part of it.
    pub fn is_done(&self) -> bool {
        matches!(self.state, State::Done(_))
    }

    /// The same plan on another day or at another time, open again. What held it back is kept.
    pub fn moved(&self, on: Day, at: Option<Minute>) -> Self {
        Self { on, at, state: State::Open, ..self.clone() }
    }

    /// Which third of the day it lies in; a plan without a time lies in none.
    pub fn part(&self) -> Option<Part> {
        self.at.map(Part::of)
    }
}

/// A third of the day: before noon, from noon, from five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Morning,
    Afternoon,
    Evening,
}

impl Part {
    /// From first to last.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// The part that a time on the clock lies in.
    pub fn of(at: Minute) -> Self {
        match at.parts().0 {
            0..12 => Self::Morning,
            12..17 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

/// The plans of a day that were not let go: those without a time first, then by time.
pub fn on(plans: &Collection<Plan>, day: Day) -> Vec<(Id<Plan>, &Plan)> {
    let mut found: Vec<_> = plans.iter().filter(|(_, plan)| plan.on == day && plan.state != State::LetGo).collect();
    found.sort_by_key(|(id, plan)| (plan.at, *id));
    found
}

/// The plans of `from` once more, open, on the same weekdays of `to`. What was let go is left out, and so is what stands
/// on that day of `to` already under the same title.
pub fn copies(plans: &Collection<Plan>, from: Week, to: Week) -> Vec<Plan> {
    let ahead = to.days()[0].since(from.days()[0]);
    let mut found: Vec<Plan> = Vec::new();
    for (_, plan) in plans.iter().filter(|(_, plan)| from.has(plan.on) && plan.state != State::LetGo) {
        let copy = plan.moved(plan.on.plus(ahead), plan.at);
        let is_same = |other: &Plan| other.on == copy.on && other.title == copy.title;
        if !plans.iter().any(|(_, other)| is_same(other)) && !found.iter().any(is_same) {
            found.push(copy);
        }
    }
    found
}

/// So close together, in minutes, two things are at the same time.
const SAME_TIME: u16 = 30;

/// Whether two times of one day are too close for both.
pub fn clash(one: Minute, other: Minute) -> bool {
    u16::from(one).abs_diff(u16::from(other)) < SAME_TIME
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{collection::Record, stamp::Stamp};

    fn plan(hour: Option<u16>, state: State) -> Plan {
        let (title, on) = (Title::parse("Walk").unwrap(), Day::new(2026, 11, 24).unwrap());
        Plan { at: hour.map(|hour| Minute::from(hour * 60)), state, ..Plan::new(title, on) }
    }

    #[test]
    fn a_day_shows_its_plans_in_the_order_of_time() {
        let mut all = Collection::default();
        let done = State::Done(Done::default());
        for (number, value) in
            [plan(Some(18), State::Open), plan(Some(9), done), plan(None, State::Open), plan(Some(7), State::LetGo)]
                .into_iter()
                .enumerate()
        {
            all.merge(Id::fixed(number as u128), Record { changed: Stamp::zero().next(1, 1), value: Some(value) });
        }
        let hours: Vec<_> =
            on(&all, Day::new(2026, 11, 24).unwrap()).iter().map(|(_, plan)| plan.at.map(|at| at.parts().0)).collect();
        assert_eq!(hours, [None, Some(9), Some(18)]);
        assert!(on(&all, Day::new(2026, 11, 25).unwrap()).is_empty());
    }

    #[test]
    fn a_moved_plan_is_open_again_and_keeps_the_rest() {
        let day = Day::new(2026, 11, 26).unwrap();
        let held_back = Some(HeldBack::Weather);
        let moved = Plan { together: true, held_back, ..plan(Some(9), State::LetGo) }.moved(day, None);
        assert_eq!((moved.on, moved.at, moved.state, moved.together), (day, None, State::Open, true));
        assert_eq!(moved.held_back, held_back);
    }

    fn any_week() -> impl Strategy<Value = Collection<Plan>> {
        let states = [State::Open, State::LetGo, State::Done(Done::default())];
        let one = (0_u16..14, 0_u16..24, 0_usize..3, "[ab]");
        prop::collection::vec(one, 0..12).prop_map(move |all| {
            let mut plans = Collection::default();
            for (number, (day, hour, state, title)) in all.into_iter().enumerate() {
                let on = Day::new(2026, 11, 23).unwrap().plus(i32::from(day));
                let value = Plan { title: Title::parse(&title).unwrap(), on, ..plan(Some(hour), states[state]) };
                plans
                    .merge(Id::fixed(number as u128), Record { changed: Stamp::zero().next(1, 1), value: Some(value) });
            }
            plans
        })
    }

    proptest! {
        #[test]
        fn a_week_copied_twice_is_copied_once(mut plans in any_week()) {
            let from = Day::new(2026, 11, 23).unwrap().week();
            let copies = super::copies(&plans, from, from.plus(1));
            for (number, copy) in copies.iter().enumerate() {
                prop_assert!(copy.state == State::Open && from.plus(1).has(copy.on));
                let record = Record { changed: Stamp::zero().next(1, 1), value: Some(copy.clone()) };
                plans.merge(Id::fixed(1000 + number as u128), record);
            }
            prop_assert!(super::copies(&plans, from, from.plus(1)).is_empty());
            for (_, plan) in plans.iter().filter(|(_, plan)| from.has(plan.on) && plan.state != State::LetGo) {
                prop_assert!(plans.iter().any(|(_, other)| other.on == plan.on.plus(7) && other.title == plan.title));
            }
        }
    }

    #[test]
    fn two_things_within_half_an_hour_are_at_the_same_time() {
        let at = |minute: u16| Minute::from(600 + minute);
        assert!(clash(at(0), at(29)) && clash(at(29), at(0)) && !clash(at(0), at(30)));
    }

    #[test]
    fn the_day_has_three_parts() {
        let part = |hour| plan(hour, State::Open).part();
        assert_eq!(
            [part(Some(11)), part(Some(12)), part(Some(17))],
            [Some(Part::Morning), Some(Part::Afternoon), Some(Part::Evening)]
        );
        assert_eq!(part(None), None);
    }
}
