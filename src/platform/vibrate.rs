//! Short pulses that a hand can feel, where the device has them.

use std::cell::Cell;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::window;

/// How long a pulse takes, and the rest after it, in milliseconds.
const PULSE: i32 = 120;

thread_local! {
    /// Browsers complain about a device told to rest before anybody touched the page.
    static PULSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this browser can make the device vibrate.
pub fn can_vibrate() -> bool {
    window().is_some_and(|window| {
        Reflect::get(&window.navigator(), &"vibrate".into()).is_ok_and(|vibrate| vibrate.is_function())
    })
}

/// Makes so many pulses.
pub fn pulse(times: usize) {
    if let Some(window) = window().filter(|_| can_vibrate()) {
        let pattern: Array = std::iter::repeat_n(JsValue::from(PULSE), (times * 2).saturating_sub(1)).collect();
        PULSED.set(window.navigator().vibrate_with_pattern(&pattern));
    }
}

/// Rests at once.
pub fn stop() {
    if let Some(window) = window().filter(|_| PULSED.take()) {
        window.navigator().vibrate_with_duration(0);
    }
}
