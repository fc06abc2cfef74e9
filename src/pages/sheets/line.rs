//! A line of a plan being written or changed. What is typed survives a reload; each line is one write.

use domain::{
    day::Day,
    draft,
    sheet::{Line, Sheet, SheetKind},
    text::Title,
};
use markup::Signal;

use crate::{
    components::field::Field,
    state::AppState,
    words::{common, errors, number, sheets as words},
};

/// The id of the field of words.
pub(super) const FIELD: &str = "line";

/// The one form of a page.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// Its words.
    pub text: Field,
    /// The day it expires, where a part has one.
    pub until: Field,
    /// Which line is being changed, and its place; `None` is a new one.
    pub changing: Signal<Option<(usize, Line)>>,
}

impl Form {
    /// The form as it was left, and the part it was in.
    pub fn open(state: AppState, kind: SheetKind) -> (Self, Option<u8>) {
        let fields =
            state.more().drafts.get_untracked(draft::of_sheet(kind)).map(|draft| draft.fields).unwrap_or_default();
        let at = |place: usize| fields.get(place).cloned().unwrap_or_default();
        let part = at(0).parse().ok().filter(|part| *part < kind.parts());
        let changing = at(1).parse().ok().and_then(|place: usize| {
            let line = state.more().sheets.get_untracked(kind.id())?.lines.get(place).cloned()?;
            (Some(line.part) == part).then_some((place, line))
        });
        let form = Self {
            text: Field::line(FIELD, words::write(), at(2)),
            until: Field::line("until", words::until(), at(3)).hint(common::optional()).kind("date"),
            changing: Signal::new(changing),
        };
        (form, part)
    }

    /// Keeps what is typed.
    pub fn keep(self, state: AppState, kind: SheetKind, part: u8) {
        let (text, until) = (self.text.value.get_untracked(), self.until.value.get_untracked());
        let place = self.changing.with_untracked(|changing| changing.as_ref().map(|(place, _)| number(*place)));
        let typed = !text.trim().is_empty() || place.is_some();
        let fields =
            if typed { vec![number(usize::from(part)), place.unwrap_or_default(), text, until] } else { Vec::new() };
        state.keep_draft(draft::of_sheet(kind), &fields);
    }

    /// Empties the form and forgets what was typed.
    pub fn clear(self, state: AppState, kind: SheetKind) {
        for field in [self.text, self.until] {
            field.value.set(String::new());
            field.error.set(None);
        }
        if self.changing.with_untracked(Option::is_some) {
            self.changing.set(None);
        }
        state.keep_draft(draft::of_sheet(kind), &[]);
    }

    /// Begins to change a line.
    pub fn change(self, state: AppState, kind: SheetKind, place: usize, line: Line) {
        self.text.value.set(line.text.to_string());
        self.until.value.set(line.until.map(|day| day.to_string()).unwrap_or_default());
        let part = line.part;
        self.changing.set(Some((place, line)));
        self.keep(state, kind, part);
        state.focus(FIELD);
    }

    /// Saves what is typed: a new line, or the one that is being changed.
    pub fn save(self, state: AppState, kind: SheetKind, part: u8) {
        let text = self.text.parse(Title::parse, errors::text);
        let until = self.until.parse(
            |typed| if typed.trim().is_empty() { Ok(None) } else { Day::parse(typed).map(Some) },
            |error| errors::day(error).to_owned(),
        );
        let (Some(text), Some(until)) = (text, until) else { return };
        let line = Line { part, text, until };
        match self.changing.get_untracked() {
            None => {
                if add(state, kind, line) {
                    self.clear(state, kind);
                    state.focus(FIELD);
                }
            }
            Some((place, old)) => {
                let (before, after) = (old.clone(), line.clone());
                let change = move |sheet: Sheet| sheet.changed(place, &before, after.clone());
                if state.change_sheet(kind, change) {
                    self.clear(state, kind);
                    state.notices.say_with_undo(words::changed(), move || {
                        let (now, before) = (line.clone(), old.clone());
                        state.change_sheet(kind, move |sheet| sheet.changed(place, &now, before.clone()));
                    });
                }
            }
        }
    }
}

/// Adds a line, unless the plan is full, and offers to take it back. Says whether it was kept.
pub(super) fn add(state: AppState, kind: SheetKind, line: Line) -> bool {
    let place = state.more().sheets.get_untracked(kind.id()).map_or(0, |sheet| sheet.lines.len());
    if place >= Sheet::LIMIT {
        state.notices.say(words::full(&number(Sheet::LIMIT)));
        return false;
    }
    let added = line.clone();
    let kept = state.change_sheet(kind, move |sheet| sheet.with(added.clone()));
    if kept {
        state.notices.say_with_undo(words::added(), move || {
            let line = line.clone();
            state.change_sheet(kind, move |sheet| sheet.without(place, &line));
        });
    }
    kept
}

/// Removes a line and offers to bring it back to its place.
pub(super) fn remove(state: AppState, kind: SheetKind, place: usize, line: Line) {
    let gone = line.clone();
    if state.change_sheet(kind, move |sheet| sheet.without(place, &gone)) {
        state.notices.say_with_undo(words::removed(), move || {
            let line = line.clone();
            state.change_sheet(kind, move |sheet| sheet.restored(place, line.clone()));
        });
    }
}
