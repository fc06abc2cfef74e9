//! Anything behind a checksum that holds is read or refused: bytes of every kind, changes that were begun, months.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it says")]
#![allow(clippy::cast_possible_truncation, reason = "numbers of a test are small")]

use domain::{day::Day, fixtures::Dice, stamp::Stamp};
use storage::{
    KeyValue,
    envelope::Envelope,
    key::{self, CHANGE, Kind},
    key_value::MemoryStore,
    pack, probe,
};

const BY: Stamp = Stamp { millis: 1_795_000_000_000, count: 0, device: 7 };

fn bytes(dice: &mut Dice, most: u64) -> Vec<u8> {
    let length = dice.below(most);
    // Small numbers are lengths, places and choices; large ones are what breaks them.
    (0..length).map(|_| if dice.below(3) == 0 { dice.below(256) as u8 } else { dice.below(8) as u8 }).collect()
}

#[test]
fn bytes_of_any_kind_are_read_or_refused_and_written_as_they_were_read() {
    let (mut dice, mut taken) = (Dice::new(20_261_128), 0);
    for _ in 0..20_000 {
        let data = pack::pack(&bytes(&mut dice, 60));
        taken += probe::decode(dice.below(5) as u8, &data);
    }
    assert!(taken > 500, "enough of them mean something: {taken}");
}

#[test]
fn a_record_of_anything_opens() {
    let mut dice = Dice::new(20_261_129);
    for _ in 0..2_000 {
        let store = MemoryStore::default();
        for _ in 0..dice.below(6) {
            let kind = Kind::ALL[dice.below(Kind::ALL.len() as u64) as usize];
            let key = key::of(kind, u128::from(dice.bits()) << 64 | u128::from(dice.bits()));
            let data = (dice.below(8) > 0).then(|| pack::pack(&bytes(&mut dice, 80)));
            let text = Envelope { kind, schema: dice.below(4) as u8, changed: BY, data }.write(&key);
            store.set(&key, &text).unwrap();
        }
        for letter in ["n", "w", "n2", "w2"] {
            if dice.below(3) == 0 {
                let text = pack::pack_dense(&bytes(&mut dice, 200));
                store.set(&format!("{}{letter}/{}", key::PREFIX, dice.below(900)), &text).unwrap();
            }
        }
        if dice.below(2) == 0 {
            let body: String = bytes(&mut dice, 60).iter().map(|byte| char::from(b'A' + byte % 58)).collect();
            store.set(CHANGE, &probe::journal(&body)).unwrap();
        }
        probe::open(&store, Day::new(2026, 11, 28).unwrap(), BY);
    }
}
