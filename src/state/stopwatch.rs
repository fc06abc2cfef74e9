//! A clock that counts up while something is said aloud. It neither rings nor hurries.

use leptos::prelude::*;
use markup::Signal;

use crate::platform::{clock, events};

/// The clock of one page; it stops with the page.
#[derive(Clone, Copy)]
pub struct Stopwatch {
    seconds: Signal<usize>,
    running: Signal<bool>,
    /// Milliseconds that had passed when it last began to run.
    before: StoredValue<i64>,
    /// When it last began to run.
    since: StoredValue<i64>,
    /// How often it began to run, so that an earlier run ticks no more.
    run: StoredValue<u32>,
}

impl Default for Stopwatch {
    fn default() -> Self {
        Self {
            seconds: Signal::new(0),
            running: Signal::new(false),
            before: StoredValue::new(0),
            since: StoredValue::new(0),
            run: StoredValue::new(0),
        }
    }
}

impl Stopwatch {
    /// Whole seconds that have passed while it ran; tracked.
    pub fn seconds(self) -> usize {
        self.seconds.get()
    }

    /// Whether it runs; tracked.
    pub fn is_running(self) -> bool {
        self.running.get()
    }

    /// Runs on from where it stands.
    pub fn start(self) {
        if self.running.get_untracked() {
            return;
        }
        self.since.set_value(clock::now().millis);
        let run = self.run.get_value().wrapping_add(1);
        self.run.set_value(run);
        self.running.set(true);
        self.tick(run);
    }

    /// Stands still.
    pub fn pause(self) {
        if self.running.get_untracked() {
            self.before.set_value(self.passed());
            self.running.set(false);
            self.show();
        }
    }

    /// Goes back to nothing and stands still.
    pub fn again(self) {
        self.running.set(false);
        self.before.set_value(0);
        self.seconds.set(0);
    }

    /// A device's clock may be set back meanwhile; what has passed never is.
    fn passed(self) -> i64 {
        let now = if self.running.get_untracked() { clock::now().millis - self.since.get_value() } else { 0 };
        self.before.get_value() + now.max(0)
    }

    fn show(self) {
        let seconds = usize::try_from(self.passed() / 1_000).unwrap_or(0);
        if self.seconds.get_untracked() != seconds {
            self.seconds.set(seconds);
        }
    }

    fn tick(self, run: u32) {
        if !self.running.is_there() || !self.running.get_untracked() || self.run.get_value() != run {
            return;
        }
        self.show();
        let rest = i32::try_from(1_000 - self.passed() % 1_000).unwrap_or(1_000);
        events::after(rest, move || self.tick(run));
    }
}
