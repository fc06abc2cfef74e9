//! A field for a file from this device.

use markup::{Act, View, html};

/// The field. `on_pick` hears that another file was chosen; `accept` is what the browser offers first.
pub fn file_field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    accept: &'static str,
    on_pick: Act<()>,
) -> View {
    html! {
        <div class="field">
            <label class="field__label" for=id>{label}" "<small>{hint}</small></label>
            <input class="input" type="file" id=id accept=accept on:change=move |_| on_pick(())/>
        </div>
    }
}
