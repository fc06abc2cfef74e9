//! Words that lessons use, explained: what the file holds, finding them by what people call them, and where they stand.

use std::collections::BTreeSet;

use crate::search;

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub name: String,
    /// What it means, in one or two sentences.
    pub meaning: String,
    /// What else people call it, folded, and the word itself.
    called: Vec<String>,
    /// How it stands in a text: small letters, without what is in brackets.
    mark: String,
}

impl Term {
    /// The word without what is in brackets.
    pub fn plain(&self) -> &str {
        plain(&self.name)
    }
}

fn plain(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(word, _)| word)
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// A word that is explained, as it stands there, and its place in the glossary.
    Term(&'a str, usize),
}

/// From so many letters on, the beginning of a word finds it.
const ENOUGH: usize = 3;

/// Reads the file: a word, what else it is called (between `;`) and its meaning between tabs, one a line. Lines that are
/// not so are passed over.
pub fn read(file: &str) -> Vec<Term> {
    let term = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, also, meaning] = fields.as_slice() else { return None };
        let called =
            also.split(';').chain([*name]).map(|word| search::fold(word.trim())).filter(|word| !word.is_empty());
        let (called, name, meaning) = (called.collect(), (*name).to_owned(), (*meaning).to_owned());
        let mark = plain(&name).to_lowercase();
        Some(Term { name, meaning, called, mark })
    };
    file.lines().filter_map(term).collect()
}

/// The words that somebody means who types `query`: by name, or by what else they are called.
pub fn meant<'a>(all: &'a [Term], query: &str) -> Vec<&'a Term> {
    let query = search::fold(query.trim());
    let long = query.chars().count() >= ENOUGH;
    let is_meant = |called: &String| *called == query || (long && called.starts_with(&query));
    all.iter().filter(|term| !query.is_empty() && term.called.iter().any(is_meant)).collect()
}

/// Cuts `text` where a word of the glossary stands for the first time; `seen` are those that stood before.
pub fn pieces<'a>(text: &'a str, all: &[Term], seen: &mut BTreeSet<usize>) -> Vec<Piece<'a>> {
    let (mut pieces, mut from, mut before) = (Vec::new(), 0, None);
    let mut skip_to = 0;
    for (at, letter) in text.char_indices() {
        let begins = before.is_none_or(|before: char| !before.is_alphanumeric());
        before = Some(letter);
        if at < skip_to || !begins || !letter.is_alphanumeric() {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let found = all.iter().enumerate().filter(|(place, _)| !seen.contains(place));
        let found = found.filter_map(|(place, term)| Some((stands(rest, &term.mark)?, place))).max();
        let Some((length, place)) = found else { continue };
        pieces.extend(text.get(from..at).filter(|words| !words.is_empty()).map(Piece::Text));
        pieces.extend(rest.get(..length).map(|word| Piece::Term(word, place)));
        seen.insert(place);
        (from, skip_to) = (at + length, at + length);
    }
    pieces.extend(text.get(from..).filter(|words| !words.is_empty()).map(Piece::Text));
    pieces
}

/// How many bytes of `text` are the word `mark`, in small or capital letters, or more than one of it.
fn stands(text: &str, mark: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in mark.chars() {
        let (_, letter) = letters.next()?;
        if !letter.to_lowercase().eq([wanted]) {
            return None;
        }
    }
    let mut rest = letters.as_str();
    rest = rest.strip_prefix('s').unwrap_or(rest);
    let ends = rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
    ends.then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FILE: &str = "Buprenorphine\tsubs;bupe\tA medicine.\nOpioid use disorder (OUD)\topioid addiction\tA condition.\nOpioid\topioids\tA kind of drug.\nbroken\nAdicción\tadicciones\tPérdida de control.\n";

    #[test]
    fn a_word_is_found_by_what_people_call_it() {
        let all = read(FILE);
        let names = |query| meant(&all, query).iter().map(|term| term.name.clone()).collect::<Vec<_>>();
        assert_eq!(names("subs"), ["Buprenorphine"]);
        assert_eq!(names("BUPREN"), ["Buprenorphine"]);
        assert_eq!(names("adiccion"), ["Adicción"]);
        assert_eq!(names("su"), [""; 0]);
        assert_eq!(names(" "), [""; 0]);
    }

    #[test]
    fn only_the_first_of_each_is_marked_and_the_longest_wins() {
        let all = read(FILE);
        let mut seen = BTreeSet::new();
        let cut = pieces("Opioid use disorder and opioids; Adicción, opioids, bup.", &all, &mut seen);
        assert_eq!(
            cut,
            [
                Piece::Term("Opioid use disorder", 1),
                Piece::Text(" and "),
                Piece::Term("opioids", 2),
                Piece::Text("; "),
                Piece::Term("Adicción", 3),
                Piece::Text(", opioids, bup.")
            ]
        );
        assert_eq!(pieces("Opioid", &all, &mut seen), [Piece::Text("Opioid")]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "[a-zA-Zñóé ,.]{0,60}|(opioid|Opioids|subs| |Adicción|ſ|İ){0,12}") {
            let (all, mut seen) = (read(FILE), BTreeSet::new());
            let whole: String = pieces(&text, &all, &mut seen)
                .iter()
                .map(|piece| match piece { Piece::Text(words) | Piece::Term(words, _) => *words })
                .collect();
            prop_assert_eq!(whole, text);
        }
    }
}
