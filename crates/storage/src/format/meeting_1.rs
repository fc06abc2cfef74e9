//! Meetings before it was noted since when they are as they are, and whether a calendar file held them.

use domain::{
    day::{Day, Minute},
    meeting::{Fellowship, Held, Meeting, Since, Zone},
    recurrence::Recurrence,
    text::{Note, Title},
};
use serde::Deserialize;

/// Schema 1. Never edited.
#[derive(Deserialize)]
pub struct Meeting1 {
    name: Title,
    fellowship: Fellowship,
    held: Held,
    place: Note,
    link: Note,
    phone: Option<Title>,
    when: Recurrence,
    at: Minute,
    minutes: u16,
    zone: Option<Zone>,
    kinds: Vec<Title>,
    commitments: Vec<Title>,
    note: Note,
    going: bool,
    edition: u16,
    source: Option<Title>,
    ended: Option<Day>,
}

impl From<Meeting1> for Meeting {
    fn from(old: Meeting1) -> Self {
        Self {
            name: old.name,
            fellowship: old.fellowship,
            held: old.held,
            place: old.place,
            link: old.link,
            phone: old.phone,
            when: old.when,
            at: old.at,
            minutes: old.minutes,
            zone: old.zone,
            kinds: old.kinds,
            commitments: old.commitments,
            note: old.note,
            going: old.going,
            was_told: false,
            since: Since::Always,
            edition: old.edition,
            source: old.source,
            ended: old.ended,
        }
        .from_edition()
    }
}
