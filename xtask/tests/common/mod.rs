//! Reading the project's text files, for tests about the source.
#![allow(clippy::missing_panics_doc, reason = "a test helper fails by panicking")]

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// A text file of the project.
pub struct Source {
    /// From the root of the project, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    /// Its lines with their numbers.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

/// The folder of the project.
pub fn root() -> PathBuf {
    // As Cargo says now: copies of the project that share a target folder may share this very program.
    let own_folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own_folder).parent().map(Path::to_owned).unwrap_or_default()
}

/// Folders that hold what was made by programs.
const OTHERS: [&str; 5] = [".git", "dist", "node_modules", "results", "target"];

/// The files with one of these endings in these files and folders. What is not there yet has no files.
pub fn sources(places: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for place in places {
        let walk = walkdir::WalkDir::new(root().join(place)).sort_by_file_name().into_iter();
        let walk = walk.filter_entry(|entry| !OTHERS.iter().any(|other| entry.file_name() == *other));
        for entry in walk.filter_map(Result::ok) {
            let path = entry.path().strip_prefix(root()).unwrap_or(entry.path());
            let path = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            if entry.file_type().is_file() && endings.iter().any(|ending| path.ends_with(ending)) {
                found.push(Source { text: fs::read_to_string(entry.path()).unwrap_or_default(), path });
            }
        }
    }
    found
}

/// Fails with all that was found.
#[track_caller]
pub fn none_of(faults: &[String]) {
    assert!(faults.is_empty(), "{} found:\n  {}\n", faults.len(), faults.join("\n  "));
}
