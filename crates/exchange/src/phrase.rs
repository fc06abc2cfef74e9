//! Phrases that lock a backup or the vault: five words by chance, or the person's own.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroize;

/// The large word list of the Electronic Frontier Foundation, CC BY 3.0 US; see `words/README.md`.
const WORDS: &str = include_str!("../words/eff-large.txt");
/// How many words the list has.
pub const COUNT: u16 = 7776;
/// How many words a made phrase has: 64.6 bits.
pub const MADE: usize = 5;
/// How many bits a phrase must be worth.
pub const LEAST_BITS: f64 = 60.0;
/// How many bytes a phrase may have.
pub const LONGEST: usize = 1024;

/// Why a text is no phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// Nothing is left without the spaces.
    #[error("empty")]
    Empty,
    /// More than 1,024 bytes.
    #[error("too long")]
    TooLong,
}

/// A phrase in the one spelling that every device makes of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Phrase(String);

impl Phrase {
    /// Brings what was typed into one spelling: NFKC, one space between words and none around them. If all of it are
    /// words of the list, capital letters become small, since a keyboard may have made them.
    pub fn parse(typed: &str) -> Result<Self, PhraseError> {
        // Before the work of normalising, which may make it longer or shorter.
        if typed.len() > 4 * LONGEST {
            return Err(PhraseError::TooLong);
        }
        let text: String = typed.nfkc().collect();
        let words: Vec<&str> = text.split_whitespace().collect();
        let small = words.join(" ").to_lowercase();
        let text = if small.split(' ').all(is_word) { small } else { words.join(" ") };
        match text.len() {
            0 => Err(PhraseError::Empty),
            1..=LONGEST => Ok(Self(text)),
            _ => Err(PhraseError::TooLong),
        }
    }

    /// Five words, each drawn with the same chance. `fill` fills bytes with chance.
    pub fn made(fill: &mut dyn FnMut(&mut [u8])) -> Self {
        let words: Vec<&str> = (0..MADE).filter_map(|_| WORDS.lines().nth(draw(fill))).collect();
        Self(words.join(" "))
    }

    /// The bits it is worth if its words were drawn from the list, each once; `None` if it is no such phrase.
    pub fn bits_of_words(&self) -> Option<f64> {
        let mut words: Vec<&str> = self.0.split(' ').collect();
        let count = u32::try_from(words.len()).ok()?;
        words.sort_unstable();
        let different = words.windows(2).all(|pair| pair.first() != pair.last());
        (different && words.iter().all(|word| is_word(word))).then(|| f64::from(count) * f64::from(COUNT).log2())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for Phrase {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Phrase(…)")
    }
}

fn is_word(word: &str) -> bool {
    WORDS.lines().any(|known| known == word)
}

/// A number below [`COUNT`], each with the same chance: numbers past the last whole multiple are drawn again.
fn draw(fill: &mut dyn FnMut(&mut [u8])) -> usize {
    loop {
        let mut bytes = [0; 2];
        fill(&mut bytes);
        let number = u16::from_le_bytes(bytes);
        if number < u16::MAX / COUNT * COUNT {
            return usize::from(number % COUNT);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(typed: &str) -> String {
        Phrase::parse(typed).unwrap().as_str().to_owned()
    }

    #[test]
    fn the_list_is_the_whole_one() {
        let words: std::collections::BTreeSet<&str> = WORDS.lines().collect();
        assert_eq!((words.len(), WORDS.lines().count()), (7776, 7776));
        assert!(words.contains("abacus") && words.contains("zoom") && words.contains("t-shirt"));
    }

    #[test]
    fn a_made_phrase_is_five_words_that_chance_decides() {
        let mut state = 1_u32;
        let mut fill = |bytes: &mut [u8]| {
            for byte in bytes {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *byte = u8::try_from(state >> 24).unwrap();
            }
        };
        let phrases: std::collections::BTreeSet<String> =
            (0..1_000).map(|_| Phrase::made(&mut fill).as_str().to_owned()).collect();
        assert_eq!(phrases.len(), 1_000);
        for phrase in phrases {
            assert_eq!(phrase.split(' ').count(), 5);
            assert_eq!(spelled(&phrase.to_uppercase()), phrase);
        }
    }

    #[test]
    fn every_word_has_the_same_chance() {
        let mut next = 0_u16;
        let mut drawn = vec![0; usize::from(COUNT)];
        for _ in 0..62_208 {
            drawn[draw(&mut |bytes| {
                bytes.copy_from_slice(&next.to_le_bytes());
                next = next.wrapping_add(1);
            })] += 1;
        }
        assert!(drawn.iter().all(|times| *times == 8));
        let mut tail = vec![0, 65_535_u16, 62_208];
        assert_eq!(draw(&mut |bytes| bytes.copy_from_slice(&tail.pop().unwrap().to_le_bytes())), 0, "drawn again");
    }

    #[test]
    fn what_is_typed_on_any_keyboard_is_one_phrase() {
        assert_eq!(spelled("  Abacus\u{a0}ZOOM\n\tt-shirt "), "abacus zoom t-shirt");
        assert_eq!(spelled("Mi  Ñandú"), "Mi Ñandú", "an own phrase keeps its capitals");
        assert_eq!(spelled("n\u{303}u"), spelled("ñu"));
        assert_eq!(spelled("ﬁre１"), "fire1");
    }

    #[test]
    fn nothing_and_too_much_are_no_phrase() {
        assert_eq!(Phrase::parse(" \u{3000}\n"), Err(PhraseError::Empty));
        assert!(Phrase::parse(&"é".repeat(512)).is_ok());
        assert_eq!(Phrase::parse(&"é".repeat(513)), Err(PhraseError::TooLong));
        assert_eq!(Phrase::parse(&"a".repeat(1 << 20)), Err(PhraseError::TooLong));
    }

    #[test]
    fn words_of_the_list_are_worth_their_bits() {
        let bits = |typed: &str| Phrase::parse(typed).unwrap().bits_of_words();
        assert!(bits("abacus zoom t-shirt abdomen zebra").is_some_and(|bits| bits > 64.6 && bits < 64.7));
        assert!(bits("abacus zoom t-shirt abdomen").is_some_and(|bits| bits < LEAST_BITS));
        assert_eq!(bits("abacus abacus abacus abacus abacus"), None);
        assert_eq!(bits("my own words"), None);
        assert!(!format!("{:?}", Phrase::parse("secret")).contains("secret"));
    }
}
