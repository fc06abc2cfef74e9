//! An idea of the person's own for what to do, beside those of the catalogue.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::{
    activity::{Activity, ActivityNumber, Company, Cost, Energy, Need, Place},
    text::Title,
};

/// One idea of the person's own. It says of itself what an entry of the catalogue does (fact 8.09).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnActivity {
    /// What to do.
    pub title: Title,
    /// What kind of thing it is, as a code word of the catalogue; may be empty.
    pub category: String,
    /// What it costs.
    pub cost: Cost,
    /// Whom it is for.
    pub company: Company,
    /// Where it happens.
    pub place: Place,
    /// How long it usually takes, within [`OwnActivity::MINUTES`].
    pub minutes: u16,
    /// How much strength it asks for.
    pub energy: Energy,
    /// What it is good for, each once.
    pub needs: Vec<Need>,
    /// How to begin.
    pub first_step: Option<Title>,
    /// What to look out for.
    pub heads_up: Option<Title>,
}

impl OwnActivity {
    /// How long an activity may take, in minutes.
    pub const MINUTES: RangeInclusive<u16> = 1..=720;
    /// How long a code word of a category may be, in bytes.
    pub const CATEGORY: usize = 40;

    /// An idea that says what to do, and of the rest what asks least: ten minutes, alone or not, free.
    pub fn new(title: Title) -> Self {
        Self {
            title,
            category: String::new(),
            cost: Cost::None,
            company: Company::Either,
            place: Place::Either,
            minutes: 10,
            energy: Energy::Low,
            needs: Vec::new(),
            first_step: None,
            heads_up: None,
        }
    }

    /// So many minutes, or the nearest number that an activity may take.
    pub fn bounded(minutes: u16) -> u16 {
        minutes.clamp(*Self::MINUTES.start(), *Self::MINUTES.end())
    }

    /// Whether `word` can be the code word of a category: small letters, digits and `_`, or nothing.
    pub fn is_category(word: &str) -> bool {
        word.len() <= Self::CATEGORY
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    }

    /// The same as an entry of a catalogue under `number`, for the rules that take one: filters, barriers, likeness.
    pub fn as_listed(&self, number: ActivityNumber) -> Activity {
        let text = |title: &Option<Title>| title.as_deref().unwrap_or_default().to_owned();
        Activity {
            number,
            title: self.title.to_string(),
            category: self.category.clone(),
            cost: self.cost,
            company: self.company,
            place: self.place,
            minutes: Self::bounded(self.minutes),
            energy: self.energy,
            needs: self.needs.clone(),
            first_step: text(&self.first_step),
            heads_up: text(&self.heads_up),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::{Filter, find};

    #[test]
    fn an_own_idea_is_found_by_the_same_filters_and_words() {
        let own = OwnActivity {
            needs: vec![Need::Calm],
            first_step: Some(Title::kept("Fill the can")),
            ..OwnActivity::new(Title::kept("Water the plants"))
        };
        let listed = [own.as_listed(u16::MAX)];
        assert_eq!(find(&listed, &[Filter::Free, Filter::Short, Filter::Need(Need::Calm)], "plants can").len(), 1);
        assert!(find(&listed, &[Filter::Need(Need::Fun)], "").is_empty());
        assert!(listed[0].is_tiny());
    }

    #[test]
    fn minutes_and_code_words_are_bounded() {
        assert_eq!([0, 1, 720, 721].map(OwnActivity::bounded), [1, 1, 720, 720]);
        assert!(OwnActivity::is_category("") && OwnActivity::is_category("games_play"));
        assert!(!OwnActivity::is_category("<b>") && !OwnActivity::is_category(&"a".repeat(41)));
    }
}
