//! Days in every time zone: none is lost, doubled, or called missed because a clock changed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it says"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers of a test are small"
)]

use chrono::{DateTime, NaiveDate, Offset, TimeDelta, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::{
    check_in::{CheckIn, Craving},
    collection::{Collection, Record},
    day::{Day, Moment},
    id::Ids,
    progress,
    stamp::Stamp,
};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// 1 January 2022 and 1 January 2027, UTC.
const FROM: i64 = 1_640_995_200_000;
const TO: i64 = 1_798_761_600_000;

fn offset(zone: Tz, millis: i64) -> i64 {
    let utc = DateTime::from_timestamp_millis(millis).unwrap().naive_utc();
    i64::from(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
}

/// What the browser tells: whole minutes ahead of UTC.
fn moment(zone: Tz, millis: i64) -> Moment {
    Moment { millis, offset: (offset(zone, millis).div_euclid(60)) as i16 }
}

/// The civil date that a wall calendar shows, so many hours after midnight counted as the day before.
fn on_the_wall(zone: Tz, millis: i64, day_ends: u8) -> NaiveDate {
    let utc = DateTime::from_timestamp_millis(millis).unwrap().naive_utc();
    let wall = utc + TimeDelta::seconds(offset(zone, millis));
    (wall - TimeDelta::hours(day_ends.into())).date()
}

fn days(date: NaiveDate) -> i32 {
    chrono::Datelike::num_days_from_ce(&date)
}

#[test]
fn in_every_zone_each_day_of_five_years_comes_once_and_lasts_a_day() {
    let (mut zones, mut lived, mut returned) = (0, 0_u64, 0);
    for zone in TZ_VARIANTS {
        let halves: Vec<Moment> = (FROM..TO).step_by((HOUR / 2) as usize).map(|millis| moment(zone, millis)).collect();
        for day_ends in 0..=6 {
            let mut last = i32::from(halves[0].day(day_ends));
            // Half hours of each day, from the day before the first on.
            let before = last - 1;
            let mut lasted = vec![0_u32; 1830];
            for now in &halves {
                let today = i32::from(now.day(day_ends));
                lasted[(today - before) as usize] += 1;
                // When clocks go back over the hour a day ends, that hour is lived twice, as on the wall.
                returned += u64::from(today < last);
                assert!((-1..=1).contains(&(today - last)), "{zone}, {day_ends}: from {last} to {today}");
                last = today;
            }
            let is_lived = |halves: &u32| *halves > 0;
            let (first, last) = (lasted.iter().position(is_lived).unwrap(), lasted.iter().rposition(is_lived).unwrap());
            for (day, halves) in lasted.iter().enumerate().take(last + 1).skip(first) {
                let whole = day != first && day != last;
                assert!(
                    !whole || (40..=56).contains(halves),
                    "{zone}, {day_ends}: day {day} lasted {halves} half hours"
                );
                lived += 1;
            }
        }
        zones += 1;
    }
    println!(
        "{zones} zones, 7 hours a day may end: {lived} days, none lost; {returned} times a clock went back over the end of a day"
    );
    assert!(zones > 590 && lived > 590 * 7 * 1826);
}

#[test]
fn today_is_what_the_calendar_on_the_wall_shows() {
    let mut looked = 0_u64;
    for zone in TZ_VARIANTS {
        for millis in (FROM..TO).step_by((31 * HOUR + 60_000) as usize) {
            for day_ends in [0, 3, 6] {
                let today = moment(zone, millis).day(day_ends);
                assert_eq!(i32::from(today), days(on_the_wall(zone, millis, day_ends)), "{zone} at {millis}");
                looked += 1;
            }
        }
    }
    println!("{looked} looks at a calendar");
    assert!(looked > 2_500_000);
}

/// Somebody who travels, checks in, and whose clock is wrong at times.
struct Traveller {
    ids: Ids,
    check_ins: Collection<CheckIn>,
    last: Stamp,
    bits: u64,
}

impl Traveller {
    fn new(seed: u64) -> Self {
        let ids = Ids::start(None, [seed as u8; 10]);
        Self { ids, check_ins: Collection::default(), last: Stamp::zero(), bits: seed }
    }

    fn below(&mut self, count: u64) -> u64 {
        self.bits = self.bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.bits >> 33) % count
    }

    /// A check-in, as the page makes it: for today, or a change of the one of today.
    fn check_in(&mut self, now: Moment, day_ends: u8) -> Day {
        let today = now.day(day_ends);
        let known = self.check_ins.iter().find(|(_, known)| known.on == today).map(|(id, _)| id);
        let id = known.unwrap_or_else(|| self.ids.next(now.millis));
        let seen = self.check_ins.record(id).map_or(Stamp::zero(), |record| record.changed);
        self.last = self.last.max(seen).next(now.millis, 7);
        let value = CheckIn { craving: Craving::new(3), ..CheckIn::new(today, now.minute()) };
        assert!(self.check_ins.merge(id, Record { changed: self.last, value: Some(value) }), "a later change wins");
        today
    }
}

#[test]
fn whoever_checks_in_each_day_misses_none_however_they_travel() {
    let (mut journeys, mut skipped, mut checked) = (0, 0, 0);
    for seed in 0..300 {
        let mut person = Traveller::new(seed);
        let day_ends = person.below(7) as u8;
        let mut zone = TZ_VARIANTS[person.below(TZ_VARIANTS.len() as u64) as usize];
        let mut millis = FROM + person.below(1000) as i64 * DAY;
        let mut last: Option<Day> = None;
        for _ in 0..60 {
            // A check-in at least every ten hours, so that none of the days lived goes without one.
            for _ in 0..3 {
                millis += HOUR + person.below(9) as i64 * HOUR;
                let today = person.check_in(moment(zone, millis), day_ends);
                if let Some(last) = last {
                    let step = today.since(last);
                    assert!((-2..=2).contains(&step), "{seed}: {step} days at once");
                    // Over the date line a calendar leaves a day out; it was not lived, and is not called missed.
                    skipped += usize::from(step == 2);
                }
                last = Some(today);
            }
            if person.below(4) == 0 {
                zone = TZ_VARIANTS[person.below(TZ_VARIANTS.len() as u64) as usize];
                journeys += 1;
            }
        }
        let mut on: Vec<Day> = person.check_ins.iter().map(|(_, check_in)| check_in.on).collect();
        on.sort();
        let count = on.len();
        on.dedup();
        assert_eq!(on.len(), count, "{seed}: no day has two check-ins by an edit");
        for day in &on {
            let views = progress::days(*day, 1, &person.check_ins, &Collection::default(), &Collection::default());
            assert!(views[0].checked_in, "{seed}: {day} shows its check-in");
        }
        checked += on.len();
    }
    println!("300 travellers, {journeys} journeys: {checked} days, {skipped} left out by the calendar");
    assert!(journeys > 4_000 && checked > 10_000 && skipped > 3);
}

#[test]
fn a_clock_that_jumps_to_1970_or_2099_loses_no_check_in_and_no_later_change() {
    let jumps = [0, 4_080_000_000_000, 40_000_000, FROM + DAY];
    let mut changes = 0;
    for seed in 0..400 {
        let mut person = Traveller::new(seed);
        let zone = TZ_VARIANTS[person.below(TZ_VARIANTS.len() as u64) as usize];
        let mut expected = std::collections::BTreeSet::new();
        for turn in 0..40 {
            let right = FROM + turn * DAY + 12 * HOUR;
            let wrong = person.below(5) == 0;
            let millis = if wrong { jumps[person.below(4) as usize] + turn * 1000 } else { right };
            // A new visit knows no stamp but those it reads.
            if person.below(3) == 0 {
                person.last = Stamp::zero();
            }
            expected.insert(person.check_in(moment(zone, millis), 3));
            changes += 1;
        }
        let found: std::collections::BTreeSet<Day> = person.check_ins.iter().map(|(_, check_in)| check_in.on).collect();
        assert_eq!(found, expected, "{seed}");
    }
    println!("{changes} check-ins by clocks that jump, each there");
    assert_eq!(changes, 16_000);
}
