//! Crates that are too heavy for the first load are no direct dependency of what is in it.
//!
//! Leptos itself names some of them; what of them reaches the browser is weighed by `cargo xtask sizes`.

use crate::{none_of, sources};

const HEAVY: [&str; 5] = ["serde_json", "regex", "leptos_router", "leptos_meta", "gloo"];
/// The crates of the first load.
const FIRST_LOAD: [&str; 4] =
    ["Cargo.toml", "crates/domain/Cargo.toml", "crates/storage/Cargo.toml", "crates/vault/Cargo.toml"];

#[test]
fn the_first_load_has_no_heavy_crates() {
    let mut faults = Vec::new();
    for file in sources(&FIRST_LOAD, &[".toml"]) {
        let mut counts = false;
        for (number, line) in file.lines() {
            if let Some(table) = line.strip_prefix('[') {
                let table = table.trim_end_matches(']');
                counts = table == "dependencies" || table.ends_with(".dependencies") && !table.starts_with("workspace");
                if let Some(name) = table.strip_prefix("dependencies.").filter(|name| is_heavy(name)) {
                    faults.push(format!("{}:{number}: `{name}` is too heavy for the first load", file.path));
                }
                continue;
            }
            let name = line.split(['=', '.', ' ']).next().unwrap_or_default();
            if counts && is_heavy(name) {
                faults.push(format!("{}:{number}: `{name}` is too heavy for the first load", file.path));
            }
        }
    }
    none_of(&faults);
}

fn is_heavy(name: &str) -> bool {
    HEAVY.iter().any(|heavy| name.strip_prefix(heavy).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}
