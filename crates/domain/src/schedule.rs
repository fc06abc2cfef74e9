//! My meetings on my own clock: when they are, what became of them, and how many there were in some days.

use crate::{
    collection::Collection,
    day::{Day, Minute},
    id::Id,
    meeting::{Attendance, Meeting, Target, Zone},
    recurrence::Recurrence,
};

/// What my wall clock shows when it is a minute of a day in a zone; `None` if the zone is not known.
pub type Shown<'a> = &'a dyn Fn(&Zone, Day, Minute) -> Option<(Day, Minute)>;

/// One meeting on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Which meeting.
    pub meeting: Id<Meeting>,
    /// The day on my own clock.
    pub on: Day,
    /// The time on my own clock.
    pub at: Minute,
    /// Day and time on the clock of the meeting.
    pub there: (Day, Minute),
    /// Whether its zone is known here. If not, `on` and `at` are those of its own clock.
    pub is_known: bool,
}

/// No question goes over more days than this.
const LONGEST: i32 = 1000;
/// So far apart two wall clocks may be, in days.
const APART: i32 = 2;
/// Two answers that lie further apart than this are not about the same occurrence, in minutes.
const SAME: u16 = 12 * 60;

/// A time on the clock of a meeting, on mine.
fn mine(zone: Option<&Zone>, there: (Day, Minute), shown: Shown<'_>) -> Option<(Day, Minute)> {
    zone.map_or(Some(there), |zone| shown(zone, there.0, there.1))
}

impl Occurrence {
    /// The occurrence on a day of the meeting's own clock.
    pub fn of(id: Id<Meeting>, meeting: &Meeting, there: Day, shown: Shown<'_>) -> Self {
        let there = (there, meeting.at);
        let seen = mine(meeting.zone.as_ref(), there, shown);
        let (on, at) = seen.unwrap_or(there);
        Self { meeting: id, on, at, there, is_known: seen.is_some() }
    }

    /// Whether its own clock shows something else than mine, or nobody knows.
    pub fn is_elsewhere(&self) -> bool {
        !self.is_known || self.there != (self.on, self.at)
    }

    /// The day of the person it belongs to, when their day ends at `day_ends` hours after midnight.
    pub fn day(&self, day_ends: u8) -> Day {
        if self.at.parts().0 < u16::from(day_ends) { self.on.plus(-1) } else { self.on }
    }

    /// Whether it has begun, when my clock shows `now`.
    pub fn has_begun(&self, now: (Day, Minute)) -> bool {
        (self.on, self.at) <= now
    }

    /// Whether it has ended, when it lasts `minutes` and my clock shows `now`.
    pub fn has_ended(&self, minutes: u16, now: (Day, Minute)) -> bool {
        let since =
            i64::from(now.0.since(self.on)) * 1_440 + i64::from(u16::from(now.1)) - i64::from(u16::from(self.at));
        since >= i64::from(minutes)
    }

    /// What was said of it.
    pub fn answer<'a>(&self, all: &'a Collection<Attendance>) -> Option<(Id<Attendance>, &'a Attendance)> {
        let near = |at: Minute| u16::from(at).abs_diff(u16::from(self.at)) < SAME;
        all.iter().find(|(_, one)| one.meeting == Some(self.meeting) && one.on == self.on && one.at.is_none_or(near))
    }
}

/// Every meeting from `from` to `to` on my own clock, both counted, in order; at most a thousand days.
pub fn between(meetings: &Collection<Meeting>, from: Day, to: Day, shown: Shown<'_>) -> Vec<Occurrence> {
    let mut found: Vec<Occurrence> =
        meetings.iter().flat_map(|(id, meeting)| of_one(id, meeting, from, to, shown)).collect();
    found.sort_by_key(|one| (one.on, one.at, one.meeting));
    found
}

/// One meeting from `from` to `to` on my own clock, in order.
pub fn of_one(id: Id<Meeting>, meeting: &Meeting, from: Day, to: Day, shown: Shown<'_>) -> Vec<Occurrence> {
    let to = to.min(from.plus(LONGEST));
    let apart = if meeting.zone.is_some() { APART } else { 0 };
    meeting
        .days()
        .days(from.plus(-apart), to.plus(apart))
        .map(|there| Occurrence::of(id, meeting, there, shown))
        .filter(|one| from <= one.on && one.on <= to)
        .collect()
}

/// The next times of one meeting from `from` on my own clock: at most `count`, and none after a thousand days.
pub fn next(id: Id<Meeting>, meeting: &Meeting, from: Day, count: usize, shown: Shown<'_>) -> Vec<Occurrence> {
    let apart = if meeting.zone.is_some() { APART } else { 0 };
    meeting
        .days()
        .days(from.plus(-apart), from.plus(LONGEST))
        .map(|there| Occurrence::of(id, meeting, there, shown))
        .filter(|one| from <= one.on)
        .take(count)
        .collect()
}

/// When a meeting begins on my own clock: on that day, or else the next time.
pub fn begins(id: Id<Meeting>, meeting: &Meeting, on: Day, shown: Shown<'_>) -> Option<Minute> {
    next(id, meeting, on, 1, shown).first().map(|one| one.at)
}

/// The next times of a meeting that is not kept yet, on my own clock: at most `count`, and none after a thousand days.
pub fn times(
    when: &Recurrence,
    at: Minute,
    zone: Option<&Zone>,
    from: Day,
    count: usize,
    shown: Shown<'_>,
) -> Vec<(Day, Minute)> {
    let apart = if zone.is_some() { APART } else { 0 };
    when.days(from.plus(-apart), from.plus(LONGEST))
        .map(|day| mine(zone, (day, at), shown).unwrap_or((day, at)))
        .filter(|(day, _)| from <= *day)
        .take(count)
        .collect()
}

/// How a target stands: facts, no verdict. What is there stays there; a day without a meeting takes nothing away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetView {
    /// Meetings the person was at in these days.
    pub there: usize,
    /// How many it was to be.
    pub of: usize,
    /// How many meetings on each of the days.
    pub days: Vec<usize>,
    /// How many of the days have begun.
    pub begun: usize,
    /// How many days are left after today.
    pub left: usize,
}

impl Target {
    /// The most meetings and the most days.
    pub const MOST: u16 = 1000;

    /// So many meetings in so many days from a day on: 1 to 1000 of each.
    pub fn new(meetings: u16, days: u16, from: Day) -> Option<Self> {
        let fits = |count: u16| (1..=Self::MOST).contains(&count);
        (fits(meetings) && fits(days)).then_some(Self { meetings, days, from })
    }

    /// The last of the days.
    pub fn last(&self) -> Day {
        self.from.plus(i32::from(self.days.clamp(1, Self::MOST)) - 1)
    }

    /// How it stands on `today`.
    pub fn view(&self, attendances: &Collection<Attendance>, today: Day) -> TargetView {
        let count = usize::from(self.days.clamp(1, Self::MOST));
        let mut days = vec![0; count];
        let there = attendances.iter().filter(|(_, one)| one.presence.is_there() && one.on <= today);
        for (_, one) in there {
            let place = usize::try_from(one.on.since(self.from)).ok();
            if let Some(day) = place.and_then(|place| days.get_mut(place)) {
                *day += 1;
            }
        }
        let begun = usize::try_from(today.since(self.from) + 1).unwrap_or(0).min(count);
        TargetView { there: days.iter().sum(), of: usize::from(self.meetings), days, begun, left: count - begun }
    }
}

#[cfg(test)]
mod tests;
