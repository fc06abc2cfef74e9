//! The documents speak of what is there.

use std::collections::BTreeSet;

use crate::{none_of, root, sources};

const ENDINGS: [&str; 10] = [".rs", ".md", ".toml", ".html", ".css", ".js", ".json", ".tsv", ".txt", ".svg"];

#[test]
fn documents_name_only_paths_that_exist() {
    let all = sources(&["."], &[""]);
    let names: BTreeSet<&str> = all.iter().filter_map(|file| file.path.rsplit('/').next()).collect();
    let mut faults = Vec::new();
    for file in sources(&["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"], &[".md"]) {
        let mut fenced = false;
        for (number, line) in file.lines() {
            fenced ^= line.trim_start().starts_with("```");
            if fenced {
                continue;
            }
            for name in line.split('`').skip(1).step_by(2).filter(|name| is_path(name)) {
                let there = if name.contains('/') { root().join(name).exists() } else { names.contains(name) };
                if !there {
                    faults.push(format!("{}:{number}: `{name}` does not exist", file.path));
                }
            }
        }
    }
    none_of(&faults);
}

/// Whether words in backquotes are a path of the project, and not an address, a type or a command.
fn is_path(name: &str) -> bool {
    let plain = name.chars().all(|next| next.is_ascii_alphanumeric() || "._-/".contains(next));
    let first = name.split('/').next().unwrap_or_default();
    let ends = ENDINGS.iter().any(|ending| name.ends_with(ending) && name.len() > ending.len());
    let made = ["dist", "target"].contains(&first);
    plain && !name.starts_with('/') && !made && (ends || name.contains('/') && root().join(first).exists())
}

#[test]
fn decisions_say_when_to_look_again() {
    let mut faults = Vec::new();
    for file in sources(&["docs/decisions"], &[".md"]) {
        let last = file.lines().filter(|(_, line)| line.starts_with('#')).last();
        let (number, heading) = last.unwrap_or((1, ""));
        let said = file.text.lines().skip(number).any(|line| !line.trim().is_empty());
        if !heading.to_lowercase().contains("revisit when") || !said {
            faults.push(format!("{}:{number}: end with a section `## Revisit when`", file.path));
        }
    }
    none_of(&faults);
}

#[test]
fn paths_are_told_from_other_words() {
    assert!(is_path("xtask/src/main.rs") && is_path("route.rs") && is_path("xtask/"));
    for word in ["/goals", "text/html", "cargo xtask", "Shelf::commit", "dist/", ".rs", "{en,es}.json"] {
        assert!(!is_path(word), "{word}");
    }
}
