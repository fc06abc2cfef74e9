//! What a person tells of themselves, in the parts that people tell, for different listeners.

use serde::{Deserialize, Serialize};

use crate::text::{Note, Title};

/// One version of the person's story. Private until they share it by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// What they call this version.
    pub title: Title,
    /// For whom it is.
    pub listener: Listener,
    /// What it was like.
    pub before: Note,
    /// What happened.
    pub turn: Note,
    /// What it is like now.
    pub now: Note,
    /// What I want others to know.
    pub message: Note,
}

/// For whom a story is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Listener {
    Myself,
    Group,
    OnePerson,
    Family,
    Clinician,
    Court,
    Work,
}

impl Listener {
    /// In the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::Myself, Self::Group, Self::OnePerson, Self::Family, Self::Clinician, Self::Court, Self::Work];
}

impl Story {
    /// How many words it has, in all its parts.
    pub fn words(&self) -> usize {
        [&self.before, &self.turn, &self.now, &self.message].iter().map(|part| part.split_whitespace().count()).sum()
    }

    /// How long it takes to say aloud, in seconds, at 130 words a minute: a calm pace.
    pub fn seconds(&self) -> usize {
        self.words() * 60 / 130
    }
}
