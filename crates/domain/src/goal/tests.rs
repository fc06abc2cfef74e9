//! Which goals are due, how they are counted, and that no change touches what was.

use proptest::prelude::*;

use super::*;
use crate::{collection::Record, stamp::Stamp};

const GOAL: Id<Goal> = Id::fixed(1);

/// A Monday.
fn monday() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

fn goal(cadence: Cadence) -> Goal {
    Goal::new(Title::parse("Walk").unwrap(), cadence, monday())
}

fn reports(outcomes: &[(Day, Outcome)]) -> Collection<Report> {
    let mut all = Collection::default();
    for (number, (on, outcome)) in outcomes.iter().enumerate() {
        let value = Some(Report { goal: GOAL, on: *on, outcome: *outcome, note: Note::default() });
        all.merge(Id::fixed(number as u128), Record { changed: Stamp::zero().next(1, 1), value });
    }
    all
}

fn due_of(goal: &Goal, outcomes: &[(Day, Outcome)], on: Day) -> bool {
    is_due(goal, GOAL, &reports(outcomes), on)
}

#[test]
fn a_goal_is_due_when_its_cadence_wants_a_report() {
    let monday = monday();
    let due = |cadence, outcomes: &[(Day, Outcome)], on| due_of(&goal(cadence), outcomes, on);
    assert!(due(Cadence::Once, &[], monday.plus(300)));
    assert!(due(Cadence::Daily, &[], monday));
    assert!(!due(Cadence::Daily, &[(monday, Outcome::NotThisTime)], monday), "an answer is an answer");
    assert!(!due(Cadence::Daily, &[(monday, Outcome::Excused)], monday), "excused is one too");
    assert!(due(Cadence::Daily, &[(monday, Outcome::Done)], monday.plus(1)));
    assert!(due(Cadence::Weekdays, &[], monday.plus(4)));
    assert!(!due(Cadence::Weekdays, &[], monday.plus(5)), "not on a Saturday");
    assert!(due(Cadence::Weekly(2), &[(monday, Outcome::Partly)], monday.plus(1)));
    assert!(due(Cadence::Weekly(1), &[(monday, Outcome::Excused)], monday.plus(1)), "excused is not kept");
    assert!(!due(Cadence::Weekly(1), &[(monday, Outcome::Partly)], monday.plus(1)), "kept often enough");
    assert!(due(Cadence::Weekly(1), &[(monday, Outcome::Partly)], monday.plus(7)), "a new week");
    assert!(!due(Cadence::Daily, &[], monday.plus(-1)), "not before it was set");
}

#[test]
fn a_goal_of_every_so_many_weeks_asks_for_a_week_and_then_waits() {
    let monday = monday();
    let due = |outcomes: &[(Day, Outcome)], on| due_of(&goal(Cadence::EveryWeeks(3)), outcomes, on);
    assert!(due(&[], monday) && due(&[], monday.plus(6)));
    assert!(!due(&[], monday.plus(7)) && !due(&[], monday.plus(20)), "it waits for its next turn");
    assert!(due(&[], monday.plus(21)));
    assert!(!due(&[(monday, Outcome::Done)], monday.plus(1)), "kept");
    assert!(due(&[(monday, Outcome::NotThisTime)], monday.plus(1)));
    assert!(due(&[(monday, Outcome::Excused)], monday.plus(7)), "an excused day is given back");
    assert!(due(&[(monday.plus(20), Outcome::Done)], monday.plus(21)), "a new turn");
}

#[test]
fn a_turn_slept_through_asks_after_the_pause() {
    let pause = Pause { since: monday(), reason: Some(Reason::Hospital), back: Some(monday().plus(10)) };
    let goal = Goal { status: Status::Paused(pause), ..goal(Cadence::EveryWeeks(4)) };
    assert!(!due_of(&goal, &[], monday().plus(9)));
    assert!(due_of(&goal, &[], monday().plus(10)) && due_of(&goal, &[], monday().plus(16)));
    assert!(!due_of(&goal, &[], monday().plus(17)));
}

#[test]
fn a_goal_at_rest_asks_nothing() {
    let on = monday().plus(1);
    let pause = Pause { since: on, reason: None, back: None };
    for status in [Status::Paused(pause), Status::Finished(on), Status::LetGo(on)] {
        assert!(!due_of(&Goal { status, ..goal(Cadence::Daily) }, &[], on));
    }
}

#[test]
fn a_goal_asks_up_to_its_last_day() {
    let goal = Goal { until: Some(monday().plus(2)), ..goal(Cadence::Daily) };
    assert!(due_of(&goal, &[], monday().plus(2)) && !due_of(&goal, &[], monday().plus(3)));
    assert!(goal.is_past_its_last_day(monday().plus(3)) && !goal.is_past_its_last_day(monday().plus(2)));
}

#[test]
fn a_return_from_hospital_or_custody_is_known_for_four_weeks() {
    let back = monday().plus(5);
    let paused = |reason| goal(Cadence::Daily).paused(Some(reason), Some(back), monday());
    assert_eq!(paused(Reason::Custody).came_back_lately(back.plus(-1)), None);
    assert_eq!(paused(Reason::Custody).came_back_lately(back), Some(back));
    assert_eq!(paused(Reason::Travel).came_back_lately(back), None);
    let early = paused(Reason::Hospital).taken_up(monday().plus(3));
    assert_eq!(early.came_back_lately(monday().plus(30)), Some(monday().plus(3)));
    assert_eq!(early.came_back_lately(monday().plus(31)), None);
}

#[test]
fn a_rest_nobody_could_write_down_is_told_afterwards() {
    let today = monday().plus(20);
    let (since, back) = (monday().plus(4), monday().plus(18));
    let told = Pause { since, reason: Some(Reason::Custody), back: Some(back) };
    let goal = goal(Cadence::Daily).paused(None, None, today).pause_told(told);
    assert!(told.is_over(today) && goal.asks(today), "it asks again at once");
    assert_eq!(goal.came_back_lately(today), Some(back));
    assert!(goal.asks(since.plus(-1)) && !goal.asks(since) && !goal.asks(back.plus(-1)) && goal.asks(back));
    let later = goal.paused(Some(Reason::Travel), None, today.plus(1));
    assert_eq!(later.came_back_lately(today.plus(2)), Some(back), "a later pause does not forget it");
    assert!(later.rests_on(since) && !later.rests_on(back));
}

#[test]
fn a_pause_begins_today_or_before_and_ends_after_it_began() {
    let today = monday();
    let begins = |days| Pause::can_begin(today.plus(days), today);
    assert!(begins(0) && begins(-400) && !begins(1));
    assert!(!begins(-200_000), "a year half typed");
    assert!(Pause::can_end(today, today.plus(1)) && Pause::can_end(today.plus(-9), today.plus(-2)));
    assert!(!Pause::can_end(today, today));
}

#[test]
fn an_excused_day_counts_neither_for_nor_against() {
    let told = [Outcome::Done, Outcome::Partly, Outcome::NotThisTime, Outcome::Excused].map(|outcome| Report {
        goal: GOAL,
        on: monday(),
        outcome,
        note: Note::default(),
    });
    assert_eq!(kept_of_asked(&told), (2, 3));
    assert_eq!(kept_of_asked(told.iter().filter(|one| one.outcome == Outcome::Excused)), (0, 0));
}

#[test]
fn the_counts_are_those_a_person_would_make() {
    let day = |number| monday().plus(number);
    let told = [
        (day(0), Outcome::Done),
        (day(1), Outcome::Partly),
        (day(2), Outcome::NotThisTime),
        (day(3), Outcome::Excused),
        (day(5), Outcome::Done),
    ];
    let trend = |cadence| Trend::of(&goal(cadence), &answers(&reports(&told), GOAL), day(-30), day(7));
    let daily = trend(Cadence::Daily);
    assert_eq!((daily.asked, daily.halves, daily.done, daily.partly, daily.excused), (6, 5, 2, 1, 1));
    assert_eq!(daily.share(), Some(41));
    assert_eq!((trend(Cadence::Weekdays).asked, trend(Cadence::Weekdays).halves), (5, 5), "Saturday was a gift");
    assert_eq!((trend(Cadence::Weekly(3)).asked, trend(Cadence::Weekly(3)).halves), (3, 5));
    assert_eq!((trend(Cadence::EveryWeeks(1)).asked, trend(Cadence::EveryWeeks(1)).halves), (1, 2));
    assert_eq!(trend(Cadence::Once).asked, 0);
    assert_eq!(daily.course(), Course::Less, "one of three is less than a half");
}

#[test]
fn a_course_needs_three_turns_in_each_half_and_a_clear_difference() {
    let course = |kept: &[i32], last: i32| {
        let told: Vec<_> = kept.iter().map(|day| (monday().plus(*day), Outcome::Done)).collect();
        Trend::of(&goal(Cadence::Daily), &answers(&reports(&told), GOAL), monday(), monday().plus(last)).course()
    };
    assert_eq!(course(&[0, 1, 2, 3, 4], 5), Course::TooEarly);
    assert_eq!(course(&[3, 4, 5], 6), Course::More);
    assert_eq!(course(&[0, 1, 2], 6), Course::Less);
    assert_eq!(course(&[0, 5], 6), Course::Same);
}

#[test]
fn a_run_passes_over_excused_days_and_never_loses_its_longest() {
    let day = |number| monday().plus(number);
    let told = [
        (day(0), Outcome::Done),
        (day(1), Outcome::Partly),
        (day(2), Outcome::Excused),
        (day(3), Outcome::Done),
        (day(4), Outcome::NotThisTime),
        (day(5), Outcome::Done),
    ];
    let runs = Runs::of(&goal(Cadence::Daily), &answers(&reports(&told), GOAL), day(6));
    assert_eq!(runs, Runs { now: 1, longest: 3 });
    let runs = Runs::of(&goal(Cadence::Weekly(1)), &answers(&reports(&told), GOAL), day(8));
    assert_eq!(runs, Runs { now: 1, longest: 1 }, "a week that is not over ends nothing");
}

#[test]
fn weeks_of_a_look_back_add_up() {
    let told: Vec<_> = (0..20).map(|day| (monday().plus(day), Outcome::Partly)).collect();
    let (from, to) = (monday().plus(2), monday().plus(19));
    let trend = Trend::of(&goal(Cadence::Daily), &answers(&reports(&told), GOAL), from, to);
    let weeks = trend.weeks(from, to);
    assert_eq!(weeks, [(monday(), 5, 5), (monday().plus(7), 7, 7), (monday().plus(14), 6, 6)]);
}

fn cadence() -> impl Strategy<Value = Cadence> {
    prop_oneof![
        Just(Cadence::Once),
        Just(Cadence::Daily),
        Just(Cadence::Weekdays),
        any::<u8>().prop_map(Cadence::Weekly),
        any::<u8>().prop_map(Cadence::EveryWeeks),
    ]
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop::sample::select(&Outcome::ALL[..])
}

fn told() -> impl Strategy<Value = Vec<(Day, Outcome)>> {
    prop::collection::btree_map(-3_i32..60, outcome(), 0..60)
        .prop_map(|told| told.into_iter().map(|(day, outcome)| (monday().plus(day), outcome)).collect())
}

/// Something a person does to a goal on a day.
#[derive(Debug, Clone)]
enum Edit {
    Asking(Cadence, Option<i32>),
    Pause(Option<Reason>, Option<i32>),
    TakeUp,
    Finish,
    LetGo,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (cadence(), prop::option::of(0_i32..30)).prop_map(|(cadence, until)| Edit::Asking(cadence, until)),
        (prop::option::of(prop::sample::select(&Reason::ALL[..])), prop::option::of(1_i32..20))
            .prop_map(|(reason, back)| Edit::Pause(reason, back)),
        Just(Edit::TakeUp),
        Just(Edit::Finish),
        Just(Edit::LetGo),
    ]
}

fn edited(goal: Goal, edit: &Edit, on: Day) -> Goal {
    match edit {
        Edit::Asking(cadence, until) => goal.asking(*cadence, until.map(|days| on.plus(days)), on),
        Edit::Pause(reason, back) => goal.paused(*reason, back.map(|days| on.plus(days)), on),
        Edit::TakeUp => goal.taken_up(on),
        Edit::Finish => goal.finished(on),
        Edit::LetGo => goal.let_go(on),
    }
}

/// A goal that was changed some times, each some days after the last, and the day of the last change.
fn lived() -> impl Strategy<Value = (Goal, Day)> {
    (cadence(), prop::collection::vec((edit(), 0_i32..9), 0..6)).prop_map(|(cadence, edits)| {
        edits.iter().fold((goal(cadence), monday()), |(goal, on), (edit, later)| {
            let on = on.plus(*later);
            (edited(goal, edit, on), on)
        })
    })
}

proptest! {
    #[test]
    fn keeping_more_never_makes_a_goal_more_due(cadence in cadence(), kept in prop::collection::vec(0_i32..7, 0..10)) {
        let outcomes: Vec<_> = kept.iter().map(|day| (monday().plus(*day), Outcome::Done)).collect();
        let goal = goal(cadence);
        for on in monday().week().days() {
            prop_assert!(due_of(&goal, &outcomes[..outcomes.len() / 2], on) || !due_of(&goal, &outcomes, on));
        }
    }

    #[test]
    fn a_goal_is_never_due_at_rest_answered_or_past_its_last_day((goal, _) in lived(), told in told(), day in -5_i32..70) {
        let on = monday().plus(day);
        let due = due_of(&goal, &told, on);
        let answered = told.iter().any(|(told, _)| *told == on);
        let past = on < goal.since || goal.until.is_some_and(|last| on > last) || goal.over().is_some_and(|over| on >= over);
        if goal.rests_on(on) || answered || past {
            prop_assert!(!due);
        } else if matches!(goal.cadence_on(on).0, Cadence::Once | Cadence::Daily) {
            prop_assert!(due);
        }
    }

    #[test]
    fn no_change_touches_how_earlier_days_count((goal, last) in lived(), edit in edit(), later in 0_i32..9, told in told()) {
        let today = last.plus(later);
        let after = edited(goal.clone(), &edit, today);
        let answers = answers(&reports(&told), GOAL);
        for to in [today.plus(-1), today.plus(-8)] {
            for from in [to.plus(-29), to.plus(-4)] {
                prop_assert_eq!(Trend::of(&goal, &answers, from, to), Trend::of(&after, &answers, from, to));
            }
            prop_assert_eq!(Runs::of(&goal, &answers, to), Runs::of(&after, &answers, to));
            prop_assert_eq!(goal.asks(to), after.asks(to));
        }
    }

    #[test]
    fn excusing_a_day_never_lowers_the_share((goal, last) in lived(), told in told(), day in 0_i32..60) {
        let (on, to) = (monday().plus(day), last.plus(20));
        let before = answers(&reports(&told), GOAL);
        prop_assume!(!before.get(&on).is_some_and(|outcome| outcome.is_kept()));
        let mut after = before.clone();
        after.insert(on, Outcome::Excused);
        let (before, after) = (Trend::of(&goal, &before, monday(), to), Trend::of(&goal, &after, monday(), to));
        prop_assert_eq!(before.halves, after.halves);
        prop_assert!(after.asked <= before.asked);
        prop_assert!(after.share() >= before.share() || after.share().is_none());
    }

    #[test]
    fn resting_never_lowers_the_share((goal, last) in lived(), told in told(), since in 0_i32..60, length in 1_i32..20) {
        let (since, to) = (monday().plus(since), last.plus(20));
        let answers = answers(&reports(&told), GOAL);
        let mut rested = goal.clone();
        rested.rests.push(Rest { since, back: since.plus(length), reason: Some(Reason::Illness) });
        let (before, after) = (Trend::of(&goal, &answers, monday(), to), Trend::of(&rested, &answers, monday(), to));
        prop_assert_eq!(before.halves, after.halves);
        prop_assert!(after.asked <= before.asked);
    }

    #[test]
    fn the_order_of_reports_is_of_no_account((goal, last) in lived(), told in told(), turn in any::<prop::sample::Index>()) {
        let mut turned = told.clone();
        if !turned.is_empty() {
            let by = turn.index(turned.len());
            turned.rotate_left(by);
        }
        let of = |told: &[(Day, Outcome)]| Trend::of(&goal, &answers(&reports(told), GOAL), monday(), last);
        prop_assert_eq!(of(&told), of(&turned));
    }

    #[test]
    fn nothing_is_kept_more_than_it_was_asked((goal, last) in lived(), told in told()) {
        let answers = answers(&reports(&told), GOAL);
        let trend = Trend::of(&goal, &answers, monday().plus(-5), last.plus(5));
        prop_assert!(trend.turns.iter().all(|turn| turn.halves <= 2 * turn.asked && turn.kept <= turn.asked && turn.asked > 0));
        let runs = Runs::of(&goal, &answers, last);
        prop_assert!(runs.now <= runs.longest);
    }
}
