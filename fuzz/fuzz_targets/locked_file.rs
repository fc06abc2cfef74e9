//! Any bytes after the mark of a locked file. A work factor that would take long is made small.
#![no_main]

use exchange::{locked, phrase::Phrase};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let whole = [b"age-encryption.org/v1\n-> scrypt ".as_slice(), bytes].concat();
    let slow = [" 11", " 12", " 13", " 14", " 15", " 16", " 17", " 18"];
    let text = String::from_utf8_lossy(&whole);
    if !slow.iter().any(|work| text.contains(work)) {
        let phrase = Phrase::parse("p").expect("a phrase");
        let _ = locked::read(&whole, Some(&phrase));
    }
    let _ = locked::read(bytes, None);
});
