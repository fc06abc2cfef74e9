//! What was answered about a goal, when it rested, and how often it asked before.

use domain::{
    day::Day,
    goal::{Goal, Outcome, Report, Rest},
    id::Id,
};
use markup::{View, html};

use crate::{
    state::AppState,
    words::{dates, goals, values},
};

/// How many past answers the page shows.
const SHOWN: usize = 60;

/// Something that was so on a day.
enum Past {
    Told(Report),
    Rested(Rest),
}

impl Past {
    fn on(&self) -> Day {
        match self {
            Self::Told(report) => report.on,
            Self::Rested(rest) => rest.since,
        }
    }
}

/// All of it, the newest first.
pub fn view(state: AppState, id: Id<Goal>) -> View {
    let goal = state.more().goals.get(id);
    let told: Vec<Report> = state
        .more()
        .reports
        .with(|all| all.iter().map(|(_, report)| report.clone()).filter(|report| report.goal == id).collect());
    let rests = goal.iter().flat_map(|one| one.rests.clone()).filter(|rest| rest.since < rest.back).map(Past::Rested);
    let mut all: Vec<Past> = told.into_iter().map(Past::Told).chain(rests).collect();
    all.sort_by_key(|past| std::cmp::Reverse(past.on()));
    let before = goal.map_or_else(View::empty, |one| often_before(&one));
    if all.is_empty() {
        return html! { <p class="soft">{goals::no_history()}</p>{before} };
    }
    let more = all.len().saturating_sub(SHOWN);
    let rows: Vec<View> = all.into_iter().take(SHOWN).map(row).collect();
    html! {
        <ol class="timeline">{rows}</ol>
        {(more > 0).then(|| html! { <p class="small soft">{goals::more_history(more)}</p> })}
        {before}
    }
}

fn row(past: Past) -> View {
    match past {
        Past::Told(report) => {
            let kept = report.outcome.is_kept().then_some("");
            html! {
                <li class="timeline__item" data-done=kept>
                    <span class="timeline__node" aria-hidden="true"></span>
                    <div class="timeline__body">
                        <p class="timeline__date">{dates::full(report.on)}</p>
                        <p><b>{values::outcome(report.outcome)}</b></p>
                        {(report.outcome == Outcome::Excused).then(|| html! { <p class="small soft">{goals::excused_hint()}</p> })}
                        {(!report.note.is_empty()).then(|| html! { <p class="own">{report.note.to_string()}</p> })}
                    </div>
                </li>
            }
        }
        Past::Rested(rest) => {
            let last = rest.back.plus(-1);
            let when = if last == rest.since {
                dates::full(rest.since)
            } else {
                goals::rest_span(&dates::month_day(rest.since), &dates::full(last))
            };
            html! {
                <li class="timeline__item">
                    <span class="timeline__node" aria-hidden="true"></span>
                    <div class="timeline__body">
                        <p class="timeline__date">{when}</p>
                        <p><b>{goals::was_paused()}</b>{rest.reason.map(|reason| format!(" · {}", values::reason(reason)))}</p>
                    </div>
                </li>
            }
        }
    }
}

fn often_before(goal: &Goal) -> View {
    if goal.earlier.is_empty() {
        return View::empty();
    }
    let rows: Vec<View> = goal
        .earlier
        .iter()
        .rev()
        .take(SHOWN)
        .map(|earlier| html! { <li>{goals::was_until(&values::cadence(earlier.cadence), &dates::full(earlier.last))}</li> })
        .collect();
    html! { <h3>{goals::often_before()}</h3><ul class="small soft">{rows}</ul> }
}
