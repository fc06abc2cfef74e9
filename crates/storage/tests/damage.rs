//! A year's record damaged in every way: it opens every time, and nothing damaged is taken for good.
//!
//! Changes within one text are judged by that text alone: a text is refused if and only if its checksum is wrong, and
//! two texts that differ in one place and are equal after it have equal checksums if and only if the checksum up to
//! behind that place is equal, since each further byte maps checksums one to one. Every key is also damaged in each
//! way in the whole record, which is then opened.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it says"
)]

mod common;

use std::collections::BTreeMap;

use common::{
    a_year,
    life::{Name, Version, view},
    side_by_side, stamp, without_copies,
};
use storage::{
    KeyValue, change, envelope,
    key::{self, ASIDE},
    key_value::MemoryStore,
    pack, seal, sealed,
};

/// The well-known checksum, bit by bit.
fn step(sum: u32, byte: u8) -> u32 {
    (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
}

fn sum(from: u32, text: &str) -> u32 {
    text.bytes().fold(from, step)
}

fn is_whole(key: &str, text: &str) -> bool {
    let letter = key::read(key).map(|(kind, _)| kind.letter());
    let letter = letter.or_else(|| key::read_sealed(key).map(|(half, _)| half.letter()));
    envelope::read(key, letter.unwrap(), text).is_some()
}

/// The character after one bit of its UTF-16 unit is turned over; half a pair reads as U+FFFD.
fn flipped(letter: char, bit: u32) -> char {
    char::from_u32(u32::from(letter) ^ 1 << bit).unwrap_or('\u{fffd}')
}

const HEAD: usize = 22;

#[test]
fn every_bit_and_every_length_of_a_year_is_proven() {
    let (store, _) = a_year();
    let (mut bits, mut cuts, mut checked) = (0_u64, 0_u64, 0_u64);
    for key in store.keys().unwrap() {
        let text = store.get(&key).unwrap().unwrap();
        assert!(is_whole(&key, &text), "{key}");
        let letters: Vec<char> = text.chars().collect();
        let stored = u32::try_from(pack::number(&text[16..HEAD]).unwrap()).unwrap();
        // The head but for the checksum, and the checksum itself, are read in full.
        for (place, letter) in letters.iter().enumerate().take(HEAD) {
            for bit in 0..16 {
                let mut other = letters.clone();
                other[place] = flipped(*letter, bit);
                let other: String = other.into_iter().collect();
                assert!(!is_whole(&key, &other), "{key}: bit {bit} of letter {place}");
                bits += 1;
            }
            assert!(!is_whole(&key, &letters[..place].iter().collect::<String>()), "{key}: cut at {place}");
            cuts += 1;
        }
        let mut state = sum(sum(!0, &key), &text[..16]);
        let mut buffer = [0; 4];
        for letter in &letters[HEAD..] {
            assert_ne!(!state, stored, "{key}: cut short");
            cuts += 1;
            let after = sum(state, letter.encode_utf8(&mut buffer));
            for bit in 0..16 {
                assert_ne!(sum(state, flipped(*letter, bit).encode_utf8(&mut buffer)), after, "{key}");
                bits += 1;
            }
            state = after;
        }
        assert_eq!(!state, stored, "{key}: the checksum is the one that is proven");
        checked += 1;
    }
    println!("{checked} keys: {bits} changed bits and {cuts} shortened texts, each refused");
    assert!(bits > 3_000_000 && cuts > 180_000);
}

#[test]
fn no_text_is_taken_under_another_key() {
    let (store, _) = a_year();
    let all: Vec<(String, String)> =
        store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect();
    let (long, short): (Vec<_>, Vec<_>) = all.into_iter().partition(|(key, _)| key::read_sealed(key).is_some());
    let mut swapped = 0_u64;
    for group in [long, short] {
        for (key, _) in &group {
            for (other, text) in group.iter().filter(|(other, _)| other != key) {
                assert!(!is_whole(key, text), "{other} under {key}");
                swapped += 1;
            }
        }
    }
    println!("{swapped} pairs of keys: no text taken under the other's");
    assert!(swapped > 100_000);
}

type View = BTreeMap<Name, Version>;

/// Opens, mends and seals a damaged record, and says what is left.
fn open(store: &MemoryStore, key: &str) -> View {
    change::recover(store, stamp(2_000_000_000_000)).unwrap();
    let (first, _) = view(store).unwrap_or_else(|| panic!("{key}: does not open"));
    if seal::mend(store, stamp(2_000_000_000_000)).unwrap() > 0 {
        let (second, _) = view(store).unwrap();
        assert_eq!(first, second, "{key}: mending changes nothing of what is read");
    }
    first
}

/// The names that stood in `key`: one record, or all of a month.
fn stood_in(key: &str, all: &View) -> Vec<Name> {
    match (key::read(key), key::read_sealed(key)) {
        (Some((kind, id)), _) => vec![(kind.letter(), id)],
        (_, Some((_, month))) => all.keys().filter(|(_, id)| sealed::month_of(*id) == Some(month)).copied().collect(),
        _ => Vec::new(),
    }
}

fn others(all: &View, but: &[Name]) -> View {
    all.iter().filter(|(name, _)| !but.contains(name)).map(|(name, version)| (*name, version.clone())).collect()
}

fn is_aside(store: &MemoryStore, text: &str) -> bool {
    let keys = store.keys().unwrap();
    keys.iter().filter(|key| key.starts_with(ASIDE)).any(|key| store.get(key).unwrap().unwrap() == text)
}

#[test]
fn each_key_damaged_in_each_way_costs_at_most_what_stood_in_it() {
    let (full, older) = a_year();
    let bare = without_copies(&full);
    let (before, _) = view(&full).unwrap();
    assert_eq!(view(&bare).unwrap().0, before);
    let damaged = |(store, older, has_copies): (MemoryStore, MemoryStore, bool)| {
        let mut cases = 0_u64;
        let keys = store.keys().unwrap();
        let sealed = |key: &String| key::read_sealed(key).is_some();
        // Every first copy, some second ones, and some loose records, which are all alike: only their own text differs.
        let is_second = |key: &&String| key::read_sealed(key).is_some_and(|(half, _)| half.second);
        let first = keys.iter().filter(|key| sealed(key) && !is_second(key));
        let second = keys.iter().filter(is_second).step_by(5);
        let loose = keys.iter().filter(|key| !sealed(key)).step_by(23);
        for (number, key) in first.chain(second).chain(loose).enumerate() {
            let text = store.get(key).unwrap().unwrap();
            let letters: Vec<char> = text.chars().collect();
            let mut changed = letters.clone();
            let place = (number * 7919) % letters.len();
            changed[place] = flipped(letters[place], u32::try_from(number % 16).unwrap());
            let cut: String = letters[..letters.len() * (number % 10) / 10].iter().collect();
            let swapped = keys.get((number + 1) % keys.len()).map(|other| store.get(other).unwrap().unwrap());
            let ways = [Some(changed.into_iter().collect()), None, Some(cut), swapped, older.get(key).unwrap()];
            let mine = stood_in(key, &before);
            for (way, after) in ways.into_iter().enumerate() {
                if after.as_ref() == Some(&text) {
                    continue;
                }
                let store = store.clone();
                match &after {
                    Some(after) => store.set(key, after).unwrap(),
                    None => store.remove(key).unwrap(),
                }
                let damaged = after.as_ref().is_some_and(|after| !is_whole(key, after));
                let left = open(&store, key);
                assert_eq!(others(&left, &mine), others(&before, &mine), "{key}, way {way}: others are as they were");
                for name in &mine {
                    let same = left.get(name) == before.get(name);
                    // What is not as it was is older, or without the words that were lost.
                    let stale = left.get(name).is_none_or(|(changed, _)| *changed <= before[name].0);
                    assert!(same || stale, "{key}, way {way}: {name:?} is not what anybody wrote");
                }
                if has_copies && sealed(key) {
                    assert_eq!(left, before, "{key}, way {way}: the second copy is used");
                }
                let is_second = key::read_sealed(key).is_some_and(|(half, _)| half.second);
                if damaged && !is_second {
                    assert!(is_aside(&store, &after.unwrap()), "{key}, way {way}: the raw text is offered");
                }
                cases += 1;
            }
        }
        cases
    };
    let cases: u64 = side_by_side([(full, older.clone(), true), (bare, older, false)], damaged).iter().sum();
    println!("{cases} whole records opened with one key damaged");
    assert!(cases > 300);
}
