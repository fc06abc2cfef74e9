//! The plan of a week: a grid where there is room, a list of days where there is not.

mod beside;
pub mod discover;
pub mod helps;
pub mod hobbies;
mod month;
pub mod now;
pub mod rewards;
pub mod sheets;
mod week;

use domain::{
    day::{Day, Week},
    id::Id,
    plan::{self, Part, Plan},
};
use markup::{Signal, View, act, html};

use crate::{
    components::{
        icon::icon,
        page::{button, button_link, cluster, head},
        task::Task,
    },
    pages::plan::{beside::Beside, sheets::Sheet},
    route::Route,
    state::{AppState, use_app_state},
    words::{
        dates, for_now, helps as helps_words, nav, number, plan as words, rewards as rewards_words, today, values,
    },
};

/// What has no time, and the three parts of a day.
const LANES: [Option<Part>; 4] = [None, Some(Part::Morning), Some(Part::Afternoon), Some(Part::Evening)];

/// A week of plans: this one, or another.
pub fn page(week: Option<Week>) -> View {
    let state = use_app_state();
    let shown = move || week.unwrap_or_else(|| state.today.get().week());
    let sheet = Signal::new(None);
    let paper = Signal::new(Paper::Week);
    let step = move |weeks: i32| {
        let week = shown().plus(weeks);
        Route::Plan((week != state.today.get().week()).then_some(week)).path()
    };
    html! {
        {move || (paper.get() == Paper::Month).then(|| month::view(state, shown()))}
        {head(nav::plan(), words::sub(), cluster(vec![
            button_link("secondary", Route::ForNow.path(), "wave", for_now::title()),
            button_link("secondary", Route::Discover.path(), "sprout", nav::discover()),
            button_link("secondary", Route::Hobbies.path(), "brush", nav::hobbies()),
            button_link("quiet", Route::Helps.path(), "progress", helps_words::title()),
            button_link("quiet", Route::Rewards.path(), "heart", rewards_words::title()),
        ]))}
        {move || week::risk_hours(state, sheet)}
        <section class="section" data-paper=move || (paper.get() == Paper::Month).then_some("month")>
            <div class="week-nav">
                <a class="icon-button" href=move || step(-1) aria-label=words::previous_week()>{icon("left")}</a>
                <h2>{move || dates::week(shown())}</h2>
                <a class="icon-button" href=move || step(1) aria-label=words::next_week()>{icon("right")}</a>
                <button class="button week-nav__add" data-kind="primary" type="button" on:click=move |_| sheet.set(Some(Sheet::add(first_day(shown(), state.today.get_untracked()))))>{icon("plus")}{words::add()}</button>
            </div>
            {move || {
                let days = days(state, shown());
                html! { <div class="only-narrow">{agenda(state, &days, sheet)}</div><div class="only-wide">{grid(state, &days, sheet)}</div> }
            }}
        </section>
        <div class="split">
            {week::balance(state, shown)}
            {week::tools(state, shown, paper)}
        </div>
        {move || sheets::view(state, sheet)}
    }
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paper {
    Week,
    Month,
}

/// The day a new plan of this week begins with: today, or its Monday.
fn first_day(week: Week, today: Day) -> Day {
    let [monday, ..] = week.days();
    if week.has(today) { today } else { monday }
}

fn plans_on(state: AppState, day: Day) -> Vec<(Id<Plan>, Plan)> {
    state.more().plans.with(|all| plan::on(all, day).into_iter().map(|(id, plan)| (id, plan.clone())).collect())
}

/// A day, its plans, and what stands beside them.
type DayOfPlan = (Day, Vec<(Id<Plan>, Plan)>, Vec<Beside>);

/// The days of a week, read once for the list and the table.
fn days(state: AppState, week: Week) -> Vec<DayOfPlan> {
    week.days().into_iter().map(|day| (day, plans_on(state, day), beside::on(state, day))).collect()
}

fn agenda(state: AppState, days: &[DayOfPlan], sheet: Signal<Option<Sheet>>) -> View {
    let days: Vec<View> = days
        .iter()
        .map(|(day, plans, beside)| {
            let day = *day;
            let body = if plans.is_empty() && beside.is_empty() {
                html! { <div class="agenda__open"><span>{words::open_day()}</span>{button("quiet", html! { {icon("plus")}{words::fill()} }, move || sheet.set(Some(Sheet::add(day))))}</div> }
            } else {
                lanes(state, plans, beside, sheet)
            };
            let now = (day == state.today.get()).then_some("date");
            html! { <section class="agenda__day"><h3 class="agenda__head" aria-current=now>{dates::near(day, state.today.get())}</h3>{body}</section> }
        })
        .collect();
    html! { <div class="agenda">{days}</div> }
}

/// What a day holds, in its three parts; what has no time comes first.
fn lanes(state: AppState, plans: &[(Id<Plan>, Plan)], beside: &[Beside], sheet: Signal<Option<Sheet>>) -> View {
    let lanes: Vec<View> = LANES
        .into_iter()
        .filter_map(|part| {
            let mut rows: Vec<View> = plans
                .iter()
                .filter(|(_, plan)| plan.part() == part)
                .map(|(id, plan)| {
                    agenda_row(state, *id, plan, beside::clash(plans, beside, *id, plan).as_deref(), sheet)
                })
                .collect();
            rows.extend(beside.iter().filter(|one| one.part() == part).map(Beside::row));
            let name = part.map_or(today::any_time(), values::part);
            (!rows.is_empty()).then(
                || html! { <div class="lane"><h4 class="lane__name">{name}</h4><ul class="list">{rows}</ul></div> },
            )
        })
        .collect();
    html! { <div class="card" data-pad="none">{lanes}</div> }
}

fn agenda_row(state: AppState, id: Id<Plan>, plan: &Plan, clash: Option<&str>, sheet: Signal<Option<Sheet>>) -> View {
    let title = plan.title.to_string();
    let details = words::details(&title);
    let more = html! { <button class="icon-button" type="button" aria-label=details on:click=move |_| sheet.set(Some(Sheet::Open(id)))>{icon("right")}</button> };
    Task {
        title,
        when: when(plan, clash),
        done: plan.is_done(),
        together: plan.together,
        on_toggle: act(move |done| state.tick(id, done)),
    }
    .view(more)
}

/// The time, and what else is then.
fn when(plan: &Plan, clash: Option<&str>) -> String {
    let at = plan.at.map_or_else(|| today::any_time().to_owned(), dates::time);
    clash.map_or_else(|| at.clone(), |other| format!("{at} · {}", words::same_time(other)))
}

fn grid(state: AppState, days: &[DayOfPlan], sheet: Signal<Option<Sheet>>) -> View {
    let heads: Vec<View> = days
        .iter()
        .map(|(day, ..)| {
            let day = *day;
            let now = (day == state.today.get()).then_some("date");
            html! { <th scope="col" aria-current=now><span>{dates::weekday_short(day)}</span><b>{number(day.parts().2 as usize)}</b></th> }
        })
        .collect();
    let dragged = Signal::new(None);
    let rows: Vec<View> = LANES
        .into_iter()
        .filter(|part| {
            part.is_some()
                || days.iter().any(|(_, plans, beside)| {
                    plans.iter().any(|(_, plan)| plan.at.is_none()) || beside.iter().any(|one| one.at.is_none())
                })
        })
        .map(|part| {
            let cells: Vec<View> = days
                .iter()
                .map(|(day, plans, beside)| {
                    let slots = beside.iter().filter(|one| one.part() == part).map(Beside::slot).collect();
                    let place = Place { state, on: *day, sheet, dragged };
                    place.cell(plans.iter().filter(|(_, plan)| plan.part() == part), slots)
                })
                .collect();
            html! { <tr><th scope="row">{part.map_or(today::any_time(), values::part)}</th>{cells}</tr> }
        })
        .collect();
    html! {
        <table class="week-grid">
            <thead><tr><td></td>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// A cell of the grid: what is dropped here moves to its day, and keeps its time.
#[derive(Clone, Copy)]
struct Place {
    state: AppState,
    on: Day,
    sheet: Signal<Option<Sheet>>,
    /// The plan that is being dragged.
    dragged: Signal<Option<Id<Plan>>>,
}

impl Place {
    fn cell<'a>(self, plans: impl Iterator<Item = &'a (Id<Plan>, Plan)>, beside: Vec<View>) -> View {
        let items: Vec<View> = plans.map(|(id, plan)| self.slot(*id, plan)).collect();
        let drop = move || {
            if let Some(id) = self.dragged.get_untracked() {
                self.dragged.set(None);
                sheets::drop_on(self.state, id, self.on);
            }
        };
        html! {
            <td on:dragover=move |event| if self.dragged.get_untracked().is_some() { event.prevent_default() } on:drop=move |event| { event.prevent_default(); drop(); }>
                {items}{beside}
            </td>
        }
    }

    fn slot(self, id: Id<Plan>, plan: &Plan) -> View {
        let (done, sheet, dragged) = (plan.is_done(), self.sheet, self.dragged);
        html! {
            <button class="slot" type="button" draggable="true" data-tone=plan.together.then_some("people") data-done=done.then_some("")
                on:dragstart=move |_| dragged.set(Some(id)) on:dragend=move |_| dragged.set(None)
                on:click=move |_| sheet.set(Some(Sheet::Open(id)))>
                {plan.at.map(|at| html! { <time>{dates::time(at)}</time> })}
                <b>{plan.title.to_string()}</b>
                {done.then(|| html! { <span class="visually-hidden">{words::done()}</span> })}
            </button>
        }
    }
}
