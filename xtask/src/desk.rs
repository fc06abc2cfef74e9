//! Builds the desk, the second WebAssembly, which a worker loads when it is needed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    bundle::file_of,
    command, digest, program,
    setup::{self, BuildTools},
};

/// What its program is called until it is named by its digest.
const PROGRAM: [&str; 2] = ["desk-program.js", "desk-program_bg.wasm"];
/// The worker's own lines, from `public/`.
const WORKER: &str = "desk.js";
/// What its files begin with in the built site: what servers keep for ever begins with the first part.
pub const NAME: &str = "trellis-desk-";

/// Compiles the desk, binds it, makes it small, and lays it into the site.
pub fn build(tools: &BuildTools, dist: &Path) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let mut cargo = tools.release(tools.command("cargo")?);
    command::run(cargo.args(["build", "--release", "--package=desk", "--target", target]))?;
    let compiled = setup::wasm_target_folder().join(target).join("release/desk.wasm");
    let folder = PathBuf::from("target/site/desk");
    let mut bind = tools.command("wasm-bindgen")?;
    bind.args(["--target=web", "--no-typescript", "--out-name=desk-program", "--out-dir"]).arg(&folder).arg(&compiled);
    command::run(&mut bind)?;
    fs::copy(folder.join(PROGRAM[0]), dist.join(PROGRAM[0]))?;
    program::optimise(tools, &folder.join(PROGRAM[1]), &dist.join(PROGRAM[1]), &[])
}

/// Names the files of the desk by what is in them, and tells the worker of its program and the page of the worker.
pub fn name(dist: &Path, page: &str) -> Result<String> {
    let worker = dist.join(WORKER);
    if !dist.join(PROGRAM[1]).exists() {
        bail!("the desk was not built: {} is missing", PROGRAM[1]);
    }
    let mut text = fs::read_to_string(&worker).context(WORKER)?;
    let integrity = digest::integrity(&fs::read(dist.join(PROGRAM[1]))?);
    let fills = [
        ("/*GLUE*/", named(dist, PROGRAM[0], "program.js")?),
        ("/*WASM*/", named(dist, PROGRAM[1], "bg.wasm")?),
        ("/*INTEGRITY*/", integrity),
    ];
    for (blank, fill) in fills {
        if text.matches(blank).count() != 1 {
            bail!("public/{WORKER} must contain `{blank}` once");
        }
        text = text.replace(blank, &fill);
    }
    fs::write(&worker, text)?;
    let address = named(dist, WORKER, "worker.js")?;
    Ok(page.replacen(" data-wasm=", &format!(" data-desk=\"{address}\" data-wasm="), 1))
}

/// Gives a file its name for ever, and says its address.
fn named(dist: &Path, file: &str, part: &str) -> Result<String> {
    let address = format!("/{NAME}{}_{part}", digest::short(&fs::read(dist.join(file))?, 16));
    fs::rename(dist.join(file), file_of(dist, &address)?)?;
    Ok(address)
}
