//! What paper says beside the person's own lines, with the emergency number of their country.

use domain::sheet::{
    SheetKind,
    asked::{Asked, Of, find},
};

use crate::state::{AppState, sheets::emergency_number};

/// The words of one paper.
pub(super) struct Words<'a> {
    /// Of which plan.
    pub kind: SheetKind,
    all: &'a [Asked],
    number: Option<String>,
}

impl<'a> Words<'a> {
    /// What to do in an overdose: title, and that doubt is no reason to wait.
    pub const TITLE: u8 = 0;
    /// What to do, in order.
    pub const STEPS: [u8; 5] = [1, Self::NALOXONE, 3, 4, 5];
    /// The step at which one looks for the naloxone.
    pub const NALOXONE: u8 = 2;
    /// What a break in use does.
    pub const BREAK: u8 = 6;
    /// Whom to call in danger.
    pub const DANGER: u8 = 7;
    const TITLE_OF_SAFETY: u8 = 8;
    const TITLE_OF_SIGNS: u8 = 9;
    /// What stands for the number where there is no one number, and which ones there are.
    pub const ELSEWHERE: u8 = 10;
    /// Before the day it was looked over, and before the day a line is good until.
    pub const DATES: u8 = 11;

    /// The words of `all` for a plan.
    pub fn of(state: AppState, all: &'a [Asked], kind: SheetKind) -> Self {
        Self { kind, all, number: emergency_number(state) }
    }

    /// Whether the person's country has no one number.
    pub fn has_no_number(&self) -> bool {
        self.number.is_none()
    }

    /// What stands on top.
    pub fn title(&self) -> String {
        self.heading(match self.kind {
            SheetKind::Safety => Self::TITLE_OF_SAFETY,
            SheetKind::Overdose => Self::TITLE,
            SheetKind::Warning => Self::TITLE_OF_SIGNS,
        })
    }

    /// The short words at a place.
    pub fn heading(&self, place: u8) -> String {
        self.filled(Of::Paper(place), |asked| &asked.heading)
    }

    /// The longer words at a place.
    pub fn hint(&self, place: u8) -> String {
        self.filled(Of::Paper(place), |asked| &asked.hint)
    }

    /// The heading of a part.
    pub fn part(&self, part: u8) -> String {
        self.filled(Of::Part(self.kind, part), |asked| &asked.heading)
    }

    fn filled(&self, of: Of, pick: fn(&Asked) -> &String) -> String {
        let text = |of| find(self.all, of).map_or("", |asked| pick(asked).as_str());
        let any = find(self.all, Of::Paper(Self::ELSEWHERE)).map_or("", |asked| asked.heading.as_str());
        text(of).replace("{number}", self.number.as_deref().unwrap_or(any))
    }
}
