//! Unfinished forms: where each lies, what was left in it, and how changes are dropped and come back.

use domain::{
    draft::{self, ATTENDANCE, Draft, VISIT},
    id::Id,
    meeting::{Attendance, Meeting},
};
use markup::Signal;

use storage::kept::Kept;

use super::{AppState, shelf::Shelf};
use crate::{route::Route, words::unfinished};

/// Where the unfinished form of one record lies.
#[derive(Debug, Clone)]
pub struct Slot {
    own: Id<Draft>,
    /// Where earlier releases kept the forms of all such records, and what the first field of this one says.
    old: Option<(Id<Draft>, String)>,
}

impl Slot {
    /// A place of its own.
    pub fn at(own: Id<Draft>) -> Self {
        Self { own, old: None }
    }

    /// That of a record being changed.
    pub fn of<T>(id: Id<T>) -> Self {
        Self::at(draft::of(id))
    }

    /// Earlier releases kept it at `old`, with `which` it is of in its first field.
    pub fn once_at(self, old: Id<Draft>, which: &impl ToString) -> Self {
        Self { old: Some((old, which.to_string())), ..self }
    }
}

/// What a form about one meeting on one day is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A meeting visited once, which is none of mine.
    Once,
    /// One of mine, on a day to be chosen.
    Mine(Id<Meeting>),
    /// What was said before.
    Known(Id<Attendance>),
}

/// Where the form about one meeting on one day lies.
pub fn of_attendance(about: Said) -> Slot {
    let (own, which) = match about {
        Said::Once => (VISIT, "once".to_owned()),
        Said::Mine(id) => (draft::attendance_at(id), format!("mine {id}")),
        Said::Known(id) => (draft::of(id), format!("known {id}")),
    };
    Slot::at(own).once_at(ATTENDANCE, &which)
}

impl AppState {
    /// What was left in a form.
    pub fn left(self, slot: &Slot) -> Option<Vec<String>> {
        let fields = |at| self.more().drafts.get_untracked(at).map(|draft| draft.fields);
        fields(slot.own).or_else(|| {
            let (old, which) = slot.old.as_ref()?;
            fields(*old).filter(|fields| fields.first() == Some(which))
        })
    }

    /// Whether something else was left in a form than is `known`.
    pub fn is_begun(self, slot: &Slot, known: &[String]) -> bool {
        self.left(slot).is_some_and(|left| left != known)
    }

    /// Keeps what stands in a form.
    pub fn keep_left(self, slot: &Slot, fields: &[String]) {
        self.keep_draft(slot.own, fields);
    }

    /// Forgets what was left in a form.
    pub fn forget_left(self, slot: &Slot) {
        self.keep_draft(slot.own, &[]);
        if let (Some((old, _)), Some(_)) = (&slot.old, self.left(slot)) {
            self.keep_draft(*old, &[]);
        }
    }

    /// Takes away what was left in a form. The answer brings it back, unless something was begun there since.
    pub fn take_left(self, slot: &Slot) -> impl Fn() + use<> + 'static {
        let (own, left) = (slot.own, self.left(slot).unwrap_or_default());
        self.forget_left(slot);
        move || {
            if self.more().drafts.get_untracked(own).is_none() {
                self.keep_draft(own, &left);
            }
        }
    }

    /// Drops what was left in the form of a record, and offers it back if it is something else than is `known`. `on_back`
    /// is called when it is wanted again, unless the record was changed since, or its form begun anew.
    pub fn drop_left<T: Kept>(
        self,
        slot: &Slot,
        (kind, id): (Shelf<T>, Id<T>),
        known: &[String],
        on_back: impl Fn() + 'static,
    ) {
        let (is_begun, own) = (self.is_begun(slot, known), slot.own);
        let bring_back = self.take_left(slot);
        let seen = kind.seen(id);
        if is_begun {
            self.notices.say_with_undo(unfinished::dropped(), move || {
                if kind.seen(id) == seen && self.more().drafts.get_untracked(own).is_none() {
                    bring_back();
                    on_back();
                }
            });
        }
    }

    /// Turns a page to another of its faces again, or opens it at `route` if it was left.
    pub fn turn_again<T: 'static>(self, route: Route, face: Signal<T>, to: T) {
        if face.is_there() {
            self.turn(face, to);
        } else {
            self.open_page(route);
        }
    }
}
