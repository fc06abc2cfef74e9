//! Meetings of a list on the person's clock, on Earth, and as one of their own.

use proptest::prelude::*;

use super::*;

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn title(text: &str) -> Title {
    Title::parse(text).unwrap()
}

fn days(on: &[u8]) -> Weekdays {
    on.iter().fold(Weekdays::default(), |days, day| days.with(*day, true))
}

/// Mondays and Thursdays at 19:00.
fn listed() -> Listed {
    Listed {
        slug: title("noon-group"),
        name: note("Evening Group"),
        days: days(&[0, 3]),
        at: Some(Minute::from(19 * 60)),
        end: Some(Minute::from(20 * 60 + 30)),
        zone: Zone::parse("America/New_York"),
        held: Held::Both,
        closed: false,
        point: Point::new(40.7128, -74.006),
        approximate: false,
        location: note("Corner House"),
        address: note("1 Main St, Springfield"),
        region: note("East"),
        location_note: note("Second floor"),
        link: note("https://example.org/room"),
        link_note: note("Knock"),
        phone: note("+1 555 0100"),
        phone_note: note("Code 1#"),
        kinds: vec![title("O")],
        note: note("Bring a cup."),
        group: note("Narcotics Anonymous Springfield"),
        group_note: Note::default(),
        url: Note::default(),
        publisher: Note::default(),
        more: Vec::new(),
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn the_next_time_is_told_by_my_clock() {
    // 2026-11-27 is a Friday.
    let next =
        |day: Day, at: u16, ahead| listed().next((day, Minute::from(at)), ahead).map(|(day, at)| format!("{day} {at}"));
    let friday = day("2026-11-27");
    assert_eq!(next(friday, 600, 0).as_deref(), Some("2026-11-30 19:00"));
    assert_eq!(next(friday.plus(3), 19 * 60, 0).as_deref(), Some("2026-11-30 19:00"), "it begins now");
    assert_eq!(next(friday.plus(3), 19 * 60 + 1, 0).as_deref(), Some("2026-12-03 19:00"));
    // Six hours ahead it is past midnight: Tuesdays and Fridays at 01:00.
    assert_eq!(next(friday, 30, 360).as_deref(), Some("2026-11-27 01:00"));
    assert_eq!(next(friday, 61, 360).as_deref(), Some("2026-12-01 01:00"));
    // And back over the start of the week.
    let early = Listed { at: Some(Minute::from(60)), days: days(&[0]), ..listed() };
    assert_eq!(early.times(-120).collect::<Vec<_>>(), [(6, Some(Minute::from(23 * 60)))]);
    let (by_appointment, without) = (Listed { days: days(&[]), ..listed() }, Listed { at: None, ..listed() });
    assert_eq!((by_appointment.next((friday, 0.into()), 0), without.next((friday, 0.into()), 0)), (None, None));
}

#[test]
fn the_next_time_is_one_of_those_that_are_wanted() {
    let friday = (day("2026-11-27"), Minute::from(600));
    let next = |filter: &Filter, ahead| listed().next_of(filter, friday, ahead).map(|(day, at)| format!("{day} {at}"));
    assert_eq!(next(&Filter::default(), 0).as_deref(), Some("2026-11-30 19:00"));
    let thursdays = Filter { days: days(&[3]), ..Filter::default() };
    assert_eq!(next(&thursdays, 0).as_deref(), Some("2026-12-03 19:00"));
    // Six hours ahead it is on Fridays, past midnight.
    assert_eq!(next(&thursdays, 360), None);
    let nights = Filter { from: Minute::parse("22:00"), until: Minute::parse("04:00"), ..Filter::default() };
    assert_eq!((next(&nights, 0), next(&nights, 360).as_deref()), (None, Some("2026-12-01 01:00")));
}

#[test]
fn one_of_a_list_becomes_one_of_my_own() {
    let today = day("2026-11-27");
    let mine = listed().meeting(today, vec![title("Open")]).unwrap();
    assert_eq!(&*mine.name, "Evening Group");
    assert_eq!((mine.at, mine.minutes, mine.edition, mine.going), (Minute::from(19 * 60), 90, 1, false));
    assert_eq!(mine.when.next(today), Some(day("2026-11-30")));
    assert_eq!(mine.source, Some(title("noon-group")));
    assert_eq!(&*mine.place, "Corner House\n1 Main St, Springfield\nSecond floor");
    assert_eq!((&*mine.link, mine.phone.as_deref()), ("https://example.org/room", Some("+1 555 0100")));
    assert_eq!(&*mine.note, "Knock\nCode 1#\nBring a cup.\nNarcotics Anonymous Springfield");
    assert_eq!((mine.fellowship, mine.held), (Fellowship::NarcoticsAnonymous, Held::Both));
    assert_eq!(mine.zone, Zone::parse("America/New_York"));
    assert!(Listed { at: None, ..listed() }.meeting(today, vec![]).is_none());
    assert!(Listed { days: days(&[]), ..listed() }.meeting(today, vec![]).is_none());
}

#[test]
fn nothing_of_what_is_too_long_for_its_field_is_lost() {
    let (name, phone) = ("é".repeat(255), "1".repeat(130));
    let long = Listed { name: note(&name), phone: note(&phone), ..listed() };
    let mine = long.meeting(day("2026-11-27"), vec![]).unwrap();
    assert!(mine.name.ends_with('…') && mine.name.chars().count() == Title::LIMIT);
    assert!(mine.phone.is_none() && mine.note.contains(&name) && mine.note.contains(&phone));
    let full = Listed { note: note(&"x".repeat(Note::LIMIT)), ..listed() }.meeting(day("2026-11-27"), vec![]).unwrap();
    assert_eq!(full.note.chars().count(), Note::LIMIT);
}

#[test]
fn a_meeting_lasts_an_hour_unless_it_says_when_it_ends() {
    let minutes =
        |at: u16, end: Option<u16>| Listed { at: Some(at.into()), end: end.map(Minute::from), ..listed() }.minutes();
    assert_eq!((minutes(600, None), minutes(600, Some(600)), minutes(1410, Some(30))), (60, 60, 60));
    assert_eq!((minutes(600, Some(690)), minutes(600, Some(599))), (90, 1439));
}

#[test]
fn a_place_typed_by_hand_is_read_as_maps_write_it() {
    let read = |text: &str| Point::parse(text).map(|point| point.to_string());
    for text in [
        "40.7128, -74.006",
        "40.7128,-74.006",
        " 40.7128 -74.006 ",
        "40,7128; -74,006",
        "40,7128, -74,006",
        "40.7128°, -74.006°",
    ] {
        assert_eq!(read(text).as_deref(), Some("40.71280, -74.00600"), "{text}");
    }
    for text in ["", "40.7", "91, 0", "0, 181", "north, south", "1,2,3,4,5", "NaN, 1", "inf 1", "40,7128"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn distances_are_those_of_the_map() {
    let point = |latitude, longitude| Point::new(latitude, longitude).unwrap();
    let (madrid, lisbon) = (point(40.4168, -3.7038), point(38.7223, -9.1393));
    assert!((501_000..506_000).contains(&madrid.metres_to(lisbon)), "{}", madrid.metres_to(lisbon));
    assert_eq!(madrid.metres_to(madrid), 0);
    // Across the day line, and to the other side.
    assert!((221_000..224_000).contains(&point(0.0, 179.0).metres_to(point(0.0, -179.0))));
    assert!((20_014_000..20_016_000).contains(&point(0.0, 0.0).metres_to(point(0.0, 180.0))));
}

proptest! {
    #[test]
    fn the_next_time_is_the_first_on_one_of_its_days(
        bits in 1_u8..128, at in 0_u16..1440, now in 0_u16..1440, date in 700_000..800_000, ahead in -1_440_i16..=1_440,
    ) {
        let on = (0..7).fold(Weekdays::default(), |all, day| all.with(day, bits >> day & 1 == 1));
        let meeting = Listed { days: on, at: Some(at.into()), ..listed() };
        let (today, now) = (Day::from(date), Minute::from(now));
        let (day, minute) = meeting.next((today, now), ahead).unwrap();
        prop_assert!((day, minute) >= (today, now) && day.since(today) <= 7);
        // Brute force: the first minute of the coming week that is one of its times.
        let times: Vec<_> = meeting.times(ahead).collect();
        let first = (0..8)
            .flat_map(|days| times.iter().map(move |time| (days, *time)))
            .filter_map(|(days, (weekday, at))| {
                let day = today.plus(days);
                Weekdays::of(day).has(weekday).then_some((day, at?))
            })
            .filter(|time| *time >= (today, now))
            .min();
        prop_assert_eq!(first, Some((day, minute)));
    }

    #[test]
    fn any_text_is_a_point_or_none(text in any::<String>()) {
        if let Some(point) = Point::parse(&text) {
            prop_assert_eq!(Point::parse(&point.to_string()), Some(point));
        }
    }

    #[test]
    fn it_is_as_far_there_as_back(a in -9_000_000..=9_000_000, b in -18_000_000..=18_000_000, c in -9_000_000..=9_000_000, d in -18_000_000..=18_000_000) {
        let (here, there) = (Point::of_parts(a, b).unwrap(), Point::of_parts(c, d).unwrap());
        prop_assert_eq!(here.metres_to(there), there.metres_to(here));
        prop_assert!(here.metres_to(there) <= 20_020_000);
    }
}

#[test]
fn every_group_that_is_known_by_name_is_recognised_in_a_list() {
    let publishers = [
        ("Medication Assisted Recovery Anonymous", Fellowship::MedicationAssistedRecoveryAnonymous),
        ("Narcotics Anonymous", Fellowship::NarcoticsAnonymous),
        ("Narcóticos Anónimos", Fellowship::NarcoticsAnonymous),
        ("Alcoholics Anonymous", Fellowship::AlcoholicsAnonymous),
        ("Alcohólicos Anónimos", Fellowship::AlcoholicsAnonymous),
        ("SMART Recovery", Fellowship::SmartRecovery),
        ("Recovery Dharma", Fellowship::RecoveryDharma),
        ("LifeRing Secular Recovery", Fellowship::LifeRing),
        ("Women for Sobriety", Fellowship::WomenForSobriety),
        ("Celebrate Recovery", Fellowship::CelebrateRecovery),
        ("Heroin Anonymous", Fellowship::HeroinAnonymous),
        ("Pills Anonymous", Fellowship::PillsAnonymous),
        ("Nar-Anon", Fellowship::NarAnon),
        ("Al-Anon", Fellowship::AlAnon),
        ("In The Rooms", Fellowship::InTheRooms),
        ("The Phoenix", Fellowship::ThePhoenix),
        ("Somebody else", Fellowship::Other),
    ];
    for (publisher, fellowship) in publishers {
        let one = Listed { publisher: note(publisher), group: note(""), name: note("Evening"), ..listed() };
        assert_eq!(one.fellowship(), fellowship, "{publisher}");
    }
    for fellowship in Fellowship::ALL {
        assert!(publishers.iter().any(|(_, known)| *known == fellowship), "{fellowship:?}");
    }
}
