//! What is asked of a list of meetings and what is answered: filters, rows, and what of a file was left out.

use serde::{Deserialize, Serialize};

use super::{Listed, Point};
use crate::{
    day::{Day, Minute},
    meeting::{Meeting, Zone},
    recurrence::Weekdays,
    text::Title,
};

/// Which meetings of a list are wanted. The usual one wants all that take place, the next ones first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Words that each begin a word of name, place, kind, group or notes; accents and capitals do not matter.
    pub words: String,
    /// On one of these weekdays by my clock; none is any.
    pub days: Weekdays,
    /// Beginning at this time of my clock or later.
    pub from: Option<Minute>,
    /// Beginning at this time of my clock or earlier. Before `from`, it is meant for the morning after.
    pub until: Option<Minute>,
    /// To be gone to, or from anywhere.
    pub way: Option<Way>,
    /// Not too far from here.
    pub near: Option<Near>,
    /// Of all these kinds, by code.
    pub kinds: Vec<Title>,
    /// Those too that do not take place for now.
    pub closed: bool,
    /// Which ones first.
    pub order: Order,
    /// How many of those found are passed over.
    pub skip: u32,
    /// How many are wanted at most; 0 is [`Filter::PAGE`].
    pub count: u32,
}

impl Filter {
    /// How many are shown at once.
    pub const PAGE: u32 = 50;
    /// How many can be asked for at once.
    pub const MOST: u32 = 200;

    /// Whether a time is on a weekday and at an hour that are wanted. One that nobody knows is at no hour.
    pub fn wants(&self, (day, at): (u8, Option<Minute>)) -> bool {
        let (from, until) = (self.from.unwrap_or(0.into()), self.until.unwrap_or(1439.into()));
        let any_hour = self.from.is_none() && self.until.is_none();
        let is_wanted =
            |at: Minute| if from <= until { (from..=until).contains(&at) } else { at >= from || at <= until };
        (self.days.is_empty() || self.days.has(day)) && (any_hour || at.is_some_and(is_wanted))
    }
}

/// How a meeting can be visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Way {
    InPerson,
    /// By phone too.
    Online,
}

/// A place, and how far from it a meeting may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Near {
    /// From here.
    pub point: Point,
    /// So many metres at most; `None` is any distance.
    pub metres: Option<u32>,
}

/// Which meetings come first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Those that begin soonest; by appointment last.
    #[default]
    Next,
    /// By weekday and time, from Monday.
    Week,
    /// The nearest; those of which nobody knows where last.
    Distance,
    /// By name.
    Name,
}

/// A meeting that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its place in the list, from 0: names it as long as the list stays the same.
    pub number: u32,
    /// The meeting.
    pub listed: Listed,
    /// Its kinds in words.
    pub kinds: Vec<Title>,
    /// On which weekdays, by my clock.
    pub days: Weekdays,
    /// When it begins next, by my clock, among the times that were wanted.
    pub next: Option<(Day, Minute)>,
    /// How many metres away it is, if there is a place to count from and it can be gone to.
    pub metres: Option<u32>,
}

impl Row {
    /// It as one of the person's own; see [`Listed::meeting`].
    pub fn meeting(&self, today: Day) -> Option<Meeting> {
        self.listed.meeting(today, self.kinds.clone())
    }
}

/// What a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// How many meetings.
    pub meetings: u32,
    /// How many of them do not take place for now.
    pub closed: u32,
    /// How many have no weekday or no time.
    pub by_appointment: u32,
    /// How many can be visited online or by phone.
    pub online: u32,
    /// Of how many it is known where on Earth they are, so that a distance can be told.
    pub placed: u32,
    /// Code, name and how many, for each kind there is; the most frequent first, 100 at most.
    pub kinds: Vec<(Title, Title, u32)>,
    /// The time zones that the list names, 100 at most.
    pub zones: Vec<Zone>,
    /// How many rows of the file were left out.
    pub left_out: u32,
    /// Which ones and why: the first 200.
    pub rows: Vec<LeftOut>,
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Which one: from 1, and in a table the headings are 1.
    pub row: u32,
    /// What it calls itself, if it does.
    pub name: Option<Title>,
    /// Why.
    pub reason: Reason,
}

/// Why a row was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// It is no list of fields.
    NotAMeeting,
    /// It has no name.
    NoName,
    /// It has no slug, which in a table stands under `ID`.
    NoSlug,
    /// Its day is none.
    NoSuchDay,
    /// Its time is none.
    NoSuchTime,
    /// One of its texts is longer than 10,000 characters, or its name than 1,000.
    TooLong,
    /// More than 200 fields, or in a table more cells than headings.
    TooManyFields,
    /// The same meeting stands above it.
    Twice,
    /// The file ends or breaks in the middle of it; what comes after cannot be read either.
    Cut,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::NotAMeeting,
        Self::NoName,
        Self::NoSlug,
        Self::NoSuchDay,
        Self::NoSuchTime,
        Self::TooLong,
        Self::TooManyFields,
        Self::Twice,
        Self::Cut,
    ];
}
