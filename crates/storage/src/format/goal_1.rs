//! Goals before they had plans for obstacles, last days, pauses with a reason and a history of how often.

use domain::{
    day::Day,
    goal::{Cadence, Goal, Pause, Status, Step},
    text::{Note, Title},
};
use serde::Deserialize;

/// Schema 1. Never edited.
#[derive(Deserialize)]
pub struct Goal1 {
    title: Title,
    why: Note,
    steps: Vec<Step1>,
    cadence: Cadence1,
    since: Day,
    status: Status1,
}

#[derive(Deserialize)]
struct Step1 {
    title: Title,
    done: Option<Day>,
}

#[derive(Deserialize)]
enum Cadence1 {
    Once,
    Daily,
    Weekdays,
    Weekly(u8),
}

#[derive(Deserialize)]
enum Status1 {
    Active,
    Paused(Day),
    Finished(Day),
    LetGo(Day),
}

impl From<Goal1> for Goal {
    fn from(old: Goal1) -> Self {
        let Goal1 { title, why, steps, cadence, since, status } = old;
        let cadence = match cadence {
            Cadence1::Once => Cadence::Once,
            Cadence1::Daily => Cadence::Daily,
            Cadence1::Weekdays => Cadence::Weekdays,
            Cadence1::Weekly(times) => Cadence::Weekly(times).bounded(),
        };
        let status = match status {
            Status1::Active => Status::Active,
            Status1::Paused(since) => Status::Paused(Pause { since, reason: None, back: None }),
            Status1::Finished(on) => Status::Finished(on),
            Status1::LetGo(on) => Status::LetGo(on),
        };
        let steps = steps.into_iter().map(|Step1 { title, done }| Step { title, by: None, done }).collect();
        Self { why, steps, status, ..Self::new(title, cadence, since) }
    }
}
