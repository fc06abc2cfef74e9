//! The sheets of the plan: adding something, and what may be done with one plan.

mod not_today;
mod one;
mod own;

use domain::{
    activity::{Activity, ActivityNumber, Company},
    day::{Day, Minute},
    hobby::Hobby,
    id::Id,
    own_activity::OwnActivity,
    plan::{HeldBack, Plan},
    text::Title,
};
use leptos::prelude::*;
use markup::{Signal, View, act, html};

use crate::{
    components::{
        choice::{check_row, question},
        field::Field,
        page::button,
        pick::pick,
        sheet::sheet,
    },
    state::{AppState, new_id},
    words::{common, dates, errors, own as own_words, plan as words},
};

/// Which sheet is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sheet {
    /// Something is being added on a day.
    Add(Idea, Day),
    /// One plan is looked at.
    Open(Id<Plan>),
    /// One plan is being moved.
    Move(Id<Plan>),
    /// One plan is not for today.
    NotToday(Id<Plan>),
    /// An activity of one's own is being written down, or changed.
    Own(Option<Id<OwnActivity>>),
}

/// What is being added, so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Idea {
    /// In words.
    pub title: String,
    /// The entry of the catalogue it comes from.
    pub activity: Option<ActivityNumber>,
    /// The activity of one's own it comes from.
    pub own: Option<Id<OwnActivity>>,
    /// The hobby it belongs to.
    pub hobby: Option<Id<Hobby>>,
    /// Whether it is with people.
    pub together: bool,
}

impl Sheet {
    /// A sheet to add something in one's own words.
    pub fn add(on: Day) -> Self {
        Self::Add(Idea::default(), on)
    }
}

/// What adds an entry of the catalogue on the day it is pressed.
pub fn adds(state: AppState, one: &Activity, open: Signal<Option<Sheet>>) -> impl Fn() + 'static {
    let own = state.own_of(one.number);
    let activity = own.is_none().then_some(one.number);
    let idea = Idea { title: one.title.clone(), activity, own, hobby: None, together: one.company == Company::Social };
    move || open.set(Some(Sheet::Add(idea.clone(), state.today.get_untracked())))
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
            .more()
            .plans
            .get_untracked(id)
            .map_or_else(View::empty, |plan| sheet(title, close.clone(), body(state, open, id, &plan)))
    };
    match shown {
        Sheet::Add(idea, on) => sheet(words::add_title(), close, add(state, open, idea, on)),
        Sheet::Open(id) => with_plan(words::one_title(), id, one::view),
        Sheet::Move(id) => with_plan(words::move_title(), id, moving),
        Sheet::NotToday(id) => with_plan(words::not_today(), id, not_today::view),
        Sheet::Own(id) => sheet(own_words::title(), close, own::view(state, open, id)),
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

fn add(state: AppState, open: Signal<Option<Sheet>>, idea: Idea, on: Day) -> View {
    let Idea { title, activity, own, hobby, together: with_people } = idea;
    let what = Field::line("plan-what", words::what(), title);
    let when = When::new(on, None);
    let together = Signal::new(with_people);
    let again = Signal::new(Again::Once);
    let save = move || {
        let (title, when) = (what.parse(Title::parse, errors::text), when.parse());
        let (Some(title), Some((on, at))) = (title, when) else { return };
        let together = together.get_untracked();
        let plan = Plan { activity, own, hobby, at, together, ..Plan::new(title, on) };
        let days = again.get_untracked().days();
        if days.len() > 1 {
            open.set(None);
            state.add_on(&plan, days.iter().map(|ahead| on.plus(*ahead)));
            return;
        }
        let id = new_id();
        if state.keep(state.more().plans.put(id, Some(plan))) {
            open.set(None);
            state.notices.say_with_undo(words::added(&dates::near(on, state.today.get_untracked())), move || {
                state.keep(state.more().plans.put(id, None));
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

/// Puts a plan that was dragged on the day it was dropped on.
pub fn drop_on(state: AppState, id: Id<Plan>, on: Day) {
    if let Some(plan) = state.more().plans.get_untracked(id).filter(|plan| plan.on != on) {
        move_to(state, id, on, plan.at);
    }
}

/// Puts a plan on another day or time; it can be taken back.
fn move_to(state: AppState, id: Id<Plan>, on: Day, at: Option<Minute>) -> bool {
    let held_back = state.more().plans.get_untracked(id).and_then(|plan| plan.held_back);
    move_for(state, id, on, at, held_back)
}

/// The same, and what was in the way.
fn move_for(state: AppState, id: Id<Plan>, on: Day, at: Option<Minute>, held_back: Option<HeldBack>) -> bool {
    let moved = move |plan: Plan| Plan { held_back, ..plan.moved(on, at) };
    state.change_with_undo(state.more().plans, id, moved, words::moved(&dates::near(on, state.today.get_untracked())))
}
