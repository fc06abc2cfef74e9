//! A life with a known truth: whether what truly helps most is offered more often once it was rated.

use std::collections::BTreeSet;

use super::*;
use crate::{
    activity::Activity,
    check_in::Mood,
    plan::{Done, Plan, State},
    text::Title,
};

/// How much each of twelve things truly changes mood, in thousandths of a step. The first three are the best.
const TRUTH: [i64; 12] = [1600, 1500, 1400, 500, 400, 400, 300, 300, 200, 100, 0, -200];
const BEST: usize = 3;
const SEEDS: u64 = 60;
const TRIES: u32 = 40;

/// Chance that is the same each time.
struct Dice(u64);

impl Dice {
    /// From 0 to `count` - 1.
    fn below(&mut self, count: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % count
    }

    /// What a try shows: the truth, up to a step more or less, in whole steps.
    fn shown(&mut self, truth: i64) -> i8 {
        let noisy = truth + self.below(2001) - 1000;
        i8::try_from((noisy + self.below(1000)).div_euclid(1000)).unwrap()
    }
}

/// How often the truly best three were offered in the first forty offers, and in the next forty.
fn offered(seed: u64) -> (usize, usize) {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut numbers: Vec<ActivityNumber> = (1..=12).collect();
    for place in (1..numbers.len()).rev() {
        numbers.swap(place, usize::try_from(dice.below(i64::try_from(place).unwrap() + 1)).unwrap());
    }
    let categories = ["making", "nature", "food", "learning"];
    let row = |number: &ActivityNumber| {
        let category = categories[usize::from(*number) % categories.len()];
        format!("{number}\tThing {number}\t{category}\tnone\teither\teither\t10\tlow\tcalm\tBegin.\t\n")
    };
    let all: Vec<Activity> = crate::activity::read(&numbers.iter().map(row).collect::<String>());
    let now =
        Now { minutes: 20, energy: Energy::Medium, cost: Cost::None, company: With::Alone, place: None, need: None };
    let (mut plans, mut lately, mut counts) = (Vec::<Plan>::new(), Vec::new(), [0, 0]);
    for (period, count) in counts.iter_mut().enumerate() {
        for turn in 0..TRIES {
            let turn = turn + TRIES * u32::try_from(period).unwrap();
            let day = Day::from(740_000).plus(i32::try_from(turn / 2).unwrap());
            let helps = Helps::of(&plans, &all);
            let asked = Asked {
                now,
                barriers: &[],
                favourites: &BTreeSet::new(),
                lately: &lately,
                helps: &helps,
                day,
                offered: turn % 2,
            };
            let offer: Vec<_> = suggest(&all, &asked).iter().map(|one| one.number).collect();
            assert_eq!(offer.len(), COUNT);
            *count += offer.iter().filter(|number| numbers[..BEST].contains(number)).count();
            let taken = offer[usize::try_from(dice.below(3)).unwrap()];
            let truth = TRUTH[numbers.iter().position(|number| *number == taken).unwrap()];
            let change = dice.shown(truth);
            let (before, after) = (change.min(0).unsigned_abs(), change.max(0).unsigned_abs());
            let state = State::Done(Done {
                before: Some(Mood::ALL[usize::from(before)]),
                after: Some(Mood::ALL[usize::from(after)]),
                ..Done::default()
            });
            let title = Title::parse("Thing").unwrap();
            plans.push(Plan { activity: Some(taken), state, ..Plan::new(title, day) });
            lately.push(offer);
            if lately.len() > 5 {
                lately.remove(0);
            }
        }
    }
    (counts[0], counts[1])
}

#[test]
fn after_forty_rated_tries_the_truly_best_three_are_offered_at_least_twice_as_often() {
    let (mut first, mut next) = (0, 0);
    for seed in 1..=SEEDS {
        let (before, after) = offered(seed);
        first += before;
        next += after;
    }
    assert!(next >= 2 * first, "{first} times in the first forty offers of {SEEDS} lives, {next} in the next forty");
}
