//! Trellis, the app: pages over a record that stays on the device.
//!
//! Layers, each using only those before it: `platform` (the browser), `words` (sentences), `state` (the record on
//! screen), `components` (parts without meaning), `pages`, `layout`, `app`. `route` is the list of addresses.

pub mod app;
pub mod components;
pub mod later;
pub mod layout;
pub mod pages;
pub mod platform;
pub mod route;
pub mod state;
pub mod words;

use wasm_bindgen::prelude::*;

/// Starts the app with the packed words of the page's language. Fails if they belong to another build.
#[wasm_bindgen]
pub fn start(packed: &str) -> Result<(), JsValue> {
    if !words::install(packed) {
        return Err(JsValue::from_str("words"));
    }
    app::mount();
    Ok(())
}

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
