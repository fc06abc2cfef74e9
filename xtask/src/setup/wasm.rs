//! The standard library for WebAssembly: rustup's, or one built with Debian's compiler where rustup cannot download.

use std::{fs, process::Command};

use anyhow::{Context, Result, bail};

use super::{debian, say};
use crate::command;

/// What rustup knows Debian's compiler as.
pub const LINKED: &str = "trellis-wasm";
const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure there is a standard library. Says which toolchain has it, if it is not the usual one.
pub fn standard_library() -> Result<Option<&'static str>> {
    let toolchain = find_or_get()?;
    forget_work_with_another(toolchain)?;
    Ok(toolchain)
}

fn find_or_get() -> Result<Option<&'static str>> {
    if compiles(None)? {
        return Ok(None);
    }
    let rustup = command::find("rustup");
    if rustup.is_some() && debian::library_is_current() && compiles(Some(LINKED))? {
        return Ok(Some(LINKED));
    }
    if let Some(rustup) = &rustup {
        say("Adding the standard library for WebAssembly with rustup (about half a minute).");
        let added = command::quietly("rustup", Command::new(rustup).args(["target", "add", TARGET]));
        if added.is_ok() && compiles(None)? {
            return Ok(None);
        }
    }
    if debian::is_here() {
        debian::standard_library(rustup.as_deref()).context(MISSING)?;
        let toolchain = rustup.map(|_| LINKED);
        if compiles(toolchain)? {
            return Ok(toolchain);
        }
    }
    bail!(MISSING)
}

const MISSING: &str = "\
There is no standard library for WebAssembly.
Install Rust with rustup, see that it can download, and run `rustup target add wasm32-unknown-unknown`.
On Debian 12 without downloads this command builds one by itself when it runs as root";

/// Makes sure that a toolchain has Clippy, and the usual one also rustfmt.
pub fn lints(toolchain: Option<&str>) -> Result<()> {
    let has = |tool: &str| {
        let mut command = Command::new("cargo");
        use_toolchain(&mut command, toolchain);
        command::output(command.args([tool, "--version"])).is_ok()
    };
    if has("clippy") && (toolchain.is_some() || has("fmt")) {
        return Ok(());
    }
    if toolchain.is_some() {
        return debian::install(&["rust-web-clippy"], "half a minute");
    }
    let rustup = command::find("rustup").context("cargo clippy or cargo fmt is missing; install both")?;
    say("Adding Clippy and rustfmt with rustup (about half a minute).");
    command::quietly("rustup", Command::new(rustup).args(["component", "add", "clippy", "rustfmt"]))
}

/// Has a command use that toolchain instead of the one this tool was started with.
pub fn use_toolchain(command: &mut Command, toolchain: Option<&str>) {
    if let Some(toolchain) = toolchain {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
        // Cargo names its own programs to what it starts; they belong to the other toolchain.
        for variable in ["CARGO", "RUSTC", "RUSTDOC", "LD_LIBRARY_PATH"] {
            command.env_remove(variable);
        }
    }
}

/// Cargo does not see that a standard library was replaced by another of the same compiler: what was compiled with the
/// old one must go.
fn forget_work_with_another(toolchain: Option<&str>) -> Result<()> {
    let mut rustc = Command::new("rustc");
    use_toolchain(&mut rustc, toolchain);
    let folder = command::output(rustc.args(["--print", "target-libdir", "--target", TARGET]))?;
    let mut libraries = Vec::new();
    for entry in fs::read_dir(folder.trim())? {
        let entry = entry?;
        libraries.push(format!("{} {:?}\n", entry.file_name().display(), entry.metadata()?.modified()?));
    }
    libraries.sort();
    let (now, target) = (libraries.concat(), super::wasm_target_folder());
    let stamp = target.join(".standard-library");
    match fs::read_to_string(&stamp) {
        Ok(then) if then == now => return Ok(()),
        Ok(_) => {
            say("The standard library is another than before: starting over.");
            fs::remove_dir_all(&target)?;
        }
        Err(_) => {}
    }
    fs::create_dir_all(&target)?;
    Ok(fs::write(stamp, now)?)
}

/// Whether a small library compiles and links, which takes compiler, standard library and linker.
fn compiles(toolchain: Option<&str>) -> Result<bool> {
    let folder = std::path::Path::new("target/probe");
    fs::create_dir_all(folder)?;
    fs::write(
        folder.join("probe.rs"),
        "#[unsafe(no_mangle)]\npub extern \"C\" fn probe() -> usize {\n    Vec::<u8>::new().len()\n}\n",
    )?;
    let mut rustc = Command::new("rustc");
    use_toolchain(&mut rustc, toolchain);
    let arguments = ["--edition=2024", "--crate-type=cdylib", "--target", TARGET, "-o", "probe.wasm", "probe.rs"];
    Ok(rustc.current_dir(folder).args(arguments).output().context("cannot start rustc")?.status.success())
}
