//! What a person typed: trimmed, bounded, cleaned of what would break a page, and never printed by `Debug`.

use std::{
    fmt::{self, Write},
    ops::Deref,
};

use serde::{Deserialize, Serialize};

/// Why a text was refused. Nothing is cut off silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing is left after trimming.
    #[error("empty")]
    Empty,
    /// Longer than `limit` characters.
    #[error("too long")]
    TooLong {
        /// How many characters there may be.
        limit: usize,
        /// How many there are.
        length: usize,
    },
}

/// One line of 1 to 120 characters: a name or a heading.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Title(String);

/// Lines of up to 10,000 characters, perhaps none.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note(String);

impl Title {
    /// How many characters a title may have.
    pub const LIMIT: usize = 120;

    /// Trims and cleans `text`; line breaks become spaces.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let line: String =
            clean(text).chars().map(|letter| if matches!(letter, '\n' | '\t') { ' ' } else { letter }).collect();
        match bounded(line.trim(), Self::LIMIT)? {
            "" => Err(TextError::Empty),
            line => Ok(Self(line.to_owned())),
        }
    }

    /// A title as it was kept. It was bounded and cleaned when it was typed, and is not judged again.
    pub fn kept(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Like [`Title::parse`], where nothing typed is nothing said.
    pub fn parse_optional(text: &str) -> Result<Option<Self>, TextError> {
        match Self::parse(text) {
            Err(TextError::Empty) => Ok(None),
            parsed => parsed.map(Some),
        }
    }
}

impl Note {
    /// How many characters a note may have.
    pub const LIMIT: usize = 10_000;

    /// Trims and cleans `text`; keeps line breaks and tabs.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        Ok(Self(bounded(clean(text).trim(), Self::LIMIT)?.to_owned()))
    }

    /// A note as it was kept. It was bounded and cleaned when it was typed, and is not judged again.
    pub fn kept(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// A text as a part of an address: what is neither a letter nor a digit of ASCII is spelled by its bytes.
pub fn in_address(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            spelled.push(char::from(byte));
        } else {
            let _ = write!(spelled, "%{byte:02X}");
        }
    }
    spelled
}

/// Drops NUL and other control characters but line breaks and tabs, and the marks that override writing direction.
/// Emoji, combining marks and right-to-left text stay.
fn clean(text: &str) -> String {
    let unwanted = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|letter| !unwanted(*letter)).collect()
}

fn bounded(text: &str, limit: usize) -> Result<&str, TextError> {
    let length = text.chars().count();
    if length > limit { Err(TextError::TooLong { limit, length }) } else { Ok(text) }
}

impl Deref for Title {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Deref for Note {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Title {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Title(…)")
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Note(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_kept_is_bounded_clean_and_stable(text in any::<String>()) {
            if let Ok(title) = Title::parse(&text) {
                prop_assert!((1..=Title::LIMIT).contains(&title.chars().count()));
                prop_assert!(!title.chars().any(char::is_control));
                prop_assert_eq!(Title::parse(&title), Ok(title));
            }
            if let Ok(note) = Note::parse(&text) {
                prop_assert!(note.chars().count() <= Note::LIMIT);
                prop_assert!(note.chars().all(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')));
                prop_assert_eq!(Note::parse(&note), Ok(note));
            }
        }
    }

    #[test]
    fn a_text_too_long_is_refused_whole_and_says_by_how_much() {
        assert_eq!(Title::parse(&"é".repeat(121)), Err(TextError::TooLong { limit: 120, length: 121 }));
        assert!(Title::parse(&"é".repeat(120)).is_ok());
        assert!(Note::parse(&"🌱".repeat(10_001)).is_err());
        assert_eq!(Title::parse(" \n\t "), Err(TextError::Empty));
    }

    #[test]
    fn overrides_of_direction_go_and_other_scripts_stay() {
        assert_eq!(Title::parse("a\u{202e}b\u{0}c").as_deref(), Ok("abc"));
        assert_eq!(Title::parse("שלום 👩‍👩‍👧 ñandú").as_deref(), Ok("שלום 👩‍👩‍👧 ñandú"));
        assert_eq!(Note::parse("one\r\ntwo").as_deref(), Ok("one\ntwo"));
    }

    #[test]
    fn a_text_in_an_address_ends_nothing_and_begins_nothing() {
        assert_eq!(in_address("Can you talk? ñ&=#\n\""), "Can%20you%20talk%3F%20%C3%B1%26%3D%23%0A%22");
    }

    #[test]
    fn debug_never_shows_what_was_typed() {
        let shown = format!("{:?} {:?}", Title::parse("secret"), Note::parse("secret"));
        assert!(!shown.contains("secret"), "{shown}");
    }
}
