//! Something a person means to do, how often, and what became of it day by day.

mod change;
mod template;
#[cfg(test)]
mod tests;
mod trend;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::{
    template::Template,
    trend::{Course, Runs, Trend, Turn},
};
use crate::{
    collection::Collection,
    day::{Day, Week},
    id::Id,
    text::{Note, Title},
};

/// A goal. Changing it never touches its reports, nor how days before the change count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What the person wants to do.
    pub title: Title,
    /// Why it matters, in their words.
    pub why: Note,
    /// What it is good for, of what matters to them.
    pub values: Vec<Value>,
    /// Smaller things on the way, in order.
    pub steps: Vec<Step>,
    /// What may get in the way, and what they will do then.
    pub hurdles: Vec<Hurdle>,
    /// How often, now.
    pub cadence: Cadence,
    /// The last day it asks, if it has one.
    pub until: Option<Day>,
    /// How often it was before, oldest first.
    pub earlier: Vec<Former>,
    /// The day it was set.
    pub since: Day,
    /// Where it stands.
    pub status: Status,
    /// When it rested before, oldest first.
    pub rests: Vec<Rest>,
    /// Whether the person wants to see how many times in a row they kept it.
    pub shows_runs: bool,
}

/// A smaller thing on the way to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What to do.
    pub title: Title,
    /// The day it is meant for.
    pub by: Option<Day>,
    /// The day it was done.
    pub done: Option<Day>,
}

/// An obstacle and the plan for it: if this, then that (5.26).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hurdle {
    /// If this happens …
    pub when: Title,
    /// … then I will do this.
    pub then: Title,
}

/// What may matter to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Value {
    Health,
    Family,
    Friends,
    Peace,
    Freedom,
    Honesty,
    Work,
    Home,
    Faith,
    Helping,
    Learning,
    Joy,
}

impl Value {
    /// In the order they are offered.
    pub const ALL: [Self; 12] = [
        Self::Health,
        Self::Family,
        Self::Friends,
        Self::Peace,
        Self::Freedom,
        Self::Honesty,
        Self::Work,
        Self::Home,
        Self::Faith,
        Self::Helping,
        Self::Learning,
        Self::Joy,
    ];
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
    /// One time in this many weeks, counted from the Monday of the week it began in: 1 to 52.
    EveryWeeks(u8),
}

impl Cadence {
    /// How many times a week there may be.
    pub const TIMES: std::ops::RangeInclusive<u8> = 1..=7;
    /// In how many weeks one time may be.
    pub const WEEKS: std::ops::RangeInclusive<u8> = 1..=52;

    /// How many times in a week; `None` for what is asked less than once a week or one time.
    pub fn per_week(self) -> Option<u8> {
        match self.bounded() {
            Self::Once | Self::EveryWeeks(_) => None,
            Self::Daily => Some(7),
            Self::Weekdays => Some(5),
            Self::Weekly(times) => Some(times),
        }
    }

    /// The same with its number within bounds.
    #[must_use]
    pub fn bounded(self) -> Self {
        match self {
            Self::Weekly(times) => Self::Weekly(times.clamp(*Self::TIMES.start(), *Self::TIMES.end())),
            Self::EveryWeeks(weeks) => Self::EveryWeeks(weeks.clamp(*Self::WEEKS.start(), *Self::WEEKS.end())),
            other => other,
        }
    }

    /// Whether its number is within bounds.
    pub fn is_bounded(self) -> bool {
        self == self.bounded()
    }
}

/// How often a goal was meant to be kept before that was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// How often.
    pub cadence: Cadence,
    /// The last day for which this counts.
    pub last: Day,
}

/// Where a goal stands. Nothing is lost by moving from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It is being worked on.
    Active,
    /// It rests and asks nothing.
    Paused(Pause),
    /// It was reached that day.
    Finished(Day),
    /// It was let go that day.
    LetGo(Day),
}

/// A goal at rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Since when.
    pub since: Day,
    /// Why, if the person says.
    pub reason: Option<Reason>,
    /// The day it comes back by itself, if it does.
    pub back: Option<Day>,
}

impl Pause {
    /// How many days before today it may have begun: ten years.
    const FARTHEST: i32 = 3_660;

    /// Whether it can have begun on `since`: today or before.
    pub fn can_begin(since: Day, today: Day) -> bool {
        (0..=Self::FARTHEST).contains(&today.since(since))
    }

    /// Whether it can end on `back`: on any day after it began, past or to come.
    pub fn can_end(since: Day, back: Day) -> bool {
        since < back
    }

    /// Whether it is over on `today`.
    pub fn is_over(&self, today: Day) -> bool {
        self.back.is_some_and(|back| back <= today)
    }
}

/// Why a goal rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Reason {
    Illness,
    Hospital,
    Custody,
    Travel,
    Other,
}

impl Reason {
    /// In the order they are offered.
    pub const ALL: [Self; 5] = [Self::Illness, Self::Hospital, Self::Custody, Self::Travel, Self::Other];

    /// Whether tolerance may be low after it: the old amount can kill (3.40, 3.41, 3.45).
    pub fn lowers_tolerance(self) -> bool {
        matches!(self, Self::Hospital | Self::Custody)
    }
}

/// Days in the past on which a goal asked nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rest {
    /// The first of them.
    pub since: Day,
    /// The day after the last of them.
    pub back: Day,
    /// Why, if the person said.
    pub reason: Option<Reason>,
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
pub enum Outcome {
    /// It was done.
    Done,
    /// Some of it was done: half, where it is counted.
    Partly,
    /// It was not done.
    NotThisTime,
    /// The day counts neither for nor against.
    Excused,
}

impl Outcome {
    /// All of them. Their places are kept on disk: a new one goes to the end.
    pub const ALL: [Self; 4] = [Self::Done, Self::Partly, Self::NotThisTime, Self::Excused];
    /// The answers that are always offered, in their order.
    pub const OFFERED: [Self; 3] = [Self::Done, Self::Partly, Self::NotThisTime];

    /// Whether it counts as kept. Partly counts.
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Done | Self::Partly)
    }

    /// Whether the day asked for it. An excused day counts neither for nor against.
    pub fn is_asked(self) -> bool {
        self != Self::Excused
    }

    /// How much it counts, in halves.
    fn halves(self) -> u16 {
        match self {
            Self::Done => 2,
            Self::Partly => 1,
            Self::NotThisTime | Self::Excused => 0,
        }
    }
}

/// What became of one goal, by day.
pub type Answers = BTreeMap<Day, Outcome>;

/// The report on `goal` for `on`. If two were made at once, the later one.
pub fn report_on(reports: &Collection<Report>, goal: Id<Goal>, on: Day) -> Option<(Id<Report>, &Report)> {
    reports.iter().rev().find(|(_, report)| report.goal == goal && report.on == on)
}

/// What became of `goal` on each day there is a report of. If two were made at once, the later one.
pub fn answers(reports: &Collection<Report>, goal: Id<Goal>) -> Answers {
    reports.iter().filter(|(_, report)| report.goal == goal).map(|(_, report)| (report.on, report.outcome)).collect()
}

/// How many of `reports` say that a goal was kept, and how many were asked for: excused days are left out.
pub fn kept_of_asked<'a>(reports: impl IntoIterator<Item = &'a Report>) -> (usize, usize) {
    reports
        .into_iter()
        .filter(|report| report.outcome.is_asked())
        .fold((0, 0), |(kept, asked), report| (kept + usize::from(report.outcome.is_kept()), asked + 1))
}

/// On how many days of `week` the goal was kept.
pub fn kept_in(reports: &Collection<Report>, goal: Id<Goal>, week: Week) -> u8 {
    let answers = answers(reports, goal);
    kept_among(&answers, &week.days())
}

fn kept_among(answers: &Answers, days: &[Day]) -> u8 {
    let kept = days.iter().filter(|day| answers.get(day).is_some_and(|outcome| outcome.is_kept())).count();
    u8::try_from(kept).unwrap_or(u8::MAX)
}

/// Whether `goal` asks for a report on `on`: it is active, not reported that day, and its cadence still wants one.
pub fn is_due(goal: &Goal, id: Id<Goal>, reports: &Collection<Report>, on: Day) -> bool {
    goal.asks(on) && is_wanted(goal, &answers(reports, id), on)
}

/// Whether the cadence wants a report on `on`, on which the goal is at work.
fn is_wanted(goal: &Goal, answers: &Answers, on: Day) -> bool {
    if answers.contains_key(&on) {
        return false;
    }
    let (cadence, first) = goal.cadence_on(on);
    match cadence {
        Cadence::Once | Cadence::Daily => true,
        Cadence::Weekdays => is_weekday(on),
        Cadence::Weekly(times) => kept_among(answers, &on.week().days()) < times,
        Cadence::EveryWeeks(weeks) => {
            let begins = turn_of(first, weeks, on).max(first);
            let days = || (0..=on.since(begins)).map(|step| begins.plus(step));
            let asked = days().filter(|day| goal.asks(*day) && answers.get(day) != Some(&Outcome::Excused)).count();
            asked <= ASKED_DAYS && kept_among(answers, &days().collect::<Vec<_>>()) == 0
        }
    }
}

/// On how many days of its turn a goal of every so many weeks asks, if it is not kept.
const ASKED_DAYS: usize = 7;

/// The Monday on which the turn of `weeks` weeks begins that `on` lies in, counted from the week of `first`.
fn turn_of(first: Day, weeks: u8, on: Day) -> Day {
    let [monday, ..] = first.week().days();
    let length = 7 * i32::from(weeks.max(1));
    monday.plus(on.since(monday).div_euclid(length) * length)
}

fn is_weekday(on: Day) -> bool {
    on.weekday().num_days_from_monday() < 5
}

impl Goal {
    /// A goal with nothing but a name and how often, set on `since`.
    pub fn new(title: Title, cadence: Cadence, since: Day) -> Self {
        Self {
            title,
            why: Note::default(),
            values: Vec::new(),
            steps: Vec::new(),
            hurdles: Vec::new(),
            cadence,
            until: None,
            earlier: Vec::new(),
            since,
            status: Status::Active,
            rests: Vec::new(),
            shows_runs: false,
        }
    }

    /// The same with every number within bounds, as it is read from a disk.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.cadence = self.cadence.bounded();
        for earlier in &mut self.earlier {
            earlier.cadence = earlier.cadence.bounded();
        }
        self
    }

    /// How often it was meant to be kept on `on`, and since when that was so.
    pub fn cadence_on(&self, on: Day) -> (Cadence, Day) {
        let mut first = self.since;
        for earlier in &self.earlier {
            if on <= earlier.last {
                return (earlier.cadence.bounded(), first);
            }
            first = first.max(earlier.last.plus(1));
        }
        (self.cadence.bounded(), first)
    }

    /// Whether it is at work on `on`: set, not past its last day, not over and not at rest.
    pub fn asks(&self, on: Day) -> bool {
        on >= self.since
            && self.until.is_none_or(|last| on <= last)
            && self.over().is_none_or(|over| on < over)
            && !self.rests_on(on)
    }

    /// The day it was finished or let go.
    pub fn over(&self) -> Option<Day> {
        match self.status {
            Status::Finished(on) | Status::LetGo(on) => Some(on),
            Status::Active | Status::Paused(_) => None,
        }
    }

    /// Whether it rests on `on`.
    pub fn rests_on(&self, on: Day) -> bool {
        self.pause_on(on).is_some() || self.rests.iter().any(|rest| rest.since <= on && on < rest.back)
    }

    /// The pause it was put into and not taken up from, even if the day to come back has passed.
    pub fn pause(&self) -> Option<Pause> {
        match self.status {
            Status::Paused(pause) => Some(pause),
            _ => None,
        }
    }

    /// The pause it is in on `on`. One with a day to come back is over on that day.
    pub fn pause_on(&self, on: Day) -> Option<Pause> {
        self.pause().filter(|pause| pause.since <= on && pause.back.is_none_or(|back| on < back))
    }

    /// Whether its last day lies before `today` while it is still at work.
    pub fn is_past_its_last_day(&self, today: Day) -> bool {
        self.over().is_none() && self.until.is_some_and(|last| last < today)
    }

    /// The day it came back from hospital or custody, if that was in the last 28 days (3.41, 3.45).
    pub fn came_back_lately(&self, today: Day) -> Option<Day> {
        let paused = self.pause().and_then(|pause| Some((pause.reason?, pause.back?)));
        let rests = self.rests.iter().filter_map(|rest| Some((rest.reason?, rest.back)));
        rests
            .chain(paused)
            .filter(|(reason, back)| reason.lowers_tolerance() && (0..28).contains(&today.since(*back)))
            .map(|(_, back)| back)
            .max()
    }
}
