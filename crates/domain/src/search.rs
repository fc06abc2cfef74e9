//! Finding words in texts of either language, whatever their case and accents.

/// Small letters without the accents of Spanish.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// The folded words of a query.
pub fn words(query: &str) -> Vec<String> {
    fold(query)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether each of `words` begins a word of the folded `text`.
pub fn holds(text: &str, words: &[String]) -> bool {
    let begins = |word: &String| {
        text.match_indices(word.as_str())
            .any(|(at, _)| text.get(..at).is_none_or(|before| !before.ends_with(char::is_alphanumeric)))
    };
    words.iter().all(begins)
}

/// Whether `name` stands in `text` as words of its own, whatever its case and accents. A script that puts no blanks
/// between words is searched as it is.
pub fn names(text: &str, name: &str) -> bool {
    const FIRST_WITHOUT_BLANKS: char = '\u{2e80}';
    let (text, name) = (fold(text), fold(name));
    let runs_on =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() && letter < FIRST_WITHOUT_BLANKS);
    !name.is_empty()
        && text.match_indices(&name).any(|(at, found)| {
            let (before, after) = (text.get(..at), text.get(at + found.len()..));
            !runs_on(before.and_then(|before| before.chars().next_back()))
                && !runs_on(after.and_then(|after| after.chars().next()))
        })
}

fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_matter_and_words_match_from_their_start() {
        let text = fold("Qué hacer ante un DESLIZ mañana");
        assert!(holds(&text, &words("que desl")));
        assert!(holds(&text, &words("MANANA")));
        assert!(!holds(&text, &words("liz")));
        assert!(holds(&text, &words(" ¿? ")), "an empty query finds all");
    }
}
