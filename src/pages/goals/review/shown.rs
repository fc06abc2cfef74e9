//! A week as the record shows it, and a review that was made: to read, to change, to print, to remove.

use domain::{
    day::Week,
    goal::{self, Cadence, Goal, Trend},
    id::Id,
};
use markup::{Signal, View, html};

use super::full_span;
use crate::{
    components::{
        icon::icon,
        page::{button, button_link, cluster, head, section},
    },
    route::Route,
    state::{self, AppState},
    words::{common, goals as goal_words, number, review as words, values},
};

/// The review of a week that was made.
pub fn view(state: AppState, week: Week, editing: Signal<bool>) -> View {
    let Some((_, review)) = state.review_of(week) else { return View::empty() };
    let change = move || {
        editing.set(true);
        state.refocus();
    };
    let answers = [
        (words::well(), &review.well),
        (words::way(), &review.way),
        (words::change(), &review.change),
        (words::next(), &review.next),
    ];
    let answers: Vec<View> = answers.into_iter().map(|(title, note)| answer(title, note)).collect();
    html! {
        {head(words::title(), full_span(week), ())}
        <div class="stack measure" data-gap="section">
            <div class="no-print">{cluster(vec![
                button_link("primary", Route::Goals.path(), "goals", words::to_goals()),
                button_link("people-soft", Route::Support.path(), "support", words::to_support()),
            ])}</div>
            {move || said(state, week)}
            {move || goals(state, week)}
            {move || section(words::did(), (), numbers(state, week))}
            {answers}
            <div class="cluster no-print" data-gap="2">
                {button("secondary", words::edit(), change)}
                {button("secondary", html! { {icon("print")}{common::print()} }, state::print)}
                {button("quiet", common::remove(), move || state.remove_review(week))}
                <a class="button" data-kind="quiet" href=Route::Reviews.path()>{words::all()}</a>
            </div>
        </div>
    }
}

fn answer(title: &'static str, note: &str) -> View {
    if note.is_empty() {
        return section(title, (), html! { <p class="soft">{words::nothing()}</p> });
    }
    section(title, (), html! { <p class="own">{note.to_owned()}</p> })
}

/// What the person wrote before, to look at while they go on; nothing if they wrote nothing.
pub fn own(title: &'static str, text: &str) -> View {
    if text.trim().is_empty() {
        return View::empty();
    }
    html! { <section class="reasons"><h2 class="reasons__title">{title}</h2><blockquote class="reasons__quote">{super::super::short(text)}</blockquote></section> }
}

/// What was said for the week.
pub fn said(state: AppState, week: Week) -> View {
    let said = state.said_for(week);
    section(
        words::said_before(),
        (),
        match said {
            Some(said) => html! { <p class="own">{said}</p> },
            None => html! { <p class="soft">{words::said_nothing()}</p> },
        },
    )
}

/// The goals that were at work in the week, and how often they were kept.
pub fn goals(state: AppState, week: Week) -> View {
    let days = week.days();
    let [first, .., last] = days;
    let to = last.min(state.today.get());
    let rows: Vec<View> = state.more().goals.with(|all| {
        all.iter()
            .filter(|(_, one)| days.iter().any(|day| one.asks(*day)) || one.over().is_some_and(|over| week.has(over)))
            .map(|(id, one)| {
                let answers = state.more().reports.with(|reports| goal::answers(reports, id));
                row(id, one, &Trend::of(one, &answers, first, to))
            })
            .collect()
    });
    let body = if rows.is_empty() {
        html! { <p class="soft">{words::no_goals()}</p> }
    } else {
        html! { <div class="card"><dl class="facts">{rows}</dl></div> }
    };
    section(words::goals_then(), (), body)
}

fn row(id: Id<Goal>, one: &Goal, trend: &Trend) -> View {
    let kept = match one.cadence {
        Cadence::Once if one.over().is_some() => goal_words::done().to_owned(),
        Cadence::Once => values::cadence(one.cadence),
        _ if trend.asked == 0 => "–".to_owned(),
        _ => goal_words::kept_halves(&values::halves(trend.halves), &number(usize::from(trend.asked))),
    };
    html! { <div><dt><a href=Route::Goal(id).path()>{one.title.to_string()}</a></dt><dd>{kept}</dd></div> }
}

/// The goals that go on next week.
pub fn goals_ahead(state: AppState) -> View {
    let days = state.today.get().week().plus(1).days();
    let rows: Vec<View> = state.more().goals.with(|all| {
        all.iter()
            .filter(|(_, one)| days.iter().any(|day| one.asks(*day)))
            .map(
                |(_, one)| html! { <div><dt>{one.title.to_string()}</dt><dd>{values::cadence(one.cadence)}</dd></div> },
            )
            .collect()
    });
    if rows.is_empty() {
        return View::empty();
    }
    section(words::goals_ahead(), (), html! { <div class="card"><dl class="facts">{rows}</dl></div> })
}

/// What the record says of the week.
pub fn numbers(state: AppState, week: Week) -> View {
    let numbers = state.numbers_of(week);
    let facts = [
        (words::days_checked_in(), numbers.checked_in),
        (words::goals_done(), numbers.done),
        (words::goals_partly(), numbers.partly),
        (words::goals_excused(), numbers.excused),
        (words::activities(), numbers.activities),
        (words::meetings(), numbers.meetings),
    ];
    let rows: Vec<View> = facts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(label, count)| html! { <div><dt>{label}</dt><dd>{number(count)}</dd></div> })
        .collect();
    if rows.is_empty() {
        return html! { <p class="soft">{words::nothing_counted()}</p> };
    }
    html! { <div class="card"><dl class="facts">{rows}</dl></div> }
}
