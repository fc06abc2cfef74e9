//! What the browser says about the place of the record: whether it keeps it, and whether the app is installed.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

/// How many characters localStorage takes, keys included, in every browser in use.
pub const ROOM: usize = 5_242_880;

/// Whether this window was opened from an icon of its own.
pub fn is_installed() -> bool {
    let Some(window) = window() else { return false };
    ["standalone", "minimal-ui", "fullscreen"].iter().any(|mode| {
        let media = window.match_media(&format!("(display-mode: {mode})")).ok().flatten();
        media.is_some_and(|media| media.matches())
    })
}

/// Whether the browser is known to delete what a page keeps once it was not opened for a week: Safari, in a tab.
pub fn forgets() -> bool {
    let vendor = window().and_then(|window| Reflect::get(&window.navigator(), &"vendor".into()).ok()?.as_string());
    let safari = vendor.is_some_and(|vendor| vendor.starts_with("Apple"));
    safari && !is_installed()
}

/// Says whether the browser keeps the record even when it needs room; `None` if it does not tell.
pub fn kept(then: impl FnOnce(Option<bool>) + 'static) {
    answer(window().and_then(|window| window.navigator().storage().persisted().ok()), Box::new(then));
}

/// Asks the browser to keep the record even when it needs room, and says what it answered.
pub fn ask_to_keep(then: impl FnOnce(Option<bool>) + 'static) {
    answer(window().and_then(|window| window.navigator().storage().persist().ok()), Box::new(then));
}

fn answer(asked: Option<Promise>, then: Box<dyn FnOnce(Option<bool>)>) {
    spawn_local(async move {
        let answer = match asked {
            Some(asked) => JsFuture::from(asked).await.ok().as_ref().and_then(JsValue::as_bool),
            None => None,
        };
        then(answer);
    });
}
