//! One person: how to reach them, what is good to know, what was agreed.

use domain::{
    id::Id,
    person::{Hours, Person},
};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html, memo};

use super::{agreements, edit, messages, talked};
use crate::{
    components::{
        empty::empty,
        page::{button, button_link, cluster, head, section},
        reach::{tag, ways},
        sheet::sheet,
    },
    route::Route,
    state::{AppState, minute_now, use_app_state},
    words::{common, dates, nav, person, reaching, support, values},
};

/// The page of one person.
pub fn page(id: Id<Person>) -> View {
    let state = use_app_state();
    let known = memo(move || state.more().people.get(id).is_some());
    let editing = Signal::new(false);
    let page = move || {
        let (known, edited) = (known.get(), editing.get());
        untrack(|| match (known, edited) {
            (false, _) => gone(),
            (true, true) => edit::form(
                state,
                Some(id),
                act(move |()| state.turn(editing, false)),
                act(move |()| state.turn_again(Route::Person(id), editing, true)),
            ),
            (true, false) => shown(state, id, editing),
        })
    };
    html! { {page} }
}

fn gone() -> View {
    html! {
        {head(nav::support(), "", ())}
        {empty("people", support::not_found(), support::none_text(), button_link("primary", Route::Support.path(), "support", nav::support()))}
    }
}

fn shown(state: AppState, id: Id<Person>, editing: Signal<bool>) -> View {
    let one = move || state.more().people.get(id);
    let asked = Signal::new(false);
    let edit = move || button("secondary", person::edit(), move || state.turn(editing, true));
    html! {
        {move || one().map(|known| head(known.name.to_string(), who(&known), edit()))}
        <div class="split">
            <div class="stack" data-gap="section">
                {move || one().map(|known| reaching(state, id, &known))}
                {move || one().map(|known| facts(state, &known))}
                {move || agreements::with(state, id)}
            </div>
            <aside class="stack" data-gap="section">
                {move || one().map(|known| words_for(state, id, &known))}
                {section(person::what_now(), (), cluster(vec![button("quiet", common::remove(), move || remove(state, id, asked))]))}
            </aside>
        </div>
        {move || asked.get().then(|| untrack(|| ask(state, id, asked)))}
    }
}

/// What they are, in the list's word and in the owner's.
fn who(known: &Person) -> String {
    let part = known.part.map(|part| values::role(part).to_owned());
    [part, known.role.as_deref().map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn reaching(state: AppState, id: Id<Person>, known: &Person) -> View {
    let name = known.name.to_string();
    let none = !known.is_in_reach();
    html! {
        <section class="stack" data-gap="3">
            <h2 class="visually-hidden">{person::reach(&name)}</h2>
            {known.is_good_at(minute_now()).filter(|good| *good).map(|_| html! { <p>{tag(person::good_now())}</p> })}
            {none.then(|| html! { <p class="soft">{person::no_way()}</p> })}
            {ways(reaching::of(known))}
            {button("secondary", person::was_in_touch(), move || state.in_touch(id))}
        </section>
    }
}

fn facts(state: AppState, known: &Person) -> View {
    let hours = |Hours { from, until }: Hours| person::hours(&dates::time(from), &dates::time(until));
    let when: Vec<String> =
        [known.when.as_deref().map(str::to_owned), known.hours.map(hours)].into_iter().flatten().collect();
    let rows = [
        (support::phone(), known.phone.as_deref().map(str::to_owned)),
        (person::when(), (!when.is_empty()).then(|| when.join(" · "))),
        (person::last(), Some(talked(state, known).unwrap_or_else(|| person::last_never().to_owned()))),
        (person::rhythm_title(), known.rhythm.map(|rhythm| person::rhythm_is(usize::from(rhythm.days())))),
    ];
    let rows: Vec<View> = rows
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| html! { <div><dt>{name}</dt><dd>{value}</dd></div> }))
        .collect();
    let mut good: Vec<View> = known.good_for.iter().map(|need| tag(values::need(need))).collect();
    if let Some(words) = known.good_for_words.as_deref() {
        let words = words.to_owned();
        good.push(html! { <span class="tag" data-tone="people">{words}</span> });
    }
    section(
        person::facts(),
        (),
        html! {
            <div class="card"><dl class="facts">{rows}</dl></div>
            {(!good.is_empty()).then(|| html! { <h3>{person::good_for_title()}</h3><div class="cluster" data-gap="1">{good}</div> })}
            {(!known.agreed.is_empty()).then(|| html! { <section class="reasons"><h3 class="reasons__title">{person::agreed_title()}</h3><blockquote class="reasons__quote">{known.agreed.to_string()}</blockquote></section> })}
        },
    )
}

/// Messages meant for them, and those meant for anyone.
fn words_for(state: AppState, id: Id<Person>, known: &Person) -> View {
    let rows = messages::cards_for(state, id);
    let label = if rows.is_empty() { support::words_own() } else { support::words_all() };
    section(
        person::words_for(&known.name),
        (),
        html! {
            {(!rows.is_empty()).then(|| html! { <ul class="stack" data-gap="3">{rows}</ul> })}
            <p><a href=Route::Messages.path()>{label}</a></p>
        },
    )
}

/// Somebody with whom nothing is tied goes at once, and can be brought back; else it is asked first.
fn remove(state: AppState, id: Id<Person>, asked: Signal<bool>) {
    let tied = state.tied(id);
    if tied.agreements + tied.messages + tied.lines + tied.entries > 0 {
        asked.set(true);
    } else if state.remove_person(id) {
        state.open_page(Route::Support);
    }
}

fn ask(state: AppState, id: Id<Person>, asked: Signal<bool>) -> View {
    let Some(known) = state.more().people.get_untracked(id) else { return View::empty() };
    let tied = state.tied(id);
    let said = |count: usize, say: fn(usize) -> String| (count > 0).then(|| html! { <p>{say(count)}</p> });
    let go = move || {
        asked.set(false);
        if state.remove_person(id) {
            state.open_page(Route::Support);
        }
    };
    sheet(
        person::remove_title(),
        act(move |()| asked.set(false)),
        html! {
            <div class="stack" data-gap="3">
                <p>{person::remove_text(&known.name)}</p>
                {said(tied.agreements, person::remove_agreements)}
                {said(tied.messages, person::remove_messages)}
                {said(tied.lines, person::remove_lines)}
                {said(tied.entries, person::remove_notes)}
                <p class="small soft">{person::remove_files()}</p>
                <div class="sheet__actions">
                    {button("secondary", common::cancel(), move || asked.set(false))}
                    {button("danger-soft", common::remove(), go)}
                </div>
            </div>
        },
    )
}
