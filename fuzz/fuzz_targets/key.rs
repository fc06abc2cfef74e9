//! Any text as a key: a record's or none, and a record's is spelled the same again.
#![no_main]

use storage::key::{self, Kind};

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some((kind, id)) = key::read(text) {
        // The look has one key, and is told from a record of its letter by nobody.
        assert!(kind == Kind::Look || key::of(kind, id) == text);
    }
});
