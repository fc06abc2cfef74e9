//! Every sentence the app says: typed keys over the words of the language in use, and a word for each domain value.

pub mod cards;
pub mod dates;
pub mod errors;
pub mod experience;
pub mod groups;
pub mod planning;
pub mod reaching;
pub mod starts;
pub mod tables;
pub mod values;

use std::{cell::Cell, thread::LocalKey};

#[expect(clippy::doc_markdown, reason = "what is quoted are the words themselves")]
mod keys {
    use super::{fill, later_line, line, number};
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
    pub(super) const FINGERPRINT_OF_KEYS: &str = FINGERPRINT;
    pub(super) const COUNTS: [usize; 2] = LINES;
}

pub use keys::*;

/// The lines of one file.
type Lines = Cell<&'static [&'static str]>;

thread_local! {
    static WORDS: Lines = const { Cell::new(&[]) };
    static LATER: Lines = const { Cell::new(&[]) };
}

/// Takes the packed words of the first pages into use. Says whether they fit this build.
pub fn install(packed: &str) -> bool {
    take(packed, keys::COUNTS[0], &WORDS)
}

/// Takes the packed words that only later pages say into use. Says whether they fit this build.
pub fn install_later(packed: &str) -> bool {
    take(packed, keys::COUNTS[1], &LATER)
}

fn take(packed: &str, count: usize, into: &'static LocalKey<Lines>) -> bool {
    let Some((fingerprint, words)) = packed.split_once('\n') else { return false };
    let lines: Vec<&'static str> = String::leak(words.to_owned()).split('\n').collect();
    let fits = fingerprint == keys::FINGERPRINT_OF_KEYS && lines.len() == count;
    if fits {
        into.set(Vec::leak(lines));
    }
    fits
}

fn line(number: usize) -> &'static str {
    WORDS.get().get(number).copied().unwrap_or("")
}

fn later_line(number: usize) -> &'static str {
    LATER.get().get(number).copied().unwrap_or("")
}

/// Puts `values` where the marks U+0001, U+0002 … stand.
fn fill(line: &str, values: &[&str]) -> String {
    let mut text = String::with_capacity(line.len() + 16);
    for letter in line.chars() {
        match (letter as usize).checked_sub(1).and_then(|position| values.get(position)) {
            Some(value) => text.push_str(value),
            None => text.push(letter),
        }
    }
    text
}

/// A count of the desk as a number of this device.
pub fn whole(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// `number` in digits.
pub fn number(number: usize) -> String {
    number.to_string()
}

/// Tenths as a number with one decimal, the way the language writes it.
pub fn tenths(tenths: u8) -> String {
    date::decimal(&number(usize::from(tenths / 10)), &number(usize::from(tenths % 10)))
}
