//! Wall clocks and instants in every time zone, against chrono's own answers.
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

use std::cell::Cell;

use chrono::{DateTime, Datelike, MappedLocalTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike};
use chrono_tz::{America::New_York, Europe::Madrid, Pacific::Apia, TZ_VARIANTS, Tz};
use domain::{
    day::{Day, Minute},
    recurrence::{Recurrence, Rule, Weekdays},
    zone,
};

const SEED: u64 = 20_261_124;
const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;
/// 1 January 2022 and 1 January 2027, UTC.
const FROM: i64 = 1_640_995_200 / 60;
const TO: i64 = 1_798_761_600 / 60;
/// 1 January 1973, when the last zone had left offsets with seconds, and 1 January 2038, UTC.
const LONG_AGO: i64 = 94_694_400 / 60;
const FAR_AHEAD: i64 = 2_145_916_800 / 60;

fn utc(minutes: i64) -> NaiveDateTime {
    DateTime::from_timestamp(minutes * 60, 0).unwrap().naive_utc()
}

/// What the browser tells of a zone.
fn offset_in(zone: Tz) -> impl Fn(i64) -> Option<i16> {
    move |minutes| {
        let seconds = zone.offset_from_utc_datetime(&utc(minutes)).fix().local_minus_utc();
        assert!(!(LONG_AGO..FAR_AHEAD).contains(&minutes) || seconds % 60 == 0, "{zone} is whole minutes from UTC");
        Some((seconds / 60) as i16)
    }
}

fn day(wall: NaiveDateTime) -> Day {
    Day::from(wall.num_days_from_ce())
}

fn minute(wall: NaiveDateTime) -> Minute {
    Minute::from((wall.hour() * 60 + wall.minute()) as u16)
}

/// How many wall-clock times came once, twice and never.
#[derive(Default)]
struct Seen {
    once: u64,
    twice: u64,
    never: u64,
}

impl Seen {
    /// Compares one wall-clock time of `zone` with what chrono makes of it.
    fn compare(&mut self, zone: Tz, wall: NaiveDateTime) {
        let looks = Cell::new(0);
        let known = offset_in(zone);
        let offset = |minutes| {
            looks.set(looks.get() + 1);
            known(minutes)
        };
        let ours = zone::instant(day(wall), minute(wall), &offset).unwrap();
        assert!(looks.get() <= 4, "{zone} {wall}: {} looks", looks.get());
        let minutes = |at: DateTime<Tz>| at.timestamp() / 60;
        let theirs = match zone.from_local_datetime(&wall) {
            MappedLocalTime::Single(at) => {
                self.once += 1;
                minutes(at)
            }
            MappedLocalTime::Ambiguous(one, other) => {
                self.twice += 1;
                minutes(one.min(other))
            }
            MappedLocalTime::None => {
                self.never += 1;
                // The last quarter of an hour that a clock did show, and on from there.
                let steps = (1..200).find(|steps| !is_skipped(zone, wall - TimeDelta::minutes(15 * steps))).unwrap();
                let shown = zone.from_local_datetime(&(wall - TimeDelta::minutes(15 * steps))).latest().unwrap();
                minutes(shown) + 15 * steps
            }
        };
        assert_eq!(ours, theirs, "{zone} {wall}");
        let on_the_wall = zone.from_utc_datetime(&utc(ours)).naive_local();
        assert_eq!(zone::local(ours, &offset), Some((day(on_the_wall), minute(on_the_wall))), "{zone} {wall}");
        assert!(on_the_wall == wall || (is_skipped(zone, wall) && on_the_wall > wall), "{zone} {wall} {on_the_wall}");
    }

    fn all(&self) -> u64 {
        self.once + self.twice + self.never
    }
}

fn is_skipped(zone: Tz, wall: NaiveDateTime) -> bool {
    matches!(zone.from_local_datetime(&wall), MappedLocalTime::None)
}

#[test]
fn in_every_zone_each_hour_around_each_change_of_five_years_is_the_instant_chrono_says() {
    let (mut seen, mut changes, mut bits) = (Seen::default(), 0, SEED);
    for zone in TZ_VARIANTS {
        let found = zone::transitions(FROM, TO, &offset_in(zone));
        changes += found.len();
        for (at, _) in found {
            for quarter in -30 * 4..=30 * 4 {
                seen.compare(
                    zone,
                    utc(at
                        + quarter * 15
                        + i64::from(zone.offset_from_utc_datetime(&utc(at)).fix().local_minus_utc() / 60)),
                );
            }
        }
        for _ in 0..500 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            seen.compare(zone, utc(FROM + (bits >> 33) as i64 % (TO - FROM)));
        }
    }
    let Seen { once, twice, never } = seen;
    println!("seed {SEED}: {changes} changes; {once} times came once, {twice} twice, {never} never");
    assert!(changes > 1_500 && seen.all() > 700_000 && twice > 3_000 && never > 3_000);
}

#[test]
fn since_1973_no_zone_had_a_change_that_confuses_us() {
    let (mut seen, mut changes) = (Seen::default(), 0);
    for zone in TZ_VARIANTS {
        let offset = offset_in(zone);
        for (at, new) in zone::transitions(LONG_AGO, FAR_AHEAD, &offset) {
            changes += 1;
            for hours in -27..=27 {
                seen.compare(zone, utc(at + i64::from(new) + hours * HOUR + 20));
            }
        }
    }
    let Seen { once, twice, never } = seen;
    println!("{changes} changes; {once} times came once, {twice} twice, {never} never");
    assert!(changes > 29_500 && seen.all() > 55 * 29_500 && twice > 10_000 && never > 10_000);
}

#[test]
fn each_change_of_offset_is_found_to_the_minute() {
    let (mut found, mut looks) = (0, 0_u64);
    for zone in TZ_VARIANTS {
        let offset = offset_in(zone);
        let counted = Cell::new(0);
        let counting = |minutes| {
            counted.set(counted.get() + 1);
            offset(minutes)
        };
        let changes = zone::transitions(FROM, TO, &counting);
        looks += counted.get();
        let mut walked = Vec::new();
        for hour in (FROM..TO).step_by(HOUR as usize) {
            let after = (hour + HOUR).min(TO);
            if offset(hour) != offset(after) {
                let first = (hour + 1..=after).find(|minutes| offset(*minutes) == offset(after)).unwrap();
                walked.push((first, offset(first).unwrap()));
            }
        }
        assert_eq!(changes, walked, "{zone}");
        found += changes.len();
    }
    println!("{found} changes found with {looks} looks, as an hourly walk finds them");
    assert!(found > 1_500 && looks < 600 * (5 * 61 + 2) + found as u64 * 16);
}

#[test]
fn since_1973_no_change_was_taken_back_before_it_could_be_noticed() {
    let mut found = 0;
    for zone in TZ_VARIANTS {
        let offset = offset_in(zone);
        let days = (LONG_AGO..FAR_AHEAD).step_by((DAY / 2) as usize);
        let walked = days.filter(|at| offset(*at) != offset((at + DAY / 2).min(FAR_AHEAD))).count();
        assert_eq!(zone::transitions(LONG_AGO, FAR_AHEAD, &offset).len(), walked, "{zone}");
        found += walked;
    }
    println!("{found} changes");
    assert!(found > 29_500);
}

#[test]
fn a_day_that_a_zone_left_out_is_counted_on_the_day_after() {
    // Samoa went from 29 to 31 December 2011.
    let at = |text: &str| (Day::parse(text).unwrap(), Minute::parse("18:30").unwrap());
    let (skipped, minute) = at("2011-12-30");
    let offset = offset_in(Apia);
    assert_eq!(zone::shown(skipped, minute, &offset, &offset), Some(at("2011-12-31")));
}

#[test]
fn a_meeting_at_seven_in_new_york_stays_at_seven_there_and_moves_here_between_the_changes() {
    let (there, here) = (offset_in(New_York), offset_in(Madrid));
    let seven = Minute::parse("19:00").unwrap();
    let (from, to) = (Day::new(2026, 1, 1).unwrap(), Day::new(2026, 12, 31).unwrap());
    let rule = Rule::Weeks { every: 1, on: Weekdays::of(from) };
    let meeting = Recurrence { from, rule, until: None, except: Vec::new() };
    let mut early = Vec::new();
    let mut count = 0;
    for on in meeting.days(from, to) {
        let instant = zone::instant(on, seven, &there).unwrap();
        assert_eq!(zone::local(instant, &there), Some((on, seven)));
        let (day, minute) = zone::shown(on, seven, &there, &here).unwrap();
        assert_eq!(day, on.plus(1), "after midnight here");
        match minute.to_string().as_str() {
            "01:00" => {}
            "00:00" => early.push(on.to_string()),
            other => panic!("{on}: {other}"),
        }
        count += 1;
    }
    // New York changes its clocks on 8 March and 1 November, Madrid on 29 March and 25 October.
    assert_eq!(early, ["2026-03-12", "2026-03-19", "2026-03-26", "2026-10-29"]);
    assert_eq!(count, 53);
}

#[test]
fn zones_lie_up_to_two_days_apart_and_nothing_lies_beyond_the_first_and_last_day() {
    let (first, last) = (Day::from(i32::MIN), Day::from(i32::MAX));
    let minutes = [Minute::from(0), Minute::from(1439)];
    for minutes_ahead in [i16::MIN, -720, 0, 840, i16::MAX] {
        let offset = |_| Some(minutes_ahead);
        for (day, minute) in [(first, minutes[0]), (first, minutes[1]), (last, minutes[0]), (last, minutes[1])] {
            let instant = zone::instant(day, minute, &offset).unwrap();
            if minutes_ahead.abs_diff(0) < 1_000 {
                assert_eq!(zone::local(instant, &offset), Some((day, minute)));
            }
        }
        for far in [i64::MIN, i64::MAX] {
            assert_eq!(zone::local(far, &offset), None);
        }
        assert!(zone::transitions(i64::MIN, i64::MAX, &offset).is_empty());
        assert!(zone::transitions(i64::MAX, i64::MIN, &offset).is_empty());
    }
    let (ahead, behind) = (|_| Some(840), |_| Some(-720));
    let day = Day::new(2026, 11, 24).unwrap();
    assert_eq!(zone::shown(day, minutes[1], &behind, &ahead), Some((day.plus(2), Minute::from(119))));
    assert_eq!(zone::shown(day, minutes[0], &ahead, &behind), Some((day.plus(-2), Minute::from(22 * 60))));
    assert_eq!(zone::shown(last, minutes[1], &|_| Some(0), &ahead), None, "it is 2200 here");
    assert_eq!(zone::shown(first, minutes[0], &ahead, &|_| Some(0)), None, "it is 1899 here");
}

#[test]
fn of_a_zone_that_is_not_known_nothing_is_said() {
    let (day, minute) = (Day::new(2026, 11, 24).unwrap(), Minute::from(60));
    let (unknown, known) = (|_| None, |_| Some(60));
    assert_eq!(zone::instant(day, minute, &unknown), None);
    assert_eq!(zone::local(0, &unknown), None);
    assert_eq!(zone::shown(day, minute, &known, &unknown), None);
    assert!(zone::transitions(FROM, TO, &unknown).is_empty());
    let for_a_while = |at| (at < FROM + 40 * DAY).then_some(if at < FROM + DAY { 0 } else { 60 });
    assert_eq!(zone::transitions(FROM, TO, &for_a_while), [(FROM + DAY, 60)]);
}
