//! Calendar files as other people's programs read them: the Python packages `icalendar` and `vobject`.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use chrono_tz::Tz;
use domain::{
    appointment::Appointment,
    day::{Day, Minute, Moment},
    id::Id,
    zone,
};
use exchange::calendar;
use serde::Deserialize;

use crate::{
    appointments::{By, appointment, day, offset_in},
    states::Chance,
};

const CALENDARS: usize = 400;
/// Each file is read for so many occurrences, or so many days, whichever comes first.
const OCCURRENCES: usize = 60;
const DAYS: i32 = 8 * 366;
const NOW: Moment = Moment { millis: 1_795_806_005_000, offset: -300 };

/// What a package read in a file.
#[derive(Deserialize)]
struct Reading {
    file: String,
    reader: String,
    method: String,
    faults: Vec<String>,
    entries: Vec<Entry>,
    /// For each zone the first moment, in UTC, of each offset, in minutes.
    zones: BTreeMap<String, Vec<(String, i16)>>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Entry {
    uid: String,
    sequence: u16,
    stamp: String,
    status: String,
    title: String,
    description: String,
    location: String,
    url: String,
    minutes: Option<u32>,
    alarms: Vec<(String, i32)>,
    occurrences: Vec<String>,
}

/// A file, what is in it, and how far it is read.
struct File {
    name: String,
    text: String,
    entries: Vec<(Appointment, Option<Tz>, &'static str)>,
    last: Day,
}

impl File {
    fn new(name: String, entries: Vec<(Appointment, Option<Tz>, &'static str)>, last: Day) -> Self {
        let appointments: Vec<Appointment> = entries.iter().map(|(appointment, ..)| appointment.clone()).collect();
        Self { name, text: calendar::write(&appointments, NOW), entries, last }
    }
}

/// What both packages read in the files.
fn read(test: &str, files: &[File]) -> Vec<Reading> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::temp_dir().join(format!("exchange-{test}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for file in files {
        fs::write(folder.join(&file.name), &file.text).unwrap();
    }
    let list = files.iter().map(|file| format!("{}\t{}\n", file.name, file.last)).collect::<Vec<_>>().concat();
    fs::write(folder.join("files.tsv"), list).unwrap();
    let python = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let python = root.join("../../target/foreign/calendar").join(python);
    let output = Command::new(&python).arg(root.join("tests/readers/read_calendar.py")).arg(&folder).output();
    let output = output.unwrap_or_else(|error| {
        panic!("{}: {error}. `cargo xtask test` makes it, with the packages icalendar and vobject", python.display())
    });
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let readings: Vec<Reading> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(readings.len(), 2 * files.len());
    fs::remove_dir_all(folder).unwrap();
    readings
}

/// A time of a day, as the script spells it.
fn spelled(day: Day, minute: Minute) -> String {
    format!("{day}T{minute}:00")
}

/// The occurrences until `last` by the rules of the domain and the offsets of `zone`.
fn occurrences(appointment: &Appointment, zone: Option<Tz>, last: Day) -> Vec<String> {
    let Appointment { when, at, .. } = appointment;
    if when.next(when.from).is_none() {
        let first = (when.from <= last).then_some(when.from);
        return first.into_iter().map(|day| occurrence(day, *at, zone)).collect();
    }
    when.days(when.from, last).map(|day| occurrence(day, *at, zone)).collect()
}

fn occurrence(day: Day, at: Option<Minute>, zone: Option<Tz>) -> String {
    match (at, zone) {
        (None, _) => day.to_string(),
        (Some(at), None) => spelled(day, at),
        (Some(at), Some(zone)) => {
            let instant = zone::instant(day, at, &offset_in(zone)).unwrap();
            let (utc_day, utc_minute) = zone::local(instant, &|_| Some(0)).unwrap();
            format!("{} {}Z", spelled(day, at), spelled(utc_day, utc_minute))
        }
    }
}

fn expected(file: &File) -> Vec<Entry> {
    let entry = |(appointment, zone, url): &(Appointment, Option<Tz>, &'static str)| {
        let over = appointment.cancelled || appointment.when.next(appointment.when.from).is_none();
        let alarm = appointment.alarm.as_ref().filter(|_| !over);
        let said = [&*appointment.description, &*appointment.link];
        Entry {
            uid: Id::<Appointment>::fixed(appointment.uid).to_string(),
            sequence: appointment.edition,
            stamp: "2026-11-27T19:00:05".to_owned(),
            status: if over { "CANCELLED" } else { "CONFIRMED" }.to_owned(),
            title: appointment.title.to_string(),
            description: said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"),
            location: appointment.location.to_string(),
            url: (*url).to_owned(),
            minutes: appointment.at.map(|_| appointment.minutes.into()),
            alarms: alarm.iter().map(|alarm| (alarm.text.to_string(), -i32::from(alarm.before))).collect(),
            occurrences: occurrences(appointment, *zone, file.last),
        }
    };
    file.entries.iter().map(entry).collect()
}

/// The days from the first to the last one that the entries of a zone ask for, and its name among zones.
fn asked(file: &File, name: &str) -> (Day, Day, Tz) {
    let named = |(one, ..): &&(Appointment, Option<Tz>, _)| {
        one.at.is_some() && one.clocks.as_ref().is_some_and(|clocks| clocks.zone.name() == name)
    };
    let entries: Vec<_> = file.entries.iter().filter(named).collect();
    let first = entries.iter().map(|(one, ..)| one.when.from).min().unwrap();
    let last = entries.iter().map(|(one, ..)| one.when.until.unwrap_or(file.last)).max().unwrap();
    (first, last.min(file.last), entries[0].1.unwrap())
}

/// The changes of a zone between two days.
fn changes(first: Day, last: Day, zone: Tz) -> Vec<(String, i16)> {
    let instant = |day: Day| i64::from(day.since(self::day("1970-01-01"))) * 1440;
    zone::transitions(instant(first), instant(last), &offset_in(zone))
        .into_iter()
        .map(|(at, offset)| {
            let (day, minute) = zone::local(at, &|_| Some(0)).unwrap();
            (spelled(day, minute), offset)
        })
        .collect()
}

/// Compares what was read with what was written. Returns how many occurrences and changes of clocks were compared.
fn compare(files: &[File], readings: &[Reading]) -> (usize, usize) {
    let (mut compared, mut changed) = (0, 0);
    for reading in readings {
        let file = files.iter().find(|file| file.name == reading.file).unwrap();
        let place = format!("{} read by {}", file.name, reading.reader);
        assert_eq!((reading.method.as_str(), &reading.faults), ("PUBLISH", &Vec::new()), "{place}\n{}", file.text);
        let expected = expected(file);
        assert_eq!(reading.entries.len(), expected.len(), "{place}");
        for (read, written) in reading.entries.iter().zip(&expected) {
            assert_eq!(read, written, "{place}\n{}", file.text);
            compared += written.occurrences.len();
        }
        for (name, read) in &reading.zones {
            let (first, last, zone) = asked(file, name);
            let (from, to) = (first.to_string(), last.to_string());
            let within = |at: &str| at > from.as_str() && at < to.as_str();
            let read: Vec<(String, i16)> = read.iter().filter(|(at, _)| within(at)).cloned().collect();
            assert_eq!(read, changes(first, last, zone), "{name} is {zone}: {place}\n{}", file.text);
            changed += read.len();
        }
    }
    (compared, changed)
}

#[test]
fn two_foreign_programs_read_what_was_written_occurrence_by_occurrence() {
    let mut chance = Chance::new("foreign calendars");
    let (mut shapes, mut unknown) = (BTreeMap::<String, usize>::new(), 0);
    let mut files = Vec::new();
    for case in 0..CALENDARS {
        let clocks = [By::any(&mut chance), By::any(&mut chance)];
        let mut entries = Vec::new();
        for _ in 0..=chance.below(4) {
            let by = chance.one_of(&clocks);
            let (appointment, url) = appointment(&mut chance, by, case);
            let shape = format!("{:?}", appointment.when.rule);
            *shapes.entry(shape.split([' ', '(']).next().unwrap().to_owned()).or_default() += 1;
            unknown += usize::from(matches!(by, By::Unknown(_)));
            entries.push((appointment, by.zone(), url));
        }
        let last = entries.iter().map(|(appointment, ..)| {
            let when = &appointment.when;
            let horizon = when.from.plus(DAYS);
            when.days(when.from, horizon).nth(OCCURRENCES).unwrap_or(horizon)
        });
        let last = last.min().unwrap();
        files.push(File::new(format!("{case}.ics"), entries, last));
    }
    let (compared, changed) = compare(&files, &read("calendars", &files));
    let entries: usize = files.iter().map(|file| file.entries.len()).sum();
    println!(
        "{CALENDARS} calendars with {entries} entries {shapes:?}, {unknown} of them in zones that only the file tells \
         of; {compared} occurrences and {changed} changes of clocks read alike"
    );
    assert!(files.len() >= 200 && entries > 800 && shapes.len() == 4 && unknown > 300);
    assert!(compared > 20_000 && changed > 500);
}
