//! Any text under any record's key: whole or refused, and what is whole is written the same.
#![no_main]

use storage::{
    envelope::Envelope,
    key::{self, Kind},
};

libfuzzer_sys::fuzz_target!(|input: (u8, u128, String)| {
    let (kind, id, text) = input;
    let kind = Kind::ALL[usize::from(kind) % Kind::ALL.len()];
    let key = key::of(kind, id);
    if let Some(envelope) = Envelope::read(&key, kind, &text) {
        assert_eq!(envelope.write(&key), text);
    }
});
