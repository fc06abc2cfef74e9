//! The curtain: a number asked for before the app shows anything again. It hides the screen and scrambles nothing.

use storage::{key::CURTAIN, key_value::StoreError};

use super::AppState;
use crate::platform::{clock, events, page, store};

/// After so many milliseconds a curtain whose number was forgotten is taken away.
const A_DAY: i64 = 24 * 60 * 60 * 1000;

/// What is kept of the curtain: its number, and since when it is to be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Curtain {
    number: String,
    asked: Option<i64>,
}

impl Curtain {
    fn read() -> Option<Self> {
        let text = store::store().get(CURTAIN).ok()??;
        let (number, asked) =
            text.split_once(' ').map_or((text.as_str(), None), |(number, asked)| (number, Some(asked)));
        is_number(number)
            .then(|| Self { number: number.to_owned(), asked: asked.and_then(|millis| millis.parse().ok()) })
    }

    fn keep(&self) -> Result<(), StoreError> {
        let asked = self.asked.map(|millis| format!(" {millis}")).unwrap_or_default();
        store::store().set(CURTAIN, &format!("{}{asked}", self.number))
    }
}

/// Whether `text` can be the number of a curtain: 4 to 12 digits.
pub fn is_number(text: &str) -> bool {
    (4..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether there is a curtain.
pub fn is_hung() -> bool {
    Curtain::read().is_some()
}

/// Hangs a curtain with this number. Fails if it could not be kept.
pub fn hang(number: &str) -> bool {
    Curtain { number: number.to_owned(), asked: None }.keep().is_ok()
}

/// Takes the curtain away for good.
pub fn take_down() -> bool {
    store::store().remove(CURTAIN).is_ok()
}

/// Whether it was asked to take the curtain away.
pub fn is_going() -> bool {
    Curtain::read().is_some_and(|curtain| curtain.asked.is_some())
}

/// Has the curtain taken away a day from now. Asking again changes nothing.
pub fn forget_number() -> bool {
    let Some(curtain) = Curtain::read() else { return true };
    let asked = curtain.asked.or(Some(clock::now().millis));
    Curtain { asked, ..curtain }.keep().is_ok()
}

impl AppState {
    /// Draws the curtain, if there is one, now and whenever the page is left.
    pub fn watch_curtain(self) {
        let draw = move || {
            let Some(curtain) = Curtain::read() else { return };
            let now = clock::now().millis;
            if curtain.asked.is_some_and(|asked| now - asked >= A_DAY) && take_down() {
                return self.show_curtain(false);
            }
            self.show_curtain(true);
        };
        // Whoever just opened the lock has shown who they are.
        if !store::is_open() {
            draw();
        }
        events::on_pulse(move || {
            if page::is_hidden() || self.curtain.get_untracked() {
                draw();
            }
        });
    }

    /// Draws the curtain aside if `number` is its number; then it stays, whatever was asked before.
    pub fn draw_aside(self, number: &str) -> bool {
        let Some(curtain) = Curtain::read() else {
            self.show_curtain(false);
            return true;
        };
        let fits = curtain.number == number;
        if fits {
            if curtain.asked.is_some() {
                // If it cannot be kept, the curtain goes after the day: nobody is shut out.
                let _ = Curtain { asked: None, ..curtain }.keep();
            }
            self.show_curtain(false);
        }
        fits
    }

    fn show_curtain(self, drawn: bool) {
        page::show_curtain(drawn);
        if self.curtain.get_untracked() != drawn {
            self.curtain.set(drawn);
            // When it is on the page.
            events::after(0, move || page::focus(if drawn { "curtain-number" } else { "main" }));
        }
    }
}
