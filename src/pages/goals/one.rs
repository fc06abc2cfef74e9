//! One goal: why, the steps, how it went, and what may be done with it.

use domain::{
    day::Day,
    goal::{self, Goal, Outcome, Report, Status, Step},
    id::Id,
};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html, memo};

use crate::{
    components::{
        choice::check_row,
        empty::empty,
        field::Field,
        page::{button, button_link, head, section},
    },
    pages::goals::report,
    route::Route,
    state::{AppState, use_app_state},
    words::{common, dates, errors, goals, nav, values},
};

/// How many past answers the page shows.
const HISTORY: usize = 60;

/// The page of one goal.
pub fn page(id: Id<Goal>) -> View {
    let state = use_app_state();
    let known = memo(move || state.goals.get(id).is_some());
    let editing = Signal::new(false);
    let page = move || {
        let (known, edited) = (known.get(), editing.get());
        untrack(|| match (known, edited) {
            (false, _) => gone(),
            (true, true) => super::edit::form(Some(id), act(move |()| editing.set(false))),
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
    let goal = move || state.goals.get(id);
    let edit = move || button("secondary", goals::edit(), move || editing.set(true));
    html! {
        {move || goal().map(|one| head(one.title.to_string(), super::standing(state, id, &one), edit()))}
        <div class="split">
            <div class="stack" data-gap="section">
                {move || goal().filter(|one| !one.why.is_empty()).map(|one| html! {
                    <section class="reasons"><h2 class="reasons__title">{goals::why_short()}</h2><blockquote class="reasons__quote">{one.why.to_string()}</blockquote></section>
                })}
                {move || goal().filter(|one| !one.steps.is_empty()).map(|one| section(goals::steps(), (), steps(state, id, &one)))}
                {answer_for_a_day(state, id)}
                {move || section(goals::history(), (), history(state, id))}
            </div>
            <aside class="stack" data-gap="3">{move || goal().map(|one| section(goals::what_now(), (), acts(state, id, &one)))}</aside>
        </div>
    }
}

fn steps(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let rows: Vec<View> = one
        .steps
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let done = step.done.is_some();
            check_row(
                step.title.to_string(),
                move || done,
                move |done: bool| {
                    let today = state.today.get_untracked();
                    state.keep(state.goals.change(id, move |old| {
                        old.map(|mut one| {
                            if let Some(step) = one.steps.get_mut(place) {
                                *step = Step { done: done.then_some(today), ..step.clone() };
                            }
                            one
                        })
                    }));
                },
            )
        })
        .collect();
    html! { <div class="card"><div class="stack" data-gap="2">{rows}</div></div> }
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
            .reports
            .with(|reports| goal::report_on(reports, id, on.get()).map(|(report, known)| (report, known.outcome)))
    });
    let answered = move || {
        let (report, outcome) = known.get()?;
        let full = state.reports.get_untracked(report)?;
        Some(
            html! { <p class="lead">{goals::day_was(&dates::near(on.get(), state.today.get()), values::outcome(outcome))}</p>{report::note(state, report, &full)} },
        )
    };
    let active = move || state.goals.get(id).is_some_and(|one| one.status == Status::Active);
    let asked = move || {
        active().then(|| {
            section(
                goals::how_did_it_go(),
                (),
                html! {
                    <div class="card"><div class="stack">
                        {day.view(choose)}
                        {move || report::ask(state, id, on.get())}
                        {answered}
                    </div></div>
                },
            )
        })
    };
    html! { {asked} }
}

fn history(state: AppState, id: Id<Goal>) -> View {
    let mut all: Vec<Report> = state
        .reports
        .with(|all| all.iter().map(|(_, report)| report.clone()).filter(|report| report.goal == id).collect());
    all.sort_by_key(|report| std::cmp::Reverse(report.on));
    if all.is_empty() {
        return html! { <p class="soft">{goals::no_history()}</p> };
    }
    let rows: Vec<View> = all
        .into_iter()
        .take(HISTORY)
        .map(|report| {
            let kept = (report.outcome != Outcome::NotThisTime).then_some("");
            html! {
                <li class="timeline__item" data-done=kept>
                    <span class="timeline__node" aria-hidden="true"></span>
                    <div class="timeline__body">
                        <p class="timeline__date">{dates::full(report.on)}</p>
                        <p><b>{values::outcome(report.outcome)}</b></p>
                        {(!report.note.is_empty()).then(|| html! { <p class="own">{report.note.to_string()}</p> })}
                    </div>
                </li>
            }
        })
        .collect();
    html! { <ol class="timeline">{rows}</ol> }
}

fn acts(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let today = state.today.get();
    let before = one.status;
    let to = move |status: Status, said: &'static str| {
        move || {
            if state.set_status(id, status) {
                state.notices.say_with_undo(said, move || {
                    state.set_status(id, before);
                });
            }
        }
    };
    let buttons = if before == Status::Active {
        vec![
            button("secondary", goals::finish(), to(Status::Finished(today), goals::finished())),
            button("secondary", goals::pause(), to(Status::Paused(today), goals::now_paused())),
            button("quiet", goals::let_go(), to(Status::LetGo(today), goals::now_let_go())),
        ]
    } else {
        vec![button("primary", goals::take_up(), to(Status::Active, goals::taken_up()))]
    };
    let remove = move || {
        let Some(removed) = state.goals.get_untracked(id) else { return };
        if state.keep(state.goals.put(id, None)) {
            state.open_page(Route::Goals);
            state.notices.say_with_undo(goals::removed(), move || {
                state.keep(state.goals.put(id, Some(removed.clone())));
            });
        }
    };
    html! {
        <div class="stack" data-gap="2">{buttons}<p class="small soft">{goals::nothing_is_lost()}</p>{button("quiet", common::remove(), remove)}</div>
    }
}
