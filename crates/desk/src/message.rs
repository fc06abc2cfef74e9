//! What is asked of the desk, and what it answers.

use domain::{
    appointment::Appointment,
    listed::{Filter, Row, Summary},
    meeting::Zone,
};
use serde::{Deserialize, Serialize};

/// Records as storage keeps them in clear: texts by key.
pub type Texts = Vec<(String, String)>;

/// An instant: UTC milliseconds, and the minutes that the wall clock is ahead of UTC.
pub type Instant = (i64, i16);

/// What is asked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// A locked file of the whole record, opened again as a check. Answered by [`Answer::Backup`].
    MakeBackup {
        /// The whole record.
        record: Texts,
        /// As typed or made.
        phrase: String,
        /// Now.
        made: Instant,
    },
    /// What a backup or a plain copy holds and restoring it would do, and what is to be written to do it. Answered by
    /// [`Answer::Read`].
    ReadBackup {
        /// The file.
        file: Vec<u8>,
        /// For a locked file.
        phrase: Option<String>,
        /// The whole record.
        here: Texts,
    },
    /// The whole record as JSON that anyone can read. Answered by [`Answer::PlainCopy`].
    PlainCopy {
        /// The whole record.
        record: Texts,
        /// Now.
        made: Instant,
    },
    /// Tables for a spreadsheet: check-ins, goals, reports, activities. Answered by [`Answer::Tables`].
    Tables {
        /// The whole record.
        record: Texts,
        /// The words of the person's language by key; `exchange::table` has the keys.
        words: Vec<(String, String)>,
    },
    /// Mends sealed months and seals those that are over. Answered by [`Answer::Tidied`].
    Tidy {
        /// What is loose and what is sealed, out of the lock.
        texts: Texts,
        /// Today, in days from 0001-01-01, which is 1.
        today: i32,
        /// A new stamp of this run of the program: milliseconds, count, device.
        by: (u64, u16, u16),
    },
    /// Five words by chance. Answered by [`Answer::Phrase`].
    MakePhrase,
    /// How hard a phrase is to guess. Answered by [`Answer::Judged`].
    JudgePhrase {
        /// As typed.
        phrase: String,
    },
    /// What a phrase becomes, to open or make the lock of the vault. Answered by [`Answer::Key`].
    DeriveKey {
        /// As typed or made.
        phrase: String,
        /// Of the lock.
        salt: [u8; 16],
        /// KiB of memory, of the lock.
        memory: u32,
        /// Passes, of the lock.
        passes: u32,
    },
    /// A progress card under a word that two people agreed on. Answered by [`Answer::SealedCard`].
    SealCard {
        /// The text of the card, as `domain::card` makes it.
        card: String,
        /// As typed.
        word: String,
    },
    /// Opens such a card. Answered by [`Answer::OpenedCard`].
    OpenCard {
        /// What stands in the link.
        sealed: String,
        /// As typed.
        word: String,
    },
    /// Reads a list of meetings that others publish. Answered by [`Answer::MeetingsRead`].
    ReadMeetings {
        /// The file.
        file: Vec<u8>,
        /// Whether kinds are named in Spanish; else in English.
        spanish: bool,
    },
    /// Looks into a list that is kept. Answered by [`Answer::MeetingsFound`].
    FindMeetings {
        /// What is kept.
        kept: String,
        /// Which ones.
        filter: Filter,
        /// What my clock shows: the day in days from 0001-01-01, which is 1, and minutes after midnight.
        now: (i32, u16),
        /// How many minutes my clock is ahead of that of a zone.
        ahead: Vec<(Zone, i16)>,
        /// Whether kinds are named in Spanish; else in English.
        spanish: bool,
    },
    /// A file for the phone's calendar. Answered by [`Answer::Calendar`].
    MakeCalendar {
        /// What is in it, at least one.
        appointments: Vec<Appointment>,
        /// Now.
        made: Instant,
    },
}

/// What is answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// A backup that opens.
    Backup {
        /// The file.
        file: Vec<u8>,
        /// How many entries it holds.
        entries: u32,
        /// How many texts of the record are damaged or of a newer version, and are not in it.
        left_out: u32,
    },
    /// What a file holds and would do, and the texts that do it, written all or none.
    Read {
        /// What it holds.
        contents: Contents,
        /// The texts to write: just the records that differ.
        changes: Texts,
    },
    /// A plain copy.
    PlainCopy {
        /// The file.
        text: String,
        /// How many entries it holds.
        entries: u32,
        /// How many texts are not in it.
        left_out: u32,
    },
    /// Tables, in the order check-ins, goals, reports, activities.
    Tables(Vec<String>),
    /// What is to be put where, all or nothing; `None` removes.
    Tidied(Vec<(String, Option<String>)>),
    /// A phrase in its one spelling.
    Phrase(String),
    /// How hard a phrase is to guess.
    Judged {
        /// Bits, rounded down.
        bits: u32,
        /// Whether it may lock something: from 60 bits.
        enough: bool,
    },
    /// 64 bytes for `vault::lock::Derived`.
    Key(Vec<u8>),
    /// What to put into the link.
    SealedCard(String),
    /// The text of the card, which `domain::card` reads.
    OpenedCard(String),
    /// A list of meetings.
    MeetingsRead {
        /// What is to be kept of it.
        kept: String,
        /// What it holds, and what was left out.
        summary: Summary,
    },
    /// Meetings of a list.
    MeetingsFound {
        /// How many fit in all.
        total: u32,
        /// Those that were wanted.
        rows: Vec<Row>,
        /// What the list holds.
        summary: Summary,
    },
    /// The text of a file for a calendar.
    Calendar(String),
    /// Nothing was done.
    Refused(Refusal),
}

/// What a file holds, and what restoring it would do here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// When it was made.
    pub made: Instant,
    /// How many entries it holds.
    pub entries: u32,
    /// How many texts were too long for their field and would be cut.
    pub clipped: u32,
    /// Kind by kind.
    pub kinds: Vec<Changes>,
    /// How many entries there are here.
    pub total_here: u32,
    /// Whether more than a tenth of these would be removed.
    pub too_much: bool,
}

/// What restoring would do to one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Changes {
    /// The letter of `storage::key::Kind`.
    pub kind: char,
    pub added: u32,
    pub changed: u32,
    pub removed: u32,
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// More bytes, or more to be written, than a backup may have.
    #[error("too large")]
    TooLarge,
    /// More than 200,000 records.
    #[error("too many records")]
    TooMany,
    /// A text of more than 1,000,000 characters.
    #[error("a text is too long")]
    TextTooLong,
    /// Nested deeper than 64.
    #[error("too deep")]
    TooDeep,
    /// Another kind of file.
    #[error("not a backup")]
    NotABackup,
    /// A newer Trellis made it.
    #[error("from a newer version")]
    FromNewerVersion,
    /// Changed or cut since it was made.
    #[error("damaged")]
    Damaged,
    /// Whole, and says what no Trellis writes.
    #[error("makes no sense")]
    Malformed,
    /// It wants its phrase.
    #[error("locked")]
    Locked,
    /// Another phrase, or a changed lock.
    #[error("the phrase does not open it")]
    WrongPhrase,
    /// Its work factor is over 18.
    #[error("too much work")]
    TooMuchWork,
    /// What was made did not open, and was thrown away.
    #[error("does not read back")]
    NotReadable,
    /// No phrase was typed.
    #[error("no phrase")]
    NoPhrase,
    /// A phrase of more than 1,024 bytes.
    #[error("the phrase is too long")]
    PhraseTooLong,
    /// A phrase of fewer than 60 bits.
    #[error("the phrase is too weak")]
    PhraseTooWeak,
    /// Less or more work than a lock may ask for.
    #[error("cost not allowed")]
    Cost,
    /// The device has not enough memory.
    #[error("no memory")]
    NoMemory,
    /// Something else than a progress card.
    #[error("not a card")]
    NotACard,
    /// Something else than a list of meetings.
    #[error("not a list of meetings")]
    NotAList,
    /// The request cannot be read: app and desk are of different versions.
    #[error("not understood")]
    NotUnderstood,
}

impl Request {
    /// The bytes to send.
    pub fn bytes(&self) -> Vec<u8> {
        // Serialising to memory fails only for types that refuse it, and none of these does.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads what was sent.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl Answer {
    /// The bytes to send.
    pub fn bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads what was sent; what cannot be read is of another version.
    pub fn read(bytes: &[u8]) -> Self {
        postcard::from_bytes(bytes).unwrap_or(Self::Refused(Refusal::NotUnderstood))
    }
}
