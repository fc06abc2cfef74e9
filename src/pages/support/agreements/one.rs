//! One agreement, as a page that can be printed and signed.

use domain::{agreement::Agreement, day::Day, id::Id};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html, memo};

use super::{edit, standing};
use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        icon::icon,
        page::{button, button_link, cluster, head},
    },
    route::Route,
    state::{self, AppState, use_app_state},
    words::{agreement, common, dates},
};

/// The page of one agreement.
pub fn page(id: Id<Agreement>) -> View {
    let state = use_app_state();
    let known = memo(move || state.more().agreements.get(id).is_some());
    let editing = Signal::new(false);
    let page = move || {
        let (known, edited) = (known.get(), editing.get());
        untrack(|| match (known, edited) {
            (false, _) => gone(),
            (true, true) => edit::form(
                state,
                Some(id),
                None,
                act(move |()| state.turn(editing, false)),
                act(move |()| state.turn_again(Route::Agreement(id), editing, true)),
            ),
            (true, false) => shown(state, id, editing),
        })
    };
    html! { {page} }
}

fn gone() -> View {
    html! {
        {head(agreement::title(), "", ())}
        {empty("people", agreement::not_found(), agreement::none_text(), button_link("primary", Route::Agreements.path(), "right", agreement::title()))}
    }
}

fn shown(state: AppState, id: Id<Agreement>, editing: Signal<bool>) -> View {
    let one = move || state.more().agreements.get(id);
    html! {
        {move || one().map(|known| html! { <div class="no-print">{head(agreement::with_name(&known.name), standing(&known), ())}</div> })}
        <div class="report">
            <div class="report__options stack no-print">
                {move || one().filter(|known| known.is_due(state.today.get())).map(|_| review(state, id))}
                {cluster(vec![button("primary", html! { {icon("print")}{common::print()} }, state::print)])}
                <p class="small soft">{agreement::print_note()}</p>
                {cluster(vec![button("secondary", agreement::edit(), move || state.turn(editing, true))])}
                {move || one().map(|known| acts(state, id, &known))}
            </div>
            {move || one().map(|known| html! { <section class="paper" tabindex="0" aria-label=agreement::paper()>{paper(state, &known)}</section> })}
        </div>
    }
}

/// What may be done on the day of the review.
fn review(state: AppState, id: Id<Agreement>) -> View {
    let still_good = move || {
        let Some(before) = state.more().agreements.get_untracked(id) else { return };
        let next = Some(state.today.get_untracked().plus(Agreement::REVIEW_AFTER));
        if set(state, id, move |one| Agreement { review: next, ..one }) {
            say(state, id, agreement::reviewed(), &before);
        }
    };
    callout(
        Kind::Care,
        "",
        html! { <p>{agreement::review_now()}</p>{cluster(vec![button("secondary", agreement::still_good(), still_good)])} },
    )
}

fn acts(state: AppState, id: Id<Agreement>, known: &Agreement) -> View {
    let end = move |ended: Option<Day>, said: &'static str| {
        move || {
            let Some(before) = state.more().agreements.get_untracked(id) else { return };
            if set(state, id, move |one| Agreement { ended, ..one }) {
                say(state, id, said, &before);
            }
        }
    };
    let remove = move || {
        let Some(removed) = state.more().agreements.get_untracked(id) else { return };
        if state.keep(state.more().agreements.put(id, None)) {
            let bring_back = edit::forget(state, id);
            state.open_page(Route::Agreements);
            state.notices.say_with_undo(agreement::removed(), move || {
                if state.keep(state.more().agreements.put(id, Some(removed.clone()))) {
                    bring_back();
                }
            });
        }
    };
    let turn = match known.ended {
        None => button("quiet", agreement::end(), end(Some(state.today.get()), agreement::ended())),
        Some(_) => button("quiet", agreement::resume(), end(None, agreement::resumed())),
    };
    cluster(vec![turn, button("quiet", common::remove(), remove)])
}

fn set(state: AppState, id: Id<Agreement>, to: impl Fn(Agreement) -> Agreement + 'static) -> bool {
    state.keep(state.more().agreements.change(id, move |old| old.map(&to)))
}

fn say(state: AppState, id: Id<Agreement>, said: &'static str, before: &Agreement) {
    // Only what moved: what was changed since stays.
    let (review, ended) = (before.review, before.ended);
    state.notices.say_with_undo(said, move || {
        set(state, id, move |one| Agreement { review, ended, ..one });
    });
}

fn paper(state: AppState, known: &Agreement) -> View {
    let titles = [agreement::commit(), agreement::ask(), agreement::talk(), agreement::see(), agreement::quiet()];
    let parts: Vec<View> = titles
        .into_iter()
        .zip(known.parts())
        .filter(|(_, part)| !part.is_empty())
        .map(|(title, part)| html! { <section><h3>{title}</h3><p class="own paper__words">{part.to_string()}</p></section> })
        .collect();
    let days = [
        Some(agreement::made_on(&dates::full(known.made))),
        known.review.map(|day| agreement::review_on(&dates::full(day))),
        known.ended.map(|day| agreement::ended_on(&dates::full(day))),
    ];
    let days = days.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let me = state.settings().name.map_or_else(|| "_".repeat(24), |name| name.to_string());
    let line = |label: String| {
        html! { <div class="sign"><span class="sign__line"></span><span>{label}</span><span class="sign__line"></span><span>{agreement::sign_day()}</span></div> }
    };
    html! {
        <header class="paper__head">
            <div class="paper__title">
                <svg class="paper__mark" viewBox="0 0 32 32" aria-hidden="true"><use href="#i-paper"></use></svg>
                <div><h2 class="paper__h1">{agreement::paper_title()}</h2><p>{agreement::paper_between(&me, &known.name)}</p><p>{days}</p></div>
            </div>
        </header>
        {parts}
        <p class="paper__note">{agreement::paper_law()}</p>
        <div class="signs">{line(agreement::sign_you(&me))}{line(agreement::sign_you(&known.name))}</div>
    }
}
