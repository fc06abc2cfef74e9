//! A progress card: the few lines that a person ticked to show somebody, and the text they become in a link.

use serde::{Deserialize, Serialize};

use crate::{
    day::Day,
    text::{Note, Title},
};

mod letters;

pub use letters::{bytes_of, checksum, letters_of};

/// What a person shows of themselves. Every line was ticked by hand; nothing gets in by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The day it was made, which its numbers go up to.
    pub made: Day,
    /// What the person is called on it, if they want to be.
    pub name: Option<Title>,
    /// In the order they are shown: 1 to [`Card::LINES`].
    pub lines: Vec<Line>,
}

/// One line. It has numbers and no words of the app, so that the app of whoever reads it says it in their language.
///
/// A new case goes at the end, with the next version in front of the text: older apps then say that it is newer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    /// Went to so many meetings in so many days.
    Meetings {
        /// How many, online ones too.
        count: u16,
        /// In how many days up to the day of the card.
        days: u16,
    },
    /// Went to so many of the meetings that the person set out to go to.
    Target {
        /// How many they went to.
        count: u16,
        /// How many it is to be.
        of: u16,
        /// In how many days.
        days: u16,
    },
    /// Kept one goal on so many of the days or times it was due.
    Goal {
        /// What it is called.
        title: Title,
        /// How often it was kept, partly counted too.
        kept: u16,
        /// How often it was due.
        of: u16,
        /// In how many days.
        days: u16,
    },
    /// The same of all goals together, which are not named.
    Goals {
        /// How often they were kept.
        kept: u16,
        /// How often they were due.
        of: u16,
        /// In how many days.
        days: u16,
    },
    /// Checked in on so many days.
    CheckIns {
        /// On how many days.
        count: u16,
        /// Of how many.
        days: u16,
    },
    /// Did so many activities.
    Activities {
        /// How many.
        count: u16,
        /// In how many days.
        days: u16,
    },
    /// Looked back at so many weeks.
    Reviews {
        /// How many.
        count: u16,
        /// In how many days.
        days: u16,
    },
    /// How long it is since a day that the person chose.
    Since {
        /// That day; it may not lie after the day of the card.
        day: Day,
        /// What happened then, in their words. `None` is a day they want to count from.
        what: Option<Title>,
    },
    /// The person's own words: up to [`Card::WORDS`] characters.
    Words(Note),
}

/// Why a text is no card, or a card no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// There is no line on it.
    #[error("empty")]
    Empty,
    /// More lines, longer words, or a longer text than a link can carry everywhere.
    #[error("too long")]
    TooLong,
    /// It is something else.
    #[error("not a card")]
    NotACard,
    /// A newer Trellis made it.
    #[error("from a newer version")]
    FromNewerVersion,
    /// It was cut or changed on its way.
    #[error("damaged")]
    Damaged,
}

/// What the text of a link holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// A card that anyone can read.
    Open(Card),
    /// A card that an agreed word opens. The desk does it; see `exchange::card`.
    Sealed,
}

/// The first byte of a card that anyone can read.
pub const OPEN: u8 = 1;
/// The first byte of a sealed one.
pub const SEALED: u8 = 2;

impl Card {
    /// How many lines there may be.
    pub const LINES: usize = 24;
    /// How many characters the person's own words may have in one line.
    pub const WORDS: usize = 500;
    /// How many letters the text of a card may have, sealed or not.
    pub const LONGEST: usize = 4_000;
    /// How many bytes a card may have, so that it is short enough sealed too.
    const BYTES: usize = 2_800;

    /// The text for the part of a link after `#`: letters, digits, `-` and `_`.
    pub fn text(&self) -> Result<String, CardError> {
        Ok(letters_of(&self.bytes()?))
    }

    /// The version, the card, and a checksum.
    pub fn bytes(&self) -> Result<Vec<u8>, CardError> {
        self.is_in_bounds()?;
        let card = postcard::to_allocvec(self).map_err(|_| CardError::NotACard)?;
        let mut bytes = [&[OPEN], card.as_slice()].concat();
        bytes.extend(checksum(&bytes).to_le_bytes());
        if bytes.len() > Self::BYTES { Err(CardError::TooLong) } else { Ok(bytes) }
    }

    /// Reads what [`Card::bytes`] made.
    pub fn of_bytes(bytes: &[u8]) -> Result<Self, CardError> {
        match bytes.first().copied() {
            None | Some(0 | SEALED) => return Err(CardError::NotACard),
            Some(OPEN) => {}
            Some(_) => return Err(CardError::FromNewerVersion),
        }
        if bytes.len() > Self::BYTES {
            return Err(CardError::TooLong);
        }
        let (body, sum) = bytes.split_last_chunk::<4>().ok_or(CardError::Damaged)?;
        if u32::from_le_bytes(*sum) != checksum(body) {
            return Err(CardError::Damaged);
        }
        let card: Self = body.get(1..).and_then(|card| postcard::from_bytes(card).ok()).ok_or(CardError::NotACard)?;
        // A card has one spelling: texts as they would be typed, days that there are, no byte too many.
        if card.bytes()? == bytes { Ok(card) } else { Err(CardError::NotACard) }
    }

    /// How many of the last `days` days up to `today` a card counts when the record began on `first`: days before that
    /// are nobody's days without an entry.
    pub fn days_counted(days: u16, today: Day, first: Option<Day>) -> u16 {
        let known = first.map_or(i32::MAX, |first| today.since(first).saturating_add(1).max(1));
        days.min(u16::try_from(known).unwrap_or(u16::MAX))
    }

    /// Days from `day` to the day of the card.
    pub fn days_since(&self, day: Day) -> i32 {
        self.made.since(day)
    }

    fn is_in_bounds(&self) -> Result<(), CardError> {
        if self.lines.is_empty() {
            return Err(CardError::Empty);
        }
        if self.lines.len() > Self::LINES {
            return Err(CardError::TooLong);
        }
        if self.name.as_ref().is_some_and(|name| !is_typed(name)) {
            return Err(CardError::NotACard);
        }
        self.lines.iter().try_for_each(|line| line.is_in_bounds(self.made))
    }
}

impl Line {
    fn is_in_bounds(&self, made: Day) -> Result<(), CardError> {
        let sound = match self {
            Self::Goal { title, .. } => is_typed(title),
            Self::Since { day, what } => *day <= made && what.as_ref().is_none_or(is_typed),
            Self::Words(words) if words.chars().count() > Card::WORDS => return Err(CardError::TooLong),
            Self::Words(words) => !words.is_empty() && Note::parse(words).as_ref() == Ok(words),
            _ => true,
        };
        if sound { Ok(()) } else { Err(CardError::NotACard) }
    }
}

fn is_typed(title: &Title) -> bool {
    Title::parse(title).as_ref() == Ok(title)
}

/// Reads the text after `#` in a link.
pub fn read(text: &str) -> Result<Held, CardError> {
    if text.len() > Card::LONGEST {
        return Err(CardError::TooLong);
    }
    let bytes = bytes_of(text.trim()).ok_or(CardError::NotACard)?;
    match bytes.first().copied() {
        Some(SEALED) => Ok(Held::Sealed),
        _ => Card::of_bytes(&bytes).map(Held::Open),
    }
}

#[cfg(test)]
mod tests;
