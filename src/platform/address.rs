//! The address bar: reading it, changing it, hearing of changes.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, window};

use crate::platform::{events, page};

/// The path now shown, beginning with `/`.
pub fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_else(|| "/".to_owned())
}

thread_local! {
    static FRAGMENT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What stands in the address after `#`, which no server is told. The places of this page itself, to which the link
/// that skips to the content leads, leave it as it was.
pub fn fragment() -> String {
    let now = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let now = now.strip_prefix('#').unwrap_or_default().to_owned();
    FRAGMENT.with_borrow_mut(|known| {
        if page::element(&now).is_none() {
            *known = now;
        }
        known.clone()
    })
}

/// The address of `path` in full, for others.
pub fn full(path: &str) -> String {
    let origin = window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}{path}")
}

/// Shows `path`; the page before it stays reachable by going back.
pub fn push(path: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Calls `heard` with the path after going back or forward.
pub fn on_move(mut heard: impl FnMut(String) + 'static) {
    events::on_window("popstate", move |_| {
        if events::is_running() {
            heard(path());
        }
    });
}

/// Calls `heard` with the path when a link of this app is followed in the usual way; it says whether it goes there.
pub fn on_link(mut heard: impl FnMut(String) -> bool + 'static) {
    let closure = Closure::<dyn FnMut(MouseEvent)>::new(move |event: MouseEvent| {
        let changed =
            event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0;
        if changed || event.default_prevented() || !events::is_running() {
            return;
        }
        if link(&event).is_some_and(&mut heard) {
            event.prevent_default();
        }
    });
    if let Some(document) = window().and_then(|window| window.document()) {
        let _ = document.add_event_listener_with_callback("click", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// The path of the link that was clicked, if it leads to a page of this app.
fn link(event: &MouseEvent) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let anchor: HtmlAnchorElement = element.closest("a[href^='/']").ok()??.dyn_into().ok()?;
    let outside =
        anchor.has_attribute("data-hide") || anchor.has_attribute("download") || anchor.has_attribute("target");
    (!outside).then(|| anchor.pathname())
}
