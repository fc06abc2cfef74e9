//! Why an activity is offered: the strongest reason that is true.

use std::collections::BTreeSet;

use super::{Candidate, Now, Standing};
use crate::activity::{Activity, ActivityNumber, Energy, Need, likeness};

/// Why an activity is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Mood rose with it, over so many rated tries, three or more.
    HelpedBefore {
        /// How many tries were rated.
        tries: u32,
    },
    /// The person marked it.
    Favourite,
    /// It was never done, and is like this one, which helped.
    LikeWhatHelped(ActivityNumber),
    /// It is good for what the person needs now.
    FitsNeed(Need),
    /// It is small enough for little strength (fact 8.08).
    TinyStep,
    /// It was never done.
    NewForYou,
    /// It was done before, and there is time, strength and money for it.
    FitsNow,
}

/// Shared needs and the same category, or as near as that.
const NEAR: i32 = 14;

/// Which of `helpers` it is most like, if it is much like one of them.
pub fn like(activity: &Activity, helpers: &[&Activity]) -> Option<ActivityNumber> {
    let others = helpers.iter().filter(|helper| helper.number != activity.number);
    // The first of equals: helpers come with the most helpful first.
    let nearest = others.rev().max_by_key(|helper| likeness(activity, helper))?;
    (likeness(activity, nearest) >= NEAR).then_some(nearest.number)
}

pub fn of(candidate: &Candidate, now: Now, favourites: &BTreeSet<ActivityNumber>) -> Why {
    let Candidate { activity, standing, like, .. } = *candidate;
    let is_new = standing == Standing::New;
    match (standing, like, now.need) {
        (Standing::Helped { tries }, ..) => Why::HelpedBefore { tries },
        _ if favourites.contains(&activity.number) => Why::Favourite,
        (Standing::New, Some(number), _) => Why::LikeWhatHelped(number),
        (_, _, Some(need)) if activity.is_for(need) => Why::FitsNeed(need),
        _ if now.energy == Energy::Low && activity.is_tiny() => Why::TinyStep,
        _ if is_new => Why::NewForYou,
        _ => Why::FitsNow,
    }
}
