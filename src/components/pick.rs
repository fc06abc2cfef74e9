//! One of several choices, each as long as its words: native radio buttons that look like chips.

use markup::{Act, Read, View, act, html, read};

/// The choices beside one another; `name` is that of the group of radio buttons.
pub fn pick<T: Copy + PartialEq + 'static>(
    name: &'static str,
    options: Vec<(T, &'static str)>,
    chosen: impl Fn() -> T + 'static,
    on_pick: impl Fn(T) + 'static,
) -> View {
    let (chosen, on_pick) = (read(chosen), act(on_pick));
    let option = |(value, label): (T, &'static str)| {
        let (chosen, on_pick) = (chosen.clone(), on_pick.clone());
        one(name, label, read(move || chosen() == value), act(move |()| on_pick(value)))
    };
    let options: Vec<View> = options.into_iter().map(option).collect();
    html! { <div class="chips">{options}</div> }
}

fn one(name: &'static str, label: &'static str, chosen: Read<bool>, on_pick: Act<()>) -> View {
    html! {
        <label class="chip">
            <input type="radio" name=name prop:checked=move || chosen() on:change=move |_| on_pick(())/>
            <span>{label}</span>
        </label>
    }
}
