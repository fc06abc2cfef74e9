//! How a goal went over some days, in counts a person can check.
//!
//! The days are cut into turns, each of which asked for something:
//!
//! - **Daily, weekdays**: each day on which it was asked is a turn that asks once.
//! - **n times a week**: each week is a turn. It asks n times; where some of its days do not count, n times the days
//!   that do, over seven, rounded down.
//! - **every n weeks**: each n weeks are a turn that asks once. It belongs to the day it begins, and counts against
//!   once it asked on seven days in vain.
//!
//! Done counts whole and partly counts half. An excused day and a day of rest ask nothing, and what was done on one
//! counts all the same. A day without an answer was asked in vain, but the last day counts only once it is answered.
//! A turn never counts more than it asked at most, so a full week does not make up for another.

use super::{ASKED_DAYS, Answers, Cadence, Goal, Outcome, is_weekday, turn_of};
use crate::day::{Day, span};

/// What a goal asked for and got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The first of its days that was looked at.
    pub on: Day,
    /// How many times it asked.
    pub asked: u16,
    /// How much was kept, in halves: at most twice `asked`.
    pub halves: u16,
    /// How many times it was kept, in part or whole: at most `asked`.
    pub kept: u16,
    /// Whether its days are not over.
    pub open: bool,
}

/// How a goal went over some days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trend {
    /// How many times it asked.
    pub asked: u16,
    /// How much was kept of that, in halves.
    pub halves: u16,
    /// On how many days it was done.
    pub done: u16,
    /// On how many days it was done in part.
    pub partly: u16,
    /// How many days were excused.
    pub excused: u16,
    /// On how many days it was at rest and nothing was told.
    pub rested: u16,
    /// Its turns, oldest first.
    pub turns: Vec<Turn>,
}

/// How the later half of some days compares with the earlier half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Course {
    More,
    Same,
    Less,
    /// Too few turns to say anything.
    TooEarly,
}

/// How many turns in a row were kept, in part or whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Runs {
    /// Up to now.
    pub now: u16,
    /// At most, ever.
    pub longest: u16,
}

/// For how many days a look back goes at most: ten years.
const FARTHEST: i32 = 3_660;

impl Trend {
    /// How `goal` went from `from` to `to`. The last day counts only once it is answered.
    pub fn of(goal: &Goal, answers: &Answers, from: Day, to: Day) -> Self {
        let from = from.max(to.plus(1 - FARTHEST));
        let turns = turns(goal, answers, from, to);
        let mut trend = Self {
            asked: turns.iter().map(|turn| turn.asked).sum(),
            halves: turns.iter().map(|turn| turn.halves).sum(),
            turns,
            ..Self::default()
        };
        if from > to {
            return trend;
        }
        for outcome in answers.range(from..=to).map(|(_, outcome)| *outcome) {
            match outcome {
                Outcome::Done => trend.done += 1,
                Outcome::Partly => trend.partly += 1,
                Outcome::Excused => trend.excused += 1,
                Outcome::NotThisTime => {}
            }
        }
        let first = from.max(goal.since);
        let rested = days(first, to).filter(|day| !goal.asks(*day) && !answers.contains_key(day)).count();
        trend.rested = u16::try_from(rested).unwrap_or(u16::MAX);
        trend
    }

    /// How much was kept, in hundredths of what was asked; `None` if nothing was.
    pub fn share(&self) -> Option<u16> {
        share(self.asked, self.halves)
    }

    /// Compares the earlier half of the turns with the later one.
    ///
    /// It speaks only if each half asked three times, and of a difference of 15 hundredths: fewer or less is chance
    /// as often as not.
    pub fn course(&self) -> Course {
        let (earlier, later) = self.turns.split_at(self.turns.len() / 2);
        let sum = |turns: &[Turn]| {
            let asked = turns.iter().map(|turn| turn.asked).sum();
            share(asked, turns.iter().map(|turn| turn.halves).sum()).filter(|_| asked >= 3)
        };
        let (Some(before), Some(after)) = (sum(earlier), sum(later)) else { return Course::TooEarly };
        match i32::from(after) - i32::from(before) {
            15.. => Course::More,
            ..=-15 => Course::Less,
            _ => Course::Same,
        }
    }

    /// The weeks from the one of `from` to the one of `to`: their Monday, how many times they asked, and what was kept
    /// in halves.
    pub fn weeks(&self, from: Day, to: Day) -> Vec<(Day, u16, u16)> {
        let [first, ..] = from.week().days();
        let count = span(first, to).div_ceil(7);
        let mut weeks: Vec<(Day, u16, u16)> =
            days(first, to).step_by(7).take(count).map(|monday| (monday, 0, 0)).collect();
        for turn in &self.turns {
            let place = usize::try_from(turn.on.since(first).div_euclid(7)).ok();
            if let Some((_, asked, halves)) = place.and_then(|place| weeks.get_mut(place)) {
                *asked += turn.asked;
                *halves += turn.halves;
            }
        }
        weeks
    }
}

impl Runs {
    /// How often in a row `goal` was kept up to `today`. Excused days and days of rest are passed over, and a turn that
    /// is not over ends nothing.
    pub fn of(goal: &Goal, answers: &Answers, today: Day) -> Self {
        let mut runs = Self::default();
        for turn in turns(goal, answers, today.plus(1 - FARTHEST), today) {
            if turn.kept >= turn.asked {
                runs.now += 1;
                runs.longest = runs.longest.max(runs.now);
            } else if !turn.open {
                runs.now = 0;
            }
        }
        runs
    }
}

fn share(asked: u16, halves: u16) -> Option<u16> {
    u16::try_from((u32::from(halves) * 50).checked_div(u32::from(asked))?).ok()
}

/// The days from `from` to `to`, both counted.
fn days(from: Day, to: Day) -> impl Iterator<Item = Day> {
    (0..=to.since(from)).map(move |step| from.plus(step))
}

/// The turns of `goal` from `from` to `to`, oldest first, that asked for something or got it.
fn turns(goal: &Goal, answers: &Answers, from: Day, to: Day) -> Vec<Turn> {
    let look = Look { goal, answers, from, to };
    let mut turns = Vec::new();
    let mut first = goal.since;
    for earlier in &goal.earlier {
        look.turns(earlier.cadence.bounded(), first, earlier.last.min(to), &mut turns);
        first = first.max(earlier.last.plus(1));
    }
    look.turns(goal.cadence.bounded(), first, to, &mut turns);
    turns
}

/// What is looked at.
struct Look<'a> {
    goal: &'a Goal,
    answers: &'a Answers,
    from: Day,
    to: Day,
}

impl Look<'_> {
    /// The turns of one cadence that was in force from `first` to `last`.
    fn turns(&self, cadence: Cadence, first: Day, last: Day, into: &mut Vec<Turn>) {
        let begin = first.max(self.from);
        match cadence {
            Cadence::Once => {}
            Cadence::Daily | Cadence::Weekdays => into.extend(days(begin, last).filter_map(|day| {
                let asked = self.counts(day) && (cadence == Cadence::Daily || is_weekday(day));
                let halves = self.halves(&[day]);
                (asked || halves > 0).then(|| Turn { on: day, asked: 1, halves, kept: halves.min(1), open: false })
            })),
            Cadence::Weekly(times) => {
                let mut day = begin;
                while day <= last {
                    let [.., sunday] = day.week().days();
                    into.extend(self.week(times, &days(day, sunday.min(last)).collect::<Vec<_>>()));
                    match sunday.checked_plus(1) {
                        Some(monday) => day = monday,
                        None => break,
                    }
                }
            }
            Cadence::EveryWeeks(weeks) => {
                let mut monday = turn_of(first, weeks, begin);
                while monday <= last {
                    let next = monday.checked_plus(7 * i32::from(weeks));
                    let (day, end) = (monday.max(first), next.map_or(last, |next| next.plus(-1).min(last)));
                    if day >= self.from {
                        into.extend(self.weeks(&days(day, end).collect::<Vec<_>>()));
                    }
                    match next {
                        Some(next) => monday = next,
                        None => break,
                    }
                }
            }
        }
    }

    /// A week that asks so many times.
    fn week(&self, times: u8, week: &[Day]) -> Option<Turn> {
        let times = u16::from(times);
        let counted = u16::try_from(week.iter().filter(|day| self.counts(**day)).count()).unwrap_or(7);
        let halves = self.halves(week).min(2 * times);
        let kept = self.kept(week).min(times);
        let asked = (times * counted / 7).max(kept);
        let open = week.last().is_some_and(|last| last.week().has(self.to));
        (asked > 0).then_some(Turn { on: *week.first()?, asked, halves, kept, open })
    }

    /// Some weeks that ask once.
    fn weeks(&self, days: &[Day]) -> Option<Turn> {
        let kept = self.kept(days).min(1);
        let halves = days.iter().map(|day| self.halves(&[*day])).max().unwrap_or(0);
        let asked = days.iter().filter(|day| self.counts(**day)).count() >= ASKED_DAYS;
        (asked || kept > 0).then_some(Turn { on: *days.first()?, asked: 1, halves, kept, open: false })
    }

    /// Whether a day without anything kept counts: the goal was at work, and the day is not excused. The last day
    /// counts only once it is answered.
    fn counts(&self, day: Day) -> bool {
        let answer = self.answers.get(&day);
        (day < self.to || answer.is_some()) && self.goal.asks(day) && answer != Some(&Outcome::Excused)
    }

    fn halves(&self, days: &[Day]) -> u16 {
        days.iter().filter_map(|day| self.answers.get(day)).map(|outcome| outcome.halves()).sum()
    }

    fn kept(&self, days: &[Day]) -> u16 {
        u16::try_from(days.iter().filter_map(|day| self.answers.get(day)).filter(|one| one.is_kept()).count())
            .unwrap_or(u16::MAX)
    }
}
