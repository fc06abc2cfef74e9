//! Finds words that hurt the people this app is for.

use std::path::Path;

use anyhow::Result;
use catalogue::LANGUAGES;
use walkdir::WalkDir;

use super::hurtful::{self, Hurtful};
use crate::faults::Faults;

/// Looks through all texts that people read.
pub fn check(faults: &mut Faults) -> Result<()> {
    let list = super::read(Path::new(hurtful::LIST))?.unwrap_or_default();
    let list = hurtful::read(&list).unwrap_or_else(|(line, what)| {
        faults.at(Path::new(hurtful::LIST), line, what);
        Vec::new()
    });
    if list.is_empty() {
        faults.at(Path::new(hurtful::LIST), 1, "the list is missing or empty");
    }
    let folders = LANGUAGES.iter().map(|language| format!("content/{language}"));
    for start in ["locales".to_owned(), "index.html".to_owned()].into_iter().chain(folders) {
        for entry in WalkDir::new(start).sort_by_file_name().into_iter().filter_map(Result::ok) {
            if let Some(text) = entry.file_type().is_file().then(|| super::read(entry.path())).transpose()?.flatten() {
                check_text(entry.path(), &text, &list, faults);
            }
        }
    }
    Ok(())
}

/// Here a whole line is looked at, so only what is refused everywhere; the red-line test reads sentence by sentence.
fn check_text(path: &Path, text: &str, list: &[Hurtful], faults: &mut Faults) {
    for (number, line) in (1..).zip(text.lines()) {
        for what in hurtful::faults(list, line, true) {
            faults.at(path, number, what);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::check_text;
    use crate::{content::hurtful, faults::Faults};

    #[test]
    fn banned_words_are_found_whole() {
        let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(hurtful::LIST);
        let list = hurtful::read(&fs::read_to_string(list).unwrap()).unwrap();
        let found = |line| {
            let mut faults = Faults::default();
            check_text(Path::new("a"), line, &list, &mut faults);
            faults.0.into_iter().map(|fault| fault.split('`').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("He is an Addict."), ["addict"]);
        assert_eq!(found("\"a\": \"clean  and\tsober\""), ["clean and sober"]);
        assert_eq!(found("los adictos"), ["adictos"]);
        assert_eq!(found("Addiction medicine; the adictivo plan"), [""; 0]);
        assert_eq!(found("Substance Abuse and Mental Health Services Administration"), [""; 0]);
    }
}
