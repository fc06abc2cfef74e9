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

/// Digits of the denser packing: four hold 63 bits.
const DENSE: u64 = 55_109;
/// Where they begin; they end at U+D7E4, before the surrogates.
const DENSE_FIRST: u32 = 0xa0;

/// Packs bytes more densely than [`pack`], 15.75 bits a character of U+00A0 to U+D7E4: for what is large.
/// A last bit of one marks the end.
pub fn pack_dense(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    let (mut held, mut count) = (0_u128, 0_u32);
    let end = bytes.len() * 8 + 1;
    let padding = u32::try_from(end.next_multiple_of(63) - end).unwrap_or(0);
    for (value, bits) in bytes.iter().map(|byte| (u128::from(*byte), 8)).chain([(1, 1), (0, padding)]) {
        held = held << bits | value;
        count += bits;
        if count >= 63 {
            count -= 63;
            let mut group = u64::try_from(held >> count).unwrap_or(0);
            held &= (1 << count) - 1;
            for _ in 0..4 {
                text.extend(u32::try_from(group % DENSE).ok().and_then(|digit| char::from_u32(DENSE_FIRST + digit)));
                group /= DENSE;
            }
        }
    }
    text
}

/// The bytes that [`pack_dense`] packed; `None` if `text` was not made by it.
pub fn unpack_dense(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut held, mut count) = (0_u128, 0_u32);
    let mut letters = text.chars().peekable();
    while letters.peek().is_some() {
        let (mut group, mut place) = (0_u64, 1_u64);
        for _ in 0..4 {
            let digit = u32::from(letters.next()?).checked_sub(DENSE_FIRST).map(u64::from);
            group = group.checked_add(digit.filter(|digit| *digit < DENSE)?.checked_mul(place)?)?;
            place = place.saturating_mul(DENSE);
        }
        let (mut group, mut bits) = (u128::from(group), 63);
        if group >> 63 != 0 {
            return None;
        }
        if letters.peek().is_none() {
            let end = (group != 0).then(|| group.trailing_zeros())?;
            group >>= end + 1;
            bits -= end + 1;
        }
        held = held << bits | group;
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

/// A length in exactly `COUNT` digits of base 64.
pub fn size<const COUNT: usize>(length: usize) -> String {
    digits::<COUNT>(u128::try_from(length).unwrap_or(0))
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
///
/// Half a byte at a time with a table of sixteen numbers: ten years are checked at every start.
pub fn checksum<'a>(parts: impl IntoIterator<Item = &'a str>) -> u32 {
    !parts.into_iter().fold(!0, |sum, part| part.bytes().fold(sum, |sum, byte| half(half(sum ^ u32::from(byte)))))
}

fn half(sum: u32) -> u32 {
    let place = usize::try_from(sum & 15).unwrap_or(0);
    HALVES.get(place).copied().unwrap_or(0) ^ (sum >> 4)
}

const HALVES: [u32; 16] = halves();

#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which refuses a place that is not there")]
const fn halves() -> [u32; 16] {
    let (mut table, mut place, mut first) = ([0; 16], 0, 0_u32);
    while place < table.len() {
        let (mut sum, mut bit) = (first, 0);
        while bit < 4 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
            bit += 1;
        }
        table[place] = sum;
        place += 1;
        first += 1;
    }
    table
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
        fn bytes_come_back_from_the_denser_packing(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let text = pack_dense(&bytes);
            prop_assert_eq!(text.chars().count(), (8 * bytes.len() + 1).div_ceil(63) * 4);
            prop_assert!(text.chars().all(|letter| letter.len_utf16() == 1));
            prop_assert_eq!(unpack_dense(&text), Some(bytes));
        }

        #[test]
        fn any_text_unpacks_densely_or_is_refused(text in any::<String>()) {
            if let Some(bytes) = unpack_dense(&text) {
                prop_assert!(text.is_empty() || pack_dense(&bytes) == text);
            }
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
