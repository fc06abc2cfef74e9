//! Hybrid logical time: the order of changes, on one device and between two.

use serde::{Deserialize, Serialize};

/// When a record changed. A later stamp wins; two devices never make the same one.
///
/// Source: hybrid logical clocks, Kulkarni et al. 2014.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// UTC milliseconds, never less than any stamp seen before; 48 bits are kept.
    pub millis: u64,
    /// Tells changes within one millisecond apart.
    pub count: u16,
    /// The device, drawn by chance; breaks ties.
    pub device: u16,
}

impl Stamp {
    /// The largest number of milliseconds a stamp keeps (the year 10889).
    pub const LAST_MILLI: u64 = (1 << 48) - 1;

    /// The latest clock that is believed: the end of the year 2199. A wilder one leaves room for later changes.
    const LATEST_NOW: u64 = 7_258_118_399_999;

    /// Stamps follow the clock in steps of a quarter of a second: what comes below tells no order that the count does
    /// not tell, and would be kept for every record.
    const TICK: u64 = 0xff;

    /// The next stamp of `device` after `self`, at `now` (UTC milliseconds): always greater than `self`.
    pub fn next(self, now: i64, device: u16) -> Self {
        let now = u64::try_from(now).unwrap_or(0).min(Self::LATEST_NOW) & !Self::TICK;
        if now > self.millis {
            return Self { millis: now, count: 0, device };
        }
        match self.count.checked_add(1) {
            Some(count) => Self { millis: self.millis, count, device },
            None => Self { millis: self.millis.saturating_add(1).min(Self::LAST_MILLI), count: 0, device },
        }
    }

    /// A stamp of `device` in the same millisecond, greater than `self` and, if that lies in it too, than `last`: for a
    /// change that is made again over what was written without it. It tells the order, and no later time.
    pub fn beside(self, last: Self, device: u16) -> Self {
        let before = if last.millis == self.millis { self.max(last) } else { self };
        before.next(0, device)
    }

    /// Before every other stamp.
    pub const fn zero() -> Self {
        Self { millis: 0, count: 0, device: 0 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_made_again_stays_in_its_moment_and_is_like_no_other() {
        let there = Stamp { millis: 5_120, count: 3, device: 9 };
        let first = there.beside(Stamp::zero(), 7);
        assert_eq!(first, Stamp { millis: 5_120, count: 4, device: 7 });
        let second = there.beside(first, 7);
        assert!(second > first && second.millis == 5_120);
        assert_eq!(
            there.beside(Stamp { millis: 9_984, count: 0, device: 7 }, 7),
            first,
            "a later one is of another moment"
        );
    }

    proptest! {
        #[test]
        fn stamps_grow_whatever_the_clock_does(clock in prop::collection::vec(any::<i64>(), 1..50)) {
            let mut last = Stamp::zero();
            for now in clock {
                let next = last.next(now.min(1 << 47), 7);
                prop_assert!(next > last);
                last = next;
            }
        }
    }

    #[test]
    fn a_full_count_moves_to_the_next_millisecond() {
        let full = Stamp { millis: 5, count: u16::MAX, device: 1 };
        assert_eq!(full.next(3, 1), Stamp { millis: 6, count: 0, device: 1 });
    }
}
