//! Settings before notes could be forgotten, and before locks and backups.

use domain::{
    settings::{Purpose, Settings},
    text::Title,
};
use serde::Deserialize;

/// Schema 1. Never edited.
#[derive(Deserialize)]
pub struct Settings1 {
    name: Option<Title>,
    purposes: Vec<Purpose>,
    day_ends: u8,
    welcomed: bool,
}

impl From<Settings1> for Settings {
    fn from(old: Settings1) -> Self {
        let Settings1 { name, purposes, day_ends, welcomed } = old;
        Self { name, purposes, day_ends, welcomed, ..Self::default() }
    }
}
