//! Writes the list of files that the service worker keeps, with a digest of each, into `sw.js`.

use std::{fs, path::Path};

use anyhow::{Result, bail};
use walkdir::WalkDir;

use crate::digest;

const LIST: &str = "/*PRECACHE*/[]";
const VERSION: &str = "/*VERSION*/\"\"";

/// Fills in `sw.js` in the built site. Nothing to do where there is none.
pub fn write(dist: &Path) -> Result<()> {
    let path = dist.join("sw.js");
    if path.exists() {
        let list = list(dist)?;
        fs::write(&path, fill_in(&fs::read_to_string(&path)?, &list)?)?;
    }
    Ok(())
}

/// Address and digest of every file to keep, in the order of the addresses.
fn list(dist: &Path) -> Result<Vec<(String, String)>> {
    let mut list = Vec::new();
    for entry in WalkDir::new(dist) {
        let entry = entry?;
        if let (true, Ok(path)) = (entry.file_type().is_file(), entry.path().strip_prefix(dist)) {
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            if let Some(address) = address(&parts.join("/")) {
                list.push((address, digest::base64url(&fs::read(entry.path())?)));
            }
        }
    }
    list.sort();
    Ok(list)
}

/// Where a file of the site is asked for, if it is to be kept. The page itself is `/`: some hosts redirect the other name.
fn address(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let compressed = [".br", ".gz"].iter().any(|ending| name.ends_with(ending));
    match path {
        "index.html" => Some("/".to_owned()),
        "sw.js" | "404.html" | "_headers" | "robots.txt" => None,
        _ if compressed || name.starts_with('.') => None,
        _ => Some(format!("/{path}")),
    }
}

fn fill_in(worker: &str, list: &[(String, String)]) -> Result<String> {
    if !worker.contains(LIST) || !worker.contains(VERSION) {
        bail!("public/sw.js must contain `{LIST}` and `{VERSION}`");
    }
    let json = serde_json::to_string(list)?;
    let version = serde_json::to_string(&digest::short(json.as_bytes(), 16))?;
    Ok(worker.replace(LIST, &json).replace(VERSION, &version))
}

#[cfg(test)]
mod tests {
    use super::{address, fill_in};

    #[test]
    fn the_worker_gets_list_and_version() {
        let worker = "const files = /*PRECACHE*/[], version = /*VERSION*/\"\";";
        let list = [("/".to_owned(), "a".to_owned()), ("/b.js".to_owned(), "c".to_owned())];
        assert_eq!(
            fill_in(worker, &list).unwrap(),
            "const files = [[\"/\",\"a\"],[\"/b.js\",\"c\"]], version = \"71a8dd580b92c05d\";"
        );
        assert!(fill_in("const files = [];", &list).is_err());
    }

    #[test]
    fn only_what_the_app_asks_for_is_kept() {
        assert_eq!(address("index.html").as_deref(), Some("/"));
        assert_eq!(address("content/1/en/words.txt").as_deref(), Some("/content/1/en/words.txt"));
        for path in ["sw.js", "404.html", "_headers", "a.js.br", ".stamp", "icons/.hidden", "robots.txt"] {
            assert_eq!(address(path), None, "{path}");
        }
    }
}
