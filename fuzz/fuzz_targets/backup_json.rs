//! Any bytes as a backup in JSON: read or refused, and what is read is written and read again as it was.
#![no_main]

use exchange::backup;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = backup::read(bytes) {
        if let Ok(text) = backup::write(&read.everything, read.made) {
            assert_eq!(backup::read(text.as_bytes()).map(|again| again.everything), Ok(read.everything));
        }
    }
});
