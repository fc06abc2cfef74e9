//! What a person did with a lesson, and when its questions are worth asking again.
//!
//! When is told by FSRS-5 with its usual weights (Ye et al., open-spaced-repetition, <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm>);
//! decision 22 says why the formulas stand here. A right answer counts as its "good", a wrong one as its "again".

use serde::{Deserialize, Serialize};

use crate::{collection::Collection, day::Day, id::Id, text::Note};

/// One lesson, as the person has it; its id is [`id`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Study {
    /// Whether it is marked, to be found again.
    pub marked: bool,
    /// The day it was read.
    pub read: Option<Day>,
    /// What the person wrote about it.
    pub note: Note,
    /// What is remembered of each of its three questions.
    pub memory: [Option<Memory>; 3],
}

/// How well an answer is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// After how many days it is remembered nine times in ten, in hundredths of a day.
    pub stability_hundredths: u32,
    /// How hard it is, from 1 to 10, in hundredths.
    pub difficulty_hundredths: u16,
    /// The day it was last asked.
    pub last: Day,
    /// The day from which it is worth asking again.
    pub due: Day,
}

/// The id of the record of the lesson with this slug: the lower 76 bits of FNV-1a of 128 bits, the same on every device.
/// Like every fixed id it is smaller than any that was made.
pub fn id(slug: &str) -> Id<Study> {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    const KEPT: u128 = (1 << 76) - 1;
    Id::fixed(slug.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME)) & KEPT)
}

/// After how many days a question is asked again: at least one, at most a year.
const INTERVAL: (f64, f64) = (1.0, 365.0);
/// What was answered wrong comes back within two days.
const AFTER_WRONG: f64 = 2.0;
/// Stability is between a hundredth of a day and a hundred years.
const STABILITY: (f64, f64) = (0.01, 36_500.0);
const DIFFICULTY: (f64, f64) = (1.0, 10.0);

/// The weights of FSRS-5, `w[0]` to `w[18]`.
const W: [f64; 19] = [
    0.402_55, 1.183_85, 3.173, 15.691_05, 7.194_9, 0.534_5, 1.460_4, 0.004_6, 1.545_75, 0.119_2, 1.019_25, 1.939_5,
    0.11, 0.296_05, 2.269_8, 0.231_5, 2.989_8, 0.516_55, 0.662_1,
];
/// Grades of FSRS: "again" and "good".
const AGAIN: f64 = 1.0;
const GOOD: f64 = 3.0;

/// What is remembered after an answer on `today`. What was remembered before may be anything.
pub fn answered(memory: Option<Memory>, right: bool, today: Day) -> Memory {
    let (stability, difficulty) = match memory {
        None if right => (W[2], first_difficulty(GOOD)),
        None => (W[0], first_difficulty(AGAIN)),
        Some(memory) => {
            let stability = bounded(f64::from(memory.stability_hundredths) / 100.0, STABILITY);
            let difficulty = bounded(f64::from(memory.difficulty_hundredths) / 100.0, DIFFICULTY);
            (next_stability(stability, difficulty, today.since(memory.last), right), next_difficulty(difficulty, right))
        }
    };
    let stability = bounded(stability, STABILITY);
    let most = if right { INTERVAL.1 } else { AFTER_WRONG };
    let days = bounded(stability.round(), (INTERVAL.0, most));
    Memory {
        stability_hundredths: hundredths(stability),
        difficulty_hundredths: u16::try_from(hundredths(bounded(difficulty, DIFFICULTY))).unwrap_or(1000),
        last: today,
        due: today.plus(i32::try_from(hundredths(days) / 100).unwrap_or(1)),
    }
}

/// The questions that are worth asking again on `today`, those that wait longest first: the id of the lesson's record,
/// and which of its questions, from 0.
pub fn due(studies: &Collection<Study>, today: Day) -> Vec<(Id<Study>, usize)> {
    let mut found = Vec::new();
    for (id, study) in studies.iter() {
        for (question, memory) in study.memory.iter().enumerate() {
            if let Some(memory) = memory.filter(|memory| memory.due <= today) {
                found.push((memory.due, id, question));
            }
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, id, question)| (id, question)).collect()
}

/// How likely it is remembered after so many days.
fn recall(days: f64, stability: f64) -> f64 {
    (1.0 + 19.0 / 81.0 * days / stability).powf(-0.5)
}

fn next_stability(stability: f64, difficulty: f64, days: i32, right: bool) -> f64 {
    if days <= 0 {
        let grade = if right { GOOD } else { AGAIN };
        return stability * (W[17] * (grade - 3.0 + W[18])).exp();
    }
    let forgotten = 1.0 - recall(f64::from(days), stability);
    if right {
        let growth = W[8].exp() * (11.0 - difficulty) * stability.powf(-W[9]) * (W[10] * forgotten).exp_m1();
        stability * (1.0 + growth)
    } else {
        let left = W[11] * difficulty.powf(-W[12]) * ((stability + 1.0).powf(W[13]) - 1.0) * (W[14] * forgotten).exp();
        left.min(stability / (W[17] * W[18]).exp())
    }
}

fn first_difficulty(grade: f64) -> f64 {
    W[4] - (W[5] * (grade - 1.0)).exp() + 1.0
}

/// Drawn a little towards 10 by a wrong answer, and towards the difficulty of what is easy by any.
fn next_difficulty(difficulty: f64, right: bool) -> f64 {
    let step = if right { 0.0 } else { -W[6] * (AGAIN - 3.0) };
    let moved = difficulty + step * (10.0 - difficulty) / 9.0;
    W[7] * first_difficulty(4.0) + (1.0 - W[7]) * moved
}

fn bounded(number: f64, (least, most): (f64, f64)) -> f64 {
    if number.is_nan() { least } else { number.clamp(least, most) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was bounded, and is never negative")]
fn hundredths(number: f64) -> u32 {
    (number * 100.0).round() as u32
}

#[cfg(test)]
mod tests;
