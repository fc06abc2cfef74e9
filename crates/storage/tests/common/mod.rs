//! What tests of the record share.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it says")]

pub mod life;

use domain::{
    check_in::{CheckIn, Craving},
    collection::{Collection, Record},
    day::Day,
    fixtures::Years,
    id::Id,
    stamp::Stamp,
    text::Note,
};
use storage::{KeyValue, kept::Kept, key, key_value::MemoryStore, save::save, seal::seal};

/// What `work` makes of each, each on a thread of its own.
pub fn side_by_side<T: Send, R: Send>(all: impl IntoIterator<Item = T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let work = &work;
    std::thread::scope(|scope| {
        let running: Vec<_> = all.into_iter().map(|one| scope.spawn(move || work(one))).collect();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

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

/// A year of heavy use, all but the last month sealed, and the same some edits earlier.
pub fn a_year() -> (MemoryStore, MemoryStore) {
    let years = domain::fixtures::years(1, 5);
    let store = MemoryStore::default();
    fill(&store, &years);
    let today = Day::new(2026, 11, 24).unwrap();
    seal_all(&store, today);
    let older = store.clone();
    // One record of every month is edited, and all but two months are sealed anew.
    let months = storage::load::Listing::of(&store).unwrap().months();
    for (number, month) in months.into_iter().enumerate() {
        if number == months_left_loose() {
            storage::seal::seal(&store, today, stamp(1_950_000_000_000)).unwrap();
        }
        let of_month = |id: &Id<CheckIn>| storage::sealed::month_of(id.as_u128()) == Some(month);
        let (id, value) = years.check_ins.iter().find(|(id, _)| of_month(id)).unwrap();
        let seen = years.check_ins.record(id).unwrap().changed;
        let value = CheckIn { craving: Craving::new(1), note: Note::kept("edited later"), ..value.clone() };
        save(&store, id, Some(seen), &Record { changed: stamp(1_940_000_000_000), value: Some(value) }).unwrap();
    }
    (store, older)
}

fn months_left_loose() -> usize {
    10
}

/// The same store without second copies.
pub fn without_copies(store: &MemoryStore) -> MemoryStore {
    let store = store.clone();
    for key in store.keys().unwrap() {
        if key::read_sealed(&key).is_some_and(|(half, _)| half.second) {
            store.remove(&key).unwrap();
        }
    }
    store
}
