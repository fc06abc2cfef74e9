//! Any bytes as a request to the desk or an answer of it.
#![no_main]

use desk::message::{Answer, Request};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some(request) = Request::read(bytes) {
        assert!(Request::read(&request.bytes()).is_some());
    }
    let _ = Answer::read(bytes);
});
