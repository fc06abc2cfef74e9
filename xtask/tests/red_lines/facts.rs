//! Every fact that a text or the program cites is in the list of facts.

use std::collections::BTreeSet;

use crate::{Source, none_of, sources, texts};

/// The facts that a comment of a lesson, a tool or a page cites: nothing but numbers in it.
fn cited(line: &str) -> Vec<String> {
    let comments = line.split("<!--").skip(1).filter_map(|after| after.split("-->").next());
    let numbers = comments.flat_map(|comment| {
        let parts: Vec<&str> = comment.split([',', ' ']).filter(|part| !part.is_empty()).collect();
        if parts.iter().all(|part| is_number(part)) { parts } else { Vec::new() }
    });
    numbers.map(str::to_owned).collect()
}

/// `3.40`, and the red lines as `0.2`.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.chars().all(|next| next.is_ascii_digit());
    text.split_once('.').is_some_and(|(section, place)| digits(section) && digits(place))
}

/// The facts in strings of the program that hold nothing else, and in brackets of comments: `"3.40 3.48"`, `(3.40, 3.41)`.
fn cited_in_code(line: &str) -> Vec<String> {
    let strings = line.split('"').skip(1).step_by(2);
    let comment = line.split_once("//").map(|(_, comment)| comment).unwrap_or_default();
    let brackets = comment.split('(').skip(1).filter_map(|after| after.split(')').next());
    let lists = strings
        .chain(brackets)
        .map(|list| list.split([',', ' ', ';']).filter(|part| !part.is_empty()).collect::<Vec<_>>());
    let lists = lists.filter(|parts| parts.iter().all(|part| is_number(part) && part.len() > 3));
    lists.flatten().map(str::to_owned).collect()
}

#[test]
fn every_fact_that_is_cited_is_in_the_list() {
    let facts = sources(&["content/facts.txt"], &["facts.txt"]);
    let known: BTreeSet<&str> =
        facts.iter().flat_map(|file| file.text.lines()).filter_map(|line| line.split_whitespace().next()).collect();
    let mut faults = Vec::new();
    let mut look = |path: &str, line: usize, numbers: Vec<String>| {
        for number in numbers.iter().filter(|number| !known.contains(number.as_str())) {
            faults.push(format!("{path}:{line}: fact `{number}` is not in content/facts.txt: cite one that is"));
        }
    };
    for file in texts::read_files() {
        for (line, text) in file.lines() {
            look(&file.path, line, cited(text));
            if file.path.ends_with("glossary.tsv") && line > 1 {
                let last = text.rsplit('\t').next().unwrap_or_default();
                look(&file.path, line, last.split(", ").filter(|one| !one.is_empty()).map(str::to_owned).collect());
            }
        }
    }
    let code = sources(&["src", "crates/domain/src"], &[".rs"]).into_iter();
    for file in code.filter(|file| file.text.contains("facts") && !file.path.ends_with("tests.rs")) {
        for (line, text) in file.lines() {
            look(&file.path, line, cited_in_code(text));
        }
    }
    for (line, row) in sources(&["content"], &["words-that-hurt.tsv"]).iter().flat_map(Source::lines).skip(1) {
        let last = row.rsplit('\t').next().unwrap_or_default();
        look(
            "content/words-that-hurt.tsv",
            line,
            last.split(", ").filter(|one| is_number(one)).map(str::to_owned).collect(),
        );
    }
    none_of(&faults);
}

#[test]
fn facts_are_found_where_they_are_cited() {
    assert_eq!(cited("Call. <!-- 4.11, 0.3 --> <!-- not 4.12 -->"), ["4.11", "0.3"]);
    assert_eq!(cited_in_code("data-facts=\"3.40 3.48\" /// as said (2.41, 5.36)."), ["3.40", "3.48", "2.41", "5.36"]);
    assert_eq!(cited_in_code("let x = \"1.5\"; // about (half)"), [""; 0]);
}
