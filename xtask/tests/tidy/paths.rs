//! Reads the paths (`crate::state::Shelf`) that a Rust file names, in `use` and elsewhere.

/// Each path with its line. Groups (`use a::{b, c::d}`) are taken apart; comments and strings are passed over.
pub fn paths_in(text: &str) -> Vec<(usize, String)> {
    let text = without_comments_and_strings(text);
    let mut found = Vec::new();
    let mut prefixes: Vec<String> = Vec::new();
    let mut current = String::new();
    let mut line = 1;
    let mut rest = text.as_str();
    while let Some(next) = rest.chars().next() {
        if next.is_alphanumeric() || next == '_' {
            let end = rest.find(|next: char| !(next.is_alphanumeric() || next == '_')).unwrap_or(rest.len());
            current.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        if let Some(after) = rest.strip_prefix("::") {
            current.push_str("::");
            rest = after;
            continue;
        }
        let prefix = prefixes.last().cloned().unwrap_or_default();
        match next {
            '{' if current.ends_with("::") => prefixes.push(prefix + &current),
            '{' if !prefixes.is_empty() => prefixes.push(prefix),
            _ => {
                if current.contains("::") || !(current.is_empty() || prefix.is_empty()) {
                    found.push((line, prefix + current.trim_end_matches("::")));
                }
                if next == '}' {
                    prefixes.pop();
                }
            }
        }
        current.clear();
        line += usize::from(next == '\n');
        rest = &rest[next.len_utf8()..];
    }
    found
}

/// The same text with comments and the insides of strings replaced by spaces; line ends stay.
fn without_comments_and_strings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if next == '"' {
            let mut escaped = false;
            let inside = rest.char_indices().skip(1).find(|(_, next)| {
                let ends = *next == '"' && !escaped;
                escaped = *next == '\\' && !escaped;
                ends
            });
            inside.map_or(rest.len(), |(end, _)| end + 1)
        } else if rest.starts_with("'\"'") {
            3
        } else {
            out.push(next);
            rest = &rest[next.len_utf8()..];
            continue;
        };
        out.extend(rest[..length].chars().map(|next| if next == '\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    out
}

#[test]
fn paths_are_found_in_groups_and_alone() {
    let text = "use crate::{state::{self, Shelf}, words};\n// use crate::no;\nfn f() {\n let _ = crate::platform::now(\"a::b\");\n}\nuse domain::Day;\n";
    let found = paths_in(text);
    let found: Vec<(usize, &str)> = found.iter().map(|(line, path)| (*line, path.as_str())).collect();
    assert_eq!(
        found,
        [
            (1, "crate::state::self"),
            (1, "crate::state::Shelf"),
            (1, "crate::words"),
            (4, "crate::platform::now"),
            (6, "domain::Day")
        ]
    );
}
