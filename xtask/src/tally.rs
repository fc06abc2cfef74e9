//! Counts passed and failed tests over runners that each report in their own way.

use anyhow::{Context, Result};
use serde_json::Value;

/// How many passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    /// Ignored or skipped: a test that does not run proves nothing, so each counts as failed in the end.
    pub skipped: u64,
}

impl Tally {
    /// A step that is one check.
    pub fn one(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into(), skipped: 0 }
    }

    /// Adds another tally.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Reads a line `test result: ok. 3 passed; 0 failed; 1 ignored; …` of Cargo or wasm-bindgen.
    pub fn of_line(line: &str) -> Option<Self> {
        let (_, counts) = line.split_once("test result: ")?.1.split_once(". ")?;
        let count = |of: &str| {
            let part = counts.split(';').map(str::trim).find_map(|part| part.strip_suffix(of))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: count("passed")?, failed: count("failed")?, skipped: count("ignored").unwrap_or(0) })
    }

    /// Reads what Playwright's JSON reporter wrote. A test that passed only when tried again counts as failed.
    pub fn of_playwright(json: &str) -> Result<Self> {
        let report: Value = serde_json::from_str(json)?;
        let count = |name: &str| {
            report
                .pointer(&format!("/stats/{name}"))
                .and_then(Value::as_u64)
                .with_context(|| format!("no `stats.{name}`"))
        };
        Ok(Self {
            passed: count("expected")?,
            failed: count("unexpected")? + count("flaky")?,
            skipped: count("skipped")?,
        })
    }

    /// Makes sure that a runner which failed as a whole shows.
    pub fn at_least_one_failed_unless(mut self, succeeded: bool) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// For a list of steps.
    pub fn in_words(&self) -> String {
        match self.skipped {
            0 => format!("{} of {}", self.passed, self.passed + self.failed),
            skipped => format!("{} of {}, {skipped} did not run", self.passed, self.passed + self.failed + skipped),
        }
    }

    /// The closing line.
    pub fn closing_line(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed + self.skipped)
    }

    /// Whether all is well. A run of no test is not.
    pub const fn is_good(&self) -> bool {
        self.failed == 0 && self.skipped == 0 && self.passed > 0
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn lines_of_cargo_and_wasm_bindgen_are_read() {
        let line = "test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Tally::of_line(line), Some(Tally { passed: 3, failed: 1, skipped: 2 }));
        let line = "    test result: ok. 5 passed; 0 failed; 0 ignored; 0 filtered out; finished in 1s";
        assert_eq!(Tally::of_line(line), Some(Tally { passed: 5, failed: 0, skipped: 0 }));
        assert_eq!(Tally::of_line("test a ... ok"), None);
    }

    #[test]
    fn playwrights_report_is_read() {
        let json = r#"{"suites":[],"stats":{"startTime":"x","duration":1.5,"expected":4,"skipped":1,"unexpected":2,"flaky":1}}"#;
        assert_eq!(Tally::of_playwright(json).unwrap(), Tally { passed: 4, failed: 3, skipped: 1 });
        assert!(Tally::of_playwright("{}").is_err());
    }

    #[test]
    fn what_did_not_run_is_not_good() {
        let tally = Tally { passed: 2, failed: 0, skipped: 1 };
        assert_eq!(tally.closing_line(), "2 passed, 1 failed");
        assert!(!tally.is_good() && !Tally::default().is_good());
        assert!(Tally::one(true).is_good());
        assert_eq!(Tally::default().at_least_one_failed_unless(false).failed, 1);
    }
}
