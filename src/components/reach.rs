//! Ways to reach somebody, and words to send.

use markup::{IntoView, View, html};

use crate::{components::icon::icon, words::reaching::Ways};

/// Every way to reach somebody, the first number most prominent. Nothing where there is none.
pub fn ways(ways: Ways) -> View {
    let Ways { calls, text, chat, leaves } = ways;
    let kind = |place| if place == 0 { "people" } else { "people-soft" };
    let calls: Vec<View> = calls
        .into_iter()
        .enumerate()
        .map(|(place, (address, label))| reach(kind(place), address, "phone", label))
        .collect();
    let text = text.map(|(address, label)| reach("people-soft", address, "message", label));
    let chat = chat.map(|(address, label)| {
        html! {
            <div class="stack" data-gap="1">
                <a class="button" data-kind="people-line" data-size="large" href=address target="_blank" rel="noopener noreferrer">{label}</a>
                <p class="small soft">{leaves}</p>
            </div>
        }
    });
    html! {
        {(!calls.is_empty()).then(|| html! { <div class="call-grid">{calls}{text}</div> })}
        {chat}
    }
}

/// A large button that leads out of the app to a call, a text or a chat.
pub fn reach(kind: &'static str, href: String, icon_name: &'static str, label: String) -> View {
    html! { <a class="button" data-kind=kind data-size="large" href=href>{icon(icon_name)}{label}</a> }
}

/// A small one, named in full for those who do not see it.
pub fn reach_icon(href: String, icon_name: &'static str, label: String) -> View {
    html! { <a class="icon-button" data-kind="people" href=href aria-label=label>{icon(icon_name)}</a> }
}

/// Words to send, with what may be done with them.
pub fn words_card(words: String, note: Option<String>, acts: impl IntoView) -> View {
    words_card_of(words, note, acts.into_view())
}

fn words_card_of(words: String, note: Option<String>, acts: View) -> View {
    html! {
        <li class="reach-out">
            <p class="reach-out__words">{words}</p>
            {note.map(|note| html! { <p class="small soft">{note}</p> })}
            <div class="cluster" data-gap="2">{acts}</div>
        </li>
    }
}

/// A short word about somebody.
pub fn tag(word: &'static str) -> View {
    html! { <span class="tag" data-tone="people">{word}</span> }
}
