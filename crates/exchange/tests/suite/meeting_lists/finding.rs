//! What is found in a list, and in which order.

use domain::{
    day::{Day, Minute},
    listed::{Filter, Near, Order, Point, Way},
    meeting::{Held, Zone},
    recurrence::Weekdays,
    text::Title,
};
use exchange::meeting_list::{Asked, Listing, find, summary};

use super::of_rows;

/// Friday, 2026-11-27, 10:00.
fn now() -> (Day, Minute) {
    (Day::parse("2026-11-27").unwrap(), Minute::from(600))
}

fn listing() -> Listing {
    of_rows(&[
        r#"{"name":"Café Mañana","slug":"a","day":5,"time":"09:00","types":["O","BE"],"address":"1 Main","latitude":40.0,"longitude":-74.0}"#,
        r#"{"name":"Night Owls","slug":"b","day":[5,6],"time":"23:30","types":["C"],"address":"2 Main","latitude":40.1,"longitude":-74.0}"#,
        r#"{"name":"Far Away","slug":"c","day":6,"time":"12:00","conference_url":"https://x","timezone":"Asia/Tokyo","notes":"bring a blanket"}"#,
        r#"{"name":"By appointment","slug":"d","address":"4 Main","latitude":41.0,"longitude":-74.0}"#,
        r#"{"name":"Closed now","slug":"e","day":5,"time":"11:00","types":["TC"],"address":"5 Main"}"#,
        r#"{"name":"Dawn","slug":"f","day":0,"time":"01:00","conference_phone":"+1555","types":["Potluck"]}"#,
    ])
}

fn slugs(filter: &Filter) -> String {
    let tokyo = [(Zone::parse("Asia/Tokyo").unwrap(), -14 * 60)];
    let listing = listing();
    let found = find(&listing, &Asked { filter, now: now(), ahead: &tokyo, spanish: false });
    assert_eq!(found.total, found.rows.len());
    found.rows.iter().map(|row| &*row.listed.slug).collect()
}

fn day(weekday: u8) -> Weekdays {
    Weekdays::default().with(weekday, true)
}

fn at(text: &str) -> Option<Minute> {
    Minute::parse(text)
}

#[test]
fn the_next_ones_come_first_and_those_closed_for_now_do_not_come() {
    // In Tokyo it is Saturday noon; here Friday 22:00.
    assert_eq!(slugs(&Filter::default()), "cbfad");
    assert_eq!(slugs(&Filter { closed: true, ..Filter::default() }), "ecbfad");
    assert_eq!(slugs(&Filter { order: Order::Name, ..Filter::default() }), "dafcb");
    assert_eq!(slugs(&Filter { order: Order::Week, ..Filter::default() }), "acbfd");
}

#[test]
fn words_are_found_whatever_their_accents_in_either_language() {
    let words = |words: &str| slugs(&Filter { words: words.to_owned(), ..Filter::default() });
    assert_eq!(words("cafe manana"), "a");
    assert_eq!(words("MAIN night"), "b");
    assert_eq!(words("blanket"), "c");
    assert_eq!(words("newcomer"), "a");
    assert_eq!(words("principiantes"), "a");
    assert_eq!(words("potl"), "f");
    assert_eq!(words("anana"), "");
}

#[test]
fn days_and_times_are_those_of_my_clock() {
    let on = |days, from, until| slugs(&Filter { days, from, until, ..Filter::default() });
    assert_eq!(on(day(4), None, None), "cba");
    assert_eq!(on(day(5), None, None), "b", "Tokyo's Saturday noon is Friday here");
    assert_eq!(on(Weekdays::default(), at("22:00"), at("02:00")), "cbf");
    assert_eq!(on(Weekdays::default(), at("23:00"), None), "b");
    assert_eq!(on(Weekdays::default(), None, at("09:00")), "fa");
    assert_eq!(on(day(6), at("00:00"), at("01:00")), "f");
}

#[test]
fn a_row_shows_the_next_time_that_was_asked_for_and_all_its_days() {
    let rows = |filter: &Filter| {
        let found = find(&listing(), &Asked { filter, now: now(), ahead: &[], spanish: false });
        let owls = found.rows.into_iter().find(|row| &*row.listed.slug == "b").unwrap();
        (owls.next.map(|(day, _)| day.to_string()), owls.days)
    };
    let both = day(4).with(5, true);
    assert_eq!(rows(&Filter::default()), (Some("2026-11-27".to_owned()), both));
    assert_eq!(rows(&Filter { days: day(5), ..Filter::default() }), (Some("2026-11-28".to_owned()), both));
}

#[test]
fn way_kind_and_distance_narrow_it_down() {
    let way = |way| slugs(&Filter { way: Some(way), ..Filter::default() });
    assert_eq!((way(Way::InPerson).as_str(), way(Way::Online).as_str()), ("bad", "cf"));
    let kinds = |kinds: &[&str]| {
        let kinds = kinds.iter().map(|kind| Title::parse(kind).unwrap()).collect();
        slugs(&Filter { kinds, ..Filter::default() })
    };
    assert_eq!((kinds(&["O"]).as_str(), kinds(&["O", "C"]).as_str(), kinds(&["Potluck"]).as_str()), ("a", "", "f"));
    let near = |metres| {
        let point = Point::new(40.11, -74.0).unwrap();
        slugs(&Filter { near: Some(Near { point, metres }), order: Order::Distance, ..Filter::default() })
    };
    assert_eq!(near(Some(2_000)), "b");
    assert_eq!(near(Some(20_000)), "ba");
    assert_eq!(near(None), "badcf", "without a place they come last");
}

#[test]
fn rows_say_when_how_far_and_of_what_kind() {
    let (listing, point) = (listing(), Point::new(40.0, -74.0).unwrap());
    let filter = Filter { near: Some(Near { point, metres: None }), ..Filter::default() };
    let found = find(&listing, &Asked { filter: &filter, now: now(), ahead: &[], spanish: true });
    let cafe = found.rows.iter().find(|row| row.number == 0).unwrap();
    assert_eq!(cafe.kinds.iter().map(|kind| &**kind).collect::<Vec<_>>(), ["Abierta", "Principiantes"]);
    assert_eq!((cafe.metres, cafe.next), (Some(0), Some((now().0.plus(7), Minute::from(540)))));
    let tokyo = found.rows.iter().find(|row| row.number == 2).unwrap();
    assert_eq!(tokyo.next, Some((now().0.plus(1), Minute::from(720))), "without an offset it is as the list says");
    let mine = tokyo.meeting(now().0).unwrap();
    assert_eq!((mine.held, mine.zone), (Held::Online, Zone::parse("Asia/Tokyo")));
}

#[test]
fn pages_follow_each_other() {
    let rows: Vec<String> = (0..130).map(|number| format!(r#"{{"name":"N","slug":"{number}"}}"#)).collect();
    let listing = of_rows(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let page = |skip, count| {
        let filter = Filter { skip, count, ..Filter::default() };
        let found = find(&listing, &Asked { filter: &filter, now: now(), ahead: &[], spanish: false });
        assert_eq!(found.total, 130);
        found.rows.iter().map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(page(0, 0), (0..50).collect::<Vec<_>>());
    assert_eq!(page(100, 0), (100..130).collect::<Vec<_>>());
    assert_eq!((page(0, u32::MAX).len(), page(u32::MAX, 10).len()), (130, 0));
}

#[test]
fn a_summary_counts_what_there_is() {
    let all = summary(&listing(), false);
    assert_eq!((all.meetings, all.closed, all.by_appointment, all.online, all.placed), (6, 1, 1, 2, 3));
    assert_eq!(all.zones, [Zone::parse("Asia/Tokyo").unwrap()]);
    let kinds: Vec<_> = all.kinds.iter().map(|(code, name, count)| (&**code, &**name, *count)).collect();
    assert!(kinds.contains(&("BE", "Newcomer", 1)) && kinds.contains(&("Potluck", "Potluck", 1)));
}
