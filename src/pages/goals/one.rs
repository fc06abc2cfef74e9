//! One goal: why, the steps, the plans, how it went, and what may be done with it.

mod history;
mod rest;
mod trend;

use domain::{day::Day, goal, goal::Goal, id::Id};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html, memo};

use crate::{
    components::{
        empty::empty,
        field::Field,
        page::{button, button_link, cluster, head, section},
    },
    pages::goals::{edit, report},
    route::Route,
    state::{AppState, use_app_state},
    words::{common, dates, errors, goals, nav, values},
};

/// The page of one goal.
pub fn page(id: Id<Goal>) -> View {
    let state = use_app_state();
    let known = memo(move || state.more().goals.get(id).is_some());
    let editing = Signal::new(false);
    let page = move || {
        let (known, edited) = (known.get(), editing.get());
        untrack(|| match (known, edited) {
            (false, _) => gone(),
            (true, true) => super::edit::form(
                Some(id),
                act(move |()| state.turn(editing, false)),
                act(move |()| state.turn_again(Route::Goal(id), editing, true)),
            ),
            (true, false) => shown(state, id, editing),
        })
    };
    html! { {page} }
}

fn gone() -> View {
    html! {
        {head(nav::goals(), "", ())}
        {empty("seedling", goals::not_found(), goals::not_found_text(), button_link("primary", Route::Goals.path(), "goals", nav::goals()))}
    }
}

fn shown(state: AppState, id: Id<Goal>, editing: Signal<bool>) -> View {
    let goal = move || state.more().goals.get(id);
    let edit = move || button("secondary", goals::edit(), move || state.turn(editing, true));
    html! {
        {move || goal().map(|one| head(one.title.to_string(), super::standing(state, id, &one), edit()))}
        <div class="split">
            <div class="stack" data-gap="section">
                {rest::view(state, id)}
                {move || goal().map(|one| why(&one))}
                {move || goal().filter(|one| !one.steps.is_empty()).map(|one| section(goals::steps(), (), steps(state, id, &one)))}
                {move || goal().filter(|one| !one.hurdles.is_empty()).map(|one| section(goals::plans(), (), plans(&one)))}
                {answer_for_a_day(state, id)}
                {trend::view(state, id)}
                {move || section(goals::history(), (), history::view(state, id))}
            </div>
            <aside class="stack" data-gap="3">{move || goal().map(|one| section(goals::what_now(), (), acts(state, id, &one)))}</aside>
        </div>
    }
}

fn why(one: &Goal) -> View {
    let reason = (!one.why.is_empty()).then(|| html! { <section class="reasons"><h2 class="reasons__title">{goals::why_short()}</h2><blockquote class="reasons__quote">{one.why.to_string()}</blockquote></section> });
    let tags: Vec<View> = one
        .values
        .iter()
        .map(|value| html! { <li class="tag" data-tone="action">{values::value(*value)}</li> })
        .collect();
    let tags =
        (!tags.is_empty()).then(|| html! { <ul class="cluster" data-gap="2" aria-label=goals::values()>{tags}</ul> });
    html! { {reason}{tags} }
}

fn steps(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let rows: Vec<View> = (0..one.steps.len())
        .filter_map(|place| super::step_row(state, id, one, place, one.steps.get(place)?))
        .collect();
    html! { <div class="card"><div class="stack" data-gap="2">{rows}</div></div> }
}

fn plans(one: &Goal) -> View {
    let rows: Vec<View> = one
        .hurdles
        .iter()
        .map(|plan| html! { <li class="own">{goals::plan_says(&within(&plan.when), without_stop(&plan.then))}</li> })
        .collect();
    html! { <div class="card"><ul class="stack" data-gap="2">{rows}</ul></div> }
}

/// A text without the stop that the sentence around it has.
fn without_stop(text: &str) -> &str {
    text.trim_end_matches(['.', ' '])
}

/// A text as it stands within a sentence: telephones begin what is typed with a capital.
fn within(text: &str) -> String {
    let text = without_stop(text);
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// The answers for today, or for an earlier day that is chosen.
fn answer_for_a_day(state: AppState, id: Id<Goal>) -> View {
    let on = Signal::new(state.today.get_untracked());
    let day = Field::line("day", goals::which_day(), on.get_untracked().to_string()).kind("date");
    let choose = move || {
        if let Some(chosen) = day.parse(Day::parse, |error| errors::day(error).to_owned()) {
            if chosen > state.today.get_untracked() {
                day.error.set(Some(goals::not_yet().to_owned()));
            } else {
                on.set(chosen);
            }
        }
    };
    let known = memo(move || {
        state
            .more()
            .reports
            .with(|reports| goal::report_on(reports, id, on.get()).map(|(report, known)| (report, known.outcome)))
    });
    let answered = move || {
        let (report, outcome) = known.get()?;
        let full = state.more().reports.get_untracked(report)?;
        Some(
            html! { <p class="lead">{goals::day_was(&dates::near(on.get(), state.today.get()), values::outcome(outcome))}</p>{report::note(state, report, &full)} },
        )
    };
    // A goal that rests asks nothing.
    let active = memo(move || {
        state.more().goals.get(id).is_some_and(|one| one.over().is_none() && one.pause_on(state.today.get()).is_none())
    });
    let asked = move || {
        active.get().then(|| {
            section(
                goals::how_did_it_go(),
                (),
                html! {
                    <div class="card"><div class="stack">
                        {day.view(choose)}
                        {move || report::ask(state, id, on.get())}
                        {move || cluster(vec![report::excuse(state, id, on.get())])}
                        <p class="small soft">{goals::excused_hint()}</p>
                        {answered}
                    </div></div>
                },
            )
        })
    };
    html! { {asked} }
}

fn acts(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let rests = one.pause_on(state.today.get()).is_some();
    let mut buttons = Vec::new();
    if rests || one.over().is_some() {
        buttons.push(button("primary", goals::take_up(), move || state.take_up(id)));
    }
    if one.over().is_none() {
        buttons.push(button("secondary", goals::finish(), move || state.finish(id)));
        if !rests {
            buttons.push(button("secondary", goals::pause(), move || {
                state.pause(id);
                state.focus(rest::ASKED);
            }));
        }
        buttons.push(button("quiet", goals::let_go(), move || state.let_go(id)));
    }
    let remove = move || {
        let Some(removed) = state.more().goals.get_untracked(id) else { return };
        if state.keep(state.more().goals.put(id, None)) {
            let bring_back = edit::forget(state, id);
            state.open_page(Route::Goals);
            state.notices.say_with_undo(goals::removed(), move || {
                if state.keep(state.more().goals.put(id, Some(removed.clone()))) {
                    bring_back();
                }
            });
        }
    };
    html! {
        <div class="stack" data-gap="2">{buttons}<p class="small soft">{goals::nothing_is_lost()}</p>{button("quiet", common::remove(), remove)}</div>
    }
}
