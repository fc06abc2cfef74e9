//! Every file says what it is for, is finished, and stays small enough to be read in one go.

use crate::{none_of, sources};

const CODE: [&str; 4] = [".rs", ".js", ".css", ".html"];
const PLACES: [&str; 10] =
    ["build.rs", "content", "crates", "deploy", "index.html", "public", "src", "style", "tests", "xtask"];

/// Files that may be longer, each with the reason.
const LONG: [(&str, &str); 1] = [("index.html", "help is static, in two languages, so that it works before all else")];
const MOST_LINES: usize = 500;

#[test]
fn every_rust_file_says_what_it_is_for() {
    let files = sources(&["build.rs", "crates", "src", "tests", "xtask"], &[".rs"]);
    let silent = files.iter().filter(|file| !file.text.starts_with("//! "));
    none_of(&silent.map(|file| format!("{}:1: begin with `//!` and one sentence", file.path)).collect::<Vec<_>>());
}

#[test]
fn nothing_is_left_for_later() {
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("unimpl", "emented!"), concat!("to", "do!(")];
    let mut faults = Vec::new();
    for file in sources(&PLACES, &CODE).iter().chain(&sources(&["docs"], &[".md"])) {
        for (number, line) in file.lines() {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                faults.push(format!("{}:{number}: `{word}`: do it, or open an issue", file.path));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn no_file_is_too_long() {
    let long = sources(&PLACES, &CODE).into_iter().filter_map(|file| {
        let lines = file.text.lines().count();
        let allowed = LONG.iter().any(|(path, _)| *path == file.path);
        (lines > MOST_LINES && !allowed)
            .then(|| format!("{}:{lines}: more than {MOST_LINES} lines; split it by what its parts are for", file.path))
    });
    none_of(&long.collect::<Vec<_>>());
}
