//! Files that leave or come in: backups, plain copies, tables, calendars, and the phrases that lock them.
//!
//! Pure: bytes and values in, bytes and values out. In reading order: all records at once, how two of them become one,
//! how each kind is spelled in JSON, the container, its lock, the phrases for it, tables, calendars; then cards under a
//! word, and lists of meetings that others publish.

pub mod backup;
pub mod calendar;
mod canonical;
pub mod card;
pub mod everything;
mod form;
pub mod locked;
pub mod meeting_list;
pub mod merge;
pub mod phrase;
mod read;
mod spelled;
pub mod table;
mod texts;

pub use everything::Everything;
