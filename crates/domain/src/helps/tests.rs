//! Tests of what helps: who ranks before whom, in whatever order it was written down.

use proptest::prelude::*;

use super::*;
use crate::{
    activity,
    check_in::Mood,
    plan::{Done, State},
};

const CATALOGUE: &str = "1\tWalk\tmovement\tnone\teither\toutdoor\t15\tlow\tcalm;movement\tShoes on.\t\n2\tChess\tgames_play\tlow\tsocial\tindoor\t40\tmedium\tfun\tAsk someone.\t";

/// A plan that changed mood by so many steps.
fn done(title: &str, activity: Option<ActivityNumber>, change: i8) -> Plan {
    let before = Mood::ALL[usize::from(change.min(0).unsigned_abs())];
    let after = Mood::ALL[usize::from(change.max(0).unsigned_abs())];
    let state = State::Done(Done { before: Some(before), after: Some(after), ..Done::default() });
    Plan { activity, state, ..Plan::new(Title::parse(title).unwrap(), Day::new(2026, 11, 24).unwrap()) }
}

fn at(hour: u16, together: bool, plan: Plan) -> Plan {
    Plan { at: Some(Minute::from(hour * 60)), together, ..plan }
}

fn helps(plans: &[Plan]) -> Helps {
    Helps::of(plans, &activity::read(CATALOGUE))
}

#[test]
fn an_entry_is_known_by_its_number_and_an_own_thing_by_its_title() {
    let plans = [
        done("Walk", Some(1), 2),
        Plan { on: Day::new(2026, 11, 25).unwrap(), ..done("Andar", Some(1), 2) },
        done("Álbum", None, 1),
        done("ALBUM", None, 1),
    ];
    let ranked = helps(&plans).ranking(Within::default());
    let told: Vec<_> = ranked.iter().map(|one| (one.thing.clone(), &*one.title, one.estimate.tries)).collect();
    let own = Thing::Own(Title::kept("album"));
    assert_eq!(told, [(Thing::Listed(1), "Andar", 2), (own, "Álbum", 2)]);
    assert!(!format!("{ranked:?}").to_lowercase().contains("album"), "what was typed is never printed");
}

#[test]
fn what_was_done_without_a_rating_was_tried_and_is_not_ranked() {
    let unrated =
        Plan { state: State::Done(Done { after: Some(Mood::Good), ..Done::default() }), ..done("Walk", Some(1), 0) };
    let open = Plan { state: State::Open, ..done("Chess", Some(2), 0) };
    let helps = helps(&[unrated, open]);
    assert_eq!((helps.times(1), helps.times(2)), (1, 0));
    assert!(helps.ranking(Within::default()).is_empty());
}

#[test]
fn it_tells_by_need_by_part_of_the_day_and_by_company() {
    let plans = [
        at(9, false, done("Walk", Some(1), 2)),
        at(20, true, done("Chess", Some(2), -1)),
        at(20, true, done("Walk", Some(1), 1)),
        done("Own", None, 0),
    ];
    let helps = helps(&plans);
    let means = |all: Vec<(Part, Estimate)>| all.iter().map(|(part, one)| (*part, one.mean)).collect::<Vec<_>>();
    assert_eq!(means(helps.by_part(Within::default())), [(Part::Morning, 2000), (Part::Evening, 0)]);
    let needs: Vec<_> = helps.by_need(Within::default()).iter().map(|(need, one)| (*need, one.tries)).collect();
    assert_eq!(needs, [(Need::Calm, 2), (Need::Fun, 1), (Need::Movement, 2)]);
    let company: Vec<_> = helps.by_company(Within::default()).iter().map(|(with, one)| (*with, one.mean)).collect();
    assert_eq!(company, [(false, 1000), (true, 0)]);
    let within = Within { need: Some(Need::Calm), part: Some(Part::Evening), together: Some(true) };
    let ranked: Vec<_> = helps.ranking(within).iter().map(|one| (one.thing.clone(), one.estimate.mean)).collect();
    assert_eq!(ranked, [(Thing::Listed(1), 1000)]);
    assert!(helps.ranking(Within { together: Some(false), part: Some(Part::Evening), need: None }).is_empty());
}

#[test]
fn equals_stand_by_tries_and_then_by_title() {
    let plans = [done("b", None, 1), done("Á", None, 1), done("c", None, 1), done("c", None, 1)];
    let titles: Vec<_> = helps(&plans).ranking(Within::default()).iter().map(|one| one.title.to_string()).collect();
    assert_eq!(titles, ["c", "Á", "b"]);
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let titles = prop::sample::select(vec!["Walk", "walk", "Guitar", "Guitarra", "Tea"]);
    (titles, prop::option::of(1_u16..4), -4_i8..=4, prop::option::of(0_u16..24), any::<bool>(), 0_i32..20, 0..8)
        .prop_map(|(title, activity, change, hour, together, back, rated)| {
            let plan = done(title, activity, change);
            let state = if rated == 0 { State::Done(Done::default()) } else { plan.state };
            let (on, at) = (plan.on.plus(-back), hour.map(|hour| Minute::from(hour * 60)));
            Plan { on, at, together, state, ..plan }
        })
}

fn place(ranked: &[Helped], thing: &Thing) -> usize {
    ranked.iter().position(|one| one.thing == *thing).unwrap()
}

proptest! {
    #[test]
    fn the_order_of_entry_changes_nothing(
        (plans, shuffled) in prop::collection::vec(any_plan(), 0..40)
            .prop_flat_map(|plans| (Just(plans.clone()), Just(plans).prop_shuffle())),
        need in prop::option::of(prop::sample::select(Need::ALL.to_vec())),
        part in prop::option::of(prop::sample::select(Part::ALL.to_vec())),
        together in prop::option::of(any::<bool>()),
    ) {
        let (one, other) = (helps(&plans), helps(&shuffled));
        for within in [Within::default(), Within { need, part, together }] {
            prop_assert_eq!(one.ranking(within), other.ranking(within));
            prop_assert_eq!(one.by_need(within), other.by_need(within));
            prop_assert_eq!(one.by_part(within), other.by_part(within));
            prop_assert_eq!(one.by_company(within), other.by_company(within));
        }
    }

    /// Good is at least what is usual for the person.
    #[test]
    fn more_good_tries_of_the_same_kind_never_rank_lower(
        others in prop::collection::vec(any_plan(), 0..40),
        change in -4_i8..=4,
        count in 1_usize..12,
        more in 1_usize..30,
    ) {
        let thing = Thing::Listed(9);
        let ranked = |count: usize| {
            let mut plans = others.clone();
            plans.extend(std::iter::repeat_n(done("Drum", Some(9), change), count));
            helps(&plans).ranking(Within::default())
        };
        let (fewer, many) = (ranked(count), ranked(count + more));
        let usual = fewer.iter().map(|one| one.estimate.mean).sum::<i32>() / i32::try_from(fewer.len()).unwrap();
        prop_assume!(i32::from(change) * 1000 > usual);
        prop_assert!(place(&many, &thing) <= place(&fewer, &thing));
    }

    /// Of two things with the same good tries, the one with more of them stands first.
    #[test]
    fn of_two_equally_good_things_the_one_tried_more_stands_first(
        others in prop::collection::vec(any_plan(), 0..20),
        change in 1_i8..=4,
        count in 1_usize..12,
        more in 1_usize..30,
    ) {
        let mut plans = others;
        plans.extend(std::iter::repeat_n(done("A", Some(8), change), count));
        plans.extend(std::iter::repeat_n(done("B", Some(9), change), count + more));
        let ranked = helps(&plans).ranking(Within::default());
        let usual = ranked.iter().map(|one| one.estimate.mean).sum::<i32>() / i32::try_from(ranked.len()).unwrap();
        prop_assume!(i32::from(change) * 1000 > usual);
        prop_assert!(place(&ranked, &Thing::Listed(9)) < place(&ranked, &Thing::Listed(8)));
    }
}
