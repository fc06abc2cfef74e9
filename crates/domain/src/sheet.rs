//! Plans for the worst hours, a line at a time: for safety, for an overdose, for early signs.

pub mod asked;
pub mod card;

use serde::{Deserialize, Serialize};

use crate::{day::Day, id::Id, text::Title};

/// A filled-in sheet; one record for each kind of sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its lines, in the order the person gave them; at most [`Sheet::LIMIT`].
    pub lines: Vec<Line>,
    /// The day it was last looked over.
    pub reviewed: Option<Day>,
}

/// One line of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which part it stands in, from 0.
    pub part: u8,
    /// What it says.
    pub text: Title,
    /// The day it expires, such as naloxone.
    pub until: Option<Day>,
}

/// Which sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetKind {
    /// For when life hurts too much. Its parts are the headings of fact 11.05.
    Safety,
    /// For an overdose: where the naloxone is; who knows where it is and how to use it; who is with me or checks on me;
    /// what to do, in order; who to call; what I will not mix.
    Overdose,
    /// Early signs: green signs and what I do, yellow signs and what I do, red signs and what I do.
    Warning,
}

impl SheetKind {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Safety, Self::Overdose, Self::Warning];

    /// The id of its only record.
    pub fn id(self) -> Id<Sheet> {
        Id::fixed(match self {
            Self::Safety => 1,
            Self::Overdose => 2,
            Self::Warning => 3,
        })
    }

    /// The one with this id.
    pub fn of_id(id: Id<Sheet>) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Its place in the address; it does not tell what it is about.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Safety => "safety",
            Self::Overdose => "overdose",
            Self::Warning => "warning-signs",
        }
    }

    /// The one with this place in the address.
    pub fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Whether a part asks for people.
    pub const fn asks_who(self, part: u8) -> bool {
        match self {
            Self::Safety => matches!(part, 2..=4),
            Self::Overdose => matches!(part, 1 | 2 | 4),
            Self::Warning => false,
        }
    }

    /// Whether what stands in a part expires: the naloxone.
    pub const fn expires(self, part: u8) -> bool {
        matches!((self, part), (Self::Overdose, 0))
    }

    /// How many parts it has.
    pub const fn parts(self) -> u8 {
        match self {
            Self::Safety => 7,
            Self::Overdose | Self::Warning => 6,
        }
    }
}

impl Sheet {
    /// How many lines a sheet may have.
    pub const LIMIT: usize = 60;
    /// So many days before it expires a line is spoken of.
    pub const SOON: i32 = 30;

    /// The lines of a part, each with its place among all lines.
    pub fn part(&self, part: u8) -> impl Iterator<Item = (usize, &Line)> {
        self.lines.iter().enumerate().filter(move |(_, line)| line.part == part)
    }

    /// The same with one line more, unless it is full.
    pub fn with(mut self, line: Line) -> Self {
        if self.lines.len() < Self::LIMIT {
            self.lines.push(line);
        }
        self
    }

    /// The same with another line in place of `old`, which stood at `place`; unchanged if it is gone.
    pub fn changed(mut self, place: usize, old: &Line, line: Line) -> Self {
        if let Some(there) = self.place_of(place, old).and_then(|place| self.lines.get_mut(place)) {
            *there = line;
        }
        self
    }

    /// The same without `line`, which stood at `place`.
    pub fn without(mut self, place: usize, line: &Line) -> Self {
        if let Some(place) = self.place_of(place, line) {
            self.lines.remove(place);
        }
        self
    }

    /// The same with `line` back at `place`, after it was removed.
    pub fn restored(mut self, place: usize, line: Line) -> Self {
        if self.lines.len() < Self::LIMIT {
            self.lines.insert(place.min(self.lines.len()), line);
        }
        self
    }

    /// The same with `line`, which stood at `place`, one step up or down in its part.
    pub fn moved(mut self, place: usize, line: &Line, up: bool) -> Self {
        let Some(here) = self.place_of(place, line) else { return self };
        let others: Vec<usize> = self.part(line.part).map(|(place, _)| place).collect();
        let there = if up {
            others.into_iter().rev().find(|place| *place < here)
        } else {
            others.into_iter().find(|place| *place > here)
        };
        if let Some(there) = there {
            self.lines.swap(here, there);
        }
        self
    }

    /// Where a line stands now: another tab may have changed those before it.
    fn place_of(&self, place: usize, line: &Line) -> Option<usize> {
        if self.lines.get(place) == Some(line) {
            return Some(place);
        }
        self.lines.iter().position(|other| other == line)
    }

    /// The days on which a calendar may speak of what expires: [`Sheet::SOON`] days before, and that day; none that is
    /// past, and each once.
    pub fn reminders(&self, today: Day) -> Vec<Day> {
        let untils = self.lines.iter().filter_map(|line| line.until);
        let mut days: Vec<Day> = untils.flat_map(|until| [until.plus(-Self::SOON), until]).collect();
        days.retain(|day| *day >= today);
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The lines that have expired or will within [`Sheet::SOON`] days, by day.
    pub fn expiring(&self, today: Day) -> Vec<(Day, &Line)> {
        let is_soon = |until: &Day| until.since(today) <= Self::SOON;
        let mut found: Vec<_> =
            self.lines.iter().filter_map(|line| Some((line.until.filter(is_soon)?, line))).collect();
        found.sort_by_key(|(until, _)| *until);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(part: u8, until: Option<Day>) -> Line {
        Line { part, text: Title::kept("Something"), until }
    }

    #[test]
    fn every_sheet_has_an_id_of_its_own() {
        assert_eq!(SheetKind::ALL.map(|kind| kind.id().as_u128()), [1, 2, 3]);
        assert!(SheetKind::ALL.into_iter().all(|kind| SheetKind::of_id(kind.id()) == Some(kind)));
        assert_eq!(SheetKind::of_id(Id::fixed(4)), None);
    }

    #[test]
    fn what_expires_is_spoken_of_thirty_days_before_and_ever_after() {
        let today = Day::new(2026, 11, 24).unwrap();
        let untils = [Some(31), Some(30), None, Some(-400), Some(0)];
        let lines = untils.map(|days| line(0, days.map(|days| today.plus(days)))).to_vec();
        let sheet = Sheet { lines, reviewed: None };
        let days: Vec<_> = sheet.expiring(today).iter().map(|(until, _)| until.since(today)).collect();
        assert_eq!(days, [-400, 0, 30]);
    }

    #[test]
    fn a_calendar_speaks_of_the_day_and_of_thirty_days_before_but_of_no_day_that_is_past() {
        let today = Day::new(2026, 11, 24).unwrap();
        let lines =
            [Some(40), Some(40), Some(10), None, Some(-5)].map(|days| line(0, days.map(|days| today.plus(days))));
        let sheet = Sheet { lines: lines.to_vec(), reviewed: None };
        let days: Vec<_> = sheet.reminders(today).iter().map(|day| day.since(today)).collect();
        assert_eq!(days, [10, 40]);
    }

    #[test]
    fn a_line_is_moved_within_its_part_and_found_again_after_others_came() {
        let named = |part, text: &str| Line { part, text: Title::kept(text), until: None };
        let all = [named(0, "a"), named(1, "b"), named(0, "c")];
        let sheet = Sheet { lines: all.to_vec(), reviewed: None };
        let [a, b, c] = &all;
        let texts = |sheet: Sheet| sheet.lines.iter().map(|line| line.text.to_string()).collect::<String>();
        assert_eq!(texts(sheet.clone().moved(2, c, true)), "cba");
        assert_eq!(texts(sheet.clone().moved(0, a, true)), "abc");
        assert_eq!(texts(sheet.clone().moved(0, a, false)), "cba");
        assert_eq!(texts(sheet.clone().moved(1, b, false)), "abc");
        assert_eq!(texts(sheet.clone().without(9, c)), "ab");
        assert_eq!(texts(sheet.clone().changed(9, b, named(1, "x"))), "axc");
        assert_eq!(texts(sheet.clone().changed(1, &named(1, "gone"), named(1, "x"))), "abc");
        assert_eq!(texts(sheet.without(1, b).restored(1, b.clone())), "abc");
    }

    #[test]
    fn every_sheet_has_an_address_of_its_own() {
        assert!(SheetKind::ALL.into_iter().all(|kind| SheetKind::of_slug(kind.slug()) == Some(kind)));
        assert_eq!(SheetKind::of_slug("warning"), None);
    }

    #[test]
    fn lines_stand_in_their_parts_and_a_full_sheet_takes_no_more() {
        let mut sheet = Sheet::default().with(line(1, None)).with(line(0, None)).with(line(1, None));
        assert_eq!(sheet.part(1).map(|(place, _)| place).collect::<Vec<_>>(), [0, 2]);
        for _ in 0..100 {
            sheet = sheet.with(line(3, None));
        }
        assert_eq!(sheet.lines.len(), Sheet::LIMIT);
    }
}
