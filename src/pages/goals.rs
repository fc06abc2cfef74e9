//! Goals: all of them, by where they stand.

pub mod edit;
pub mod one;
mod report;

use domain::{
    goal::{self, Goal, Status},
    id::Id,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::segmented,
        empty::empty,
        page::{button_link, head},
    },
    route::Route,
    state::{AppState, use_app_state},
    words::{goals, nav, number, values},
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

    fn of(status: Status) -> Self {
        match status {
            Status::Active => Self::Active,
            Status::Paused(_) => Self::Paused,
            Status::Finished(_) | Status::LetGo(_) => Self::Past,
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
            state.goals.with(|all| all.iter().map(|(id, one)| (id, one.clone())).collect());
        if all.is_empty() {
            return empty("seedling", goals::none(), goals::none_text(), new());
        }
        let count = |wanted| all.iter().filter(|(_, one)| Shown::of(one.status) == wanted).count();
        let options = Shown::ALL.map(|wanted| (wanted, wanted.word(count(wanted)))).to_vec();
        let cards: Vec<View> = all
            .iter()
            .filter(|(_, one)| Shown::of(one.status) == shown.get())
            .map(|(id, one)| card(state, *id, one))
            .collect();
        html! {
            <fieldset class="goals-filter"><legend class="visually-hidden">{goals::show()}</legend>
                {segmented("shown", options, move || shown.get(), move |wanted| shown.set(wanted))}
            </fieldset>
            <ul class="grid" data-min="wide">{cards}</ul>
        }
    };
    html! { {head(nav::goals(), goals::sub(), new())}<div class="stack">{list}</div> }
}

fn card(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let href = Route::Goal(id).path();
    html! {
        <li class="card goal">
            <div class="goal__head">
                <div><h2 class="goal__title"><a href=href.clone()>{one.title.to_string()}</a></h2><p class="small soft">{standing(state, id, one)}</p></div>
                {tally(state, id, one)}
            </div>
            {(!one.why.is_empty()).then(|| html! { <p class="own">{one.why.to_string()}</p> })}
            {(one.status == Status::Active).then(|| report::today(state, id))}
        </li>
    }
}

/// Where a goal stands, in words.
fn standing(state: AppState, id: Id<Goal>, one: &Goal) -> String {
    let (done, of) = (one.steps.iter().filter(|step| step.done.is_some()).count(), one.steps.len());
    match (one.status, one.cadence.per_week()) {
        (Status::Paused(since), _) => goals::paused_since(&crate::words::dates::month_day(since)),
        (Status::Finished(on), _) => goals::finished_on(&crate::words::dates::full(on)),
        (Status::LetGo(on), _) => goals::let_go_on(&crate::words::dates::full(on)),
        (Status::Active, Some(times)) => {
            let kept = state.reports.with(|reports| goal::kept_in(reports, id, state.today.get().week()));
            format!(
                "{} · {}",
                values::cadence(one.cadence),
                goals::this_week(&number(usize::from(kept)), &number(usize::from(times)))
            )
        }
        (Status::Active, None) if of > 0 => goals::steps_done(&number(done), &number(of)),
        (Status::Active, None) => values::cadence(one.cadence),
    }
}

/// Squares that become leaves: one for each time a week, or for each step.
fn tally(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let (done, of) = match one.cadence.per_week() {
        Some(times) => (state.reports.with(|reports| goal::kept_in(reports, id, state.today.get().week())), times),
        None => (
            u8::try_from(one.steps.iter().filter(|step| step.done.is_some()).count()).unwrap_or(0),
            u8::try_from(one.steps.len()).unwrap_or(0),
        ),
    };
    let marks: Vec<View> =
        (0..of.min(7)).map(|place| html! { <i data-done=(place < done).then_some("")></i> }).collect();
    html! { <span class="tally" aria-hidden="true">{marks}</span> }
}
