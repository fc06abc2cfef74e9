//! A progress card under a word that two people agreed on.
//!
//! Version, salt, nonce and what is sealed, as letters for a link. The word becomes a key by Argon2id (19 MiB, two
//! passes); the version settles the cost, so that no link can ask for more. Whoever has the link can guess the word for
//! as long as they like: see `docs/decisions/0017-cards-in-links.md`.

use domain::{
    card::{Card, CardError, SEALED, bytes_of, letters_of},
    search,
};
use unicode_normalization::UnicodeNormalization;
use vault::{
    cipher,
    derive::{DeriveError, derive},
    lock::{Cost, Lock},
};
use zeroize::Zeroizing;

use crate::phrase::LONGEST;

/// What is sealed is filled up to a multiple of so many bytes, so that its length says little.
const STEP: usize = 64;
/// Ends the card before what fills it up.
const END: u8 = 0x80;
const SALT: usize = 16;

/// Why a card was not sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// No word was given.
    #[error("no word")]
    NoWord,
    /// A word of more than 1,024 bytes.
    #[error("the word is too long")]
    WordTooLong,
    /// It is another word, or something of the text was changed or cut.
    #[error("the word does not open it")]
    WrongWord,
    /// The device has not enough memory.
    #[error("no memory")]
    NoMemory,
    /// What is to be sealed, or what came out, is no card.
    #[error(transparent)]
    Card(#[from] CardError),
}

impl From<DeriveError> for SealError {
    fn from(error: DeriveError) -> Self {
        match error {
            // The cost is ours and allowed.
            DeriveError::Cost | DeriveError::Memory => Self::NoMemory,
        }
    }
}

/// The text for a link that opens with `word`. `fill` fills bytes with chance.
pub fn seal(card: &Card, word: &str, fill: vault::Fill<'_>) -> Result<String, SealError> {
    let mut plain = Zeroizing::new(card.bytes()?);
    let word = spelled(word)?;
    plain.push(END);
    let filled = plain.len().next_multiple_of(STEP);
    plain.resize(filled, 0);
    let salt = Lock::salt(fill);
    let derived = derive(&word, &salt, Cost::LEAST)?;
    let sealed = cipher::seal(&derived.key, &plain, &place(salt), fill);
    let text = letters_of(&[&[SEALED], salt.as_slice(), &sealed].concat());
    if text.len() > Card::LONGEST { Err(CardError::TooLong.into()) } else { Ok(text) }
}

/// Opens what [`seal`] sealed.
pub fn open(text: &str, word: &str) -> Result<Card, SealError> {
    if text.len() > Card::LONGEST {
        return Err(CardError::TooLong.into());
    }
    let bytes = bytes_of(text.trim()).ok_or(CardError::NotACard)?;
    let (version, rest) = bytes.split_first().ok_or(CardError::NotACard)?;
    match *version {
        SEALED => {}
        version if version > SEALED => return Err(CardError::FromNewerVersion.into()),
        _ => return Err(CardError::NotACard.into()),
    }
    let (salt, sealed) = rest.split_first_chunk::<SALT>().ok_or(CardError::Damaged)?;
    let derived = derive(&spelled(word)?, salt, Cost::LEAST)?;
    let plain = cipher::open(&derived.key, sealed, &place(*salt)).ok_or(SealError::WrongWord)?;
    let end = plain.iter().rposition(|byte| *byte != 0).ok_or(CardError::Damaged)?;
    let (card, filling) = plain.split_at(end);
    if filling.first() != Some(&END) {
        return Err(CardError::Damaged.into());
    }
    Ok(Card::of_bytes(card)?)
}

/// The word as two people spell it alike who told it to each other: capitals, accents and blanks do not matter.
fn spelled(word: &str) -> Result<Zeroizing<String>, SealError> {
    if word.len() > LONGEST {
        return Err(SealError::WordTooLong);
    }
    let plain = Zeroizing::new(search::fold(&word.nfkc().collect::<String>()));
    let word = Zeroizing::new(plain.split_whitespace().collect::<Vec<_>>().join(" "));
    if word.is_empty() { Err(SealError::NoWord) } else { Ok(word) }
}

/// Binds what is sealed to what it is for and to its salt.
fn place(salt: [u8; SALT]) -> Vec<u8> {
    [b"trellis card 2".as_slice(), &salt].concat()
}
