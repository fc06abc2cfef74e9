//! Reads `locales/`, checks that every language says the same things, and writes typed keys and packed words.
//!
//! `locales/*.json` are the words of the first pages, `locales/later/*.json` those that only later pages say.
//! A build tool: it runs in `build.rs` and in `xtask`, never in the app.
//! Words are texts or plurals (`{"one": …, "other": …}`), grouped by namespace; `{name}` is a placeholder.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use serde_json::Value;

/// The language whose file defines keys and placeholders.
pub const SOURCE: &str = "en";
/// Every language of the app.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// Which file of a language a word lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What the first pages say.
    First,
    /// What only later pages say.
    Later,
}

impl Part {
    /// In the order in which they are fetched.
    pub const ALL: [Self; 2] = [Self::First, Self::Later];

    fn folder(self) -> &'static str {
        match self {
            Self::First => "",
            Self::Later => "later",
        }
    }

    /// What the name of its file of packed words begins with.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::First => "",
            Self::Later => "later-",
        }
    }

    /// The function that reads a line of it.
    fn reader(self) -> &'static str {
        match self {
            Self::First => "line",
            Self::Later => "later_line",
        }
    }
}

/// All words of all languages, known to agree with one another.
#[derive(Debug)]
pub struct Catalogue {
    words: BTreeMap<String, BTreeMap<String, (Part, Word)>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    Text(String),
    Plural { one: String, other: String },
}

impl Word {
    fn lines(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => vec![text],
            Self::Plural { one, other } => vec![one, other],
        }
    }
}

impl Catalogue {
    /// Reads the files of every language in `dir`.
    ///
    /// Fails with one sentence per missing key, extra key, differing placeholder or unreadable file.
    pub fn read(dir: &Path) -> Result<Self, Vec<String>> {
        let mut words = BTreeMap::new();
        let mut faults = Vec::new();
        for (language, part) in LANGUAGES.iter().flat_map(|language| Part::ALL.map(|part| (*language, part))) {
            let path = dir.join(part.folder()).join(format!("{language}.json"));
            match fs::read_to_string(&path) {
                Ok(text) => match parse(&text) {
                    Ok(parsed) => {
                        let all: &mut BTreeMap<_, _> = words.entry(language.to_owned()).or_default();
                        for (key, word) in parsed {
                            if all.insert(key.clone(), (part, word)).is_some() {
                                faults.push(format!("{}: `{key}` is in another file too", path.display()));
                            }
                        }
                    }
                    Err(found) => faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", path.display()))),
                },
                Err(error) => faults.push(format!("{}: {error}", path.display())),
            }
        }
        let catalogue = Self { words };
        faults.extend(catalogue.disagreements());
        if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
    }

    /// The words of one language and part, a line each, after a line that names the set of all keys.
    ///
    /// Placeholders are the control characters U+0001, U+0002 … in the order of [`SOURCE`].
    pub fn packed(&self, language: &str, part: Part) -> String {
        let mut packed = self.fingerprint();
        for (key, _, source) in self.source().filter(|(_, of, _)| *of == part) {
            let names = placeholders(source);
            let word = self.words.get(language).and_then(|words| words.get(key)).map_or(source, |(_, word)| word);
            for line in word.lines() {
                let mut line = line.to_owned();
                for (position, name) in names.iter().enumerate() {
                    let mark = char::from_u32(u32::try_from(position).unwrap_or(0) + 1).unwrap_or(' ');
                    line = line.replace(&format!("{{{name}}}"), &mark.to_string());
                }
                packed.push('\n');
                packed.push_str(&line);
            }
        }
        packed
    }

    /// Rust source: a module per namespace, a function per key.
    pub fn keys(&self) -> String {
        let mut code = format!("pub(super) const FINGERPRINT: &str = {:?};\n", self.fingerprint());
        let (mut first, mut later) = (0, 0);
        let mut open = String::new();
        for (key, part, word) in self.source() {
            let (namespace, name) = key.split_once('.').unwrap_or(("", key));
            if namespace != open {
                if !open.is_empty() {
                    code.push_str("}\n");
                }
                let _ = writeln!(code, "/// Words of `{namespace}`.\npub mod {namespace} {{");
                namespace.clone_into(&mut open);
            }
            let line = match part {
                Part::First => &mut first,
                Part::Later => &mut later,
            };
            let said = word.lines().last().copied().unwrap_or_default();
            let _ = writeln!(code, "    /// {said:?}\n{}", function(name, word, part, *line));
            *line += word.lines().len();
        }
        code.push_str("}\n");
        let _ = writeln!(code, "pub(super) const LINES: [usize; 2] = [{first}, {later}];");
        code
    }

    /// A short hash of all keys and placeholders: words and program fit together when it is equal.
    fn fingerprint(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for (key, part, word) in self.source() {
            for byte in format!("{key}/{part:?}/{}/{:?};", word.lines().len(), placeholders(word)).bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{hash:016x}")
    }

    fn source(&self) -> impl Iterator<Item = (&str, Part, &Word)> {
        self.words.get(SOURCE).into_iter().flatten().map(|(key, (part, word))| (key.as_str(), *part, word))
    }

    fn disagreements(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let Some(source) = self.words.get(SOURCE) else { return faults };
        for (language, words) in &self.words {
            for (key, (part, word)) in source {
                match words.get(key) {
                    None => faults.push(format!("{language}: `{key}` is missing")),
                    Some((other, _)) if other != part => {
                        faults.push(format!("{language}: `{key}` is in another file than in {SOURCE}"));
                    }
                    Some((_, other)) if other.lines().len() != word.lines().len() => {
                        faults.push(format!("{language}: `{key}` must be a text in both or a plural in both"));
                    }
                    Some((_, other)) if sorted(placeholders(other)) != sorted(placeholders(word)) => {
                        faults.push(format!("{language}: `{key}` has other placeholders than {SOURCE}"));
                    }
                    Some(_) => {}
                }
            }
            faults.extend(
                words
                    .keys()
                    .filter(|key| !source.contains_key(*key))
                    .map(|key| format!("{language}: `{key}` is not in {SOURCE}")),
            );
        }
        faults
    }
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

fn function(name: &str, word: &Word, part: Part, line: usize) -> String {
    let names = placeholders(word);
    let read = part.reader();
    let list =
        |between: &str, each: &dyn Fn(&String) -> String| names.iter().map(each).collect::<Vec<_>>().join(between);
    match word {
        Word::Text(_) if names.is_empty() => format!("    pub fn {name}() -> &'static str {{ super::{read}({line}) }}"),
        Word::Text(_) => format!(
            "    pub fn {name}({}) -> String {{ super::fill(super::{read}({line}), &[{}]) }}",
            list(", ", &|name| format!("{name}: &str")),
            list(", ", &Clone::clone),
        ),
        Word::Plural { .. } => {
            let rest = names
                .iter()
                .filter(|name| *name != "n")
                .fold(String::new(), |all, name| all + &format!(", {name}: &str"));
            format!(
                "    pub fn {name}(n: usize{rest}) -> String {{ super::fill(super::{read}(if n == 1 {{ {line} }} else {{ {} }}), &[{}]) }}",
                line + 1,
                list(", ", &|name| if name == "n" { "&super::number(n)".into() } else { name.clone() }),
            )
        }
    }
}

fn placeholders(word: &Word) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in word.lines() {
        for part in line.split('{').skip(1) {
            if let Some((name, _)) = part.split_once('}')
                && !names.iter().any(|known| known == name)
            {
                names.push(name.to_owned());
            }
        }
    }
    names
}

fn parse(text: &str) -> Result<BTreeMap<String, Word>, Vec<String>> {
    let root: Value = serde_json::from_str(text).map_err(|error| vec![error.to_string()])?;
    let mut words = BTreeMap::new();
    let mut faults = Vec::new();
    for (namespace, keys) in root.as_object().into_iter().flatten() {
        for (key, value) in keys.as_object().into_iter().flatten() {
            let name = format!("{namespace}.{key}");
            let form = |form: &str| value.get(form).and_then(Value::as_str).map(str::to_owned);
            let word = match (value.as_str(), form("one"), form("other")) {
                (Some(text), ..) => Word::Text(text.to_owned()),
                (None, Some(one), Some(other)) => Word::Plural { one, other },
                _ => {
                    faults.push(format!("`{name}` is neither a text nor {{\"one\", \"other\"}}"));
                    continue;
                }
            };
            if word.lines().iter().any(|line| line.trim().is_empty() || line.chars().any(char::is_control)) {
                faults.push(format!("`{name}` is empty or holds a control character"));
            }
            words.insert(name, word);
        }
    }
    if faults.is_empty() { Ok(words) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(en: &str, es: &str) -> Catalogue {
        let first = |text: &str| {
            let words = parse(text).unwrap_or_default();
            words.into_iter().map(|(key, word)| (key, (Part::First, word))).collect()
        };
        Catalogue { words: [("en", en), ("es", es)].map(|(language, text)| (language.to_owned(), first(text))).into() }
    }

    #[test]
    fn a_missing_an_extra_and_a_differing_word_are_named() {
        let faults = catalogue(r#"{"a":{"b":"x {n}","c":"y"}}"#, r#"{"a":{"b":"x","d":"z"}}"#).disagreements();
        assert_eq!(faults.len(), 3, "{faults:?}");
    }

    #[test]
    fn placeholders_become_marks_in_the_order_of_the_source() {
        let words = catalogue(r#"{"a":{"b":"{x} of {y}"}}"#, r#"{"a":{"b":"de {y}, {x}"}}"#);
        assert!(words.packed("es", Part::First).ends_with("\nde \u{2}, \u{1}"));
    }

    #[test]
    fn words_of_two_files_are_numbered_apart_and_stand_in_the_same_file_in_every_language() {
        let text = r#"{"a":{"b":"x"},"c":{"d":"y"}}"#;
        let mut words = catalogue(text, text);
        let later = |words: &mut Catalogue, language| {
            words.words.get_mut(language).unwrap().get_mut("c.d").unwrap().0 = Part::Later;
        };
        later(&mut words, "en");
        assert_eq!(words.disagreements().len(), 1);
        later(&mut words, "es");
        assert!(words.disagreements().is_empty());
        let keys = words.keys();
        assert!(keys.contains("super::line(0)") && keys.contains("super::later_line(0)"), "{keys}");
        assert!(words.packed("es", Part::First).ends_with("\nx"));
        assert!(words.packed("es", Part::Later).ends_with("\ny"));
    }

    #[test]
    fn a_plural_takes_two_lines_and_a_number() {
        let words = catalogue(
            r#"{"a":{"b":{"one":"{n} day","other":"{n} days"},"c":"z"}}"#,
            r#"{"a":{"b":{"one":"{n} día","other":"{n} días"},"c":"z"}}"#,
        );
        let keys = words.keys();
        assert!(keys.contains("pub fn b(n: usize) -> String"), "{keys}");
        assert!(keys.contains("super::line(2)"), "{keys}");
        assert!(words.packed("es", Part::First).contains("\u{1} días"));
    }
}
