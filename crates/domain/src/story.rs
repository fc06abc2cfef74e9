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

/// Minutes that people often plan for, for orientation; nothing is asked of a story.
pub const LENGTHS: [u8; 3] = [2, 5, 10];
/// Words a minute at a calm pace.
const PACE: usize = 130;

/// The seconds that as many words take aloud.
pub fn seconds_of(words: usize) -> usize {
    words * 60 / PACE
}

/// The words that take as many minutes aloud.
pub fn words_in(minutes: usize) -> usize {
    minutes * PACE
}

/// How many words a text has.
pub fn words_of(text: &str) -> usize {
    text.split_whitespace().count()
}

impl Story {
    /// Its four parts, in the order they are told.
    pub fn parts(&self) -> [&Note; 4] {
        [&self.before, &self.turn, &self.now, &self.message]
    }

    /// The same for another listener.
    #[must_use]
    pub fn told_to(&self, listener: Listener) -> Self {
        Self { listener, ..self.clone() }
    }

    /// How many words it has, in all its parts.
    pub fn words(&self) -> usize {
        self.parts().into_iter().map(|part| words_of(part)).sum()
    }

    /// How long it takes to say aloud, in seconds, at 130 words a minute: a calm pace.
    pub fn seconds(&self) -> usize {
        seconds_of(self.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(words: usize) -> Story {
        Story {
            title: Title::kept("Mine"),
            listener: Listener::Group,
            before: Note::kept(&"word ".repeat(words)),
            turn: Note::default(),
            now: Note::kept("  two\n words "),
            message: Note::default(),
        }
    }

    #[test]
    fn a_story_takes_as_long_as_its_words() {
        assert_eq!((story(0).words(), story(258).words()), (2, 260));
        assert_eq!((story(258).seconds(), story(63).seconds()), (120, 30));
    }

    #[test]
    fn a_version_for_another_listener_has_the_same_words() {
        let other = story(5).told_to(Listener::Clinician);
        assert_eq!(other.listener, Listener::Clinician);
        assert_eq!(other.parts(), story(5).parts());
    }
}
