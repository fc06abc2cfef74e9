//! Unfinished forms: where each lies, what was left in it, and how changes are dropped and come back.

use domain::{
    draft::{self, Draft},
    id::Id,
};
use markup::Signal;

use super::AppState;
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

    /// Drops what was left in a form, and offers it back if it is something else than is `known`. `on_back` is called
    /// when it is wanted again.
    pub fn drop_left(self, slot: &Slot, known: &[String], on_back: impl Fn() + 'static) {
        let is_begun = self.is_begun(slot, known);
        let bring_back = self.take_left(slot);
        if is_begun {
            self.notices.say_with_undo(unfinished::dropped(), move || {
                bring_back();
                on_back();
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
