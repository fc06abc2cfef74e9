//! Reading aloud by the device's own voice: begun, paused and ended by the person, and ended with the page.

use domain::settings::Language;
use leptos::prelude::on_cleanup;
use markup::{Signal, follow};

use super::AppState;
use crate::platform::{events, speech};

/// After so many milliseconds it is looked again whether the device has a voice, or has said all of it.
const LOOK: i32 = 500;
/// So often it is looked for a voice.
const TIMES: u8 = 6;

/// What the voice does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// There is none in the language of the app.
    None,
    /// It says nothing.
    Silent,
    /// It reads.
    Reads,
    /// It stands still.
    Paused,
}

/// The voice of one page.
#[derive(Clone, Copy)]
pub struct Aloud {
    language: Language,
    voice: Signal<Voice>,
}

impl Aloud {
    /// A voice that says nothing yet, and no more once the page is left or covered.
    pub fn of_page(state: AppState) -> Self {
        let aloud = Self { language: state.language.get_untracked(), voice: Signal::new(Voice::None) };
        aloud.look_for_voice(TIMES);
        follow(Box::new(move || {
            if state.curtain.get() {
                aloud.stop();
            }
        }));
        on_cleanup(speech::stop);
        aloud
    }

    /// What it does now; tracked.
    pub fn voice(self) -> Voice {
        self.voice.get()
    }

    /// Reads `text` from its beginning.
    pub fn read(self, text: &str) {
        // A voice that stands still stays so for whatever comes next.
        speech::go_on();
        speech::speak(text, self.language);
        self.voice.set(Voice::Reads);
        self.until_said();
    }

    /// Stands still.
    pub fn pause(self) {
        speech::pause();
        self.voice.set(Voice::Paused);
    }

    /// Goes on.
    pub fn go_on(self) {
        speech::go_on();
        self.voice.set(Voice::Reads);
        self.until_said();
    }

    /// Says no more.
    pub fn stop(self) {
        if matches!(self.voice.get_untracked(), Voice::Reads | Voice::Paused) {
            speech::stop();
            self.voice.set(Voice::Silent);
        }
    }

    fn look_for_voice(self, times: u8) {
        if speech::can_speak(self.language) {
            self.voice.try_set(Voice::Silent);
        } else if times > 0 && self.voice.is_there() {
            events::after(LOOK, move || self.look_for_voice(times - 1));
        }
    }

    fn until_said(self) {
        events::after(LOOK, move || {
            if self.voice.is_there() && self.voice.get_untracked() == Voice::Reads {
                if speech::is_at_it() { self.until_said() } else { self.voice.set(Voice::Silent) }
            }
        });
    }
}
