//! Finding activities: filters that combine, and words without regard to accents.

use super::{Activity, Company, Cost, Energy, Need, Place};
use crate::search;

/// What must be true of an activity to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// It costs nothing.
    Free,
    /// It costs little or nothing.
    LowCost,
    /// It takes fifteen minutes or less.
    Short,
    /// It takes thirty minutes or less.
    HalfHour,
    /// It asks for little strength.
    LowEnergy,
    /// It asks for some strength at most.
    SomeEnergy,
    /// It can be done alone.
    Alone,
    /// It can be done with others.
    Together,
    /// It can be done indoors.
    Indoors,
    /// It can be done outdoors.
    Outdoors,
    /// It is good for this.
    Need(Need),
}

impl Filter {
    /// In the order they are offered.
    pub const ALL: [Self; 16] = [
        Self::Free,
        Self::LowCost,
        Self::Short,
        Self::HalfHour,
        Self::LowEnergy,
        Self::SomeEnergy,
        Self::Alone,
        Self::Together,
        Self::Indoors,
        Self::Outdoors,
        Self::Need(Need::Calm),
        Self::Need(Need::Connection),
        Self::Need(Need::Mastery),
        Self::Need(Need::Fun),
        Self::Need(Need::Movement),
        Self::Need(Need::Meaning),
    ];

    /// Whether `activity` passes.
    pub fn passes(self, activity: &Activity) -> bool {
        match self {
            Self::Free => activity.is_free(),
            Self::LowCost => activity.cost <= Cost::Low,
            Self::Short => activity.minutes <= 15,
            Self::HalfHour => activity.minutes <= 30,
            Self::LowEnergy => activity.energy == Energy::Low,
            Self::SomeEnergy => activity.energy <= Energy::Medium,
            Self::Alone => activity.company != Company::Social,
            Self::Together => activity.company != Company::Solo,
            Self::Indoors => activity.place != Place::Outdoor,
            Self::Outdoors => activity.place != Place::Indoor,
            Self::Need(need) => activity.is_for(need),
        }
    }
}

/// Those that pass every filter and hold every word of `query` in their title, first step or category.
pub fn find<'a>(all: &'a [Activity], filters: &[Filter], query: &str) -> Vec<&'a Activity> {
    let words = search::words(query);
    let fits = |activity: &&Activity| {
        let Activity { title, first_step, category, .. } = activity;
        filters.iter().all(|filter| filter.passes(activity))
            && search::holds(&search::fold(&format!("{title} {first_step} {category}")), &words)
    };
    all.iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::activity::{read, tests::any_catalogue};

    const FILE: &str = "1\tPasear por el jardín\tnature\tnone\teither\toutdoor\t15\tlow\tcalm;movement\tPonte los zapatos.\t\n2\tAjedrez\tgames_play\tlow\tsocial\tindoor\t30\tmedium\tfun\tInvita a alguien.\t";

    #[test]
    fn what_is_found_passes_every_filter_and_holds_every_word() {
        let all = read(FILE);
        let numbers =
            |filters: &[Filter], query| find(&all, filters, query).iter().map(|found| found.number).collect::<Vec<_>>();
        assert_eq!(numbers(&[], ""), [1, 2]);
        assert_eq!(numbers(&[Filter::Free, Filter::Alone], ""), [1]);
        assert_eq!(numbers(&[Filter::LowCost, Filter::HalfHour, Filter::SomeEnergy], ""), [1, 2]);
        assert_eq!(numbers(&[Filter::Need(Need::Fun)], ""), [2]);
        assert_eq!(numbers(&[Filter::Need(Need::Fun), Filter::Short], ""), [0; 0]);
        assert_eq!(numbers(&[Filter::Indoors], "pasear"), [0; 0]);
    }

    #[test]
    fn words_are_sought_without_accents_in_title_first_step_and_category() {
        let all = read(FILE);
        let numbers = |query| find(&all, &[], query).iter().map(|found| found.number).collect::<Vec<_>>();
        assert_eq!(numbers("JARDIN zapát"), [1]);
        assert_eq!(numbers("games"), [2]);
        assert_eq!(numbers("play invita"), [2]);
        assert_eq!(numbers("guitarra"), [0; 0]);
    }

    #[test]
    fn every_filter_is_offered_once() {
        for (place, filter) in Filter::ALL.iter().enumerate() {
            assert_eq!(Filter::ALL.iter().position(|other| other == filter), Some(place));
        }
        for need in Need::ALL {
            assert!(Filter::ALL.contains(&Filter::Need(need)));
        }
    }

    proptest! {
        #[test]
        fn filters_combine_in_any_order_and_only_ever_take_away(
            all in any_catalogue(20),
            filters in prop::sample::subsequence(Filter::ALL.to_vec(), 0..5),
        ) {
            let found = find(&all, &filters, "");
            let turned: Vec<_> = filters.iter().rev().copied().collect();
            prop_assert_eq!(&found, &find(&all, &turned, ""));
            for one in &all {
                prop_assert_eq!(found.contains(&one), filters.iter().all(|filter| filter.passes(one)));
            }
        }
    }
}
