//! Calendar files line by line: what they say, and that no text says more than it is.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::{TZ_VARIANTS, Tz};
use domain::{
    appointment::{Alarm, Appointment},
    day::{Minute, Moment},
    recurrence::{Nth, Recurrence, Rule, Weekdays},
    text::{Note, Title},
};
use exchange::calendar;
use proptest::prelude::*;

use crate::{
    appointments::{By, appointment, clocks, day},
    states::Chance,
};

const NOW: Moment = Moment { millis: 1_795_806_005_000, offset: -300 };

fn plain() -> Appointment {
    let on = Weekdays::default().with(1, true).with(3, true);
    let when =
        Recurrence { from: day("2026-11-27"), rule: Rule::Weeks { every: 1, on }, until: None, except: Vec::new() };
    Appointment {
        uid: 0x0192_e4a0_0000_7000_8000_0000_0000_0001,
        edition: 2,
        title: Title::kept("Appointment"),
        description: Note::default(),
        location: Note::default(),
        link: Note::default(),
        when,
        at: Some(Minute::from(19 * 60)),
        minutes: 90,
        clocks: None,
        alarm: None,
        cancelled: false,
    }
}

/// The lines as a reader has them: each end of a line is one, and folds are undone.
fn unfolded(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"));
    let mut lines: Vec<String> = Vec::new();
    for line in file.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// Undoes what is done to a text.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().unwrap() {
                'n' => plain.push('\n'),
                escaped => {
                    assert!("\\;,".contains(escaped), "{text}");
                    plain.push(escaped);
                }
            },
            letter => {
                assert!(!";,".contains(letter), "{text}");
                plain.push(letter);
            }
        }
    }
    plain
}

fn lines_of(appointment: &Appointment) -> Vec<String> {
    unfolded(&calendar::write(std::slice::from_ref(appointment), NOW))
}

fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)).collect()
}

#[test]
fn a_meeting_each_tuesday_and_thursday_is_said_in_these_words() {
    let alarm = Some(Alarm { before: 75, text: Title::kept("Reminder") });
    let location = Note::kept("Room 5; the door\non the left, beside the café");
    let mut appointment = Appointment { alarm, location, ..plain() };
    appointment.link = Note::kept("https://example.org/j/1");
    appointment.when.until = Some(day("2027-06-30"));
    appointment.when.skip(day("2026-12-24"));
    let file = calendar::write(&[appointment], NOW);
    let expected = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Calendar//Calendar//EN\nMETHOD:PUBLISH\nBEGIN:VEVENT\n\
        UID:0192e4a0-0000-7000-8000-000000000001\nDTSTAMP:20261127T190005Z\nSEQUENCE:2\nSTATUS:CONFIRMED\n\
        CLASS:PRIVATE\nDTSTART:20261201T190000\nDURATION:PT1H30M\n\
        RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=TU,TH;UNTIL=20270630T235959\nEXDATE:20261224T190000\nSUMMARY:Appointment\n\
        LOCATION:Room 5\\; the door\\non the left\\, beside the café\nDESCRIPTION:https://example.org/j/1\n\
        URL:https://example.org/j/1\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Reminder\nTRIGGER:-PT1H15M\n\
        END:VALARM\nEND:VEVENT\nEND:VCALENDAR\n";
    assert_eq!(file, expected.replace('\n', "\r\n"));
}

#[test]
fn every_shape_of_recurrence_has_its_rule() {
    let of = |rule| {
        let mut appointment = plain();
        appointment.when.rule = rule;
        let lines = lines_of(&appointment);
        (values(&lines, "DTSTART:").concat(), values(&lines, "RRULE:").concat())
    };
    let days = Weekdays::default();
    let months = |every, nth, weekday| Rule::Months { every, nth, weekday };
    for (rule, start, text) in [
        (Rule::Once, "20261127T190000", ""),
        (Rule::Days(0), "20261127T190000", "FREQ=DAILY"),
        (Rule::Days(10), "20261127T190000", "FREQ=DAILY;INTERVAL=10"),
        (Rule::Weeks { every: 3, on: days }, "20261127T190000", "FREQ=WEEKLY;INTERVAL=3;WKST=MO"),
        (
            Rule::Weeks { every: 2, on: days.with(0, true).with(6, true) },
            "20261129T190000",
            "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,SU",
        ),
        (months(1, Nth::Second, 1), "20261208T190000", "FREQ=MONTHLY;BYDAY=2TU"),
        (months(2, Nth::Fifth, 6), "20261129T190000", "FREQ=MONTHLY;INTERVAL=2;BYDAY=5SU"),
        (months(3, Nth::Last, 4), "20261127T190000", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"),
    ] {
        assert_eq!(of(rule), (start.to_owned(), text.to_owned()), "{rule:?}");
    }
}

#[test]
fn a_whole_day_has_no_time_and_a_day_in_a_zone_names_it_and_ends_in_utc() {
    let mut appointment = plain();
    appointment.when.until = Some(day("2026-12-31"));
    appointment.when.skip(day("2026-12-03"));
    let whole = lines_of(&Appointment { at: None, ..appointment.clone() });
    assert!(whole.contains(&"DTSTART;VALUE=DATE:20261201".to_owned()), "{whole:?}");
    assert!(whole.contains(&"RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=TU,TH;UNTIL=20261231".to_owned()));
    assert!(whole.contains(&"EXDATE;VALUE=DATE:20261203".to_owned()));
    assert!(values(&whole, "DURATION").is_empty());
    appointment.clocks = Some(clocks("America/New_York", Tz::America__New_York, &appointment.when));
    let there = lines_of(&appointment);
    assert!(there.contains(&"DTSTART;TZID=America/New_York:20261201T190000".to_owned()), "{there:?}");
    assert!(there.contains(&"RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=TU,TH;UNTIL=20270101T045959Z".to_owned()));
    assert!(there.contains(&"EXDATE;TZID=America/New_York:20261203T190000".to_owned()));
    appointment.clocks = Some(clocks("Etc/UTC", Tz::Etc__UTC, &appointment.when));
    let utc = lines_of(&appointment);
    assert!(utc.contains(&"DTSTART:20261201T190000Z".to_owned()), "{utc:?}");
    assert!(utc.contains(&"EXDATE:20261203T190000Z".to_owned()) && values(&utc, "TZID:").is_empty());
}

/// The rules and single changes of a zone, in order.
fn told(zone: Tz, from: &str) -> Vec<String> {
    let mut appointment = plain();
    appointment.when.from = day(from);
    appointment.clocks = Some(clocks(zone.name(), zone, &appointment.when));
    let lines = lines_of(&appointment);
    let start = lines.iter().position(|line| line == "BEGIN:VTIMEZONE").unwrap();
    let end = lines.iter().position(|line| line == "END:VTIMEZONE").unwrap();
    lines[start + 2..end].iter().filter(|line| !line.starts_with("END:")).cloned().collect()
}

#[test]
fn clocks_that_change_alike_each_year_are_told_by_a_rule() {
    assert_eq!(
        told(Tz::America__New_York, "2026-11-27"),
        [
            "BEGIN:STANDARD",
            "DTSTART:19701101T020000",
            "TZOFFSETFROM:-0400",
            "TZOFFSETTO:-0500",
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            "BEGIN:DAYLIGHT",
            "DTSTART:19700308T020000",
            "TZOFFSETFROM:-0500",
            "TZOFFSETTO:-0400",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        ]
    );
    let rules =
        |zone| told(zone, "2024-11-27").into_iter().filter(|line| line.starts_with("RRULE")).collect::<Vec<_>>();
    let yearly = |rule: &str| format!("RRULE:FREQ=YEARLY;{rule}");
    assert_eq!(rules(Tz::Europe__Madrid), ["BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU"].map(yearly));
    assert_eq!(
        rules(Tz::America__Santiago),
        ["BYMONTH=9;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU", "BYMONTH=4;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU"].map(yearly)
    );
    assert_eq!(rules(Tz::Australia__Sydney), ["BYMONTH=10;BYDAY=1SU", "BYMONTH=4;BYDAY=1SU"].map(yearly));
    // By the moon: each change is told singly.
    assert_eq!(rules(Tz::Africa__Casablanca), [""; 0]);
}

#[test]
fn clocks_that_stopped_changing_have_no_rule() {
    let tokyo = told(Tz::Asia__Tokyo, "2026-11-27");
    assert_eq!(tokyo, ["BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900"]);
    // Mexico had summer time until 2022.
    let mexico = told(Tz::America__Mexico_City, "2015-06-01");
    assert!(!mexico.iter().any(|line| line.starts_with("RRULE")), "{mexico:?}");
    assert_eq!(mexico.iter().filter(|line| line.starts_with("RDATE")).count(), 7 + 7, "{mexico:?}");
}

#[test]
fn every_zone_that_is_named_is_told_once_and_before_the_first_entry() {
    let mut chance = Chance::new("zones of calendars");
    let (mut rules, mut named) = (BTreeMap::<usize, usize>::new(), 0);
    for zone in TZ_VARIANTS {
        let entries = [1, 2].map(|case| appointment(&mut chance, By::Known(zone), case).0);
        let lines = unfolded(&calendar::write(&entries, NOW));
        let used = values(&lines, "DTSTART;TZID=").into_iter().map(|rest| rest.split(':').next().unwrap());
        let used: BTreeSet<&str> = used.collect();
        assert!(used.is_empty() || used == [zone.name()].into(), "{zone}");
        assert_eq!(values(&lines, "TZID:"), used.iter().copied().collect::<Vec<_>>(), "{zone}");
        named += used.len();
        let first = |start: &str| lines.iter().position(|line| line.starts_with(start));
        assert!(used.is_empty() || first("BEGIN:VTIMEZONE") < first("BEGIN:VEVENT"));
        *rules.entry(values(&lines, "RRULE:FREQ=YEARLY").len()).or_default() += 1;
    }
    println!("{} zones, {named} of them named; of so many rules so many: {rules:?}", TZ_VARIANTS.len());
    assert!(named > 500 && rules.keys().all(|count| matches!(count, 0 | 2)) && rules[&2] > 100);
}

#[test]
fn a_change_keeps_the_name_of_an_entry_and_raises_its_number() {
    let old = plain();
    let mut new = Appointment { edition: old.edition + 1, at: Some(Minute::from(18 * 60)), ..old.clone() };
    new.when.rule = Rule::Once;
    let (old, new) = (lines_of(&old), lines_of(&new));
    assert_eq!(values(&old, "UID:"), values(&new, "UID:"));
    assert_eq!((values(&old, "SEQUENCE:"), values(&new, "SEQUENCE:")), (vec!["2"], vec!["3"]));
}

#[test]
fn what_is_cancelled_or_never_happens_is_taken_away_and_rings_no_more() {
    let alarm = Some(Alarm { before: 15, text: Title::kept("Reminder") });
    let mut never = Appointment { alarm, ..plain() };
    let there = lines_of(&never);
    assert!(there.contains(&"STATUS:CONFIRMED".to_owned()) && there.contains(&"TRIGGER:-PT15M".to_owned()));
    let cancelled = Appointment { cancelled: true, ..never.clone() };
    never.when.until = Some(never.when.from);
    for gone in [cancelled, never] {
        let lines = lines_of(&gone);
        assert_eq!(values(&lines, "STATUS:"), ["CANCELLED"]);
        assert_eq!(values(&lines, "UID:"), values(&there, "UID:"));
        assert!(values(&lines, "BEGIN:VALARM").is_empty(), "{lines:?}");
    }
}

#[test]
fn nothing_in_a_file_says_what_it_is_about() {
    let file = calendar::write(&[plain()], NOW).to_lowercase();
    for word in ["trellis", "recover", "meeting", "sober", "clean", "addict", "opioid", "health"] {
        assert!(!file.contains(word), "{word}");
    }
}

#[test]
fn names_of_properties_come_from_us_alone_whatever_is_written() {
    let mut chance = Chance::new("calendars");
    let names = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "METHOD",
        "TZID",
        "DTSTART",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "RRULE",
        "RDATE",
        "EXDATE",
        "UID",
        "DTSTAMP",
        "SEQUENCE",
        "STATUS",
        "CLASS",
        "DURATION",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "URL",
        "ACTION",
        "TRIGGER",
    ];
    let mut seen = 0;
    for case in 0..2_000 {
        let by = By::any(&mut chance);
        let (appointment, url) = appointment(&mut chance, by, case);
        let lines = lines_of(&appointment);
        for line in &lines {
            let name = line.split([':', ';']).next().unwrap();
            assert!(names.contains(&name), "{line}");
            seen += 1;
        }
        let count = |line: &str| lines.iter().filter(|other| *other == line).count();
        assert_eq!((count("BEGIN:VEVENT"), count("END:VEVENT"), count("END:VCALENDAR")), (1, 1, 1));
        assert_eq!(values(&lines, "SUMMARY:").into_iter().map(unescaped).collect::<Vec<_>>(), [&*appointment.title]);
        let location: String = values(&lines, "LOCATION:").into_iter().map(unescaped).collect();
        assert_eq!(location, *appointment.location);
        assert_eq!(values(&lines, "URL:").concat(), url);
    }
    println!("{seen} lines");
    assert!(seen > 40_000);
}

proptest! {
    #[test]
    fn any_text_comes_back_and_adds_no_line(text in any::<String>(), pad in 0_usize..80) {
        // As kept, and so perhaps with what no field lets in.
        let text = "é".repeat(pad) + &text;
        let appointment = Appointment { title: Title::kept(&text), ..plain() };
        let lines = lines_of(&appointment);
        let kept: String = text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .chars()
            .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
            .collect();
        prop_assert_eq!(values(&lines, "SUMMARY:").into_iter().map(unescaped).collect::<Vec<_>>(), [kept]);
        prop_assert_eq!(lines.len(), lines_of(&plain()).len());
    }

    #[test]
    fn any_line_ends_write_no_property(text in "([a-z:;]|\r|\n|\r\n|\n |\u{85}|\u{b}|\u{c}|\u{1c}|\u{2028}){0,40}") {
        let note = Note::kept(&text);
        let alarm = Some(Alarm { before: 1, text: Title::kept(&text) });
        let (description, location, link) = (note.clone(), note.clone(), Note::kept(&format!("https://{text}")));
        let full = Appointment { title: Title::kept(&text), description, location, link, alarm, ..plain() };
        let usual = lines_of(&plain()).len();
        let optional = usize::from(!text.is_empty()) + 1;
        let lines = lines_of(&full);
        let urls = values(&lines, "URL:").len();
        prop_assert_eq!(lines.len(), usual + optional + urls + 5);
    }
}
