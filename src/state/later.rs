//! Where the later part of the program is: the pages that a first visit does not need.

use domain::{day::Day, settings::Language};
use markup::View;

use crate::{route::Route, state::AppState};

/// What the later part brings.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Makes the page of an address.
    pub page: fn(Route) -> View,
    /// Opens what only these pages read.
    pub open: fn(AppState),
    /// Buttons for the people of the record in the Help room of a language.
    pub people: fn(AppState, Language) -> View,
    /// Whether there are any; tracked.
    pub has_people: fn(AppState) -> bool,
    /// What many people report at a point like that of a day.
    pub others: fn(AppState, Day) -> View,
}

impl Later {
    /// What the later part brings, if it is here.
    pub fn part(self) -> Option<Part> {
        if let Self::Here(part) = self { Some(part) } else { None }
    }
}

/// How far the later part is.
#[derive(Debug, Clone, Copy)]
pub enum Later {
    /// It has not come yet.
    Coming,
    /// It is here.
    Here(Part),
    /// It could not be fetched.
    NotFetched,
}
