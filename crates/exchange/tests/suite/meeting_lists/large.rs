//! A list of thousands: what it takes to read, to keep and to search it.

use std::time::Instant;

use domain::{
    day::{Day, Minute},
    fixtures::Dice,
    listed::{Filter, Near, Order, Point},
};
use exchange::meeting_list::{Asked, decode, encode, find, read};

const WORDS: [&str; 40] = [
    "Serenity", "Hope", "Morning", "Step", "Sunrise", "Courage", "Freedom", "Friday", "Night", "Open", "Door", "First",
    "Things", "River", "Park", "Saint", "Mark", "Church", "Center", "Hall", "Street", "Avenue", "Oak", "Pine", "Maple",
    "Library", "Room", "Upper", "Lower", "North", "South", "East", "West", "Candle", "Light", "Women", "Men", "Young",
    "Living", "Clean",
];

/// A list like those of large cities, in the form of the format.
pub fn list(count: usize) -> String {
    let mut dice = Dice::new(7);
    let rows: Vec<String> = (0..count).map(|number| row(number, &mut dice)).collect();
    format!("[{}]", rows.join(","))
}

fn words(dice: &mut Dice, count: u64) -> String {
    (0..count).filter_map(|_| dice.pick(&WORDS).copied()).collect::<Vec<_>>().join(" ")
}

fn row(number: usize, dice: &mut Dice) -> String {
    let (hour, quarter) = (6 + dice.below(16), 15 * dice.below(4));
    let (lat, lon) = (40_000_000 + dice.below(900_000), 73_500_000 + dice.below(900_000));
    let street = format!("{} {} Street", 1 + dice.below(2_000), words(dice, 1));
    let name = words(dice, 3);
    let online = dice.one_in(4);
    let link = format!("https://zoom.us/j/{}", 10_000_000_000 + dice.below(89_999_999_999));
    let kinds = ["O\",\"D", "C\",\"ST", "O\",\"BE\",\"X", "W\",\"C", "SP\",\"O"];
    let kinds = dice.pick(&kinds).copied().unwrap_or("O");
    let online = if online {
        format!(r#""conference_url":"{link}","conference_url_notes":"Passcode {}","#, dice.below(9_999))
    } else {
        String::new()
    };
    let note = if dice.one_in(3) { words(dice, 12) } else { String::new() };
    format!(
        r#"{{"id":{id},"name":"{name}","slug":"{slug}-{id}","notes":"{note}","updated":"2026-0{month}-1{digit} 12:00:00","location_id":{place},"url":"https://meetings.example.org/meetings/{slug}-{id}/","day":{day},"time":"{hour:02}:{quarter:02}","end_time":"{end:02}:{quarter:02}","time_formatted":"{hour:02}:{quarter:02}","types":["{kinds}"],"location":"{location}","formatted_address":"{street}, New York, NY 10{zip:03}, USA","latitude":{lat}.{lat_rest:06},"longitude":-{lon}.{lon_rest:06},"region":"Manhattan",{online}"entity":"Intergroup of the City","attendance_option":"{option}"}}"#,
        id = 10_000 + number,
        slug = name.to_lowercase().replace(' ', "-"),
        month = 1 + dice.below(9),
        digit = dice.below(9),
        place = 500 + number / 3,
        day = dice.below(7),
        end = (hour + 1) % 24,
        location = words(dice, 2),
        zip = dice.below(300),
        lat = lat / 1_000_000,
        lat_rest = lat % 1_000_000,
        lon = lon / 1_000_000,
        lon_rest = lon % 1_000_000,
        option = if online.is_empty() { "in_person" } else { "hybrid" },
    )
}

#[test]
fn three_thousand_meetings_are_read_kept_and_searched() {
    let file = list(3_000);
    let start = Instant::now();
    let listing = read(file.as_bytes()).unwrap();
    let reading = start.elapsed();
    assert_eq!((listing.meetings.len(), listing.left_out.len()), (3_000, 0));
    let start = Instant::now();
    let kept = encode(&listing).unwrap();
    let keeping = start.elapsed();
    let units = kept.encode_utf16().count();
    let start = Instant::now();
    let again = decode(&kept).unwrap();
    let decoding = start.elapsed();
    assert_eq!(again, listing);
    let filter = Filter {
        words: "candle manha".to_owned(),
        near: Point::new(40.4, -74.0).map(|point| Near { point, metres: Some(30_000) }),
        order: Order::Distance,
        ..Filter::default()
    };
    let now = (Day::from(739_947), Minute::from(600));
    let start = Instant::now();
    let found = find(&listing, &Asked { filter: &filter, now, ahead: &[], spanish: false });
    let searching = start.elapsed();
    println!(
        "3,000 meetings: {} B of JSON, {units} characters kept ({:.1} a meeting); read {reading:?}, kept {keeping:?}, \
         opened {decoding:?}, searched {searching:?}, found {}",
        file.len(),
        f64::from(u32::try_from(units).unwrap()) / 3_000.0,
        found.total,
    );
    assert!(found.total > 20 && found.rows.len() == found.total.min(50));
    assert!(units < 120_000, "it must leave room for the record: {units}");
}

/// What it takes at best to read, keep, open and search a list of so many rows, in nanoseconds.
fn work(count: usize) -> [u128; 4] {
    let file = list(count);
    let listing = read(file.as_bytes()).unwrap();
    let kept = encode(&listing).unwrap();
    let filter = Filter {
        words: "candle".to_owned(),
        near: Point::new(40.4, -74.0).map(|point| Near { point, metres: None }),
        order: Order::Name,
        ..Filter::default()
    };
    let asked = Asked { filter: &filter, now: (Day::from(739_947), Minute::from(600)), ahead: &[], spanish: false };
    let acts: [&dyn Fn() -> usize; 4] = [
        &|| read(file.as_bytes()).unwrap().meetings.len(),
        &|| encode(&listing).unwrap().len(),
        &|| decode(&kept).unwrap().meetings.len(),
        &|| find(&listing, &asked).total,
    ];
    acts.map(|act| {
        let once = || {
            let start = Instant::now();
            assert!(std::hint::black_box(act()) > 0);
            start.elapsed().as_nanos()
        };
        (0..5).map(|_| once()).min().unwrap()
    })
}

/// A share of two measures of one run, so that a slow machine does not fail. What looks at each row once for every other
/// row takes 36 times as long. Both lists are longer than what squeezing looks back on.
#[test]
fn six_times_as_many_rows_take_about_six_times_as_long() {
    let (few, many) = (work(2_000), work(12_000));
    for (name, (few, many)) in ["read", "kept", "opened", "searched"].into_iter().zip(few.into_iter().zip(many)) {
        println!("{name}: {few} ns for 2,000 rows, {many} ns for 12,000");
        assert!(many <= 20 * few, "{name}: {few} ns for 2,000 rows, {many} ns for 12,000");
    }
}

#[test]
fn more_rows_than_there_may_be_are_refused() {
    let row = |number: usize| format!(r#"{{"name":"N","slug":"{number}"}}"#);
    let rows = |count: usize| format!("[{}]", (0..count).map(row).collect::<Vec<_>>().join(","));
    let most = read(rows(20_000).as_bytes()).unwrap();
    assert_eq!(most.meetings.len(), 20_000);
    assert_eq!(decode(&encode(&most).unwrap()), Ok(most));
    assert_eq!(read(rows(20_001).as_bytes()), Err(exchange::meeting_list::ListError::TooMany));
    let table =
        |count: usize| format!("Name,ID\n{}", (0..count).map(|row| format!("N,{row}\n")).collect::<Vec<_>>().concat());
    assert!(read(table(20_000).as_bytes()).is_ok());
    assert_eq!(read(table(20_001).as_bytes()), Err(exchange::meeting_list::ListError::TooMany));
}
