//! Runs every check there is, lets independent ones go on after a failure, and adds up what passed.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::{bundle, command, setup, sizes, tally::Tally};

/// Which checks to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    All,
    /// Formatting, lints, tidy tests and all tests that need no browser.
    Native,
    /// Lints for WebAssembly and tests in a browser.
    Web,
    /// The release build, its weight, and journeys through it.
    Journeys,
}

const TARGET: &str = "wasm32-unknown-unknown";
/// The app itself is looked at and tried where it runs, as WebAssembly.
const APART: [&str; 2] = ["--exclude", "trellis"];

/// Runs the checks and ends with the line `N passed, N failed`.
pub fn run(group: Group) -> ExitCode {
    let mut report = Report::default();
    // Asked for now: the tests build this program anew, and then its place is no longer known.
    let own_program = env::current_exe();
    let wants = |of: Group| group == Group::All || group == of;
    if wants(Group::Native) {
        native(&mut report);
    }
    if wants(Group::Web) {
        web(&mut report);
    }
    if wants(Group::Journeys) {
        journeys(&mut report, own_program);
    }
    report.close()
}

fn native(report: &mut Report) {
    if report.needs("Tools to format and lint", setup::lint_tools) {
        report.check("Formatting", || {
            let formatted = command::run(cargo("cargo").args(["fmt", "--all", "--check", "--", "-l"]));
            formatted.context("the files above want `cargo fmt --all`")
        });
        let arguments =
            ["clippy", "--quiet", "--workspace", APART[0], APART[1], "--all-targets", "--", "-D", "warnings"];
        report.check("Lints, native", || command::run(cargo("cargo").args(arguments)));
    }
    report.check("Reading level of lessons, tools and plans", || {
        command::run(Command::new(setup::level_meter()?).arg("content/level.py"))
    });
    report.needs("The age tool", setup::age_tool);
    report.needs("Readers of calendars", setup::calendar_readers);
    report.count("Tests, native", || {
        cargo_test(cargo("cargo").args(["test", "--workspace", APART[0], APART[1], "--no-fail-fast"]))
    });
}

/// Runs the histories of the record, with a fault in each, as often as asked.
pub fn soak(count: u64, seed: u64) -> Result<()> {
    let arguments = ["test", "--package=storage", "--test=histories", "--", "--nocapture"];
    let mut test = cargo("cargo");
    test.args(arguments).env("TRELLIS_HISTORIES", count.to_string()).env("TRELLIS_SEED", seed.to_string());
    command::run(&mut test)
}

fn web(report: &mut Report) {
    report.check("Lints, WebAssembly", || {
        let tools = setup::compiler_with_lints()?;
        let arguments =
            ["clippy", "--quiet", "--package=trellis", "--features=split", "--all-targets", "--target", TARGET];
        command::run(tools.command("cargo")?.args(arguments).args(["--", "-D", "warnings"]))
    });
    if Path::new("tests/web").exists() {
        report.count("Tests in a browser", || {
            let tools = setup::web_test_tools()?;
            let browser = setup::browser()?;
            let driver = browser.driver.context(
                "ChromeDriver is missing. Install the one of your browser's version, or set CHROMEDRIVER to its path",
            )?;
            let mut test = tools.command("cargo")?;
            test.args(["test", "--package=trellis", "--lib", "--test=web", "--no-fail-fast", "--target", TARGET])
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
                .env("CHROMEDRIVER", driver)
                .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
            cargo_test(&mut test)
        });
    }
}

fn journeys(report: &mut Report, own_program: io::Result<PathBuf>) {
    let mut tools = None;
    report.check("Release build", || bundle::ensure(tools.insert(setup::build_tools()?)));
    if let (Some(tools), true) = (&tools, bundle::is_fresh()) {
        report.check("Weight of the first load", || sizes::check(tools));
        if Path::new("tests/e2e/playwright.config.js").exists() {
            report.needs("Readers of calendars", setup::calendar_readers);
            report.needs("Ten years to restore", write_ten_years);
            report.count("Journeys", || playwright(&own_program?));
        }
    }
}

/// Cargo, free of what the Cargo that started this tool says about this tool's own package.
fn cargo(program: &str) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST") || text == "CARGO_BIN_NAME" {
            command.env_remove(&name);
        }
    }
    command
}

fn cargo_test(test: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let succeeded = command::listen(test, |line| {
        if let Some(of_line) = Tally::of_line(line) {
            tally.add(of_line);
        }
    })?;
    Ok(tally.at_least_one_failed_unless(succeeded))
}

/// Where the journeys find the record of somebody who has written much for long.
const TEN_YEARS: &str = "target/log/ten-years.json";

fn write_ten_years() -> Result<()> {
    fs::create_dir_all("target/log")?;
    let arguments = ["run", "--quiet", "--package=exchange", "--example=ten_years", "--", TEN_YEARS];
    command::run(cargo("cargo").args(arguments))
}

fn playwright(own_program: &Path) -> Result<Tally> {
    setup::test_packages()?;
    let browser = setup::browser()?;
    let report = env::current_dir()?.join("target/log/journeys.json");
    fs::create_dir_all("target/log")?;
    let _ = fs::remove_file(&report);
    let npx = command::find("npx").context("npx is missing. Install Node 20 or later, with npm")?;
    let mut test = Command::new(npx);
    test.current_dir("tests/e2e")
        .args(["playwright", "test", "--reporter=list,json"])
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report)
        .env("TRELLIS_CHROMIUM", browser.chromium)
        .env("TRELLIS_XTASK", own_program);
    let succeeded = test.status().context("cannot start npx")?.success();
    let Ok(json) = fs::read_to_string(&report) else { bail!("Playwright wrote no report") };
    Ok(Tally::of_playwright(&json)?.at_least_one_failed_unless(succeeded))
}

/// What the steps came to.
#[derive(Default)]
struct Report {
    tally: Tally,
    steps: Vec<(&'static str, Tally, u64)>,
}

impl Report {
    /// A step that passes or fails as one.
    fn check(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) {
        self.count(name, || step().map(|()| Tally::one(true)));
    }

    /// A step that counts only when it fails, for without it others cannot run.
    fn needs(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        match step() {
            Ok(()) => true,
            Err(error) => {
                self.count(name, || Err(error));
                false
            }
        }
    }

    /// A step with a count of its own.
    fn count(&mut self, name: &'static str, step: impl FnOnce() -> Result<Tally>) {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = step().unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::one(false)
        });
        self.steps.push((name, tally, start.elapsed().as_secs()));
        self.tally.add(tally);
    }

    fn close(self) -> ExitCode {
        println!();
        for (name, tally, seconds) in &self.steps {
            let result = if tally.is_good() { "ok" } else { "FAILED" };
            println!("{result:6}  {name}: {} ({seconds} s)", tally.in_words());
        }
        if self.tally.skipped > 0 {
            println!("{} ignored or skipped tests count as failed: mend or remove them.", self.tally.skipped);
        }
        println!("\n{}", self.tally.closing_line());
        if self.tally.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
