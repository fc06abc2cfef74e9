//! Something a person means to do, how often, and what became of it day by day.

use serde::{Deserialize, Serialize};

use crate::{
    collection::Collection,
    day::{Day, Week},
    id::Id,
    text::{Note, Title},
};

/// A goal. Changing it never touches its reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What the person wants to do.
    pub title: Title,
    /// Why it matters, in their words.
    pub why: Note,
    /// Smaller things on the way, in order.
    pub steps: Vec<Step>,
    /// How often.
    pub cadence: Cadence,
    /// The day it was set.
    pub since: Day,
    /// Where it stands.
    pub status: Status,
}

/// A smaller thing on the way to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What to do.
    pub title: Title,
    /// The day it was done.
    pub done: Option<Day>,
}

/// How often a goal is meant to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cadence {
    /// One time.
    Once,
    /// Every day.
    Daily,
    /// Monday to Friday.
    Weekdays,
    /// This many times a week, on any days: 1 to 7.
    Weekly(u8),
}

impl Cadence {
    /// How many times in a week; `None` for a goal of one time.
    pub fn per_week(self) -> Option<u8> {
        match self {
            Self::Once => None,
            Self::Daily => Some(7),
            Self::Weekdays => Some(5),
            Self::Weekly(times) => Some(times.clamp(1, 7)),
        }
    }
}

/// Where a goal stands. Nothing is lost by moving from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It is being worked on.
    Active,
    /// It rests since that day and asks nothing.
    Paused(Day),
    /// It was reached that day.
    Finished(Day),
    /// It was let go that day.
    LetGo(Day),
}

/// What became of a goal on one day: its accountability check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The goal it is about.
    pub goal: Id<Goal>,
    /// The day it is about.
    pub on: Day,
    /// What became of it.
    pub outcome: Outcome,
    /// What the person adds.
    pub note: Note,
}

/// What became of a goal on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Outcome {
    Done,
    Partly,
    NotThisTime,
}

impl Outcome {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Done, Self::Partly, Self::NotThisTime];

    /// Whether it counts as kept. Partly counts.
    pub fn is_kept(self) -> bool {
        self != Self::NotThisTime
    }
}

/// The report on `goal` for `on`. If two were made at once, the later one.
pub fn report_on(reports: &Collection<Report>, goal: Id<Goal>, on: Day) -> Option<(Id<Report>, &Report)> {
    reports.iter().rev().find(|(_, report)| report.goal == goal && report.on == on)
}

/// On how many days of `week` the goal was kept.
pub fn kept_in(reports: &Collection<Report>, goal: Id<Goal>, week: Week) -> u8 {
    let kept = |day: &Day| report_on(reports, goal, *day).is_some_and(|(_, report)| report.outcome.is_kept());
    u8::try_from(week.days().iter().filter(|day| kept(day)).count()).unwrap_or(7)
}

/// Whether `goal` asks for a report on `on`: it is active, not reported that day, and its cadence still wants one.
pub fn is_due(goal: &Goal, id: Id<Goal>, reports: &Collection<Report>, on: Day) -> bool {
    if goal.status != Status::Active || on < goal.since || report_on(reports, id, on).is_some() {
        return false;
    }
    match goal.cadence {
        Cadence::Once | Cadence::Daily => true,
        Cadence::Weekdays => on.weekday().num_days_from_monday() < 5,
        Cadence::Weekly(times) => kept_in(reports, id, on.week()) < times,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{collection::Record, stamp::Stamp};

    const GOAL: Id<Goal> = Id::fixed(1);

    fn goal(cadence: Cadence) -> Goal {
        let title = Title::parse("Walk").unwrap();
        Goal {
            title,
            why: Note::default(),
            steps: Vec::new(),
            cadence,
            since: Day::new(2026, 11, 23).unwrap(),
            status: Status::Active,
        }
    }

    fn reports(outcomes: &[(Day, Outcome)]) -> Collection<Report> {
        let mut all = Collection::default();
        for (number, (on, outcome)) in outcomes.iter().enumerate() {
            let value = Some(Report { goal: GOAL, on: *on, outcome: *outcome, note: Note::default() });
            all.merge(Id::fixed(number as u128), Record { changed: Stamp::zero().next(1, 1), value });
        }
        all
    }

    #[test]
    fn a_goal_is_due_when_its_cadence_wants_a_report() {
        let monday = Day::new(2026, 11, 23).unwrap();
        let due = |cadence, outcomes: &[(Day, Outcome)], on| is_due(&goal(cadence), GOAL, &reports(outcomes), on);
        assert!(due(Cadence::Daily, &[], monday));
        assert!(!due(Cadence::Daily, &[(monday, Outcome::NotThisTime)], monday), "an answer is an answer");
        assert!(due(Cadence::Daily, &[(monday, Outcome::Done)], monday.plus(1)));
        assert!(due(Cadence::Weekdays, &[], monday.plus(4)));
        assert!(!due(Cadence::Weekdays, &[], monday.plus(5)), "not on a Saturday");
        assert!(due(Cadence::Weekly(2), &[(monday, Outcome::Partly)], monday.plus(1)));
        assert!(!due(Cadence::Weekly(1), &[(monday, Outcome::Partly)], monday.plus(1)), "kept often enough");
        assert!(due(Cadence::Weekly(1), &[(monday, Outcome::Partly)], monday.plus(7)), "a new week");
        assert!(!due(Cadence::Daily, &[], monday.plus(-1)), "not before it was set");
    }

    #[test]
    fn a_goal_at_rest_asks_nothing() {
        let on = Day::new(2026, 11, 24).unwrap();
        for status in [Status::Paused(on), Status::Finished(on), Status::LetGo(on)] {
            assert!(!is_due(&Goal { status, ..goal(Cadence::Daily) }, GOAL, &reports(&[]), on));
        }
    }

    proptest! {
        #[test]
        fn keeping_more_never_makes_a_goal_more_due(times in 1_u8..8, kept in prop::collection::vec(0_i32..7, 0..10)) {
            let monday = Day::new(2026, 11, 23).unwrap();
            let outcomes: Vec<_> = kept.iter().map(|day| (monday.plus(*day), Outcome::Done)).collect();
            let goal = goal(Cadence::Weekly(times));
            for on in monday.week().days() {
                let more = is_due(&goal, GOAL, &reports(&outcomes), on);
                let fewer = is_due(&goal, GOAL, &reports(&outcomes[..outcomes.len() / 2]), on);
                prop_assert!(fewer || !more);
            }
        }
    }
}
