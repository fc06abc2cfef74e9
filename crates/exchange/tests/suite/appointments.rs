//! Random entries for calendars: every shape of recurrence, zones with and without changes, odd texts.

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::{
    appointment::{Alarm, Appointment, Clocks},
    day::{Day, Minute},
    meeting::Zone,
    recurrence::{Nth, Recurrence, Rule, Weekdays},
    text::{Note, Title},
};

use crate::states::Chance;

/// Beyond this day `chrono_tz` knows no changes.
pub const KNOWN_UNTIL: &str = "2037-12-15";

/// As typed, and what stands in the file as a URL.
pub const LINKS: [(&str, &str); 6] = [
    ("", ""),
    ("https://example.org/j/123?pwd=a,b;c", "https://example.org/j/123?pwd=a,b;c"),
    ("HTTP://example.org/día<1>\"\\", "HTTP://example.org/d%C3%ADa%3C1%3E%22%5C"),
    ("example.org/room", ""),
    ("https://example.org\nATTACH:https://example.net", ""),
    ("https://", ""),
];

const PARTS: [&str; 24] = [
    "Appointment",
    "cita",
    "día",
    "שלום",
    "🌱",
    "👩‍👩‍👧‍👦",
    "e\u{301}",
    "\"",
    "'",
    "\\",
    "\\n",
    "\\,",
    ";",
    ",",
    ":",
    "=",
    "\n",
    "\n\n",
    "\t",
    " ",
    "\u{2028}",
    "\u{a0}",
    "BEGIN:VEVENT",
    "\nEND:VCALENDAR\n",
];
/// Places whose clocks changed by one rule for long, so that whoever reads the name knows them as we do.
const STEADY: [Tz; 9] = [
    Tz::America__New_York,
    Tz::America__Los_Angeles,
    Tz::America__Phoenix,
    Tz::America__Bogota,
    Tz::Europe__Madrid,
    Tz::Europe__London,
    Tz::Asia__Tokyo,
    Tz::Asia__Kolkata,
    Tz::Australia__Sydney,
];

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// How many minutes the clocks of a zone are ahead of UTC.
pub fn offset_in(zone: Tz) -> impl Fn(i64) -> Option<i16> {
    move |minutes| {
        let utc = DateTime::from_timestamp(minutes * 60, 0).unwrap().naive_utc();
        i16::try_from(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc() / 60).ok()
    }
}

/// What is known of a zone for `when`.
pub fn clocks(name: &str, zone: Tz, when: &Recurrence) -> Clocks {
    let known_until = i64::from(day(KNOWN_UNTIL).since(day("1970-01-01"))) * 1440;
    let mut clocks = Clocks::look(Zone::parse(name).unwrap(), when, day("2024-01-01"), &offset_in(zone)).unwrap();
    clocks.changes.retain(|(at, _)| *at <= known_until);
    clocks.until = clocks.until.min(known_until);
    clocks
}

pub fn text(chance: &mut Chance, most: usize) -> String {
    (0..chance.below(most)).map(|_| if chance.flip() { chance.one_of(&PARTS) } else { "word" }).collect()
}

pub fn recurrence(chance: &mut Chance) -> Recurrence {
    let from = day("2021-01-01").plus(chance.small(2800));
    let every = |chance: &mut Chance, most: u64| {
        let most = chance.one_of(&[1, 2, 4, 12, most]);
        chance.number() % (most + 1)
    };
    let rule = match chance.below(12) {
        0 => Rule::Once,
        1..=3 => Rule::Days(every(chance, 400).try_into().unwrap()),
        4..=7 => {
            let on = (0..7).fold(Weekdays::default(), |on, weekday| on.with(weekday, chance.below(3) == 0));
            Rule::Weeks { every: every(chance, 255).try_into().unwrap(), on }
        }
        _ => Rule::Months {
            every: every(chance, 40).try_into().unwrap(),
            nth: chance.one_of(&[Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Fifth, Nth::Last]),
            weekday: chance.small(7),
        },
    };
    let until = (chance.below(3) == 0).then(|| from.plus(chance.small(900)));
    let mut when = Recurrence { from, rule, until, except: Vec::new() };
    for _ in 0..chance.below(4) {
        let any = from.plus(chance.small(200));
        if !when.skip(any) && !when.except.contains(&any) {
            when.except.push(any);
            when.except.sort();
        }
        if let Some(on) = when.next(any) {
            when.skip(on);
        }
    }
    when
}

/// Whose clocks an entry of a test goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Of wherever the person is.
    Here,
    /// Of a zone under its own name.
    Known(Tz),
    /// Of a zone under a name that nobody knows, so that the file alone tells of it.
    Unknown(Tz),
}

impl By {
    pub fn any(chance: &mut Chance) -> Self {
        match chance.below(4) {
            0 => Self::Here,
            1 => Self::Known(chance.one_of(&STEADY)),
            _ => Self::Unknown(chance.one_of(&TZ_VARIANTS)),
        }
    }

    pub fn zone(self) -> Option<Tz> {
        match self {
            Self::Here => None,
            Self::Known(zone) | Self::Unknown(zone) => Some(zone),
        }
    }
}

/// An entry by these clocks. `case` keeps names apart that nobody knows.
pub fn appointment(chance: &mut Chance, by: By, case: usize) -> (Appointment, &'static str) {
    let when = recurrence(chance);
    let clocks = match by {
        By::Here => None,
        By::Known(zone) => Some(clocks(zone.name(), zone, &when)),
        By::Unknown(zone) => Some(clocks(&format!("Test/{case}/{}", zone.name()), zone, &when)),
    };
    let (link, url) = chance.one_of(&LINKS);
    let note = |chance: &mut Chance, most| Note::parse(&text(chance, most)).unwrap_or_default();
    let at = (chance.below(8) > 0).then(|| Minute::from(chance.one_of(&[0, 30, 90, 120, 150, 1410, 1439, 1110])));
    let appointment = Appointment {
        uid: u128::from(chance.number()) << 64 | u128::from(chance.number()),
        edition: chance.small(65_536),
        title: Title::parse(&text(chance, 12)).unwrap_or_else(|_| Title::kept("Cita")),
        description: note(chance, 60),
        location: note(chance, 8),
        link: Note::kept(link),
        when,
        at,
        minutes: chance.one_of(&[1, 45, 60, 90, 1440, 65_535]),
        clocks,
        alarm: chance.maybe(|chance| Alarm {
            before: chance.one_of(&[0, 1, 15, 60, 90, 1440, 65_535]),
            text: Title::parse(&text(chance, 5)).unwrap_or_else(|_| Title::kept("Reminder")),
        }),
        cancelled: chance.below(12) == 0,
    };
    (appointment, url)
}
