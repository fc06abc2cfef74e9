//! More like this: which activities are near to one another.

use std::cmp::Reverse;

use super::{Activity, ActivityNumber, Company, Place};

/// The activities that share a need or the category with number `number`, nearest first; those equally near by
/// number. Empty if the number is unknown.
pub fn more_like(all: &[Activity], number: ActivityNumber) -> Vec<&Activity> {
    let Some(this) = all.iter().find(|one| one.number == number) else { return Vec::new() };
    let related = |one: &&Activity| {
        one.number != number && (one.category == this.category || one.needs.iter().any(|need| this.is_for(*need)))
    };
    let mut near: Vec<&Activity> = all.iter().filter(related).collect();
    near.sort_by_key(|one| (Reverse(likeness(this, one)), one.number));
    near
}

/// How near two activities are, the same both ways: larger is nearer. Needs weigh most, then the category, then
/// company, place and energy.
pub(crate) fn likeness(one: &Activity, other: &Activity) -> i32 {
    let shared = one.needs.iter().filter(|need| other.is_for(**need)).count();
    let apart = one.needs.len() + other.needs.len() - 2 * shared;
    let company = match (one.company, other.company) {
        (a, b) if a == b => 2,
        (Company::Either, _) | (_, Company::Either) => 1,
        _ => 0,
    };
    let place = match (one.place, other.place) {
        (a, b) if a == b => 2,
        (Place::Either, _) | (_, Place::Either) => 1,
        _ => 0,
    };
    let energy = 2 - (one.energy as i32 - other.energy as i32).abs();
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX / 16);
    6 * count(shared) - 2 * count(apart) + 5 * i32::from(one.category == other.category) + company + place + energy
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::activity::{
        read,
        tests::{CATALOGUE, any_catalogue},
    };

    #[test]
    fn what_shares_needs_stands_before_what_shares_only_the_place() {
        let row = |number, category, place, needs| {
            format!("{number}\tThing\t{category}\tnone\tsolo\t{place}\t15\tlow\t{needs}\tBegin.\t\n")
        };
        let all = read(
            &[
                row(1, "nature", "outdoor", "calm;movement"),
                row(2, "games_play", "outdoor", "calm"),
                row(3, "movement", "indoor", "calm;movement"),
                row(4, "nature", "outdoor", "calm;movement"),
                row(5, "making", "outdoor", "mastery"),
            ]
            .concat(),
        );
        let near: Vec<_> = more_like(&all, 1).iter().map(|one| one.number).collect();
        assert_eq!(near, [4, 3, 2], "and number 5 shares nothing that counts");
        assert!(more_like(&all, 9).is_empty());
    }

    #[test]
    fn everything_in_the_catalogue_has_three_like_it() {
        let all = read(CATALOGUE);
        assert!(all.iter().all(|one| more_like(&all, one.number).len() >= 3));
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_both_ways_and_nothing_is_nearer_than_itself(all in any_catalogue(12)) {
            for (one, other) in all.iter().flat_map(|one| all.iter().map(move |other| (one, other))) {
                prop_assert_eq!(likeness(one, other), likeness(other, one));
                prop_assert!(likeness(one, one) >= likeness(one, other));
            }
        }

        #[test]
        fn the_order_of_the_file_does_not_matter(all in any_catalogue(12), number in 1_u16..13) {
            let turned: Vec<_> = all.iter().rev().cloned().collect();
            prop_assert_eq!(more_like(&all, number), more_like(&turned, number));
            prop_assert!(more_like(&all, number).iter().all(|one| one.number != number));
        }
    }
}
