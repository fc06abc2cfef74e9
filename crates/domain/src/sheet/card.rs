//! Which lines fit on a card for the wallet: the first of each part before the second of any.

use crate::sheet::{Line, Sheet};

/// How many letters fit in a row of the card.
const LETTERS: usize = 44;

/// How many rows a text takes.
pub fn rows_of(text: &str) -> usize {
    text.chars().count().div_ceil(LETTERS).max(1)
}

/// The lines of `parts` that fit into so many rows, part by part in their order. A part that has lines takes a row for
/// its heading.
pub fn fitting<'a>(sheet: &'a Sheet, parts: &[u8], rows: usize) -> Vec<(u8, Vec<&'a Line>)> {
    let lines: Vec<(u8, Vec<&Line>)> =
        parts.iter().map(|part| (*part, sheet.part(*part).map(|(_, line)| line).collect())).collect();
    let mut taken = vec![Vec::new(); lines.len()];
    let mut left = rows;
    for turn in 0..Sheet::LIMIT {
        for ((_, lines), taken) in lines.iter().zip(&mut taken) {
            let heading = usize::from(taken.is_empty());
            let Some(line) = lines.get(turn) else { continue };
            if let Some(rest) = left.checked_sub(rows_of(&line.text) + heading) {
                left = rest;
                taken.push(*line);
            }
        }
    }
    lines.into_iter().map(|(part, _)| part).zip(taken).filter(|(_, lines)| !lines.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Title;

    fn sheet(lines: &[(u8, &str)]) -> Sheet {
        let line = |(part, text): &(u8, &str)| Line { part: *part, text: Title::kept(text), until: None };
        Sheet { lines: lines.iter().map(line).collect(), reviewed: None }
    }

    fn texts(fitting: &[(u8, Vec<&Line>)]) -> Vec<(u8, Vec<String>)> {
        let text = |line: &&Line| line.text.to_string();
        fitting.iter().map(|(part, lines)| (*part, lines.iter().map(text).collect())).collect()
    }

    #[test]
    fn each_part_has_its_first_line_before_any_has_its_second() {
        let sheet = sheet(&[(0, "a"), (0, "b"), (0, "c"), (1, "d"), (2, "e")]);
        let all = fitting(&sheet, &[1, 0], 5);
        assert_eq!(texts(&all), [(1, vec!["d".to_owned()]), (0, vec!["a".to_owned(), "b".to_owned()])]);
        assert!(fitting(&sheet, &[1, 0], 1).is_empty());
    }

    #[test]
    fn a_long_line_takes_more_rows_and_a_short_one_after_it_may_still_fit() {
        let long = "x".repeat(100);
        assert_eq!(rows_of(&long), 3);
        let sheet = sheet(&[(0, "a"), (0, &long), (1, "b")]);
        let all = fitting(&sheet, &[0, 1], 6);
        assert_eq!(texts(&all), [(0, vec!["a".to_owned()]), (1, vec!["b".to_owned()])]);
    }
}
