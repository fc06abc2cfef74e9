//! Bytes as letters that a link carries unchanged (base64url without `=`, RFC 4648), and a checksum of bytes.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes as letters, digits, `-` and `_`.
pub fn letters_of(bytes: &[u8]) -> String {
    let letter = |number: u32, place: u32| {
        let place = usize::try_from(number >> (18 - 6 * place) & 63).unwrap_or(0);
        LETTERS.get(place).map_or('A', |letter| char::from(*letter))
    };
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let number = (0..3).fold(0, |number, at| number << 8 | u32::from(part.get(at).copied().unwrap_or(0)));
        text.extend([0, 1, 2, 3].into_iter().take(part.len() + 1).map(|place| letter(number, place)));
    }
    text
}

/// The bytes that [`letters_of`] wrote; `None` for any other text.
pub fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    for part in text.as_bytes().chunks(4) {
        let number = (0..4).try_fold(0, |number, at| {
            let place = match part.get(at) {
                None => 0,
                Some(letter) => LETTERS.iter().position(|known| known == letter)?,
            };
            Some(number << 6 | u32::try_from(place).ok()?)
        })?;
        let [_, first, second, third] = number.to_be_bytes();
        // A last letter alone is no byte, and what is left over of a last byte is nothing.
        let (count, rest) = match part.len() {
            4 => (3, 0),
            3 => (2, u32::from(third)),
            2 => (1, u32::from(second) | u32::from(third)),
            _ => return None,
        };
        if rest != 0 {
            return None;
        }
        bytes.extend([first, second, third].into_iter().take(count));
    }
    Some(bytes)
}

/// CRC-32 as zip has it.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let bit = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit))
}
