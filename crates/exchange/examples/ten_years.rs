//! Writes ten years of heavy use as a plain copy to the file it is given: what the journeys restore.
#![allow(clippy::unwrap_used, reason = "a tool for tests")]

use std::{env, fs};

use domain::{day::Moment, fixtures};
use exchange::{Everything, backup};

fn main() {
    let years = fixtures::ten_years();
    let everything = Everything {
        check_ins: years.check_ins,
        plans: years.plans,
        reports: years.reports,
        goals: years.goals,
        people: years.people,
        ..Everything::default()
    };
    let made = Moment { millis: 1_795_500_000_000, offset: 0 };
    fs::write(env::args_os().nth(1).unwrap(), backup::write(&everything, made).unwrap()).unwrap();
}
