//! One line at the foot of the page that says what happened, with a way to undo it.

use leptos::prelude::*;
use markup::{Act, Signal, act};

use crate::platform::events;

/// How long a notice stays, in milliseconds: long enough to read and to undo.
const STAYS: i32 = 10_000;

/// What happened.
#[derive(Clone)]
pub struct Notice {
    /// In words.
    pub text: String,
    /// How to take it back.
    pub undo: Option<Act<()>>,
    number: usize,
}

/// The notice now shown.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: Signal<Option<Notice>>,
    count: StoredValue<usize>,
}

impl Default for Notices {
    fn default() -> Self {
        Self { shown: Signal::new(None), count: StoredValue::new(0) }
    }
}

impl Notices {
    /// Says what happened.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), None);
    }

    /// Says what happened and offers to take it back.
    pub fn say_with_undo(self, text: impl Into<String>, undo: impl Fn() + 'static) {
        self.show(text.into(), Some(act(move |()| undo())));
    }

    fn show(self, text: String, undo: Option<Act<()>>) {
        let number = self.count.get_value() + 1;
        self.count.set_value(number);
        self.shown.set(Some(Notice { text, undo, number }));
        events::after(STAYS, move || {
            if self.shown.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.number == number)) {
                self.dismiss();
            }
        });
    }

    /// Takes the notice away.
    pub fn dismiss(self) {
        self.shown.set(None);
    }

    /// On a change of page: a notice without undo belongs to the page left, one with undo stays its time.
    pub fn settle(self) {
        if self.shown.with_untracked(|shown| {
            shown.as_ref().is_some_and(|shown| shown.undo.is_none() && shown.number < self.count.get_value())
        }) {
            self.dismiss();
        }
    }

    /// The notice now shown; tracked.
    pub fn shown(self) -> Option<Notice> {
        self.shown.get()
    }
}
