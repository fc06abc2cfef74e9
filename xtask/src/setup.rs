//! Finds the tools that a task needs, and gets those that are not there.

mod browser;
mod debian;
mod node;
mod python;
mod small;
mod tools;
mod wasm;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::command;
pub use browser::browser;
pub use node::test_packages;
pub use python::{calendar_readers, level_meter};

/// What compiling for WebAssembly and bundling needs.
#[derive(Debug)]
pub struct BuildTools {
    /// The toolchain with the WebAssembly standard library, where the usual one has none.
    toolchain: Option<&'static str>,
    /// Whether the release brings a standard library of its own; see `small.rs`.
    is_small: bool,
    path: OsString,
}

impl BuildTools {
    /// A program with the right tools first on `PATH`. WebAssembly has a target folder of its own,
    /// because it may be compiled by another compiler than the rest.
    pub fn command(&self, program: &str) -> Result<Command> {
        let program = command::find_in(program, &self.path).with_context(|| format!("{program} is not on PATH"))?;
        let mut command = Command::new(program);
        command.env("PATH", &self.path).env("CARGO_TARGET_DIR", wasm_target_folder());
        wasm::use_toolchain(&mut command, self.toolchain);
        Ok(command)
    }

    /// The same for what becomes part of the release.
    pub fn release(&self, mut program: Command) -> Command {
        if self.is_small {
            small::use_it(&mut program);
        }
        program
    }

    /// The compiler and the standard library of the release, in words.
    pub fn compiler(&self) -> Result<String> {
        let version = command::output(self.command("rustc")?.arg("--version"))?;
        Ok(format!("{}{}", version.trim(), if self.is_small { ", small standard library" } else { "" }))
    }

    /// Trunk.
    pub fn trunk(&self) -> Result<Command> {
        let mut trunk = self.command("trunk")?;
        // Trunk calls this program back (see Trunk.toml), so it must find it.
        let own_folder = env::current_exe()?.parent().map(Path::to_owned);
        let folders = own_folder.into_iter().chain(env::split_paths(&self.path));
        trunk.env("PATH", env::join_paths(folders)?);
        // Trunk refuses the usual value `1`.
        trunk.env_remove("NO_COLOR");
        Ok(trunk)
    }
}

/// Tools to compile for WebAssembly: the standard library alone.
pub fn compiler() -> Result<BuildTools> {
    Ok(BuildTools {
        toolchain: wasm::standard_library()?,
        is_small: false,
        path: env::var_os("PATH").unwrap_or_default(),
    })
}

/// Tools to format and lint native code.
pub fn lint_tools() -> Result<()> {
    wasm::lints(None)
}

/// The `age` tool, with which a test opens a backup that Trellis made, behind a terminal that `script` makes.
pub fn age_tool() -> Result<()> {
    if command::find("age").is_none() && debian::is_here() {
        debian::install(&["age"], "a few seconds")?;
    }
    for tool in ["age", "script"] {
        command::find(tool).with_context(|| format!("{tool} is missing. Install age, and script of util-linux"))?;
    }
    Ok(())
}

/// Tools to compile for WebAssembly and to lint that.
pub fn compiler_with_lints() -> Result<BuildTools> {
    let compiler = compiler()?;
    wasm::lints(compiler.toolchain)?;
    Ok(compiler)
}

/// Tools to compile for WebAssembly and to run what was compiled in a browser.
pub fn web_test_tools() -> Result<BuildTools> {
    let compiler = compiler()?;
    Ok(BuildTools { path: command::path_with([tools::wasm_bindgen()?])?, ..compiler })
}

/// Tools for a whole build.
pub fn build_tools() -> Result<BuildTools> {
    let compiler = compiler()?;
    let folders = [tools::trunk()?, tools::wasm_bindgen()?, tools::wasm_opt()?, tools::esbuild()?];
    let is_small = small::is_possible(compiler.toolchain);
    Ok(BuildTools { is_small, path: command::path_with(folders)?, ..compiler })
}

/// The target folder of everything compiled for WebAssembly.
pub fn wasm_target_folder() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    env::current_dir().unwrap_or_default().join(target).join("wasm")
}

/// Where tools are kept, shared by all copies of the project.
fn cache() -> Result<PathBuf> {
    let folder = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = if cfg!(windows) { folder("LOCALAPPDATA") } else { folder("XDG_CACHE_HOME") };
    let home =
        || folder("HOME").map(|home| home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }));
    let cache = cache.or_else(home).context("neither HOME nor a folder for caches is set")?;
    Ok(cache.join("trellis/tools"))
}

/// Says what will be done and how long that takes.
fn say(what: &str) {
    println!("{what}");
}

/// The version a program reports: the last part of its first line that begins with a digit.
fn version_of(program: &Path) -> Option<String> {
    let text = command::output(Command::new(program).arg("--version")).ok()?;
    let mut words = text.lines().next()?.split_whitespace();
    words.find(|word| word.starts_with(|first: char| first.is_ascii_digit())).map(str::to_owned)
}
