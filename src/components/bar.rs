//! How much of a whole there is, as a bar with its words.

use markup::{View, html};

/// `percent` hundredths, named `label`, with words at both ends.
pub fn bar(label: &'static str, percent: usize, start: String, end: String) -> View {
    html! {
        <div class="usage">
            <span>{start}</span><span class="usage__all">{end}</span>
            <progress class="bar" max="100" prop:value=percent.to_string() aria-label=label></progress>
        </div>
    }
}

/// Facts with a tick.
pub fn checks(facts: Vec<&'static str>) -> View {
    let items: Vec<View> =
        facts.into_iter().map(|fact| html! { <li>{super::icon::icon("check")}<span>{fact}</span></li> }).collect();
    html! { <ul class="checks">{items}</ul> }
}
