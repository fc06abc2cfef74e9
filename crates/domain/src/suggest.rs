//! What to do this minute: up to three activities that fit, and why each is offered.
//!
//! Nothing is hidden in it: a thing counts as known to help once three tries were rated and mood rose with it. Two
//! places go to those, the best first; one goes to something new, or else to what was tried least. Where too little is
//! known, a thing that was begun and went well comes again, until it can be told. So it learns from what is rated and
//! still leaves room for a thing not thought of (facts 8.05, 8.08, 8.09).

mod choose;
mod why;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    activity::{Activity, ActivityNumber, Barrier, Company, Cost, Energy, Need, Place},
    day::Day,
    helps::{Certainty, Estimate, Helps, Thing, Within},
};

pub use why::Why;

/// How many are offered at most.
pub const COUNT: usize = 3;

/// What there is this minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// How many minutes, at most.
    pub minutes: u16,
    /// How much strength, at most.
    pub energy: Energy,
    /// How much money, at most.
    pub cost: Cost,
    /// Whether somebody is there.
    pub company: With,
    /// Where it must be possible; `None` is anywhere.
    pub place: Option<Spot>,
    /// What the person needs; `None` is anything.
    pub need: Option<Need>,
}

/// Who is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// Nobody: only what can be done alone.
    Alone,
    /// Somebody: only what can be done together.
    With,
}

/// Where a person is or wants to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Spot {
    Indoors,
    Outdoors,
}

impl Now {
    /// Whether there is time, strength, money, company and room for `activity`. Its needs are not looked at.
    pub fn allows(self, activity: &Activity) -> bool {
        activity.minutes <= self.minutes
            && activity.energy <= self.energy
            && activity.cost <= self.cost
            && match self.company {
                With::Alone => activity.company != Company::Social,
                With::With => activity.company != Company::Solo,
            }
            && match self.place {
                Some(Spot::Indoors) => activity.place != Place::Outdoor,
                Some(Spot::Outdoors) => activity.place != Place::Indoor,
                None => true,
            }
    }
}

/// All that suggestions rest on. The same gives the same.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What there is this minute.
    pub now: Now,
    /// What keeps the person from some activities.
    pub barriers: &'a [Barrier],
    /// What they marked as a favourite.
    pub favourites: &'a BTreeSet<ActivityNumber>,
    /// What was offered lately, newest last. None of these is offered again while there is another: five are plenty.
    pub lately: &'a [Vec<ActivityNumber>],
    /// What helped so far.
    pub helps: &'a Helps,
    /// The day.
    pub day: Day,
    /// How many times something was asked for on this day before; another number may give others.
    pub offered: u32,
}

/// One activity for this minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// Its number in the catalogue.
    pub number: ActivityNumber,
    /// Why it is offered.
    pub why: Why,
}

/// The activities that fit, each number once, by number.
///
/// Time, strength, money, company, place and barriers bind always. A need binds where anything at all meets it; where
/// nothing does, something small is better than nothing, and no suggestion claims to meet it.
pub fn fitting<'a>(all: &'a [Activity], now: Now, barriers: &[Barrier]) -> Vec<&'a Activity> {
    let mut fit = BTreeMap::new();
    for one in all.iter().filter(|one| now.allows(one) && one.suits(barriers)) {
        fit.entry(one.number).or_insert(one);
    }
    let fit: Vec<&Activity> = fit.into_values().collect();
    let meets = |one: &Activity| now.need.is_none_or(|need| one.is_for(need));
    if fit.iter().any(|one| meets(one)) { fit.into_iter().filter(|one| meets(one)).collect() } else { fit }
}

/// Up to three activities that fit this minute, best first; fewer only if fewer fit.
///
/// - What is known to help takes two places at most while something new fits, and something new then takes one.
/// - No three are offered that were offered lately, unless every three that fit were: then those longest ago.
/// - The order of the catalogue does not matter.
pub fn suggest(all: &[Activity], asked: &Asked) -> Vec<Suggestion> {
    let knowledge = Knowledge::of(all, asked);
    let candidates: Vec<Candidate> =
        fitting(all, asked.now, asked.barriers).into_iter().map(|one| knowledge.candidate(one, asked)).collect();
    let chosen = choose::three(&candidates, asked.lately);
    chosen
        .into_iter()
        .map(|one| Suggestion { number: one.activity.number, why: why::of(one, asked.now, asked.favourites) })
        .collect()
}

/// An activity that fits, and what is known of it.
#[derive(Debug, Clone, Copy)]
struct Candidate<'a> {
    activity: &'a Activity,
    standing: Standing,
    /// Larger is better among those of one standing.
    merit: i64,
    /// What it is like, of the things known to help.
    like: Option<ActivityNumber>,
}

/// What is known of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Rated three times or more, and mood rose.
    Helped { tries: u32 },
    /// Done, but rated too little to tell.
    TooEarly {
        /// How many tries were rated, fewer than three.
        tries: u32,
        /// Mood did not fall with it so far.
        went_well: bool,
    },
    /// Never done.
    New,
    /// Rated three times or more, and mood did not rise.
    NotSoFar,
}

/// What is known of all activities.
struct Knowledge<'a> {
    rated: BTreeMap<ActivityNumber, (Standing, Estimate)>,
    helpers: Vec<&'a Activity>,
}

impl<'a> Knowledge<'a> {
    fn of(all: &'a [Activity], asked: &Asked) -> Self {
        let mut rated = BTreeMap::new();
        let mut ranked = Vec::new();
        for one in asked.helps.ranking(Within::default()) {
            let Thing::Listed(number) = one.thing else { continue };
            let standing = match one.estimate.certainty() {
                Certainty::TooEarly => {
                    Standing::TooEarly { tries: one.estimate.tries, went_well: one.estimate.mean >= 0 }
                }
                _ if one.estimate.shrunk > 0 && one.estimate.mean > 0 => {
                    ranked.push(number);
                    Standing::Helped { tries: one.estimate.tries }
                }
                Certainty::Some | Certainty::Clear => Standing::NotSoFar,
            };
            rated.insert(number, (standing, one.estimate));
        }
        let by_number: BTreeMap<_, _> = all.iter().rev().map(|one| (one.number, one)).collect();
        let helpers = ranked.iter().filter_map(|number| by_number.get(number).copied()).take(5).collect();
        Self { rated, helpers }
    }

    fn candidate(&self, activity: &'a Activity, asked: &Asked) -> Candidate<'a> {
        let number = activity.number;
        let (standing, estimate) = match self.rated.get(&number) {
            Some((standing, estimate)) => (*standing, Some(estimate)),
            None if asked.helps.times(number) > 0 => (Standing::TooEarly { tries: 0, went_well: true }, None),
            None => (Standing::New, None),
        };
        let like = why::like(activity, &self.helpers);
        let chance = i64::from(chance(asked.day, asked.offered, number));
        let favourite = i64::from(asked.favourites.contains(&number));
        let merit = match (standing, estimate) {
            // What is known decides. Chance moves it by half a standard error at most: what is less sure comes up, too.
            (Standing::Helped { .. } | Standing::NotSoFar, Some(known)) => {
                let margin = i64::from(known.high - known.shrunk);
                i64::from(known.shrunk) + margin * (chance - 500) / 2000 + 250 * favourite
            }
            // Too little is known: chance decides, with a hand from the person's own mark and from what helped.
            (Standing::New, _) => chance + 400 * favourite + 300 * i64::from(like.is_some()),
            _ => chance + 400 * favourite,
        };
        Candidate { activity, standing, merit, like }
    }
}

/// A number from 0 to 999 that is the same for the same day, offer and activity, and looks like chance otherwise.
fn chance(day: Day, offered: u32, number: ActivityNumber) -> u16 {
    let day = u64::from(i32::from(day).unsigned_abs());
    let mut mixed = day << 48 ^ u64::from(offered) << 16 ^ u64::from(number);
    for _ in 0..2 {
        // The finishing steps of SplitMix64.
        mixed = mixed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
    }
    u16::try_from(mixed % 1000).unwrap_or(0)
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
