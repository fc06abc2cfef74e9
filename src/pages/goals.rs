//! Goals: all of them, by where they stand.

pub mod edit;
pub mod one;
mod report;
pub mod review;

use domain::{
    day::Day,
    goal::{self, Cadence, Goal, Status, Step},
    id::Id,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{check_row, segmented},
        empty::empty,
        page::{button_link, cluster, head},
        tolerance::tolerance,
    },
    route::Route,
    state::{AppState, use_app_state},
    words::{dates, goals, nav, number, review as review_words, values},
};

/// Which goals the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Active,
    Paused,
    Past,
}

impl Shown {
    const ALL: [Self; 3] = [Self::Active, Self::Paused, Self::Past];

    fn of(one: &Goal, today: Day) -> Self {
        match (one.over(), one.pause_on(today)) {
            (Some(_), _) => Self::Past,
            (None, Some(_)) => Self::Paused,
            (None, None) => Self::Active,
        }
    }

    fn word(self, count: usize) -> String {
        let word = match self {
            Self::Active => goals::active(),
            Self::Paused => goals::paused(),
            Self::Past => goals::past(),
        };
        format!("{word} {}", number(count))
    }
}

/// All goals.
pub fn page() -> View {
    let state = use_app_state();
    let shown = Signal::new(Shown::Active);
    let new = || button_link("primary", Route::NewGoal.path(), "plus", goals::new());
    let list = move || {
        let all: Vec<(Id<Goal>, Goal)> =
            state.more().goals.with(|all| all.iter().map(|(id, one)| (id, one.clone())).collect());
        if all.is_empty() {
            return empty("seedling", goals::none(), goals::none_text(), new());
        }
        let today = state.today.get();
        let count = |wanted| all.iter().filter(|(_, one)| Shown::of(one, today) == wanted).count();
        let options = Shown::ALL.map(|wanted| (wanted, wanted.word(count(wanted)))).to_vec();
        let cards: Vec<View> = all
            .iter()
            .filter(|(_, one)| Shown::of(one, today) == shown.get())
            .map(|(id, one)| card(state, *id, one))
            .collect();
        html! {
            <fieldset class="goals-filter"><legend class="visually-hidden">{goals::show()}</legend>
                {segmented("shown", options, move || shown.get(), move |wanted| shown.set(wanted))}
            </fieldset>
            {if cards.is_empty() { html! { <p class="soft">{goals::none_shown()}</p> } } else { html! { <ul class="grid" data-min="wide">{cards}</ul> } }}
        }
    };
    let lowered = move || state.back_since().map(|_| tolerance());
    let past = move || button_link("quiet", Route::Reviews.path(), "leaf", review_words::title());
    html! {
        {head(nav::goals(), goals::sub(), new())}
        <div class="stack">
            {lowered}
            {move || review::waits(state)}
            {move || review::said(state)}
            {list}
            {cluster(vec![past()])}
        </div>
    }
}

/// The beginning of a text: enough to know it by.
fn short(text: &str) -> String {
    const ENOUGH: usize = 240;
    if text.chars().count() <= ENOUGH {
        return text.to_owned();
    }
    text.chars().take(ENOUGH).chain(['…']).collect()
}

fn card(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let href = Route::Goal(id).path();
    let active = Shown::of(one, state.today.get()) == Shown::Active;
    let ended = one.is_past_its_last_day(state.today.get());
    let next = one.steps.iter().position(|step| step.done.is_none()).filter(|_| active);
    let next = next.and_then(|place| {
        let row = step_row(state, id, one, place, one.steps.get(place)?)?;
        Some(html! { <div class="goal__next"><p class="small soft">{goals::next_step()}</p>{row}</div> })
    });
    html! {
        <li class="card goal">
            <div class="goal__head">
                <div><h2 class="goal__title"><a href=href>{one.title.to_string()}</a></h2><p class="small soft">{standing(state, id, one)}</p></div>
                {tally(state, id, one)}
            </div>
            {(!one.why.is_empty()).then(|| html! { <p class="own">{one.why.to_string()}</p> })}
            {next}
            {(active && ended).then(|| html! { <p class="goal__next small">{goals::ended_text()}</p> })}
            {active.then(|| report::today(state, id))}
        </li>
    }
}

/// A step to tick, with its day.
fn step_row(state: AppState, id: Id<Goal>, one: &Goal, place: usize, step: &Step) -> Option<View> {
    let done = one.steps.get(place)?.done.is_some();
    let by = step.by.map(|by| html! { <small class="step__day">{goals::step_by(&dates::month_day(by))}</small> });
    Some(html! {
        <div class="step">
            {check_row(step.title.to_string(), move || done, move |done: bool| state.tick_step(id, place, done))}
            {by}
        </div>
    })
}

/// Where a goal stands, in words.
fn standing(state: AppState, id: Id<Goal>, one: &Goal) -> String {
    let today = state.today.get();
    if let Some(pause) = one.pause_on(today) {
        let since = dates::month_day(pause.since);
        let words = match pause.back {
            Some(back) => goals::paused_until(&since, &dates::month_day_from(back, today)),
            None => goals::paused_since(&since),
        };
        return join(words, pause.reason.map(|reason| values::reason(reason).to_owned()));
    }
    match one.status {
        Status::Finished(on) => return goals::finished_on(&dates::full(on)),
        Status::LetGo(on) => return goals::let_go_on(&dates::full(on)),
        Status::Active | Status::Paused(_) => {}
    }
    let until = one.until.map(|last| {
        let day = dates::month_day_from(last, today);
        if last < today { goals::ended_on(&day) } else { goals::until_day(&day) }
    });
    let (done, of) = steps_done(one);
    let often = match one.cadence.per_week() {
        Some(times) => {
            let kept = number(usize::from(kept_this_week(state, id)));
            join(values::cadence(one.cadence), Some(goals::this_week(&kept, &number(usize::from(times)))))
        }
        None if of > 0 && one.cadence == Cadence::Once => goals::steps_done(&number(done), &number(of)),
        None => values::cadence(one.cadence),
    };
    join(often, until)
}

fn join(words: String, more: Option<String>) -> String {
    match more {
        Some(more) => format!("{words} · {more}"),
        None => words,
    }
}

fn steps_done(one: &Goal) -> (usize, usize) {
    (one.steps.iter().filter(|step| step.done.is_some()).count(), one.steps.len())
}

fn kept_this_week(state: AppState, id: Id<Goal>) -> u8 {
    state.more().reports.with(|reports| goal::kept_in(reports, id, state.today.get().week()))
}

/// Squares that become leaves: one for each time a week, or for each step.
fn tally(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let (done, of) = match one.cadence.per_week() {
        Some(times) => (usize::from(kept_this_week(state, id)), usize::from(times)),
        None => steps_done(one),
    };
    let marks: Vec<View> =
        (0..of.min(7)).map(|place| html! { <i data-done=(place < done).then_some("")></i> }).collect();
    html! { <span class="tally" aria-hidden="true">{marks}</span> }
}
