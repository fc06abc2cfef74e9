//! What stands beside the plans of a day: meetings to go to, goals that ask, and what falls on the same time.

use domain::{
    day::{Day, Minute},
    goal::{self, Goal},
    id::Id,
    plan::{self, Part, Plan},
    schedule::Occurrence,
};
use markup::{View, html};

use crate::{
    components::icon::icon,
    route::Route,
    state::AppState,
    words::{dates, plan as words},
};

/// Something of a day that is no plan: it is changed on its own page.
pub struct Beside {
    /// When, if it has a time.
    pub at: Option<Minute>,
    /// What it is called.
    pub title: String,
    /// Whether it is a meeting; else a goal.
    pub is_meeting: bool,
    path: String,
}

impl Beside {
    /// Which third of the day it lies in.
    pub fn part(&self) -> Option<Part> {
        self.at.map(Part::of)
    }

    fn kind(&self) -> &'static str {
        if self.is_meeting { words::meeting() } else { words::goal() }
    }

    /// As a row of a list.
    pub fn row(&self) -> View {
        let when = self.at.map_or_else(String::new, |at| format!("{} · ", dates::time(at)));
        let mark = icon(if self.is_meeting { "people" } else { "goals" });
        html! { <li><a class="row" href=self.path.clone()>{mark}<span class="row__body"><span class="row__title">{self.title.clone()}</span><span class="row__note">{when}{self.kind()}</span></span></a></li> }
    }

    /// As an entry of the table.
    pub fn slot(&self) -> View {
        let tone = self.is_meeting.then_some("people");
        html! { <a class="slot" data-tone=tone href=self.path.clone()>{self.at.map(|at| html! { <time>{dates::time(at)}</time> })}<b>{self.title.clone()}</b><span class="small">{self.kind()}</span></a> }
    }
}

/// Meetings I mean to go to and goals that ask something on `day`; tracked.
pub fn on(state: AppState, day: Day) -> Vec<Beside> {
    let meeting = |one: Occurrence| {
        let meeting =
            state.more().meetings.get(one.meeting).filter(|meeting| meeting.going && meeting.ended.is_none())?;
        let path = Route::Meeting(one.meeting).path();
        Some(Beside { at: Some(one.at), title: meeting.name.to_string(), is_meeting: true, path })
    };
    let mut all: Vec<Beside> = state.occurrences(day, day).into_iter().filter_map(meeting).collect();
    let due: Vec<(Id<Goal>, String)> = state.more().reports.with(|reports| {
        state.more().goals.with(|goals| {
            let asks = goals.iter().filter(|(id, one)| goal::is_due(one, *id, reports, day));
            asks.map(|(id, one)| (id, one.title.to_string())).collect()
        })
    });
    all.extend(due.into_iter().map(|(id, title)| Beside {
        at: None,
        title,
        is_meeting: false,
        path: Route::Goal(id).path(),
    }));
    all
}

/// What else of the day is at the time of this plan.
pub fn clash(plans: &[(Id<Plan>, Plan)], beside: &[Beside], id: Id<Plan>, plan: &Plan) -> Option<String> {
    let at = plan.at?;
    let is_near = |other: Option<Minute>| other.is_some_and(|other| plan::clash(at, other));
    let others =
        plans.iter().filter(|(other, one)| *other != id && is_near(one.at)).map(|(_, one)| one.title.to_string());
    let meetings = beside.iter().filter(|one| is_near(one.at)).map(|one| one.title.clone());
    others.chain(meetings).next()
}
