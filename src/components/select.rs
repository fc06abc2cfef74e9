//! One of many, in a native list.

use markup::{Act, View, act, html};

use crate::components::icon::icon;

/// A list whose first choice is `chosen`. Each option has a value and its words.
pub fn select(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
    on_pick: impl Fn(String) + 'static,
) -> View {
    draw(id, label, hint, options, chosen, act(on_pick))
}

fn draw(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
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
            <label class="field__label" for=id>{label}{(!hint.is_empty()).then(|| html! { " " <small>{hint}</small> })}</label>
            <div class="select">
                <select class="input" id=id on:change:target=move |event| on_pick(event.target().value())>{options}</select>
                {icon("down")}
            </div>
        </div>
    }
}
