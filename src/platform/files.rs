//! Files: those that come with the app (words, lessons, activities), those handed out, and those a person chose.

use domain::settings::Language;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Response, Url, window};

use crate::platform::{events, page};

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

/// Hands `bytes` to the person as a file of this name.
pub fn hand_out(name: &str, kind: &str, bytes: &[u8]) -> bool {
    give(name, kind, bytes).is_some()
}

fn give(name: &str, kind: &str, bytes: &[u8]) -> Option<()> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &bag).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = window()?.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser takes the bytes when the click is done, not before.
    events::after(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}

/// A file that the person chose.
#[derive(Clone)]
pub struct Picked(File);

impl Picked {
    /// The one in the field with this id.
    pub fn of(id: &str) -> Option<Self> {
        let field: HtmlInputElement = page::element(id)?.dyn_into().ok()?;
        field.files()?.get(0).map(Self)
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }
}

/// Reads a file that the person chose and hands its bytes on; `None` if it is larger than `limit` or cannot be read.
pub fn take_in(Picked(file): &Picked, limit: f64, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let reading = (file.size() <= limit).then(|| file.array_buffer());
    hand_on(reading, Box::new(then));
}

fn hand_on(reading: Option<js_sys::Promise>, then: Box<dyn FnOnce(Option<Vec<u8>>)>) {
    wasm_bindgen_futures::spawn_local(async move {
        let bytes = match reading {
            Some(reading) => JsFuture::from(reading).await.ok().map(|buffer| Uint8Array::new(&buffer).to_vec()),
            None => None,
        };
        then(bytes);
    });
}
