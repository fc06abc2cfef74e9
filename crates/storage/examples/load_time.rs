//! Says how long ten years take to load, numbers alone and with words.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool that measures")]

use std::time::Instant;

use domain::{check_in::CheckIn, day::Day, fixtures, goal::Report, plan::Plan, stamp::Stamp};
use storage::{
    KeyValue,
    kept::Kept,
    key_value::MemoryStore,
    load::{Listing, load_listed, load_numbers},
    save::save,
    seal::seal,
};

fn fill<T: Kept>(store: &dyn KeyValue, all: &domain::collection::Collection<T>) {
    for (id, record) in all.records() {
        save(store, id, None, record).unwrap();
    }
}

fn main() {
    let (store, years) = (MemoryStore::default(), fixtures::ten_years());
    fill(&store, &years.check_ins);
    fill(&store, &years.plans);
    fill(&store, &years.reports);
    let start = Instant::now();
    seal(&store, Day::new(2026, 11, 24).unwrap(), Stamp { millis: 1_900_000_000_000, count: 0, device: 1 }).unwrap();
    println!("sealing 119 months: {:?}", start.elapsed());
    let listing = Listing::of(&store).unwrap();
    let timed = |name: &str, load: &dyn Fn()| {
        let start = Instant::now();
        load();
        println!("{name}: {:?}", start.elapsed());
    };
    timed("check-ins, numbers", &|| drop(load_numbers::<CheckIn>(&store, &listing).unwrap()));
    timed("plans, numbers", &|| drop(load_numbers::<Plan>(&store, &listing).unwrap()));
    timed("reports, numbers", &|| drop(load_numbers::<Report>(&store, &listing).unwrap()));
    timed("check-ins with words", &|| drop(load_listed::<CheckIn>(&store, &listing).unwrap()));
    timed("plans with words", &|| drop(load_listed::<Plan>(&store, &listing).unwrap()));
    timed("reports with words", &|| drop(load_listed::<Report>(&store, &listing).unwrap()));
}
