//! Just enough HTML for our own pages: finding tags with their attributes, and dropping comments.

use std::ops::Range;

use anyhow::{Context, Result};

/// One start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Where it stands, from `<` to just after `>`.
    pub range: Range<usize>,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; empty if it has none.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }
}

/// The addresses that the start script is given: the glue of the program, and its WebAssembly.
pub fn program(page: &str) -> Result<(&str, &str)> {
    let scripts = tags(page, "script");
    let given = scripts.iter().find_map(|script| Some((script.get("data-js")?, script.get("data-wasm")?)));
    given.context("index.html has no script with `data-js` and `data-wasm`; see Trunk.toml")
}

/// All start tags of one name, in order.
pub fn tags<'a>(html: &'a str, name: &str) -> Vec<Tag<'a>> {
    let open = format!("<{name}");
    let mut found = Vec::new();
    for (start, _) in html.match_indices(&open) {
        let after = &html[start + open.len()..];
        if !after.starts_with(|next: char| next.is_ascii_whitespace() || next == '>' || next == '/') {
            continue;
        }
        let (attributes, rest) = attributes(after);
        found.push(Tag { range: start..html.len() - rest.len(), attributes });
    }
    found
}

/// Reads attributes up to and with `>`; returns them and the rest.
fn attributes(mut text: &str) -> (Vec<(&str, &str)>, &str) {
    let mut found = Vec::new();
    loop {
        text = text.trim_start_matches(|next: char| next.is_ascii_whitespace() || next == '/');
        if text.is_empty() {
            return (found, text);
        }
        if let Some(rest) = text.strip_prefix('>') {
            return (found, rest);
        }
        let end = text.find(|next: char| next.is_ascii_whitespace() || "=>/".contains(next)).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        let Some(value) = rest.strip_prefix('=') else {
            found.push((name, ""));
            text = rest;
            continue;
        };
        let (value, rest) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value
                .split_at(value.find(|next: char| next.is_ascii_whitespace() || next == '>').unwrap_or(value.len())),
        };
        found.push((name, value));
        text = rest;
    }
}

/// The page without its comments.
pub fn without_comments(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::{tags, without_comments};

    #[test]
    fn tags_are_found_with_their_attributes() {
        let html = r#"<linked><link rel="stylesheet" href='/a>b.css' media=print hidden/><a href="tel:988">"#;
        let links = tags(html, "link");
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].get("href"), Some("/a>b.css"));
        assert_eq!(links[0].get("media"), Some("print"));
        assert_eq!(links[0].get("hidden"), Some(""));
        assert_eq!(&html[links[0].range.clone()], r#"<link rel="stylesheet" href='/a>b.css' media=print hidden/>"#);
        assert_eq!(tags(html, "a")[0].get("href"), Some("tel:988"));
    }

    #[test]
    fn comments_go() {
        assert_eq!(without_comments("a<!-- b -->c<!--d--> e"), "ac e");
    }
}
