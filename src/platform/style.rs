//! The style sheet of the later pages, which comes with them.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, window};

use crate::platform::page::find;

/// Fetches it, unless it is there, and says whether it is in use. While developing all styles are linked.
pub fn fetch(then: impl FnOnce(bool) + 'static) {
    let told = find("script[data-style]").filter(|_| find("link[data-later]").is_none());
    let Some(link) = told.and_then(|script| link(&script)) else { return then(true) };
    let loaded = Promise::new(&mut |loaded, failed| {
        link.set_onload(Some(&loaded));
        link.set_onerror(Some(&failed));
    });
    wasm_bindgen_futures::spawn_local(async move {
        let came = JsFuture::from(loaded).await.is_ok();
        if !came {
            link.remove();
        }
        then(came);
    });
}

fn link(script: &HtmlElement) -> Option<HtmlElement> {
    let document = window()?.document()?;
    let link: HtmlElement = document.create_element("link").ok()?.dyn_into().ok()?;
    let attributes = [
        ("rel", "stylesheet".to_owned()),
        ("href", script.get_attribute("data-style")?),
        ("integrity", script.get_attribute("data-style-integrity")?),
        ("data-later", String::new()),
    ];
    for (name, value) in attributes {
        link.set_attribute(name, &value).ok()?;
    }
    document.head()?.append_child(&link).ok()?;
    Some(link)
}
