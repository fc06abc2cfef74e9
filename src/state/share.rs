//! What the person hands to someone themselves: by the device's own sheet or the clipboard. Nothing goes by itself.

use super::AppState;
use crate::{platform::share as device, words::common};

/// Whether this device offers to hand a text to other apps.
pub fn can_share() -> bool {
    device::can_share()
}

/// Opens the device's own sheet for handing `text` on.
pub fn share(text: &str) {
    device::share(text);
}

impl AppState {
    /// Puts `text` on the clipboard and says so.
    pub fn copy(self, text: &str) {
        device::copy(text, move |done| self.notices.say(if done { common::copied() } else { common::not_copied() }));
    }
}
