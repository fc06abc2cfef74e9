//! The time, and stamps for changes.

use std::cell::Cell;

use domain::{day::Moment, stamp::Stamp};
use js_sys::Date;

use crate::platform::ids;

thread_local! {
    static LAST: Cell<Stamp> = const { Cell::new(Stamp::zero()) };
    static BESIDE: Cell<Stamp> = const { Cell::new(Stamp::zero()) };
}

/// Now, as this device sees it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds and minutes are whole and small; a wild clock saturates"
)]
pub fn now() -> Moment {
    let date = Date::new_0();
    Moment { millis: date.get_time() as i64, offset: -(date.get_timezone_offset() as i16) }
}

/// A stamp later than every stamp of this tab and than `seen`.
pub fn stamp(seen: Option<Stamp>) -> Stamp {
    let stamp = LAST.get().max(seen.unwrap_or(Stamp::zero())).next(now().millis, ids::device());
    LAST.set(stamp);
    stamp
}

/// A stamp for a change that is made again over `seen`: later in order, and of the same moment.
pub fn beside(seen: Stamp) -> Stamp {
    let last = [LAST.get(), BESIDE.get()].into_iter().filter(|last| last.millis == seen.millis).max();
    let stamp = seen.beside(last.unwrap_or(Stamp::zero()), ids::device());
    BESIDE.set(stamp);
    stamp
}
