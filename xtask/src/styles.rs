//! The style sheets of the site: one for the first pages, and one that comes with the later part of the program.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{bundle::file_of, css, digest, html};

/// What the names begin with: what servers keep for ever begins with the first.
const FIRST: &str = "app-";
/// What the name of the later one begins with.
pub const LATER: &str = "app-later-";

/// Puts two style sheets in the place of all that are linked, in their order: one for those whose link has `data-later`,
/// and one for the others. The page links the first. Of the later one the start script is told the address and the
/// digest; `src/platform/style.rs` fetches it.
pub fn join(dist: &Path, page: &str) -> Result<String> {
    let links: Vec<_> =
        html::tags(page, "link").into_iter().filter(|link| link.get("rel") == Some("stylesheet")).collect();
    let (mut first, mut later) = (String::new(), String::new());
    for link in &links {
        let path = file_of(dist, link.get("href").unwrap_or_default())?;
        let sheet = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        if sheet.contains("@import") || sheet.contains("@charset") {
            bail!("{}: `@import` and `@charset` cannot be joined; link the style sheet in index.html", path.display());
        }
        let sheet = css::minify(&sheet);
        let into = if link.get("data-later").is_some() { &mut later } else { &mut first };
        match link.get("media") {
            Some(media) => into.push_str(&format!("@media {media}{{{sheet}}}")),
            None => into.push_str(&sheet),
        }
        fs::remove_file(&path)?;
    }
    let Some(place) = links.first() else { return Ok(page.to_owned()) };
    let mut joined = page.to_owned();
    let (name, integrity) = lay(dist, FIRST, &first)?;
    let one = format!("<link rel=\"stylesheet\" href=\"/{name}\" integrity=\"{integrity}\">");
    for link in links.iter().rev() {
        joined.replace_range(link.range.clone(), if link.range == place.range { &one } else { "" });
    }
    if later.is_empty() {
        return Ok(joined);
    }
    let (name, integrity) = lay(dist, LATER, &later)?;
    let told = format!(" data-style=\"/{name}\" data-style-integrity=\"{integrity}\" data-wasm=");
    Ok(joined.replacen(" data-wasm=", &told, 1))
}

fn lay(dist: &Path, name: &str, sheet: &str) -> Result<(String, String)> {
    let name = format!("{name}{}.css", digest::short(sheet.as_bytes(), 16));
    fs::write(dist.join(&name), sheet)?;
    Ok((name, digest::integrity(sheet.as_bytes())))
}
