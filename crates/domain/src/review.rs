//! A week looked at: what was said, what was done, what got in the way, what changes.

use serde::{Deserialize, Serialize};

use crate::{day::Day, text::Note};

/// The review of one week. The numbers of the week come from the record; this is what the person adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The Monday of the week it looks at.
    pub on: Day,
    /// What went well.
    pub well: Note,
    /// What got in the way.
    pub way: Note,
    /// What the person changes.
    pub change: Note,
    /// What they say they will do next week.
    pub next: Note,
}
