//! Plans before they could say what they came from, how much of a joy they were, and what got in the way.

use domain::{
    activity::ActivityNumber,
    check_in::Mood,
    day::{Day, Minute},
    plan::{Done, Plan, State},
    text::Title,
};
use serde::Deserialize;

/// Schema 1. Never edited.
#[derive(Deserialize)]
pub struct Plan1 {
    title: Title,
    activity: Option<ActivityNumber>,
    on: Day,
    at: Option<Minute>,
    together: bool,
    state: State1,
}

#[derive(Deserialize)]
enum State1 {
    Open,
    Done { before: Option<Mood>, after: Option<Mood> },
    LetGo,
}

impl From<Plan1> for Plan {
    fn from(old: Plan1) -> Self {
        let Plan1 { title, activity, on, at, together, state } = old;
        let state = match state {
            State1::Open => State::Open,
            State1::Done { before, after } => State::Done(Done { before, after, ..Done::default() }),
            State1::LetGo => State::LetGo,
        };
        Self { activity, at, together, state, ..Self::new(title, on) }
    }
}
