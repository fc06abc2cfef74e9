//! What tests of the record share.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it says")]

pub mod life;

use domain::{collection::Collection, day::Day, fixtures::Years, stamp::Stamp};
use storage::{KeyValue, kept::Kept, save::save, seal::seal};

pub fn stamp(millis: u64) -> Stamp {
    Stamp { millis, count: 0, device: 1 }
}

/// Saves every record of a kind as it is.
pub fn fill_kind<T: Kept>(store: &dyn KeyValue, all: &Collection<T>) {
    for (id, _) in all.iter() {
        save(store, id, None, all.record(id).unwrap()).unwrap();
    }
}

/// Saves every record of some years.
pub fn fill(store: &dyn KeyValue, years: &Years) {
    fill_kind(store, &years.check_ins);
    fill_kind(store, &years.plans);
    fill_kind(store, &years.reports);
    fill_kind(store, &years.goals);
    fill_kind(store, &years.people);
}

/// Seals all there is to seal, and says how many records were moved.
pub fn seal_all(store: &dyn KeyValue, today: Day) -> usize {
    seal(store, today, stamp(1_900_000_000_000)).unwrap()
}
