//! What Debian's packages give: browsers, Node, and a compiler with the source of its standard library.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Once,
};

use anyhow::{Context, Result, bail};

use super::{cache, say, wasm};
use crate::command;

/// Where Debian's compiler looks for the standard library.
const RLIBS: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// How the standard library is built: small, since it is a good part of the first load.
const RECIPE: &str = "-Zbuild-std=std,panic_abort,test -Zbuild-std-features=optimize_for_size opt-level=z";
/// Says by which recipe and which compiler the libraries beside it were built.
const MADE: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib/.made";

/// Whether this is Debian or a child of it.
pub fn is_here() -> bool {
    cfg!(target_os = "linux") && command::find("apt-get").is_some()
}

/// Whether packages can be installed without asking anyone.
pub fn can_install() -> bool {
    is_here() && command::output(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}

static UPDATE: Once = Once::new();

/// Installs packages, or says how to.
pub fn install(packages: &[&str], time: &str) -> Result<()> {
    let list = packages.join(" ");
    if !can_install() {
        bail!("Run: sudo apt-get install --no-install-recommends {list}");
    }
    say(&format!("Installing {list} with apt-get ({time})."));
    // An old list may do: let the installation say what is missing.
    UPDATE.call_once(|| drop(command::quietly("apt-get-update", Command::new("apt-get").arg("update"))));
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "--no-install-recommends"]).args(packages);
    command::quietly("apt-get-install", &mut apt)
}

/// Whether the standard library is there, built by our recipe with the compiler that is there now.
pub fn library_is_current() -> bool {
    fs::read_to_string(MADE).is_ok_and(|made| made_now().is_ok_and(|now| made == now))
}

fn made_now() -> Result<String> {
    Ok(format!("{RECIPE}\n{}", command::output(Command::new("/usr/bin/rustc").arg("--version"))?))
}

/// Builds the standard library from the source that belongs to Debian's compiler, and gives it to rustup.
pub fn standard_library(rustup: Option<&Path>) -> Result<()> {
    install(&["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy"], "about a minute")?;
    let linker = fs::read_link("/usr/bin/rust-lld").context("rust-web-llvm brought no rust-lld")?;
    if let (false, Some(package)) = (Path::new("/usr/bin/rust-lld").exists(), linker.file_name()) {
        install(&[&package.to_string_lossy()], "a few seconds")?;
    }
    say("Building the standard library for WebAssembly from Debian's source (about 70 seconds, once).");
    let folder = cache()?.join("std");
    let rlibs = build(&folder)?;
    // Libraries of an earlier compiler would be in the way.
    let _ = fs::remove_dir_all(RLIBS);
    fs::create_dir_all(RLIBS)?;
    for rlib in rlibs {
        fs::copy(&rlib, Path::new(RLIBS).join(rlib.file_name().unwrap_or_default()))?;
    }
    fs::write(MADE, made_now()?)?;
    fs::remove_dir_all(folder)?;
    match rustup {
        Some(rustup) => command::run(Command::new(rustup).args(["toolchain", "link", wasm::LINKED, "/usr"])),
        None => Ok(()),
    }
}

/// Compiles an empty crate, for the sake of the libraries that come with it.
fn build(folder: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(folder.join("src"))?;
    let manifest =
        "[package]\nname = \"empty\"\nedition = \"2021\"\n[profile.release]\nopt-level = \"z\"\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), "#![no_std]\n")?;
    let mut cargo = Command::new("/usr/bin/cargo");
    wasm::use_toolchain(&mut cargo, Some("none"));
    cargo
        .current_dir(folder)
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        // Without it, optimising across crates finds no code to optimise.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", "target")
        .args(["build", "--release", "--target=wasm32-unknown-unknown"])
        .args(RECIPE.split(' ').filter(|option| option.starts_with("-Z")));
    command::quietly("standard-library", &mut cargo)?;
    let mut rlibs = Vec::new();
    for entry in fs::read_dir(folder.join("target/wasm32-unknown-unknown/release/deps"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.extension().is_some_and(|ending| ending == "rlib") && !name.starts_with("libempty-") {
            rlibs.push(path);
        }
    }
    Ok(rlibs)
}
