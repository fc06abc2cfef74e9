//! Recurrence against a plain look at each day, at its edges, and when a person changes it.
#![allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "numbers of a test are small")]

use proptest::prelude::*;

use super::*;

const NTHS: [Nth; 6] = [Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Fifth, Nth::Last];

fn any_rule() -> impl Strategy<Value = Rule> {
    let nth = prop::sample::select(&NTHS[..]);
    prop_oneof![
        Just(Rule::Once),
        prop_oneof![0..40_u16, any::<u16>()].prop_map(Rule::Days),
        (prop_oneof![0..5_u8, any::<u8>()], prop_oneof![4 => any::<u8>(), 1 => Just(0x80)])
            .prop_map(|(every, on)| Rule::Weeks { every, on: Weekdays(on) }),
        (prop_oneof![0..5_u8, any::<u8>()], nth, 0..9_u8).prop_map(|(every, nth, weekday)| Rule::Months {
            every,
            nth,
            weekday
        }),
    ]
}

/// Days of a few years, or anywhere, also beside the first and last day there are.
fn any_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        4 => (738_000..740_000_i32).prop_map(Day::from),
        1 => (693_500..693_700_i32).prop_map(Day::from),
        1 => (803_000..803_300_i32).prop_map(Day::from),
    ]
}

fn any_recurrence() -> impl Strategy<Value = Recurrence> {
    (any_day(), any_rule(), prop::option::of(any_day()), prop::collection::vec(any_day(), 0..4), 0..5_i32).prop_map(
        |(from, rule, until, except, skipped)| {
            let mut recurrence = Recurrence { from, rule, until, except };
            for _ in 0..skipped {
                let first = recurrence.next(from);
                first.map(|day| recurrence.skip(day));
            }
            recurrence
        },
    )
}

/// The same said the long way: a day is looked at by itself, and nothing is counted from anywhere else.
fn said_plainly(recurrence: &Recurrence, day: Day) -> bool {
    let Recurrence { from, rule, until, except } = recurrence;
    let by_rule = match *rule {
        Rule::Once => day == *from,
        Rule::Days(every) => day.since(*from) % i32::from(every.max(1)) == 0,
        Rule::Weeks { every, on } => {
            let weeks = day.week().days()[0].since(from.week().days()[0]) / 7;
            let today = day.weekday().num_days_from_monday() as u8;
            let is_in = if on.iter().count() == 0 { day.weekday() == from.weekday() } else { on.has(today) };
            is_in && weeks % i32::from(every.max(1)) == 0
        }
        Rule::Months { every, nth, weekday } => {
            let ((year, month, date), (first_year, first_month, _)) = (day.parts(), from.parts());
            let months = (year - first_year) * 12 + month as i32 - first_month as i32;
            let is_nth = match NTHS.iter().position(|other| *other == nth) {
                Some(5) => day.checked_plus(7).is_none_or(|later| later.parts().1 != month),
                position => position == Some((date as usize - 1) / 7),
            };
            day.weekday().num_days_from_monday() == u32::from(weekday)
                && is_nth
                && months % i32::from(every.max(1)) == 0
        }
    };
    day >= *from && until.is_none_or(|until| day <= until) && !except.contains(&day) && by_rule
}

proptest! {
    #[test]
    fn it_happens_on_the_days_that_a_plain_look_at_each_day_says(
        recurrence in any_recurrence(), from in any_day(), length in 0..800_i32
    ) {
        let to = from.plus(length);
        let each: Vec<Day> = (0..=to.since(from)).map(|step| from.plus(step)).collect();
        let plainly: Vec<Day> = each.iter().copied().filter(|day| said_plainly(&recurrence, *day)).collect();
        prop_assert_eq!(recurrence.days(from, to).collect::<Vec<_>>(), plainly.clone());
        for day in each {
            prop_assert_eq!(recurrence.is_on(day), plainly.contains(&day));
            let next = recurrence.next(day).filter(|next| *next <= to);
            prop_assert_eq!(next, plainly.iter().copied().find(|other| *other >= day));
        }
    }

    #[test]
    fn it_never_happens_before_its_first_day_nor_after_its_last(recurrence in any_recurrence()) {
        for day in recurrence.days(Day::from(i32::MIN), Day::from(i32::MAX)).take(500) {
            prop_assert!(day >= recurrence.from && recurrence.until.is_none_or(|until| day <= until));
        }
        if let Some(until) = recurrence.until {
            prop_assert!(until == Day::from(i32::MAX) || recurrence.is_over(until.plus(1)));
        }
    }

    #[test]
    fn a_range_cut_in_two_has_the_same_days(
        recurrence in any_recurrence(), from in any_day(), first in 0..500_i32, second in 1..500_i32
    ) {
        let (cut, to) = (from.plus(first), from.plus(first).plus(second));
        prop_assume!(to > cut);
        let whole: Vec<Day> = recurrence.days(from, to).collect();
        let halves: Vec<Day> = recurrence.days(from, cut).chain(recurrence.days(cut.plus(1), to)).collect();
        prop_assert_eq!(whole, halves);
    }

    #[test]
    fn a_day_left_out_is_left_out_alone_and_comes_back(recurrence in any_recurrence(), from in any_day()) {
        let day = recurrence.next(from).unwrap_or(from);
        let mut other = recurrence.clone();
        let was_on = other.skip(day);
        prop_assert_eq!(was_on, recurrence.is_on(day));
        prop_assert!(!other.is_on(day));
        let (before, after) = (day.plus(-300), day.plus(300));
        let left: Vec<Day> = recurrence.days(before, after).filter(|other| *other != day).collect();
        prop_assert_eq!(other.days(before, after).collect::<Vec<_>>(), left);
        if was_on {
            prop_assert!(!other.skip(day), "it is left out already");
            prop_assert!(other.unskip(day));
        }
        prop_assert_eq!(other, recurrence);
    }

    #[test]
    fn the_days_left_out_are_in_order_and_each_once(
        recurrence in any_recurrence(), days in prop::collection::vec(any_day(), 0..9)
    ) {
        let mut recurrence = Recurrence { except: Vec::new(), until: None, ..recurrence };
        for day in days {
            for on in [recurrence.next(day), Some(day)].into_iter().flatten() {
                recurrence.skip(on);
            }
        }
        prop_assert!(recurrence.except.is_sorted_by(|one, next| one < next), "{:?}", recurrence.except);
    }

    #[test]
    fn an_end_takes_the_later_days_and_no_other(recurrence in any_recurrence(), last in any_day()) {
        let mut ended = recurrence.clone();
        ended.end(last);
        let (before, after) = (last.plus(-300), last.plus(300));
        prop_assert_eq!(
            ended.days(before, after).collect::<Vec<_>>(),
            recurrence.days(before, last).collect::<Vec<_>>()
        );
        prop_assert!(last == Day::from(i32::MAX) || ended.is_over(last.plus(1)));
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn days(recurrence: &Recurrence, count: usize) -> Vec<String> {
    let (first, last) = (Day::from(i32::MIN), Day::from(i32::MAX));
    recurrence.days(first, last).take(count).map(|day| day.to_string()).collect()
}

#[test]
fn weeks_run_from_monday_and_are_counted_from_the_week_of_the_first_day() {
    let on = Weekdays::default().with(0, true).with(6, true);
    // A Wednesday: its Monday has gone by, its Sunday has not, and the next week is left out whole.
    let rule = Rule::Weeks { every: 2, on };
    let recurrence = Recurrence { from: day("2026-11-25"), rule, until: None, except: Vec::new() };
    assert_eq!(days(&recurrence, 4), ["2026-11-29", "2026-12-07", "2026-12-13", "2026-12-21"]);
}

#[test]
fn a_month_without_a_fifth_friday_is_passed_over_and_the_last_one_is_in_each() {
    let of = |nth| Recurrence {
        from: day("2026-11-25"),
        rule: Rule::Months { every: 1, nth, weekday: 4 },
        until: None,
        except: Vec::new(),
    };
    assert_eq!(days(&of(Nth::Fifth), 3), ["2027-01-29", "2027-04-30", "2027-07-30"]);
    assert_eq!(days(&of(Nth::Last), 3), ["2026-11-27", "2026-12-25", "2027-01-29"]);
}

#[test]
fn what_never_comes_is_over_and_does_not_take_for_ever() {
    let of = |from, rule| Recurrence { from, rule, until: None, except: Vec::new() };
    let (first, last) = (Day::from(i32::MIN), Day::from(i32::MAX));
    assert!(of(first, Rule::Months { every: 0, nth: Nth::First, weekday: 7 }).is_over(first));
    // The last Tuesday there is, and the last day there is.
    assert_eq!(days(&of(last, Rule::Months { every: 1, nth: Nth::Last, weekday: 1 }), 9), ["2199-12-31"]);
    assert_eq!(days(&of(last, Rule::Days(1)), 9), ["2199-12-31"]);
    assert_eq!(of(last, Rule::Weeks { every: 255, on: Weekdays::default() }).next(last), Some(last));
    assert_eq!(days(&of(first, Rule::Days(u16::MAX)), 9), ["1900-01-01", "2079-06-06"]);
}
