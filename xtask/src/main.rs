//! The project's own tool: sets up the machine, builds, serves, tests and weighs the app.
#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]
#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a tool may spend an allocation to stay readable"
)]

mod bundle;
mod command;
mod content;
mod css;
mod desk;
mod digest;
mod faults;
mod fingerprint;
mod headers;
mod html;
mod lesson;
mod pattern;
mod precache;
mod program;
mod run_tests;
mod serve;
mod setup;
mod sizes;
mod squeeze;
mod styles;
mod tally;
mod tool;
mod wasm_crates;

use std::{env, path::Path, process::ExitCode};

const USAGE: &str = "\
Usage:
  cargo xtask serve [--dev] [--port N]          build the release and serve it with the production headers;
                                                --dev rebuilds and reloads as files change
  cargo xtask build                             build the release into dist/
  cargo xtask test [native|web|journeys]        every check, or one group of them
  cargo xtask soak [COUNT] [SEED]               histories of the record with a fault in each: 1,000,000 from seed 1
  cargo xtask sizes                             weigh the first load by file and the WebAssembly by crate

Each command first finds or installs the tools it needs.";

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
enum Task {
    Serve {
        port: u16,
        how: serve::How,
    },
    Build,
    Test(run_tests::Group),
    Sizes,
    Soak {
        count: u64,
        seed: u64,
    },
    /// What Trunk calls after each build; see Trunk.toml.
    AfterTrunk,
}

impl Task {
    fn parse(arguments: &[&str]) -> Option<Self> {
        match arguments {
            ["serve", options @ ..] => Self::parse_serve(options),
            ["build"] => Some(Self::Build),
            ["test"] => Some(Self::Test(run_tests::Group::All)),
            ["test", "native"] => Some(Self::Test(run_tests::Group::Native)),
            ["test", "web"] => Some(Self::Test(run_tests::Group::Web)),
            ["test", "journeys"] => Some(Self::Test(run_tests::Group::Journeys)),
            ["soak", numbers @ ..] => Self::parse_soak(numbers),
            ["sizes"] => Some(Self::Sizes),
            ["after-trunk"] => Some(Self::AfterTrunk),
            _ => None,
        }
    }

    fn parse_serve(mut options: &[&str]) -> Option<Self> {
        let (mut port, mut how) = (8080, serve::How::Release);
        while let [option, rest @ ..] = options {
            options = rest;
            match *option {
                "--dev" if how == serve::How::Release => how = serve::How::Dev,
                // For the journeys: the release build as it lies in dist/.
                "--no-build" if how == serve::How::Release => how = serve::How::AsBuilt,
                "--port" => {
                    let [number, rest @ ..] = options else { return None };
                    (port, options) = (number.parse().ok()?, rest);
                }
                _ => return None,
            }
        }
        Some(Self::Serve { port, how })
    }

    fn parse_soak(numbers: &[&str]) -> Option<Self> {
        let numbers: Vec<u64> = numbers.iter().map(|number| number.parse().ok()).collect::<Option<_>>()?;
        match numbers.as_slice() {
            [] => Some(Self::Soak { count: 1_000_000, seed: 1 }),
            [count] => Some(Self::Soak { count: *count, seed: 1 }),
            [count, seed] => Some(Self::Soak { count: *count, seed: *seed }),
            _ => None,
        }
    }

    fn run(&self) -> anyhow::Result<ExitCode> {
        match self {
            Self::Serve { port, how } => serve::run(*port, *how)?,
            Self::Build => bundle::ensure(&setup::build_tools()?)?,
            Self::Test(group) => return Ok(run_tests::run(*group)),
            Self::Soak { count, seed } => run_tests::soak(*count, *seed)?,
            Self::Sizes => sizes::report()?,
            Self::AfterTrunk => serve::let_page_reload()?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["help" | "--help" | "-h"] = arguments.as_slice() {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let Some(task) = Task::parse(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    // Every path in this tool is relative to the root of the project.
    // Cargo says where it is: copies of the project that share a target folder may share this very program.
    let own_folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&own_folder).parent().unwrap_or(Path::new("."));
    let done = env::set_current_dir(root).map_err(anyhow::Error::from).and_then(|()| task.run());
    done.unwrap_or_else(|error| {
        eprintln!("\n{error:#}");
        ExitCode::FAILURE
    })
}

#[cfg(test)]
mod tests {
    use super::{Task, run_tests::Group, serve::How};

    #[test]
    fn arguments_are_understood_or_refused() {
        assert_eq!(Task::parse(&["serve"]), Some(Task::Serve { port: 8080, how: How::Release }));
        assert_eq!(Task::parse(&["serve", "--port", "9", "--dev"]), Some(Task::Serve { port: 9, how: How::Dev }));
        assert_eq!(Task::parse(&["test", "web"]), Some(Task::Test(Group::Web)));
        assert_eq!(Task::parse(&["soak", "5", "7"]), Some(Task::Soak { count: 5, seed: 7 }));
        assert_eq!(Task::parse(&["soak"]), Some(Task::Soak { count: 1_000_000, seed: 1 }));
        assert_eq!(Task::parse(&["soak", "many"]), None);
        for wrong in [&["serve", "--port"][..], &["serve", "--port", "x"], &["test", "all"], &["fly"], &[]] {
            assert_eq!(Task::parse(wrong), None, "{wrong:?}");
        }
    }
}
