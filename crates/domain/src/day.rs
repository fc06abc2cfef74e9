//! Civil days, weeks and wall-clock minutes: the calendar a person lives by.
//!
//! Arithmetic is on civil dates, never on seconds, so that a change of clocks neither loses nor repeats a day.

use std::fmt;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// A civil date from 1900-01-01 to 2199-12-31. Written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "i32", into = "i32")]
pub struct Day(NaiveDate);

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// Not of the form `YYYY-MM-DD`, or no such date.
    #[error("not a date")]
    NotADate,
    /// Before 1900.
    #[error("too early")]
    TooEarly,
    /// After 2199.
    #[error("too late")]
    TooLate,
}

impl Day {
    /// Days from 0001-01-01 to the first and last day there are.
    const RANGE: (i32, i32) = (693_596, 803_168);

    /// The day with this date.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DayError> {
        let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(DayError::NotADate)?;
        match date.num_days_from_ce() {
            days if days < Self::RANGE.0 => Err(DayError::TooEarly),
            days if days > Self::RANGE.1 => Err(DayError::TooLate),
            _ => Ok(Self(date)),
        }
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        let mut parts = text.trim().split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DayError::NotADate);
        };
        if month.len() != 2
            || day.len() != 2
            || !year.bytes().chain(month.bytes()).chain(day.bytes()).all(|byte| byte.is_ascii_digit())
        {
            return Err(DayError::NotADate);
        }
        let number = |text: &str| text.parse::<u32>().map_err(|_| DayError::TooLate);
        let year = i32::try_from(number(year)?).map_err(|_| DayError::TooLate)?;
        if year > 2199 {
            return Err(DayError::TooLate);
        }
        Self::new(year, number(month)?, number(day)?)
    }

    /// The day `days` later (earlier if negative); stops at the first and last day there are.
    pub fn plus(self, days: i32) -> Self {
        Self::from(self.0.num_days_from_ce().saturating_add(days))
    }

    /// The day `days` later (earlier if negative), if there is one.
    pub fn checked_plus(self, days: i32) -> Option<Self> {
        let there = self.plus(days);
        (there.since(self) == days).then_some(there)
    }

    /// Days from `earlier` to this day; negative if it lies after.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.num_days_from_ce() - earlier.0.num_days_from_ce()
    }

    /// The weekday.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The week this day lies in.
    pub fn week(self) -> Week {
        Week { monday: self.plus(-i32::try_from(self.weekday().num_days_from_monday()).unwrap_or(0)) }
    }

    /// Year, month 1-12, day of the month 1-31.
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// This day and the ones before it, oldest first: `count` in all.
    pub fn last(self, count: u16) -> impl Iterator<Item = Self> {
        (0..i32::from(count)).rev().map(move |back| self.plus(-back))
    }
}

impl From<i32> for Day {
    /// The day this many days after 0001-01-01 (which is 1), within the range of days.
    fn from(days: i32) -> Self {
        let days = days.clamp(Self::RANGE.0, Self::RANGE.1);
        Self(NaiveDate::from_num_days_from_ce_opt(days).unwrap_or(NaiveDate::MIN))
    }
}

impl From<Day> for i32 {
    fn from(day: Day) -> Self {
        day.0.num_days_from_ce()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

/// Seven days from a Monday on. Written `YYYY-Www`, numbered as ISO 8601 does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: Day,
}

impl Week {
    /// Reads `2026-W48`.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        let (year, week) = text.split_once("-W").ok_or(DayError::NotADate)?;
        if week.len() != 2 || year.len() != 4 {
            return Err(DayError::NotADate);
        }
        let year = year.parse::<u16>().map_err(|_| DayError::NotADate)?;
        let week = week.parse::<u8>().map_err(|_| DayError::NotADate)?;
        if year < 1900 {
            return Err(DayError::TooEarly);
        }
        if year > 2199 {
            return Err(DayError::TooLate);
        }
        let monday =
            NaiveDate::from_isoywd_opt(i32::from(year), u32::from(week), Weekday::Mon).ok_or(DayError::NotADate)?;
        Ok(Day::from(monday.num_days_from_ce()).week())
    }

    /// Monday to Sunday.
    pub fn days(self) -> [Day; 7] {
        std::array::from_fn(|position| self.monday.plus(i32::try_from(position).unwrap_or(0)))
    }

    /// The week `weeks` later (earlier if negative).
    pub fn plus(self, weeks: i32) -> Self {
        self.monday.plus(weeks.saturating_mul(7)).week()
    }

    /// Whether `day` lies in this week.
    pub fn has(self, day: Day) -> bool {
        (0..7).contains(&day.since(self.monday))
    }
}

impl fmt::Display for Week {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.monday.0.iso_week();
        write!(out, "{:04}-W{:02}", week.year(), week.week())
    }
}

/// A wall-clock time of day, in minutes after midnight. Written `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Minute(u16);

impl Minute {
    /// Reads `HH:MM`, as an `<input type="time">` gives it (seconds are passed over).
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(':');
        let hour = parts.next()?.parse::<u16>().ok().filter(|hour| *hour < 24)?;
        let minute = parts.next()?.parse::<u16>().ok().filter(|minute| *minute < 60)?;
        Some(Self(hour * 60 + minute))
    }

    /// Hour 0-23 and minute 0-59.
    pub fn parts(self) -> (u16, u16) {
        (self.0 / 60, self.0 % 60)
    }
}

impl From<u16> for Minute {
    /// The minute this many minutes after midnight; full days are dropped.
    fn from(minutes: u16) -> Self {
        Self(minutes % 1440)
    }
}

impl From<Minute> for u16 {
    fn from(minute: Minute) -> Self {
        minute.0
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = self.parts();
        write!(out, "{hour:02}:{minute:02}")
    }
}

/// One instant as the device knew it: UTC milliseconds, and the offset from UTC then in force, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub millis: i64,
    /// Minutes that the wall clock is ahead of UTC.
    pub offset: i16,
}

impl Moment {
    /// The day a person means by "today", when their day ends at `day_ends` (hours after midnight).
    pub fn day(self, day_ends: u8) -> Day {
        let minutes = self.wall_minutes() - i64::from(day_ends) * 60;
        let days = minutes.div_euclid(1440) + i64::from(EPOCH);
        Day::from(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
    }

    /// The time on the wall clock.
    pub fn minute(self) -> Minute {
        Minute(u16::try_from(self.wall_minutes().rem_euclid(1440)).unwrap_or(0))
    }

    fn wall_minutes(self) -> i64 {
        self.millis.div_euclid(60_000) + i64::from(self.offset)
    }
}

/// Days from 0001-01-01 to 1970-01-01.
pub(crate) const EPOCH: i32 = 719_163;

/// How many days lie between two days, both counted; 0 if `to` lies before `from`.
pub fn span(from: Day, to: Day) -> usize {
    usize::try_from(TimeDelta::num_days(&(to.0 - from.0)) + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_day() -> impl Strategy<Value = Day> {
        (Day::RANGE.0..=Day::RANGE.1).prop_map(Day::from)
    }

    proptest! {
        #[test]
        fn a_day_reads_back_what_it_writes(day in any_day()) {
            prop_assert_eq!(Day::parse(&day.to_string()), Ok(day));
            prop_assert_eq!(Day::from(i32::from(day)), day);
        }

        #[test]
        fn a_week_reads_back_what_it_writes_and_has_its_days(day in any_day()) {
            let week = day.week();
            prop_assert!(week.has(day));
            if (1900..=2199).contains(&week.monday.0.iso_week().year()) && i32::from(day) > Day::RANGE.0 + 7 {
                prop_assert_eq!(Week::parse(&week.to_string()), Ok(week));
            }
        }

        #[test]
        fn days_add_and_subtract(day in any_day(), step in -400..400) {
            let there = day.plus(step);
            let is_there = i32::from(day) + step == i32::from(there);
            prop_assert_eq!(day.checked_plus(step), is_there.then_some(there));
            prop_assume!(is_there);
            prop_assert_eq!(there.since(day), step);
        }

        #[test]
        fn any_text_is_a_day_or_an_error(text in ".{0,14}") {
            if let Ok(day) = Day::parse(&text) {
                prop_assert_eq!(day.to_string(), text.trim());
            }
        }
    }

    #[test]
    fn a_day_outside_its_range_says_which_way() {
        assert_eq!(Day::parse("1899-12-31"), Err(DayError::TooEarly));
        assert_eq!(Day::parse("1900-01-01").map(i32::from), Ok(Day::RANGE.0));
        assert_eq!(Day::parse("2199-12-31").map(i32::from), Ok(Day::RANGE.1));
        assert_eq!(Day::parse("2200-01-01"), Err(DayError::TooLate));
        assert_eq!(Day::parse("99999999999-01-01"), Err(DayError::TooLate));
        assert_eq!(Day::parse("2026-02-29"), Err(DayError::NotADate));
        assert_eq!(Day::parse("2026-2-9"), Err(DayError::NotADate));
    }

    #[test]
    fn the_day_lasts_until_the_hour_it_ends() {
        let at = |hour: i64, minute: i64| Moment { millis: ((20_781 * 24 + hour) * 60 + minute) * 60_000, offset: 0 };
        let day = Day::new(2026, 11, 24);
        assert_eq!(Ok(at(12, 0).day(3)), day);
        assert_eq!(Ok(at(24 + 2, 59).day(3)), day);
        assert_eq!(Ok(at(24 + 3, 0).day(3)), day.map(|day| day.plus(1)));
        assert_eq!(at(2, 59).minute().to_string(), "02:59");
    }

    #[test]
    fn the_offset_moves_the_day() {
        let noon = Moment { millis: 20_781 * 86_400_000 + 43_200_000, offset: 0 };
        assert_eq!(Moment { offset: 14 * 60, ..noon }.day(0), noon.day(0).plus(1));
        assert_eq!(Moment { offset: -13 * 60, ..noon }.day(0), noon.day(0).plus(-1));
    }

    #[test]
    fn a_clock_gone_wild_still_gives_a_day() {
        assert_eq!(Moment { millis: i64::MAX, offset: 0 }.day(3), Day::from(i32::MAX));
        assert_eq!(Moment { millis: i64::MIN, offset: 0 }.day(3), Day::from(i32::MIN));
    }

    #[test]
    fn weeks_are_iso_weeks() {
        let week = Week::parse("2026-W53");
        assert_eq!(week.map(|week| week.days()[0].to_string()), Ok("2026-12-28".into()));
        assert_eq!(Week::parse("2027-W53"), Err(DayError::NotADate));
        assert_eq!(Week::parse("x"), Err(DayError::NotADate));
        assert_eq!(week.map(|week| week.plus(1).to_string()), Ok("2027-W01".into()));
    }

    #[test]
    fn a_time_is_read_as_the_browser_gives_it() {
        assert_eq!(Minute::parse("18:30").map(u16::from), Some(1110));
        assert_eq!(Minute::parse("18:30:15").map(u16::from), Some(1110));
        assert_eq!(Minute::parse("24:00"), None);
        assert_eq!(Minute::parse(""), None);
    }
}
