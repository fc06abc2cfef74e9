//! The accountability check-in of a goal: done, partly, not this time, with a note.

use domain::{
    day::Day,
    goal::{self, Goal, Outcome, Report},
    id::Id,
    text::Note,
};
use markup::{View, html};

use crate::{
    components::{field::Field, page::cluster, unkept},
    state::AppState,
    words::{errors, goals, values},
};

/// Asks about today if the goal is due, or shows what was answered.
pub fn today(state: AppState, id: Id<Goal>) -> View {
    let on = state.today.get();
    let reported =
        state.more().reports.with(|reports| goal::report_on(reports, id, on).map(|(_, report)| report.outcome));
    let due = state
        .more()
        .goals
        .get(id)
        .is_some_and(|one| state.more().reports.with(|reports| goal::is_due(&one, id, reports, on)));
    match reported {
        Some(outcome) => html! { <p class="goal__next small">{goals::today_was(values::outcome(outcome))}</p> },
        None if due => ask(state, id, on),
        None => View::empty(),
    }
}

/// Three answers for one day.
pub fn ask(state: AppState, id: Id<Goal>, on: Day) -> View {
    let answers: Vec<View> = Outcome::OFFERED
        .map(|outcome| {
            let kind = if outcome == Outcome::Done { "secondary" } else { "quiet" };
            answer(state, id, on, kind, outcome, values::outcome(outcome))
        })
        .into();
    html! { <div class="goal__next" role="group" aria-label=goals::how_did_it_go()><p class="small soft">{goals::how_did_it_go()}</p>{cluster(answers)}</div> }
}

/// A day that is to count neither for nor against.
pub fn excuse(state: AppState, id: Id<Goal>, on: Day) -> View {
    answer(state, id, on, "quiet", Outcome::Excused, goals::excuse())
}

/// One answer, which shows whether it was given.
fn answer(state: AppState, id: Id<Goal>, on: Day, kind: &'static str, outcome: Outcome, label: &'static str) -> View {
    let given = move || {
        state
            .more()
            .reports
            .with(|reports| goal::report_on(reports, id, on).is_some_and(|(_, report)| report.outcome == outcome))
    };
    let pressed = move || if given() { "true" } else { "false" };
    html! { <button class="button goal__answer" type="button" data-kind=kind aria-pressed=pressed on:click=move |_| state.report(id, on, outcome)>{label}</button> }
}

/// A note beside an answer, kept as it is typed.
pub fn note(state: AppState, id: Id<Report>, report: &Report) -> View {
    let note = Field::lines("report-note", goals::note(), report.note.to_string());
    unkept::note(note, move || {
        if let Some(note) = note.parse(Note::parse, errors::text) {
            state.keep(
                state.more().reports.change(id, move |old| old.map(|report| Report { note: note.clone(), ..report })),
            );
        }
    })
}
