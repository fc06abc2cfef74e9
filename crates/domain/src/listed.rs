//! A meeting in a list that others publish, and how it becomes one of the person's own.

use serde::{Deserialize, Serialize};

use crate::{
    day::{Day, Minute},
    meeting::{Fellowship, Held, Meeting, Since, Zone},
    recurrence::{Recurrence, Rule, Weekdays},
    search,
    text::{Note, Title},
};

mod asked;
mod point;

pub use asked::{Filter, LeftOut, Near, Order, Reason, Row, Summary, Way};
pub use point::Point;

/// A meeting as its list has it. A text that is missing is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Names it in its list, and in a newer one.
    pub slug: Title,
    /// What it is called: never empty.
    pub name: Note,
    /// On which weekdays; none is by appointment.
    pub days: Weekdays,
    /// When it begins, on the wall clock of its zone.
    pub at: Option<Minute>,
    /// When it ends; the list may leave it out.
    pub end: Option<Minute>,
    /// Whose wall clock; `None` is that of the place.
    pub zone: Option<Zone>,
    /// Where it is held.
    pub held: Held,
    /// Whether it does not take place for now.
    pub closed: bool,
    /// Where on Earth.
    pub point: Option<Point>,
    /// Whether the point and the address say only about where.
    pub approximate: bool,
    /// The name of the place.
    pub location: Note,
    /// The address in one line.
    pub address: Note,
    /// The region, from broad to narrow, with ` > ` between.
    pub region: Note,
    /// How to find the room.
    pub location_note: Note,
    /// Where it is online.
    pub link: Note,
    /// How to get in there.
    pub link_note: Note,
    /// The number to call in.
    pub phone: Note,
    /// How to get in by phone.
    pub phone_note: Note,
    /// What kind it is: codes of the format, or words that the list made up.
    pub kinds: Vec<Title>,
    /// What else there is to know.
    pub note: Note,
    /// The group that holds it.
    pub group: Note,
    /// What there is to know of the group.
    pub group_note: Note,
    /// Its page.
    pub url: Note,
    /// Who publishes it.
    pub publisher: Note,
    /// Every other field of the file by its name there, and those that could not be understood.
    pub more: Vec<(Title, Note)>,
}

const DAY: i32 = 24 * 60;
const WEEK: i32 = 7 * DAY;

impl Listed {
    /// Its weekdays (0 is Monday) and times on a wall clock that is `ahead` minutes ahead of its own.
    pub fn times(&self, ahead: i16) -> impl Iterator<Item = (u8, Option<Minute>)> {
        let (at, ahead) = (self.at, i32::from(ahead));
        self.days.iter().map(move |day| match at {
            None => (day, None),
            Some(at) => {
                let minute = (i32::from(day) * DAY + i32::from(u16::from(at)) + ahead).rem_euclid(WEEK);
                let day = u8::try_from(minute / DAY).unwrap_or(day);
                (day, u16::try_from(minute % DAY).ok().map(Minute::from))
            }
        })
    }

    /// When it begins next on a wall clock that shows `now` and is `ahead` minutes ahead of its own.
    pub fn next(&self, now: (Day, Minute), ahead: i16) -> Option<(Day, Minute)> {
        self.next_of(&Filter::default(), now, ahead)
    }

    /// The same among the times that are wanted.
    pub fn next_of(&self, filter: &Filter, now: (Day, Minute), ahead: i16) -> Option<(Day, Minute)> {
        let weekday = i32::from(Weekdays::of(now.0).iter().next()?);
        let minute = i32::from(u16::from(now.1));
        let wait = |(day, at): (u8, Option<Minute>)| {
            Some((i32::from(day) * DAY + i32::from(u16::from(at?)) - weekday * DAY - minute).rem_euclid(WEEK))
        };
        let then = minute + self.times(ahead).filter(|time| filter.wants(*time)).filter_map(wait).min()?;
        Some((now.0.checked_plus(then / DAY)?, Minute::from(u16::try_from(then % DAY).ok()?)))
    }

    /// How long it lasts, in minutes: an hour unless the list says it.
    pub fn minutes(&self) -> u16 {
        let length = |from: Minute, to: Minute| (DAY + i32::from(u16::from(to)) - i32::from(u16::from(from))) % DAY;
        let known = self.at.zip(self.end).map(|(at, end)| length(at, end));
        known.and_then(|minutes| u16::try_from(minutes).ok()).filter(|minutes| *minutes > 0).unwrap_or(60)
    }

    /// It as one of the person's own, weekly from `today` on; `kinds` are its kinds in words. `None` for one without a
    /// weekday or a time: when that is, the person must ask.
    pub fn meeting(&self, today: Day, kinds: Vec<Title>) -> Option<Meeting> {
        let at = self.at.filter(|_| !self.days.is_empty())?;
        let (name, whole) = short(&self.name)?;
        let phone = Title::parse_optional(&self.phone).ok();
        let unheld = if phone.is_none() { &*self.phone } else { "" };
        let note = [whole, &self.link_note, unheld, &self.phone_note, &self.note, &self.group, &self.group_note];
        Some(Meeting {
            name,
            fellowship: self.fellowship(),
            held: self.held,
            place: lines(&[&self.location, &self.address, &self.location_note]),
            link: self.link.clone(),
            phone: phone.flatten(),
            when: Recurrence {
                from: today,
                rule: Rule::Weeks { every: 1, on: self.days },
                until: None,
                except: Vec::new(),
            },
            at,
            minutes: self.minutes(),
            zone: self.zone.clone(),
            kinds,
            commitments: Vec::new(),
            note: lines(&note),
            going: false,
            was_told: false,
            since: Since::Always,
            edition: 1,
            source: Some(self.slug.clone()),
            ended: None,
        })
    }

    /// Whose meeting it is, if the list names one of those known.
    pub fn fellowship(&self) -> Fellowship {
        const NAMES: [(&str, Fellowship); 16] = [
            ("medication assisted recovery", Fellowship::MedicationAssistedRecoveryAnonymous),
            ("narcotics anonymous", Fellowship::NarcoticsAnonymous),
            ("narcoticos anonimos", Fellowship::NarcoticsAnonymous),
            ("alcoholics anonymous", Fellowship::AlcoholicsAnonymous),
            ("alcoholicos anonimos", Fellowship::AlcoholicsAnonymous),
            ("smart recovery", Fellowship::SmartRecovery),
            ("recovery dharma", Fellowship::RecoveryDharma),
            ("lifering", Fellowship::LifeRing),
            ("women for sobriety", Fellowship::WomenForSobriety),
            ("celebrate recovery", Fellowship::CelebrateRecovery),
            ("heroin anonymous", Fellowship::HeroinAnonymous),
            ("pills anonymous", Fellowship::PillsAnonymous),
            ("nar-anon", Fellowship::NarAnon),
            ("al-anon", Fellowship::AlAnon),
            ("in the rooms", Fellowship::InTheRooms),
            ("the phoenix", Fellowship::ThePhoenix),
        ];
        let text = search::fold(&[&*self.publisher, &self.group, &self.name].join("\n"));
        let named = |name: &str| search::holds(&text, std::slice::from_ref(&name.to_owned()));
        NAMES.into_iter().find(|(name, _)| named(name)).map_or(Fellowship::Other, |(_, fellowship)| fellowship)
    }
}

/// A title of a name that may be longer, and the whole name if it is.
fn short(name: &Note) -> Option<(Title, &str)> {
    match Title::parse(name) {
        Ok(title) => Some((title, "")),
        Err(_) => {
            let start: String = name.chars().take(Title::LIMIT - 1).chain(['…']).collect();
            Some((Title::parse(&start).ok()?, name))
        }
    }
}

/// What there is of `parts`, one below the other, as far as a note goes.
fn lines(parts: &[&str]) -> Note {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        text.push_str(if text.is_empty() { "" } else { "\n" });
        text.push_str(part);
    }
    Note::parse(&text.chars().take(Note::LIMIT).collect::<String>()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
