//! Compiles words, activities, lessons, tools and plans into the files the app reads, and refuses what is wrong in them.

mod activities;
pub mod choices;
mod contacts;
mod glossary;
mod hurtful;
mod lessons;
mod lines;
mod resources;
mod sheets;
mod stigma;
mod tools;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use catalogue::{Catalogue, LANGUAGES, Part};

use crate::{digest, faults::Faults};

/// Where the compiled files lie; `index.html` tells Trunk to copy this folder to `/content`.
pub const COMPILED: &str = "target/site/content";

/// Files and folders that decide what is compiled.
pub const INPUTS: [&str; 3] = ["locales", "content", "index.html"];

/// Which folder the compiled files go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// One named by the content itself, so that it can be kept for ever.
    Digest,
    /// Always `dev`.
    Dev,
}

/// Compiles everything, writes what changed, and returns the name of the version.
pub fn compile(version: Version) -> Result<String> {
    let (files, pages) = gather()?;
    choices::write(&pages)?;
    let name = match version {
        Version::Dev => "dev".to_owned(),
        Version::Digest => digest_of(&files),
    };
    write(&Path::new(COMPILED).join(&name), &files)?;
    for entry in fs::read_dir(COMPILED)? {
        let entry = entry?;
        if entry.file_name() != name.as_str() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(name)
}

/// The compiled files by path, and the pages that stand beside `index.html`.
fn gather() -> Result<(BTreeMap<String, String>, BTreeMap<String, String>)> {
    let mut files = BTreeMap::new();
    let mut faults = Faults::default();
    match Catalogue::read(Path::new("locales")) {
        Ok(catalogue) => {
            for language in LANGUAGES {
                for part in Part::ALL {
                    files.insert(format!("{language}/{}words.txt", part.prefix()), catalogue.packed(language, part));
                }
            }
        }
        Err(found) => faults.0.extend(found),
    }
    activities::compile(&mut files, &mut faults)?;
    let facts = read(Path::new(lessons::FACTS))?.unwrap_or_default();
    let facts = lessons::numbers(&facts);
    lessons::compile(&mut files, &facts, &mut faults)?;
    glossary::compile(&mut files, &facts, &mut faults)?;
    tools::compile(&mut files, &facts, &mut faults)?;
    sheets::compile(&mut files, &facts, &mut faults)?;
    stigma::check(&mut faults)?;
    let pages = choices::compile(&mut faults)?;
    contacts::check(&pages, &mut faults)?;
    faults.into_result("The content is not in order")?;
    Ok((files, pages))
}

fn digest_of(files: &BTreeMap<String, String>) -> String {
    let list: String = files.iter().map(|(path, text)| format!("{} {path}\n", digest::hex(text.as_bytes()))).collect();
    digest::short(list.as_bytes(), 8)
}

/// Makes the folder hold exactly these files, touching only those that differ.
fn write(folder: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    fs::create_dir_all(folder)?;
    let wanted: BTreeMap<PathBuf, &String> = files.iter().map(|(path, text)| (folder.join(path), text)).collect();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() && !wanted.contains_key(entry.path()) {
            fs::remove_file(entry.path())?;
        }
    }
    for (path, text) in wanted {
        if fs::read(&path).ok().as_deref() != Some(text.as_bytes()) {
            let Some(parent) = path.parent() else { bail!("{} has no folder", path.display()) };
            fs::create_dir_all(parent)?;
            fs::write(path, text)?;
        }
    }
    Ok(())
}

/// The text of a file, if there is one.
fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => bail!("{}: {error}", path.display()),
    }
}
