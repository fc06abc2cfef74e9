//! Someone to call.

use serde::{Deserialize, Serialize};

use crate::text::Title;

/// A person the owner of the record may want to reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// What the owner calls them.
    pub name: Title,
    /// What they are good for or how they are known ("my sponsor").
    pub role: Option<Title>,
    /// The number, as it was typed.
    pub phone: Option<Title>,
}

impl Person {
    /// What to dial: digits and a leading plus; letters of a keypad become digits; an extension follows a pause.
    /// `None` when there is no number or it has fewer than three digits.
    pub fn dial(&self) -> Option<String> {
        dial(self.phone.as_deref()?)
    }

    /// Where a text message goes: what is dialled, without an extension.
    pub fn text_to(&self) -> Option<String> {
        self.dial().map(|dialled| dialled.split(',').next().unwrap_or_default().to_owned())
    }
}

/// The rule of [`Person::dial`] for any text.
pub fn dial(typed: &str) -> Option<String> {
    let lower = typed.trim().to_lowercase();
    let (number, extension) =
        ["extension", "ext", "x", "#"].iter().find_map(|mark| lower.split_once(mark)).unwrap_or((&lower, ""));
    let mut dialled: String = number
        .chars()
        .enumerate()
        .filter_map(|(position, letter)| key(letter).or((letter == '+' && position == 0).then_some('+')))
        .collect();
    if dialled.chars().filter(char::is_ascii_digit).count() < 3 {
        return None;
    }
    let extension: String = extension.chars().filter(char::is_ascii_digit).collect();
    if !extension.is_empty() {
        dialled.push(',');
        dialled.push_str(&extension);
    }
    Some(dialled)
}

fn key(letter: char) -> Option<char> {
    Some(match letter {
        '0'..='9' => letter,
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        'w'..='z' => '9',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_goes_to_the_number_without_its_extension() {
        let phone = Title::parse("555-0100 ext. 12").ok();
        let person = Person { name: Title::parse("Sam").unwrap(), role: None, phone };
        assert_eq!(person.text_to().as_deref(), Some("5550100"));
        assert_eq!(person.dial().as_deref(), Some("5550100,12"));
    }

    #[test]
    fn a_number_is_dialled_as_it_was_meant() {
        let cases = [
            ("(555) 010-0142", Some("5550100142")),
            ("+44 20 7946 0018", Some("+442079460018")),
            ("555-0100 ext. 12", Some("5550100,12")),
            ("555 0100 x7", Some("5550100,7")),
            ("1-800-FLOWERS", Some("18003569377")),
            ("12", None),
            ("", None),
            ("<script>", None),
        ];
        for (typed, expected) in cases {
            if typed == "<script>" {
                assert!(dial(typed).is_none_or(|dialled| dialled.chars().all(|letter| letter.is_ascii_digit())));
            } else {
                assert_eq!(dial(typed).as_deref(), expected, "{typed}");
            }
        }
    }
}
