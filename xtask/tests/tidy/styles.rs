//! Every class that is used is styled, and every class that is styled is used.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Source, none_of, sources};

/// Classes used for something else than looks, each with the reason.
const NOT_STYLED: [(&str, &str); 0] = [];
/// Classes whose names are put together at run time, each with the place.
const PUT_TOGETHER: [(&str, &str); 0] = [];

#[test]
fn every_class_used_is_styled() {
    let styled = styled();
    let mut faults = Vec::new();
    for file in sources(&["index.html", "content", "src"], &[".rs", ".html"]) {
        for (line, class) in classes_in(&file) {
            if !styled.contains_key(&class) && !NOT_STYLED.iter().any(|(name, _)| *name == class) {
                faults.push(format!("{}:{line}: class `{class}` is not in style/: style it or drop it", file.path));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn every_class_styled_is_used() {
    let mut used = BTreeSet::new();
    for file in sources(&["index.html", "content", "public", "src", "xtask/src"], &[".rs", ".html", ".js"]) {
        used.extend(words_in_strings(&file.text));
        used.extend(classes_in(&file).into_iter().map(|(_, class)| class));
    }
    let idle = styled()
        .into_iter()
        .filter(|(class, _)| !used.contains(class) && !PUT_TOGETHER.iter().any(|(name, _)| name == class));
    let faults: Vec<String> =
        idle.map(|(class, place)| format!("{place}: nothing has class `{class}`: remove its rules")).collect();
    none_of(&faults);
}

/// Every class with a rule, and where its first one is.
fn styled() -> BTreeMap<String, String> {
    let mut styled = BTreeMap::new();
    for file in sources(&["style"], &[".css"]) {
        for (number, line) in (1..).zip(without_comments(&file.text).lines()) {
            for after in line.split('.').skip(1) {
                let class: String =
                    after.chars().take_while(|next| next.is_alphanumeric() || "-_".contains(*next)).collect();
                if class.starts_with(|first: char| first.is_ascii_alphabetic()) {
                    styled.entry(class).or_insert(format!("{}:{number}", file.path));
                }
            }
        }
    }
    styled
}

/// The text with comments, strings and `url()` emptied; line ends stay.
fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let end = match next {
            '/' if rest.starts_with("/*") => rest.find("*/").map(|end| end + 2),
            '"' | '\'' => rest[1..].find(next).map(|end| end + 2),
            'u' if rest.starts_with("url(") => rest.find(')').map(|end| end + 1),
            _ => {
                out.push(next);
                rest = &rest[next.len_utf8()..];
                continue;
            }
        };
        let (gone, after) = rest.split_at(end.unwrap_or(rest.len()));
        out.extend(gone.matches('\n').map(|_| '\n'));
        rest = after;
    }
    out
}

/// The classes in `class="a b"` and `class:a=`, with their lines.
fn classes_in(file: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in file.lines() {
        let words =
            line.split(" class=\"").skip(1).filter_map(|after| after.split('"').next()).flat_map(str::split_whitespace);
        let toggled = line
            .split(" class:")
            .skip(1)
            .filter_map(|after| after.split('=').next())
            .map(|name| name.trim_matches('"'));
        let toggled = toggled.filter(|name| file.path.ends_with(".rs") && !name.contains(' '));
        found.extend(words.chain(toggled).map(|class| (number, class.to_owned())));
    }
    found
}

/// Every word in a string of either kind of quote.
fn words_in_strings(text: &str) -> BTreeSet<String> {
    let parts = text.split(['"', '\'', '`']);
    let words = parts.flat_map(|part| part.split(|next: char| !(next.is_alphanumeric() || "-_".contains(next))));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn classes_are_found() {
    let file = Source { path: "a.rs".to_owned(), text: "<p class=\"a b--c\" class:on=x>".to_owned() };
    assert_eq!(classes_in(&file), [(1, "a".to_owned()), (1, "b--c".to_owned()), (1, "on".to_owned())]);
    assert_eq!(without_comments("a/*\n.x*/.y{b:url(z.png) \".w\"}"), "a\n.y{b: }");
}
