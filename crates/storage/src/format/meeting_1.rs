//! Meetings before it was noted since when they are as they are, and whether the person once went.

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
        let Meeting1 {
            name,
            fellowship,
            held,
            place,
            link,
            phone,
            when,
            at,
            minutes,
            zone,
            kinds,
            commitments,
            note,
            going,
            edition,
            source,
            ended,
        } = old;
        let (was_told, since) = (false, Since::Always);
        Self {
            name,
            fellowship,
            held,
            place,
            link,
            phone,
            when,
            at,
            minutes,
            zone,
            kinds,
            commitments,
            note,
            going,
            was_told,
            since,
            edition,
            source,
            ended,
        }
        .from_edition()
    }
}
