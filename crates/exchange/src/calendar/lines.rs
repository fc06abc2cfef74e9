//! Content lines of RFC 5545: escaped, folded, and never more of them than were put.

use std::fmt::Write;

/// The most bytes a line may have, without its end.
const WIDTH: usize = 75;

/// Lines of a calendar file.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// One line, folded between characters. Control characters are dropped, so that no text begins a line of its own.
    pub fn put(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars().filter(|letter| !letter.is_control() || *letter == '\t') {
            if width + letter.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text.
    pub fn put_text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for letter in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
            match letter {
                '\n' => line.push_str("\\n"),
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                letter => line.push(letter),
            }
        }
        self.put(&line);
    }

    /// All of them.
    pub fn text(self) -> String {
        self.0
    }
}

/// What was typed as an address of the web, if it is one; letters that no address has are spelled by their bytes.
pub fn uri(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let begins = |with: &str| {
        typed.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with)) && typed.len() > with.len()
    };
    if !(begins("https://") || begins("http://"))
        || typed.contains(|letter: char| letter.is_whitespace() || letter.is_control())
    {
        return None;
    }
    let mut uri = String::new();
    for byte in typed.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to memory does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    Some(uri)
}
