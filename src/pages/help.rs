//! The owner's own people in the Help room. The room itself is static HTML in `index.html` and needs no app.

use domain::settings::Language;
use markup::{View, html};

use crate::{components::icon::icon, state::AppState, words::support};

/// Buttons that call and text the people of the record; shown in the room of `language` while that is in use.
pub fn people(state: AppState, language: Language) -> View {
    let buttons = move || {
        let shown: Vec<View> = state.people.with(|all| {
            all.iter()
                .filter_map(|(_, person)| Some((person.name.to_string(), person.dial()?, person.text_to()?)))
                .map(|(name, number, text_to)| {
                    html! {
                        <a class="button" data-kind="people" data-size="large" href=format!("tel:{number}")>{icon("phone")}{support::call(&name)}</a>
                        <a class="button" data-kind="people-soft" data-size="large" href=format!("sms:{text_to}")>{icon("message")}{support::text(&name)}</a>
                    }
                })
                .collect()
        });
        (state.language.get() == language && !shown.is_empty()).then(|| html! { <div class="call-grid">{shown}</div> })
    };
    html! { {buttons} }
}
