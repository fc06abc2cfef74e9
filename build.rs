//! Turns `locales/` into typed keys, and fails the build when the languages disagree. Asks the linker for what splitting needs.

use std::{env, fs, path::Path, process};

fn main() {
    println!("cargo::rerun-if-changed=locales");
    // What `cargo xtask build` splits the program by (xtask/src/program.rs).
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() && env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|it| it == "wasm")
    {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let catalogue = catalogue::Catalogue::read(Path::new("locales")).unwrap_or_else(|faults| {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    });
    let out = env::var("OUT_DIR").unwrap_or_default();
    let write = |name: &str, text: String| {
        if let Err(error) = fs::write(Path::new(&out).join(name), text) {
            println!("cargo::error={error}");
        }
    };
    write("keys.rs", catalogue.keys());
    for language in catalogue::LANGUAGES {
        for part in catalogue::Part::ALL {
            write(&format!("{}{language}.txt", part.prefix()), catalogue.packed(language, part));
        }
    }
}
