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
        page::{button, cluster},
        tolerance::tolerance,
    },
    pages::goals::edit::optional_day,
    state::{self, AppState},
    words::{common, errors, goals, values},
};

/// The id of what is asked about a pause.
pub const ASKED: &str = "rest";
/// The id of what has to be said after some.
const LOWERED: &str = "lowered";

/// What is asked about the pause it is in, and what has to be said after some.
pub fn view(state: AppState, id: Id<Goal>) -> View {
    let pause = memo(move || {
        let goal = state.more().goals.get(id)?;
        goal.pause_on(state.today.get())
    });
    // The form stays while its answers change.
    let rests = memo(move || pause.with(Option::is_some));
    let asked =
        move || rests.get().then(|| leptos::prelude::untrack(|| pause.get().map(|pause| ask(state, id, pause))));
    let lowered = move || {
        let came_back = state.more().goals.get(id).and_then(|one| one.came_back_lately(state.today.get())).is_some();
        let away = pause.with(|pause| pause.and_then(|pause| pause.reason).is_some_and(Reason::lowers_tolerance));
        (came_back || away).then(|| html! { <div id=LOWERED>{tolerance()}</div> })
    };
    html! { {lowered}{asked} }
}

fn ask(state: AppState, id: Id<Goal>, pause: Pause) -> View {
    let reason = Signal::new(pause.reason);
    let over = Signal::new(false);
    let since =
        Field::line("since", goals::since_day(), pause.since.to_string()).kind("date").hint(goals::since_hint());
    let back = Field::line("back", goals::back_day(), pause.back.map_or_else(String::new, |back| back.to_string()))
        .kind("date")
        .hint(goals::back_hint());
    let typed = move || {
        over.set(false);
        let first = since.parse(Day::parse, |error| errors::day(error).to_owned())?;
        if !Pause::can_begin(first, state.today.get_untracked()) {
            since.error.set(Some(goals::since_wrong().to_owned()));
            return None;
        }
        let last = back.parse(optional_day, |error| errors::day(error).to_owned())?;
        if last.is_some_and(|day: Day| !Pause::can_end(first, day)) {
            back.error.set(Some(goals::back_wrong().to_owned()));
            return None;
        }
        Some(Pause { since: first, reason: reason.get_untracked(), back: last })
    };
    // A day in the past may be one half typed, and this form goes once the pause is over: that is said by a press.
    let tell = move || match typed() {
        Some(told) if told.is_over(state.today.get_untracked()) => over.set(true),
        Some(told) => state.tell_pause(id, told),
        None => {}
    };
    let end = move || {
        if let Some(told) = typed() {
            state.tell_pause(id, told);
            state.refocus();
        }
    };
    let pick = move |chosen: Option<Reason>| {
        reason.set(chosen);
        if let Some(known) = state.more().goals.get_untracked(id).as_ref().and_then(Goal::pause) {
            state.tell_pause(id, Pause { reason: chosen, ..known });
        }
        if chosen.is_some_and(Reason::lowers_tolerance) {
            state::show(LOWERED);
        }
    };
    let reasons = Reason::ALL
        .map(|one| {
            chip(values::reason(one), move || reason.get() == Some(one), move |chosen| pick(chosen.then_some(one)))
        })
        .into();
    html! {
        <div class="card" id=ASKED tabindex="-1" role="group" aria-label=goals::why_pause() data-tone="quiet"><div class="stack">
            {question(goals::why_pause(), common::optional(), chips(reasons))}
            {since.view(tell)}
            {back.view(tell)}
            <div role="status">{move || over.get().then(|| cluster(vec![button("secondary", goals::pause_over(), end)]))}</div>
            <p class="small soft">{goals::pause_counts()}</p>
        </div></div>
    }
}
