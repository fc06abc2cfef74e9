//! Where the later part of the program is: the pages that a first visit does not need.

use markup::View;

use crate::route::Route;

/// Makes the page of an address of the later part.
pub type PageOf = fn(Route) -> View;

/// How far the later part is.
#[derive(Debug, Clone, Copy)]
pub enum Later {
    /// It has not come yet.
    Coming,
    /// It is here.
    Here(PageOf),
    /// It could not be fetched.
    NotFetched,
}
