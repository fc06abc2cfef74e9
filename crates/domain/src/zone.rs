//! From a wall clock to an instant and back, in any time zone, by the offsets that somebody else knows.
//!
//! An instant is in minutes since 1970-01-01 00:00 UTC. A zone is a function `offset`: how many minutes its wall clocks
//! are ahead of UTC at an instant, or `None` if that is not known. The browser has every zone; Trellis carries none.

use crate::day::{Day, EPOCH, Minute};

/// Minutes that wall clocks of a zone are ahead of UTC at an instant.
pub type Offset<'a> = &'a dyn Fn(i64) -> Option<i16>;

const DAY: i64 = 24 * 60;
/// No clock on Earth was ever further from UTC than 16 hours.
const FURTHEST: i64 = 16 * 60;
/// Since 1973 no zone took back a change in less time; Boa Vista did an hour short of a week, in October 2000.
const STEP: i64 = 6 * DAY;
/// A day before the first day there is, and a day after the last.
const RANGE: (i64, i64) = (-25_568 * DAY, 84_007 * DAY);

/// The instant at which wall clocks of a zone show `minute` of `day`, by at most four looks at `offset`.
///
/// If clocks go back over it, it is the first of both. If they go forward over it, no clock shows it, and it is counted
/// by the offset before the change (RFC 5545, 3.3.5): 02:30 becomes 03:30.
pub fn instant(day: Day, minute: Minute, offset: Offset<'_>) -> Option<i64> {
    let wall = i64::from(i32::from(day) - EPOCH) * DAY + i64::from(u16::from(minute));
    let before = offset(wall - FURTHEST)?;
    let after = offset(wall + FURTHEST)?;
    let by_before = wall - i64::from(before);
    let by_after = wall - i64::from(after);
    let is_after = before != after && offset(by_before)? != before && offset(by_after)? == after;
    Some(if is_after { by_after } else { by_before })
}

/// What wall clocks of a zone show at `instant`; `None` before 1900 and after 2199 too.
pub fn local(instant: i64, offset: Offset<'_>) -> Option<(Day, Minute)> {
    if !(RANGE.0..=RANGE.1).contains(&instant) {
        return None;
    }
    let wall = instant + i64::from(offset(instant)?);
    let epoch = Day::from(EPOCH);
    let day = epoch.checked_plus(i32::try_from(wall.div_euclid(DAY)).ok()?)?;
    let minute = u16::try_from(wall.rem_euclid(DAY)).ok()?;
    Some((day, Minute::from(minute)))
}

/// What my wall clock shows when it is `minute` of `day` in another zone: up to two days earlier or later.
pub fn shown(day: Day, minute: Minute, zone_offset: Offset<'_>, my_offset: Offset<'_>) -> Option<(Day, Minute)> {
    local(instant(day, minute, zone_offset)?, my_offset)
}

/// Each change of offset after `from` until `to`: the first instant of the new offset, and the new offset, in order.
///
/// A zone that is not known has none. It takes about 61 looks at `offset` a year and 14 a change.
pub fn transitions(from: i64, to: i64, offset: Offset<'_>) -> Vec<(i64, i16)> {
    let (mut at, to) = (from.max(RANGE.0), to.min(RANGE.1));
    let mut found = Vec::new();
    let Some(mut current) = offset(at) else { return found };
    while at < to {
        // The offset is `current` at `at`, and another one at `changed`.
        let mut changed = (at + STEP).min(to);
        match offset(changed) {
            None => break,
            Some(same) if same == current => {
                at = changed;
                continue;
            }
            Some(_) => {}
        }
        while changed - at > 1 {
            let middle = at + (changed - at) / 2;
            if offset(middle) == Some(current) { at = middle } else { changed = middle }
        }
        let Some(new) = offset(changed) else { break };
        found.push((changed, new));
        (at, current) = (changed, new);
    }
    found
}
