//! The JSON container: what is written is read, and what is not whole is refused.

use domain::{
    collection::Record,
    day::{Day, Moment},
    id::Id,
    settings::{Backups, KeepNotes, Locks, Settings},
    stamp::Stamp,
    text::Title,
};
use exchange::{
    Everything,
    backup::{self, LARGEST, ReadError},
};
use sha2::{Digest, Sha256};

use crate::{frozen::one_of_each, states::Chance};

pub const MADE: Moment = Moment { millis: 1_795_000_000_000, offset: -300 };

/// A container with right digest around any `documents`.
pub fn container(documents: &str, counts: &str) -> String {
    let mut quoted = false;
    let mut escaped = false;
    let close: String = documents
        .chars()
        .filter(|letter| {
            quoted ^= *letter == '"' && !escaped;
            escaped = quoted && *letter == '\\' && !escaped;
            quoted || !matches!(letter, ' ' | '\t' | '\n' | '\r')
        })
        .collect();
    let sum = format!("{:x}", Sha256::digest(close));
    format!(
        r#"{{"format":"trellis","schema":1,"made":{{"millis":1,"offset":0}},"counts":{counts},"sha256":"{sum}","documents":{documents}}}"#
    )
}

/// The counts of a container that holds `drafts` and nothing else.
pub fn only_drafts(count: usize) -> String {
    format!(r#"{{"check_ins":0,"goals":0,"reports":0,"plans":0,"people":0,"settings":0,"drafts":{count}}}"#)
}

#[test]
fn a_hundred_thousand_states_come_back_as_they_were() {
    let mut chance = Chance::new("states");
    let mut values = 0;
    for case in 0..100_000 {
        let everything = chance.everything();
        let text = backup::write(&everything, MADE).unwrap();
        let read = backup::read(text.as_bytes()).unwrap();
        assert_eq!(read.everything, everything, "case {case}");
        assert_eq!((read.made, read.clipped), (MADE, 0), "case {case}");
        values += everything.len();
    }
    println!("100000 states with {values} values");
    assert!(values > 300_000);
}

#[test]
fn other_blanks_between_parts_and_a_mark_before_them_do_no_harm() {
    let text = backup::write(&one_of_each(), MADE).unwrap();
    let loose = format!("\u{feff}{}\r\n", text.replace(",\"", " ,\n\t\"").replace("\":", "\" : "));
    assert_eq!(backup::read(loose.as_bytes()).unwrap().everything, one_of_each());
}

#[test]
fn a_padded_container_is_a_power_of_two_and_reads_the_same() {
    let mut chance = Chance::new("padding");
    let mut sizes = std::collections::BTreeSet::new();
    for count in [0, 1, 10, 500, 1_000, 2_000, 5_000] {
        let everything = chance.many_check_ins(count);
        let padded = backup::padded(backup::write(&everything, MADE).unwrap());
        assert!(padded.len().is_power_of_two() && padded.len() >= 65_536);
        assert_eq!(backup::read(padded.as_bytes()).unwrap().everything, everything);
        sizes.insert(padded.len());
    }
    assert!(sizes.len() >= 4, "{sizes:?}");
}

#[test]
fn any_changed_byte_of_the_documents_or_the_counts_is_found_out() {
    let text = backup::write(&one_of_each(), MADE).unwrap();
    let from = text.find("\"counts\"").unwrap();
    let mut refused = 0;
    for at in from..text.len() {
        for flip in [1, 4, 32] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= flip;
            match backup::read(&bytes) {
                Err(_) => refused += 1,
                // The case of a digit of the digest says nothing.
                Ok(read) => assert_eq!(read.everything, one_of_each(), "byte {at} ^ {flip}"),
            }
        }
    }
    println!("{refused} changes refused");
    assert!(refused > 3 * (text.len() - from) - 100);
}

#[test]
fn a_container_cut_anywhere_is_refused() {
    let text = backup::write(&one_of_each(), MADE).unwrap();
    for end in 0..text.len() {
        assert!(backup::read(&text.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_file_of_a_newer_version_is_refused_as_such() {
    let text = backup::write(&one_of_each(), MADE).unwrap();
    let [now, next] = [backup::SCHEMA, backup::SCHEMA + 1].map(|schema| format!("\"schema\":{schema}"));
    let newer = text.replace(&now, &next).replace("\"documents\":{", "\"new\":[],\"documents\":{\"x\":[],");
    assert!(newer.contains(&next));
    assert_eq!(backup::read(newer.as_bytes()).unwrap_err(), ReadError::FromNewerVersion);
}

#[test]
fn texts_longer_than_their_field_are_cut_and_counted() {
    let person = |name: &str| {
        let documents = format!(
            r#"{{"people":[{{"id":"00000000-0000-0000-0000-000000000001","changed":[1,0,0],"value":{{"name":"{name}"}}}}]}}"#
        );
        container(&documents, &only_drafts(0).replace("\"people\":0", "\"people\":1"))
    };
    let read = backup::read(person(&"é".repeat(1_000_000)).as_bytes()).unwrap();
    let (_, found) = read.everything.people.iter().next().unwrap();
    assert_eq!((read.clipped, found.name.chars().count()), (1, Title::LIMIT));
    assert_eq!(backup::read(person(&"é".repeat(1_000_001)).as_bytes()), Err(ReadError::TextTooLong));
    assert_eq!(backup::read(person("").as_bytes()), Err(ReadError::Malformed));
}

#[test]
fn more_records_or_bytes_than_a_backup_may_have_are_refused() {
    let drafts = |count: usize| {
        let one = r#"{"id":"00000000000000000000000000000001","changed":[1,0,0],"removed":true}"#;
        container(&format!("{{\"drafts\":[{}]}}", vec![one; count].join(",")), &only_drafts(0))
    };
    assert!(backup::read(drafts(200_000).as_bytes()).is_ok());
    assert_eq!(backup::read(drafts(200_001).as_bytes()), Err(ReadError::TooMany));
    assert_eq!(backup::read(&vec![b' '; LARGEST + 1]), Err(ReadError::TooLarge));
}

#[test]
fn of_two_records_with_one_id_the_later_change_is_read() {
    let draft = |millis: u64, text: &str| {
        format!(
            r#"{{"id":"00000000-0000-0000-0000-000000000001","changed":[{millis},0,0],"value":{{"fields":["{text}"]}}}}"#
        )
    };
    for order in [[2, 1, 3], [3, 2, 1], [1, 3, 2]] {
        let records = order.map(|millis| draft(millis, &millis.to_string())).join(",");
        let read = backup::read(container(&format!("{{\"drafts\":[{records}]}}"), &only_drafts(1)).as_bytes()).unwrap();
        let (_, found) = read.everything.drafts.iter().next().unwrap();
        assert_eq!((read.everything.len(), found.fields[0].as_str()), (1, "3"));
    }
}

#[test]
fn settings_that_were_chosen_are_spelled_and_read_back() {
    let mut all = Everything::default();
    let day = Day::parse("2026-11-24").unwrap();
    let value = Settings {
        keep_notes: KeepNotes::Days90,
        locks: Locks { after: None, when_hidden: true },
        backups: Backups { checked: Some(day), reminded: None, remind: false },
        ..Settings::default()
    };
    all.settings.merge(Id::fixed(1), Record { changed: Stamp::zero().next(5, 1), value: Some(value) });
    let text = backup::write(&all, MADE).unwrap();
    let spelled =
        r#""keep_notes_days":90,"locks":{"when_hidden":true},"backups":{"checked":"2026-11-24","remind":false}"#;
    assert!(text.contains(spelled), "{text}");
    assert_eq!(backup::read(text.as_bytes()).unwrap().everything, all);
}

#[test]
fn a_list_in_a_record_has_no_more_than_ten_thousand_parts() {
    let draft = |count: usize| {
        let fields = vec![r#""""#; count].join(",");
        let id = "00000000-0000-0000-0000-000000000001";
        let documents = format!(r#"{{"drafts":[{{"id":"{id}","changed":[1,0,0],"value":{{"fields":[{fields}]}}}}]}}"#);
        container(&documents, &only_drafts(1))
    };
    assert!(backup::read(draft(10_000).as_bytes()).is_ok());
    for count in [10_001, 5_000_000] {
        assert_eq!(backup::read(draft(count).as_bytes()), Err(ReadError::Malformed), "{count}");
    }
}
