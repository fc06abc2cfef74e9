//! The words of the plans that a person writes and of their paper: a table a language, with the same parts and facts in
//! each.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use anyhow::Result;
use catalogue::LANGUAGES;

use crate::{content::lessons, faults::Faults, lesson};

const COLUMNS: &str = "sheet\tpart\theading\thint\texamples\tfacts";
/// Each plan and its last part; part 0 says what the plan is for. Last, what stands on paper beside the person's lines.
const SHEETS: [(&str, usize); 4] = [("safety", 7), ("overdose", 6), ("warning", 6), (PAPER, 11)];
const PAPER: &str = "paper";
const BETWEEN: &str = " | ";
/// How many examples a part offers.
const EXAMPLES: std::ops::RangeInclusive<usize> = 3..=5;

/// A row and where it stands.
struct Row<'a> {
    line: usize,
    sheet: &'a str,
    part: &'a str,
    heading: &'a str,
    hint: &'a str,
    examples: Vec<&'a str>,
    facts: Vec<String>,
}

/// Adds `<language>/sheets.txt` for each language: the table without its head and its facts.
pub fn compile(files: &mut BTreeMap<String, String>, facts: &BTreeSet<&str>, faults: &mut Faults) -> Result<()> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for language in LANGUAGES {
        let path = format!("content/{language}/sheets.tsv");
        match super::read(Path::new(&path))? {
            Some(text) => texts.push((path, text)),
            None => faults.at(Path::new(&path), 1, "the file is missing"),
        }
    }
    let mut tables: Vec<(&Path, Vec<Row>)> = Vec::new();
    for (language, (path, text)) in LANGUAGES.iter().zip(&texts) {
        let path = Path::new(path);
        let rows = rows(path, text, faults);
        check(path, &rows, facts, faults);
        files.insert(format!("{language}/sheets.txt"), packed(&rows));
        tables.push((path, rows));
    }
    if let [(_, source), translations @ ..] = tables.as_slice() {
        for (path, rows) in translations {
            compare(source, path, rows, faults);
        }
    }
    Ok(())
}

fn rows<'a>(path: &Path, text: &'a str, faults: &mut Faults) -> Vec<Row<'a>> {
    if text.lines().next() != Some(COLUMNS) {
        faults.at(path, 1, format!("the columns must be {}", COLUMNS.replace('\t', ", ")));
    }
    let mut rows = Vec::new();
    for (line, row) in (1..).zip(text.lines()).skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [sheet, part, heading, hint, examples, cited] = *cells.as_slice() else {
            faults.at(path, line, format!("{} cells; there must be 6", cells.len()));
            continue;
        };
        if heading.is_empty() || hint.is_empty() || cells.iter().any(|cell| cell.trim() != *cell) {
            faults.at(path, line, "a heading or a hint is empty, or a cell begins or ends with a space");
        }
        let examples = examples.split(BETWEEN).filter(|example| !example.is_empty()).collect();
        rows.push(Row { line, sheet, part, heading, hint, examples, facts: lesson::facts_in(cited) });
    }
    rows
}

fn check(path: &Path, rows: &[Row], facts: &BTreeSet<&str>, faults: &mut Faults) {
    let wanted = SHEETS.iter().flat_map(|(sheet, last)| (0..=*last).map(move |part| (*sheet, part.to_string())));
    let there = rows.iter().map(|row| (row.sheet, row.part.to_owned()));
    if !there.eq(wanted) {
        let parts = SHEETS.map(|(sheet, last)| format!("{sheet} 0 to {last}"));
        faults.at(path, 1, format!("the rows must be, in this order, {}", parts.join(", ")));
    }
    for row in rows {
        let offered = row.examples.len();
        let fits = if row.part == "0" || row.sheet == PAPER { offered == 0 } else { EXAMPLES.contains(&offered) };
        if !fits {
            let (least, most) = (EXAMPLES.start(), EXAMPLES.end());
            faults.at(
                path,
                row.line,
                format!("{offered} examples; a part has {least} to {most}, part 0 and paper none"),
            );
        }
        if row.facts.is_empty() {
            faults.at(path, row.line, "a part rests on a fact");
        }
        for fact in row.facts.iter().filter(|fact| !facts.contains(fact.as_str())) {
            faults.at(path, row.line, format!("fact `{fact}` is not in {}", lessons::FACTS));
        }
    }
}

fn compare(source: &[Row], path: &Path, rows: &[Row], faults: &mut Faults) {
    for (original, row) in source.iter().zip(rows) {
        if (original.examples.len(), &original.facts) != (row.examples.len(), &row.facts) {
            faults.at(path, row.line, "must have as many examples and the same facts as the English row");
        }
    }
}

fn packed(rows: &[Row]) -> String {
    let line = |row: &Row| [row.sheet, row.part, row.heading, row.hint, &row.examples.join(BETWEEN)].join("\t") + "\n";
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::Path};

    use super::{COLUMNS, SHEETS, check, compare, packed, rows};
    use crate::faults::Faults;

    fn table() -> String {
        let parts = SHEETS.iter().flat_map(|(sheet, last)| (0..=*last).map(move |part| (sheet, part)));
        let rows: Vec<String> = parts
            .map(|(sheet, part)| {
                let examples = if part == 0 || *sheet == super::PAPER { "" } else { "a | b | c" };
                format!("{sheet}\t{part}\tWho\tIf you like.\t{examples}\t11.05\n")
            })
            .collect();
        format!("{COLUMNS}\n{}", rows.concat())
    }

    fn found(text: &str) -> Vec<String> {
        let (path, mut faults) = (Path::new("t"), Faults::default());
        let rows = rows(path, text, &mut faults);
        check(path, &rows, &BTreeSet::from(["11.05"]), &mut faults);
        faults.0
    }

    #[test]
    fn a_table_has_every_part_of_every_plan() {
        assert_eq!(found(&table()), [""; 0]);
        for (whole, broken) in [
            ("safety\t3", "safety\t4"),
            ("a | b | c", "a | b"),
            ("\t\t11.05", "\ta | b | c\t11.05"),
            ("\t11.05", "\t"),
            ("\t11.05", "\t9.99"),
            ("sheet\tpart", "part\tsheet"),
            ("Who", ""),
        ] {
            let faults = found(&table().replacen(whole, broken, 1));
            assert_eq!(faults.len(), 1, "{broken}: {faults:?}");
        }
    }

    #[test]
    fn the_app_reads_neither_head_nor_facts() {
        let mut faults = Faults::default();
        let (text, path) = (table(), Path::new("t"));
        let packed = packed(&rows(path, &text, &mut faults));
        assert!(packed.starts_with("safety\t0\tWho\tIf you like.\t\nsafety\t1\tWho\tIf you like.\ta | b | c\n"));
        assert_eq!(packed.lines().count(), table().lines().count() - 1);
    }

    #[test]
    fn each_language_offers_as_much() {
        let (english, path, mut faults) = (table(), Path::new("es"), Faults::default());
        let source = rows(path, &english, &mut faults);
        let fewer = english.replacen("a | b | c", "a | b | c | d", 1);
        compare(&source, path, &rows(path, &fewer, &mut faults), &mut faults);
        assert_eq!(faults.0, ["es:3: must have as many examples and the same facts as the English row"]);
    }
}
