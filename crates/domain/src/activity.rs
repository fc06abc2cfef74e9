//! Ideas for what to do: the entries of the catalogue that comes as a file.

mod barrier;
mod filter;
mod like;

use serde::{Deserialize, Serialize};

pub use self::{
    barrier::{Barrier, hidden_by},
    filter::{Filter, find},
    like::more_like,
};
pub(crate) use like::likeness;

/// The number of an entry in the catalogue; the same in every language and for ever.
pub type ActivityNumber = u16;

/// One idea. It is chosen by need, by energy and by cost (fact 8.09).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its number in the catalogue.
    pub number: ActivityNumber,
    /// What to do.
    pub title: String,
    /// What kind of thing it is, as a code word.
    pub category: String,
    /// What it costs.
    pub cost: Cost,
    /// Whom it is for.
    pub company: Company,
    /// Where it happens.
    pub place: Place,
    /// How long it usually takes.
    pub minutes: u16,
    /// How much strength it asks for.
    pub energy: Energy,
    /// What it is good for, each once, in the order of the file.
    pub needs: Vec<Need>,
    /// How to begin.
    pub first_step: String,
    /// What to look out for; may be empty.
    pub heads_up: String,
}

/// What an activity costs, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Cost {
    None,
    Low,
    Medium,
}

/// How much strength an activity asks for, or a person has, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Energy {
    Low,
    Medium,
    High,
}

/// What an activity is good for (fact 8.09). What a person of one's circle is for is [`crate::person::Need`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Need {
    Calm,
    Connection,
    Mastery,
    Fun,
    Movement,
    Meaning,
}

/// Whom an activity is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Company {
    Solo,
    Social,
    Either,
}

/// Where an activity happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Indoor,
    Outdoor,
    Either,
}

impl Need {
    /// In the order they are offered.
    pub const ALL: [Self; 6] = [Self::Calm, Self::Connection, Self::Mastery, Self::Fun, Self::Movement, Self::Meaning];

    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "calm" => Self::Calm,
            "connection" => Self::Connection,
            "mastery" => Self::Mastery,
            "fun" => Self::Fun,
            "movement" => Self::Movement,
            "meaning" => Self::Meaning,
            _ => return None,
        })
    }
}

impl Activity {
    /// Whether it is good for `need`.
    pub fn is_for(&self, need: Need) -> bool {
        self.needs.contains(&need)
    }

    /// Whether it costs nothing.
    pub fn is_free(&self) -> bool {
        self.cost == Cost::None
    }

    /// Whether it is small enough for a bad day: ten minutes or less, little strength, no money (facts 8.08, 8.09).
    pub fn is_tiny(&self) -> bool {
        self.minutes <= 10 && self.energy == Energy::Low && self.is_free()
    }

    /// Whether none of `barriers` hides it.
    pub fn suits(&self, barriers: &[Barrier]) -> bool {
        !barriers.iter().any(|barrier| hidden_by(*barrier, self))
    }
}

/// Reads the file of a language: an activity a line, eleven fields between tabs. Lines that are not so are passed over.
///
/// A cost or an energy it does not know counts as the most there is, so that nobody is promised less.
pub fn read(file: &str) -> Vec<Activity> {
    file.lines().filter_map(read_line).collect()
}

fn read_line(line: &str) -> Option<Activity> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [number, title, category, cost, company, place, minutes, energy, needs, first_step, heads_up] =
        fields.as_slice()
    else {
        return None;
    };
    Some(Activity {
        number: number.parse().ok()?,
        title: (*title).to_owned(),
        category: (*category).to_owned(),
        cost: match *cost {
            "none" => Cost::None,
            "low" => Cost::Low,
            _ => Cost::Medium,
        },
        company: match *company {
            "solo" => Company::Solo,
            "social" => Company::Social,
            _ => Company::Either,
        },
        place: match *place {
            "indoor" => Place::Indoor,
            "outdoor" => Place::Outdoor,
            _ => Place::Either,
        },
        minutes: minutes.parse().ok()?,
        energy: match *energy {
            "low" => Energy::Low,
            "medium" => Energy::Medium,
            _ => Energy::High,
        },
        needs: read_needs(needs),
        first_step: (*first_step).to_owned(),
        heads_up: (*heads_up).to_owned(),
    })
}

fn read_needs(words: &str) -> Vec<Need> {
    let mut needs = Vec::new();
    for need in words.split(';').filter_map(|word| Need::read(word.trim())) {
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    needs
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The catalogue as it is.
    pub const CATALOGUE: &str = include_str!("../../../content/en/activities.tsv");
    /// The same in Spanish.
    pub const CATALOGO: &str = include_str!("../../../content/es/activities.tsv");

    /// Any entry with this number.
    pub fn any_activity(number: ActivityNumber) -> impl Strategy<Value = Activity> {
        let categories = ["movement", "nature", "spiritual_meaning", "games_play", "home_order"];
        (
            (
                prop::sample::select(categories.to_vec()),
                1_u16..=120,
                prop::sample::subsequence(Need::ALL.to_vec(), 1..4),
            ),
            prop::sample::select(vec![Cost::None, Cost::Low, Cost::Medium]),
            prop::sample::select(vec![Company::Solo, Company::Social, Company::Either]),
            prop::sample::select(vec![Place::Indoor, Place::Outdoor, Place::Either]),
            prop::sample::select(vec![Energy::Low, Energy::Medium, Energy::High]),
        )
            .prop_map(move |((category, minutes, needs), cost, company, place, energy)| Activity {
                number,
                title: format!("Thing {number}"),
                category: category.to_owned(),
                cost,
                company,
                place,
                minutes,
                energy,
                needs,
                first_step: "Begin.".to_owned(),
                heads_up: String::new(),
            })
    }

    /// Catalogues of up to `most` entries, numbered from 1.
    pub fn any_catalogue(most: u16) -> impl Strategy<Value = Vec<Activity>> {
        (0..=most).prop_flat_map(|count| (1..=count).map(any_activity).collect::<Vec<_>>())
    }

    const FILE: &str = "1\tWalk\tmovement\tnone\teither\toutdoor\t15\tlow\tcalm;movement;calm;luck\tShoes on.\t\n2\tChess\tgames\tlots\tsocial\tindoor\t40\tgreat\tfun\tAsk someone.\tNot for money.\nbroken line";

    #[test]
    fn a_broken_line_is_passed_over_and_the_rest_is_read() {
        let all = read(FILE);
        assert_eq!(all.iter().map(|activity| activity.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(all[1].heads_up, "Not for money.");
    }

    #[test]
    fn needs_are_read_once_and_what_is_not_known_promises_nothing() {
        let all = read(FILE);
        assert_eq!(all[0].needs, [Need::Calm, Need::Movement]);
        assert_eq!((all[0].cost, all[0].energy), (Cost::None, Energy::Low));
        assert_eq!((all[1].cost, all[1].energy), (Cost::Medium, Energy::High));
    }

    #[test]
    fn every_row_of_the_catalogue_is_read_with_its_needs_in_both_languages() {
        let (english, spanish) = (read(CATALOGUE), read(CATALOGO));
        assert_eq!(english.len(), CATALOGUE.lines().skip(1).filter(|line| !line.is_empty()).count());
        assert!(english.iter().all(|one| !one.needs.is_empty() && one.minutes > 0));
        let codes = |all: &[Activity]| all.iter().map(|one| (one.number, one.needs.clone())).collect::<Vec<_>>();
        assert_eq!(codes(&english), codes(&spanish));
    }

    proptest! {
        #[test]
        fn any_file_is_read(file in "[a-z0-9;\t\n]{0,200}") {
            prop_assert!(read(&file).len() <= file.lines().count());
        }
    }
}
