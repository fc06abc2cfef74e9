//! Things that happen to the whole page: storage changed elsewhere, the page hidden or shown, news of the boot script.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{CustomEvent, Event, StorageEvent, window};

/// Calls `heard` on every event `name` of the window, for ever.
pub fn on_window(name: &str, heard: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(heard);
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Calls `heard` with the key that another tab changed, or `None` when it cleared everything.
pub fn on_other_tab(mut heard: impl FnMut(Option<String>) + 'static) {
    on_window("storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            heard(event.key());
        }
    });
}

/// Calls `heard` when the page is hidden or shown again, and every minute while it is open.
pub fn on_pulse(heard: impl Fn() + Clone + 'static) {
    let again = heard.clone();
    let closure = Closure::<dyn FnMut()>::new(again);
    if let Some(window) = window() {
        let callback = closure.as_ref().unchecked_ref::<Function>();
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(callback, 60_000);
        if let Some(document) = window.document() {
            let _ = document.add_event_listener_with_callback("visibilitychange", callback);
        }
    }
    closure.forget();
    on_window("pageshow", move |_| heard());
}

/// Calls `heard` whenever somebody touches, types or scrolls.
pub fn on_touch(heard: impl Fn() + Clone + 'static) {
    for name in ["pointerdown", "keydown", "wheel"] {
        let heard = heard.clone();
        on_window(name, move |_| heard());
    }
}

/// Calls `act` once after `millis` milliseconds.
pub fn after(millis: i32, act: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let callback = Closure::once_into_js(act);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), millis);
    }
}

/// Calls `act` once, after the browser has painted what is there now.
pub fn after_paint(act: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let painting = Closure::once_into_js(move || after(0, act));
        let _ = window.request_animation_frame(painting.unchecked_ref());
    }
}

/// After a form was sent and its fields have said what is wrong, moves the focus to the first of those.
pub fn show_what_is_wrong() {
    on_window("submit", |event| {
        if let Some(form) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
            after(0, move || crate::platform::page::focus_what_is_wrong(&form));
        }
    });
}

/// Runs what waits for the browser.
pub fn run(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

/// Calls `heard` when the boot script says `name`, with what it adds.
pub fn on_boot(name: &str, mut heard: impl FnMut(Option<String>) + 'static) {
    on_window(name, move |event| heard(event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string())));
}

/// Whether the boot script takes the app to be running: not before its start, and not after a crash.
pub fn is_running() -> bool {
    boot().and_then(|boot| Reflect::get(&boot, &"started".into()).ok()).is_none_or(|started| started.is_truthy())
}

/// Whether the boot script has found a new version of the app waiting.
pub fn update_waits() -> bool {
    boot().and_then(|boot| Reflect::get(&boot, &"waiting".into()).ok()).is_some_and(|waiting| waiting.is_truthy())
}

/// Changes to the version that waits; the page loads anew.
pub fn update() {
    call_boot("update");
}

/// Removes what a visit leaves in the browser besides the record, and starts anew.
pub fn erase_rest() {
    call_boot("erase");
}

fn call_boot(name: &str) {
    if let Some(boot) = boot()
        && let Ok(act) = Reflect::get(&boot, &name.into())
        && let Some(act) = act.dyn_ref::<Function>()
    {
        let _ = act.call0(&boot);
    }
}

fn boot() -> Option<JsValue> {
    Reflect::get(&window()?.into(), &"trellis".into()).ok().filter(JsValue::is_object)
}
