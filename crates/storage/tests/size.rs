//! Ten years of one who writes much fit where the browser keeps them, and a check-in writes little.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it says"
)]

mod common;

use common::{fill, seal_all};
use domain::{check_in::CheckIn, fixtures, goal::Report, plan::Plan};
use storage::{
    KeyValue, key,
    key_value::{MemoryStore, length},
    load::load,
    squeeze::squeeze,
};

const PLACE: usize = 5_242_880;

#[test]
fn ten_years_fit_in_a_million_characters() {
    let years = fixtures::ten_years();
    let store = MemoryStore::default();
    fill(&store, &years);
    let loose = store.used();
    seal_all(&store, years.check_ins.iter().map(|(_, check_in)| check_in.on).max().unwrap());
    let (mut first, mut second) = ([0; 3], 0);
    for key in store.keys().unwrap() {
        let size = length(&key) + length(&store.get(&key).unwrap().unwrap());
        match key::read_sealed(&key) {
            Some((half, ..)) if half.second => second += size,
            Some((half, ..)) if half.words => first[1] += size,
            Some(_) => first[0] += size,
            None => first[2] += size,
        }
    }
    let all: usize = first.iter().sum();
    println!(
        "loose {loose}; sealed: numbers {}, words {}, loose {}; in all {all}; second copies {second}",
        first[0], first[1], first[2]
    );
    assert!(second > 700_000, "there was room for second copies");
    assert!(all + second <= PLACE);
    assert!(all <= 1_000_000, "{all}");
    assert_eq!(load::<CheckIn>(&store).unwrap().readable(), years.check_ins);
    assert_eq!(load::<Plan>(&store).unwrap().readable(), years.plans);
    assert_eq!(load::<Report>(&store).unwrap().readable(), years.reports);
}

#[test]
fn the_prose_of_the_fixture_packs_no_better_than_real_prose() {
    let years = fixtures::years(1, 3);
    let text: String = years.check_ins.iter().map(|(_, check_in)| &*check_in.note).collect();
    for month in text.as_bytes().chunks_exact(27_000) {
        #[expect(clippy::cast_precision_loss, reason = "small")]
        let ratio = month.len() as f64 / squeeze(month).len() as f64;
        let different: std::collections::BTreeSet<&[u8]> = month.split(|byte| !byte.is_ascii_alphabetic()).collect();
        assert!((2.3..2.41).contains(&ratio), "{ratio}");
        assert!((1_200..1_460).contains(&different.len()), "{}", different.len());
    }
}
