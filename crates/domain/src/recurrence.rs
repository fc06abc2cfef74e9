//! When something happens again: on civil days, with exceptions and perhaps an end.

use std::iter;

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// On which days something happens. Whatever the fields are, every question has an answer after few steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// The first day it can happen, though it need not happen on it. Days are counted from here, weeks and months from
    /// the week and the month it lies in.
    pub from: Day,
    /// How it repeats.
    pub rule: Rule,
    /// The last day it can happen; `None` is for ever.
    pub until: Option<Day>,
    /// Days on which it does not happen, in order, each once.
    pub except: Vec<Day>,
}

/// How something repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// One time, on the first day.
    Once,
    /// Every so many days: 1 is every day. 0 counts as 1.
    Days(u16),
    /// Every so many weeks, from Monday to Sunday, on some weekdays. 0 weeks count as 1.
    Weeks {
        /// 1 is every week.
        every: u8,
        /// On these weekdays; none means the weekday of the first day.
        on: Weekdays,
    },
    /// Every so many months on the n-th such weekday. 0 months count as 1. Months that have none are passed over.
    Months {
        /// 1 is every month.
        every: u8,
        /// Which one of the month.
        nth: Nth,
        /// 0 is Monday, 6 is Sunday. No day has another number.
        weekday: u8,
    },
}

/// Which one of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Fifth,
    Last,
}

/// Some of the seven weekdays, Monday first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weekdays(u8);

impl Recurrence {
    /// Whether it happens on `day`.
    pub fn is_on(&self, day: Day) -> bool {
        self.next(day) == Some(day)
    }

    /// The first day on or after `from` on which it happens; `None` if it never does again.
    pub fn next(&self, from: Day) -> Option<Day> {
        let mut day = self.rule.next(self.from, from.max(self.from))?;
        while self.except.contains(&day) {
            day = self.rule.next(self.from, day.checked_plus(1)?)?;
        }
        self.until.is_none_or(|until| day <= until).then_some(day)
    }

    /// The days from `from` to `to`, both counted, on which it happens, in order.
    pub fn days(&self, from: Day, to: Day) -> impl Iterator<Item = Day> {
        iter::successors(self.next(from), |day| self.next(day.checked_plus(1)?)).take_while(move |day| *day <= to)
    }

    /// Whether it happens neither on `today` nor later.
    pub fn is_over(&self, today: Day) -> bool {
        self.next(today).is_none()
    }

    /// Leaves out `day`. Returns whether it would have happened on it; if not, nothing changes.
    pub fn skip(&mut self, day: Day) -> bool {
        let is_on = self.is_on(day);
        if is_on {
            let place = self.except.partition_point(|other| *other < day);
            self.except.insert(place, day);
        }
        is_on
    }

    /// Takes back that `day` is left out. Returns whether it was.
    pub fn unskip(&mut self, day: Day) -> bool {
        let count = self.except.len();
        self.except.retain(|other| *other != day);
        self.except.len() < count
    }

    /// Lets it happen on `day` for the last time, unless it ends before.
    pub fn end(&mut self, day: Day) {
        self.until = Some(self.until.map_or(day, |until| until.min(day)));
    }
}

impl Rule {
    /// The first day on or after `from` by this rule, counted from `start`, which is no later than `from`.
    fn next(self, start: Day, from: Day) -> Option<Day> {
        match self {
            Self::Once => (from == start).then_some(start),
            Self::Days(every) => start.checked_plus(up(from.since(start), i32::from(every.max(1)))),
            Self::Weeks { every, on } => {
                let on = if on.is_empty() { Weekdays::of(start) } else { on };
                let turn = 7 * i32::from(every.max(1));
                // Days since the Monday before `start`, and since the Monday on which the latest turn began.
                let since_first = from.since(start) + weekday(start);
                let since_turn = since_first % turn;
                let this_week = on.iter().map(i32::from).find(|weekday| *weekday >= since_turn);
                let next_turn = || on.iter().next().map(|weekday| turn + i32::from(weekday));
                from.checked_plus(this_week.or_else(next_turn)? - since_turn)
            }
            Self::Months { every, nth, weekday } => {
                let every = every.max(1);
                let (first, now) = (month(start), month(from));
                (first + up(now - first, i32::from(every))..=LAST_MONTH)
                    .step_by(usize::from(every))
                    .filter_map(|month| nth.day(month, weekday))
                    .find(|day| *day >= from)
            }
        }
    }
}

impl Nth {
    /// The n-th `weekday` of a month, which is counted from year 0.
    fn day(self, month: i32, weekday: u8) -> Option<Day> {
        let first = Day::new(month / 12, u32::try_from(month % 12 + 1).ok()?, 1).ok()?;
        let (_, its_month, _) = first.parts();
        let ahead = (7 + i32::from(weekday) - self::weekday(first)) % 7;
        let after = |weeks: i32| first.checked_plus(ahead + 7 * weeks).filter(|day| day.parts().1 == its_month);
        match self {
            _ if weekday > 6 => None,
            Self::First => after(0),
            Self::Second => after(1),
            Self::Third => after(2),
            Self::Fourth => after(3),
            Self::Fifth => after(4),
            Self::Last => after(4).or_else(|| after(3)),
        }
    }
}

/// The last month there is, counted from year 0.
const LAST_MONTH: i32 = 2199 * 12 + 11;

/// The month `day` lies in, counted from year 0.
fn month(day: Day) -> i32 {
    let (year, month, _) = day.parts();
    year * 12 + i32::try_from(month).unwrap_or(1) - 1
}

/// The weekday, 0 is Monday. Day 1 was a Monday.
fn weekday(day: Day) -> i32 {
    (i32::from(day) - 1) % 7
}

/// The first multiple of `every` that is no less than `count`.
fn up(count: i32, every: i32) -> i32 {
    (count + every - 1) / every * every
}

impl Weekdays {
    /// The weekday of `day` alone.
    pub fn of(day: Day) -> Self {
        Self(1 << day.weekday().num_days_from_monday())
    }

    /// With `weekday` (0 is Monday, 6 is Sunday) in or out; other numbers change nothing.
    pub fn with(self, weekday: u8, is_in: bool) -> Self {
        let bit = if weekday < 7 { 1 << weekday } else { 0 };
        Self(if is_in { self.0 | bit } else { self.0 & !bit })
    }

    /// Whether `weekday` (0 is Monday) is in.
    pub fn has(self, weekday: u8) -> bool {
        weekday < 7 && self.0 & 1 << weekday != 0
    }

    /// The weekdays that are in, Monday first.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..7).filter(move |weekday| self.has(*weekday))
    }

    /// Whether none is in.
    pub fn is_empty(self) -> bool {
        self.iter().next().is_none()
    }
}

#[cfg(test)]
mod tests;
