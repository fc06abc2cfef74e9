//! The words that each page and part shows: keys of the catalogues, found in the source.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use crate::{none_of, root, sources};

/// Sentences by key.
pub type Catalogue = BTreeMap<String, Vec<String>>;

/// The words of a language: those of the first pages and those of the later ones. A namespace lies in one of them.
fn files(language: &str) -> [String; 2] {
    [format!("locales/{language}.json"), format!("locales/later/{language}.json")]
}

/// Key and sentences of a language: `goals.sub`.
pub fn catalogue(language: &str) -> Catalogue {
    files(language).iter().fold(Catalogue::new(), |mut all, path| {
        all.extend(read(&fs::read_to_string(root().join(path)).unwrap_or_default()));
        all
    })
}

fn read(text: &str) -> Catalogue {
    let all: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let mut found = Catalogue::new();
    for (space, keys) in all.as_object().into_iter().flatten() {
        for (key, value) in keys.as_object().into_iter().flatten() {
            let one = value.as_str().map(str::to_owned).into_iter();
            let many = value.as_object().into_iter().flatten().filter_map(|(_, form)| form.as_str().map(str::to_owned));
            found.insert(format!("{space}.{key}"), one.chain(many).collect());
        }
    }
    found
}

/// Every key that a source names, as itself or through another name of its namespace.
pub fn keys_in(text: &str, catalogue: &Catalogue) -> BTreeSet<String> {
    let spaces: BTreeSet<&str> = catalogue.keys().filter_map(|key| key.split('.').next()).collect();
    let mut found = BTreeSet::new();
    for space in spaces {
        let other = text.split_once(&format!("{space} as ")).map(|(_, after)| name_at(after));
        for prefix in [Some(space), other].into_iter().flatten() {
            for (place, _) in text.match_indices(&format!("{prefix}::")) {
                let before = text[..place].chars().next_back();
                if before.is_none_or(|before| !(before.is_alphanumeric() || before == '_')) {
                    let key = format!("{space}.{}", name_at(&text[place + prefix.len() + 2..]));
                    found.extend(catalogue.contains_key(&key).then_some(key));
                }
            }
        }
    }
    found
}

fn name_at(text: &str) -> &str {
    text.split(|next: char| !(next.is_alphanumeric() || next == '_')).next().unwrap_or_default()
}

/// The keys that each function of `src/words/` chooses from: `values::answer`.
fn chosen(catalogue: &Catalogue) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for file in sources(&["src/words"], &[".rs"]) {
        let stem = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        let aliases = file.text.split("pub fn ").next().unwrap_or_default().to_owned();
        for function in file.text.split("pub fn ").skip(1) {
            let keys = keys_in(&format!("{aliases}{function}"), catalogue);
            found.insert(format!("{stem}::{}", name_at(function)), keys);
        }
    }
    found
}

/// The pages and parts with the keys they show.
pub fn shown(catalogue: &Catalogue) -> BTreeMap<String, BTreeSet<String>> {
    let chosen = chosen(catalogue);
    let files = sources(&["src/pages", "src/pages.rs", "src/components", "src/layout.rs"], &[".rs"]);
    let keys = |text: &str| {
        let mut keys = keys_in(text, catalogue);
        for (_, more) in chosen.iter().filter(|(function, _)| text.contains(&format!("{function}("))) {
            keys.extend(more.iter().cloned());
        }
        keys
    };
    files.iter().map(|file| (file.path.clone(), keys(&file.text))).collect()
}

#[test]
fn keys_are_found_by_any_name() {
    let one = || vec![String::new()];
    let catalogue = Catalogue::from([
        ("goals.sub".to_owned(), one()),
        ("shared.more".to_owned(), one()),
        ("nav.help".to_owned(), one()),
    ]);
    let keys = keys_in("use words::{nav, shared as words}; goals::sub(); words::more; my_nav::help()", &catalogue);
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["goals.sub", "shared.more"]);
}

/// Words that no one reads are never held against a rule.
#[test]
fn the_words_of_every_page_are_read() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let read_too: BTreeSet<String> = sources(&["locales"], &[".json"]).into_iter().map(|file| file.path).collect();
        let known = files(language);
        faults.extend(
            read_too.iter().filter(|path| path.ends_with(&format!("{language}.json")) && !known.contains(path)).map(
                |path| format!("{path}: words that xtask/tests/red_lines/keys.rs does not read: add the file there"),
            ),
        );
        for path in &known {
            if read(&fs::read_to_string(root().join(path)).unwrap_or_default()).is_empty() {
                faults.push(format!("{path}: no words in it; where are they now?"));
            }
        }
    }
    none_of(&faults);
}
