//! Texts that come with the app as files: words of another language, lessons, the catalogue of activities.

use domain::settings::Language;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

use crate::platform::page;

/// Reads the file `name` in `language` and hands its text on; `None` if it cannot be had now.
pub fn load(language: Language, name: String, then: impl FnOnce(Option<String>) + 'static) {
    spawn(language, name, Box::new(then));
}

fn spawn(language: Language, name: String, then: Box<dyn FnOnce(Option<String>)>) {
    wasm_bindgen_futures::spawn_local(async move { then(read(language, &name).await) });
}

async fn read(language: Language, name: &str) -> Option<String> {
    let path = format!("/content/{}/{}/{name}", page::content_version(), language.word());
    let response: Response = JsFuture::from(window()?.fetch_with_str(&path)).await.ok()?.dyn_into().ok()?;
    // A missing file is answered with the page itself.
    let is_page = response.headers().get("content-type").ok().flatten().is_some_and(|kind| kind.contains("html"));
    if !response.ok() || is_page {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
