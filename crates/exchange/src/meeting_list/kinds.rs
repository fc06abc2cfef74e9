//! The kinds of meeting of the Meeting Guide format: a code, and its name in two languages.

use std::collections::HashMap;

use domain::{search, text::Title};

/// Code, English and Spanish, a line each.
const KINDS: &str = include_str!("../../../../content/meeting-types.tsv");

/// Finds kinds by code or name.
pub(super) struct Kinds {
    names: HashMap<&'static str, (&'static str, &'static str)>,
    codes: HashMap<String, &'static str>,
}

impl Kinds {
    pub(super) fn new() -> Self {
        let (mut names, mut codes) = (HashMap::new(), HashMap::new());
        for line in KINDS.lines() {
            let mut cells = line.split('\t');
            if let (Some(code), Some(english), Some(spanish)) = (cells.next(), cells.next(), cells.next()) {
                names.insert(code, (english, spanish));
                for spelled in [spanish, english, code] {
                    codes.insert(search::fold(spelled), code);
                }
            }
        }
        Self { names, codes }
    }

    /// The code for a code or a name in either language; any other text stays as it is.
    pub(super) fn code<'a>(&self, text: &'a str) -> &'a str {
        self.codes.get(&search::fold(text)).copied().unwrap_or(text)
    }

    /// The name of a kind; one that is not known is called by its code.
    pub(super) fn name(&self, code: &Title, spanish: bool) -> Title {
        self.names.get(&**code).map_or_else(
            || code.clone(),
            |(english, in_spanish)| Title::kept(if spanish { in_spanish } else { english }),
        )
    }

    /// The names in both languages.
    pub(super) fn both(&self, code: &str) -> (&str, &str) {
        self.names.get(code).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_a_code_and_two_names() {
        let kinds = Kinds::new();
        assert_eq!(kinds.names.len(), KINDS.lines().count());
        assert!(kinds.names.len() >= 88);
        for line in KINDS.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(cells.len() == 3 && cells.iter().all(|cell| Title::parse(cell).as_deref() == Ok(cell)), "{line}");
            assert_eq!(kinds.code(cells[0]), cells[0]);
        }
    }

    #[test]
    fn names_lead_to_codes_and_codes_to_names() {
        let kinds = Kinds::new();
        assert_eq!(kinds.code("meditación"), "MED");
        assert_eq!(kinds.code("WHEELCHAIR ACCESS"), "X");
        assert_eq!(kinds.code("onl"), "ONL");
        assert_eq!(kinds.code("Bring a chair"), "Bring a chair");
        assert_eq!(&*kinds.name(&Title::kept("BE"), true), "Principiantes");
        assert_eq!(&*kinds.name(&Title::kept("ZZ"), false), "ZZ");
    }
}
