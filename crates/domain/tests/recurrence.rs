//! Recurrence against the `rrule` crate, which other people wrote: the same days for 100,000 random rules.
#![cfg(not(target_family = "wasm"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it says"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers of a test are small"
)]

use chrono::{DateTime, Datelike, NaiveTime, TimeZone, Weekday};
use domain::{
    day::Day,
    recurrence::{Nth, Recurrence, Rule, Weekdays},
};
use rrule::{Frequency, NWeekday, RRule, RRuleSet, Tz};

const SEED: u64 = 20_261_124;
const RULES: usize = 100_000;
/// Each rule is compared for so many days it happens on, or so many years, whichever comes first.
const OCCURRENCES: usize = 60;
const YEARS: i32 = 12;
const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
const NTHS: [(Nth, i16); 6] =
    [(Nth::First, 1), (Nth::Second, 2), (Nth::Third, 3), (Nth::Fourth, 4), (Nth::Fifth, 5), (Nth::Last, -1)];

struct Dice(u64);

impl Dice {
    /// From 0 to `count` - 1.
    fn below(&mut self, count: i32) -> i32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % count as u64) as i32
    }

    /// Often small, as people choose, and sometimes anything up to `most`.
    fn every(&mut self, most: i32) -> i32 {
        let most = [1, 2, 4, 12, most][self.below(5) as usize];
        self.below(most + 1)
    }

    fn rule(&mut self, from: Day) -> Rule {
        match self.below(20) {
            0 => Rule::Once,
            1..=4 => Rule::Days(self.every(400) as u16),
            5..=12 => {
                let mut on = Weekdays::default();
                for weekday in 0..7 {
                    on = on.with(weekday, self.below(3) == 0);
                }
                if self.below(4) == 0 {
                    on = on.with(from.weekday().num_days_from_monday() as u8, true);
                }
                Rule::Weeks { every: self.every(255) as u8, on }
            }
            _ => {
                let (nth, _) = NTHS[self.below(6) as usize];
                Rule::Months { every: self.every(255) as u8, nth, weekday: self.below(7) as u8 }
            }
        }
    }

    /// A recurrence that starts anywhere in the range of days, and now and then on its first or last ones.
    fn recurrence(&mut self) -> Recurrence {
        let from = match self.below(50) {
            0 => Day::from(i32::MIN).plus(self.below(40)),
            1 => Day::from(i32::MAX).plus(-self.below(1200)),
            2..=20 => Day::from(i32::MIN).plus(self.below(109_000)),
            _ => Day::new(2020, 1, 1).unwrap().plus(self.below(4000)),
        };
        let until = (self.below(3) == 0).then(|| from.plus(self.below(900)));
        let mut recurrence = Recurrence { from, rule: self.rule(from), until, except: Vec::new() };
        for _ in 0..self.below(4) {
            let day = from.plus(self.below(200));
            // A day that was left out before the rule was changed may be any day.
            if !recurrence.skip(day) && !recurrence.except.contains(&day) {
                recurrence.except.push(day);
                recurrence.except.sort();
            }
            if let Some(on) = recurrence.next(day) {
                recurrence.skip(on);
            }
        }
        recurrence
    }
}

/// Noon of a day, in UTC, where no clock changes.
fn noon(day: Day) -> DateTime<Tz> {
    let (year, month, day) = day.parts();
    Tz::UTC.with_ymd_and_hms(year, month, day, 12, 0, 0).unwrap()
}

fn day(at: &DateTime<Tz>) -> Day {
    assert_eq!(at.time(), NaiveTime::from_hms_opt(12, 0, 0).unwrap());
    Day::from(at.num_days_from_ce())
}

/// The same recurrence in the words of RFC 5545.
fn foreign(ours: &Recurrence) -> RRuleSet {
    let every = |every: u16| every.max(1);
    let rule = match ours.rule {
        Rule::Once => RRule::new(Frequency::Daily).count(1),
        Rule::Days(days) => RRule::new(Frequency::Daily).interval(every(days)),
        Rule::Weeks { every: weeks, on } => {
            let on = on.iter().map(|weekday| NWeekday::Every(WEEKDAYS[usize::from(weekday)])).collect();
            RRule::new(Frequency::Weekly).interval(every(weeks.into())).by_weekday(on)
        }
        Rule::Months { every: months, nth, weekday } => {
            let (_, number) = NTHS.iter().find(|(other, _)| *other == nth).unwrap();
            let on = NWeekday::new(Some(*number), WEEKDAYS[usize::from(weekday)]);
            RRule::new(Frequency::Monthly).interval(every(months.into())).by_weekday(vec![on])
        }
    };
    let rule = match ours.until {
        // `Once` has a count, beside which no end may stand; it can only end on its first day or later.
        Some(until) if ours.rule != Rule::Once => rule.until(noon(until)),
        _ => rule,
    };
    let except = ours.except.iter().map(|day| noon(*day)).collect();
    rule.week_start(Weekday::Mon).build(noon(ours.from)).unwrap().set_exdates(except)
}

#[test]
fn a_hundred_thousand_random_rules_happen_on_the_days_another_engine_says() {
    let mut dice = Dice(SEED);
    let (mut compared, mut kinds, mut empty) = (0, [0; 4], 0);
    for number in 0..RULES {
        let ours = dice.recurrence();
        // Half of them are asked for from somewhere in the middle.
        let from = if dice.below(2) == 0 { ours.from } else { ours.from.plus(dice.below(400)) };
        let to = Day::from(i32::from(from) + YEARS * 366);
        let here: Vec<Day> = ours.days(from, to).take(OCCURRENCES).collect();
        let there: Vec<Day> = foreign(&ours)
            .into_iter()
            .take_while(|at| at.year() < 2200)
            .map(|at| day(&at))
            .skip_while(|day| *day < from)
            .take_while(|day| *day <= to)
            .take(OCCURRENCES)
            .collect();
        assert_eq!(here, there, "rule {number} of seed {SEED}: {ours:?} from {from} to {to}");
        let kind = match ours.rule {
            Rule::Once => 0,
            Rule::Days(_) => 1,
            Rule::Weeks { .. } => 2,
            Rule::Months { .. } => 3,
        };
        kinds[kind] += 1;
        compared += here.len();
        empty += usize::from(here.is_empty());
    }
    println!(
        "seed {SEED}: {RULES} rules (once, days, weeks, months: {kinds:?}), {compared} days alike, {empty} rules without a day"
    );
    assert_eq!(kinds.iter().sum::<usize>(), RULES);
    assert!(kinds[0] > 4_000 && kinds[1..].iter().all(|count| *count > 15_000), "{kinds:?}");
    assert!(compared > 2_000_000 && empty < RULES / 5, "{compared} days, {empty} empty");
}
