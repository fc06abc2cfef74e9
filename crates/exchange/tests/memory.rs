//! How much memory reading takes at most: the largest files that are read at all, each the worst of its kind.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test that measures")]

use exchange::{backup::LARGEST, locked, phrase::Phrase};
use peak_alloc::PeakAlloc;
use sha2::{Digest, Sha256};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: usize = 1 << 20;

/// The most bytes that are held at once while `bytes` are read, those of the file itself included.
fn most_held(bytes: &[u8]) -> usize {
    let phrase = Phrase::parse("p").unwrap();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let _ = locked::read(bytes, Some(&phrase));
    MEMORY.peak_usage() - before + bytes.len()
}

/// A container around `documents` that is whole as far as its digest and its counts say.
fn whole(documents: &str, drafts: usize) -> Vec<u8> {
    let sum = format!("{:x}", Sha256::digest(documents));
    let counts =
        format!(r#"{{"check_ins":0,"goals":0,"reports":0,"plans":0,"people":0,"settings":0,"drafts":{drafts}}}"#);
    format!(
        r#"{{"format":"trellis","schema":1,"made":{{"millis":1,"offset":0}},"counts":{counts},"sha256":"{sum}","documents":{documents}}}"#
    )
    .into_bytes()
}

/// `part` so often between two texts that a container around it has about as many bytes as it may.
fn filled(head: &str, part: &str, tail: &str) -> String {
    let times = (LARGEST - 1_000 - head.len() - tail.len()) / part.len();
    [head, &part.repeat(times), tail].concat()
}

fn records(count: usize) -> String {
    let one = |number: usize| {
        format!(r#"{{"changed":[1,0,0],"id":"00000000-0000-0000-0000-{number:012x}","value":{{"fields":[]}}}}"#)
    };
    format!(r#"{{"drafts":[{}]}}"#, (1..=count).map(one).collect::<Vec<_>>().join(","))
}

/// One test, since all of them would share the one allocator.
#[test]
fn the_worst_files_of_each_kind_are_read_in_less_than_256_mib() {
    let record = |fields: &str| {
        format!(
            r#"{{"drafts":[{{"changed":[1,0,0],"id":"00000000-0000-0000-0000-000000000001","value":{{"fields":[{fields}"#
        )
    };
    let long = "A".repeat(43);
    let cases = [
        ("as many records as there may be", whole(&records(180_000), 180_000)),
        ("more records than that", whole(&records(200_001), 200_001)),
        ("empty texts", whole(&filled(&record(""), "\"\",", "\"\"]}}]}"), 1)),
        ("one long text", whole(&filled(&record("\""), "\\u00e9", "\"]}}]}"), 1)),
        (
            "many texts of a megabyte",
            whole(&filled(&record(""), &format!("\"{}\",", "a".repeat(999_990)), "\"\"]}}]}"), 1),
        ),
        ("numbers", whole(&filled(&record(""), "1,", "1]}}]}"), 1)),
        ("depth", whole(&filled(&record(""), "[", ""), 1)),
        ("names", whole(&filled("{", "\"a\":0,", "\"a\":0}"), 0)),
        ("blanks", whole(&filled("{", " ", "}"), 0)),
        ("a megabyte too much", vec![b' '; LARGEST + MIB]),
        ("200 MB of repetition", vec![b'['; 200_000_000]),
        (
            "a lock of much repetition",
            [b"age-encryption.org/v1\n".as_slice(), &b"-> scrypt A 1\nA\n".repeat(MIB)].concat(),
        ),
        (
            "a lock that asks for 2^30",
            format!("age-encryption.org/v1\n-> scrypt {} 30\n{long}\n--- {long}\n", "A".repeat(22)).into_bytes(),
        ),
    ];
    let phrase = Phrase::parse("p").unwrap();
    assert!(locked::read(&cases[0].1, Some(&phrase)).is_ok(), "the largest whole one is read");
    for (name, bytes) in &cases {
        let held = most_held(bytes);
        println!("{name}: {} MiB for {} MiB", held / MIB, bytes.len() / MIB);
        assert!(held < 256 * MIB, "{name}: {held}");
    }
}
