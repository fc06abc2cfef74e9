//! The door of the worker: bytes from `public/desk.js` in, bytes out.

use wasm_bindgen::prelude::wasm_bindgen;

/// Answers one request with the browser's chance.
///
/// # Panics
/// If the browser has no chance to give: then nothing may be locked, and the page sees that the worker ended.
#[wasm_bindgen]
#[expect(clippy::expect_used, reason = "a key that is no chance would be worse than a worker that ends")]
pub fn answer(request: &[u8]) -> Vec<u8> {
    crate::work::answer(request, &mut |bytes| getrandom::fill(bytes).expect("chance"))
}
