//! Weeks to begin with, made of entries of the catalogue.

use crate::activity::ActivityNumber;

/// A week to begin with. Routine helps in hours that would stay empty (fact 8.07); doses are small (fact 8.08).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// One small thing a day, free and of little energy.
    FirstWeek,
    /// Something for each morning and each afternoon.
    OpenWeek,
}

/// A weekday from 0, which is Monday; an hour; an entry of the catalogue.
pub type Entry = (i32, u16, ActivityNumber);

impl Template {
    /// In the order they are offered.
    pub const ALL: [Self; 2] = [Self::FirstWeek, Self::OpenWeek];

    /// What it holds.
    pub const fn entries(self) -> &'static [Entry] {
        match self {
            Self::FirstWeek => {
                &[(0, 10, 1), (1, 18, 146), (2, 16, 54), (3, 18, 157), (4, 11, 22), (5, 10, 19), (6, 19, 66)]
            }
            Self::OpenWeek => &[
                (0, 9, 99),
                (0, 15, 79),
                (1, 9, 1),
                (1, 15, 77),
                (2, 9, 14),
                (2, 15, 76),
                (3, 9, 181),
                (3, 15, 157),
                (4, 9, 29),
                (4, 15, 37),
                (5, 9, 19),
                (5, 15, 56),
                (6, 9, 2),
                (6, 15, 131),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::{self, Energy};

    const CATALOGUE: &str = include_str!("../../../content/en/activities.tsv");

    #[test]
    fn all_of_it_is_in_the_catalogue_free_and_of_little_energy() {
        let all = activity::read(CATALOGUE);
        for template in Template::ALL {
            for (weekday, hour, number) in template.entries() {
                let one = all.iter().find(|one| one.number == *number).unwrap();
                assert!(one.is_free() && one.energy == Energy::Low, "{number}");
                assert!((0..7).contains(weekday) && (8..21).contains(hour));
            }
        }
    }

    #[test]
    fn no_day_is_left_out() {
        for template in Template::ALL {
            for day in 0..7 {
                assert!(template.entries().iter().any(|(weekday, ..)| *weekday == day));
            }
        }
    }
}
