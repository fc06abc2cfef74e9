//! Reads `locales/*.json`, checks that every language says the same things, and writes typed keys and packed words.
//!
//! A build tool: it runs in `build.rs` and in `xtask`, never in the app.
//! Words are texts or plurals (`{"one": …, "other": …}`), grouped by namespace; `{name}` is a placeholder.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use serde_json::Value;

/// The language whose file defines keys and placeholders.
pub const SOURCE: &str = "en";
/// Every language of the app.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// All words of all languages, known to agree with one another.
#[derive(Debug)]
pub struct Catalogue {
    words: BTreeMap<String, BTreeMap<String, Word>>,
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
        for language in LANGUAGES {
            let path = dir.join(format!("{language}.json"));
            match fs::read_to_string(&path) {
                Ok(text) => match parse(&text) {
                    Ok(parsed) => {
                        words.insert(language.to_owned(), parsed);
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

    /// The words of one language, a line each, after a line that names the set of keys.
    ///
    /// Placeholders are the control characters U+0001, U+0002 … in the order of [`SOURCE`].
    pub fn packed(&self, language: &str) -> String {
        let mut packed = self.fingerprint();
        for (key, source) in self.source() {
            let names = placeholders(source);
            let word = self.words.get(language).and_then(|words| words.get(key)).unwrap_or(source);
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
        let mut line = 0;
        let mut open = String::new();
        for (key, word) in self.source() {
            let (namespace, name) = key.split_once('.').unwrap_or(("", key));
            if namespace != open {
                if !open.is_empty() {
                    code.push_str("}\n");
                }
                let _ = writeln!(code, "/// Words of `{namespace}`.\npub mod {namespace} {{");
                namespace.clone_into(&mut open);
            }
            let said = word.lines().last().copied().unwrap_or_default();
            let _ = writeln!(code, "    /// {said:?}\n{}", function(name, word, line));
            line += word.lines().len();
        }
        code.push_str("}\n");
        let _ = writeln!(code, "pub(super) const LINES: usize = {line};");
        code
    }

    /// A short hash of all keys and placeholders: words and program fit together when it is equal.
    fn fingerprint(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for (key, word) in self.source() {
            for byte in format!("{key}/{}/{:?};", word.lines().len(), placeholders(word)).bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{hash:016x}")
    }

    fn source(&self) -> impl Iterator<Item = (&str, &Word)> {
        self.words.get(SOURCE).into_iter().flatten().map(|(key, word)| (key.as_str(), word))
    }

    fn disagreements(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let Some(source) = self.words.get(SOURCE) else { return faults };
        for (language, words) in &self.words {
            for (key, word) in source {
                match words.get(key) {
                    None => faults.push(format!("{language}: `{key}` is missing")),
                    Some(other) if other.lines().len() != word.lines().len() => {
                        faults.push(format!("{language}: `{key}` must be a text in both or a plural in both"));
                    }
                    Some(other) if sorted(placeholders(other)) != sorted(placeholders(word)) => {
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

fn function(name: &str, word: &Word, line: usize) -> String {
    let names = placeholders(word);
    let list =
        |between: &str, each: &dyn Fn(&String) -> String| names.iter().map(each).collect::<Vec<_>>().join(between);
    match word {
        Word::Text(_) if names.is_empty() => format!("    pub fn {name}() -> &'static str {{ super::line({line}) }}"),
        Word::Text(_) => format!(
            "    pub fn {name}({}) -> String {{ super::fill(super::line({line}), &[{}]) }}",
            list(", ", &|name| format!("{name}: &str")),
            list(", ", &Clone::clone),
        ),
        Word::Plural { .. } => {
            let rest = names
                .iter()
                .filter(|name| *name != "n")
                .fold(String::new(), |all, name| all + &format!(", {name}: &str"));
            format!(
                "    pub fn {name}(n: usize{rest}) -> String {{ super::fill(super::line(if n == 1 {{ {line} }} else {{ {} }}), &[{}]) }}",
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
        let words =
            [("en", en), ("es", es)].map(|(language, text)| (language.to_owned(), parse(text).unwrap_or_default()));
        Catalogue { words: words.into() }
    }

    #[test]
    fn a_missing_an_extra_and_a_differing_word_are_named() {
        let faults = catalogue(r#"{"a":{"b":"x {n}","c":"y"}}"#, r#"{"a":{"b":"x","d":"z"}}"#).disagreements();
        assert_eq!(faults.len(), 3, "{faults:?}");
    }

    #[test]
    fn placeholders_become_marks_in_the_order_of_the_source() {
        let words = catalogue(r#"{"a":{"b":"{x} of {y}"}}"#, r#"{"a":{"b":"de {y}, {x}"}}"#);
        assert!(words.packed("es").ends_with("\nde \u{2}, \u{1}"));
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
        assert!(words.packed("es").contains("\u{1} días"));
    }
}
