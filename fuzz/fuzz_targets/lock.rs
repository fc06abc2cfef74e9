//! Any text as the lock of the vault, and any text as a sealed value.
#![no_main]

use vault::{Key, Lock, store};

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(lock) = Lock::read(text) {
        assert!(lock.cost.is_allowed());
        assert_eq!(Lock::read(&lock.text()), Some(lock));
    }
    let key = Key::of(&[1; 32]).expect("32 bytes");
    assert_eq!(store::open(&key, "tr/c/x", text), None);
});
