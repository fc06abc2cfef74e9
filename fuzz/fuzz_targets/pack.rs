//! Any text as packed bytes, and any bytes packed.
#![no_main]

use storage::pack;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    assert_eq!(pack::unpack(&pack::pack(bytes)).as_deref(), Some(bytes));
    let text = String::from_utf8_lossy(bytes);
    if let Some(unpacked) = pack::unpack(&text) {
        assert!(text.is_empty() || pack::pack(&unpacked) == text);
    }
    let _ = pack::number(&text);
});
