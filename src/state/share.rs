//! What the person hands to someone themselves: by the device's own sheet or the clipboard. Nothing goes by itself.

use markup::Signal;

use super::AppState;
use crate::{
    platform::{events, page, share as device},
    words::common,
};

/// Whether this device offers to hand a text to other apps.
pub fn can_share() -> bool {
    device::can_share()
}

/// Opens the device's own sheet for handing `text` on.
pub fn share(text: &str) {
    device::share(text);
}

impl AppState {
    /// Moves the focus to the field with this id, once the page has it.
    pub fn focus(self, id: &'static str) {
        events::after(0, move || page::focus(id));
    }

    /// Turns a page to another of its faces, with the focus on the heading.
    pub fn turn<T: 'static>(self, face: Signal<T>, to: T) {
        face.set(to);
        self.refocus();
    }

    /// Puts `text` on the clipboard and says so.
    pub fn copy(self, text: &str) {
        device::copy(text, move |done| self.notices.say(if done { common::copied() } else { common::not_copied() }));
    }
}
