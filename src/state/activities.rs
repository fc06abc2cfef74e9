//! What the person marked among activities and what was offered to them lately, one record for all of it.

use std::collections::BTreeSet;

use domain::{
    activity::{Activity, ActivityNumber, Barrier},
    day::Day,
    draft::ACTIVITIES,
    helps::Helps,
};

use super::AppState;

/// How many offers are remembered: none of them comes again while there is another.
const OFFERS: usize = 5;

/// What is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// Activities marked as favourites.
    pub favourites: BTreeSet<ActivityNumber>,
    /// What keeps the person from some.
    pub barriers: Vec<Barrier>,
    /// The day of the last offer, and how many there were on it.
    pub offered: Option<(Day, u32)>,
    /// The last offers, newest last.
    pub lately: Vec<Vec<ActivityNumber>>,
}

impl Marked {
    /// How many offers there were on `day`.
    pub fn offers_on(&self, day: Day) -> u32 {
        self.offered.filter(|(on, _)| *on == day).map_or(0, |(_, count)| count)
    }

    /// The same with one more offer on `day`.
    #[must_use]
    pub fn with_offer(mut self, day: Day, numbers: Vec<ActivityNumber>) -> Self {
        self.offered = Some((day, self.offers_on(day) + 1));
        self.lately.push(numbers);
        let over = self.lately.len().saturating_sub(OFFERS);
        self.lately.drain(..over);
        self
    }

    fn read(fields: &[String]) -> Self {
        let field = |place: usize| fields.get(place).map_or("", String::as_str);
        Self {
            favourites: numbers(field(0)).into_iter().collect(),
            barriers: Barrier::ALL
                .into_iter()
                .filter(|one| field(1).split(',').any(|known| known == code(*one)))
                .collect(),
            offered: Day::parse(field(2)).ok().zip(field(3).parse().ok()),
            lately: field(4).split(';').filter(|offer| !offer.is_empty()).map(numbers).collect(),
        }
    }

    fn fields(&self) -> Vec<String> {
        let list = |all: &mut dyn Iterator<Item = ActivityNumber>| {
            all.map(|number| number.to_string()).collect::<Vec<_>>().join(",")
        };
        let barriers: Vec<&str> = self.barriers.iter().map(|one| code(*one)).collect();
        let (day, count) =
            self.offered.map_or((String::new(), String::new()), |(day, count)| (day.to_string(), count.to_string()));
        let lately: Vec<String> = self.lately.iter().map(|offer| list(&mut offer.iter().copied())).collect();
        vec![list(&mut self.favourites.iter().copied()), barriers.join(","), day, count, lately.join(";")]
    }
}

fn numbers(list: &str) -> Vec<ActivityNumber> {
    list.split(',').filter_map(|number| number.parse().ok()).collect()
}

fn code(barrier: Barrier) -> &'static str {
    match barrier {
        Barrier::Injury => "injury",
        Barrier::Faith => "faith",
        Barrier::Cold => "cold",
    }
}

impl AppState {
    /// What the person marked; tracked.
    pub fn marked(self) -> Marked {
        self.drafts.get(ACTIVITIES).map_or_else(Marked::default, |draft| Marked::read(&draft.fields))
    }

    /// Changes what is marked.
    pub fn mark(self, change: impl FnOnce(Marked) -> Marked) {
        let known =
            self.drafts.get_untracked(ACTIVITIES).map_or_else(Marked::default, |draft| Marked::read(&draft.fields));
        self.keep_draft(ACTIVITIES, &change(known).fields());
    }

    /// What helped so far; tracked.
    pub fn helps(self, catalogue: &[Activity]) -> Helps {
        self.plans.with(|all| Helps::of(all.iter().map(|(_, plan)| plan), catalogue))
    }
}
