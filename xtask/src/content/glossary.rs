//! The words that are explained: a table a language, held against one another and against the list of facts.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::{Path, PathBuf},
};

use anyhow::Result;
use catalogue::LANGUAGES;

use crate::{faults::Faults, lesson};

/// At least so many words are explained.
const LEAST: usize = 70;

/// Adds `<language>/glossary.tsv` for each language: name, other names and meaning.
pub fn compile(files: &mut BTreeMap<String, String>, facts: &BTreeSet<&str>, faults: &mut Faults) -> Result<()> {
    let mut known: Option<BTreeMap<String, Vec<String>>> = None;
    for language in LANGUAGES {
        let path = PathBuf::from(format!("content/{language}/glossary.tsv"));
        let Some(text) = super::read(&path)? else {
            faults.at(&path, 1, "the glossary is missing");
            continue;
        };
        let (mut rests, mut packed) = (BTreeMap::<String, Vec<String>>::new(), String::new());
        for (number, line) in (1..).zip(text.lines()).skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [id, name, also, meaning, cited] = fields.as_slice() else {
                faults.at(&path, number, "a line has five fields: id, term, also, meaning, facts");
                continue;
            };
            let cited = lesson::facts_in(cited);
            for fact in cited.iter().filter(|fact| !facts.contains(fact.as_str())) {
                faults.at(&path, number, format!("fact `{fact}` is not in the list"));
            }
            if name.is_empty() || meaning.is_empty() {
                faults.at(&path, number, "the term or its meaning is empty");
            }
            if rests.insert((*id).to_owned(), cited).is_some() {
                faults.at(&path, number, format!("`{id}` stands here twice"));
            }
            let _ = writeln!(packed, "{name}\t{also}\t{meaning}");
        }
        if rests.len() < LEAST {
            faults.at(&path, 1, format!("{} words; at least {LEAST} are explained", rests.len()));
        }
        match &known {
            None => known = Some(rests),
            Some(source) => compare(&path, source, &rests, faults),
        }
        files.insert(format!("{language}/glossary.tsv"), packed);
    }
    Ok(())
}

fn compare(
    path: &Path,
    source: &BTreeMap<String, Vec<String>>,
    here: &BTreeMap<String, Vec<String>>,
    faults: &mut Faults,
) {
    let ids: BTreeSet<&String> = source.keys().chain(here.keys()).collect();
    for id in ids.into_iter().filter(|id| source.get(*id) != here.get(*id)) {
        faults.at(path, 1, format!("`{id}` is missing in a language, or cites other facts there"));
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, path::Path};

    use super::compare;
    use crate::faults::Faults;

    #[test]
    fn a_word_is_explained_in_every_language_from_the_same_facts() {
        let row = |id: &str, fact: &str| (id.to_owned(), vec![fact.to_owned()]);
        let source = BTreeMap::from([row("a", "1.1"), row("b", "1.2")]);
        let mut faults = Faults::default();
        compare(Path::new("es"), &source, &source, &mut faults);
        assert_eq!(faults, Faults::default());
        compare(Path::new("es"), &source, &BTreeMap::from([row("a", "1.3")]), &mut faults);
        assert_eq!(faults.0.len(), 2);
    }
}
