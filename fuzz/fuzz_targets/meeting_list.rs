//! Any bytes as a list of meetings: read or refused, and what is read is kept as it is.
#![no_main]

use exchange::meeting_list::{decode, encode, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(listing) = read(bytes) {
        let kept = encode(&listing).expect("no larger than a file");
        assert_eq!(decode(&kept), Ok(listing));
    }
    let _ = decode(&String::from_utf8_lossy(bytes));
});
