//! What the person marked among activities and what was offered to them lately, one record for all of it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    activity::{Activity, ActivityNumber, Barrier},
    day::Day,
    draft::ACTIVITIES,
    helps::{Certainty, Helped, Helps, Within},
    id::Id,
    own_activity::OwnActivity,
    plan::Plan,
};
use leptos::prelude::untrack;

use super::AppState;

/// How many offers are remembered: none of them comes again while there is another.
const OFFERS: usize = 5;
/// The person's own activities have numbers from this one on, in the order in which they were made.
const OWN: ActivityNumber = 60_000;
/// How many titles Help shows of what helped.
const FOR_HELP: usize = 3;

/// What is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// Activities marked as favourites.
    pub favourites: BTreeSet<ActivityNumber>,
    /// What keeps the person from some.
    pub barriers: Vec<Barrier>,
    /// Activities that do not suit them, whatever the reason: a court, no car, no wish.
    pub unsuited: BTreeSet<ActivityNumber>,
    /// The day of the last offer, and how many there were on it.
    pub offered: Option<(Day, u32)>,
    /// The last offers, newest last.
    pub lately: Vec<Vec<ActivityNumber>>,
    /// The titles of what helped most, for Help, which does not count by itself.
    pub helped: Vec<String>,
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
            unsuited: numbers(field(5)).into_iter().collect(),
            helped: fields.iter().skip(6).filter(|title| !title.is_empty()).cloned().collect(),
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
        let (favourites, unsuited) =
            (list(&mut self.favourites.iter().copied()), list(&mut self.unsuited.iter().copied()));
        let mut fields = vec![favourites, barriers.join(","), day, count, lately.join(";"), unsuited];
        fields.extend(self.helped.iter().cloned());
        fields
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
        self.more().drafts.get(ACTIVITIES).map_or_else(Marked::default, |draft| Marked::read(&draft.fields))
    }

    /// Changes what is marked.
    pub fn mark(self, change: impl FnOnce(Marked) -> Marked) {
        let known = self
            .more()
            .drafts
            .get_untracked(ACTIVITIES)
            .map_or_else(Marked::default, |draft| Marked::read(&draft.fields));
        self.keep_draft(ACTIVITIES, &change(known).fields());
    }

    /// The activities of the person's own as entries of a catalogue; tracked.
    pub fn own_activities(self) -> Vec<(Id<OwnActivity>, Activity)> {
        self.more().own_activities.with(|all| {
            let numbered = (OWN..ActivityNumber::MAX).zip(all.records());
            numbered.filter_map(|(number, (id, one))| Some((id, one.value.as_ref()?.as_listed(number)))).collect()
        })
    }

    /// The catalogue with the person's own activities; tracked.
    pub fn catalogue(self, listed: &[Activity]) -> Vec<Activity> {
        let own = self.own_activities().into_iter().map(|(_, one)| one);
        own.chain(listed.iter().cloned()).collect()
    }

    /// Which activity of the person's own this number is; not tracked.
    pub fn own_of(self, number: ActivityNumber) -> Option<Id<OwnActivity>> {
        if number < OWN {
            return None;
        }
        untrack(|| self.own_activities()).into_iter().find(|(_, one)| one.number == number).map(|(id, _)| id)
    }

    /// What helped so far, by mood or by urges; tracked.
    pub fn helps(self, catalogue: &[Activity], by: Measure) -> Helps {
        let own: BTreeMap<Id<OwnActivity>, ActivityNumber> =
            self.own_activities().into_iter().map(|(id, one)| (id, one.number)).collect();
        let all = self.catalogue(catalogue);
        self.more().plans.with(|plans| {
            let plans: Vec<Plan> = plans
                .iter()
                .filter(|(_, plan)| plan.is_done())
                .map(|(_, plan)| {
                    let number = plan.own.and_then(|id| own.get(&id).copied());
                    Plan { activity: number.or(plan.activity), ..plan.clone() }
                })
                .collect();
            match by {
                Measure::Mood => Helps::of(&plans, &all),
                Measure::Urges => Helps::of_urges(&plans, &all),
            }
        })
    }

    /// Notes the titles of what lifts mood most, so that Help can show them.
    pub fn remember_what_helped(self) {
        let helps = untrack(|| self.helps(&[], Measure::Mood));
        let is_known = |one: &Helped| one.estimate.certainty() != Certainty::TooEarly && one.estimate.shrunk > 0;
        let helped: Vec<String> = helps
            .ranking(Within::default())
            .into_iter()
            .filter(is_known)
            .map(|one| one.title.to_string())
            .take(FOR_HELP)
            .collect();
        if untrack(|| self.marked()).helped != helped {
            self.mark(|marked| Marked { helped, ..marked });
        }
    }
}

/// By what it is judged whether something helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// By how mood changed.
    Mood,
    /// By how an urge changed.
    Urges,
}
