//! Zones of RFC 5545: each change of the clocks by name, and as a rule where they change alike each year.

use std::collections::BTreeMap;

use domain::{
    appointment::{Appointment, Clocks},
    day::{Day, Minute},
    zone,
};

use super::{WEEKDAYS, date, lines::Lines, time};

/// So many years must be alike before a rule is believed.
const ALIKE: usize = 3;
const DAY: i64 = 24 * 60;
/// The year in which what was always so begins.
const LONG_AGO: i32 = 1970;

/// A change of the clocks: when, on the wall clock before it, and from which offset to which.
#[derive(Debug, Clone, Copy)]
struct Onset {
    at: i64,
    day: Day,
    minute: Minute,
    from: i16,
    to: i16,
}

/// A change that comes each year: in which month, on which weekday of which days.
struct Yearly {
    month: u32,
    weekday: usize,
    days: Vec<u32>,
    by_day: Option<i8>,
}

/// Each zone that the entries name, once.
pub fn write(lines: &mut Lines, appointments: &[Appointment]) {
    let mut zones: BTreeMap<String, (Clocks, Day)> = BTreeMap::new();
    for appointment in appointments.iter().filter(|one| one.at.is_some()) {
        let Some(clocks) = &appointment.clocks else { continue };
        let (Some(name), first) = (name(clocks), appointment.when.from) else { continue };
        let (known, day) = zones.entry(name).or_insert_with(|| (clocks.clone(), first));
        join(known, clocks);
        *day = first.min(*day);
    }
    for (name, (clocks, first)) in zones {
        zone(lines, &name, &clocks, first);
    }
}

/// The name as a parameter may have it, whatever was kept; `None` for UTC under any name, which has a spelling of its
/// own that needs no zone. (The package vobject takes times in a zone that equals UTC for floating ones.)
pub fn name(clocks: &Clocks) -> Option<String> {
    if clocks.offset == 0 && clocks.changes.iter().all(|(_, offset)| *offset == 0) {
        return None;
    }
    let fits = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '+' | '-' | '/');
    Some(clocks.zone.name().chars().filter(fits).take(64).collect())
}

/// What both know of one zone.
fn join(known: &mut Clocks, other: &Clocks) {
    let first = |clocks: &Clocks| clocks.changes.first().map_or(i64::MAX, |(at, _)| *at);
    if first(other) < first(known) {
        known.offset = other.offset;
    }
    known.changes.extend(&other.changes);
    known.changes.sort_unstable();
    known.changes.dedup();
    known.until = known.until.max(other.until);
}

fn zone(lines: &mut Lines, name: &str, clocks: &Clocks, first: Day) {
    let mut onsets = onsets(clocks);
    // Of the changes before the first day, only the last one still tells something.
    let day_before = first.plus(-1);
    let past = onsets.partition_point(|onset| onset.day < day_before);
    let is_early = past == 0;
    onsets.drain(..past.saturating_sub(1));
    lines.put("BEGIN:VTIMEZONE");
    lines.put(&format!("TZID:{name}"));
    if is_early {
        let since = if first.parts().0 > LONG_AGO { "19700101T000000" } else { "18990101T000000" };
        let offset = onsets.first().map_or(clocks.offset, |onset| onset.from);
        observance(lines, "STANDARD", (offset, offset), &[since.to_owned()], None);
    }
    let rules = rules(&onsets, clocks.until);
    let single = onsets.len() - rules.as_ref().map_or(0, |(count, _)| *count);
    let (single, regular) = onsets.split_at(single);
    let mut alike: BTreeMap<(i16, i16), Vec<String>> = BTreeMap::new();
    for onset in single {
        alike.entry((onset.from, onset.to)).or_default().push(onset.wall());
    }
    for ((from, to), walls) in alike {
        observance(lines, kind(from, to), (from, to), &walls, None);
    }
    // With nothing before them the rules may begin long ago, which is the form that most programs write and know.
    let is_whole = single.is_empty() && !is_early && first.parts().0 > LONG_AGO;
    for (onset, yearly) in regular.iter().zip(rules.iter().flat_map(|(_, yearly)| yearly)) {
        let day = if is_whole { yearly.day(LONG_AGO) } else { None };
        let start = Onset { day: day.unwrap_or(onset.day), ..*onset };
        observance(lines, kind(onset.from, onset.to), (onset.from, onset.to), &[start.wall()], Some(yearly));
    }
    lines.put("END:VTIMEZONE");
}

fn kind(from: i16, to: i16) -> &'static str {
    if to > from { "DAYLIGHT" } else { "STANDARD" }
}

fn observance(lines: &mut Lines, kind: &str, (from, to): (i16, i16), walls: &[String], yearly: Option<&Yearly>) {
    let Some((first, others)) = walls.split_first() else { return };
    lines.put(&format!("BEGIN:{kind}"));
    lines.put(&format!("DTSTART:{first}"));
    lines.put(&format!("TZOFFSETFROM:{}", offset(from)));
    lines.put(&format!("TZOFFSETTO:{}", offset(to)));
    if let Some(yearly) = yearly {
        lines.put(&format!("RRULE:{}", yearly.rule()));
    }
    for wall in others {
        lines.put(&format!("RDATE:{wall}"));
    }
    lines.put(&format!("END:{kind}"));
}

fn offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

fn onsets(clocks: &Clocks) -> Vec<Onset> {
    let mut from = clocks.offset;
    let mut onsets = Vec::new();
    for (at, to) in clocks.changes.iter().copied() {
        if to == from {
            continue;
        }
        if let Some((day, minute)) = zone::local(at, &|_| Some(from)) {
            onsets.push(Onset { at, day, minute, from, to });
        }
        from = to;
    }
    onsets
}

impl Onset {
    fn wall(&self) -> String {
        format!("{}T{}00", date(self.day), time(self.minute))
    }

    /// Whether `next` could be the same change a year later.
    fn is_like(&self, next: &Self) -> bool {
        let ((year, month, _), (next_year, next_month, _)) = (self.day.parts(), next.day.parts());
        let alike = |onset: &Self| (onset.from, onset.to, onset.minute, onset.day.weekday());
        (year + 1, month) == (next_year, next_month) && alike(self) == alike(next)
    }
}

/// How many of the last changes follow two yearly rules, one in turn after the other, and the rule of the first of
/// them and of the second; `None` if the clocks no longer change, or not by such a rule.
fn rules(onsets: &[Onset], until: i64) -> Option<(usize, [Yearly; 2])> {
    let back = onsets.iter().rev().skip(2).zip(onsets.iter().rev());
    let count = 2 + back.take_while(|(onset, next)| onset.is_like(next)).count();
    let tail = onsets.len().checked_sub(count).and_then(|start| onsets.get(start..))?;
    if count < 2 * ALIKE {
        return None;
    }
    let yearly = |skipped: usize| {
        let rule = Yearly::of(&tail.iter().skip(skipped).step_by(2))?;
        // The rule is over if the next change should have come and did not.
        let last = tail.iter().skip(skipped).step_by(2).next_back()?;
        let next = rule.day(last.day.parts().0 + 1)?;
        (last.at + i64::from(next.since(last.day)) * DAY > until).then_some(rule)
    };
    Some((count, [yearly(0)?, yearly(1)?]))
}

impl Yearly {
    /// The rule that gives these days, a year apart from each other.
    fn of<'a>(onsets: &(impl Iterator<Item = &'a Onset> + Clone)) -> Option<Self> {
        let first = onsets.clone().next()?;
        let days = || onsets.clone().map(|onset| onset.day.parts().2);
        let (least, most) = (days().min()?, days().max()?);
        let (_, month, _) = first.day.parts();
        let weekday = usize::try_from(first.day.weekday().num_days_from_monday()).ok()?;
        let within = |from: u32| from <= least && most <= from + 6;
        // In which month the last week has the same days each year.
        let last_week = length(month).map(|length| (length - 6, -1));
        let of_a_month = [Some((1, 1)), Some((8, 2)), Some((15, 3)), last_week, Some((22, 4))];
        let (from, by_day) = match of_a_month.into_iter().flatten().find(|(from, _)| within(*from)) {
            Some((from, number)) => (from, Some(number)),
            // Such as the first Sunday after the first day: seen on each of its seven days, it can be told.
            None if most - least == 6 => (least, None),
            None => return None,
        };
        Some(Self { month, weekday, days: (from..=from + 6).collect(), by_day })
    }

    /// The day it gives in a year.
    fn day(&self, year: i32) -> Option<Day> {
        let days = self.days.iter().filter_map(|day| Day::new(year, self.month, *day).ok());
        days.into_iter().find(|day| usize::try_from(day.weekday().num_days_from_monday()) == Ok(self.weekday))
    }

    fn rule(&self) -> String {
        let weekday = WEEKDAYS.get(self.weekday).copied().unwrap_or_default();
        let month = self.month;
        match self.by_day {
            Some(number) => format!("FREQ=YEARLY;BYMONTH={month};BYDAY={number}{weekday}"),
            None => {
                let days: Vec<String> = self.days.iter().map(u32::to_string).collect();
                format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={};BYDAY={weekday}", days.join(","))
            }
        }
    }
}

/// How long a month is, if it is always so long.
fn length(month: u32) -> Option<u32> {
    match month {
        2 => None,
        4 | 6 | 9 | 11 => Some(30),
        _ => Some(31),
    }
}
