//! Where the later part of the program is: the pages that a first visit does not need.

use markup::View;

use crate::{route::Route, state::AppState};

/// What the later part brings.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Makes the page of an address.
    pub page: fn(Route) -> View,
    /// Opens what only these pages read.
    pub open: fn(AppState),
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
