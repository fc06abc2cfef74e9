//! The device's own voices. A voice that would send the words to somebody is never used.

use std::cell::Cell;

use domain::settings::Language;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice, window};

use crate::platform::{events, page};

/// A little slower than a voice speaks by itself.
const PACE: f32 = 0.9;

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this device has a voice of its own for `language`.
pub fn can_speak(language: Language) -> bool {
    voice(language).is_some()
}

/// Calls `heard` when the voices of this device become known: some browsers find them only after a while.
pub fn on_voices(heard: impl FnMut() + 'static) {
    if let Some(speech) = synthesis() {
        let closure = Closure::<dyn FnMut()>::new(heard);
        let _ = speech.add_event_listener_with_callback("voiceschanged", closure.as_ref().unchecked_ref());
        closure.forget();
    }
}

/// Says `text` in `language` with a voice of this device, in place of what it says now. Without one it stays silent, and
/// so it does while the page is hidden.
pub fn speak(text: &str, language: Language) {
    let (Some(speech), Some(voice)) = (synthesis(), voice(language)) else { return };
    speech.cancel();
    if page::is_hidden() {
        return;
    }
    watch();
    // A line after the other: some browsers fall silent in the middle of a long text.
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Ok(said) = SpeechSynthesisUtterance::new_with_text(line) {
            said.set_lang(&voice.lang());
            said.set_voice(Some(&voice));
            said.set_rate(PACE);
            speech.speak(&said);
        }
    }
}

/// Whether something is being said.
pub fn is_speaking() -> bool {
    synthesis().is_some_and(|speech| speech.speaking())
}

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

/// Whether something is being said or waits to be, or stands still in the middle of it.
pub fn is_at_it() -> bool {
    synthesis().is_some_and(|speech| speech.speaking() || speech.pending())
}

/// Says no more.
pub fn stop() {
    if let Some(speech) = synthesis() {
        speech.cancel();
    }
}

/// Falls silent whenever the page is hidden or left.
fn watch() {
    if !WATCHED.replace(true) {
        let hush = || {
            if page::is_hidden() {
                stop();
            }
        };
        events::on_window("pagehide", |_| stop());
        events::on_pulse(hush);
    }
}

fn voice(language: Language) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis()?.get_voices();
    let fits = |voice: &SpeechSynthesisVoice| {
        // Other words than `true` count as no: the words must not leave the device.
        voice.local_service() && voice.lang().to_lowercase().starts_with(language.word())
    };
    let mut fitting = voices.iter().map(SpeechSynthesisVoice::unchecked_from_js).filter(fits);
    let first = fitting.next()?;
    Some(if first.default() { first } else { fitting.find(SpeechSynthesisVoice::default).unwrap_or(first) })
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = window()?;
    let there = Reflect::get(&window, &"speechSynthesis".into()).is_ok_and(|speech| speech.is_object());
    if there { window.speech_synthesis().ok() } else { None }
}
