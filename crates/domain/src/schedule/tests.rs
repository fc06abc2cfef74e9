//! My meetings on my own clock, through zones and changes of the clocks.

use super::*;
use crate::{
    collection::Record,
    meeting::{Fellowship, Held, Presence, Since},
    recurrence::{Recurrence, Rule, Weekdays},
    stamp::Stamp,
    text::{Note, Title},
    zone,
};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn minute(text: &str) -> Minute {
    Minute::parse(text).unwrap()
}

fn weekly(from: &str, at: &str, zone: Option<&str>) -> Meeting {
    Meeting {
        name: Title::parse("Evening group").unwrap(),
        fellowship: Fellowship::Other,
        held: Held::Online,
        place: Note::default(),
        link: Note::default(),
        phone: None,
        when: Recurrence {
            from: day(from),
            rule: Rule::Weeks { every: 1, on: Weekdays::default() },
            until: None,
            except: Vec::new(),
        },
        at: minute(at),
        minutes: 60,
        zone: zone.and_then(Zone::parse),
        kinds: Vec::new(),
        commitments: Vec::new(),
        note: Note::default(),
        going: true,
        was_told: false,
        since: Since::Always,
        edition: 0,
        source: None,
        ended: None,
    }
}

fn all<T>(values: impl IntoIterator<Item = T>) -> Collection<T> {
    let mut all = Collection::default();
    for (number, value) in (1..).zip(values) {
        all.merge(Id::fixed(number), Record { changed: Stamp::zero(), value: Some(value) });
    }
    all
}

/// Changes of clocks in the autumn of 2026: London on October 25 at 01:00 UTC, New York on November 1 at 06:00 UTC.
fn offset_of(name: &str, instant: i64) -> Option<i16> {
    let changed = |day: &str, hour: i64| i64::from(self::day(day).since(self::day("1970-01-01"))) * 1440 + hour * 60;
    match name {
        "Europe/London" => Some(if instant < changed("2026-10-25", 1) { 60 } else { 0 }),
        "America/New_York" => Some(if instant < changed("2026-11-01", 6) { -240 } else { -300 }),
        _ => None,
    }
}

fn in_new_york(zone: &Zone, on: Day, at: Minute) -> Option<(Day, Minute)> {
    zone::shown(on, at, &|instant| offset_of(zone.name(), instant), &|instant| offset_of("America/New_York", instant))
}

fn attended(meeting: Option<u128>, on: &str, at: Option<&str>, presence: Presence) -> Attendance {
    Attendance {
        meeting: meeting.map(Id::fixed),
        name: Title::parse("Evening group").unwrap(),
        on: day(on),
        at: at.map(minute),
        presence,
        before: None,
        after: None,
        takeaway: Note::default(),
        met: Note::default(),
    }
}

#[test]
fn an_online_meeting_follows_the_clocks_of_its_zone_and_shows_on_mine() {
    let meetings = all([weekly("2026-10-13", "19:00", Some("Europe/London"))]);
    let found = between(&meetings, day("2026-10-13"), day("2026-11-10"), &in_new_york);
    let shown: Vec<String> = found.iter().map(|one| format!("{} {}", one.on, one.at)).collect();
    // A week between the two changes of clocks it is an hour later here.
    assert_eq!(
        shown,
        ["2026-10-13 14:00", "2026-10-20 14:00", "2026-10-27 15:00", "2026-11-03 14:00", "2026-11-10 14:00"]
    );
    assert!(found.iter().all(|one| one.is_elsewhere() && one.there.1 == minute("19:00")));
    let (_, meeting) = meetings.iter().next().unwrap();
    let ahead = times(&meeting.when, meeting.at, meeting.zone.as_ref(), day("2026-10-14"), 2, &in_new_york);
    assert_eq!(ahead, [(day("2026-10-20"), minute("14:00")), (day("2026-10-27"), minute("15:00"))]);
}

#[test]
fn a_meeting_after_midnight_there_is_on_the_evening_before_here() {
    let meetings = all([weekly("2026-11-11", "01:30", Some("Europe/London"))]);
    let found = between(&meetings, day("2026-11-10"), day("2026-11-10"), &in_new_york);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].on, found[0].at, found[0].there.0), (day("2026-11-10"), minute("20:30"), day("2026-11-11")));
}

#[test]
fn without_a_zone_or_in_an_unknown_one_it_is_at_its_own_time() {
    let meetings = all([weekly("2026-11-03", "18:30", None), weekly("2026-11-03", "19:30", Some("Mars/Phobos"))]);
    let found = between(&meetings, day("2026-11-03"), day("2026-11-03"), &in_new_york);
    let [mine, unknown] = found.try_into().unwrap();
    assert!(!mine.is_elsewhere() && mine.is_known);
    assert!(unknown.is_elsewhere() && !unknown.is_known);
    assert_eq!(unknown.at, minute("19:30"));
}

#[test]
fn what_a_file_says_never_makes_an_endless_list() {
    let mut daily = weekly("1900-01-01", "00:00", Some("Europe/London"));
    daily.when.rule = Rule::Days(0);
    let meetings = all([daily.clone()]);
    assert!(between(&meetings, day("1900-01-01"), day("2199-12-31"), &in_new_york).len() <= 1003);
    assert_eq!(next(Id::fixed(1), &daily, day("2026-01-01"), 3, &in_new_york).len(), 3);
}

#[test]
fn the_night_belongs_to_the_day_before_as_the_person_counts() {
    let late = Occurrence::of(Id::fixed(1), &weekly("2026-11-03", "00:30", None), day("2026-11-03"), &in_new_york);
    assert_eq!(late.day(3), day("2026-11-02"));
    assert_eq!(late.day(0), day("2026-11-03"));
    assert!(late.has_begun((day("2026-11-03"), minute("00:30"))));
    assert!(!late.has_begun((day("2026-11-03"), minute("00:29"))));
}

#[test]
fn an_answer_belongs_to_its_day_even_if_the_time_was_changed_since() {
    let one = Occurrence::of(Id::fixed(1), &weekly("2026-11-03", "18:30", None), day("2026-11-03"), &in_new_york);
    let said = all([
        attended(Some(2), "2026-11-03", None, Presence::Went),
        attended(Some(1), "2026-11-10", None, Presence::Went),
        attended(Some(1), "2026-11-03", Some("19:00"), Presence::Missed),
    ]);
    assert_eq!(one.answer(&said).map(|(id, _)| id), Some(Id::fixed(3)));
}

#[test]
fn two_times_on_the_day_the_clocks_go_back_have_an_answer_each() {
    // 00:30 and, an hour of the night being counted twice, 23:30 of the same day.
    let mut daily = weekly("2026-10-20", "04:30", Some("Etc/UTC"));
    daily.when.rule = Rule::Days(1);
    let utc = |_: &Zone, on: Day, at: Minute| {
        zone::shown(on, at, &|_| Some(0), &|instant| offset_of("America/New_York", instant))
    };
    let found = between(&all([daily]), day("2026-11-01"), day("2026-11-01"), &utc);
    assert_eq!(found.iter().map(|one| one.at.to_string()).collect::<Vec<_>>(), ["00:30", "23:30"]);
    let said = all([attended(Some(1), "2026-11-01", Some("00:30"), Presence::Went)]);
    assert!(found[0].answer(&said).is_some());
    assert!(found[1].answer(&said).is_none());
}

#[test]
fn a_target_counts_what_was_there_and_takes_nothing_back() {
    let target = Target::new(90, 90, day("2026-11-01")).unwrap();
    let said = all([
        attended(None, "2026-10-31", None, Presence::Went),
        attended(None, "2026-11-01", None, Presence::CameLate),
        attended(None, "2026-11-01", None, Presence::WentOnline),
        attended(None, "2026-11-02", None, Presence::Missed),
        attended(None, "2026-11-05", None, Presence::Went),
        attended(None, "2026-11-20", None, Presence::Went),
    ]);
    let view = target.view(&said, day("2026-11-10"));
    assert_eq!((view.there, view.of, view.begun, view.left), (3, 90, 10, 80));
    assert_eq!(view.days[..5], [2, 0, 0, 0, 1]);
    assert_eq!(target.last(), day("2027-01-29"));
    let before = target.view(&said, day("2026-10-01"));
    assert_eq!((before.there, before.begun, before.left), (0, 0, 90));
    let over = target.view(&said, day("2027-06-01"));
    assert_eq!((over.there, over.begun, over.left), (4, 90, 0));
}

#[test]
fn a_target_is_one_to_a_thousand() {
    assert!(Target::new(0, 90, day("2026-11-01")).is_none());
    assert!(Target::new(90, 1001, day("2026-11-01")).is_none());
    let from_a_file = Target { meetings: 0, days: 0, from: day("2199-12-31") };
    assert_eq!(from_a_file.view(&Collection::default(), day("2026-11-01")).days.len(), 1);
    assert_eq!(from_a_file.last(), day("2199-12-31"));
}

#[test]
fn what_is_taken_up_again_keeps_a_last_day_of_its_own() {
    let day = |text: &str| Day::parse(text).unwrap();
    let open = weekly("2026-11-02", "19:00", None);
    let back = open.over(day("2026-11-20")).taken_up();
    assert_eq!((back.when.until, back.ended), (None, None));
    let mut ends = open.clone();
    for last in ["2026-11-10", "2027-03-01"] {
        ends.when.until = Some(day(last));
        let over = ends.over(day("2026-11-20"));
        assert_eq!(next(Id::fixed(1), &over, day("2026-11-21"), 1, &in_new_york), []);
        assert_eq!((over.taken_up().when, over.taken_up().ended), (ends.when.clone(), None));
    }
    let as_before = Meeting { ended: Some(day("2026-11-20")), ..open.clone() };
    let as_before = as_before.revised(|meeting| meeting.when.end(day("2026-11-20")));
    assert_eq!(as_before.taken_up().when, open.when, "as earlier versions wrote it");
}

#[test]
fn what_is_said_again_of_a_meeting_takes_nothing_away() {
    use crate::{
        check_in::Mood,
        meeting::{Attendance, Presence},
        text::{Note, Title},
    };
    let said = Attendance {
        meeting: None,
        name: Title::parse("Evening").unwrap(),
        on: Day::parse("2026-11-02").unwrap(),
        at: None,
        presence: Presence::Missed,
        before: None,
        after: Some(Mood::Good),
        takeaway: Note::default(),
        met: Note::default(),
    };
    let before = Attendance {
        at: Minute::parse("19:00"),
        presence: Presence::Went,
        before: Some(Mood::Low),
        after: Some(Mood::Okay),
        takeaway: Note::parse("one day").unwrap(),
        met: Note::parse("Sam").unwrap(),
        ..said.clone()
    };
    let now = said.over(&before);
    let kept = Attendance { presence: Presence::Missed, after: Some(Mood::Good), ..before };
    assert_eq!(now, kept);
}

#[test]
fn a_meeting_far_away_begins_by_my_own_clock() {
    let meeting = weekly("2026-10-20", "19:00", Some("Europe/London"));
    let begins = |on: &str| begins(Id::fixed(1), &meeting, day(on), &in_new_york).map(|at| at.to_string());
    assert_eq!(begins("2026-10-20").as_deref(), Some("14:00"));
    assert_eq!(begins("2026-10-27").as_deref(), Some("15:00"), "between the two changes of clocks");
    assert_eq!(begins("2026-10-25").as_deref(), Some("15:00"), "on a day without it, as it will be next");
    let once = Meeting { when: Recurrence { rule: Rule::Once, ..meeting.when.clone() }, ..meeting.clone() };
    assert_eq!(super::begins(Id::fixed(1), &once, day("2026-10-21"), &in_new_york), None);
}

#[test]
fn calendars_are_told_of_what_is_gone_to_and_of_what_may_stand_in_them() {
    let mine = weekly("2026-11-02", "19:00", None);
    let never = mine.revised(|meeting| meeting.going = false);
    assert!(mine.is_told() && !never.is_told(), "no file was made in between");
    let told = Meeting { was_told: true, ..mine.clone() };
    let typed = Meeting { at: minute("20:00"), going: false, ..mine.clone() };
    for later in [
        told.revised(|meeting| meeting.going = false),
        told.rewritten(typed.clone(), day("2026-11-20")),
        told.revised(|meeting| *meeting = never.clone()),
        told.over(day("2026-11-20")),
    ] {
        assert!(later.is_told(), "so that it is taken away there");
    }
    let moved = never.rewritten(typed, day("2026-11-20"));
    assert!(moved.edition > never.edition && !moved.is_told(), "no calendar was told of it, whatever was changed");
}

#[test]
fn what_a_meeting_was_like_before_it_was_changed_nobody_knows() {
    let (first, later) = (day("2026-11-02"), day("2026-11-20"));
    let meeting = weekly("2026-11-02", "19:00", None);
    let meeting = Meeting { held: Held::Both, ..meeting };
    assert!(meeting.was_so(first, later), "it was written down later and is as it was then");
    let all_four: [fn(&mut Meeting); 4] = [
        |meeting| meeting.held = Held::Online,
        |meeting| meeting.fellowship = Fellowship::LifeRing,
        |meeting| meeting.place = Note::parse("Back door").unwrap(),
        |meeting| meeting.kinds = vec![Title::parse("Open").unwrap()],
    ];
    for change in all_four {
        let mut typed = meeting.clone();
        change(&mut typed);
        let changed = meeting.rewritten(typed, later);
        let last = changed.over(later.plus(9));
        // The meeting of that day may have been before the change.
        for (on, was_so) in [(first, false), (later, false), (later.plus(1), true)] {
            assert_eq!((changed.was_so(on, later), last.was_so(on, later.plus(9))), (was_so, was_so), "{on}");
        }
        assert_eq!(changed.rewritten(meeting.clone(), later.plus(5)).since, Since::Day(later.plus(5)));
        assert_eq!(changed.revised(|now| *now = meeting.clone()).since, Since::Always, "what is taken back never was");
    }
}

#[test]
fn what_says_nothing_of_how_a_meeting_is_leaves_what_it_was_like() {
    let (first, later) = (day("2026-11-02"), day("2026-11-20"));
    let title = |text: &str| Title::parse(text).unwrap();
    let online = Meeting { held: Held::Online, ..weekly("2026-11-02", "19:00", None) };
    let meeting = Meeting { kinds: vec![title("Open, for all"), title("Steps")], ..online };
    let kinds = vec![title("Open"), title("for all"), title("Steps")];
    let place = Note::parse("where nobody meets").unwrap();
    let typed = Meeting { at: minute("20:00"), note: Note::parse("Kim").unwrap(), place, kinds, ..meeting.clone() };
    for changed in [
        meeting.rewritten(typed, later),
        meeting.revised(|meeting| meeting.going = false),
        meeting.revised(|meeting| meeting.when.except = vec![later]),
        meeting.over(later),
        meeting.over(later).taken_up(),
    ] {
        assert!(changed.edition > meeting.edition && changed.was_so(first, later));
    }
}

#[test]
fn what_is_undone_leaves_what_was_changed_since() {
    let meeting = weekly("2026-11-02", "19:00", None);
    let (left_out, later) = (day("2026-11-09"), day("2026-11-20"));
    let after = meeting.revised(|meeting| meeting.when.except = vec![left_out]);
    assert_eq!(after.undone(&after, &meeting).when, meeting.when);
    let typed = Meeting { place: Note::parse("Back door").unwrap(), going: false, ..after.clone() };
    let since = after.rewritten(typed, later);
    let undone = since.undone(&after, &meeting);
    assert_eq!((undone.when.except.len(), undone.going, &*undone.place), (0, false, "Back door"));
    assert_eq!(undone.since, since.since);
}

#[test]
fn what_an_earlier_release_wrote_tells_by_its_edition() {
    let (first, later) = (day("2026-11-02"), day("2026-11-20"));
    let meeting = weekly("2026-11-02", "19:00", None);
    let as_written = |edition, listed: bool| {
        let source = listed.then(|| Title::parse("slug").unwrap());
        Meeting { edition, source, going: false, ..meeting.clone() }.from_edition()
    };
    for (unchanged, listed) in [(0, false), (1, true)] {
        let one = as_written(unchanged, listed);
        assert!(one.was_so(first, later) && !one.is_told());
        let changed = as_written(unchanged + 1, listed);
        assert!(!changed.was_so(first, later) && changed.was_so(later.plus(1), later) && changed.is_told());
        let more = changed.dated(later).over(later.plus(9));
        for (on, was_so) in [(first, false), (later, false), (later.plus(1), true), (later.plus(9), true)] {
            assert_eq!(more.was_so(on, later.plus(9)), was_so, "{on}: it is as it was before it was over");
        }
    }
}
