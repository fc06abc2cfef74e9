//! Any text of a link as a progress card, also with the right checksum: read in its one spelling, or refused.
#![no_main]

use domain::card::{Card, Held, OPEN, letters_of, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(Held::Open(card)) = read(&String::from_utf8_lossy(bytes)) {
        assert!(card.text().is_ok());
    }
    let mut whole = [&[OPEN], bytes].concat();
    whole.extend(domain::card::checksum(&whole).to_le_bytes());
    if let Ok(card) = Card::of_bytes(&whole) {
        assert_eq!(read(&letters_of(&whole)), Ok(Held::Open(card.clone())));
        assert_eq!(card.bytes(), Ok(whole));
    }
    // Without a word nothing is derived, so this is quick.
    let _ = exchange::card::open(&letters_of(bytes), "");
});
