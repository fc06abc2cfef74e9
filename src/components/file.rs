//! A field for a file from this device.

use markup::{Act, View, html, web_sys};

/// The field. `on_pick` gets the file chosen; `accept` is what the browser offers first.
pub fn file_field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    accept: &'static str,
    on_pick: Act<web_sys::File>,
) -> View {
    html! {
        <div class="field">
            <label class="field__label" for=id>{label}" "<small>{hint}</small></label>
            <input class="input" type="file" id=id accept=accept on:change:target=move |event| {
                if let Some(file) = event.target().files().and_then(|files| files.get(0)) {
                    on_pick(file);
                }
            }/>
        </div>
    }
}
