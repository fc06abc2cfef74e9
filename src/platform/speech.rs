//! The device's own voices. Only voices in the device itself are used: nothing that is read aloud leaves it.

use domain::settings::Language;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice, window};

/// Says `text` in the voice of `language`, a line after the other. What was being said before ends.
pub fn speak(text: &str, language: Language) {
    let (Some(speech), Some(voice)) = (speech(), voice(language)) else { return };
    speech.cancel();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Ok(said) = SpeechSynthesisUtterance::new_with_text(line) {
            said.set_lang(&voice.lang());
            said.set_voice(Some(&voice));
            speech.speak(&said);
        }
    }
}

/// Says no more.
pub fn stop() {
    if let Some(speech) = speech() {
        speech.cancel();
    }
}

/// Whether there is a voice of `language` in the device. Browsers may find their voices a moment after the start.
pub fn can_speak(language: Language) -> bool {
    voice(language).is_some()
}

fn speech() -> Option<SpeechSynthesis> {
    window()?.speech_synthesis().ok().filter(|speech| speech.is_truthy())
}

fn voice(language: Language) -> Option<SpeechSynthesisVoice> {
    let voices = speech()?.get_voices();
    let is_of = |voice: &SpeechSynthesisVoice| {
        let spoken = voice.lang().to_lowercase();
        let rest = spoken.strip_prefix(language.word());
        voice.local_service() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    };
    voices.iter().map(JsCast::unchecked_into).find(is_of)
}
