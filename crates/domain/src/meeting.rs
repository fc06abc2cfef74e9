//! A place to be: meetings, when they are, and how it was to be there.

use serde::{Deserialize, Serialize};

use crate::{
    chat::host_of,
    check_in::Mood,
    day::{Day, Minute},
    dial,
    draft::turned,
    id::Id,
    recurrence::Recurrence,
    text::{Note, Title},
};

/// A meeting the person goes to or may go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// What the person calls it.
    pub name: Title,
    /// Whose meeting it is.
    pub fellowship: Fellowship,
    /// Where it is held.
    pub held: Held,
    /// Address, room, how to find it. May be empty.
    pub place: Note,
    /// Where it is online, as it was typed. May be empty; it may be longer than a title.
    pub link: Note,
    /// The number to call in, as it was typed.
    pub phone: Option<Title>,
    /// On which days, in its own zone.
    pub when: Recurrence,
    /// When it begins, on the wall clock of its zone.
    pub at: Minute,
    /// How long it lasts, in minutes: 1 to 1440.
    pub minutes: u16,
    /// Whose wall clock; `None` is wherever the person is.
    pub zone: Option<Zone>,
    /// Speaker, discussion, for newcomers: words that say what kind it is.
    pub kinds: Vec<Title>,
    /// What the person does there: chair, coffee, greeter.
    pub commitments: Vec<Title>,
    /// What the person wants to remember.
    pub note: Note,
    /// Whether the person has decided to go each time.
    pub going: bool,
    /// Whether a calendar file held it, so that it may stand in a calendar.
    pub was_told: bool,
    /// Since when it is what it is now: whose, how, where and of what kind.
    pub since: Since,
    /// How often it was changed: calendars replace an entry by one with a higher number.
    pub edition: u16,
    /// The slug it had in the list it came from.
    pub source: Option<Title>,
    /// Whether it is no longer the person's; what was attended stays.
    pub ended: Option<Day>,
}

impl Meeting {
    /// The longest it may last, in minutes.
    pub const LONGEST: u16 = 1440;
    /// How many kinds and how many commitments one may have.
    pub const MOST: usize = 12;

    /// The same after `change`. If something is different then, it is the next edition. That a calendar was told of it is
    /// never forgotten.
    pub fn revised(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = self.clone();
        change(&mut changed);
        changed.was_told |= self.was_told;
        changed.edition = self.edition;
        if changed != *self {
            changed.edition = self.edition.saturating_add(1);
        }
        changed
    }

    /// The same with what was typed of it `today`: from where it came and whether it is over stay.
    pub fn rewritten(&self, typed: Self, today: Day) -> Self {
        let is_alike = self.is_like(&typed);
        let since = if is_alike { self.since } else { Since::Day(today) };
        self.revised(|now| {
            *now = Self { source: self.source.clone(), ended: self.ended, since, ..typed };
        })
    }

    /// The same with what made `before` into `after` undone: whether the person goes, days left out and the end. What was
    /// changed since stays.
    pub fn undone(&self, after: &Self, before: &Self) -> Self {
        self.revised(|now| {
            now.going = turned(self.going, &after.going, before.going);
            now.ended = turned(self.ended, &after.ended, before.ended);
            now.when.until = turned(self.when.until, &after.when.until, before.when.until);
            now.when.except = turned(self.when.except.clone(), &after.when.except, before.when.except.clone());
        })
    }

    /// Whether a sheet to be signed says the same of both, but for when they are.
    fn is_like(&self, other: &Self) -> bool {
        let place = |one: &Self| one.has_room().then(|| one.place.clone());
        // As one line: whoever types them divides them at commas.
        let kinds = |one: &Self| one.kinds.iter().map(|kind| kind.to_string()).collect::<Vec<_>>().join(", ");
        (self.fellowship, self.held, place(self), kinds(self))
            == (other.fellowship, other.held, place(other), kinds(other))
    }

    /// The same as something that was: `today` is the last day it can happen on.
    pub fn over(&self, today: Day) -> Self {
        self.revised(|meeting| {
            meeting.ended = Some(today);
        })
    }

    /// On which days it happens for the person: on none after it was over.
    pub fn days(&self) -> Recurrence {
        let mut when = self.when.clone();
        if let Some(ended) = self.ended {
            when.end(ended);
        }
        when
    }

    /// Whether it was changed since it was written down or added. One from a list begins with edition 1.
    fn is_changed(&self) -> bool {
        self.edition > u16::from(self.source.is_some())
    }

    /// Whether whose it is, how, where and of what kind was on a day as it is now. `written` is the day of the last
    /// change of any kind. Of the day of the change nobody knows: it may have been before or after.
    pub fn was_so(&self, on: Day, written: Day) -> bool {
        match self.dated(written).since {
            Since::Always => true,
            Since::Day(since) => since < on,
            Since::LastChange => false,
        }
    }

    /// The same before it is changed for another time: the day of the last change, `written`, would be forgotten then.
    pub fn dated(&self, written: Day) -> Self {
        let since = if self.since == Since::LastChange { Since::Day(written) } else { self.since };
        Self { since, ..self.clone() }
    }

    /// Whether calendars are told of it: the person goes there; or it may stand in a calendar.
    pub fn is_told(&self) -> bool {
        self.going || self.was_told
    }

    /// The same as a release wrote it that knew neither [`Meeting::was_told`] nor [`Meeting::since`]: as much as its
    /// edition tells.
    pub fn from_edition(self) -> Self {
        let is_changed = self.is_changed();
        let since = if is_changed { Since::LastChange } else { Since::Always };
        Self { was_told: is_changed, since, ..self }
    }

    /// The same as something that is again. A last day of its own stays; one that says no more than when it was over,
    /// as earlier versions wrote it, goes.
    pub fn taken_up(&self) -> Self {
        self.revised(|meeting| {
            if meeting.when.until == meeting.ended {
                meeting.when.until = None;
            }
            meeting.ended = None;
        })
    }

    /// Whether one can be in a room.
    pub fn has_room(&self) -> bool {
        matches!(self.held, Held::InPerson | Held::Both)
    }

    /// Whether one can be there by a link.
    pub fn has_link(&self) -> bool {
        matches!(self.held, Held::Online | Held::Both)
    }

    /// Where it is online, if that is an address a browser may open.
    pub fn address(&self) -> Option<String> {
        if self.has_link() { web_address(&self.link) } else { None }
    }

    /// What to dial to be there, if one can.
    pub fn dial(&self) -> Option<String> {
        if self.held == Held::InPerson { None } else { dial::dial(self.phone.as_deref()?) }
    }
}

/// The address of a page that is safe to open: only `https`, with a host, without blanks. Without `https://` before it
/// an address is taken to have been meant so.
pub fn web_address(typed: &str) -> Option<String> {
    const LONGEST: usize = 2000;
    let typed = typed.trim();
    let unfit =
        |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '<' | '>' | '"' | '\\');
    if typed.is_empty() || typed.len() > LONGEST || typed.contains(unfit) {
        return None;
    }
    let rest = match typed.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => rest,
        Some((scheme, _)) if scheme.bytes().all(|byte| byte.is_ascii_alphabetic()) => return None,
        _ => typed,
    };
    let host = host_of(rest);
    let (host, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_host = host.contains('.')
        && !host.starts_with('.')
        && !host.contains("..")
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && host.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'));
    is_host.then(|| format!("https://{rest}"))
}

/// The name of a time zone as IANA spells it, such as `America/New_York`. Whether there is one is for the browser to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone(String);

impl Zone {
    /// Letters, digits, `_`, `+`, `-` and `/`: 1 to 64 of them.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_name = |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'_' | b'+' | b'-' | b'/');
        ((1..=64).contains(&text.len()) && text.bytes().all(is_name)).then(|| Self(text.to_owned()))
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Its place as people read it, the nearest first, and the part of the world, if the name tells one:
    /// `America/Argentina/Buenos_Aires` is "Buenos Aires, Argentina" in `America`.
    pub fn place(&self) -> (String, Option<&str>) {
        let (part, place) = match self.0.split_once('/') {
            Some((part, place)) => (Some(part), place),
            None => (None, &*self.0),
        };
        let place: Vec<&str> = place.split('/').rev().collect();
        (place.join(", ").replace('_', " "), part)
    }
}

/// Whose meeting it is (facts, section 7, "What each is"). All are treated alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Fellowship {
    NarcoticsAnonymous,
    AlcoholicsAnonymous,
    SmartRecovery,
    MedicationAssistedRecoveryAnonymous,
    RecoveryDharma,
    LifeRing,
    WomenForSobriety,
    CelebrateRecovery,
    HeroinAnonymous,
    PillsAnonymous,
    InTheRooms,
    ThePhoenix,
    NarAnon,
    AlAnon,
    /// A group of a clinic, a programme or friends, or one that is not named here.
    Other,
}

impl Fellowship {
    /// In the order of the fact base, which is no ranking.
    pub const ALL: [Self; 15] = [
        Self::NarcoticsAnonymous,
        Self::AlcoholicsAnonymous,
        Self::SmartRecovery,
        Self::MedicationAssistedRecoveryAnonymous,
        Self::RecoveryDharma,
        Self::LifeRing,
        Self::WomenForSobriety,
        Self::CelebrateRecovery,
        Self::HeroinAnonymous,
        Self::PillsAnonymous,
        Self::InTheRooms,
        Self::ThePhoenix,
        Self::NarAnon,
        Self::AlAnon,
        Self::Other,
    ];
}

/// Since when a meeting is what it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Since {
    /// It was never anything else.
    Always,
    /// It was something else before that day.
    Day(Day),
    /// Nobody knows: it is as it was when it was last changed, by a release that did not note what was changed.
    LastChange,
}

/// Where a meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Held {
    InPerson,
    Online,
    ByPhone,
    /// In a room and online at once.
    Both,
}

impl Held {
    /// In the order they are offered.
    pub const ALL: [Self; 4] = [Self::InPerson, Self::Online, Self::ByPhone, Self::Both];
}

/// One meeting on one day: whether the person was there, and how it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The meeting, if it is one of the person's own; a meeting visited once has none.
    pub meeting: Option<Id<Meeting>>,
    /// What it was called then.
    pub name: Title,
    /// The day, where the person was.
    pub on: Day,
    /// When it began, where the person was.
    pub at: Option<Minute>,
    /// Whether they were there.
    pub presence: Presence,
    /// Mood before.
    pub before: Option<Mood>,
    /// Mood after.
    pub after: Option<Mood>,
    /// What they take away, or why they were not there.
    pub takeaway: Note,
    /// Whom they met.
    pub met: Note,
}

impl Attendance {
    /// The same, with what was said `before` of that day where nothing is said now.
    pub fn over(self, before: &Self) -> Self {
        let or = |now: Note, then: &Note| if now.is_empty() { then.clone() } else { now };
        Self {
            at: self.at.or(before.at),
            before: self.before.or(before.before),
            after: self.after.or(before.after),
            takeaway: or(self.takeaway, &before.takeaway),
            met: or(self.met, &before.met),
            ..self
        }
    }
}

/// Whether the person was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Presence {
    Went,
    CameLate,
    WentOnline,
    Missed,
}

impl Presence {
    /// In the order they are offered.
    pub const ALL: [Self; 4] = [Self::Went, Self::CameLate, Self::WentOnline, Self::Missed];

    /// Whether they were there, late or online too.
    pub fn is_there(self) -> bool {
        self != Self::Missed
    }
}

/// So many meetings in so many days, from a day on: a calm view, no streak. One record, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// How many meetings: 1 to 1000.
    pub meetings: u16,
    /// In how many days: 1 to 1000.
    pub days: u16,
    /// The first of the days.
    pub from: Day,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_that_is_safe_to_open_is_one() {
        let cases = [
            ("https://zoom.example/j/123?pwd=a#b", Some("https://zoom.example/j/123?pwd=a#b")),
            (" HTTPS://zoom.example ", Some("https://zoom.example")),
            ("zoom.example/j/123", Some("https://zoom.example/j/123")),
            ("zoom.example:8443/j", Some("https://zoom.example:8443/j")),
            ("zoom.example:port/j", None),
            ("http://zoom.example/j/123", None),
            ("javascript://zoom.example/%0aalert(1)", None),
            ("javascript:alert(1)", None),
            ("data:text/html,x.y", None),
            ("https://user@zoom.example", None),
            ("https://a b.example", None),
            ("https://", None),
            ("https://.example", None),
            ("ask Sam", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(web_address(typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn a_zone_is_read_from_its_city_on() {
        let read = |name: &str| Zone::parse(name).map(|zone| (zone.place().0, zone.place().1.map(str::to_owned)));
        let is = |place: &str, part: Option<&str>| Some((place.to_owned(), part.map(str::to_owned)));
        assert_eq!(read("America/New_York"), is("New York", Some("America")));
        assert_eq!(read("America/Argentina/Buenos_Aires"), is("Buenos Aires, Argentina", Some("America")));
        assert_eq!(read("America/Port-au-Prince"), is("Port-au-Prince", Some("America")));
        assert_eq!(read("UTC"), is("UTC", None));
    }
}
