//! Reads the texts of a file into titles and notes: within their bounds, and counting what was cut.

use domain::text::{Note, TextError, Title};

/// How many characters a text in a file may have.
const LONGEST_TEXT: usize = 1_000_000;

/// What came up while texts were read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// How many texts were longer than their field allows, and were cut.
    pub(crate) clipped: usize,
    /// Whether a text was longer than any may be.
    pub(crate) too_long: bool,
}

impl Reading {
    pub(crate) fn note(&mut self, text: &str) -> Option<Note> {
        self.bounded(text, Note::LIMIT, Note::parse)
    }

    pub(crate) fn title(&mut self, text: &str) -> Option<Title> {
        self.bounded(text, Title::LIMIT, Title::parse)
    }

    /// A title that may be missing; an error is one that is there and makes no sense.
    pub(crate) fn title_if_any(&mut self, text: Option<&str>) -> Result<Option<Title>, NoSense> {
        text.map(|text| self.title(text).ok_or(NoSense)).transpose()
    }

    fn bounded<T>(&mut self, text: &str, limit: usize, parse: fn(&str) -> Result<T, TextError>) -> Option<T> {
        self.fits(text)?;
        match parse(text) {
            Err(TextError::TooLong { .. }) => {
                self.clipped += 1;
                let start: String = text.trim_start().chars().take(limit).collect();
                parse(&start).ok()
            }
            parsed => parsed.ok(),
        }
    }

    pub(crate) fn fits(&mut self, text: &str) -> Option<()> {
        let fits = text.len() <= LONGEST_TEXT || text.chars().count() <= LONGEST_TEXT;
        self.too_long |= !fits;
        fits.then_some(())
    }
}

/// A text that a field cannot hold.
pub(crate) struct NoSense;
