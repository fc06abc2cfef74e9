//! The curtain: a number before the screen is shown again, offered as what it is.

use leptos::prelude::*;
use markup::{Signal, View, html};

use crate::{
    components::{
        field::Field,
        page::{button, cluster, form, section},
    },
    state::{AppState, curtain},
    words::{curtain as words, problem},
};

/// Hanging it and taking it down.
pub fn part(state: AppState) -> View {
    let hung = Signal::new(curtain::is_hung());
    let body = move || if hung.get() { untrack(|| hanging(state, hung)) } else { untrack(|| bare(state, hung)) };
    section(
        words::title(),
        (),
        html! {
            <div class="card"><div class="stack" data-gap="3">
                <p>{words::about()}</p>
                <p class="soft">{words::cannot()}</p>
                {body}
            </div></div>
        },
    )
}

fn bare(state: AppState, hung: Signal<bool>) -> View {
    let number =
        Field::line("new-number", words::choose(), String::new()).limit(12).kind("password").hint(words::digits());
    let put_up = move || {
        let typed = number.value.get_untracked().trim().to_owned();
        if !curtain::is_number(&typed) {
            number.error.set(Some(words::not_a_number().to_owned()));
        } else if curtain::hang(&typed) {
            hung.set(true);
            state.notices.say(words::is_hung());
        } else {
            number.error.set(Some(problem::unavailable().to_owned()));
        }
    };
    form(
        "stack",
        "3",
        put_up,
        html! {
            {number.view(|| {})}
            <button class="button" data-kind="secondary" type="submit">{words::hang()}</button>
        },
    )
}

fn hanging(state: AppState, hung: Signal<bool>) -> View {
    let take_down = move || {
        if curtain::take_down() {
            hung.set(false);
            state.notices.say(words::is_down());
        }
    };
    html! {
        <p><strong>{words::hangs()}</strong></p>
        {cluster(vec![button("secondary", words::take_down(), take_down)])}
    }
}
