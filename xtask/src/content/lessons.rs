//! The lessons of each language, held against one another and against the list of facts.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use catalogue::LANGUAGES;

use crate::{
    faults::Faults,
    lesson::{self, Lesson},
};

/// The slugs in the order of the list, one a line, under the name of their path: `[body]`.
const ORDER: &str = "content/lessons.txt";
/// The numbers that a block may cite, each at the start of a line.
pub const FACTS: &str = "content/facts.txt";

/// The pages whose static help cites facts, too.
const PAGES: [&str; 3] = ["index.html", "content/en/help.html", "content/es/help.html"];

/// Adds `<language>/lessons.tsv` and `<language>/lessons/<slug>.txt` for each language.
pub fn compile(files: &mut BTreeMap<String, String>, facts: &BTreeSet<&str>, faults: &mut Faults) -> Result<()> {
    let order = super::read(Path::new(ORDER))?.unwrap_or_default();
    let placed = in_paths(&order);
    let slugs: Vec<&str> = placed.iter().map(|(_, slug)| *slug).collect();
    for path in PAGES.map(Path::new) {
        if let Some(page) = super::read(path)? {
            refuse_unknown_facts_of_page(path, &page, facts, faults);
        }
    }
    for language in LANGUAGES {
        let folder = PathBuf::from(format!("content/{language}/lessons"));
        refuse_unlisted(&folder, &slugs, ORDER, faults)?;
        files.insert(format!("{language}/lessons.tsv"), String::new());
    }
    for (way, slug) in placed {
        let mut versions: Vec<(PathBuf, Lesson)> = Vec::new();
        for language in LANGUAGES {
            let path = PathBuf::from(format!("content/{language}/lessons/{slug}.md"));
            let Some(text) = super::read(&path)? else {
                faults.at(&path, 1, format!("the lesson is missing; {ORDER} names it"));
                continue;
            };
            let lesson = Lesson::parse(&path, &text, faults);
            refuse_unknown_facts(&path, &lesson, facts, faults);
            let list = files.entry(format!("{language}/lessons.tsv")).or_default();
            list.push_str(&lesson.listed(slug, way));
            list.push('\n');
            files.insert(format!("{language}/lessons/{slug}.txt"), lesson.packed());
            versions.push((path, lesson));
        }
        if let [source, translations @ ..] = versions.as_slice() {
            for translation in translations {
                compare(source, translation, faults);
            }
        }
    }
    Ok(())
}

/// The numbers in the list of facts.
pub fn numbers(list: &str) -> BTreeSet<&str> {
    list.lines().filter_map(|line| line.split_whitespace().next()).collect()
}

/// Each slug after the path it belongs to.
fn in_paths(order: &str) -> Vec<(&str, &str)> {
    let mut way = "";
    let mut placed = Vec::new();
    for line in order.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => way = name,
            None => placed.push((way, line)),
        }
    }
    placed
}

/// Refuses every file of a folder that is not `<slug>.md` for one of the slugs in `list`.
pub fn refuse_unlisted(folder: &Path, slugs: &[&str], list: &str, faults: &mut Faults) -> Result<()> {
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let slug = path.file_stem().unwrap_or_default().to_string_lossy();
            if path.extension().is_none_or(|ending| ending != "md") || !slugs.contains(&&*slug) {
                faults.at(&path, 1, format!("{list} does not name it; add its slug there or remove the file"));
            }
        }
    }
    Ok(())
}

fn refuse_unknown_facts(path: &Path, lesson: &Lesson, facts: &BTreeSet<&str>, faults: &mut Faults) {
    for block in lesson.blocks.iter().chain(&lesson.questions) {
        for fact in block.facts.iter().filter(|fact| !facts.contains(fact.as_str())) {
            faults.at(path, block.line, format!("fact `{fact}` is not in {FACTS}"));
        }
    }
}

/// A comment of the page that holds nothing but numbers cites facts.
fn refuse_unknown_facts_of_page(path: &Path, page: &str, facts: &BTreeSet<&str>, faults: &mut Faults) {
    for (number, line) in (1..).zip(page.lines()) {
        for (comment, _) in line.split("<!--").skip(1).filter_map(|after| after.split_once("-->")) {
            let cited = lesson::facts_in(comment);
            if cited.iter().all(|fact| fact.chars().all(|next| next.is_ascii_digit() || next == '.')) {
                for fact in cited.iter().filter(|fact| !facts.contains(fact.as_str())) {
                    faults.at(path, number, format!("fact `{fact}` is not in {FACTS}"));
                }
            }
        }
    }
}

fn compare((source_path, source): &(PathBuf, Lesson), (path, lesson): &(PathBuf, Lesson), faults: &mut Faults) {
    let all = |lesson: &Lesson| lesson.blocks.len() + lesson.questions.len();
    let of_source = source.blocks.iter().chain(&source.questions);
    for (original, block) in of_source.zip(lesson.blocks.iter().chain(&lesson.questions)) {
        let there = format!("{}:{}", source_path.display(), original.line);
        if block.kind != original.kind {
            faults.at(path, block.line, format!("a `{}` where {there} has a `{}`", block.kind, original.kind));
            // What follows is out of step and would only repeat this.
            return;
        }
        if block.facts != original.facts {
            faults.at(path, block.line, format!("cites {:?}; {there} cites {:?}", block.facts, original.facts));
        }
    }
    if all(source) != all(lesson) {
        let (here, there) = (all(lesson), all(source));
        faults.at(path, 1, format!("{here} blocks; {} has {there}", source_path.display()));
    }
    for (name, here, there) in
        [("minutes", &lesson.minutes, &source.minutes), ("reviewed", &lesson.reviewed, &source.reviewed)]
    {
        if here != there {
            faults.at(path, 1, format!("`{name}: {here}`; {} has `{there}`", source_path.display()));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::PathBuf};

    use super::{compare, refuse_unknown_facts};
    use crate::{faults::Faults, lesson::Lesson};

    fn lesson(path: &str, body: &str) -> (PathBuf, Lesson) {
        let asked = "? A\n+ B\n- C\n= D\n".repeat(3);
        let front = "---\ntitle: A\nsummary: B\nminutes: 1\nreviewed: 2026-11-24\nsources:\n- C\nlimits: D\n---\n";
        let path = PathBuf::from(path);
        let mut faults = Faults::default();
        let lesson = Lesson::parse(&path, &format!("{front}{body}---\n{asked}"), &mut faults);
        assert_eq!(faults, Faults::default());
        (path, lesson)
    }

    #[test]
    fn a_translation_follows_its_source() {
        let source = lesson("en.md", "A. <!-- 1.1 -->\n## B\n");
        let mut faults = Faults::default();
        compare(&source, &lesson("es.md", "X. <!-- 1.1 -->\n## Y\n"), &mut faults);
        assert_eq!(faults, Faults::default());
        compare(&source, &lesson("es.md", "X. <!-- 1.2 -->\n- Y\n- Z\n"), &mut faults);
        assert_eq!(
            faults.0,
            ["es.md:10: cites [\"1.2\"]; en.md:10 cites [\"1.1\"]", "es.md:11: a `ul` where en.md:11 has a `h2`"]
        );
    }

    #[test]
    fn a_fact_must_exist() {
        let (path, lesson) = lesson("en.md", "A. <!-- 1.1, 9.9 -->\n");
        let mut faults = Faults::default();
        refuse_unknown_facts(&path, &lesson, &BTreeSet::from(["1.1"]), &mut faults);
        assert_eq!(faults.0, ["en.md:10: fact `9.9` is not in content/facts.txt"]);
    }
}
