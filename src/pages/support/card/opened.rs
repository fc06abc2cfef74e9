//! A card that somebody else handed on: it is read from the address, shown, and kept nowhere.

use domain::card::{Card, Held};
use markup::{Signal, View, html};

use super::shown;
use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        field::Field,
        icon::icon,
        page::{button, button_link, cluster, form, head, submit},
    },
    route::Route,
    state::{self, card},
    words::{card as words, common, nav},
};

/// The page that a link with a card leads to.
pub fn page() -> View {
    let text = card::in_address();
    let body = if text.is_empty() {
        let own = button_link("primary", Route::ShareCard.path(), "leaf", words::own());
        empty("people", words::no_card(), words::none_here(), own)
    } else {
        match card::read(&text) {
            Ok(Held::Open(card)) => read_only(&card),
            Ok(Held::Sealed) => sealed(text),
            Err(why) => callout(Kind::HeadsUp, words::no_card(), html! { <p>{why}</p> }),
        }
    };
    html! { <div class="no-print">{head(nav::card(), words::opened_sub(), ())}</div><div class="stack measure" data-gap="6">{body}</div> }
}

fn read_only(card: &Card) -> View {
    html! {
        <section class="paper" tabindex="0" aria-label=nav::card()>{shown(card)}</section>
        <div class="stack no-print" data-gap="3">
            {cluster(vec![button("secondary", html! { {icon("print")}{common::print()} }, state::print)])}
            <p class="small soft">{words::opened_safe()}</p>
        </div>
    }
}

fn sealed(text: String) -> View {
    let word = Field::line("their-word", words::their_word(), String::new()).kind("password");
    let opened = Signal::new(None::<Card>);
    let waits = Signal::new(false);
    let open = move || {
        if waits.get_untracked() {
            return;
        }
        waits.set(true);
        card::open(text.clone(), word.value.get_untracked(), move |found| {
            waits.try_set(false);
            match found {
                Ok(card) => opened.try_set(Some(card)),
                Err(why) => word.error.try_set(Some(why.to_owned())),
            }
        });
    };
    let asked = form(
        "stack",
        "",
        open,
        html! {
            <p>{words::asks_word()}</p>
            {word.view(|| ())}
            {cluster(vec![submit(words::open())])}
            <div role="status">{move || waits.get().then(|| html! { <p>{words::making()}</p> })}</div>
        },
    );
    html! {
        <div class="stack" prop:hidden=move || opened.with(Option::is_some)>{asked}</div>
        {move || opened.get().map(|card| html! { {read_only(&card)} })}
    }
}
