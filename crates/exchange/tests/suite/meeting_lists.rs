//! Lists of meetings: every field, what bends the rules, what is left out and why, and what is kept.

mod finding;
mod hostile;
mod large;

use domain::{
    day::Minute,
    listed::{LeftOut, Listed, Reason},
    meeting::{Held, Zone},
};
use exchange::meeting_list::{ListError, Listing, decode, encode, read};

/// Reads rows of JSON.
fn of_rows(rows: &[&str]) -> Listing {
    read(format!("[{}]", rows.join(",")).as_bytes()).unwrap()
}

/// The one meeting of a row with these fields beside name and slug.
fn one(fields: &str) -> Listed {
    let listing = of_rows(&[&format!(r#"{{"name":"N","slug":"s",{fields}}}"#)]);
    assert_eq!(listing.left_out, [], "{fields}");
    listing.meetings.into_iter().next().unwrap()
}

/// The reasons of what was left out, by row.
fn reasons(listing: &Listing) -> Vec<(u32, Reason)> {
    listing.left_out.iter().map(|row| (row.row, row.reason)).collect()
}

fn days(listed: &Listed) -> Vec<u8> {
    listed.days.iter().collect()
}

fn more(listed: &Listed, name: &str) -> Option<String> {
    listed.more.iter().find(|(known, _)| **known == *name).map(|(_, value)| value.to_string())
}

/// A row with every field of the format.
const WHOLE: &str = r#"{
  "name": "Sunday Serenity", "slug": "sunday-serenity-14", "day": 0, "time": "18:00", "end_time": "19:30",
  "timezone": "America/Los_Angeles", "formatted_address": "123 Main St, Anytown, CA 98765, USA",
  "region": "Valley", "sub_region": "East Side", "latitude": 37.123456, "longitude": "-121.98765",
  "approximate": "no", "conference_url": "https://zoom.us/j/123456789?pwd=abcdefghi123456789",
  "conference_url_notes": "Passcode: 1234", "conference_phone": "+12125551212,,123456789#,,#,,444444#",
  "conference_phone_notes": "Passcode 444444", "types": ["O", "D", "ONL", "Potluck"],
  "notes": "Ring buzzer.\nSecond floor.", "location": "Alano Club", "location_notes": "By the lake",
  "group": "The Serenity Group", "group_notes": "Since 1962", "updated": "2014-05-31 14:32:23",
  "url": "https://example.org/meetings/sunday-serenity", "edit_url": "https://example.org/edit/14",
  "feedback_url": "https://example.org/feedback", "feedback_emails": ["a@example.org", "b@example.org"],
  "entity": "Narcotics Anonymous of Anytown", "entity_email": "e@example.org", "entity_location": "Anytown, CA",
  "entity_logo": "https://example.org/logo.svg", "entity_phone": "+1-555-0100", "entity_url": "https://example.org",
  "entity_website_url": "https://example.org/w", "contact_1_name": "Pat", "contact_1_email": "p@example.org",
  "contact_1_phone": "+1-555-0101", "contact_2_name": "Lee", "contact_3_phone": "+1-555-0103",
  "venmo": "@AAGroupName", "square": "$AAGroupName", "paypal": "AAGroupName", "homegroup_online": "serenity",
  "id": 2342, "location_id": 77, "time_formatted": "6:00 pm", "address": "123 Main St", "city": "Anytown",
  "attendance_option": "hybrid", "custom": {"a": [1, 2]}, "flag": true, "nothing": null, "blank": " "
}"#;

#[test]
fn every_field_of_the_format_is_read_and_every_other_is_kept() {
    let listing = of_rows(&[WHOLE]);
    let listed = &listing.meetings[0];
    assert_eq!((&*listed.slug, &*listed.name, days(listed)), ("sunday-serenity-14", "Sunday Serenity", vec![6]));
    assert_eq!(listed.at, Minute::parse("18:00"));
    assert_eq!(listed.end, Minute::parse("19:30"));
    assert_eq!(listed.zone, Zone::parse("America/Los_Angeles"));
    assert_eq!((listed.held, listed.closed, listed.approximate), (Held::Both, false, false));
    assert_eq!(listed.point.map(|point| point.to_string()).as_deref(), Some("37.12346, -121.98765"));
    let texts = [
        &listed.address,
        &listed.region,
        &listed.location,
        &listed.location_note,
        &listed.link,
        &listed.link_note,
        &listed.phone,
        &listed.phone_note,
        &listed.note,
        &listed.group,
        &listed.group_note,
        &listed.url,
        &listed.publisher,
    ];
    assert_eq!(
        texts.map(|text| &**text),
        [
            "123 Main St, Anytown, CA 98765, USA",
            "Valley > East Side",
            "Alano Club",
            "By the lake",
            "https://zoom.us/j/123456789?pwd=abcdefghi123456789",
            "Passcode: 1234",
            "+12125551212,,123456789#,,#,,444444#",
            "Passcode 444444",
            "Ring buzzer.\nSecond floor.",
            "The Serenity Group",
            "Since 1962",
            "https://example.org/meetings/sunday-serenity",
            "Narcotics Anonymous of Anytown",
        ]
    );
    assert_eq!(listed.kinds.iter().map(|kind| &**kind).collect::<Vec<_>>(), ["O", "D", "ONL", "Potluck"]);
    for (name, value) in [
        ("updated", "2014-05-31 14:32:23"),
        ("edit_url", "https://example.org/edit/14"),
        ("feedback_emails", "a@example.org\nb@example.org"),
        ("entity_logo", "https://example.org/logo.svg"),
        ("entity_phone", "+1-555-0100"),
        ("entity_website_url", "https://example.org/w"),
        ("contact_1_name", "Pat"),
        ("contact_3_phone", "+1-555-0103"),
        ("venmo", "@AAGroupName"),
        ("square", "$AAGroupName"),
        ("paypal", "AAGroupName"),
        ("homegroup_online", "serenity"),
        ("id", "2342"),
        ("location_id", "77"),
        ("custom", r#"{"a": [1, 2]}"#),
        ("flag", "true"),
    ] {
        assert_eq!(more(listed, name).as_deref(), Some(value), "{name}");
    }
    assert_eq!((more(listed, "nothing"), more(listed, "blank")), (None, None), "what is empty says nothing");
    assert_eq!((more(listed, "city"), more(listed, "address")), (None, None), "the line has them");
    assert_eq!(decode(&encode(&listing).unwrap()), Ok(listing));
}

#[test]
fn what_feeds_really_say_is_understood() {
    assert_eq!(days(&one(r#""day":[1,"3",5]"#)), [0, 2, 4]);
    assert_eq!(days(&one(r#""day":"2""#)), [1]);
    assert_eq!(days(&one(r#""day":"Saturday""#)), [5]);
    assert!(days(&one(r#""day":null,"time":"""#)).is_empty(), "by appointment");
    assert_eq!(one(r#""time":"9:00""#).at, Minute::parse("09:00"));
    assert_eq!(one(r#""time":"7:30 PM","end_time":"late""#).at, Minute::parse("19:30"));
    assert_eq!(more(&one(r#""end_time":"late""#), "end_time").as_deref(), Some("late"), "kept as it is");
    assert_eq!(more(&one(r#""timezone":"Eastern Time""#), "timezone").as_deref(), Some("Eastern Time"));
    assert_eq!(more(&one(r#""latitude":"north","longitude":5"#), "latitude").as_deref(), Some("north"));
    assert_eq!(one(r#""latitude":0,"longitude":"0.0""#).point, None, "the middle of the sea stands for nothing");
    assert_eq!(&*one(r#""notes":"<p>Bring &amp; share</p>""#).note, "Bring & share");
    assert_eq!(&*one(r#""regions":["US","CA","LA"]"#).region, "US > CA > LA");
    assert_eq!(&*one(r#""regions":"US > CA>LA""#).region, "US > CA > LA");
    let parts = one(r#""address":"1 Main","city":"Anytown","state":"CA","postal_code":98765,"country":"US""#);
    assert_eq!(&*parts.address, "1 Main, Anytown, CA 98765, US");
    assert_eq!(one(r#""types":"Open, discussion; Newcomer""#).kinds.len(), 3);
    let slug = of_rows(&[r#"{"name":"N","slug":4711}"#, r#"{"name":"M","id":"x"}"#]);
    assert_eq!(slug.meetings.iter().map(|listed| &*listed.slug).collect::<Vec<_>>(), ["4711", "x"]);
}

#[test]
fn where_a_meeting_is_held_follows_from_what_is_said() {
    let held = |fields: &str| (one(fields).held, one(fields).closed);
    assert_eq!(held(r#""address":"1 Main""#), (Held::InPerson, false));
    assert_eq!(held(r#""address":"1 Main","types":["ONL"]"#), (Held::Both, false));
    assert_eq!(
        held(r#""conference_url":"https://x","formatted_address":"Anytown","approximate":"yes""#),
        (Held::Online, false)
    );
    assert_eq!(held(r#""conference_phone":"+1555""#), (Held::ByPhone, false));
    assert_eq!(held(r#""address":"1 Main","types":["TC"]"#), (Held::InPerson, true));
    assert_eq!(held(r#""address":"1 Main","types":["TC","ONL"]"#), (Held::Online, false), "the room is closed");
    assert_eq!(held(r#""attendance_option":"inactive""#), (Held::InPerson, true));
    assert_eq!(held(r#""attendance_option":"online","address":"1 Main""#), (Held::Online, false));
}

#[test]
fn a_bad_row_is_left_out_with_its_reason_and_the_rest_is_taken() {
    let long = "x".repeat(10_001);
    let fields = (0..201).map(|number| format!(",\"f{number}\":1")).collect::<Vec<_>>().concat();
    let listing = of_rows(&[
        r#"{"name":"Good","slug":"1"}"#,
        r#"{"slug":"2","day":1}"#,
        r#"{"name":"No slug"}"#,
        r#"{"name":"Day","slug":"4","day":9}"#,
        r#"{"name":"Time","slug":"5","day":1,"time":"25:00"}"#,
        "17",
        "null",
        &format!(r#"{{"name":"Long","slug":"8","notes":"{long}"}}"#),
        &format!(r#"{{"name":"Wide","slug":"9"{fields}}}"#),
        r#"{"name":"Good","slug":"1"}"#,
        r#"{"name":"Good too","slug":"1","day":3}"#,
        r#"{"name":"","slug":"12"}"#,
    ]);
    assert_eq!(listing.meetings.iter().map(|listed| &*listed.name).collect::<Vec<_>>(), ["Good", "Good too"]);
    assert_eq!(
        reasons(&listing),
        [
            (2, Reason::NoName),
            (3, Reason::NoSlug),
            (4, Reason::NoSuchDay),
            (5, Reason::NoSuchTime),
            (6, Reason::NotAMeeting),
            (7, Reason::NotAMeeting),
            (8, Reason::TooLong),
            (9, Reason::TooManyFields),
            (10, Reason::Twice),
            (12, Reason::NoName),
        ]
    );
    assert_eq!(listing.left_out[3].name.as_deref(), Some("Time"));
    assert_eq!(decode(&encode(&listing).unwrap()), Ok(listing));
}

#[test]
fn of_a_file_that_was_cut_the_whole_rows_are_taken() {
    let whole = format!("[{},{}]", r#"{"name":"A","slug":"1"}"#, r#"{"name":"B","slug":"2"}"#);
    let listing = read(&whole.as_bytes()[..whole.len() - 4]).unwrap();
    assert_eq!(listing.meetings.len(), 1);
    assert_eq!(listing.left_out, [LeftOut { row: 2, name: None, reason: Reason::Cut }]);
    assert_eq!(read(&whole.as_bytes()[..5]), Err(ListError::NotAList));
}

#[test]
fn a_table_has_the_headings_of_the_format_in_any_order() {
    let table = "\u{feff}Time,Name,ID,Day,End Time,Types,Regions,Conference URL,Custom Field,Latitude,Longitude,Address,City\r\n\
        19:00,\"Hope, \"\"now\"\"\",7,Monday,20:00,\"Open, Wheelchair Access\",US > CA,https://example.org,\"two\nlines\",37.5,-122.1,1 Main,Anytown\r\n\
        ,By appointment,8,,,,,,,,,,\r\n\
        ,,,,,,,,,,,,\r\n\
        25:00,Bad,9,1,,,,,,,,,\r\n\
        10:00,Wide,10,1,,,,,,,,,,extra\r\n\
        10:00,Short,11,1\r\n";
    let listing = read(table.as_bytes()).unwrap();
    let first = &listing.meetings[0];
    assert_eq!((&*first.name, &*first.slug, days(first)), ("Hope, \"now\"", "7", vec![0]));
    assert_eq!((first.at, first.minutes()), (Minute::parse("19:00"), 60));
    assert_eq!(first.kinds.iter().map(|kind| &**kind).collect::<Vec<_>>(), ["O", "X"]);
    assert_eq!((&*first.region, &*first.link, first.held), ("US > CA", "https://example.org", Held::Both));
    assert_eq!(more(first, "custom_field").as_deref(), Some("two\nlines"));
    assert_eq!(&*first.address, "1 Main, Anytown");
    assert!(first.point.is_some());
    let names: Vec<_> = listing.meetings.iter().map(|listed| &*listed.name).collect();
    assert_eq!(names, ["Hope, \"now\"", "By appointment", "Short"]);
    assert_eq!(reasons(&listing), [(5, Reason::NoSuchTime), (6, Reason::TooManyFields)]);
}

#[test]
fn tables_of_spreadsheets_come_with_other_marks_and_letters() {
    for (table, name) in [
        (b"Name;ID;Day\nCaf\xe9;1;0\n".to_vec(), "Café"),
        (b"Name\tSlug\nTab\t1\n".to_vec(), "Tab"),
        (
            "Name,ID\nÑandú,1".encode_utf16().fold(vec![0xff, 0xfe], |mut all, unit| {
                all.extend(unit.to_le_bytes());
                all
            }),
            "Ñandú",
        ),
    ] {
        assert_eq!(&*read(&table).unwrap().meetings[0].name, name);
    }
    // A file with both means the slug, and keeps the other.
    let both = read(b"ID,Slug,Name\n7,a,N\n").unwrap();
    assert_eq!((&*both.meetings[0].slug, more(&both.meetings[0], "id").as_deref()), ("a", Some("7")));
}

#[test]
fn other_files_are_refused_whole() {
    for file in [
        "",
        "  ",
        "{}",
        "{\"format\":\"trellis\"}",
        "<html></html>",
        "[1,2]",
        "[{\"a\":1}]",
        "Date,Amount\n1,2\n",
        "hello",
        "\"x\"",
    ] {
        assert_eq!(read(file.as_bytes()), Err(ListError::NotAList), "{file}");
    }
    assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0"), Err(ListError::NotAList));
    assert_eq!(read(b" []"), Ok(Listing::default()), "a list may be empty");
    assert_eq!(read("[".repeat(65).as_bytes()), Err(ListError::TooDeep));
    assert_eq!(read(&vec![b' '; exchange::meeting_list::LARGEST + 1]), Err(ListError::TooLarge));
}
