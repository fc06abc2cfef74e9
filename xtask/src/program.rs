//! The program of the app in two files: what a first visit needs, and the pages that come a moment later.
//!
//! Trunk compiles it as one file. That file still has its relocations, so it is known what uses what: all that only the
//! split function of `src/later.rs` reaches is cut off. Then wasm-bindgen, wasm-opt and esbuild do their work on the parts.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::{
    bundle::file_of,
    command, digest, html,
    setup::{self, BuildTools},
};

/// How wasm-opt is told to make WebAssembly small, with what every browser of the last years knows.
const OPTIMISING: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// Where the parts lie before they are made small, with the names of their functions.
const FOLDER: &str = "target/site/program";
/// What the name of the later part ends with in the built site.
pub const LATER: &str = "_later.wasm";
/// How the loader that comes with the parts fetches the later one. Our build gives it another name, and insists on its
/// digest.
const FETCH: &str = "fetch(new URL(\"./split_later.wasm\", import.meta.url))";

/// The parts before they are made small: the first, the later.
pub fn parts() -> [PathBuf; 2] {
    ["trellis_bg.wasm", "split_later.wasm"].map(|name| Path::new(FOLDER).join(name))
}

/// Makes a WebAssembly file small. That takes minutes, so what became of a file is kept in `target/site/optimised`.
pub fn optimise(tools: &BuildTools, from: &Path, to: &Path, names: &[&str]) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("{}: build first", from.display()))?;
    let how = [&OPTIMISING, names].concat().concat();
    let kept = Path::new("target/site/optimised");
    fs::create_dir_all(kept)?;
    let kept = kept.join(format!("{}-{}.wasm", digest::short(&bytes, 32), digest::short(how.as_bytes(), 8)));
    if !kept.exists() {
        let part = kept.with_extension("part");
        let mut optimise = tools.command("wasm-opt")?;
        optimise.args(OPTIMISING).args(names).arg(from).arg("-o").arg(&part);
        command::run(&mut optimise)?;
        fs::rename(part, &kept)?;
    }
    fs::copy(kept, to)?;
    Ok(())
}

/// Puts the parts in the place of the one file that Trunk laid into the site, and mends the digests in the page.
pub fn split(tools: &BuildTools, dist: &Path) -> Result<()> {
    let folder = Path::new(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let compiled = setup::wasm_target_folder().join("wasm32-unknown-unknown/release/trellis.wasm");
    let whole = fs::read(&compiled).with_context(|| compiled.display().to_string())?;
    let first = folder.join("first.wasm");
    let loader = cut(&whole, folder, &first)?;
    let mut bind = tools.command("wasm-bindgen")?;
    // The later part needs the table of functions, which would go otherwise.
    bind.args(["--target=web", "--no-typescript", "--keep-lld-exports", "--out-name=trellis", "--out-dir"]);
    bind.arg(folder).arg(&first);
    command::run(&mut bind)?;

    let page = fs::read_to_string(dist.join("index.html"))?;
    let (js, wasm) = html::program(&page)?;
    let (js, wasm) = (file_of(dist, js)?, file_of(dist, wasm)?);
    let before = [digest::integrity(&fs::read(&js)?), digest::integrity(&fs::read(&wasm)?)];
    let [first, later] = parts();
    let small = folder.join("later.wasm");
    optimise(tools, &first, &wasm, &[])?;
    optimise(tools, &later, &small, &[])?;
    fs::write(&loader, fetching(&fs::read_to_string(&loader)?, &lay(dist, &small)?)?)?;
    let mut join = tools.command("esbuild")?;
    join.arg(folder.join("trellis.js")).arg(format!("--outfile={}", js.display()));
    command::run(join.args(["--bundle", "--format=esm", "--allow-overwrite", "--log-level=warning"]))?;
    let page = [(&before[0], &js), (&before[1], &wasm)].into_iter().try_fold(page, |page, (before, file)| {
        anyhow::Ok(page.replace(before, &digest::integrity(&fs::read(file)?)))
    })?;
    Ok(fs::write(dist.join("index.html"), page)?)
}

/// Cuts the program. Returns the script that fetches the later part.
fn cut(whole: &[u8], folder: &Path, first: &Path) -> Result<PathBuf> {
    let mut options = Options::new(whole);
    options.output_dir = folder;
    options.main_out_path = first;
    options.main_module = "./trellis.js";
    let loader = folder.join(options.link_name);
    let parts = transform(options).map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;
    let [_, later] = self::parts();
    if parts.split_modules != [later] {
        bail!("the program must have one later part; it has {:?}", parts.split_modules);
    }
    Ok(loader)
}

/// What is fetched later: its address and its digest.
struct Laid {
    address: String,
    integrity: String,
}

/// Lays the later part into the site under the name of what is in it.
fn lay(dist: &Path, later: &Path) -> Result<Laid> {
    let bytes = fs::read(later)?;
    let address = format!("/trellis-{}{LATER}", digest::short(&bytes, 16));
    fs::write(file_of(dist, &address)?, &bytes)?;
    Ok(Laid { address, integrity: digest::integrity(&bytes) })
}

/// The loader with our own address and digest. Whatever a person is waiting for goes first.
fn fetching(loader: &str, laid: &Laid) -> Result<String> {
    if loader.matches(FETCH).count() != 1 {
        bail!("the loader of the parts must contain `{FETCH}` once");
    }
    let fetch = format!("fetch(\"{}\", {{ integrity: \"{}\", priority: \"low\" }})", laid.address, laid.integrity);
    Ok(loader.replace(FETCH, &fetch))
}

#[cfg(test)]
mod tests {
    use super::{FETCH, Laid, fetching};

    #[test]
    fn the_loader_insists_on_the_part_that_was_built() {
        let laid = Laid { address: "/trellis-1_later.wasm".to_owned(), integrity: "sha384-x".to_owned() };
        let loader = fetching(&format!("() => {FETCH};"), &laid).unwrap();
        assert_eq!(loader, "() => fetch(\"/trellis-1_later.wasm\", { integrity: \"sha384-x\", priority: \"low\" });");
        assert!(fetching("() => fetch(it);", &laid).is_err());
    }
}
