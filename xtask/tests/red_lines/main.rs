//! The red lines, as tests: every lesson, tool, message and screen is read in both languages. Each failure says where,
//! the words, the red line with its facts, and what to do.
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "our files are named in small letters")]

mod advice;
#[path = "../common/mod.rs"]
mod common;
mod facts;
mod help;
#[path = "../../src/content/hurtful.rs"]
mod hurtful;
mod hurting;
mod keys;
mod numbers;
#[path = "../../src/pattern.rs"]
mod pattern;
mod plans;
mod quoted;
mod rule;
mod screens;
mod texts;
mod warnings;

pub use common::{Source, none_of, root, sources};
