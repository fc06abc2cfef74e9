//! Finds words that hurt the people this app is for.

use std::path::Path;

use anyhow::Result;
use catalogue::LANGUAGES;
use walkdir::WalkDir;

use crate::faults::Faults;

const BANNED: [&str; 24] = [
    "addict",
    "addicts",
    "clean and sober",
    "dirty",
    "junkie",
    "junkies",
    "junky",
    "relapser",
    "relapsers",
    "substance abuse",
    "substance abuser",
    "substance abusers",
    "adicta",
    "adictas",
    "adicto",
    "adictos",
    "drogadicta",
    "drogadictas",
    "drogadicto",
    "drogadictos",
    "yonki",
    "yonkis",
    "yonqui",
    "yonquis",
];

/// Names that organisations gave themselves.
const NAMES: [&str; 2] =
    ["substance abuse and mental health services administration", "substance abuse treatment locator"];

/// Looks through all texts that people read.
pub fn check(faults: &mut Faults) -> Result<()> {
    let folders = LANGUAGES.iter().map(|language| format!("content/{language}"));
    for start in ["locales".to_owned(), "index.html".to_owned()].into_iter().chain(folders) {
        for entry in WalkDir::new(start).sort_by_file_name().into_iter().filter_map(Result::ok) {
            if let Some(text) = entry.file_type().is_file().then(|| super::read(entry.path())).transpose()?.flatten() {
                check_text(entry.path(), &text, faults);
            }
        }
    }
    Ok(())
}

fn check_text(path: &Path, text: &str, faults: &mut Faults) {
    for (number, line) in (1..).zip(text.lines()) {
        for word in found_in(line) {
            faults.at(path, number, format!("`{word}` hurts; speak of the person, or of what happened"));
        }
    }
}

fn found_in(line: &str) -> impl Iterator<Item = &'static str> {
    let words: Vec<String> = line
        .split(|next: char| !next.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let line = NAMES.iter().fold(format!(" {} ", words.join(" ")), |line, name| line.replace(name, ""));
    BANNED.into_iter().filter(move |word| line.contains(&format!(" {word} ")))
}

#[cfg(test)]
mod tests {
    use super::found_in;

    #[test]
    fn banned_words_are_found_whole() {
        let found = |line| found_in(line).collect::<Vec<_>>();
        assert_eq!(found("He is an Addict."), ["addict"]);
        assert_eq!(found("\"a\": \"clean\nand  sober\""), ["clean and sober"]);
        assert_eq!(found("los adictos, las DROGADICTAS"), ["adictos", "drogadictas"]);
        assert_eq!(found("Addiction medicine; the adictivo plan"), [""; 0]);
        assert_eq!(found("Substance Abuse and Mental Health Services Administration"), [""; 0]);
    }
}
