//! Standing still and going on while the device reads aloud, and ending when the page is left.

use std::cell::Cell;

use web_sys::{SpeechSynthesis, window};

use crate::platform::{events, speech};

/// Stands still in the middle of a word.
pub fn pause() {
    if let Some(speech) = synthesis() {
        speech.pause();
    }
}

/// Goes on where it stood still.
pub fn go_on() {
    if let Some(speech) = synthesis() {
        speech.resume();
    }
}

/// Whether something is being said, or stands still in the middle of it.
pub fn is_at_it() -> bool {
    synthesis().is_some_and(|speech| speech.speaking() || speech.pending())
}

/// From now on what is said ends when the page is left or hidden by Hide: a browser may go on otherwise.
pub fn end_with_page() {
    thread_local! {
        static HEARD: Cell<bool> = const { Cell::new(false) };
    }
    if !HEARD.replace(true) {
        events::on_window("pagehide", |_| speech::stop());
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    window()?.speech_synthesis().ok().filter(|speech| speech.is_truthy())
}
