//! When something happens again: on civil days, with exceptions and perhaps an end.

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// On which days something happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// The first day it can happen. Weeks and days are counted from here.
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
        /// 0 is Monday, 6 is Sunday.
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

impl Weekdays {
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
        self.0 == 0
    }
}
