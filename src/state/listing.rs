//! The list of meetings that others publish: read from a file, kept on this device, searched, forgotten.
//!
//! It is no record of the person: it has one key of its own, no backup holds it, and the file can be read again.
//! Erasing everything takes it along, and the lock seals it like all else.

use std::cell::RefCell;

use ::desk::message::{Answer, Request};
use domain::{
    id::Id,
    listed::{Filter, Row, Summary},
    meeting::{Meeting, Zone},
    settings::Language,
};
use storage::{key::LISTING, key_value::StoreError};

use super::{
    AppState,
    desk::{Chosen, Why, ask_in_words},
    minute_now, new_id,
};
use crate::{
    platform::{clock, store},
    words::{self, errors, list_file},
};

/// No list has more bytes.
const LARGEST: f64 = 16_777_216.0;

/// What is known of the list that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// Whether there is one.
    pub is_there: bool,
    /// Grows with each change of it, so that who follows it looks again.
    pub edition: u32,
}

thread_local! {
    /// The zones that the list of an edition names, once it was looked into.
    static ZONES: RefCell<Option<(u32, Vec<Zone>)>> = const { RefCell::new(None) };
}

impl Kept {
    /// What the store says at the start.
    pub(super) fn now() -> Self {
        let is_there = store::store().get(LISTING).is_ok_and(|text| text.is_some());
        Self { is_there, edition: 0 }
    }
}

/// What was found in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// How many there are in all.
    pub total: usize,
    /// Those that were wanted.
    pub rows: Vec<Row>,
    /// What the list holds.
    pub summary: Summary,
}

/// What became of a meeting that was to be one of the person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is now.
    Now(Id<Meeting>),
    /// It was before.
    Before(Id<Meeting>),
    /// It has no weekday or no time; when it is, the person must ask.
    NoTime,
    /// It could not be kept, which was said.
    NotKept,
}

/// Reads a list from a file and keeps it in the place of another. If it is refused, nothing changes.
pub fn read_file(state: AppState, file: &Chosen, then: impl FnOnce(Result<Summary, Why>) + 'static) {
    file.take_in(LARGEST, move |bytes| {
        let Some(file) = bytes else { return then(Err(list_file::unreadable())) };
        let request = Request::ReadMeetings { file, spanish: is_spanish(state) };
        let take = |answer| match answer {
            Answer::MeetingsRead { kept, summary } => Some((kept, summary)),
            _ => None,
        };
        ask_in_words(&request, errors::listing, take, move |read| {
            then(read.and_then(|(kept, summary)| {
                keep(&kept)?;
                state.listing_changed();
                Ok(summary)
            }));
        });
    });
}

/// Puts a list in its place. One that was there stays if it fails.
fn keep(text: &str) -> Result<(), Why> {
    let store = store::store();
    let unavailable = words::problem::unavailable();
    store.set(LISTING, text).map_err(|error| match error {
        StoreError::Full => list_file::full(),
        StoreError::Unavailable => unavailable,
    })?;
    if store.get(LISTING).ok().flatten().as_deref() == Some(text) { Ok(()) } else { Err(unavailable) }
}

/// Looks into the list. `ahead` says how many minutes my clock is ahead of that of a zone.
pub fn find(
    state: AppState,
    filter: Filter,
    ahead: impl Fn(&Zone) -> i16 + 'static,
    then: impl FnOnce(Result<Found, Why>) + 'static,
) {
    let edition = state.listing.get_untracked().edition;
    let all = move |zones: &[Zone]| zones.iter().map(|zone| (zone.clone(), ahead(zone))).collect::<Vec<_>>();
    let known = ZONES.with_borrow(|known| known.as_ref().filter(|(of, _)| *of == edition).map(|(_, zones)| all(zones)));
    if let Some(ahead) = known {
        return look(state, filter, ahead, then);
    }
    // Which zones there are is known only after a look; if none has another clock, that look was enough.
    let again = filter.clone();
    look(state, filter, Vec::new(), move |found| match found {
        Ok(found) => {
            let ahead = all(&found.summary.zones);
            ZONES.set(Some((edition, found.summary.zones.clone())));
            if ahead.iter().all(|(_, ahead)| *ahead == 0) { then(Ok(found)) } else { look(state, again, ahead, then) }
        }
        refused => then(refused),
    });
}

fn look(state: AppState, filter: Filter, ahead: Vec<(Zone, i16)>, then: impl FnOnce(Result<Found, Why>) + 'static) {
    let kept = match store::store().get(LISTING) {
        Ok(Some(kept)) => kept,
        Ok(None) => return then(Ok(Found::default())),
        Err(_) => return then(Err(words::problem::unavailable())),
    };
    let now = (clock::now().day(0).into(), minute_now().into());
    let request = Request::FindMeetings { kept, filter, now, ahead, spanish: is_spanish(state) };
    let take = |answer| match answer {
        Answer::MeetingsFound { total, rows, summary } => Some(Found { total: words::whole(total), rows, summary }),
        _ => None,
    };
    ask_in_words(&request, errors::listing, take, then);
}

/// Makes a meeting of the list one of the person's own, weekly from today on, unless it is already.
pub fn add(state: AppState, row: &Row) -> Added {
    let Some(meeting) = row.meeting(state.today.get_untracked()) else { return Added::NoTime };
    if let Some(id) = mine(state, &meeting) {
        return Added::Before(id);
    }
    let id = new_id();
    if state.keep(state.more().meetings.put(id, Some(meeting))) { Added::Now(id) } else { Added::NotKept }
}

/// Which of the person's own meetings a row is, if it is one.
pub fn of_mine(state: AppState, row: &Row) -> Option<Id<Meeting>> {
    mine(state, &row.meeting(state.today.get_untracked())?)
}

/// The same slug at the same times: lists give all days of a group one slug.
fn mine(state: AppState, meeting: &Meeting) -> Option<Id<Meeting>> {
    let is_it = |known: &Meeting| {
        let same_time = known.at == meeting.at && known.when.rule == meeting.when.rule;
        known.source == meeting.source && same_time && known.ended.is_none()
    };
    state.more().meetings.with(|all| all.iter().find(|(_, known)| is_it(known)).map(|(id, _)| id))
}

/// Removes the list. Says whether it is gone; the person's own meetings stay.
pub fn forget(state: AppState) -> bool {
    let gone = store::store().remove(LISTING).is_ok();
    state.listing_changed();
    gone
}

fn is_spanish(state: AppState) -> bool {
    state.language.get_untracked() == Language::Spanish
}

impl AppState {
    /// Looks whether there is a list now: it was read, removed, or another tab did so.
    pub(super) fn listing_changed(self) {
        let edition = self.listing.get_untracked().edition.wrapping_add(1);
        self.listing.set(Kept { edition, ..Kept::now() });
    }
}
