//! Handing a text to another app of the device, or to its clipboard, when the person asks for it.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

/// Whether the device offers to hand a text to other apps.
pub fn can_share() -> bool {
    navigator().is_some_and(|navigator| method(&navigator, "share").is_some())
}

/// Opens the device's own sheet for handing `text` on. What the person does there is not told.
pub fn share(text: &str) {
    let Some(navigator) = navigator() else { return };
    let data = Object::new();
    let _ = Reflect::set(&data, &"text".into(), &text.into());
    if let Some(asked) = call(&navigator, "share", &data) {
        // Closing that sheet is an error to the browser and none to the person.
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Puts `text` on the clipboard and says whether it is there.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let clipboard = navigator().and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok());
    let asked = clipboard.and_then(|clipboard| call(&clipboard, "writeText", &text.into()));
    hand_on(asked, Box::new(then));
}

fn hand_on(asked: Option<Promise>, then: Box<dyn FnOnce(bool)>) {
    spawn_local(async move {
        let done = match asked {
            Some(asked) => JsFuture::from(asked).await.is_ok(),
            None => false,
        };
        then(done);
    });
}

fn navigator() -> Option<JsValue> {
    window().map(|window| window.navigator().into())
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<Promise> {
    method(of, name)?.call1(of, with).ok()?.dyn_into().ok()
}
