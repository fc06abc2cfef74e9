//! What another calendar is told of something that happens: neutral words, the days, whose wall clock, a reminder.

use serde::{Deserialize, Serialize};

use crate::{
    day::{Day, EPOCH, Minute},
    meeting::Zone,
    recurrence::Recurrence,
    text::{Note, Title},
    zone::{self, Offset},
};

/// One entry of a calendar, for a meeting or a plan. What stands in it is seen by whoever sees that calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The bits of the id of the record: the same for ever, so that a calendar changes its entry and makes no second one.
    pub uid: u128,
    /// How often it was changed: calendars replace an entry by one with a higher number.
    pub edition: u16,
    /// What it is called there; neutral unless the person chose otherwise.
    pub title: Title,
    /// Anything else to be said. May be empty.
    pub description: Note,
    /// Where. May be empty.
    pub location: Note,
    /// Where online, as it was typed. May be empty.
    pub link: Note,
    /// On which days, by its own wall clock. If there are none, calendars are told to take the entry away.
    pub when: Recurrence,
    /// When it begins, by its own wall clock; `None` is the whole day.
    pub at: Option<Minute>,
    /// How long it lasts, in minutes. Means nothing for a whole day.
    pub minutes: u16,
    /// Whose wall clock; `None` is wherever the person is.
    pub clocks: Option<Clocks>,
    /// A reminder before it begins.
    pub alarm: Option<Alarm>,
    /// Whether it is no more, and calendars are to take it away.
    pub cancelled: bool,
}

/// A reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// How many minutes before it begins.
    pub before: u16,
    /// What the phone shows, perhaps while it lies on a table.
    pub text: Title,
}

/// The wall clocks of a zone over some years. Instants are in minutes since 1970-01-01 00:00 UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clocks {
    /// Whose.
    pub zone: Zone,
    /// Minutes they are ahead of UTC at first.
    pub offset: i16,
    /// Each change, in order: the first instant of the new offset, and the new offset.
    pub changes: Vec<(i64, i16)>,
    /// Until when all changes are known.
    pub until: i64,
}

const DAY: i64 = 24 * 60;
const YEAR: i64 = 366 * DAY;
/// How far ahead changes are looked up: by then the rule of a zone has shown on every day it can.
const AHEAD: i64 = 13 * YEAR;
/// Looking takes about 61 looks a year: no more years than this.
const MOST: i64 = 60 * YEAR;

impl Clocks {
    /// Looks up the changes that a calendar needs for `when`; `None` if the zone is not known.
    ///
    /// They begin a year before the first day, and go on for thirteen years from `today` or a year after the last day,
    /// but for no more than sixty years in all. So what is known of one zone for many entries has no gap.
    pub fn look(zone: Zone, when: &Recurrence, today: Day, offset: Offset<'_>) -> Option<Self> {
        let instant = |day: Day| i64::from(i32::from(day) - EPOCH) * DAY;
        let first = instant(when.from);
        let ahead = first.max(instant(today)) + AHEAD;
        let last = when.until.map_or(ahead, |until| ahead.max(instant(until) + YEAR));
        let from = (first - YEAR).max(instant(today) - MOST / 2);
        let until = last.clamp(from, from + MOST);
        Some(Self { zone, offset: offset(from)?, changes: zone::transitions(from, until, offset), until })
    }

    /// How many minutes they are ahead of UTC at `instant`, as far as is known.
    pub fn offset(&self, instant: i64) -> i16 {
        let past = self.changes.partition_point(|(at, _)| *at <= instant);
        let last = past.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(self.offset, |(_, offset)| *offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recurrence::Rule;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn instant(text: &str) -> i64 {
        i64::from(i32::from(day(text)) - EPOCH) * DAY
    }

    /// An hour ahead in each of the years since 2000, from day 90 to day 300.
    fn offset(instant: i64) -> i16 {
        let day = (instant - 30 * 365 * DAY).rem_euclid(365 * DAY) / DAY;
        if (90..300).contains(&day) { 60 } else { 0 }
    }

    fn look(from: &str, until: Option<&str>) -> Clocks {
        let when = Recurrence { from: day(from), rule: Rule::Days(1), until: until.map(day), except: Vec::new() };
        Clocks::look(Zone::parse("Europe/Here").unwrap(), &when, day("2026-11-27"), &|at| Some(offset(at))).unwrap()
    }

    #[test]
    fn clocks_are_known_from_before_the_first_day_to_after_the_last() {
        let clocks = look("2026-11-01", Some("2027-03-01"));
        assert!(clocks.until > instant("2039-11-20"));
        assert_eq!(look("2026-11-01", Some("2050-03-01")).until, instant("2051-03-02"));
        assert!(clocks.changes.len() >= 4);
        for hours in 0..600 * 24 {
            let at = instant("2026-11-01") + hours * 60;
            if at < clocks.until {
                assert_eq!(clocks.offset(at), offset(at), "{hours}");
            }
        }
    }

    #[test]
    fn what_has_no_end_is_known_for_thirteen_years() {
        assert!(look("2026-11-01", None).until > instant("2039-11-20"));
        assert!(look("2010-01-01", None).until > instant("2039-11-20"));
        assert!(look("2010-01-01", None).changes.len() > 55);
    }

    #[test]
    fn no_dates_whatever_make_it_look_for_long() {
        for (from, until) in [
            ("1900-01-01", Some("2199-12-31")),
            ("2199-12-31", None),
            ("2199-12-31", Some("1900-01-01")),
            ("1900-01-01", None),
        ] {
            let clocks = look(from, until);
            assert!(clocks.changes.len() <= 2 * 61, "{from} {until:?}: {}", clocks.changes.len());
        }
    }
}
