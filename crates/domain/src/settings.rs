//! How Trellis behaves for its owner, and how it looks.

use serde::{Deserialize, Serialize};

use crate::{day::Day, money::Money, text::Title};

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
    /// How long notes are kept.
    pub keep_notes: KeepNotes,
    /// When a lock that is set closes by itself.
    pub locks: Locks,
    /// What is known about backups.
    pub backups: Backups,
    /// The money that used to go on use; `None` if it is not counted.
    pub budget: Option<Budget>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: None,
            purposes: Vec::new(),
            day_ends: 3,
            welcomed: false,
            keep_notes: KeepNotes::default(),
            locks: Locks::default(),
            backups: Backups::default(),
            budget: None,
        }
    }
}

/// How long notes are kept. What was ticked, rated or planned stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum KeepNotes {
    #[default]
    ForEver,
    Days30,
    Days90,
    Days365,
}

impl KeepNotes {
    /// In the order they are offered.
    pub const ALL: [Self; 4] = [Self::ForEver, Self::Days30, Self::Days90, Self::Days365];

    /// After how many days a note goes; `None` is never.
    pub fn days(self) -> Option<u16> {
        match self {
            Self::ForEver => None,
            Self::Days30 => Some(30),
            Self::Days90 => Some(90),
            Self::Days365 => Some(365),
        }
    }

    /// The first day whose notes stay, seen from `today`; `None` if all of them do.
    pub fn first_day(self, today: Day) -> Option<Day> {
        self.days().map(|days| today.plus(1 - i32::from(days)))
    }
}

/// When a lock that is set closes by itself. Without a lock it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locks {
    /// After this many minutes in which nothing was touched; `None` is never.
    pub after: Option<u8>,
    /// As soon as the page is hidden.
    pub when_hidden: bool,
}

impl Locks {
    /// The times that are offered, in minutes.
    pub const TIMES: [Option<u8>; 4] = [Some(2), Some(10), Some(30), None];
}

impl Default for Locks {
    fn default() -> Self {
        Self { after: Some(10), when_hidden: false }
    }
}

/// What is known about backups of this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backups {
    /// The day of the last backup that was opened again and found whole.
    pub checked: Option<Day>,
    /// The day Trellis last spoke of it.
    pub reminded: Option<Day>,
    /// Whether Trellis may speak of it.
    pub remind: bool,
}

impl Default for Backups {
    fn default() -> Self {
        Self { checked: None, reminded: None, remind: true }
    }
}

impl Backups {
    /// How old a backup is, in days, before Trellis speaks of it.
    pub const OLD: i32 = 30;
    /// How many days pass at least between two reminders.
    pub const REST: i32 = 7;

    /// Whether `today` is the day to be reminded, which lasts until it is put off or there is a new backup.
    pub fn is_spoken_of(self, today: Day) -> bool {
        self.remind && self.reminded == Some(today) && self.checked.is_none_or(|last| today.since(last) >= Self::OLD)
    }

    /// Whether to speak of it on `today`, when the record began on `first`: only if the last backup is old, or there
    /// was none for as long, and never twice within [`Backups::REST`] days.
    pub fn is_due(self, today: Day, first: Option<Day>) -> bool {
        let Some(since) = self.checked.max(first.filter(|_| self.checked.is_none())) else { return false };
        self.remind
            && today.since(since) >= Self::OLD
            && self.reminded.is_none_or(|last| today.since(last) >= Self::REST || last > today)
    }
}

/// The money that used to go on use, and what has been kept since. It only ever grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// How much it was each week.
    pub each_week: Money,
    /// From which day this amount counts.
    pub from: Day,
    /// What was kept before that day.
    pub before: Money,
}

impl Budget {
    /// A budget that begins on `from`.
    pub fn new(each_week: Money, from: Day) -> Self {
        Self { each_week, from, before: Money::default() }
    }

    /// How much has been kept until `today`; stops at the most there is.
    pub fn kept(&self, today: Day) -> Money {
        let days = u64::try_from(today.since(self.from)).unwrap_or(0);
        let since = u64::from(self.each_week.hundredths()) * days / 7;
        self.before.plus(Money::from(u32::try_from(since).unwrap_or(u32::MAX)))
    }

    /// Another amount each week from `today` on. What was kept until then stays.
    pub fn changed(&self, each_week: Money, today: Day) -> Self {
        Self { each_week, from: today, before: self.kept(today) }
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

    fn day(number: i32) -> Day {
        Day::parse("2026-01-01").unwrap().plus(number)
    }

    #[test]
    fn notes_of_exactly_the_days_chosen_stay() {
        assert_eq!(KeepNotes::ForEver.first_day(day(0)), None);
        for keep in KeepNotes::ALL {
            if let Some((first, days)) = keep.first_day(day(0)).zip(keep.days()) {
                assert_eq!(crate::day::span(first, day(0)), usize::from(days));
            }
        }
    }

    #[test]
    fn a_backup_is_spoken_of_when_it_is_old_and_once_a_week_at_most() {
        let mut backups = Backups::default();
        assert!(!backups.is_due(day(400), None), "there is nothing to back up");
        let mut spoken = Vec::new();
        for number in 0..100 {
            if backups.is_due(day(number), Some(day(0))) {
                spoken.push(number);
                backups.reminded = Some(day(number));
            }
        }
        assert_eq!(spoken, [30, 37, 44, 51, 58, 65, 72, 79, 86, 93]);
        backups.checked = Some(day(95));
        assert!(!backups.is_due(day(124), Some(day(0))));
        assert!(backups.is_due(day(125), Some(day(0))));
        assert!(!Backups { remind: false, ..backups }.is_due(day(125), Some(day(0))));
    }

    #[test]
    fn a_reminder_lasts_its_day_or_until_there_is_a_backup() {
        let backups = Backups { reminded: Some(day(40)), ..Backups::default() };
        assert!(backups.is_spoken_of(day(40)));
        assert!(!backups.is_spoken_of(day(41)));
        assert!(!Backups { checked: Some(day(40)), ..backups }.is_spoken_of(day(40)));
        assert!(!Backups { remind: false, ..backups }.is_spoken_of(day(40)));
    }

    #[test]
    fn a_clock_that_was_ahead_does_not_silence_the_reminder() {
        let backups = Backups { reminded: Some(day(9000)), ..Backups::default() };
        assert!(backups.is_due(day(60), Some(day(0))));
    }

    #[test]
    fn what_was_kept_grows_by_the_day_and_a_new_amount_takes_nothing_away() {
        let budget = Budget::new(Money::from(7000), day(0));
        assert_eq!([-5, 0, 1, 7].map(|number| budget.kept(day(number)).hundredths()), [0, 0, 1000, 7000]);
        let less = budget.changed(Money::from(700), day(10));
        assert_eq!([10, 11].map(|number| less.kept(day(number)).hundredths()), [10_000, 10_100]);
        let none = less.changed(Money::default(), day(11));
        assert_eq!(none.kept(day(500)).hundredths(), 10_100);
        let most = Budget::new(Money::from(Money::MOST), day(0));
        assert_eq!(most.kept(day(60_000)).hundredths(), Money::MOST);
    }

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
