//! Patterns of words that a person who does not program can read and change.
//!
//! `stop|skip .. <medicine>` means these words in this order. `|` stands between alternatives and `_` between the words of
//! one (`cold_turkey`). `..` allows up to three other words (`..6`: up to six). `craving*` is any word that begins so, `#`
//! a number in digits or letters, `^` the beginning of a sentence or of what follows a comma, `<name>` a list of words.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// Lists that a pattern may name: alternatives, each spelled like one in a pattern.
pub type Lists = BTreeMap<&'static str, Vec<String>>;

/// Stands for a comma, colon, semicolon, bracket or dash among the words.
const PAUSE: &str = ",";

const NUMBERS: [&str; 22] = [
    "two", "three", "four", "five", "six", "seven", "eight", "ten", "twelve", "fifteen", "twenty", "thirty", "dos",
    "tres", "cuatro", "cinco", "seis", "siete", "ocho", "diez", "quince", "veinte",
];

/// A pattern taken apart.
#[derive(Debug)]
pub struct Pattern(Vec<Part>);

#[derive(Debug)]
enum Part {
    Gap(usize),
    /// And the words one of which any match has, unless it could be any word.
    OneOf(Vec<Vec<Atom>>, Option<BTreeSet<String>>),
}

#[derive(Debug)]
enum Atom {
    Start,
    Number,
    Whole(String),
    Beginning(String),
}

impl Pattern {
    /// Takes a pattern apart. A list that is not known matches nothing.
    pub fn new(text: &str, lists: &Lists) -> Self {
        let part = |word: &str| match word.strip_prefix("..") {
            Some(most) => Part::Gap(most.parse().unwrap_or(3)),
            None => {
                let all: Vec<Vec<Atom>> = word.split('|').flat_map(|one| alternatives(one, lists)).collect();
                let firsts = all.iter().map(|one| match one.first() {
                    Some(Atom::Whole(first)) => Some(first.clone()),
                    _ => None,
                });
                let firsts = firsts.collect();
                Part::OneOf(all, firsts)
            }
        };
        Self(text.split_whitespace().map(part).collect())
    }

    /// Every place where it matches. With `over_pauses`, what stands between its parts may hold commas.
    pub fn find(&self, words: &[String], over_pauses: bool) -> Vec<Range<usize>> {
        let could_be = |part: &Part| match part {
            Part::OneOf(_, Some(firsts)) => words.iter().any(|word| firsts.contains(word)),
            _ => true,
        };
        if !self.0.iter().all(could_be) {
            return Vec::new();
        }
        let starts = (0..words.len()).filter(|start| words.get(*start).is_some_and(|word| word != PAUSE));
        let found = starts
            .flat_map(|start| Self::ends(&self.0, words, start, over_pauses).into_iter().map(move |end| start..end));
        found.collect()
    }

    fn ends(parts: &[Part], words: &[String], at: usize, over_pauses: bool) -> Vec<usize> {
        let Some((part, rest)) = parts.split_first() else { return vec![at] };
        let mut found = Vec::new();
        match part {
            Part::Gap(most) => {
                let (mut next, mut passed) = (at, 0);
                loop {
                    found.extend(Self::ends(rest, words, next, over_pauses));
                    match words.get(next) {
                        Some(word) if word == PAUSE && over_pauses => {}
                        Some(word) if word != PAUSE && passed < *most => passed += 1,
                        _ => break,
                    }
                    next += 1;
                }
            }
            Part::OneOf(all, _) => {
                for one in all {
                    if let Some(end) = one.iter().try_fold(at, |at, atom| atom.end(words, at)) {
                        found.extend(Self::ends(rest, words, end, over_pauses));
                    }
                }
            }
        }
        found
    }
}

impl Atom {
    fn end(&self, words: &[String], at: usize) -> Option<usize> {
        let word = words.get(at);
        let fits = match self {
            Self::Start => {
                return (at == 0 || words.get(at - 1).is_some_and(|before| before == PAUSE)).then_some(at);
            }
            Self::Number => word.is_some_and(|word| {
                word.starts_with(|first: char| first.is_ascii_digit()) || NUMBERS.contains(&word.as_str())
            }),
            Self::Whole(whole) => word == Some(whole),
            Self::Beginning(beginning) => word.is_some_and(|word| word.starts_with(beginning.as_str())),
        };
        fits.then_some(at + 1)
    }
}

fn alternatives(one: &str, lists: &Lists) -> Vec<Vec<Atom>> {
    match one.strip_prefix('<').and_then(|name| name.strip_suffix('>')) {
        Some(name) => lists.get(name).into_iter().flatten().map(|phrase| atoms(phrase)).collect(),
        None => vec![atoms(one)],
    }
}

fn atoms(phrase: &str) -> Vec<Atom> {
    let atom = |word: &str| match word {
        "^" => Atom::Start,
        "#" => Atom::Number,
        _ => match word.strip_suffix('*') {
            Some(beginning) => Atom::Beginning(beginning.to_owned()),
            None => Atom::Whole(word.to_owned()),
        },
    };
    phrase.split('_').filter(|word| !word.is_empty()).map(atom).collect()
}

/// The words of a text in small letters, numbers apart from letters, and a `,` for each pause.
pub fn words(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let digit = word.starts_with(|first: char| first.is_ascii_digit());
        let goes_on = match letter {
            '.' | ',' => digit && letters.peek().is_some_and(char::is_ascii_digit),
            '\'' | '’' => !word.is_empty() && letters.peek().is_some_and(|next| next.is_alphabetic()),
            _ => letter.is_alphanumeric() && (word.is_empty() || digit == letter.is_ascii_digit()),
        };
        if !goes_on && !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
        match letter {
            '’' if goes_on => word.push('\''),
            _ if goes_on || letter.is_alphanumeric() => word.extend(letter.to_lowercase()),
            ',' | ';' | ':' | '(' | ')' | '–' | '—' | '¿' | '¡' | '«' | '“' => found.push(PAUSE.to_owned()),
            _ => {}
        }
    }
    found.extend((!word.is_empty()).then_some(word));
    found
}

#[cfg(test)]
mod tests {
    use super::{Lists, Pattern, words};

    #[test]
    fn words_are_small_and_numbers_stand_alone() {
        assert_eq!(words("Don’t take 16mg, or 0.5 ml (ever)!").join(" "), "don't take 16 mg , or 0.5 ml , ever ,");
        assert_eq!(words("¿Dejarla? «No»").join(" "), ", dejarla , no");
    }

    #[test]
    fn patterns_match_words_in_order() {
        let lists = Lists::from([("medicine", vec!["methadone".to_owned(), "the_shot".to_owned()])]);
        let fits = |pattern: &str, text: &str| !Pattern::new(pattern, &lists).find(&words(text), true).is_empty();
        for pattern in ["stop|skip .. <medicine>", "^ stop*", "^|please stop your", "skip|stop ..1 the_shot|methadone"]
        {
            assert!(fits(pattern, "Stop your methadone"), "{pattern}");
        }
        assert!(fits("skip .. <medicine>", "skip, if you like, the shot"));
        assert!(fits("^ stop", "Well, stop it"));
        assert!(fits("in # minutes", "in ten minutes") && fits("in # minutes", "in 10 minutes"));
        for (pattern, text) in [
            ("^ stop", "never stop"),
            ("stop ..1 <medicine>", "stop all of the methadone"),
            ("stop <nothing>", "stop methadone"),
            ("user", "users"),
        ] {
            assert!(!fits(pattern, text), "{pattern}: {text}");
        }
        let narrow = Pattern::new("not .. stop", &lists);
        assert!(narrow.find(&words("not now, stop"), false).is_empty());
    }
}
