//! How Trellis behaves for its owner, and how it looks.

use serde::{Deserialize, Serialize};

use crate::text::Title;

/// What the owner chose; one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// What to call them.
    pub name: Option<Title>,
    /// What they are here for.
    pub purposes: Vec<Purpose>,
    /// The hour their day ends: 0 to 6.
    pub day_ends: u8,
    /// Whether the first steps are behind them.
    pub welcomed: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { name: None, purposes: Vec::new(), day_ends: 3, welcomed: false }
    }
}

/// What a person is here for. It orders what is offered; it closes nothing off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Purpose {
    StayOnTrack,
    CutDown,
    StayOnMedicine,
    FindPeople,
    FillTime,
    Understand,
}

impl Purpose {
    /// In the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::StayOnTrack, Self::CutDown, Self::StayOnMedicine, Self::FindPeople, Self::FillTime, Self::Understand];
}

/// How Trellis looks; read before the program starts, and so written as a line of plain words: `es,dark,large,US`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// The language; `None` follows the device.
    pub language: Option<Language>,
    /// Light or dark; `None` follows the device.
    pub theme: Option<Theme>,
    /// How large text is.
    pub text: TextSize,
    /// Whose numbers Help shows; `None` shows the first.
    pub country: Option<Country>,
}

macro_rules! words_of {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum $name { $($case),* }

        impl $name {
            /// In the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$case),*];

            /// The word for it in attributes and on disk.
            pub fn word(self) -> &'static str {
                match self { $(Self::$case => $word),* }
            }

            /// The one with this word.
            pub fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$case),)* _ => None }
            }
        }
    };
}

words_of! {
    /// A language of the app.
    Language { English = "en", Spanish = "es" }
}
words_of! {
    /// Light or dark.
    Theme { Light = "light", Dark = "dark" }
}
words_of! {
    /// How large text is.
    TextSize { Usual = "usual", Large = "large", Largest = "largest" }
}
words_of! {
    /// A country whose helplines are known.
    Country {
        UnitedStates = "US",
        Canada = "CA",
        UnitedKingdom = "UK",
        Ireland = "IE",
        Australia = "AU",
        NewZealand = "NZ",
        Elsewhere = "other",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro derives no Default")]
impl Default for TextSize {
    fn default() -> Self {
        Self::Usual
    }
}

impl Look {
    /// The line that is kept: language, theme, text size, country; empty where the device decides.
    pub fn line(self) -> String {
        let text = if self.text == TextSize::Usual { "" } else { self.text.word() };
        [
            self.language.map_or("", Language::word),
            self.theme.map_or("", Theme::word),
            text,
            self.country.map_or("", Country::word),
        ]
        .join(",")
    }

    /// Reads a line; a word it does not know is as if nothing had been chosen.
    pub fn of(line: &str) -> Self {
        let mut words = line.split(',');
        let mut next = || words.next().unwrap_or("");
        Self {
            language: Language::of(next()),
            theme: Theme::of(next()),
            text: TextSize::of(next()).unwrap_or_default(),
            country: Country::of(next()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_reads_back_what_it_writes() {
        for language in [None, Some(Language::English), Some(Language::Spanish)] {
            for text in TextSize::ALL {
                for country in Country::ALL {
                    let look = Look { language, theme: Some(Theme::Dark), text: *text, country: Some(*country) };
                    assert_eq!(Look::of(&look.line()), look);
                }
            }
        }
        assert_eq!(Look::of("xx,pink,,Mars"), Look::default());
        assert_eq!(
            Look { language: Some(Language::Spanish), theme: Some(Theme::Dark), ..Look::default() }.line(),
            "es,dark,,"
        );
    }
}
