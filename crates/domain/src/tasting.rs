//! A menu of new things: a dozen that were not tried yet, each of another kind as far as there are (fact 8.09).

use std::collections::{BTreeMap, BTreeSet};

use crate::activity::{Activity, ActivityNumber, Barrier};

/// How many are on the menu.
pub const COURSES: usize = 12;

/// Up to [`COURSES`] activities that are not in `tried` and that no barrier hides, one of each category before a second
/// of any. Another `turn` gives another menu; the same gives the same, in whatever order the catalogue is.
pub fn menu(
    all: &[Activity],
    tried: &BTreeSet<ActivityNumber>,
    barriers: &[Barrier],
    turn: usize,
) -> Vec<ActivityNumber> {
    let mut kinds = BTreeMap::<&str, BTreeSet<ActivityNumber>>::new();
    for one in all.iter().filter(|one| !tried.contains(&one.number) && one.suits(barriers)) {
        kinds.entry(&one.category).or_default().insert(one.number);
    }
    let mut kinds: Vec<Vec<ActivityNumber>> =
        kinds.into_values().map(|numbers| rotated(numbers.into_iter().collect(), turn)).collect();
    let starts = turn * COURSES;
    if !kinds.is_empty() {
        let first = starts % kinds.len();
        kinds.rotate_left(first);
    }
    let most = kinds.iter().map(Vec::len).max().unwrap_or(0);
    (0..most)
        .flat_map(|round| kinds.iter().filter_map(move |numbers| numbers.get(round).copied()))
        .take(COURSES)
        .collect()
}

fn rotated(mut numbers: Vec<ActivityNumber>, turn: usize) -> Vec<ActivityNumber> {
    let first = turn % numbers.len().max(1);
    numbers.rotate_left(first);
    numbers
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::own_activity::OwnActivity;
    use crate::text::Title;

    fn activity(number: ActivityNumber, kind: u8) -> Activity {
        OwnActivity { category: format!("kind_{kind}"), ..OwnActivity::new(Title::kept("Something")) }.as_listed(number)
    }

    proptest! {
        #[test]
        fn a_menu_has_only_new_things_and_as_many_kinds_as_there_are(
            kinds in prop::collection::vec(0_u8..16, 0..60),
            tried in prop::collection::btree_set(0_u16..60, 0..30),
            turn in 0_usize..40,
        ) {
            let mut all: Vec<Activity> = (0..).zip(&kinds).map(|(number, kind)| activity(number, *kind)).collect();
            let menu = super::menu(&all, &tried, &[], turn);
            let once: BTreeSet<_> = menu.iter().collect();
            prop_assert_eq!(once.len(), menu.len());
            prop_assert!(menu.iter().all(|number| !tried.contains(number)));
            let left: Vec<u8> = all.iter().filter(|one| !tried.contains(&one.number)).map(|one| kinds[usize::from(one.number)]).collect();
            let kinds_left: BTreeSet<_> = left.iter().collect();
            let kinds_offered: BTreeSet<_> = menu.iter().map(|number| kinds[usize::from(*number)]).collect();
            prop_assert_eq!(menu.len(), left.len().min(COURSES));
            prop_assert_eq!(kinds_offered.len(), kinds_left.len().min(COURSES));
            all.reverse();
            prop_assert_eq!(super::menu(&all, &tried, &[], turn), menu);
        }
    }

    #[test]
    fn another_turn_gives_other_things() {
        let all: Vec<Activity> = (0..48).map(|number| activity(number, u8::try_from(number % 12).unwrap())).collect();
        let menu = |turn| super::menu(&all, &BTreeSet::new(), &[], turn);
        let (first, second): (BTreeSet<_>, BTreeSet<_>) =
            (menu(0).into_iter().collect(), menu(1).into_iter().collect());
        assert!(first.is_disjoint(&second));
    }
}
