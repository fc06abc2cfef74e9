//! The standard library of the release: built with it from source, for size, and without the texts of panics. A panic
//! then stops the program at once; the crash panel of `public/boot.js` comes as ever, for it listens to the browser.

use std::process::Command;

use super::{say, wasm};
use crate::command;

/// What tells Cargo to build it. Stable compilers know these options, but ask to be unlocked.
const OPTIONS: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"),
];

/// Whether it can be built: the compiler knows how, and its source is here or could be had.
pub fn is_possible(toolchain: Option<&str>) -> bool {
    knows_how(toolchain) && (has_source(toolchain) || (add_source(toolchain) && has_source(toolchain)))
}

/// Has a build of Cargo's build it too.
pub fn use_it(cargo: &mut Command) {
    cargo.envs(OPTIONS);
}

fn rustc(toolchain: Option<&str>, arguments: &[&str]) -> Option<String> {
    let mut rustc = Command::new("rustc");
    wasm::use_toolchain(&mut rustc, toolchain);
    command::output(rustc.env("RUSTC_BOOTSTRAP", "1").args(arguments)).ok()
}

fn knows_how(toolchain: Option<&str>) -> bool {
    rustc(toolchain, &["-Zunstable-options", "-Cpanic=immediate-abort", "--print=cfg"])
        .is_some_and(|cfg| cfg.contains("panic=\"immediate-abort\""))
}

fn has_source(toolchain: Option<&str>) -> bool {
    rustc(toolchain, &["--print=sysroot"]).is_some_and(|root| {
        std::path::Path::new(root.trim()).join("lib/rustlib/src/rust/library/std/Cargo.toml").exists()
    })
}

fn add_source(toolchain: Option<&str>) -> bool {
    let (None, Some(rustup)) = (toolchain, command::find("rustup")) else { return false };
    say("Adding the source of the standard library with rustup (a few seconds).");
    command::quietly("rustup", Command::new(rustup).args(["component", "add", "rust-src"])).is_ok()
}
