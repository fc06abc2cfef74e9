//! The list of activities: a table per language, with the same codes in each.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;
use catalogue::LANGUAGES;

use crate::faults::Faults;

const COLUMNS: &str = "id\ttitle\tcategory\tcost\tcompany\tplace\tminutes\tenergy\tneeds\tfirst_step\theads_up";
/// Columns in the words of a language; all others are codes.
const WORDS: [&str; 3] = ["title", "first_step", "heads_up"];
/// Fewer would not be a choice.
const FEWEST: usize = 40;

/// Adds `<language>/activities.tsv`, the table without its head, for each language.
pub fn compile(files: &mut BTreeMap<String, String>, faults: &mut Faults) -> Result<()> {
    let mut tables: Vec<(String, String)> = Vec::new();
    for language in LANGUAGES {
        let path = format!("content/{language}/activities.tsv");
        match super::read(Path::new(&path))? {
            Some(text) => tables.push((path, text)),
            None => faults.at(Path::new(&path), 1, "the file is missing"),
        }
    }
    for (path, text) in &tables {
        check(Path::new(path), text, faults);
    }
    if let [(_, source), translations @ ..] = tables.as_slice() {
        for (path, text) in translations {
            compare(source, Path::new(path), text, faults);
        }
    }
    for (language, (_, text)) in LANGUAGES.iter().zip(&tables) {
        let rows: String = text.lines().skip(1).map(|row| format!("{row}\n")).collect();
        files.insert(format!("{language}/activities.tsv"), rows);
    }
    Ok(())
}

fn check(path: &Path, text: &str, faults: &mut Faults) {
    let mut lines = (1..).zip(text.lines());
    if lines.next().is_none_or(|(_, head)| head != COLUMNS) {
        faults.at(path, 1, format!("the columns must be {}", COLUMNS.replace('\t', ", ")));
    }
    let mut ids = std::collections::BTreeSet::new();
    for (number, row) in lines {
        let cells: Vec<&str> = row.split('\t').collect();
        if cells.len() != COLUMNS.split('\t').count() {
            faults.at(path, number, format!("{} cells; there must be {}", cells.len(), COLUMNS.split('\t').count()));
        }
        if cells.iter().take(10).any(|cell| cell.trim().is_empty()) {
            faults.at(path, number, "only the last cell may be empty");
        }
        if cells.iter().any(|cell| cell.trim() != *cell) {
            faults.at(path, number, "a cell begins or ends with a space");
        }
        if !ids.insert(cells.first().copied().unwrap_or_default()) {
            faults.at(path, number, "this id was used above");
        }
    }
    if ids.len() < FEWEST {
        faults.at(path, 1, format!("{} activities; there must be at least {FEWEST}", ids.len()));
    }
}

fn compare(source: &str, path: &Path, text: &str, faults: &mut Faults) {
    let (rows, others) = (source.lines().count(), text.lines().count());
    if rows != others {
        faults.at(path, others, format!("{others} lines; the English table has {rows}"));
    }
    for (number, (row, other)) in (1..).zip(source.lines().zip(text.lines())) {
        for ((column, cell), translated) in COLUMNS.split('\t').zip(row.split('\t')).zip(other.split('\t')) {
            if !WORDS.contains(&column) && cell != translated {
                faults.at(path, number, format!("`{column}` is `{translated}`; the English table has `{cell}`"));
            }
        }
    }
    for (number, (row, other)) in (1..).zip(source.lines().zip(text.lines())) {
        if row.ends_with('\t') != other.ends_with('\t') {
            faults.at(path, number, "a heads-up must stand in both languages or in neither");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fmt::Write, path::Path};

    use super::{COLUMNS, check, compare};
    use crate::faults::Faults;

    fn table(rows: usize) -> String {
        (1..=rows).fold(format!("{COLUMNS}\n"), |mut table, id| {
            let _ = writeln!(table, "{id}\tWalk\tmove\tnone\teither\toutdoor\t15\tlow\tcalm\tShoes on.\t");
            table
        })
    }

    #[test]
    fn a_table_is_checked_row_by_row() {
        let mut faults = Faults::default();
        check(Path::new("t"), &table(40), &mut faults);
        assert_eq!(faults, Faults::default());
        check(Path::new("t"), &table(39).replace("39\t", "38\t").replace("\t15", "\t"), &mut faults);
        assert!(faults.0.contains(&"t:40: this id was used above".to_owned()), "{faults:?}");
        assert_eq!(faults.0.len(), 39 + 2);
    }

    #[test]
    fn codes_are_the_same_in_each_language() {
        let mut faults = Faults::default();
        let english = table(40);
        compare(&english, Path::new("t"), &english.replace("Walk", "Caminar"), &mut faults);
        assert_eq!(faults, Faults::default());
        compare(&english, Path::new("t"), &english.replacen("low", "high", 1), &mut faults);
        assert_eq!(faults.0, ["t:2: `energy` is `high`; the English table has `low`"]);
    }
}
