//! The lock: only the right phrase opens it, only whole, here and with the `age` tool.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use age::{Encryptor, scrypt::Recipient, secrecy::SecretString};
use exchange::{
    backup::{self, LARGEST, ReadError},
    locked::{self, WORK},
    phrase::Phrase,
};

use crate::{
    container::MADE,
    frozen::{of_schema_1, one_of_each},
    states::Chance,
};

const FROZEN: &[u8] = include_bytes!("../frozen/backup-1.age");
const FROZEN_PHRASE: &str = "abacus zoom t-shirt abdomen zebra";

fn phrase(text: &str) -> Phrase {
    Phrase::parse(text).unwrap()
}

/// Like a backup, with little work, so that it can be opened a thousand times.
pub fn quick(plain: &[u8], text: &str, work: u8) -> Vec<u8> {
    let mut recipient = Recipient::new(SecretString::from(text));
    recipient.set_work_factor(work);
    let mut bytes = Vec::new();
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
    let mut writer = encryptor.wrap_output(&mut bytes).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn a_backup_opens_and_says_how_many_entries_it_holds() {
    let everything = one_of_each();
    let (bytes, entries) = locked::make(&everything, MADE, &phrase("One own phrase")).unwrap();
    assert_eq!(entries, everything.len());
    let header = String::from_utf8_lossy(&bytes[..100]).into_owned();
    assert!(
        header.starts_with("age-encryption.org/v1\n-> scrypt ") && header.contains(&format!(" {WORK}\n")),
        "{header}"
    );
    assert!(bytes.len() > 65_536 && bytes.len() < 65_536 + 512, "padded: {}", bytes.len());
    assert_eq!(locked::read(&bytes, Some(&phrase(" One  own phrase "))).unwrap().everything, everything);
    assert_eq!(locked::read(&bytes, Some(&phrase("one own phrase"))), Err(ReadError::WrongPhrase));
    assert_eq!(locked::read(&bytes, None), Err(ReadError::Locked));
}

#[test]
fn any_changed_byte_releases_nothing() {
    let plain = backup::padded(backup::write(&one_of_each(), MADE).unwrap());
    let bytes = quick(plain.as_bytes(), "p", 2);
    assert_eq!(locked::read(&bytes, Some(&phrase("p"))).unwrap().everything, one_of_each());
    let mut chance = Chance::new("changed bytes");
    let header = 300.min(bytes.len());
    let tries = (0..header).chain((0..700).map(|_| chance.below(bytes.len())));
    let mut refused = 0;
    for at in tries {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        // The work may have become more, never less than what was asked for.
        assert!(locked::read(&changed, Some(&phrase("p"))).is_err(), "byte {at}");
        refused += 1;
    }
    assert_eq!(refused, header + 700);
}

#[test]
fn a_file_cut_or_continued_anywhere_releases_nothing() {
    let plain = backup::padded(backup::write(&one_of_each(), MADE).unwrap());
    let bytes = quick(plain.as_bytes(), "p", 2);
    let mut chance = Chance::new("cut files");
    for _ in 0..500 {
        let end = chance.below(bytes.len());
        assert!(locked::read(&bytes[..end], Some(&phrase("p"))).is_err(), "cut at {end}");
    }
    for end in bytes.len() - 40..bytes.len() {
        assert!(locked::read(&bytes[..end], Some(&phrase("p"))).is_err(), "cut at {end}");
    }
    assert!(locked::read(&[bytes.as_slice(), b"x"].concat(), Some(&phrase("p"))).is_err());
}

#[test]
fn work_up_to_18_is_done_and_more_is_refused_at_once() {
    let plain = backup::write(&one_of_each(), MADE).unwrap();
    let bytes = quick(plain.as_bytes(), "p", 18);
    assert_eq!(locked::read(&bytes, Some(&phrase("p"))).unwrap().everything, one_of_each());
    let header = |work: &str| {
        let end = bytes.windows(4).position(|four| four == b" 18\n").unwrap();
        [&bytes[..end], b" ", work.as_bytes(), &bytes[end + 3..]].concat()
    };
    // Done, 2^30 would take a terabyte of memory: that this ends at all shows that it is not done.
    for work in ["19", "20", "30", "63", "64", "255"] {
        let read = locked::read(&header(work), Some(&phrase("p")));
        assert!(matches!(read, Err(ReadError::TooMuchWork | ReadError::WrongPhrase)), "{work}: {read:?}");
    }
    assert_eq!(locked::read(&header("30"), Some(&phrase("p"))), Err(ReadError::TooMuchWork));
}

#[test]
fn files_that_are_too_large_or_have_a_long_header_are_refused_before_any_work() {
    let mut bytes = vec![b'a'; 200_000_000];
    assert_eq!(locked::read(&bytes, Some(&phrase("p"))), Err(ReadError::TooLarge));
    bytes[..22].copy_from_slice(b"age-encryption.org/v1\n");
    assert_eq!(locked::read(&bytes, Some(&phrase("p"))), Err(ReadError::TooLarge));
    let many = "-> X a\n\n".repeat(LARGEST / 16);
    let long = format!("age-encryption.org/v1\n{many}--- x\n");
    assert_eq!(locked::read(long.as_bytes(), Some(&phrase("p"))), Err(ReadError::NotABackup));
}

#[test]
fn the_first_backup_opens_for_ever() {
    let read = locked::read(FROZEN, Some(&phrase(FROZEN_PHRASE))).unwrap();
    assert_eq!((read.everything, read.made, read.clipped), (of_schema_1(), MADE, 0));
}

/// The `age` tool behind a terminal of its own, which it wants a phrase from.
fn age_tool(arguments: &str, typed: &str) {
    let mut tool = Command::new("script")
        .args(["--quiet", "--return", "--command", &format!("age {arguments}"), "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    tool.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = tool.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "the `age` tool; `cargo xtask test` installs it, as Debian's package does: {said}"
    );
}

#[test]
fn the_age_tool_opens_a_backup_and_trellis_opens_what_the_age_tool_made() {
    let folder = std::env::temp_dir().join(format!("exchange-age-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).display().to_string();
    let (bytes, _) = locked::make(&one_of_each(), MADE, &phrase(FROZEN_PHRASE)).unwrap();
    std::fs::write(path("ours.age"), bytes).unwrap();
    age_tool(&format!("--decrypt --output {} {}", path("ours.json"), path("ours.age")), &format!("{FROZEN_PHRASE}\n"));
    let opened = std::fs::read(path("ours.json")).unwrap();
    assert_eq!(opened.len(), 65_536);
    assert_eq!(backup::read(&opened).unwrap().everything, one_of_each());
    let twice = format!("{FROZEN_PHRASE}\n{FROZEN_PHRASE}\n");
    age_tool(&format!("--passphrase --output {} {}", path("theirs.age"), path("ours.json")), &twice);
    let theirs = std::fs::read(path("theirs.age")).unwrap();
    assert_eq!(locked::read(&theirs, Some(&phrase(FROZEN_PHRASE))).unwrap().everything, one_of_each());
    std::fs::remove_dir_all(folder).unwrap();
}
