//! Progress cards in links: making the text, sealing it under an agreed word, opening it.

use ::desk::message::{Answer, Request};
use domain::card::{self, Card, Held};

use super::desk::{Why, ask_in_words};
use crate::words::errors;

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
