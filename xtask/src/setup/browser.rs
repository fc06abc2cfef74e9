//! Chromium and the driver that belongs to it.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::debian;
use crate::command;

/// Programs that are Chromium or near enough.
const NAMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
/// Where it is when it is not on `PATH`.
const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];

/// The same engine without windows: a journey takes a quarter less time. Debian has it as a package of its own.
const SHELL: &str = "chromium-headless-shell";

/// The browser to test in.
#[derive(Debug)]
pub struct Browser {
    /// The browser itself, without windows where that is to be had.
    pub chromium: PathBuf,
    /// The driver, of the same version.
    pub driver: Option<PathBuf>,
}

/// Finds Chromium and its driver, or installs them where that can be done.
pub fn browser() -> Result<Browser> {
    if (chromium().is_none() || driver().is_none()) && debian::can_install() {
        let packages = ["chromium", "chromium-driver", "fonts-noto-core", "fonts-noto-color-emoji"];
        debian::install(&packages, "about a minute")?;
    }
    let chromium = chromium().context(
        "Chromium is missing. Install Chromium or Chrome (Debian, Ubuntu: chromium and chromium-driver), \
         or set TRELLIS_CHROMIUM to its path",
    )?;
    Ok(Browser { chromium: shell().unwrap_or(chromium), driver: driver() })
}

fn shell() -> Option<PathBuf> {
    if env::var_os("TRELLIS_CHROMIUM").is_some() {
        return None;
    }
    if command::find(SHELL).is_none() && debian::can_install() {
        // Some children of Debian have no such package. The whole browser does the same, more slowly.
        let _ = debian::install(&[SHELL], "a few seconds");
    }
    command::find(SHELL)
}

fn chromium() -> Option<PathBuf> {
    if let Some(given) = env::var_os("TRELLIS_CHROMIUM") {
        return Some(PathBuf::from(given)).filter(|path| path.is_file());
    }
    let elsewhere = || PLACES.iter().map(Path::new).find(|path| path.is_file()).map(Path::to_owned);
    NAMES.iter().find_map(|name| command::find(name)).or_else(elsewhere)
}

fn driver() -> Option<PathBuf> {
    match env::var_os("CHROMEDRIVER") {
        Some(given) => Some(PathBuf::from(given)).filter(|path| path.is_file()),
        None => command::find("chromedriver"),
    }
}
