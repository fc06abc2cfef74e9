//! Choosing three: what is known to help beside something new, and not the same three again.

use super::{COUNT, Candidate, Standing};
use crate::activity::ActivityNumber;

/// Smaller comes first.
type Key = (u8, i64, ActivityNumber);

/// Up to three of `all`.
///
/// The places are filled one after the other, each in an order of its own. If these three were offered lately, the
/// third is changed first, then the second, then the first, through all threes there are.
pub fn three<'c, 'a>(all: &'c [Candidate<'a>], lately: &[Vec<ActivityNumber>]) -> Vec<&'c Candidate<'a>> {
    let [firsts, seconds, mut thirds] = [first, second, third].map(|key| by(all, key));
    if all.len() <= COUNT {
        return firsts;
    }
    if all.iter().any(is_known) && all.iter().any(is_new) {
        thirds.retain(|one| is_new(one));
    }
    let lately: Vec<Vec<ActivityNumber>> = lately.iter().map(|offer| sorted(offer.iter().copied())).collect();
    // Those offered longest ago, with their place among the offers.
    let mut oldest: Option<(usize, [&Candidate; COUNT])> = None;
    for first in &firsts {
        for second in &seconds {
            for third in &thirds {
                let set = [*first, *second, *third];
                let numbers = sorted(set.iter().map(|one| one.activity.number));
                if numbers.len() < COUNT {
                    continue;
                }
                match lately.iter().rposition(|offer| *offer == numbers) {
                    None => return set.to_vec(),
                    Some(when) if oldest.as_ref().is_none_or(|(before, _)| when < *before) => {
                        oldest = Some((when, set));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    oldest.map(|(_, set)| set.to_vec()).unwrap_or_default()
}

fn by<'c, 'a>(all: &'c [Candidate<'a>], key: fn(&Candidate) -> Key) -> Vec<&'c Candidate<'a>> {
    let mut ordered: Vec<&Candidate> = all.iter().collect();
    ordered.sort_by_key(|one| key(one));
    ordered
}

fn is_known(one: &Candidate) -> bool {
    matches!(one.standing, Standing::Helped { .. })
}

fn is_new(one: &Candidate) -> bool {
    one.standing == Standing::New
}

/// What helped; else what was begun and went well, nearest to being known first.
fn first(one: &Candidate) -> Key {
    let (rank, merit) = match one.standing {
        Standing::Helped { .. } => (0, one.merit),
        Standing::TooEarly { tries, went_well: true } => (1, one.merit + 10_000 * i64::from(tries)),
        Standing::New => (2, one.merit),
        Standing::TooEarly { went_well: false, .. } => (3, one.merit),
        Standing::NotSoFar => (4, one.merit),
    };
    (rank, -merit, one.activity.number)
}

/// What helped; else what is least known.
fn second(one: &Candidate) -> Key {
    match one.standing {
        Standing::Helped { .. } => (0, -one.merit, one.activity.number),
        _ => {
            let (rank, merit, number) = third(one);
            (rank + 1, merit, number)
        }
    }
}

/// What is least known: the new, then the begun with the fewest tries; then what helped.
fn third(one: &Candidate) -> Key {
    let (rank, merit) = match one.standing {
        Standing::New => (0, one.merit),
        Standing::TooEarly { tries, .. } => (1, one.merit - 10_000 * i64::from(tries)),
        Standing::Helped { .. } => (2, one.merit),
        Standing::NotSoFar => (3, one.merit),
    };
    (rank, -merit, one.activity.number)
}

/// Each number once, in order.
fn sorted(numbers: impl Iterator<Item = ActivityNumber>) -> Vec<ActivityNumber> {
    let mut numbers: Vec<_> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
