//! An activity on a day: planned, done, moved or let go, always without blame.

use serde::{Deserialize, Serialize};

use crate::{
    activity::ActivityNumber,
    check_in::Mood,
    collection::Collection,
    day::{Day, Minute},
    id::Id,
    text::Title,
};

/// One activity on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What to do, in the words it had when it was planned.
    pub title: Title,
    /// The entry of the catalogue it came from.
    pub activity: Option<ActivityNumber>,
    /// The day.
    pub on: Day,
    /// The time, if it has one.
    pub at: Option<Minute>,
    /// Whether it is with other people.
    pub together: bool,
    /// Where it stands.
    pub state: State,
}

/// Where a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Not yet.
    Open,
    /// It was done, and this is how it felt.
    Done {
        /// Mood before.
        before: Option<Mood>,
        /// Mood after.
        after: Option<Mood>,
    },
    /// It was let go.
    LetGo,
}

impl Plan {
    /// Whether it was done.
    pub fn is_done(&self) -> bool {
        matches!(self.state, State::Done { .. })
    }

    /// The same plan on another day or at another time, open again.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{collection::Record, stamp::Stamp};

    fn plan(hour: Option<u16>, state: State) -> Plan {
        let (title, on) = (Title::parse("Walk").unwrap(), Day::new(2026, 11, 24).unwrap());
        Plan { title, activity: None, on, at: hour.map(|hour| Minute::from(hour * 60)), together: false, state }
    }

    #[test]
    fn a_day_shows_its_plans_in_the_order_of_time() {
        let mut all = Collection::default();
        let done = State::Done { before: None, after: None };
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
        let moved = Plan { together: true, ..plan(Some(9), State::LetGo) }.moved(day, None);
        assert_eq!((moved.on, moved.at, moved.state, moved.together), (day, None, State::Open, true));
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
