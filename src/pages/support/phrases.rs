//! Words to say: cards to practice, one at a time, with the person's own words beside possible ones.

mod cards;

use domain::{
    draft::PHRASES,
    text::{Note, in_address},
};
use leptos::prelude::untrack;
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{question, segmented},
        field::Field,
        icon::icon,
        page::{button, head},
    },
    pages::support::phrases::cards::{CARDS, Card, Group},
    state::{self, AppState, use_app_state},
    words::{common, errors, number as digits, phrases as words, shared},
};

/// The cards.
pub fn page() -> View {
    let state = use_app_state();
    let group = Signal::new(None::<Group>);
    let place = Signal::new(0_usize);
    let groups = [(None, words::all())].into_iter().chain(Group::ALL.map(|group| (Some(group), group.word())));
    let groups = groups.map(|(group, word)| (group, word.to_owned())).collect();
    let choose = move |chosen| {
        place.set(0);
        group.set(chosen);
    };
    let card = move || {
        let shown: Vec<usize> = (0..CARDS.len())
            .filter(|number| group.get().is_none_or(|group| CARDS.get(*number).is_some_and(|card| card.group == group)))
            .collect();
        let here = place.get().min(shown.len().saturating_sub(1));
        let number = shown.get(here).copied()?;
        let card = CARDS.get(number)?;
        let go = move |to: usize| {
            place.set(to);
            state::focus("card");
        };
        let last = shown.len().saturating_sub(1);
        Some(untrack(|| one(state, number, card, (here, last), go)))
    };
    html! {
        {head(words::title(), words::sub(), ())}
        <div class="stack measure" data-gap="6">
            {question(words::show(), "", segmented("phrase-group", groups, move || group.get(), choose))}
            {card}
        </div>
    }
}

/// The card `number` of all, which stands at a place among those shown.
fn one(
    state: AppState,
    number: usize,
    card: &'static Card,
    (here, last): (usize, usize),
    go: impl Fn(usize) + Copy + 'static,
) -> View {
    let turned = Signal::new(false);
    let own = Field::lines("own", words::own(), own_words(state, number)).hint(words::own_hint());
    let keep = move || {
        if own.parse(Note::parse, errors::text).is_some() {
            keep(state, number, &own.value.get_untracked());
        }
    };
    let said = move || {
        let own = own.value.get();
        let own = own.trim();
        if own.is_empty() { (card.words)().to_owned() } else { own.to_owned() }
    };
    let back = move || {
        html! {
            <div class="stack" data-gap="3">
                <h3 class="phrase__label">{words::possible()}</h3>
                <blockquote class="phrase__words">{(card.words)()}</blockquote>
                {(card.group == Group::Refuse).then(|| html! { <p class="small soft" data-facts="5.27">{words::kept_note()}</p> })}
                {card.near_use.then(|| html! { <p class="told__care" data-facts="3.40 3.48">{shared::near_use()}</p> })}
                {own.view(keep)}
                <div class="cluster" data-gap="2">
                    <a class="button" data-kind="people-line" href=move || format!("sms:?&body={}", in_address(&said()))>{icon("message")}{words::text()}</a>
                    {button("quiet", common::copy(), move || state.copy(&untrack(said)))}
                </div>
                {move || own.value.with(|own| !own.trim().is_empty()).then(|| html! { <p class="small soft">{words::own_used()}</p> })}
                <p class="small soft">{words::text_note()}</p>
            </div>
        }
    };
    let shown = move || {
        let turned = turned.get();
        turned.then(|| untrack(back))
    };
    html! {
        <section class="phrase" aria-labelledby="card">
            <h2 class="phrase__count" id="card" tabindex="-1">{words::card(&digits(here + 1), &digits(last + 1))}</h2>
            <p class="small soft">{card.group.word()}</p>
            <p class="phrase__moment">{(card.moment)()}</p>
            <p class="soft">{words::say_first()}</p>
            <button class="button" type="button" data-kind="secondary" aria-expanded=move || if turned.get() { "true" } else { "false" } aria-controls="card-back"
                on:click=move |_| turned.update(|turned| *turned = !*turned)>{move || if turned.get() { words::turn_back() } else { words::turn() }}</button>
            <div id="card-back">{shown}</div>
        </section>
        <div class="phrase__nav">
            {button("quiet", html! { {icon("left")}{words::previous()} }, move || go(if here == 0 { last } else { here - 1 }))}
            {button("quiet", html! { {words::next()}{icon("right")} }, move || go(if here == last { 0 } else { here + 1 }))}
        </div>
    }
}

/// The person's own words on a card.
fn own_words(state: AppState, number: usize) -> String {
    state.more().drafts.get_untracked(PHRASES).and_then(|kept| kept.fields.get(number).cloned()).unwrap_or_default()
}

fn keep(state: AppState, number: usize, typed: &str) {
    let mut fields = state.more().drafts.get_untracked(PHRASES).map(|kept| kept.fields).unwrap_or_default();
    if fields.len() < CARDS.len() {
        fields.resize(CARDS.len(), String::new());
    }
    if let Some(field) = fields.get_mut(number) {
        typed.clone_into(field);
    }
    state.keep_draft(PHRASES, &fields);
}
