//! What the plans ask, and what stands on their paper: the words of `sheets.txt`.

use crate::sheet::SheetKind;

/// What one part asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Whose part it is.
    pub of: Of,
    /// Its heading.
    pub heading: String,
    /// What to write there, in a few sentences.
    pub hint: String,
    /// Lines that could stand there.
    pub examples: Vec<String>,
}

/// Where words of the plans stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The name of a plan and what it is for.
    Plan(SheetKind),
    /// A part of a plan, from 0 as [`crate::sheet::Line::part`] counts.
    Part(SheetKind, u8),
    /// Words that paper has beside those of the person.
    Paper(u8),
}

/// Reads the file: plan, part, heading, hint and examples (between ` | `) between tabs. In it part 0 is the plan itself.
/// Lines that are not so are passed over.
pub fn read(file: &str) -> Vec<Asked> {
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [sheet, part, heading, hint, examples] = fields.as_slice() else { return None };
        let part: u8 = part.parse().ok()?;
        let kind = match *sheet {
            "safety" => SheetKind::Safety,
            "overdose" => SheetKind::Overdose,
            "warning" => SheetKind::Warning,
            "paper" => return Some(asked(Of::Paper(part), heading, hint, "")),
            _ => return None,
        };
        let of = match part.checked_sub(1) {
            None => Of::Plan(kind),
            Some(part) if part < kind.parts() => Of::Part(kind, part),
            Some(_) => return None,
        };
        Some(asked(of, heading, hint, examples))
    };
    file.lines().filter_map(row).collect()
}

fn asked(of: Of, heading: &str, hint: &str, examples: &str) -> Asked {
    let examples = examples.split(" | ").filter(|example| !example.is_empty()).map(str::to_owned).collect();
    Asked { of, heading: heading.to_owned(), hint: hint.to_owned(), examples }
}

/// The words that stand there, if they are in the file.
pub fn find(all: &[Asked], of: Of) -> Option<&Asked> {
    all.iter().find(|asked| asked.of == of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_plans_with_parts_and_words_of_paper() {
        let file = "safety\t0\tMine\tWhat it is for.\t\nsafety\t7\tWhy\tBig or small.\tA dog | A song\nsafety\t8\tx\tx\t\n\
                    paper\t3\tBreaths\tOne each.\t\nother\t1\tx\tx\t\nwarning\tx\tx\tx\t\nbroken\n";
        let all = read(file);
        let of: Vec<Of> = all.iter().map(|asked| asked.of).collect();
        assert_eq!(of, [Of::Plan(SheetKind::Safety), Of::Part(SheetKind::Safety, 6), Of::Paper(3)]);
        let why = find(&all, Of::Part(SheetKind::Safety, 6)).unwrap();
        assert_eq!((why.heading.as_str(), why.hint.as_str()), ("Why", "Big or small."));
        assert_eq!(why.examples, ["A dog", "A song"]);
        assert!(find(&all, Of::Paper(3)).unwrap().examples.is_empty());
        assert_eq!(find(&all, Of::Paper(4)), None);
    }
}
