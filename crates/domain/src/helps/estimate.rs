//! How much something helps, between what its few tries say and what is usual for the person.
//!
//! This is empirical Bayes with a fixed weight, in whole numbers, so that it is the same on every device.

use std::collections::BTreeMap;

/// Each estimate counts as if it had this many tries more that went as is usual for the person.
pub const PRIOR_TRIES: u32 = 4;

/// Changes are in thousandths of a step.
const STEP: i64 = 1000;

/// How mood or craving changed with something. Numbers are thousandths of a step, rounded down.
/// Mood changes by up to 4 steps, craving by up to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// How many tries were rated, at least 1.
    pub tries: u32,
    /// The mean change of these tries.
    pub mean: i32,
    /// The mean drawn towards what is usual for the person, as if by [`PRIOR_TRIES`] tries.
    pub shrunk: i32,
    /// From where the change probably lies: `shrunk` less two standard errors. May lie below what a change can be.
    pub low: i32,
    /// To where it probably lies: `shrunk` and two standard errors. May lie above what a change can be.
    pub high: i32,
}

/// How sure an estimate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Fewer than three rated tries: too early to tell.
    TooEarly,
    /// It points one way, and may yet be chance.
    Some,
    /// All of the range from `low` to `high` lies on one side of no change.
    Clear,
}

impl Estimate {
    /// How sure it is.
    pub fn certainty(&self) -> Certainty {
        match self.tries {
            0..3 => Certainty::TooEarly,
            _ if self.low > 0 || self.high < 0 => Certainty::Clear,
            _ => Certainty::Some,
        }
    }
}

/// Rated tries added up, in steps.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    count: i64,
    sum: i64,
    squares: i64,
}

impl Tally {
    /// Counts one try.
    pub fn add(&mut self, change: i8) {
        self.count += 1;
        self.sum += i64::from(change);
        self.squares += i64::from(change) * i64::from(change);
    }

    /// In thousandths of a step.
    fn mean(&self) -> i64 {
        (self.sum * STEP).div_euclid(self.count.max(1))
    }

    /// The squared distances from the mean, added up, in millionths.
    fn spread(&self) -> i64 {
        (self.squares * self.count - self.sum * self.sum) * STEP * STEP / self.count.max(1)
    }
}

/// The estimate of each group, in the order of the groups.
///
/// What is usual is the mean of the groups' means: each counts once. If it were the mean of all tries, doing one good
/// thing again and again would raise what all others are drawn to, and one hardly tried could pass it by. How widely
/// tries of one thing are spread is taken from all of them together, and begins with one step.
pub fn estimates<G: Ord>(groups: BTreeMap<G, Tally>) -> Vec<(G, Estimate)> {
    let prior = i64::from(PRIOR_TRIES);
    let count = i64::try_from(groups.len()).unwrap_or(i64::MAX).max(1);
    let usual = groups.values().map(Tally::mean).sum::<i64>().div_euclid(count);
    let spread: i64 = groups.values().map(Tally::spread).sum();
    let freedom: i64 = groups.values().map(|one| (one.count - 1).max(0)).sum();
    let variance = (spread + prior * STEP * STEP) / (freedom + prior);
    let estimate = |tally: Tally| {
        let shrunk = (tally.sum * STEP + prior * usual).div_euclid(tally.count + prior);
        let margin = 2 * (variance / (tally.count + prior)).isqrt();
        let bounded = |number: i64| i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX });
        Estimate {
            tries: u32::try_from(tally.count).unwrap_or(u32::MAX),
            mean: bounded(tally.mean()),
            shrunk: bounded(shrunk),
            low: bounded(shrunk - margin),
            high: bounded(shrunk + margin),
        }
    };
    groups.into_iter().map(|(group, tally)| (group, estimate(tally))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(groups: &[&[i8]]) -> Vec<Estimate> {
        let tally = |changes: &&[i8]| {
            let mut tally = Tally::default();
            changes.iter().for_each(|change| tally.add(*change));
            tally
        };
        estimates(groups.iter().map(tally).enumerate().collect()).into_iter().map(|(_, one)| one).collect()
    }

    #[test]
    fn one_lucky_try_says_less_than_ten_good_ones() {
        let all = of(&[&[4], &[2; 10], &[0; 10]]);
        // What is usual is 2: (4 + 4*2) / 5, (20 + 4*2) / 14, (0 + 4*2) / 14.
        assert_eq!(all.iter().map(|one| one.shrunk).collect::<Vec<_>>(), [2400, 2000, 571]);
        assert_eq!(all.iter().map(|one| one.mean).collect::<Vec<_>>(), [4000, 2000, 0]);
    }

    #[test]
    fn it_is_too_early_below_three_tries_and_clear_only_when_no_change_is_out_of_reach() {
        let certainty = |changes: &[i8]| of(&[changes, &[0; 6]])[0].certainty();
        assert_eq!(certainty(&[4, 4]), Certainty::TooEarly);
        assert_eq!(certainty(&[1, 0, 0]), Certainty::Some);
        assert_eq!(certainty(&[2; 8]), Certainty::Clear);
        assert_eq!(certainty(&[-2; 8]), Certainty::Clear);
        assert_eq!(certainty(&[4, -4, 4, -4, 4]), Certainty::Some);
    }

    proptest! {
        #[test]
        fn an_estimate_lies_between_its_own_mean_and_what_is_usual(
            groups in prop::collection::vec(prop::collection::vec(-4_i8..=4, 1..30), 1..12),
        ) {
            let groups: Vec<&[i8]> = groups.iter().map(Vec::as_slice).collect();
            let all = of(&groups);
            let usual = all.iter().map(|one| one.mean).sum::<i32>().div_euclid(i32::try_from(all.len()).unwrap());
            for one in &all {
                prop_assert!((-4000..=4000).contains(&one.shrunk));
                prop_assert!(one.shrunk >= one.mean.min(usual) - 1 && one.shrunk <= one.mean.max(usual) + 1);
                prop_assert!(one.low < one.shrunk && one.shrunk < one.high);
            }
        }

        #[test]
        fn more_tries_make_the_range_smaller(change in -4_i8..=4, count in 1_usize..50) {
            let width = |count| { let one = of(&[&vec![change; count]])[0]; one.high - one.low };
            prop_assert!(width(count + 1) <= width(count));
        }
    }
}
