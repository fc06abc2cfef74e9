//! Progress cards in links: making the text, sealing it under an agreed word, opening it.

use ::desk::message::{Answer, Request};
use domain::card::{self, Card, Held};

use super::{
    AppState,
    desk::{Why, ask_in_words, file_name},
};
use crate::{
    platform::{address, files, picture},
    route::Route,
    words::{card as words, errors},
};

pub use picture::Style;

/// The part of a link after `#` that holds `card`, which anyone with the link can read.
pub fn text(card: &Card) -> Result<String, Why> {
    card.text().map_err(errors::card)
}

/// What the part of a link after `#` holds: a card, or one that wants its word.
pub fn read(text: &str) -> Result<Held, Why> {
    card::read(text).map_err(errors::card)
}

/// Seals a card under a word. It takes a moment, so that guessing is dear.
pub fn seal(card: &Card, word: String, then: impl FnOnce(Result<String, Why>) + 'static) {
    let card = match text(card) {
        Ok(card) => card,
        Err(why) => return then(Err(why)),
    };
    let take = |answer| if let Answer::SealedCard(text) = answer { Some(text) } else { None };
    ask_in_words(&Request::SealCard { card, word }, errors::sealed_card, take, then);
}

/// Opens a sealed card.
pub fn open(sealed: String, word: String, then: impl FnOnce(Result<Card, Why>) + 'static) {
    let take = |answer| match answer {
        Answer::OpenedCard(text) => match card::read(&text) {
            Ok(Held::Open(card)) => Some(card),
            _ => None,
        },
        _ => None,
    };
    ask_in_words(&Request::OpenCard { sealed, word }, errors::sealed_card, take, then);
}

/// What stands in the address after `#`.
pub fn in_address() -> String {
    address::fragment()
}

/// The link that carries `text`.
pub fn link(text: &str) -> String {
    address::full(&format!("{}#{text}", Route::Card.path()))
}

impl AppState {
    /// Hands out a picture of `lines`, drawn on this device.
    pub fn picture(self, lines: &[(Style, String)]) {
        let name = file_name(self, "card", "png");
        picture::png(lines, move |bytes| {
            let done = bytes.is_some_and(|bytes| files::hand_out(&name, "image/png", &bytes));
            self.notices.say(if done { words::picture_made(&name) } else { words::no_picture().to_owned() });
        });
    }
}
