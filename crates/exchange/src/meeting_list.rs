//! Lists of meetings that others publish: Meeting Guide JSON, or a table with the headings of that format.
//!
//! Real lists bend every rule of it. A row that cannot be understood is left out and told; the others are taken, and
//! what of them is not known to Trellis is kept by its name.

use std::collections::HashSet;

use domain::{
    listed::{LeftOut, Listed, Reason},
    text::Title,
};

mod find;
mod json;
mod kept;
mod kinds;
mod row;
mod table;
mod value;

pub use find::{Asked, Found, find, summary};
pub use kept::{KeptError, decode, encode};

/// How many bytes a file may have.
pub const LARGEST: usize = crate::backup::LARGEST;
/// How many rows a file may have.
pub const MOST_ROWS: usize = 20_000;
/// How many fields a row may have.
const MOST_FIELDS: usize = 200;
/// How many fields that are not known here a list may have in all.
const MOST_NAMES: usize = 2_000;

/// The meetings of a file, and what was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// In the order of the file.
    pub meetings: Vec<Listed>,
    /// In the order of the file.
    pub left_out: Vec<LeftOut>,
}

/// Why a file was not read. Nothing of it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// More bytes than a list may have.
    #[error("too large")]
    TooLarge,
    /// More than 20,000 rows.
    #[error("too many rows")]
    TooMany,
    /// Arrays and objects lie in each other deeper than 64.
    #[error("too deep")]
    TooDeep,
    /// It is something else.
    #[error("not a list of meetings")]
    NotAList,
}

/// Reads a file: an array in JSON, or else a table.
pub fn read(bytes: &[u8]) -> Result<Listing, ListError> {
    if bytes.len() > LARGEST {
        return Err(ListError::TooLarge);
    }
    let text = value::text_of(bytes).ok_or(ListError::NotAList)?;
    let listing = match text.trim_start().chars().next() {
        Some('[') => json::read(&text)?,
        Some('{' | '<') | None => return Err(ListError::NotAList),
        Some(_) => table::read(&text)?,
    };
    // A file of which nothing at all could be used, and that did not even name its rows, was meant for something else.
    let foreign = |row: &LeftOut| matches!(row.reason, Reason::NotAMeeting | Reason::Cut) || row.name.is_none();
    let is_foreign = listing.meetings.is_empty() && listing.left_out.iter().all(foreign);
    if is_foreign && !listing.left_out.is_empty() { Err(ListError::NotAList) } else { Ok(listing) }
}

/// Takes rows in one by one.
#[derive(Default)]
struct Taking {
    listing: Listing,
    known: HashSet<(String, Vec<u8>, Option<u16>)>,
    names: HashSet<Title>,
}

impl Taking {
    fn take(&mut self, number: usize, fields: Result<row::Fields, Reason>) {
        let name = fields.as_ref().ok().and_then(row::Fields::name);
        match fields.and_then(row::listed) {
            Ok(listed) if self.names.len() + self.new_names(&listed) > MOST_NAMES => {
                self.leave(number, name, Reason::TooManyFields);
            }
            Ok(listed) if self.is_new(&listed) => {
                for (name, _) in &listed.more {
                    if !self.names.contains(name) {
                        self.names.insert(name.clone());
                    }
                }
                self.listing.meetings.push(listed);
            }
            Ok(_) => self.leave(number, name, Reason::Twice),
            Err(reason) => self.leave(number, name, reason),
        }
    }

    fn new_names(&self, listed: &Listed) -> usize {
        listed.more.iter().filter(|(name, _)| !self.names.contains(name)).count()
    }

    fn leave(&mut self, number: usize, name: Option<Title>, reason: Reason) {
        let row = u32::try_from(number).unwrap_or(u32::MAX);
        self.listing.left_out.push(LeftOut { row, name, reason });
    }

    /// Whether no meeting with this slug on these days at this time was taken before. Lists give a group one slug and a
    /// row for each of its days.
    fn is_new(&mut self, listed: &Listed) -> bool {
        self.known.insert((listed.slug.to_string(), listed.days.iter().collect(), listed.at.map(u16::from)))
    }
}
