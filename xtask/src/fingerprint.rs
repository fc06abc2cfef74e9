//! One digest over every file that the release build depends on, so that an unchanged build is not repeated.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::digest;

/// Files and folders that decide what `dist/` contains.
const INPUTS: [&str; 12] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "content",
    "crates",
    "index.html",
    "locales",
    "public",
    "src",
    "style",
    "xtask/src",
];

/// The digest of the paths and contents of all inputs.
pub fn of_inputs() -> Result<String> {
    let mut list = String::new();
    for input in INPUTS.map(Path::new).into_iter().filter(|input| input.exists()) {
        for entry in WalkDir::new(input).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                let bytes = fs::read(entry.path()).with_context(|| entry.path().display().to_string())?;
                list.push_str(&format!("{} {}\n", digest::hex(&bytes), entry.path().display()));
            }
        }
    }
    Ok(digest::hex(list.as_bytes()))
}
