//! The weekly review: which week to look back at, and the reviews there are.

mod guide;
mod shown;

use domain::{
    day::Week,
    draft,
    review::{self, Review},
};
use leptos::prelude::untrack;
use markup::{Signal, View, html, memo};

use crate::{
    components::{
        empty::empty,
        icon::badge,
        page::{button_link, card_list, cluster, head, row_link, section},
    },
    route::Route,
    state::{AppState, use_app_state},
    words::{dates, nav, review as words},
};

/// All reviews, and the next one.
pub fn page() -> View {
    let state = use_app_state();
    let start = move || {
        let week = review::to_look_at(state.today.get());
        let weeks: Vec<View> = [week, week.plus(-1)]
            .into_iter()
            .filter(|week| state.review_of(*week).is_none() && state.has_begun_by(*week))
            .map(|week| row_link(Route::Review(week).path(), badge("leaf", ""), span(week), begun(state, week)))
            .collect();
        let this_week = html! { <p class="small soft">{words::opens_on_sunday()}</p> };
        let opens = (week != state.today.get().week()).then_some(this_week);
        html! { {(!weeks.is_empty()).then(|| card_list(weeks))}{opens} }
    };
    let past = move || {
        let mut all: Vec<Review> = state.more().reviews.with(|all| all.iter().map(|(_, one)| one.clone()).collect());
        all.sort_by_key(|one| std::cmp::Reverse(one.on));
        all.dedup_by_key(|one| one.on.week());
        if all.is_empty() {
            return html! { <p class="soft">{words::none_text()}</p> };
        }
        let first = |one: &Review| {
            let said = [&one.well, &one.next, &one.change, &one.way].into_iter().find(|note| !note.is_empty());
            said.map_or_else(|| words::nothing().to_owned(), |note| super::short(note))
        };
        let rows = all
            .iter()
            .map(|one| {
                let week = one.on.week();
                row_link(Route::Review(week).path(), badge("check", ""), full_span(week), first(one))
            })
            .collect();
        card_list(rows)
    };
    html! {
        {head(words::title(), words::sub(), ())}
        <div class="stack measure" data-gap="section">
            <div class="stack" data-gap="3">{start}</div>
            {section(words::all(), (), past)}
        </div>
    }
}

/// The review of one week: asked for, or shown once it was made.
pub fn week(week: Week) -> View {
    let state = use_app_state();
    let [monday, ..] = week.days();
    if monday > state.today.get_untracked() {
        let back = button_link("primary", Route::Goals.path(), "goals", nav::goals());
        return empty("seedling", words::title(), words::not_yet(), cluster(vec![back]));
    }
    let editing =
        Signal::new(state.more().drafts.get_untracked(draft::review(week)).is_some_and(|draft| is_of(&draft, week)));
    let is_made = memo(move || state.review_of(week).is_some());
    let page = move || {
        let guided = editing.get() || !is_made.get();
        untrack(|| if guided { guide::view(state, week, editing) } else { shown::view(state, week, editing) })
    };
    html! { {page} }
}

/// Whether a draft belongs to the review of this week.
fn is_of(draft: &draft::Draft, week: Week) -> bool {
    draft.fields.first() == Some(&week.to_string())
}

fn begun(state: AppState, week: Week) -> &'static str {
    let begun = state.more().drafts.get(draft::review(week)).is_some_and(|draft| is_of(&draft, week));
    if begun { words::go_on() } else { words::five_minutes() }
}

/// "November 23 to November 29".
fn span(week: Week) -> String {
    dates::week(week)
}

/// The same with the year.
fn full_span(week: Week) -> String {
    let [first, .., last] = week.days();
    words::of_week(&dates::month_day(first), &dates::full(last))
}

/// A line of Goals or Today that says a review waits, and lets it be.
pub fn waits(state: AppState) -> View {
    let Some(week) = state.waiting_review() else { return View::empty() };
    html! {
        <section class="card banner" data-tone="action">
            <div class="lead-in">{badge("leaf", "")}<div><h2 class="callout__title">{words::waits()}</h2><p class="small soft">{words::waits_text(&span(week))}</p></div></div>
            {cluster(vec![
                button_link("secondary", Route::Review(week).path(), "right", words::start()),
                crate::components::page::button("quiet", words::not_this_week(), move || state.set_review_aside(week)),
            ])}
        </section>
    }
}

/// What was said for this week.
pub fn said(state: AppState) -> View {
    let week = state.today.get().week();
    let Some(said) = state.said_for(week) else { return View::empty() };
    html! {
        <section class="reasons">
            <h2 class="reasons__title">{words::said_before()}</h2>
            <blockquote class="reasons__quote">{super::short(&said)}</blockquote>
            <p class="reasons__foot"><span></span><a href=Route::Review(week.plus(-1)).path()>{crate::words::today::see_review()}</a></p>
        </section>
    }
}
