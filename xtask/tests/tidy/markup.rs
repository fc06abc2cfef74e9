//! Nothing that the content security policy forbids, and no HTML from text.

use crate::{none_of, sources};

#[test]
fn markup_keeps_to_the_policy() {
    let everywhere = [
        (" style=", "use a class; inline styles are forbidden by the policy"),
        ("<style", "put it in style/; inline styles are forbidden by the policy"),
        ("inner_html", "build it with the macro; text never becomes HTML"),
        ("innerHTML", "use `textContent` or build elements; text never becomes HTML"),
        ("insertAdjacentHTML", "build elements; text never becomes HTML"),
        ("href=\"javascript:", "use a handler; the policy forbids it"),
    ];
    let mut faults = Vec::new();
    for file in sources(&["index.html", "content", "public", "src"], &[".rs", ".html", ".js"]) {
        for (number, line) in file.lines() {
            for (what, instead) in everywhere.iter().filter(|(what, _)| line.contains(what)) {
                faults.push(format!("{}:{number}: `{}`: {instead}", file.path, what.trim()));
            }
            if file.path.ends_with(".html") {
                if line.contains("<script") && !line.contains("src=") {
                    faults.push(format!("{}:{number}: an inline script: put it in public/", file.path));
                }
                if line.split(" on").skip(1).any(is_handler) {
                    faults.push(format!("{}:{number}: an inline handler: add it in a script", file.path));
                }
            }
        }
    }
    none_of(&faults);
}

/// `click="…` after ` on`.
fn is_handler(after: &str) -> bool {
    after
        .split_once("=\"")
        .is_some_and(|(event, _)| !event.is_empty() && event.chars().all(|next| next.is_ascii_lowercase()))
}

/// A browser shows nothing of a drawing that is not XML, where every attribute has a value.
#[test]
fn drawings_are_well_formed() {
    let mut faults = Vec::new();
    for file in sources(&["public"], &[".svg"]) {
        for tag in file.text.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            let outside = tag.split('"').step_by(2).flat_map(str::split_whitespace).skip(1);
            for bare in outside.filter(|word| !word.ends_with('=') && *word != "/") {
                faults.push(format!("{}: `{bare}`: give the attribute a value or drop it", file.path));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn pages_load_nothing_from_elsewhere() {
    let mut faults = Vec::new();
    for file in sources(&["index.html", "content", "public", "style"], &[".html", ".css", ".webmanifest"]) {
        for (number, line) in file.lines() {
            let loads = [
                "src=\"http",
                "src=\"//",
                "url(http",
                "url(\"http",
                "url(//",
                "@import",
                "rel=\"preconnect\"",
                "rel=\"dns-prefetch\"",
            ];
            if let Some(what) = loads.iter().find(|what| line.contains(**what)) {
                faults.push(format!("{}:{number}: `{what}`: everything comes from our own host", file.path));
            }
        }
    }
    none_of(&faults);
}
