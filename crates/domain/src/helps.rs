//! What helps me: how mood went with each thing that was done, and how sure that is (facts 6.25, 8.09).
//!
//! A thing that was tried once and went well may only have been lucky. So each estimate lies between what its own
//! tries say and what the person's things do for them in general: as if it came with four more tries that went as
//! things go for this person. One try moves it a little; ten tries speak almost for themselves.

pub(crate) mod estimate;

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{
    activity::{Activity, ActivityNumber, Need},
    day::{Day, Minute},
    felt,
    plan::{Part, Plan},
    search,
    text::Title,
};

pub use estimate::{Certainty, Estimate, PRIOR_TRIES};
use estimate::{Tally, estimates};

/// What was done, whoever had the idea.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// An entry of the catalogue.
    Listed(ActivityNumber),
    /// An idea of the person's own: its title in small letters without accents.
    Own(Title),
}

impl Thing {
    /// What a plan is about.
    pub fn of(plan: &Plan) -> Self {
        plan.activity.map_or_else(|| Self::Own(Title::kept(&search::fold(&plan.title))), Self::Listed)
    }
}

/// One thing done once.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Try {
    thing: Thing,
    title: Title,
    when: (Day, Option<Minute>),
    part: Option<Part>,
    together: bool,
    needs: Vec<Need>,
    change: Option<i8>,
}

/// Everything that was done. All that it tells is the same in whatever order the plans came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Helps {
    tries: Vec<Try>,
}

/// Which tries count. What is `None` asks for nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Within {
    /// Only things that are good for this.
    pub need: Option<Need>,
    /// Only tries in this part of the day.
    pub part: Option<Part>,
    /// Only tries with other people (`true`) or alone (`false`).
    pub together: Option<bool>,
}

/// How one thing went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helped {
    /// What it is.
    pub thing: Thing,
    /// Its title at the latest try.
    pub title: Title,
    /// How mood changed with it.
    pub estimate: Estimate,
}

impl Helps {
    /// Reads how mood went with the plans that were done. The needs of a thing are those of its entry in the catalogue; the person's own
    /// things have none.
    pub fn of<'a>(plans: impl IntoIterator<Item = &'a Plan>, catalogue: &[Activity]) -> Self {
        Self::by(felt::change, plans, catalogue)
    }

    /// The same for urges: a step up is one step of an urge from 0 to 10 less.
    pub fn of_urges<'a>(plans: impl IntoIterator<Item = &'a Plan>, catalogue: &[Activity]) -> Self {
        Self::by(|plan| felt::urge_change(plan).map(|change| -change), plans, catalogue)
    }

    fn by<'a>(
        change: impl Fn(&Plan) -> Option<i8>,
        plans: impl IntoIterator<Item = &'a Plan>,
        catalogue: &[Activity],
    ) -> Self {
        let needs: BTreeMap<ActivityNumber, &[Need]> =
            catalogue.iter().map(|one| (one.number, one.needs.as_slice())).collect();
        let one = |plan: &Plan| Try {
            thing: Thing::of(plan),
            title: plan.title.clone(),
            when: (plan.on, plan.at),
            part: plan.part(),
            together: plan.together,
            needs: plan.activity.and_then(|number| needs.get(&number)).map_or_else(Vec::new, |needs| needs.to_vec()),
            change: change(plan),
        };
        Self { tries: plans.into_iter().filter(|plan| plan.is_done()).map(one).collect() }
    }

    /// How often an entry of the catalogue was done, rated or not.
    pub fn times(&self, number: ActivityNumber) -> usize {
        self.tries.iter().filter(|one| one.thing == Thing::Listed(number)).count()
    }

    /// The things that have a rated try, the most helpful by [`Estimate::shrunk`] first; among equals the one with more
    /// rated tries, then by title.
    pub fn ranking(&self, within: Within) -> Vec<Helped> {
        let mut tallies = BTreeMap::<&Thing, Tally>::new();
        let mut titles = BTreeMap::<&Thing, (&(Day, Option<Minute>), &Title)>::new();
        for (one, change) in self.rated(within) {
            tallies.entry(&one.thing).or_default().add(change);
            let latest = titles.entry(&one.thing).or_insert((&one.when, &one.title));
            *latest = (*latest).max((&one.when, &one.title));
        }
        let helped = |(thing, estimate): (&Thing, Estimate)| {
            let (_, title) = titles.get(thing)?;
            Some(Helped { thing: thing.clone(), title: (*title).clone(), estimate })
        };
        let mut ranked: Vec<Helped> = estimates(tallies).into_iter().filter_map(helped).collect();
        ranked.sort_by_cached_key(|one| {
            (Reverse((one.estimate.shrunk, one.estimate.tries)), search::fold(&one.title), one.thing.clone())
        });
        ranked
    }

    /// How mood changed with things that are good for each need. A thing that is good for two counts in both.
    pub fn by_need(&self, within: Within) -> Vec<(Need, Estimate)> {
        self.grouped(within, |one| one.needs.clone())
    }

    /// How mood changed in each part of the day. Tries without a time count in none.
    pub fn by_part(&self, within: Within) -> Vec<(Part, Estimate)> {
        self.grouped(within, |one| one.part.into_iter().collect())
    }

    /// How mood changed alone (`false`) and with other people (`true`).
    pub fn by_company(&self, within: Within) -> Vec<(bool, Estimate)> {
        self.grouped(within, |one| vec![one.together])
    }

    fn grouped<G: Ord + Copy>(&self, within: Within, groups: impl Fn(&Try) -> Vec<G>) -> Vec<(G, Estimate)> {
        let mut tallies = BTreeMap::<G, Tally>::new();
        for (one, change) in self.rated(within) {
            for group in groups(one) {
                tallies.entry(group).or_default().add(change);
            }
        }
        estimates(tallies)
    }

    fn rated(&self, within: Within) -> impl Iterator<Item = (&Try, i8)> {
        let Within { need, part, together } = within;
        let counts = move |one: &Try| {
            need.is_none_or(|need| one.needs.contains(&need))
                && (part.is_none() || one.part == part)
                && together.is_none_or(|together| one.together == together)
        };
        self.tries.iter().filter(move |one| counts(one)).filter_map(|one| Some((one, one.change?)))
    }
}

#[cfg(test)]
mod tests;
