//! A native list to choose one thing from.

use markup::{Act, View, act, html};

use crate::components::icon::icon;

/// The list. `options` are a value and its words; `on_pick` hears the value chosen.
pub fn select(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
    on_pick: impl Fn(String) + 'static,
) -> View {
    select_of(id, label, options, chosen, act(on_pick))
}

fn select_of(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
    on_pick: Act<String>,
) -> View {
    let options: Vec<View> = options
        .into_iter()
        .map(|(value, words)| {
            let is_chosen = value == chosen;
            html! { <option value=value prop:selected=is_chosen>{words}</option> }
        })
        .collect();
    html! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <div class="select">
                <select class="input" id=id on:change:target=move |event| on_pick(event.target().value())>{options}</select>
                {icon("down")}
            </div>
        </div>
    }
}
