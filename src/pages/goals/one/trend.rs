//! How a goal went over the last days: a finding, the counts, a column a week, and the numbers as a table.

use domain::{
    day::Day,
    goal::{self, Cadence, Goal, Runs, Trend},
    id::Id,
};
use markup::{Signal, View, html, memo};

use crate::{
    components::{choice::segmented, icon::icon, page::section, weeks::weeks},
    state::AppState,
    words::{dates, goals, number, progress, values},
};

/// How the goal went; nothing for a goal of one time.
pub fn view(state: AppState, id: Id<Goal>) -> View {
    let span = Signal::new(30_i32);
    let spans = [(30, progress::thirty_days()), (90, progress::ninety_days())];
    let shown = memo(move || {
        let goal = state.more().goals.get(id).filter(|one| one.cadence != Cadence::Once || !one.earlier.is_empty())?;
        let answers = state.more().reports.with(|reports| goal::answers(reports, id));
        let to = state.today.get().min(goal.over().unwrap_or(state.today.get()));
        let from = to.plus(1 - span.get()).max(goal.since.min(to));
        let runs = goal.shows_runs.then(|| Runs::of(&goal, &answers, to));
        Some((Trend::of(&goal, &answers, from, to), from, to, runs))
    });
    let choices = move || {
        let options = spans.map(|(days, word)| (days, word.to_owned())).to_vec();
        html! {
            <fieldset class="goals-filter"><legend class="visually-hidden">{progress::span()}</legend>
                {segmented("span", options, move || span.get(), move |days| span.set(days))}
            </fieldset>
        }
    };
    let is_there = memo(move || shown.with(Option::is_some));
    let body = move || shown.with(|shown| shown.as_ref().map(|(trend, from, to, runs)| card(trend, *from, *to, *runs)));
    let whole = move || {
        is_there
            .get()
            .then(|| section(goals::trend(), (), html! { <div class="stack" data-gap="3">{choices()}{body}</div> }))
    };
    html! { {whole} }
}

fn card(trend: &Trend, from: Day, to: Day, runs: Option<Runs>) -> View {
    let left_out = usize::from(trend.excused) + usize::from(trend.rested);
    let out =
        (left_out > 0).then(|| html! { <div><dt>{goals::left_out()}</dt><dd>{goals::days_out(left_out)}</dd></div> });
    let runs = runs.filter(|runs| runs.longest > 1).map(|runs| {
        let now = (runs.now > 1).then(|| format!(" {}", goals::run_now(usize::from(runs.now))));
        html! { <p>{goals::longest_run(usize::from(runs.longest))}{now}</p> }
    });
    if trend.asked == 0 {
        let facts = (left_out > 0).then(|| html! { <dl class="facts">{out}</dl> });
        return html! { <div class="card chart"><p>{goals::trend_nothing()}</p>{facts}{runs}</div> };
    }
    let finding = values::goal_course(trend.course());
    let count = |label: &'static str, value: String| html! { <div><dt>{label}</dt><dd>{value}</dd></div> };
    html! {
        <div class="card chart">
            <h3>{finding}</h3>
            {picture(trend, finding, from, to)}
            <dl class="facts">
                {count(goals::asked(), number(usize::from(trend.asked)))}
                {(trend.done > 0).then(|| count(goals::done(), number(usize::from(trend.done))))}
                {(trend.partly > 0).then(|| count(goals::partly(), number(usize::from(trend.partly))))}
                {out}
            </dl>
            {runs}
            <p class="small soft">{goals::trend_rule()}</p>
        </div>
    }
}

fn picture(trend: &Trend, finding: &'static str, from: Day, to: Day) -> View {
    let all = trend.weeks(from, to);
    let columns: Vec<(i32, i32)> =
        all.iter().map(|(_, asked, halves)| (2 * i32::from(*asked), i32::from(*halves))).collect();
    let most = columns.iter().map(|(asked, _)| *asked).max().unwrap_or(1);
    let kept = values::halves(trend.halves);
    let finding = finding.trim_end_matches('.');
    let asked = number(usize::from(trend.asked));
    let sentence = goals::trend_says(finding, &kept, &asked, &dates::month_day(from), &dates::month_day(to));
    let open = Signal::new(false);
    let rows = move || {
        let rows: Vec<View> = all
            .iter()
            .rev()
            .map(|(monday, asked, halves)| html! { <tr><th scope="row">{dates::month_day(*monday)}</th><td data-num="">{number(usize::from(*asked))}</td><td data-num="">{values::halves(*halves)}</td></tr> })
            .collect();
        html! {
            <div class="table-scroll" tabindex="0" role="group" aria-label=progress::numbers()>
                <table class="table">
                    <thead><tr><th scope="col">{goals::week_of()}</th><th scope="col" data-num="">{goals::asked()}</th><th scope="col" data-num="">{goals::kept_of()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    html! {
        <div class="weeks__frame">
            {weeks(&columns, most, sentence)}
            <p class="weeks__ends" aria-hidden="true"><span>{dates::short(from)}</span><span>{dates::short(to)}</span></p>
        </div>
        <div class="cluster"><button class="button" type="button" data-kind="quiet" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
            {icon("right")}{progress::show_numbers()}
        </button></div>
        {move || open.get().then(&rows)}
    }
}
