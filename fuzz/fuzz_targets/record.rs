//! A store with anything in it, behind checksums that hold: it opens.
#![no_main]

use domain::{day::Day, stamp::Stamp};
use storage::{
    KeyValue,
    envelope::Envelope,
    key::{self, CHANGE, Kind},
    key_value::MemoryStore,
    pack, probe,
};

libfuzzer_sys::fuzz_target!(|input: (Vec<(u8, u8, u128, Vec<u8>)>, Vec<(String, String)>, Option<String>)| {
    let (records, others, begun) = input;
    let by = Stamp { millis: 1_795_000_000_000, count: 0, device: 7 };
    let store = MemoryStore::default();
    for (kind, schema, id, bytes) in records {
        let kind = Kind::ALL[usize::from(kind) % Kind::ALL.len()];
        let key = key::of(kind, id);
        let _ = store.set(&key, &Envelope { kind, schema, changed: by, data: Some(pack::pack(&bytes)) }.write(&key));
    }
    for (key, text) in others {
        let _ = store.set(&format!("{}{key}", key::PREFIX), &text);
    }
    if let Some(body) = begun {
        let _ = store.set(CHANGE, &probe::journal(&body));
    }
    if let Ok(today) = Day::new(2026, 11, 28) {
        probe::open(&store, today, by);
    }
});
