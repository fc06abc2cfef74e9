//! The sheets of the plan: adding something, and what may be done with one plan.

use domain::{
    activity::{Activity, ActivityNumber, Company},
    check_in::Mood,
    day::{Day, Minute},
    id::Id,
    plan::{Done, Plan, State},
    text::Title,
};
use leptos::prelude::*;
use markup::{Signal, View, act, html};

use crate::{
    components::{
        choice::{check_row, moods, question},
        field::Field,
        page::{button, cluster},
        pick::pick,
        sheet::sheet,
    },
    state::{AppState, library, new_id},
    words::{common, dates, errors, plan as words, today, values},
};

/// Which sheet is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sheet {
    /// Something is being added.
    Add {
        /// What, so far.
        title: String,
        /// The entry of the catalogue it comes from.
        activity: Option<ActivityNumber>,
        /// Whether it is with people.
        together: bool,
        /// On which day.
        on: Day,
    },
    /// One plan is looked at.
    Open(Id<Plan>),
    /// One plan is being moved.
    Move(Id<Plan>),
}

impl Sheet {
    /// A sheet to add something of one's own.
    pub fn add(on: Day) -> Self {
        Self::Add { title: String::new(), activity: None, together: false, on }
    }
}

/// What adds an entry of the catalogue on the day it is pressed.
pub fn adds(state: AppState, one: &Activity, open: Signal<Option<Sheet>>) -> impl Fn() + 'static {
    let (title, activity, together) = (one.title.clone(), Some(one.number), one.company == Company::Social);
    move || {
        open.set(Some(Sheet::Add { title: title.clone(), activity, together, on: state.today.get_untracked() }));
    }
}

/// The sheet that is open, if any.
pub fn view(state: AppState, open: Signal<Option<Sheet>>) -> View {
    let sheet = open.get();
    untrack(|| sheet.map_or_else(View::empty, |sheet| view_of(state, open, sheet)))
}

/// The body of a sheet about one plan.
type OfPlan = fn(AppState, Signal<Option<Sheet>>, Id<Plan>, &Plan) -> View;

fn view_of(state: AppState, open: Signal<Option<Sheet>>, shown: Sheet) -> View {
    let close = act(move |()| open.set(None));
    let with_plan = |title: &'static str, id: Id<Plan>, body: OfPlan| {
        state
            .plans
            .get_untracked(id)
            .map_or_else(View::empty, |plan| sheet(title, close.clone(), body(state, open, id, &plan)))
    };
    match shown {
        Sheet::Add { title, activity, together, on } => {
            sheet(words::add_title(), close, add(state, open, title, activity, together, on))
        }
        Sheet::Open(id) => with_plan(words::one_title(), id, one),
        Sheet::Move(id) => with_plan(words::move_title(), id, moving),
    }
}

/// How often something new is planned. Each time is a plan of its own, which can be moved or let go by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Again {
    Once,
    Daily,
    Weekly,
}

impl Again {
    const ALL: [Self; 3] = [Self::Once, Self::Daily, Self::Weekly];

    fn word(self) -> &'static str {
        match self {
            Self::Once => words::once(),
            Self::Daily => words::daily(),
            Self::Weekly => words::weekly(),
        }
    }

    /// How many days ahead each time is.
    const fn days(self) -> &'static [i32] {
        match self {
            Self::Once => &[0],
            Self::Daily => &[0, 1, 2, 3, 4, 5, 6],
            Self::Weekly => &[0, 7, 14, 21],
        }
    }
}

/// Day and time, as two fields.
#[derive(Clone, Copy)]
struct When {
    day: Field,
    time: Field,
}

impl When {
    fn new(on: Day, at: Option<Minute>) -> Self {
        Self {
            day: Field::line("plan-day", words::day(), on.to_string()).kind("date"),
            time: Field::line("plan-time", words::time(), at.map_or_else(String::new, |at| at.to_string()))
                .kind("time")
                .hint(common::optional()),
        }
    }

    fn view(self) -> View {
        html! { <div class="field-row">{self.day.view(|| ())}{self.time.view(|| ())}</div> }
    }

    fn parse(self) -> Option<(Day, Option<Minute>)> {
        let day = self.day.parse(Day::parse, |error| errors::day(error).to_owned())?;
        let time = |typed: &str| if typed.is_empty() { Ok(None) } else { Minute::parse(typed).map(Some).ok_or(()) };
        Some((day, self.time.parse(time, |()| words::wrong_time().to_owned())?))
    }
}

fn add(
    state: AppState,
    open: Signal<Option<Sheet>>,
    title: String,
    activity: Option<ActivityNumber>,
    with_people: bool,
    on: Day,
) -> View {
    let what = Field::line("plan-what", words::what(), title);
    let when = When::new(on, None);
    let together = Signal::new(with_people);
    let again = Signal::new(Again::Once);
    let save = move || {
        let (title, when) = (what.parse(Title::parse, errors::text), when.parse());
        let (Some(title), Some((on, at))) = (title, when) else { return };
        let plan = Plan { activity, at, together: together.get_untracked(), ..Plan::new(title, on) };
        let days = again.get_untracked().days();
        if days.len() > 1 {
            open.set(None);
            state.add_on(&plan, days.iter().map(|ahead| on.plus(*ahead)));
            return;
        }
        let id = new_id();
        if state.keep(state.plans.put(id, Some(plan))) {
            open.set(None);
            state.notices.say_with_undo(words::added(&dates::near(on, state.today.get_untracked())), move || {
                state.keep(state.plans.put(id, None));
            });
        }
    };
    html! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); save(); }>
            {what.view(|| ())}
            {when.view()}
            {check_row(words::together(), move || together.get(), move |chosen| together.set(chosen))}
            {question(words::repeat(), "", pick("again", Again::ALL.map(|one| (one, one.word())).to_vec(), move || again.get(), move |chosen| again.set(chosen)))}
            <div class="sheet__actions">
                {button("secondary", common::cancel(), move || open.set(None))}
                <button class="button" data-kind="primary" type="submit">{common::save()}</button>
            </div>
        </form>
    }
}

fn one(state: AppState, open: Signal<Option<Sheet>>, id: Id<Plan>, plan: &Plan) -> View {
    let said = match plan.state {
        State::Done(done) => done,
        State::Open | State::LetGo => Done::default(),
    };
    let (before, after) = (Signal::new(said.before), Signal::new(said.after));
    let felt = |name: &'static str, legend: &'static str, mood: Signal<Option<Mood>>| {
        let chosen = move || mood.get().map(|mood| usize::from(mood.level()));
        question(
            legend,
            common::optional(),
            moods(name, Mood::ALL.map(values::mood), chosen, move |level: usize| {
                mood.set(Mood::ALL.get(level).copied());
            }),
        )
    };
    let done = move || {
        let done = State::Done(Done { before: before.get_untracked(), after: after.get_untracked(), ..said });
        if set_state(state, id, done, words::kept()) {
            open.set(None);
        }
    };
    let not_today = move || {
        if set_state(state, id, State::LetGo, words::was_let_go()) {
            open.set(None);
        }
    };
    let (on, at) = (plan.on, plan.at);
    let by_a_day = move |days: i32| {
        open.set(None);
        move_to(state, id, on.plus(days), at);
    };
    let earlier = if on > state.today.get_untracked() {
        button("secondary", words::earlier(), move || by_a_day(-1))
    } else {
        View::empty()
    };
    let when = format!(
        "{} · {}",
        dates::near(plan.on, state.today.get_untracked()),
        plan.at.map_or_else(|| today::any_time().to_owned(), dates::time)
    );
    html! {
        <div class="stack">
            <div><p class="lead"><b>{plan.title.to_string()}</b></p><p class="soft">{when}</p></div>
            {plan.activity.map(|number| first_step(state, number))}
            {felt("before", words::before(), before)}
            {felt("after", words::after(), after)}
            {cluster(vec![
                button("primary", words::done(), done),
                button("secondary", words::move_it(), move || open.set(Some(Sheet::Move(id)))),
                button("secondary", words::later(), move || by_a_day(1)),
                earlier,
                button("quiet", words::not_today(), not_today),
            ])}
            <p class="small soft">{words::no_blame()}</p>
        </div>
    }
}

/// How to begin, in large letters, and what to look out for.
fn first_step(state: AppState, number: ActivityNumber) -> View {
    let file = library::activities(state);
    let shown = move || {
        file.with(|file| {
            let one = file.here()?.iter().find(|one| one.number == number)?;
            Some(html! {
                <div>
                    <p class="lead">{one.first_step.clone()}</p>
                    {(!one.heads_up.is_empty()).then(|| html! { <p class="small soft">{one.heads_up.clone()}</p> })}
                </div>
            })
        })
    };
    html! { {shown} }
}

fn moving(state: AppState, open: Signal<Option<Sheet>>, id: Id<Plan>, plan: &Plan) -> View {
    let when = When::new(plan.on.max(state.today.get_untracked()), plan.at);
    let save = move || {
        let Some((on, at)) = when.parse() else { return };
        if move_to(state, id, on, at) {
            open.set(None);
        }
    };
    html! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); save(); }>
            <p class="lead"><b>{plan.title.to_string()}</b></p>
            {when.view()}
            <div class="sheet__actions">
                {button("secondary", common::cancel(), move || open.set(None))}
                <button class="button" data-kind="primary" type="submit">{words::move_it()}</button>
            </div>
        </form>
    }
}

/// Puts a plan on another day or time; it can be taken back.
fn move_to(state: AppState, id: Id<Plan>, on: Day, at: Option<Minute>) -> bool {
    let Some(before) = state.plans.get_untracked(id) else { return false };
    let kept = state.keep(state.plans.change(id, move |old| old.map(|plan| plan.moved(on, at))));
    if kept {
        state.notices.say_with_undo(words::moved(&dates::near(on, state.today.get_untracked())), move || {
            state.keep(state.plans.put(id, Some(before.clone())));
        });
    }
    kept
}

fn set_state(state: AppState, id: Id<Plan>, next: State, said: &'static str) -> bool {
    let Some(before) = state.plans.get_untracked(id) else { return false };
    let kept = state.keep(state.plans.change(id, move |old| old.map(|plan| Plan { state: next, ..plan })));
    if kept {
        state.notices.say_with_undo(said, move || {
            state.keep(state.plans.put(id, Some(before.clone())));
        });
    }
    kept
}
