//! Tests of when a question comes back, for any memory that could be stored.

use proptest::prelude::*;

use super::*;
use crate::{collection::Record, stamp::Stamp};

fn day(number: i32) -> Day {
    Day::new(2026, 11, 24).unwrap().plus(number)
}

fn interval(memory: Memory) -> i32 {
    memory.due.since(memory.last)
}

/// Anything that a file could say, true or not.
fn any_memory() -> impl Strategy<Value = Memory> {
    (any::<u32>(), any::<u16>(), -2000_i32..2000, -2000_i32..2000).prop_map(|(stability, difficulty, last, due)| {
        Memory { stability_hundredths: stability, difficulty_hundredths: difficulty, last: day(last), due: day(due) }
    })
}

/// What answers on certain days leave.
fn after(answers: &[(i32, bool)]) -> Option<Memory> {
    let mut today = day(0);
    answers.iter().fold(None, |memory, (wait, right)| {
        today = today.plus(*wait);
        Some(answered(memory, *right, today))
    })
}

/// Rows of the Python package `fsrs` 4.1.2, by the authors of FSRS-5, without learning steps: days since the answer
/// before, whether it was right, stability and difficulty.
const DUE_EACH_TIME: [(i32, bool, f64, f64); 7] = [
    (0, true, 3.17, 5.28),
    (3, true, 10.74, 5.27),
    (11, true, 34.58, 5.26),
    (35, true, 100.75, 5.25),
    (101, true, 269.28, 5.24),
    (269, true, 669.31, 5.24),
    (365, true, 1180.58, 5.23),
];
const UP_AND_DOWN: [(i32, bool, f64, f64); 6] = [
    (0, false, 0.4, 7.19),
    (1, false, 0.26, 8.08),
    (0, true, 0.37, 8.06),
    (5, true, 4.28, 8.04),
    (30, false, 2.35, 8.65),
    (2, true, 4.52, 8.62),
];

#[test]
fn answers_leave_what_the_authors_of_the_formulas_say() {
    for row in [&DUE_EACH_TIME[..], &UP_AND_DOWN] {
        let (mut memory, mut today) = (None, day(0));
        for (wait, right, stability, difficulty) in row {
            today = today.plus(*wait);
            let next = answered(memory, *right, today);
            let found = f64::from(next.stability_hundredths) / 100.0;
            // Numbers are kept in hundredths here, and not there.
            assert!((found - stability).abs() <= 0.02 + stability * 0.02, "{found} {stability}");
            assert!((f64::from(next.difficulty_hundredths) / 100.0 - difficulty).abs() <= 0.03);
            memory = Some(next);
        }
    }
}

#[test]
fn intervals_grow_with_right_answers_up_to_a_year() {
    let mut memory = answered(None, true, day(0));
    let mut intervals = vec![interval(memory)];
    for _ in 0..6 {
        memory = answered(Some(memory), true, memory.due);
        intervals.push(interval(memory));
    }
    assert_eq!(intervals, [3, 11, 35, 101, 269, 365, 365]);
    assert_eq!(interval(answered(None, false, day(0))), 1);
}

#[test]
fn a_lesson_has_the_same_id_on_every_device() {
    // The ends of the digests of the authors of FNV.
    assert_eq!(id("").as_u128(), 0x142_62b8_2175_6295_c58d);
    assert_eq!(id("a").as_u128(), 0xcaf_7891_2b70_4e4a_8964);
    assert_ne!(id("one"), id("two"));
    assert!(id("one") < Id::new(1_000, [0; 10]) && id("one").made().is_none(), "it is fixed");
}

#[test]
fn what_waits_longest_is_asked_first() {
    let memory = |due| Some(Memory { due: day(due), ..answered(None, true, day(-50)) });
    let mut all = Collection::default();
    for (number, memory) in [[memory(0), memory(1), None], [memory(-9), None, memory(-1)]].into_iter().enumerate() {
        let value = Some(Study { memory, ..Study::default() });
        all.merge(Id::fixed(number as u128), Record { changed: Stamp::zero().next(1, 1), value });
    }
    assert_eq!(due(&all, day(0)), [(Id::fixed(1), 0), (Id::fixed(1), 2), (Id::fixed(0), 0)]);
}

proptest! {
    #[test]
    fn right_answers_never_bring_a_question_back_sooner(
        before in prop::collection::vec((0_i32..400, any::<bool>()), 0..12),
        rights in prop::collection::vec(0_i32..800, 1..20),
    ) {
        let mut memory = after(&before);
        let mut today = memory.map_or(day(0), |memory| memory.last);
        for wait in rights {
            today = today.plus(wait);
            let next = answered(memory, true, today);
            prop_assert!((1..=365).contains(&interval(next)));
            prop_assert!(memory.is_none_or(|memory| interval(next) >= interval(memory)));
            memory = Some(next);
        }
    }

    #[test]
    fn a_wrong_answer_comes_back_within_two_days(memory in prop::option::of(any_memory()), today in -3000_i32..3000) {
        let next = answered(memory, false, day(today));
        prop_assert!((1..=2).contains(&interval(next)));
    }

    #[test]
    fn whatever_was_stored_the_next_memory_is_sound(
        memory in prop::option::of(any_memory()),
        right: bool,
        today in -3000_i32..3000,
    ) {
        let next = answered(memory, right, day(today));
        prop_assert!((1..=365).contains(&interval(next)));
        prop_assert!((1..=3_650_000).contains(&next.stability_hundredths));
        prop_assert!((100..=1000).contains(&next.difficulty_hundredths));
        prop_assert_eq!(next.last, day(today));
    }
}
