//! How bytes and numbers become text that a browser's storage keeps well.
//!
//! Storage counts UTF-16 units. Fifteen bits go into one character of U+3400 to U+B3FF, a range without surrogates,
//! so that ten years fit where JSON would not.

const FIRST: u32 = 0x3400;
const BITS: u32 = 15;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Packs bytes, fifteen bits a character; a last bit of one marks the end.
pub fn pack(bytes: &[u8]) -> String {
    let end = bytes.len() * 8 + 1;
    let padding = u32::try_from(end.next_multiple_of(15) - end).unwrap_or(0);
    let mut text = String::with_capacity(bytes.len() * 2);
    let (mut held, mut count) = (0_u32, 0);
    for (value, bits) in bytes.iter().map(|byte| (u32::from(*byte), 8)).chain([(1, 1), (0, padding)]) {
        held = held << bits | value;
        count += bits;
        if count >= BITS {
            count -= BITS;
            text.extend(char::from_u32(FIRST + (held >> count)));
            held &= (1 << count) - 1;
        }
    }
    text
}

/// The bytes that [`pack`] packed; `None` if `text` was not made by it.
pub fn unpack(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut held, mut count) = (0_u32, 0);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut value = u32::from(letter).checked_sub(FIRST).filter(|value| *value < 1 << BITS)?;
        let mut bits = BITS;
        if letters.peek().is_none() {
            let end = (value != 0).then(|| value.trailing_zeros())?;
            value >>= end + 1;
            bits -= end + 1;
        }
        held = held << bits | value;
        count += bits;
        while count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(held >> count).ok()?);
            held &= (1 << count) - 1;
        }
    }
    (count == 0).then_some(bytes)
}

/// `number` in exactly `COUNT` digits of base 64, most significant first.
pub fn digits<const COUNT: usize>(number: u128) -> String {
    (0..COUNT).rev().map(|place| digit(number >> (6 * place))).collect()
}

/// The digit for the last six bits of `number`.
fn digit(number: u128) -> char {
    let place = usize::try_from(number & 63).unwrap_or(0);
    DIGITS.get(place).map_or('A', |byte| char::from(*byte))
}

/// The number that [`digits`] wrote; `None` for other text or a number too large.
pub fn number(digits: &str) -> Option<u128> {
    digits.bytes().try_fold(0_u128, |number, byte| {
        let place = DIGITS.iter().position(|digit| *digit == byte)?;
        number.checked_mul(64)?.checked_add(u128::try_from(place).ok()?)
    })
}

/// CRC-32 as zip and gzip have it: finds every burst of up to 32 changed bits.
pub fn checksum<'a>(parts: impl IntoIterator<Item = &'a str>) -> u32 {
    let bytes = parts.into_iter().flat_map(str::bytes);
    !bytes.fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let text = pack(&bytes);
            prop_assert_eq!(text.chars().count(), (8 * bytes.len() + 1).div_ceil(15));
            prop_assert!(text.chars().all(|letter| letter.len_utf16() == 1));
            prop_assert_eq!(unpack(&text), Some(bytes));
        }

        #[test]
        fn any_text_unpacks_or_is_refused(text in any::<String>()) {
            if let Some(bytes) = unpack(&text) {
                prop_assert!(text.is_empty() || pack(&bytes) == text);
            }
        }

        #[test]
        fn numbers_come_back(value in any::<u128>()) {
            prop_assert_eq!(number(&digits::<22>(value)), Some(value));
        }
    }

    #[test]
    fn the_checksum_is_the_well_known_one() {
        assert_eq!(checksum(["1234", "56789"]), 0xcbf4_3926);
    }

    #[test]
    fn a_number_too_large_or_with_other_letters_is_none() {
        assert_eq!(number("D_____________________"), Some(u128::MAX));
        assert_eq!(number("E_____________________"), None);
        assert_eq!(number("A+"), None);
    }
}
