//! Says how many bytes of a WebAssembly file each crate is to blame for, from the names of its functions.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// Bytes by crate, the largest first. The modules of `own` are told apart.
pub fn weigh(wasm: &[u8], own: &str) -> Result<Vec<(String, u64)>> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), HashMap::new());
    let mut weights: BTreeMap<String, u64> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(length(&body.range())),
            Payload::DataSection(data) => {
                weights.insert("(data)".to_owned(), length(&data.range()));
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(functions) = subsection? {
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, size) in (imported..).zip(sizes) {
        let name = names.get(&index).copied().unwrap_or_default();
        *weights.entry(blame(name, own)).or_default() += size;
    }
    let mut weights: Vec<_> = weights.into_iter().collect();
    weights.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    Ok(weights)
}

const fn length(range: &Range<u64>) -> u64 {
    range.end - range.start
}

/// The crate in the name of a function, with the module where the crate is our own.
fn blame(name: &str, own: &str) -> String {
    let name = without_hashes(&format!("{:#}", rustc_demangle::demangle(name)));
    // `<&mut alloc::vec::Vec<T> as core::fmt::Write>::write_str`: the type says more than the trait, unless it is `T`.
    let parts = name.split(" as ").map(path_at_start).find(|parts| parts.len() > 1).unwrap_or_default();
    match parts.as_slice() {
        [krate, ..] if *krate != own => (*krate).to_owned(),
        [_, group @ ("pages" | "components" | "platform" | "state" | "words"), module, _, ..] => {
            format!("{own}::{group}::{module}")
        }
        [_, module, _, ..] => format!("{own}::{module}"),
        [_, ..] => own.to_owned(),
        [] => "(exports and glue)".to_owned(),
    }
}

/// The name without what tells two versions of a crate apart: `core[0123456789abcdef]::fmt`.
fn without_hashes(name: &str) -> String {
    name.split('[').fold(String::new(), |short, part| match part.split_once(']') {
        Some((hash, rest)) if hash.len() > 8 && hash.chars().all(|next| next.is_ascii_hexdigit()) => short + rest,
        _ => short + part,
    })
}

/// The parts of the path that a text begins with, after any marks of a reference or a tuple.
fn path_at_start(text: &str) -> Vec<&str> {
    let text = text.trim_start_matches(['<', '&', '(', '[', '*', '_', ' ']);
    let text = ["mut ", "const ", "dyn "].iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
    let end = text.find(|next: char| !(next.is_alphanumeric() || next == '_' || next == ':')).unwrap_or(text.len());
    text[..end].split("::").filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{blame, weigh};

    #[test]
    fn names_lead_to_crates() {
        for (name, owner) in [
            ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core"),
            ("<alloc::vec::Vec<T> as core::fmt::Write>::write_str", "alloc"),
            ("<&mut dyn leptos::View as leptos::Render>::build", "leptos"),
            ("app::pages::today::TodayPage", "app::pages::today"),
            ("<app::state::shelf::Shelf<T>>::commit", "app::state::shelf"),
            ("app::route::parse", "app::route"),
            ("<T as core::convert::Into<U>>::into", "core"),
            ("<dlmalloc[0123456789abcdef]::Dlmalloc>::free", "dlmalloc"),
            ("main", "(exports and glue)"),
            ("", "(exports and glue)"),
        ] {
            assert_eq!(blame(name, "app"), owner, "{name}");
        }
    }

    #[test]
    fn bodies_are_weighed() {
        // One function `core::a` of four bytes: no locals, `i32.const 1`, `drop`, `end`… spelt byte by byte.
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x07\x01\x05\0\x41\x01\x1a\x0b\
            \0\x11\x04name\x01\x0a\x01\0\x07core::a";
        assert_eq!(weigh(wasm, "app").unwrap(), [("core".to_owned(), 5)]);
    }
}
