//! The rows of the list of resources: whom to call or write to, where, in which languages, and how certain it is.

/// Where the list stands.
pub const PATH: &str = "content/resources.tsv";

/// The countries a person can choose, as `boot.js` and the app name them.
pub const COUNTRIES: [&str; 7] = ["US", "CA", "UK", "IE", "AU", "NZ", "other"];

/// What somebody may look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Crisis,
    Alone,
    Treatment,
    Violence,
    Family,
    Peers,
    Naloxone,
    Poison,
    More,
}

impl Need {
    pub const ALL: [Self; 9] = [
        Self::Crisis,
        Self::Alone,
        Self::Treatment,
        Self::Violence,
        Self::Family,
        Self::Peers,
        Self::Naloxone,
        Self::Poison,
        Self::More,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Crisis => "crisis",
            Self::Alone => "alone",
            Self::Treatment => "treatment",
            Self::Violence => "violence",
            Self::Family => "family",
            Self::Peers => "peers",
            Self::Naloxone => "naloxone",
            Self::Poison => "poison",
            Self::More => "more",
        }
    }

    /// What a kind of the list is good for; emergency services are for everything.
    fn of(kind: &str) -> Option<Self> {
        Some(match kind {
            "emergency" => return None,
            "overdose spotting" => Self::Alone,
            "violence" => Self::Violence,
            "family support" => Self::Family,
            "poison advice" => Self::Poison,
            "naloxone" | "naloxone and harm reduction by mail" | "harm reduction" | "drug supply warnings" => {
                Self::Naloxone
            }
            "mutual help" | "online meetings" | "peer support" | "sober activities" | "recovery housing" => Self::Peers,
            kind if kind.starts_with("crisis") => Self::Crisis,
            kind if kind.starts_with("treatment") || kind.starts_with("drug information") || kind == "addiction" => {
                Self::Treatment
            }
            _ => Self::More,
        })
    }
}

/// One place to call, write to or read.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    pub name: &'a str,
    pub kind: &'a str,
    pub country: &'a str,
    phone: &'a str,
    sms: &'a str,
    pub url: &'a str,
    pub hours: &'a str,
    languages: &'a str,
    as_of: &'a str,
    certainty: &'a str,
}

/// A number as it is shown and as it is dialled, and what to press once they answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Call<'a> {
    pub shown: &'a str,
    pub dialled: String,
    pub press: Option<&'a str>,
}

/// What is sent to a number.
#[derive(Debug, PartialEq, Eq)]
pub enum Body<'a> {
    Anything,
    Word(&'a str),
    ZipCode,
}

/// A number as it is shown and as it is written to, and what to write.
#[derive(Debug, PartialEq, Eq)]
pub struct Text<'a> {
    pub shown: &'a str,
    pub number: String,
    pub body: Body<'a>,
    pub english_only: bool,
}

/// All rows in their order.
pub fn rows(list: &str) -> Vec<Row<'_>> {
    list.lines().skip(1).filter_map(Row::parse).collect()
}

impl<'a> Row<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let [name, kind, country, phone, sms, url, hours, languages, _note, as_of, certainty] = cells.as_slice() else {
            return None;
        };
        Some(Self { name, kind, country, phone, sms, url, hours, languages, as_of, certainty })
    }

    /// May be shown with its number (9.01).
    pub fn is_certain(&self) -> bool {
        self.certainty == "high"
    }

    /// May be named, without its number, so that the person can look for themselves (9.01).
    pub fn is_likely(&self) -> bool {
        self.certainty == "medium"
    }

    pub fn need(&self) -> Option<Need> {
        Need::of(self.kind)
    }

    /// The countries it serves; none means every one.
    pub fn countries(&self) -> Vec<&'static str> {
        if self.country == "international" {
            return Vec::new();
        }
        let code = |name: &str| match name.split('-').next().unwrap_or_default() {
            "US" => "US",
            "Canada" => "CA",
            "UK" => "UK",
            "Ireland" => "IE",
            "Australia" => "AU",
            "New Zealand" => "NZ",
            _ => "other",
        };
        let mut found: Vec<&str> = self.country.split(" and ").map(code).collect();
        found.dedup();
        found
    }

    pub fn serves(&self, country: &str) -> bool {
        let countries = self.countries();
        countries.is_empty() || countries.contains(&country)
    }

    /// The part of the country, or the country among all others, that it is for.
    pub fn place(&self) -> Option<&'a str> {
        let whole = ["US", "Canada", "UK", "Ireland", "Australia", "New Zealand", "UK and Ireland"];
        (!whole.contains(&self.country) && self.country != "international").then_some(self.country)
    }

    /// The languages as the list writes them.
    pub fn languages(&self) -> impl Iterator<Item = &'a str> {
        self.languages.split("; ").filter(|language| !language.is_empty())
    }

    /// Codes to filter by; interpreters and lines of many languages speak all of them.
    pub fn speaks(&self) -> Vec<&'static str> {
        let any = ["interpreter", "many", "varies", "several", "20+", "others"];
        if self.languages.is_empty() || any.iter().any(|word| self.languages.contains(word)) {
            return vec!["en", "es", "fr"];
        }
        let known = [("English", "en"), ("Spanish", "es"), ("French", "fr")];
        known.into_iter().filter(|(name, _)| self.languages.contains(name)).map(|(_, code)| code).collect()
    }

    pub fn call(&self) -> Option<Call<'a>> {
        let number = self.phone.split('(').next().unwrap_or_default().trim();
        let (shown, press) = match number.split_once(" then ") {
            Some((shown, press)) => (shown, Some(press)),
            None => (number, None),
        };
        (!shown.is_empty()).then(|| Call { shown, dialled: shown.replace(' ', ""), press })
    }

    pub fn text(&self) -> Option<Text<'a>> {
        let what = self.sms.split(['(', ';', ',']).next().unwrap_or_default().trim();
        let (body, shown) = match what.split_once(" to ") {
            Some(("ZIP code", number)) => (Body::ZipCode, number),
            Some((word, number)) => (Body::Word(word), number),
            None => (Body::Anything, what),
        };
        let number: String = shown.chars().filter(char::is_ascii_digit).collect();
        let is_number = !shown.is_empty() && shown.chars().all(|next| next.is_ascii_digit() || "- ".contains(next));
        // Texts to emergency services need a registration in most countries; their note says so.
        (is_number && self.kind != "emergency").then(|| Text {
            shown,
            number,
            body,
            english_only: self.sms.contains("English only"),
        })
    }

    /// When it was last looked up, as a year or a month.
    pub fn date(&self) -> &'a str {
        let parts = self.as_of.split(|next: char| !(next.is_ascii_digit() || next == '-'));
        parts.filter(|part| part.len() >= 4 && part.starts_with("20")).max().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Call, Need, Row, Text, rows};

    fn row(kind: &'static str, country: &'static str, phone: &'static str, sms: &'static str) -> Row<'static> {
        let [url, hours, languages, as_of, certainty] =
            ["", "24/7", "English; Spanish", "2025-08 (press options); number 2026", "high"];
        Row { name: "Line", kind, country, phone, sms, url, hours, languages, as_of, certainty }
    }

    #[test]
    fn numbers_are_read_as_people_dial_them() {
        let call = |phone| row("crisis", "US", phone, "").call();
        assert_eq!(call(""), None);
        assert_eq!(call("988 then 2"), Some(Call { shown: "988", dialled: "988".to_owned(), press: Some("2") }));
        assert_eq!(
            call("0300 123 6600 (office)"),
            Some(Call { shown: "0300 123 6600", dialled: "03001236600".to_owned(), press: None })
        );
        let text = |sms| row("crisis", "US", "", sms).text();
        let is =
            |shown, number: &str, body, english_only| Text { shown, number: number.to_owned(), body, english_only };
        assert_eq!(text("START to 678-678"), Some(is("678-678", "678678", Body::Word("START"), false)));
        assert_eq!(text("0477 13 11 14"), Some(is("0477 13 11 14", "0477131114", Body::Anything, false)));
        assert_eq!(
            text("ZIP code to 435748 (HELP4U), English only"),
            Some(is("435748", "435748", Body::ZipCode, true))
        );
        assert_eq!(row("emergency", "Australia", "000", "106 (TTY)").text(), None);
    }

    #[test]
    fn a_row_says_for_whom_it_is() {
        assert_eq!(row("crisis", "UK and Ireland", "", "").countries(), ["UK", "IE"]);
        assert_eq!(row("crisis", "UK and Ireland", "", "").place(), None);
        assert_eq!(row("crisis", "Canada-ON", "", "").place(), Some("Canada-ON"));
        assert!(row("mutual help", "international", "", "").serves("NZ"));
        assert!(row("crisis", "Mexico", "", "").serves("other") && !row("crisis", "Mexico", "", "").serves("US"));
        assert_eq!(row("crisis", "US", "", "").speaks(), ["en", "es"]);
        assert_eq!(row("crisis", "US", "", "").date(), "2026");
        assert_eq!(row("crisis and addiction", "Mexico", "", "").need(), Some(Need::Crisis));
        assert_eq!(row("emergency", "US", "", "").need(), None);
    }

    #[test]
    fn every_row_of_the_list_is_read() {
        let list = include_str!("../../../content/resources.tsv");
        let rows = rows(list);
        assert_eq!(rows.len() + 1, list.lines().count());
        for row in &rows {
            assert!(row.is_certain() || row.is_likely() || row.certainty == "low", "{}", row.name);
            assert!(!row.date().is_empty() || !row.is_certain(), "{} has no date", row.name);
            assert_eq!(row.call().is_some(), !row.phone.is_empty(), "{}", row.name);
        }
    }
}
