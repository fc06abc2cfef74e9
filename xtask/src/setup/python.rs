//! Python with packages of other people that read calendar files, for a test that writes some.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::{debian, say};
use crate::command;

/// What is installed: names, versions and digests.
const PACKAGES: &str = "crates/exchange/tests/readers/requirements.txt";
/// Where: the tests look for it here.
const FOLDER: &str = "target/foreign/calendar";
const NEEDED: &str = "the tests of calendar files need Python 3.10 or later with venv and pip \
                      (Debian, Ubuntu: python3-venv)";

/// A Python of its own with the packages of the list, made anew when the list changes.
pub fn calendar_readers() -> Result<()> {
    let packages = fs::read(PACKAGES).context(PACKAGES)?;
    let folder = Path::new(FOLDER);
    let stamp = folder.join(".installed");
    // The Python it was made from may have gone.
    if fs::read(&stamp).is_ok_and(|installed| installed == packages) && is_recent(&program(folder)) {
        return Ok(());
    }
    say("Installing the Python packages icalendar and vobject in target/foreign (about 20 seconds).");
    if make(folder).is_err() && debian::is_here() {
        debian::install(&["python3", "python3-venv"], "about half a minute")?;
    }
    make(folder).context(NEEDED)?;
    let options =
        ["-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:", "-r"];
    command::quietly("pip-install", Command::new(program(folder)).args(options).arg(PACKAGES))?;
    Ok(fs::write(stamp, packages)?)
}

/// The Python in a folder of its own.
fn program(folder: &Path) -> PathBuf {
    folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

/// Makes the folder with the first Python that can.
fn make(folder: &Path) -> Result<()> {
    let on_path = ["python3", "python"].iter().filter_map(|name| command::find(name));
    let pythons = on_path.chain([PathBuf::from("/usr/bin/python3")]).filter(|python| is_recent(python));
    let mut made = Err(anyhow::anyhow!("there is no such Python"));
    for python in pythons {
        made = command::quietly("python-venv", Command::new(python).args(["-m", "venv", "--clear"]).arg(folder));
        if made.is_ok() {
            break;
        }
    }
    made
}

fn is_recent(python: &Path) -> bool {
    let question = "import sys; sys.exit(sys.version_info < (3, 10))";
    command::output(Command::new(python).args(["-c", question])).is_ok()
}
