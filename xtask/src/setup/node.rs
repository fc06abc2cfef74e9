//! Node with npm, and the packages of the journeys.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};

use super::{debian, say};
use crate::command;

/// Where the journeys live.
pub const JOURNEYS: &str = "tests/e2e";

/// npm, installed where that can be done.
pub fn npm() -> Result<Command> {
    if command::find("npm").is_none() && debian::is_here() {
        debian::install(&["nodejs", "npm"], "about a minute")?;
    }
    let npm = command::find("npm").context("npm is missing. Install Node 20 or later, with npm")?;
    let mut npm = Command::new(npm);
    // A browser of the system is used; Playwright need not bring its own.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Ok(npm)
}

/// Makes sure the packages of the journeys are those of the lock file.
pub fn test_packages() -> Result<()> {
    let folder = Path::new(JOURNEYS);
    let lock = fs::read(folder.join("package-lock.json")).context("tests/e2e/package-lock.json")?;
    let stamp = folder.join("node_modules/.installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = npm()?;
    say("Installing the packages of the journeys with npm (about 20 seconds).");
    command::quietly("npm-ci", npm.current_dir(folder).args(["ci", "--no-audit", "--no-fund"]))?;
    Ok(fs::write(stamp, lock)?)
}
