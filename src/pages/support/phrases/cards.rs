//! The cards of words to say. The number of a card never changes: the person's own words are kept by it.

use crate::words::phrases as words;

/// One card.
pub struct Card {
    /// What it is for.
    pub group: Group,
    /// When it is needed.
    pub moment: fn() -> &'static str,
    /// What could be said.
    pub words: fn() -> &'static str,
    /// Whether use is near: then the danger after a break is said too (3.40, 3.48).
    pub near_use: bool,
}

/// What cards are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Reaching out.
    Reach,
    /// Saying no.
    Refuse,
    /// Telling someone.
    Tell,
}

impl Group {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Reach, Self::Refuse, Self::Tell];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reach => words::reach(),
            Self::Refuse => words::refuse(),
            Self::Tell => words::tell(),
        }
    }
}

const fn card(group: Group, moment: fn() -> &'static str, words: fn() -> &'static str) -> Card {
    Card { group, moment, words, near_use: false }
}

const fn near(card: &Card) -> Card {
    let Card { group, moment, words, .. } = *card;
    Card { group, moment, words, near_use: true }
}

/// All cards. New ones come at the end.
pub static CARDS: [Card; 24] = [
    card(Group::Reach, words::reach_1, words::reach_1_words),
    near(&card(Group::Reach, words::reach_2, words::reach_2_words)),
    card(Group::Reach, words::reach_3, words::reach_3_words),
    card(Group::Reach, words::reach_4, words::reach_4_words),
    card(Group::Reach, words::reach_5, words::reach_5_words),
    card(Group::Reach, words::reach_6, words::reach_6_words),
    card(Group::Reach, words::reach_7, words::reach_7_words),
    card(Group::Reach, words::reach_8, words::reach_8_words),
    near(&card(Group::Refuse, words::refuse_1, words::refuse_1_words)),
    near(&card(Group::Refuse, words::refuse_2, words::refuse_2_words)),
    near(&card(Group::Refuse, words::refuse_3, words::refuse_3_words)),
    card(Group::Refuse, words::refuse_4, words::refuse_4_words),
    near(&card(Group::Refuse, words::refuse_5, words::refuse_5_words)),
    card(Group::Refuse, words::refuse_6, words::refuse_6_words),
    card(Group::Refuse, words::refuse_7, words::refuse_7_words),
    card(Group::Refuse, words::refuse_8, words::refuse_8_words),
    card(Group::Tell, words::tell_1, words::tell_1_words),
    card(Group::Tell, words::tell_2, words::tell_2_words),
    near(&card(Group::Tell, words::tell_3, words::tell_3_words)),
    near(&card(Group::Tell, words::tell_4, words::tell_4_words)),
    card(Group::Tell, words::tell_5, words::tell_5_words),
    card(Group::Tell, words::tell_6, words::tell_6_words),
    card(Group::Tell, words::tell_7, words::tell_7_words),
    card(Group::Tell, words::tell_8, words::tell_8_words),
];
