//! What only a browser can show: the store behind the record, ids and stamps, and views that follow signals.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it says")]

mod platform;
mod views;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
