//! The coping tools of each language, held against one another and against the list of facts.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use anyhow::Result;
use catalogue::LANGUAGES;

use crate::{
    content::lessons,
    faults::Faults,
    tool::{Line, Tool},
};

/// The tools in the order of the list.
const SLUGS: [&str; 12] = [
    "breathing",
    "grounding",
    "surfing",
    "delay",
    "play-through",
    "thought-check",
    "problem-solving",
    "kindness",
    "sleep",
    "muscles",
    "refusing",
    "hard-hour",
];
/// Tools for when use may be near. They say first that tolerance drops, and what keeps a person alive.
const NEAR_USE: [&str; 5] = ["surfing", "delay", "play-through", "refusing", "hard-hour"];
const OF_TOLERANCE: [&str; 2] = ["3.40", "3.48"];
/// Slow breathing is never for somebody drowsy.
const OF_DROWSINESS: [&str; 1] = ["6.19"];

/// Adds `<language>/tools.txt` for each language: all tools, each with a line `# ` before its own lines.
pub fn compile(files: &mut BTreeMap<String, String>, facts: &BTreeSet<&str>, faults: &mut Faults) -> Result<()> {
    for language in LANGUAGES {
        let folder = PathBuf::from(format!("content/{language}/tools"));
        lessons::refuse_unlisted(&folder, &SLUGS, file!(), faults)?;
        files.insert(format!("{language}/tools.txt"), String::new());
    }
    for slug in SLUGS {
        let mut versions: Vec<(PathBuf, Tool)> = Vec::new();
        for language in LANGUAGES {
            let path = PathBuf::from(format!("content/{language}/tools/{slug}.md"));
            let Some(text) = super::read(&path)? else {
                faults.at(&path, 1, "the tool is missing");
                continue;
            };
            let tool = Tool::parse(&path, &text, faults);
            check(slug, &path, &tool, facts, faults);
            files.entry(format!("{language}/tools.txt")).or_default().push_str(&tool.packed(slug));
            versions.push((path, tool));
        }
        if let [source, translations @ ..] = versions.as_slice() {
            for translation in translations {
                compare(source, translation, faults);
            }
        }
    }
    Ok(())
}

fn check(slug: &str, path: &Path, tool: &Tool, facts: &BTreeSet<&str>, faults: &mut Faults) {
    for line in &tool.lines {
        for fact in line.facts.iter().filter(|fact| !facts.contains(fact.as_str())) {
            faults.at(path, line.number, format!("fact `{fact}` is not in {}", lessons::FACTS));
        }
    }
    let warnings = tool.lines.iter().filter(|line| line.is_care());
    let warned: Vec<&str> = warnings.flat_map(|line| line.facts.iter().map(String::as_str)).collect();
    let breathes = tool.lines.iter().any(Line::is_breathing);
    let of_breathing = OF_DROWSINESS.iter().filter(|_| breathes);
    let of_use = OF_TOLERANCE.iter().filter(|_| NEAR_USE.contains(&slug));
    for fact in of_breathing.chain(of_use).filter(|fact| !warned.contains(*fact)) {
        faults.at(path, 1, format!("this tool wants a `> [!care] ` that rests on fact {fact}"));
    }
}

fn compare((source_path, source): &(PathBuf, Tool), (path, tool): &(PathBuf, Tool), faults: &mut Faults) {
    for (original, line) in source.lines.iter().zip(&tool.lines) {
        let there = format!("{}:{}", source_path.display(), original.number);
        if line.mark != original.mark {
            faults.at(path, line.number, format!("`{}` where {there} has `{}`", line.mark, original.mark));
            // What follows is out of step and would only repeat this.
            return;
        }
        if line.facts != original.facts {
            faults.at(path, line.number, format!("cites {:?}; {there} cites {:?}", line.facts, original.facts));
        }
    }
    let counts = |tool: &Tool| {
        let numbers = [tool.lines.len(), tool.sources.len()].map(|count| count.to_string());
        let [lines, sources] = numbers;
        [("lines", lines), ("sources", sources), ("minutes", tool.minutes.clone()), ("for", tool.purpose.clone())]
    };
    for ((name, there), (_, here)) in counts(source).into_iter().zip(counts(tool)) {
        if here != there {
            faults.at(path, 1, format!("{name}: {here}; {} has {there}", source_path.display()));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeSet,
        path::{Path, PathBuf},
    };

    use super::{check, compare};
    use crate::{
        faults::Faults,
        tool::{Tool, tests::GOOD},
    };

    fn tool(path: &str, text: &str) -> (PathBuf, Tool) {
        let mut faults = Faults::default();
        let tool = Tool::parse(Path::new(path), text, &mut faults);
        assert_eq!(faults, Faults::default());
        (PathBuf::from(path), tool)
    }

    #[test]
    fn a_translation_follows_its_source() {
        let source = tool("en.md", GOOD);
        let mut faults = Faults::default();
        compare(&source, &tool("es.md", &GOOD.replace("Look around", "Mira")), &mut faults);
        assert_eq!(faults, Faults::default());
        let other = GOOD.replace("<!-- 6.10 -->", "<!-- 6.11 -->").replace("minutes: 3", "minutes: 4");
        compare(&source, &tool("es.md", &other.replace("= 20 ", "= 30 ")), &mut faults);
        assert_eq!(
            faults.0,
            ["es.md:12: cites [\"6.11\"]; en.md:12 cites [\"6.10\"]", "es.md:13: `= 30` where en.md:13 has `= 20`"]
        );
        faults.0.clear();
        compare(&source, &tool("es.md", &GOOD.replace("minutes: 3", "minutes: 4")), &mut faults);
        assert_eq!(faults.0, ["es.md:1: minutes: 4; en.md has 3"]);
    }

    #[test]
    fn a_fact_must_exist() {
        let (path, tool) = tool("en.md", GOOD);
        let mut faults = Faults::default();
        check("breathing", &path, &tool, &BTreeSet::from(["6.10"]), &mut faults);
        assert_eq!(faults.0, ["en.md:10: fact `6.19` is not in content/facts.txt"]);
    }

    #[test]
    fn what_keeps_a_person_alive_is_said_first() {
        let facts = BTreeSet::from(["6.10", "6.19"]);
        let found = |slug, text: &str| {
            let (path, tool) = tool("en.md", text);
            let mut faults = Faults::default();
            check(slug, &path, &tool, &facts, &mut faults);
            faults.0.len()
        };
        assert_eq!(found("breathing", GOOD), 0);
        assert_eq!(found("breathing", &GOOD.replace("6.19", "6.10")), 1);
        assert_eq!(found("surfing", GOOD), 2);
    }
}
