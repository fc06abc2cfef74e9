//! Everything found wrong in one go, each with its file and line.

use std::{fmt::Display, path::Path};

use anyhow::{Result, bail};

/// A list of sentences `file:line: what is wrong and what to do`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<String>);

impl Faults {
    /// Adds a fault at a place in a file.
    pub fn at(&mut self, path: &Path, line: usize, what: impl Display) {
        self.0.push(format!("{}:{line}: {what}", path.display()));
    }

    /// Succeeds when nothing was found.
    pub fn into_result(self, of: &str) -> Result<()> {
        match self.0.as_slice() {
            [] => Ok(()),
            faults => bail!("{of}:\n  {}", faults.join("\n  ")),
        }
    }
}
