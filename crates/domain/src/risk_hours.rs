//! Risk hours: when in the week craving was strongest of late, so that something can be planned for then.
//!
//! Hours that nothing fills are often the hardest ones early on (fact 8.07, a small study). It tells what was written
//! down, and foretells nothing.

use std::{cmp::Ordering, collections::BTreeMap};

use crate::{check_in::CheckIn, day::Day, plan::Part};

/// How many days are looked at, today among them.
pub const DAYS: i32 = 28;
/// From so many check-ins with a craving on it tells anything.
pub const ENOUGH: u32 = 5;
/// From this mean craving on, of 10, hours are told of.
pub const FROM: u32 = 5;
/// From so many check-ins in the same hours on they are told: one strong moment is no pattern.
pub const AGAIN: u32 = 2;
/// How many are told at most.
pub const MOST: usize = 3;

/// The weekdays (0 is Monday) and parts of the day with the highest mean craving in the last 28 days, the highest
/// first; among equals the one with more check-ins, then the earlier in the week.
///
/// Empty below five check-ins with a craving; hours with a single one are not told. `day_ends` is the hour at which the person's day ends: a check-in in the
/// night before it belongs to the evening of the day it is about.
pub fn of<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>, today: Day, day_ends: u8) -> Vec<(u8, Part)> {
    let mut sums = BTreeMap::<(u8, Part), Sum>::new();
    let mut rated = 0;
    for check_in in check_ins.into_iter().filter(|one| (0..DAYS).contains(&today.since(one.on))) {
        let Some(craving) = check_in.craving else { continue };
        let weekday = u8::try_from(check_in.on.weekday().num_days_from_monday()).unwrap_or(0);
        let is_night = check_in.at.parts().0 < u16::from(day_ends);
        let part = if is_night { Part::Evening } else { Part::of(check_in.at) };
        let sum = sums.entry((weekday, part)).or_default();
        sum.count += 1;
        sum.levels += u32::from(craving.level());
        rated += 1;
    }
    if rated < ENOUGH {
        return Vec::new();
    }
    let mut high: Vec<_> =
        sums.into_iter().filter(|(_, sum)| sum.count >= AGAIN && sum.levels >= FROM * sum.count).collect();
    high.sort_by(|(_, one), (_, other)| other.by_mean(*one));
    high.into_iter().map(|(when, _)| when).take(MOST).collect()
}

/// Levels of craving added up.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    count: u32,
    levels: u32,
}

impl Sum {
    /// By mean, exactly; then by count.
    fn by_mean(self, other: Self) -> Ordering {
        let (one, two) =
            (u64::from(self.levels) * u64::from(other.count), u64::from(other.levels) * u64::from(self.count));
        one.cmp(&two).then(self.count.cmp(&other.count))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{check_in::Craving, day::Minute};

    /// A Sunday.
    fn today() -> Day {
        Day::new(2026, 11, 29).unwrap()
    }

    fn check_in(back: i32, hour: u16, craving: u8) -> CheckIn {
        CheckIn { craving: Craving::new(craving), ..CheckIn::new(today().plus(-back), Minute::from(hour * 60)) }
    }

    fn told(check_ins: &[CheckIn]) -> Vec<(u8, Part)> {
        of(check_ins, today(), 3)
    }

    #[test]
    fn the_hours_with_the_highest_mean_come_first() {
        let check_ins = [
            check_in(2, 20, 9),
            check_in(9, 20, 7),
            check_in(3, 9, 6),
            check_in(10, 9, 6),
            check_in(4, 13, 10),
            check_in(3, 13, 10),
            check_in(10, 13, 7),
            check_in(1, 9, 4),
        ];
        // Thursday afternoon 8.5, Friday evening 8, Thursday morning 6; Saturday morning 4 and a single 10 are not told.
        assert_eq!(told(&check_ins), [(3, Part::Afternoon), (4, Part::Evening), (3, Part::Morning)]);
    }

    #[test]
    fn of_equals_the_one_with_more_check_ins_comes_first() {
        let check_ins =
            [check_in(6, 9, 8), check_in(13, 9, 8), check_in(5, 9, 8), check_in(12, 9, 8), check_in(19, 9, 8)];
        assert_eq!(told(&check_ins), [(1, Part::Morning), (0, Part::Morning)]);
    }

    #[test]
    fn it_tells_nothing_below_five_or_of_what_was_long_ago() {
        let four = [check_in(0, 9, 9), check_in(7, 9, 9), check_in(27, 9, 9), check_in(1, 9, 9)];
        assert!(told(&four).is_empty());
        let with = |more: CheckIn| told(&[four.to_vec(), vec![more]].concat());
        assert!(with(check_in(28, 9, 9)).is_empty(), "longer ago than 28 days");
        assert!(with(check_in(-1, 9, 9)).is_empty(), "not yet");
        assert!(with(CheckIn { craving: None, ..check_in(3, 9, 0) }).is_empty(), "not rated");
        assert_eq!(with(check_in(27, 9, 9)).len(), 2);
    }

    #[test]
    fn a_mean_of_five_is_told_and_less_is_not() {
        let all = |second| told(&[5, second, 5, 5, 5].map(|craving| check_in(0, 9, craving)));
        assert_eq!(all(5), [(6, Part::Morning)]);
        assert!(all(4).is_empty());
    }

    #[test]
    fn the_night_belongs_to_the_evening_of_the_day_it_is_about() {
        let nights = [0, 7, 14, 21, 0].map(|back| check_in(back, 1, 8));
        assert_eq!(of(&nights, today(), 3), [(6, Part::Evening)]);
        assert_eq!(of(&nights, today(), 0), [(6, Part::Morning)]);
    }

    proptest! {
        #[test]
        fn what_is_told_is_high_at_most_three_and_the_same_in_any_order(
            (check_ins, shuffled) in prop::collection::vec((-2_i32..35, 0_u16..24, 0_u8..12), 0..60)
                .prop_map(|all| all.into_iter().map(|(back, hour, level)| check_in(back, hour, level)).collect::<Vec<_>>())
                .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        ) {
            let found = told(&check_ins);
            prop_assert_eq!(&found, &told(&shuffled));
            prop_assert!(found.len() <= MOST);
            for (weekday, part) in found {
                let levels: Vec<u32> = check_ins
                    .iter()
                    .filter(|one| (0..28).contains(&today().since(one.on)))
                    .filter(|one| one.on.weekday().num_days_from_monday() == u32::from(weekday))
                    .filter(|one| if one.at.parts().0 < 3 { part == Part::Evening } else { part == Part::of(one.at) })
                    .filter_map(|one| one.craving.map(|craving| u32::from(craving.level())))
                    .collect();
                prop_assert!(levels.len() >= 2);
                prop_assert!(levels.iter().sum::<u32>() >= 5 * u32::try_from(levels.len()).unwrap());
            }
        }
    }
}
