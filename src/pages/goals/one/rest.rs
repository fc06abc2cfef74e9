//! A goal at rest: why, and when it comes back. Both may be left open.

use domain::{
    day::Day,
    goal::{Goal, Pause, Reason},
    id::Id,
};
use markup::{Signal, View, html, memo};

use crate::{
    components::{
        choice::{chip, chips, question},
        field::Field,
        tolerance::tolerance,
    },
    pages::goals::edit::optional_day,
    state::AppState,
    words::{common, errors, goals, values},
};

/// What is asked about the pause it is in, and what has to be said after some.
pub fn view(state: AppState, id: Id<Goal>) -> View {
    let pause = memo(move || {
        let goal = state.more().goals.get(id)?;
        goal.pause_on(state.today.get())
    });
    // The form stays while its answers change.
    let since = memo(move || pause.with(|pause| pause.map(|pause| pause.since)));
    let asked =
        move || since.get().and_then(|_| leptos::prelude::untrack(|| pause.get().map(|pause| ask(state, id, pause))));
    let lowered = move || {
        let came_back = state.more().goals.get(id).and_then(|one| one.came_back_lately(state.today.get())).is_some();
        let away = pause.with(|pause| pause.and_then(|pause| pause.reason).is_some_and(Reason::lowers_tolerance));
        (came_back || away).then(tolerance)
    };
    html! { {lowered}{asked} }
}

fn ask(state: AppState, id: Id<Goal>, pause: Pause) -> View {
    let reason = Signal::new(pause.reason);
    let back = Field::line("back", goals::back_day(), pause.back.map_or_else(String::new, |back| back.to_string()))
        .kind("date")
        .hint(goals::back_hint());
    let day = move || {
        let today = state.today.get_untracked();
        let day = back.parse(optional_day, |error| errors::day(error).to_owned())?;
        if day.is_some_and(|day: Day| day <= today) {
            back.error.set(Some(goals::back_wrong().to_owned()));
            return None;
        }
        Some(day)
    };
    let tell_day = move || {
        if let Some(day) = day() {
            state.tell_pause(id, reason.get_untracked(), day);
        }
    };
    let pick = move |chosen: Option<Reason>| {
        reason.set(chosen);
        let known = state.more().goals.get_untracked(id).as_ref().and_then(Goal::pause).and_then(|pause| pause.back);
        state.tell_pause(id, chosen, known);
    };
    let reasons = Reason::ALL
        .map(|one| {
            chip(values::reason(one), move || reason.get() == Some(one), move |chosen| pick(chosen.then_some(one)))
        })
        .into();
    html! {
        <div class="card" data-tone="quiet"><div class="stack">
            {question(goals::why_pause(), common::optional(), chips(reasons))}
            {back.view(tell_day)}
            <p class="small soft">{goals::pause_counts()}</p>
        </div></div>
    }
}
