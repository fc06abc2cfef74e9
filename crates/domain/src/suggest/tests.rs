//! Tests of suggestions: every limit holds, every reason is true, and no three come again.

use proptest::prelude::*;

use super::*;
use crate::{
    activity::{
        read,
        tests::{CATALOGO, CATALOGUE, any_catalogue},
    },
    check_in::Mood,
    plan::{Done, Plan, State},
    text::Title,
};

/// Somebody who asks.
#[derive(Debug, Clone)]
struct Person {
    now: Now,
    barriers: Vec<Barrier>,
    favourites: BTreeSet<ActivityNumber>,
    lately: Vec<Vec<ActivityNumber>>,
    plans: Vec<Plan>,
    offered: u32,
}

impl Person {
    fn new(now: Now) -> Self {
        Self { now, barriers: vec![], favourites: BTreeSet::new(), lately: vec![], plans: vec![], offered: 0 }
    }

    fn did(mut self, number: ActivityNumber, changes: &[i8]) -> Self {
        self.plans.extend(changes.iter().map(|change| done(number, Some(*change))));
        self
    }

    fn asks(&self, all: &[Activity]) -> Vec<Suggestion> {
        let helps = Helps::of(&self.plans, all);
        let Self { now, barriers, favourites, lately, offered, .. } = self;
        let asked = Asked { now: *now, barriers, favourites, lately, helps: &helps, day: day(), offered: *offered };
        suggest(all, &asked)
    }

    fn fitting<'a>(&self, all: &'a [Activity]) -> Vec<&'a Activity> {
        fitting(all, self.now, &self.barriers)
    }

    fn changes(&self, number: ActivityNumber) -> Vec<i8> {
        let of = self.plans.iter().filter(|plan| plan.activity == Some(number));
        of.filter_map(crate::felt::change).collect()
    }

    fn tried(&self, number: ActivityNumber) -> bool {
        self.plans.iter().any(|plan| plan.activity == Some(number))
    }

    /// By the rule, told another way: three rated tries, mood rose on the whole, and it is usual that mood rises or
    /// these tries outweigh that it is not.
    fn knows(&self, all: &[Activity], number: ActivityNumber) -> bool {
        let changes = self.changes(number);
        let rose = changes.iter().map(|change| i32::from(*change)).sum::<i32>() > 0;
        let ranked = Helps::of(&self.plans, all).ranking(Within::default());
        let above = ranked.iter().any(|one| one.thing == Thing::Listed(number) && one.estimate.shrunk > 0);
        changes.len() >= 3 && rose && above
    }
}

fn day() -> Day {
    Day::new(2026, 11, 24).unwrap()
}

fn done(number: ActivityNumber, change: Option<i8>) -> Plan {
    let before = change.map(|change| Mood::ALL[usize::from(change.min(0).unsigned_abs())]);
    let after = change.map(|change| Mood::ALL[usize::from(change.max(0).unsigned_abs())]);
    let state = State::Done(Done { before, after, ..Done::default() });
    Plan { activity: Some(number), state, ..Plan::new(Title::parse("Thing").unwrap(), day()) }
}

/// No money, no energy, alone, indoors, ten minutes.
const LITTLE: Now = Now {
    minutes: 10,
    energy: Energy::Low,
    cost: Cost::None,
    company: With::Alone,
    place: Some(Spot::Indoors),
    need: None,
};
const PLENTY: Now =
    Now { minutes: 600, energy: Energy::High, cost: Cost::Medium, company: With::Alone, place: None, need: None };

/// So many entries that all fit and are alike in nothing but what is the same for all.
fn plain(count: u16) -> Vec<Activity> {
    let row = |number| format!("{number}\tThing\tc{number}\tnone\teither\teither\t30\tmedium\tfun\tBegin.\t\n");
    read(&(1..=count).map(row).collect::<String>())
}

fn numbers(suggestions: &[Suggestion]) -> BTreeSet<ActivityNumber> {
    suggestions.iter().map(|one| one.number).collect()
}

#[test]
fn three_things_fit_no_money_no_energy_alone_indoors_ten_minutes() {
    for all in [read(CATALOGUE), read(CATALOGO)] {
        for need in [None].into_iter().chain(Need::ALL.map(Some)) {
            for barriers in [vec![], Barrier::ALL.to_vec()] {
                let mut person = Person { barriers, ..Person::new(Now { need, ..LITTLE }) };
                let mut seen = BTreeSet::new();
                for offered in 0..20 {
                    person.offered = offered;
                    let offer = person.asks(&all);
                    assert!(!offer.is_empty(), "{need:?}");
                    assert!(need.is_some() || offer.len() == COUNT);
                    seen.extend(numbers(&offer));
                    person.lately.push(numbers(&offer).into_iter().collect());
                }
                assert!(need.is_some() || seen.len() >= 6, "and not always the same: {seen:?}");
            }
        }
    }
}

#[test]
fn a_need_that_nothing_meets_is_not_claimed_to_be_met() {
    let row = |number, needs| format!("{number}\tThing\tnature\tnone\tsolo\tindoor\t10\tlow\t{needs}\tBegin.\t\n");
    let all = read(&[row(1, "calm"), row(2, "fun;calm")].concat());
    let ask = |need| Person::new(Now { need: Some(need), ..LITTLE }).asks(&all);
    assert_eq!(ask(Need::Fun), [Suggestion { number: 2, why: Why::FitsNeed(Need::Fun) }]);
    let others = ask(Need::Connection);
    assert_eq!(numbers(&others), BTreeSet::from([1, 2]));
    assert!(others.iter().all(|one| one.why == Why::TinyStep));
}

#[test]
fn each_reason_is_given_when_it_is_the_strongest() {
    let all = plain(3);
    let why = |person: Person| person.asks(&all).into_iter().find(|one| one.number == 1).map(|one| one.why);
    let person = Person::new(PLENTY);
    assert_eq!(why(person.clone()), Some(Why::NewForYou));
    assert_eq!(why(person.clone().did(1, &[2, 2])), Some(Why::FitsNow), "two tries are too early");
    assert_eq!(why(person.clone().did(1, &[2, 2, 2])), Some(Why::HelpedBefore { tries: 3 }));
    assert_eq!(why(person.clone().did(1, &[-1, 0, -1])), Some(Why::FitsNow));
    let favourites = BTreeSet::from([1]);
    assert_eq!(why(Person { favourites, ..person.clone() }), Some(Why::Favourite));
    assert_eq!(why(Person { now: Now { need: Some(Need::Fun), ..PLENTY }, ..person }), Some(Why::FitsNeed(Need::Fun)));
}

#[test]
fn something_new_like_what_helped_says_so() {
    let mut all = plain(5);
    for one in &mut all[..2] {
        one.category = "music_sound".to_owned();
    }
    let offer = Person { favourites: BTreeSet::from([3]), ..Person::new(PLENTY).did(1, &[2, 2, 2]) };
    let offers: Vec<_> = (0..30).flat_map(|offered| Person { offered, ..offer.clone() }.asks(&all)).collect();
    assert!(offers.contains(&Suggestion { number: 2, why: Why::LikeWhatHelped(1) }));
    assert!(offers.iter().all(|one| one.number < 4 || one.why == Why::NewForYou));
}

#[test]
fn the_best_two_and_something_new_are_offered() {
    let all = plain(20);
    let person = Person::new(PLENTY).did(1, &[3; 6]).did(2, &[3; 6]).did(3, &[1; 6]).did(4, &[-1; 6]);
    let mut new = BTreeSet::new();
    for offered in 0..20 {
        let offer = numbers(&Person { offered, ..person.clone() }.asks(&all));
        assert!(offer.contains(&1) && offer.contains(&2), "{offer:?}");
        new.extend(offer.into_iter().filter(|number| *number > 4));
    }
    assert!(new.len() >= 8, "new things take turns: {new:?}");
}

#[test]
fn where_every_three_were_offered_those_longest_ago_come_again() {
    let all = plain(4);
    let person =
        Person { lately: vec![vec![4, 3, 2], vec![1, 2, 3], vec![1, 2, 4], vec![1, 3, 4]], ..Person::new(PLENTY) };
    assert_eq!(numbers(&person.asks(&all)), BTreeSet::from([2, 3, 4]));
}

fn any_now() -> impl Strategy<Value = Now> {
    (
        0_u16..130,
        prop::sample::select(vec![Energy::Low, Energy::Medium, Energy::High]),
        prop::sample::select(vec![Cost::None, Cost::Low, Cost::Medium]),
        prop::sample::select(vec![With::Alone, With::With]),
        prop::sample::select(vec![None, Some(Spot::Indoors), Some(Spot::Outdoors)]),
        prop::option::of(prop::sample::select(Need::ALL.to_vec())),
    )
        .prop_map(|(minutes, energy, cost, company, place, need)| Now {
            minutes,
            energy,
            cost,
            company,
            place,
            need,
        })
}

fn any_person() -> impl Strategy<Value = Person> {
    let number = 1_u16..=12;
    (
        prop_oneof![any_now(), Just(PLENTY)],
        prop::sample::subsequence(Barrier::ALL.to_vec(), 0..=3),
        prop::collection::btree_set(number.clone(), 0..4),
        prop::collection::vec(prop::collection::vec(number.clone(), 0..4), 0..6),
        prop::collection::vec((number, prop::option::of(-2_i8..=4)), 0..40),
        0_u32..5,
    )
        .prop_map(|(now, barriers, favourites, lately, done_before, offered)| {
            let plans = done_before.into_iter().map(|(number, change)| done(number, change)).collect();
            Person { now, barriers, favourites, lately, plans, offered }
        })
}

/// Somebody with plenty of everything, who did some things again and again and others never.
fn any_regular() -> impl Strategy<Value = Person> {
    let changes = prop::collection::vec(prop::option::weighted(0.9, -1_i8..=4), 0..7);
    (any_person(), prop::collection::btree_map(1_u16..=6, changes, 1..5)).prop_map(|(person, times)| {
        let did = |(number, changes): (ActivityNumber, Vec<_>)| changes.into_iter().map(move |one| done(number, one));
        Person { now: PLENTY, barriers: vec![], plans: times.into_iter().flat_map(did).collect(), ..person }
    })
}

proptest! {
    #[test]
    fn every_suggestion_is_within_every_limit(all in any_catalogue(12), person in any_person()) {
        let now = person.now;
        let offer = person.asks(&all);
        prop_assert!(offer.len() <= COUNT);
        prop_assert_eq!(numbers(&offer).len(), offer.len(), "nothing comes twice");
        for one in &offer {
            let activity = all.iter().find(|other| other.number == one.number).unwrap();
            prop_assert!(activity.minutes <= now.minutes && activity.energy <= now.energy && activity.cost <= now.cost);
            prop_assert!(now.company != With::Alone || activity.company != Company::Social);
            prop_assert!(now.company != With::With || activity.company != Company::Solo);
            prop_assert!(now.place != Some(Spot::Indoors) || activity.place != Place::Outdoor);
            prop_assert!(now.place != Some(Spot::Outdoors) || activity.place != Place::Indoor);
            prop_assert!(activity.suits(&person.barriers));
        }
    }

    #[test]
    fn as_many_as_fit_are_offered_and_a_need_is_met_if_it_can_be(all in any_catalogue(12), person in any_person()) {
        let open: Vec<_> = all.iter().filter(|one| person.now.allows(one) && one.suits(&person.barriers)).collect();
        let meets = |number| person.now.need.is_none_or(|need| all.iter().any(|one| one.number == number && one.is_for(need)));
        let meeting = open.iter().filter(|one| meets(one.number)).count();
        let offer = person.asks(&all);
        prop_assert_eq!(offer.len(), if meeting > 0 { meeting } else { open.len() }.min(COUNT));
        prop_assert!(meeting == 0 || offer.iter().all(|one| meets(one.number)));
    }

    #[test]
    fn every_reason_is_true(all in any_catalogue(12), person in prop_oneof![any_person(), any_regular()]) {
        for Suggestion { number, why } in person.asks(&all) {
            let activity = all.iter().find(|other| other.number == number).unwrap();
            let is_true = match why {
                Why::HelpedBefore { tries } =>
                    person.knows(&all, number) && person.changes(number).len() == usize::try_from(tries).unwrap(),
                Why::Favourite => person.favourites.contains(&number),
                Why::LikeWhatHelped(other) => other != number && !person.tried(number) && person.knows(&all, other),
                Why::FitsNeed(need) => person.now.need == Some(need) && activity.is_for(need),
                Why::TinyStep => activity.is_tiny() && person.now.energy == Energy::Low,
                Why::NewForYou => !person.tried(number),
                Why::FitsNow => person.tried(number),
            };
            prop_assert!(is_true, "{why:?} of {number}");
        }
    }

    #[test]
    fn known_and_new_are_mixed_where_there_are_both(count in 2_u16..=10, person in any_regular()) {
        let all = plain(count);
        let fit = person.fitting(&all);
        let known = fit.iter().any(|one| person.knows(&all, one.number));
        let new = fit.iter().any(|one| !person.tried(one.number));
        prop_assume!(known && new);
        let offer = person.asks(&all);
        prop_assert!(offer.iter().filter(|one| person.knows(&all, one.number)).count() <= 2);
        prop_assert!(offer.iter().any(|one| !person.tried(one.number)));
    }

    #[test]
    fn the_same_three_never_come_again_while_there_are_others(
        count in 4_u16..=8,
        mut person in any_regular(),
        asked_before in 0_u32..9,
    ) {
        let all = plain(count);
        for offered in 0..asked_before {
            person.offered = offered;
            person.lately.push(numbers(&person.asks(&all)).into_iter().collect());
        }
        let is_new = |number: &ActivityNumber| !person.tried(*number);
        let mixes = (1..=count).any(|number| person.knows(&all, number)) && (1..=count).any(|number| is_new(&number));
        let lately: BTreeSet<BTreeSet<_>> = person.lately.iter().map(|offer| offer.iter().copied().collect()).collect();
        let mut others = false;
        for first in 1..=count {
            for second in first + 1..=count {
                for third in second + 1..=count {
                    let set = BTreeSet::from([first, second, third]);
                    others |= (!mixes || set.iter().any(is_new)) && !lately.contains(&set);
                }
            }
        }
        let comes_again = lately.contains(&numbers(&person.asks(&all)));
        prop_assert_eq!(comes_again, !others);
    }

    #[test]
    fn the_same_gives_the_same_in_whatever_order_it_comes(all in any_catalogue(12), person in any_person()) {
        let turned: Vec<_> = all.iter().rev().cloned().collect();
        let mut other = person.clone();
        other.plans.reverse();
        other.barriers.reverse();
        prop_assert_eq!(person.asks(&all), other.asks(&turned));
    }
}
