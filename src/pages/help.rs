//! The owner's own people and words in the Help room. The room itself is static HTML in `index.html` and needs no app.

use domain::{dial, person::Person, settings::Language};
use markup::{View, html};

use crate::{
    components::{
        icon::icon,
        reach::{ways, words_card},
    },
    state::AppState,
    words::{message, reaching, support},
};

/// Whether there is anything of one's own to show there; tracked.
pub fn is_any(state: AppState) -> bool {
    !state.in_reach().is_empty()
        || state.more().messages.with(|all| !all.is_empty())
        || !state.marked().helped.is_empty()
}

/// Buttons that call and text the people of the record, and send the words written for this hour; shown in the room
/// of `language` while that is in use.
pub fn people(state: AppState, language: Language) -> View {
    let shown = move || {
        (state.language.get() == language).then(
            || html! { <div class="stack" data-gap="6">{people_in_reach(state)}{words(state)}{helped(state)}</div> },
        )
    };
    html! { {shown} }
}

/// Every way to reach each of them, a block a person.
fn people_in_reach(state: AppState) -> View {
    let shown: Vec<View> = state
        .in_reach()
        .iter()
        .map(|(_, person)| html! { <li class="stack" data-gap="2">{ways(reaching::of(person))}</li> })
        .collect();
    html! { {(!shown.is_empty()).then(|| html! { <ul class="stack" data-gap="4">{shown}</ul> })} }
}

/// One tap opens the text with its words.
fn words(state: AppState) -> View {
    let rows: Vec<View> = state.more().messages.with(|all| {
        all.iter()
            .map(|(_, one)| {
                let to = one.to.and_then(|id| state.more().people.get(id));
                let number = to.as_ref().and_then(Person::text_to);
                let label = match (&to, &number) {
                    (Some(person), Some(_)) => message::text_to(&person.name),
                    _ => message::text_it().to_owned(),
                };
                let href = dial::sms(number.as_deref(), Some(&one.text));
                let send = html! { <a class="button" data-kind="people-line" data-size="large" href=href>{icon("message")}{label}</a> };
                words_card(one.text.to_string(), None, send)
            })
            .collect()
    });
    html! { {(!rows.is_empty()).then(|| html! { <h3>{message::help_title()}</h3><ul class="stack" data-gap="3">{rows}</ul> })} }
}

/// What lifted mood before, by its titles.
fn helped(state: AppState) -> View {
    let titles: Vec<View> = state.marked().helped.into_iter().map(|title| html! { <li>{title}</li> }).collect();
    html! { {(!titles.is_empty()).then(|| html! { <h3>{support::helped_before()}</h3><ul>{titles}</ul> })} }
}
