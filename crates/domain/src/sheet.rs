//! Plans for the worst hours, a line at a time: for safety, for an overdose, for early signs.

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
    fn lines_stand_in_their_parts_and_a_full_sheet_takes_no_more() {
        let mut sheet = Sheet::default().with(line(1, None)).with(line(0, None)).with(line(1, None));
        assert_eq!(sheet.part(1).map(|(place, _)| place).collect::<Vec<_>>(), [0, 2]);
        for _ in 0..100 {
            sheet = sheet.with(line(3, None));
        }
        assert_eq!(sheet.lines.len(), Sheet::LIMIT);
    }
}
