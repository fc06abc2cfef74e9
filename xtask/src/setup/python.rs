//! Python with packages of other people, for tests: they read calendar files, and measure how hard a text is to read.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::{debian, say};
use crate::command;

/// Packages of other people in a Python of their own.
struct Set {
    /// What is installed: names, versions and digests.
    packages: &'static str,
    /// Where: what needs them looks here.
    folder: &'static str,
    names: &'static str,
}

const CALENDAR: Set = Set {
    packages: "crates/exchange/tests/readers/requirements.txt",
    folder: "target/foreign/calendar",
    names: "icalendar and vobject",
};
const LEVEL: Set = Set { packages: "content/requirements.txt", folder: "target/foreign/level", names: "textstat" };
const NEEDED: &str = "the tests of calendar files and of reading level need Python 3.10 or later with venv and pip \
                      (Debian, Ubuntu: python3-venv)";

/// What reads calendar files.
pub fn calendar_readers() -> Result<()> {
    CALENDAR.ensure().map(drop)
}

/// The Python that can measure how hard a text is to read.
pub fn level_meter() -> Result<PathBuf> {
    LEVEL.ensure()
}

impl Set {
    /// A Python of its own with the packages of the list, made anew when the list changes.
    fn ensure(&self) -> Result<PathBuf> {
        let packages = fs::read(self.packages).context(self.packages)?;
        let folder = Path::new(self.folder);
        let (stamp, python) = (folder.join(".installed"), program(folder));
        // The Python it was made from may have gone.
        if fs::read(&stamp).is_ok_and(|installed| installed == packages) && is_recent(&python) {
            return Ok(python);
        }
        say(&format!("Installing the Python packages {} in target/foreign (about 20 seconds).", self.names));
        if make(folder).is_err() && debian::is_here() {
            debian::install(&["python3", "python3-venv"], "about half a minute")?;
        }
        make(folder).context(NEEDED)?;
        let options =
            ["-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:", "-r"];
        command::quietly("pip-install", Command::new(&python).args(options).arg(self.packages))?;
        fs::write(stamp, packages)?;
        Ok(python)
    }
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
