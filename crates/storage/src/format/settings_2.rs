//! Settings before money that is no longer spent on use was counted.

use domain::{
    settings::{Backups, KeepNotes, Locks, Purpose, Settings},
    text::Title,
};
use serde::Deserialize;

/// Schema 2. Never edited.
#[derive(Deserialize)]
pub struct Settings2 {
    name: Option<Title>,
    purposes: Vec<Purpose>,
    day_ends: u8,
    welcomed: bool,
    keep_notes: KeepNotes,
    locks: Locks,
    backups: Backups,
}

impl From<Settings2> for Settings {
    fn from(old: Settings2) -> Self {
        let Settings2 { name, purposes, day_ends, welcomed, keep_notes, locks, backups } = old;
        Self { name, purposes, day_ends, welcomed, keep_notes, locks, backups, ..Self::default() }
    }
}
