//! The rules of ARCHITECTURE.md, as tests. Each failure says where, and what to do.
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "our files are named in small letters")]

#[path = "../common/mod.rs"]
mod common;
mod crates;
mod docs;
mod files;
mod headers;
mod layers;
mod markup;
mod paths;
mod styles;

pub use common::{Source, none_of, root, sources};
