//! Trunk, wasm-bindgen, wasm-opt and esbuild, each in the one version that fits.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{cache, node, say, version_of};
use crate::command;

/// The newest that compiles with the oldest compiler we allow.
const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132";
const ESBUILD: &str = "0.28.2";

/// The folder with Trunk.
pub fn trunk() -> Result<PathBuf> {
    let options: &[&[&str]] = &[&["--locked", "--no-default-features", "--features", "rustls"]];
    // It copies files and calls others: building it quickly matters more than its speed.
    cargo_tool("trunk", "trunk", TRUNK, options, "0", "3 to 4 minutes")
}

/// The folder with wasm-bindgen and its test runner, equal to the library in `Cargo.lock` to the digit.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let lock = fs::read_to_string("Cargo.lock").context("Cargo.lock is missing; run `cargo metadata` once")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    // Its own lock may name packages that the registry at hand does not have.
    cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &version, &[&["--locked"], &[]], "1", "3 to 5 minutes")
}

/// The folder with wasm-opt.
pub fn wasm_opt() -> Result<PathBuf> {
    npm_tool("binaryen", "wasm-opt", BINARYEN)
}

/// The folder with esbuild, which makes scripts small.
pub fn esbuild() -> Result<PathBuf> {
    npm_tool("esbuild", "esbuild", ESBUILD)
}

/// The folder with a program that npm installs, found on `PATH` or among our tools, or installed there.
fn npm_tool(package: &str, program: &str, version: &str) -> Result<PathBuf> {
    let fits = |program: &Path| version_of(program).as_deref() == Some(version);
    if let Some(found) = command::find(program).filter(|found| fits(found)) {
        return folder_of(&found);
    }
    let root = cache()?.join("npm");
    let folder = root.join("node_modules").join(".bin");
    if command::find_in(program, folder.as_os_str()).is_none_or(|found| !fits(&found)) {
        let mut npm = node::npm()?;
        say(&format!("Installing {program} {version} with npm (about 20 seconds, once)."));
        fs::create_dir_all(&root)?;
        if !root.join("package.json").exists() {
            fs::write(root.join("package.json"), "{\"private\":true}\n")?;
        }
        let package = format!("{package}@{version}");
        command::quietly(program, npm.current_dir(&root).args(["install", "--no-audit", "--no-fund", &package]))?;
    }
    Ok(folder)
}

/// The folder with a program that Cargo installs, found on `PATH` or among our tools, or installed there.
fn cargo_tool(
    package: &str,
    program: &str,
    version: &str,
    attempts: &[&[&str]],
    optimisation: &str,
    time: &str,
) -> Result<PathBuf> {
    let fits = |program: &Path| version_of(program).as_deref() == Some(version);
    if let Some(found) = command::find(program).filter(|found| fits(found)) {
        return folder_of(&found);
    }
    let root = cache()?.join(format!("{program}-{version}"));
    let folder = root.join("bin");
    if command::find_in(program, folder.as_os_str()).is_some_and(|found| fits(&found)) {
        return Ok(folder);
    }
    say(&format!("Installing {package} {version} with cargo ({time}, once)."));
    let mut tried = Ok(());
    for options in attempts {
        let mut cargo = Command::new("cargo");
        cargo
            .env_remove("CARGO_TARGET_DIR")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimisation)
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            .args(["install", package, "--version", version, "--force", "--root"])
            .arg(&root)
            .args(*options);
        tried = command::quietly(package, &mut cargo);
        if tried.is_ok() {
            return Ok(folder);
        }
    }
    tried.with_context(|| format!("cannot install {package} {version}; put it on PATH"))?;
    bail!("there is no way to install {package}")
}

fn folder_of(program: &Path) -> Result<PathBuf> {
    program.parent().map(Path::to_owned).context("a program without a folder")
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    Some(after.split_once('"')?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_lock_names_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
