//! The container: all records as JSON, with what is needed to see that they are whole.
//!
//! `{"format":"trellis","schema":4,"made":{"millis":…,"offset":…},"counts":{…},"sha256":"…","documents":{…}}`. The
//! digest is over `documents` without blanks between its parts. A plain copy is this text; a backup is it, padded and
//! locked (see [`crate::locked`]).

use std::collections::BTreeMap;

use domain::day::Moment;
use serde::{Deserialize, Serialize, de::DeserializeSeed};
use serde_json::value::RawValue;

use crate::{
    Everything, canonical,
    read::{Documents, Pass, ReadDocuments},
};

/// The form that is written now. A new kind or field is the next one; all older ones stay readable.
pub const SCHEMA: u64 = 4;
/// How many bytes a container may have.
pub const LARGEST: usize = 16 << 20;
/// The least that a padded container has.
const SMALLEST: usize = 64 << 10;
const FORMAT: &str = "trellis";

/// Why a file was not read. Nothing of it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It has more bytes than a backup may have.
    #[error("too large")]
    TooLarge,
    /// It holds more than 200,000 records.
    #[error("too many records")]
    TooMany,
    /// One of its texts has more than 1,000,000 characters.
    #[error("a text is too long")]
    TextTooLong,
    /// Arrays and objects lie in each other deeper than 64.
    #[error("too deep")]
    TooDeep,
    /// It is something else.
    #[error("not a backup")]
    NotABackup,
    /// A newer Trellis made it.
    #[error("from a newer version")]
    FromNewerVersion,
    /// It was changed or cut after it was made.
    #[error("damaged")]
    Damaged,
    /// It is whole, and yet says something that no Trellis writes.
    #[error("makes no sense")]
    Malformed,
    /// It is locked and wants its phrase.
    #[error("locked")]
    Locked,
    /// The phrase does not open it, or its lock was changed.
    #[error("the phrase does not open it")]
    WrongPhrase,
    /// Opening it would take more work than a phone can do: its factor is over 18.
    #[error("too much work")]
    TooMuchWork,
}

/// Why no file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// There is more than a backup may hold.
    #[error("too large")]
    TooLarge,
    /// What was made does not read back, so it was thrown away.
    #[error("does not read back")]
    NotReadable,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub made: Moment,
    /// The records.
    pub everything: Everything,
    /// How many texts were longer than their field allows, and were cut.
    pub clipped: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MadeForm {
    millis: i64,
    offset: i16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Container<'a> {
    format: String,
    schema: u64,
    made: MadeForm,
    #[serde(borrow)]
    counts: &'a RawValue,
    sha256: String,
    #[serde(borrow)]
    documents: &'a RawValue,
}

/// The two fields that every version has.
#[derive(Deserialize)]
struct Head {
    format: String,
    schema: u64,
}

/// The container as text: the plain copy.
pub fn write(everything: &Everything, made: Moment) -> Result<String, WriteError> {
    let text = text_of(everything, made).map_err(|_| WriteError::NotReadable)?;
    if text.len() > LARGEST { Err(WriteError::TooLarge) } else { Ok(text) }
}

fn text_of(everything: &Everything, made: Moment) -> serde_json::Result<String> {
    let documents = serde_json::value::to_raw_value(&Documents(everything))?;
    let counts = RawValue::from_string(counts_of(everything))?;
    serde_json::to_string(&Container {
        format: FORMAT.to_owned(),
        schema: SCHEMA,
        made: MadeForm { millis: made.millis, offset: made.offset },
        counts: &counts,
        sha256: canonical::digest(documents.get()),
        documents: &documents,
    })
}

fn counts_of(everything: &Everything) -> String {
    let counts: Vec<_> = everything.counts().iter().map(|(_, name, count)| format!("\"{name}\":{count}")).collect();
    format!("{{{}}}", counts.join(","))
}

/// Whether `counts` says how many values there are. A file from before there was a kind does not name it.
fn are_counts_of(everything: &Everything, counts: &str) -> bool {
    let Ok(mut counts) = serde_json::from_str::<BTreeMap<String, usize>>(counts) else { return false };
    let each = everything.counts().into_iter().all(|(_, name, count)| counts.remove(name).unwrap_or(0) == count);
    each && counts.is_empty()
}

/// `text` with spaces up to the next power of two from 64 KiB, so that its size says little.
pub fn padded(mut text: String) -> String {
    let size = text.len().next_power_of_two().max(SMALLEST);
    text.extend(std::iter::repeat_n(' ', size - text.len()));
    text
}

/// Reads a container, padded or not.
pub fn read(bytes: &[u8]) -> Result<Backup, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ReadError::NotABackup)?;
    // Some editors put a mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !canonical::is_flat_enough(text) {
        return Err(ReadError::TooDeep);
    }
    let head: Head = serde_json::from_str(text).map_err(|_| ReadError::NotABackup)?;
    match head.schema {
        _ if head.format != FORMAT => Err(ReadError::NotABackup),
        0 => Err(ReadError::Malformed),
        1..=SCHEMA => read_container(text),
        _ => Err(ReadError::FromNewerVersion),
    }
}

fn read_container(text: &str) -> Result<Backup, ReadError> {
    let container: Container<'_> = serde_json::from_str(text).map_err(|_| ReadError::Malformed)?;
    if canonical::digest(container.documents.get()) != container.sha256.to_ascii_lowercase() {
        return Err(ReadError::Damaged);
    }
    let mut pass = Pass::default();
    let mut documents = serde_json::Deserializer::from_str(container.documents.get());
    let everything = ReadDocuments(&mut pass).deserialize(&mut documents);
    let everything = match everything {
        _ if pass.too_many => return Err(ReadError::TooMany),
        _ if pass.texts.too_long => return Err(ReadError::TextTooLong),
        everything => everything.map_err(|_| ReadError::Malformed)?,
    };
    if !are_counts_of(&everything, container.counts.get()) {
        return Err(ReadError::Damaged);
    }
    let made = Moment { millis: container.made.millis, offset: container.made.offset };
    Ok(Backup { made, everything, clipped: pass.texts.clipped })
}
