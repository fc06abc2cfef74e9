//! The figures of a span of days: counts, the chart with its table, the month.

use domain::{
    day::{Day, span},
    felt,
    goal::Report,
    plan::{Plan, State},
    progress::{self, Course, DayView},
};
use markup::{Signal, View, html};

use crate::{
    components::{chart::Chart, icon::icon, page::section},
    state::AppState,
    words::{check_in, dates, number, progress as words, tenths, values},
};

/// What the record says of some days.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The days, oldest first.
    pub days: Vec<DayView>,
    /// The answers about goals in these days.
    pub reports: Vec<Report>,
    /// The activities of these days that were not let go.
    pub plans: Vec<Plan>,
}

impl Figures {
    /// Reads the days from `from` to `to`.
    pub fn read(state: AppState, from: Day, to: Day) -> Self {
        let within = |on: Day| from <= on && on <= to;
        Self {
            days: state.days(from, span(from, to)),
            reports: state
                .more()
                .reports
                .with(|all| all.iter().map(|(_, report)| report.clone()).filter(|report| within(report.on)).collect()),
            plans: state.more().plans.with(|all| {
                all.iter()
                    .map(|(_, plan)| plan.clone())
                    .filter(|plan| within(plan.on) && plan.state != State::LetGo)
                    .collect()
            }),
        }
    }

    /// Days checked in.
    pub fn checked_in(&self) -> usize {
        self.days.iter().filter(|day| day.checked_in).count()
    }

    /// Answers that goals were kept.
    pub fn goals_kept(&self) -> usize {
        self.reports.iter().filter(|report| report.outcome.is_kept()).count()
    }

    /// Activities done.
    pub fn activities_done(&self) -> usize {
        self.plans.iter().filter(|plan| plan.is_done()).count()
    }

    /// Activities done with people.
    pub fn together(&self) -> usize {
        self.plans.iter().filter(|plan| plan.is_done() && plan.together).count()
    }

    /// The counts as large numbers.
    pub fn stats(&self) -> View {
        let stat = |label: &'static str, value: usize| {
            html! { <div class="stat"><dt class="stat__label">{label}</dt><dd class="stat__value">{number(value)}</dd></div> }
        };
        html! {
            <dl class="stats">
                {stat(words::days_checked_in(), self.checked_in())}
                {stat(words::goals_kept(), self.goals_kept())}
                {stat(words::activities_done(), self.activities_done())}
                {stat(words::with_people(), self.together())}
            </dl>
        }
    }

    /// What the lines of mood and craving did.
    pub fn courses(&self) -> (Course, Course) {
        (
            progress::course(self.days.iter().map(|day| day.mood)),
            progress::course(self.days.iter().map(|day| day.craving)),
        )
    }

    /// The chart of mood and craving alone; `None` while there is nothing to draw.
    pub fn plot(&self) -> Option<View> {
        let (first, last) = (self.days.first()?, self.days.last()?);
        let any = self.days.iter().any(|day| day.mood.is_some() || day.craving.is_some());
        let middle = self.days.get((self.days.len() - 1) / 2)?;
        let (mood, craving) = self.courses();
        any.then(|| {
            Chart {
                sentence: words::chart_says(
                    values::finding(mood, craving),
                    &dates::month_day(first.on),
                    &dates::month_day(last.on),
                ),
                first_name: check_in::mood_short(),
                second_name: check_in::craving_short(),
                first: self.days.iter().map(|day| day.mood).collect(),
                second: self.days.iter().map(|day| day.craving).collect(),
                rings: self.days.iter().map(|day| day.hard).collect(),
                ends: [first, middle, last].map(|day| dates::short(day.on)),
            }
            .view()
        })
    }

    /// The chart with its finding and its table.
    pub fn chart(&self) -> View {
        let Some(plot) = self.plot() else {
            return html! { <div class="empty"><h2>{words::no_days()}</h2><p>{words::no_days_text()}</p></div> };
        };
        let (mood, craving) = self.courses();
        let open = Signal::new(false);
        let days = self.days.clone();
        html! {
            <section class="card chart" data-pad="roomy">
                <h2>{values::finding(mood, craving)}</h2>
                <p class="small soft">{words::how_to_read()}</p>
                {plot}
                <div class="cluster"><button class="button" type="button" data-kind="quiet" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                    {icon("right")}{words::show_numbers()}
                </button></div>
                {move || open.get().then(|| table(&days))}
            </section>
        }
    }

    /// Activities with a mood before and after, by how much better it got: facts, and few.
    pub fn helped(&self) -> View {
        let mut changes: Vec<(String, i32)> = self
            .plans
            .iter()
            .filter_map(|plan| Some((plan.title.to_string(), i32::from(felt::change(plan)?))))
            .collect();
        changes.sort_by_key(|(title, change)| (-change, title.clone()));
        if changes.is_empty() {
            return View::empty();
        }
        let rows: Vec<View> = changes
            .into_iter()
            .take(6)
            .map(|(title, change)| {
                let words = match change {
                    1.. => words::better(),
                    0 => words::same(),
                    _ => words::worse(),
                };
                html! { <tr><th scope="row">{title}</th><td>{words}</td></tr> }
            })
            .collect();
        section(
            words::before_and_after(),
            (),
            html! {
                <div class="card"><table class="table"><thead><tr><th scope="col">{words::activity()}</th><th scope="col">{words::mood_after()}</th></tr></thead><tbody>{rows}</tbody></table></div>
            },
        )
    }
}

/// A row for each day that has a number, the newest first.
pub fn table(days: &[DayView]) -> View {
    let value = |level: Option<u8>| level.map_or_else(|| "–".to_owned(), tenths);
    let rows: Vec<View> = days
        .iter()
        .rev()
        .filter(|day| day.mood.is_some() || day.craving.is_some())
        .map(|day| html! { <tr><th scope="row">{dates::month_day(day.on)}</th><td data-num="">{value(day.mood)}</td><td data-num="">{value(day.craving)}</td></tr> })
        .collect();
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=words::numbers()>
            <table class="table">
                <thead><tr><th scope="col">{words::day()}</th><th scope="col" data-num="">{check_in::mood_short()}</th><th scope="col" data-num="">{check_in::craving_short()}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// This month: a leaf for each day with something kept, a ring for a hard one.
pub fn month(state: AppState) -> View {
    let today = state.today.get();
    let (_, this_month, _) = today.parts();
    let first = today.plus(1 - i32::try_from(today.parts().2).unwrap_or(1));
    let monday = first.week().days()[0];
    let cell = |day: DayView| {
        let on = day.on;
        let (_, month, of_month) = on.parts();
        if month != this_month {
            return html! { <td></td> };
        }
        let kept = day.kept + usize::from(day.checked_in);
        let level = (kept > 0).then(|| number(kept.min(4)));
        let said = (on <= today).then(|| words::day_kept(kept));
        html! {
            <td data-level=level data-ahead=(on > today).then_some("") data-hard=day.hard.then_some("") aria-current=(on == today).then_some("date")>
                {number(of_month as usize)}
                <span class="visually-hidden">{said.map(|said| format!(", {said}"))}{day.hard.then(|| format!(", {}", words::hard_day()))}</span>
            </td>
        }
    };
    let rows: Vec<View> = state
        .days(monday, 6 * 7)
        .chunks(7)
        .filter(|week| week.iter().any(|day| day.on.parts().1 == this_month))
        .map(|week| html! { <tr>{week.iter().copied().map(cell).collect::<Vec<_>>()}</tr> })
        .collect();
    let heads: Vec<View> =
        monday.week().days().map(|day| html! { <th scope="col"><abbr title=dates::weekday(day)>{dates::weekday_short(day).chars().next().map(String::from)}</abbr></th> }).into();
    section(
        dates::month_of(today),
        (),
        html! {
            <div class="card"><table class="month"><caption class="visually-hidden">{dates::month_of(today)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
            <p class="small soft">{words::month_key()}</p></div>
        },
    )
}
