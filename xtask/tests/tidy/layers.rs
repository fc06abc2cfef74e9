//! Who may import whom: the table of ARCHITECTURE.md.

use crate::{Source, none_of, paths::paths_in, sources};

/// What the files of a layer may not name.
struct Rule {
    /// `src/state` stands for `src/state.rs` and all in `src/state/`.
    layer: &'static str,
    /// Beginnings of paths.
    never: &'static [&'static str],
    instead: &'static str,
}

const BROWSER: [&str; 6] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo", "leptos::web_sys"];

const RULES: [Rule; 10] = [
    Rule {
        layer: "crates/domain",
        never: &["leptos", "storage", "web_sys", "js_sys", "wasm_bindgen", "std::time", "std::fs", "std::env"],
        instead: "the domain is pure: take what it needs as an argument",
    },
    Rule {
        layer: "crates/storage",
        never: &["leptos", "web_sys", "js_sys", "wasm_bindgen", "serde_json"],
        instead: "storage reaches the browser only through its port `KeyValue`",
    },
    Rule {
        layer: "crates/exchange",
        never: &["leptos", "web_sys", "js_sys"],
        instead: "files are made and read without a browser",
    },
    Rule {
        layer: "crates/vault",
        never: &["leptos", "web_sys", "js_sys", "wasm_bindgen", "serde_json", "exchange"],
        instead: "the lock is pure, and part of the first load: chance is an argument",
    },
    Rule { layer: "crates/desk", never: &["leptos"], instead: "the desk shows nothing" },
    Rule {
        layer: "src/platform",
        never: &["crate::state", "crate::pages", "crate::components"],
        instead: "the platform serves the layers above and knows none of them",
    },
    Rule {
        layer: "src/state",
        never: &["crate::pages", "crate::components"],
        instead: "the state knows nothing of how it is shown",
    },
    Rule { layer: "src/words", never: &["crate::state", "crate::pages"], instead: "take the value to put into words" },
    Rule {
        layer: "src/components",
        never: &["domain", "storage", "crate::state", "crate::platform", "crate::pages"],
        instead: "a component takes texts and callbacks",
    },
    Rule {
        layer: "src/pages",
        never: &["crate::platform", "storage"],
        instead: "a page reaches the browser and the record through `crate::state`",
    },
];

/// Files outside `src/platform` that may name the browser, each with the reason.
const MAY_NAME_THE_BROWSER: [(&str, &str); 1] = [("src/lib.rs", "exports the function that public/start.js calls")];

fn is_in(path: &str, layer: &str) -> bool {
    path.strip_prefix(layer).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

fn begins(path: &str, with: &str) -> bool {
    path.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[test]
fn layers_import_only_what_lies_below() {
    let mut faults = Vec::new();
    for file in sources(&["crates", "src"], &[".rs"]) {
        let rules: Vec<&Rule> = RULES.iter().filter(|rule| is_in(&file.path, rule.layer)).collect();
        for (line, path) in paths_in(&file.text) {
            for rule in &rules {
                if rule.never.iter().any(|never| begins(&path, never)) {
                    faults.push(format!("{}:{line}: `{path}`: {}", file.path, rule.instead));
                }
            }
        }
    }
    none_of(&faults);
}

#[test]
fn pages_do_not_import_pages() {
    let mut faults = Vec::new();
    for file in sources(&["src/pages"], &[".rs"]) {
        let own =
            file.path.trim_start_matches("src/pages/").trim_end_matches(".rs").split('/').next().unwrap_or_default();
        for (line, path) in paths_in(&file.text) {
            let whole = absolute(&file, &path);
            let Some(page) = whole.strip_prefix("crate::pages::").and_then(|rest| rest.split("::").next()) else {
                continue;
            };
            let is_a_page = !sources(&[&format!("src/pages/{page}.rs")], &[".rs"]).is_empty();
            if page != own && is_a_page {
                faults.push(format!("{}:{line}: `{path}`: share it in `components` or `state`", file.path));
            }
        }
    }
    none_of(&faults);
}

/// A path that begins with `super` or `self`, from the root of the crate.
fn absolute(file: &Source, path: &str) -> String {
    let module = file.path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Vec<&str> = std::iter::once("crate").chain(module.split('/')).collect();
    let mut rest: Vec<&str> = path.split("::").collect();
    match rest.first() {
        Some(&"self") => drop(rest.remove(0)),
        Some(&"super") => {}
        _ => return path.to_owned(),
    }
    while rest.first() == Some(&"super") {
        rest.remove(0);
        module.pop();
    }
    module.extend(rest);
    module.join("::")
}

#[test]
fn only_the_platform_touches_the_browser() {
    let mut faults = Vec::new();
    for file in sources(&["src"], &[".rs"]) {
        let allowed = MAY_NAME_THE_BROWSER.iter().any(|(path, _)| *path == file.path);
        if is_in(&file.path, "src/platform") || allowed {
            continue;
        }
        for (line, path) in paths_in(&file.text) {
            if BROWSER.iter().any(|browser| begins(&path, browser)) {
                faults.push(format!("{}:{line}: `{path}`: put it behind a function in src/platform", file.path));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn the_domain_takes_time_and_ids_as_arguments() {
    let mut faults = Vec::new();
    for file in
        sources(&["crates/domain/src", "crates/storage/src", "crates/exchange/src", "crates/vault/src"], &[".rs"])
    {
        for (line, path) in paths_in(&file.text) {
            if ["::now", "::new_v4", "::now_v7", "::today"].iter().any(|end| path.ends_with(end)) {
                faults.push(format!("{}:{line}: `{path}`: take `now`, `today` and ids as arguments", file.path));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn the_state_shows_nothing() {
    let mut faults = Vec::new();
    for file in sources(&["src/state", "src/state.rs", "src/platform", "src/platform.rs"], &[".rs"]) {
        for (number, _) in file.lines().filter(|(_, line)| line.contains("html! {") || line.contains("view! {")) {
            faults.push(format!("{}:{number}: what is shown belongs in components and pages", file.path));
        }
    }
    none_of(&faults);
}

#[test]
fn super_is_understood() {
    let file = Source { path: "src/pages/goals/edit.rs".to_owned(), text: String::new() };
    assert_eq!(absolute(&file, "super::one"), "crate::pages::goals::one");
    assert_eq!(absolute(&file, "super::super::plan::X"), "crate::pages::plan::X");
    assert_eq!(absolute(&file, "crate::state::X"), "crate::state::X");
}

/// What stands before the later part of the program is here; its words are a file of their own (decision 23).
const FIRST: [&str; 19] = [
    "src/app.rs",
    "src/layout.rs",
    "src/later.rs",
    "src/route.rs",
    "src/state.rs",
    "src/state/lock.rs",
    "src/pages/check_in.rs",
    "src/pages/covered.rs",
    "src/pages/locked.rs",
    "src/pages/not_here.rs",
    "src/pages/today/first.rs",
    "src/pages/welcome.rs",
    "src/components/choice.rs",
    "src/components/field.rs",
    "src/components/page.rs",
    "src/components/sheet.rs",
    "src/components/unkept.rs",
    "src/components/vine.rs",
    "src/words/dates.rs",
];

/// Modules of `src/words` that say values: each of their functions reads the file of whoever asks.
const SAYING: [&str; 3] = ["dates", "errors", "values"];

/// What else stands in an import of words: functions, and what `as` brings.
const NOT_NAMES: [&str; 6] = ["as", "words", "self", "number", "install", "install_later"];

#[test]
fn what_stands_first_says_only_words_of_the_first_file() {
    let words = std::fs::read_to_string(crate::root().join("locales/en.json")).unwrap();
    let mut faults = Vec::new();
    for file in sources(&["src"], &[".rs"]) {
        if !FIRST.contains(&file.path.as_str()) {
            continue;
        }
        for (line, path) in paths_in(&file.text) {
            let name = path.strip_prefix("crate::words::").and_then(|rest| rest.split("::").next());
            let Some(name) = name.filter(|name| !SAYING.contains(name) && !NOT_NAMES.contains(name)) else { continue };
            // Every namespace is an object; a function such as `number` is none.
            let is_later = !words.contains(&format!("\n  \"{name}\": {{"));
            if is_later {
                faults.push(format!(
                    "{}:{line}: `{name}` is not in locales/en.json: it would say nothing until the later file is here",
                    file.path
                ));
            }
        }
    }
    none_of(&faults);
}
