//! A look at JSON before it is read: how deep it goes, and its digest whatever blanks stand between its parts.

use sha2::{Digest, Sha256};

/// How deep arrays and objects of a file may lie in each other.
pub(crate) const DEEPEST: usize = 64;

/// Whether arrays and objects lie in each other no deeper than [`DEEPEST`].
pub(crate) fn is_flat_enough(json: &str) -> bool {
    let mut depth = 0_usize;
    let mut inside = Inside::default();
    json.bytes().all(|byte| {
        match byte {
            _ if inside.takes(byte) => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth <= DEEPEST
    })
}

/// SHA-256 in hexadecimal digits over `json` without the blanks between its parts.
pub(crate) fn digest(json: &str) -> String {
    let mut digest = Sha256::new();
    let mut inside = Inside::default();
    let is_blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    // Runs without a blank go in as a whole.
    for run in json.as_bytes().split_inclusive(|byte| !inside.takes(*byte) && is_blank(*byte)) {
        match run {
            [start @ .., last] if is_blank(*last) => digest.update(start),
            run => digest.update(run),
        }
    }
    hex(&digest.finalize())
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Tells what stands in a string from what stands between strings.
#[derive(Default)]
struct Inside {
    string: bool,
    escape: bool,
}

impl Inside {
    /// Whether this next byte belongs to a string, its quotes included.
    fn takes(&mut self, byte: u8) -> bool {
        let inside = self.string || byte == b'"';
        match byte {
            _ if self.escape => self.escape = false,
            b'\\' if self.string => self.escape = true,
            b'"' => self.string = !self.string,
            _ => {}
        }
        inside
    }
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, digest, is_flat_enough};

    #[test]
    fn blanks_between_parts_do_not_change_the_digest_and_blanks_in_texts_do() {
        let close = digest(r#"{"a":[1,"b \" c"]}"#);
        assert_eq!(digest("{ \"a\" :\n\t[1 , \"b \\\" c\"]\r\n} "), close);
        assert_ne!(digest(r#"{"a":[1,"b\" c"]}"#), close);
        assert_eq!(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn brackets_in_texts_are_not_depth() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(is_flat_enough(&nested(DEEPEST)) && !is_flat_enough(&nested(DEEPEST + 1)));
        assert!(is_flat_enough(&format!("[\"\\\"{}\"]", "[".repeat(1000))));
    }
}
