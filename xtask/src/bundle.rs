//! The release build: content, then Trunk, then what Trunk cannot do.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Result, anyhow, bail};

use crate::{
    command,
    content::{self, Version, choices},
    desk, digest, fingerprint, html, precache, program, serve,
    setup::BuildTools,
    squeeze::Encoding,
    styles,
};

/// Where the built site lies.
pub const DIST: &str = "dist";
/// Tells which inputs `dist/` was made of.
const STAMP: &str = "dist/.stamp";

/// Whether `dist/` was made of the files as they are now.
pub fn is_fresh() -> bool {
    fs::read_to_string(STAMP).is_ok_and(|stamp| fingerprint::of_inputs().is_ok_and(|now| stamp == now))
}

/// Builds the site unless nothing changed.
pub fn ensure(tools: &BuildTools) -> Result<()> {
    if is_fresh() {
        println!("dist/ is up to date.");
        return Ok(());
    }
    println!("Building the release (3 to 6 minutes the first time, then 1 to 2).");
    let stamp = fingerprint::of_inputs()?;
    if Path::new(STAMP).exists() {
        fs::remove_file(STAMP)?;
    }
    let version = content::compile(Version::Digest)?;
    command::run(tools.release(tools.trunk()?).args(["build", "--release", "--features=split"]))?;
    // Each keeps one core busy most of the time.
    thread::scope(|scope| {
        let desk = scope.spawn(|| desk::build(tools, Path::new(DIST)));
        let app = program::split(tools, Path::new(DIST));
        let desk = desk.join().unwrap_or_else(|_| Err(anyhow!("building the desk stopped halfway")));
        app.and(desk)
    })?;
    finish(Path::new(DIST), &version, &|script| minify(tools, script))?;
    fs::write(STAMP, stamp)?;
    println!("The site is in dist/.");
    Ok(())
}

/// Makes a script smaller without changing what it does.
fn minify(tools: &BuildTools, script: &Path) -> Result<()> {
    let mut esbuild = tools.command("esbuild")?;
    esbuild.arg(script).arg(format!("--outfile={}", script.display()));
    command::run(esbuild.args(["--allow-overwrite", "--minify", "--legal-comments=none", "--log-level=warning"]))
}

/// What follows Trunk: small scripts, two style sheets, the version of the content, integrity, the service worker's
/// list.
fn finish(dist: &Path, version: &str, minify: &dyn Fn(&Path) -> Result<()>) -> Result<()> {
    let path = dist.join("index.html");
    let page = fs::read_to_string(&path)?;
    let page = html::without_comments(&page);
    let page = minify_scripts(dist, &page, minify)?;
    let page = styles::join(dist, &page)?;
    let page = replace_once(&page, "data-content=\"dev\"", &format!("data-content=\"{version}\""))?;
    let page = name_program(dist, &page)?;
    let page = desk::name(dist, &page)?;
    let page: String =
        page.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect();
    fs::write(&path, &page)?;
    // Static hosts answer an unknown address with this page; the app reads the address itself.
    fs::write(dist.join("404.html"), &page)?;
    choices::dress(dist, &page)?;
    choices::stamp(dist, version)?;
    precache::write(dist)?;
    squeeze_all(dist)
}

/// Makes the scripts smaller and mends the `integrity` that Trunk gave them.
fn minify_scripts(dist: &Path, page: &str, minify: &dyn Fn(&Path) -> Result<()>) -> Result<String> {
    let mut page = page.to_owned();
    for entry in walkdir::WalkDir::new(dist) {
        let entry = entry?;
        // The service worker still has its blanks to fill in.
        if entry.path().extension().is_some_and(|ending| ending == "js") && entry.file_name() != "sw.js" {
            let before = digest::integrity(&fs::read(entry.path())?);
            minify(entry.path())?;
            page = page.replace(&before, &digest::integrity(&fs::read(entry.path())?));
        }
    }
    Ok(page)
}

fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replace(from, to)),
        times => bail!("index.html must contain `{from}` once; it does {times} times"),
    }
}

/// Names the program by what is in it (Trunk's digest is of what was there before optimising), so that it can be kept
/// for ever, and tells the start script, which fetches the WebAssembly itself, the digest to insist on.
fn name_program(dist: &Path, page: &str) -> Result<String> {
    let (js, wasm) = html::program(page)?;
    let integrity = digest::integrity(&fs::read(file_of(dist, wasm)?)?);
    // On a preload of WebAssembly browsers ignore it, and say so in the console.
    let mut named = page.replace(&format!(" integrity=\"{integrity}\""), "");
    for (address, ending) in [(js, ".js"), (wasm, "_bg.wasm")] {
        let path = file_of(dist, address)?;
        let name = format!("/trellis-{}{ending}", digest::short(&fs::read(&path)?, 16));
        fs::rename(&path, file_of(dist, &name)?)?;
        named = named.replace(&format!("\"{address}\""), &format!("\"{name}\""));
    }
    Ok(named.replacen(" data-wasm=", &format!(" data-integrity=\"{integrity}\" data-wasm="), 1))
}

/// Lays compressed forms beside the files, for servers that send those.
fn squeeze_all(dist: &Path) -> Result<()> {
    for entry in walkdir::WalkDir::new(dist) {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type().is_file() && serve::is_text_like(path) {
            for (encoding, ending) in [(Encoding::Brotli, "br"), (Encoding::Gzip, "gz")] {
                let name = format!("{}.{ending}", path.display());
                fs::write(name, encoding.squeeze(&fs::read(path)?)?)?;
            }
        }
    }
    Ok(())
}

/// The file in `dist/` behind an address of our own.
pub fn file_of(dist: &Path, address: &str) -> Result<PathBuf> {
    match address.strip_prefix('/') {
        Some(path) if !path.starts_with('/') => Ok(dist.join(path)),
        _ => bail!("`{address}` in index.html is not an address of this site"),
    }
}

#[cfg(test)]
mod tests {
    use std::{
        env, fs,
        path::{Path, PathBuf},
    };

    use super::finish;
    use crate::{digest, html};

    fn site(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let dist = env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dist);
        fs::create_dir_all(&dist).unwrap();
        for (path, text) in files {
            fs::write(dist.join(path), text).unwrap();
        }
        dist
    }

    #[test]
    fn a_build_is_finished() {
        let page = "<html data-content=\"dev\">\n  <!-- x -->\n  <link rel=\"stylesheet\" href=\"/a-1.css\" integrity=\"z\"/>\n\
            <link rel=\"icon\" href=\"/i.svg\"><link rel=\"stylesheet\" href=\"/b-2.css\" media=\"print\"/>\n\
            <link rel=\"stylesheet\" href=\"/c-3.css\" data-later=\"\"/>\n\
            <script type=\"module\" src=\"/start.js\" data-js=\"/t.js\" data-wasm=\"/t.wasm\"></script>\n\
            <link rel=\"preload\" href=\"/t.wasm\" integrity=\"WASM\">"
            .replace("WASM", &digest::integrity(b"\0asm"));
        let dist = site(
            "finish",
            &[
                ("index.html", &page),
                ("a-1.css", "a { b: c }\n"),
                ("b-2.css", "d { e: f }\n"),
                ("c-3.css", "g { h: i }\n"),
                ("t.js", "t"),
                ("t.wasm", "\0asm"),
                ("sw.js", "/*PRECACHE*/[]; /*VERSION*/\"\""),
                ("desk.js", "from '/*GLUE*/' '/*WASM*/' '/*INTEGRITY*/'"),
                ("desk-program.js", "d"),
                ("desk-program_bg.wasm", "\0desk"),
            ],
        );
        let shout = |script: &Path| Ok(fs::write(script, fs::read_to_string(script)?.to_uppercase())?);
        finish(&dist, "12345678", &shout).unwrap();
        let page = fs::read_to_string(dist.join("index.html")).unwrap();
        let links = html::tags(&page, "link");
        assert_eq!(links.len(), 3);
        assert_eq!(links[2].get("integrity"), None);
        let style = fs::read_to_string(dist.join(&links[0].get("href").unwrap()[1..])).unwrap();
        assert_eq!(style, "a{b:c}@media print{d{e:f}}");
        assert_eq!(links[0].get("integrity"), Some(&*digest::integrity(style.as_bytes())));
        let script = &html::tags(&page, "script")[0];
        assert_eq!(script.get("data-integrity"), Some(&*digest::integrity(b"\0asm")));
        assert_eq!(script.get("data-wasm"), links[2].get("href"));
        assert_eq!(script.get("data-js"), Some(&*format!("/trellis-{}.js", digest::short(b"T", 16))));
        let later = script.get("data-style").unwrap();
        assert!(later.starts_with("/app-later-"));
        assert_eq!(fs::read_to_string(dist.join(&later[1..])).unwrap(), "g{h:i}");
        assert_eq!(script.get("data-style-integrity"), Some(&*digest::integrity(b"g{h:i}")));
        assert!(page.starts_with("<html data-content=\"12345678\">\n<link"));
        assert!(!dist.join("a-1.css").exists() && !dist.join("c-3.css").exists());
        assert_eq!(fs::read_to_string(dist.join("404.html")).unwrap(), page);
        let worker = fs::read_to_string(dist.join("sw.js")).unwrap();
        assert!(worker.starts_with("[[\"/\","), "{worker}");
        assert!(worker.contains("_bg.wasm") && !worker.contains("404"));
        let desk = script.get("data-desk").unwrap();
        let [glue, wasm] = [(&b"D"[..], "program.js"), (b"\0desk", "bg.wasm")]
            .map(|(bytes, part)| format!("/trellis-desk-{}_{part}", digest::short(bytes, 16)));
        let worker_text = fs::read_to_string(dist.join(&desk[1..])).unwrap();
        assert_eq!(worker_text, format!("FROM '{glue}' '{wasm}' '{}'", digest::integrity(b"\0desk")));
        for address in [desk, glue.as_str(), wasm.as_str()] {
            assert!(address.starts_with("/trellis-desk-") && dist.join(&address[1..]).exists(), "{address}");
            assert!(worker.contains(&format!("[\"{address}\",")), "kept on the device: {address}");
        }
        fs::remove_dir_all(dist).unwrap();
    }
}
