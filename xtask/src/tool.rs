//! Reads a coping tool: front matter, then one line a thing to read, do or write.

use std::{fmt::Write, path::Path};

use crate::{faults::Faults, lesson};

/// A tool in one language.
#[derive(Debug, Default)]
pub struct Tool {
    pub title: String,
    pub summary: String,
    pub minutes: String,
    /// What it is for, one of [`PURPOSES`].
    pub purpose: String,
    pub sources: Vec<String>,
    pub limits: String,
    pub lines: Vec<Line>,
}

/// A warning, a step, something to write, or a choice for that.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// What begins it, with its numbers: `= 20`, `~ 4 0 6 30`.
    pub mark: String,
    pub text: String,
    /// Numbers of the facts it rests on.
    pub facts: Vec<String>,
    /// Where it stands in the file.
    pub number: usize,
}

const PURPOSES: [&str; 5] = ["urge", "calm", "mind", "sleep", "plan"];
const CARE: &str = "> [!care]";
/// What else begins a line, and how many numbers may follow: seconds; in, hold, out and rounds; the place of a question.
const SIGNS: [(&str, usize, usize); 4] = [("=", 0, 1), ("~", 4, 4), ("?", 1, 1), ("+", 0, 0)];
/// A tool is short enough for a hard moment.
const LINES: std::ops::RangeInclusive<usize> = 8..=16;

impl Tool {
    /// Reads the text of the file at `path`; what is wrong with it goes to `faults`.
    pub fn parse(path: &Path, text: &str, faults: &mut Faults) -> Self {
        let mut tool = Self::default();
        let mut lines = (1..).zip(text.lines());
        if lines.next().is_none_or(|(_, line)| line != "---") {
            faults.at(path, 1, "a tool begins with a line `---` and its front matter");
            return tool;
        }
        for (number, line) in lines.by_ref().take_while(|(_, line)| *line != "---") {
            if tool.read_front_matter(line).is_none() {
                faults.at(path, number, "unknown line in the front matter");
            }
        }
        for (number, line) in lines {
            match Line::parse(line, number) {
                Ok(line) => tool.lines.push(line),
                Err(what) => faults.at(path, number, what),
            }
        }
        tool.check(path, faults);
        tool
    }

    fn read_front_matter(&mut self, line: &str) -> Option<()> {
        let (name, value) = line.split_once(": ")?;
        let field = match name {
            "title" => &mut self.title,
            "summary" => &mut self.summary,
            "minutes" => &mut self.minutes,
            "for" => &mut self.purpose,
            "limits" => &mut self.limits,
            "source" => {
                self.sources.push(value.to_owned());
                return Some(());
            }
            _ => return None,
        };
        value.clone_into(field);
        Some(())
    }

    fn check(&self, path: &Path, faults: &mut Faults) {
        for (name, value) in [("title", &self.title), ("summary", &self.summary), ("limits", &self.limits)] {
            if value.is_empty() || value.contains('\t') {
                faults.at(path, 1, format!("`{name}:` must stand in the front matter, without a tab"));
            }
        }
        if self.minutes.parse::<u8>().is_err() {
            faults.at(path, 1, "`minutes:` must be a whole number");
        }
        if !PURPOSES.contains(&self.purpose.as_str()) {
            faults.at(path, 1, format!("`for:` must be one of {}", PURPOSES.join(", ")));
        }
        if self.sources.is_empty() {
            faults.at(path, 1, "`source:` must name at least one source");
        }
        if !LINES.contains(&self.lines.len()) {
            let (least, most) = (LINES.start(), LINES.end());
            faults.at(path, 1, format!("{} lines; a tool has {least} to {most}", self.lines.len()));
        }
        self.check_order(path, faults);
    }

    fn check_order(&self, path: &Path, faults: &mut Faults) {
        let (mut before, mut asked) = ("", 0);
        for line in &self.lines {
            let sign = line.sign();
            if line.is_care() && !["", CARE].contains(&before) {
                faults.at(path, line.number, "a warning stands before everything else");
            }
            if sign == "+" && !["?", "+"].contains(&before) {
                faults.at(path, line.number, "a choice stands under the question it belongs to");
            }
            if sign == "?" {
                asked += 1;
                if line.mark != format!("? {asked}") {
                    faults.at(path, line.number, "questions count 1, 2, 3 without a gap");
                }
            }
            before = sign;
        }
    }

    /// What the app reads: a line about the tool, then its lines without the facts.
    pub fn packed(&self, slug: &str) -> String {
        let sources = self.sources.join("; ");
        let head = [slug, &self.title, &self.summary, &self.minutes, &self.purpose, &self.limits, &sources].join("\t");
        self.lines.iter().fold(format!("# {head}\n"), |mut packed, line| {
            let _ = writeln!(packed, "{} {}", line.mark, line.text);
            packed
        })
    }
}

impl Line {
    fn parse(line: &str, number: usize) -> Result<Self, &'static str> {
        let (line, facts) = lesson::cited(line)?;
        let (mark, text) = marked(line).ok_or(
            "unknown kind of line; known are `> [!care] `, `= `, `= 20 `, `~ 4 0 6 30 `, `? 1 ` and `+ `, with numbers \
             from 1 (only a hold may be 0)",
        )?;
        if text.is_empty() || text.starts_with(' ') || text.contains(['*', '`', '<', '>', '\t']) {
            return Err("a line of a tool has plain words only");
        }
        Ok(Self { mark, text: text.to_owned(), facts, number })
    }

    /// Whether it must be read first.
    pub fn is_care(&self) -> bool {
        self.mark == CARE
    }

    /// Whether it sets a pace for the breath.
    pub fn is_breathing(&self) -> bool {
        self.sign() == "~"
    }

    fn sign(&self) -> &str {
        if self.is_care() { CARE } else { self.mark.split(' ').next().unwrap_or_default() }
    }
}

/// The mark with its numbers, and the words after it.
fn marked(line: &str) -> Option<(String, &str)> {
    if let Some(text) = line.strip_prefix(CARE) {
        return Some((CARE.to_owned(), text.strip_prefix(' ')?));
    }
    let (sign, mut text) = line.split_once(' ')?;
    let (_, least, most) = SIGNS.into_iter().find(|(known, ..)| *known == sign)?;
    let (mut mark, mut count) = (sign.to_owned(), 0);
    while count < most
        && let Some((word, after)) = text.split_once(' ')
        && word.bytes().all(|next| next.is_ascii_digit())
        && let Ok(number) = word.parse::<u16>()
    {
        let holds = sign == "~" && count == 1;
        if number == 0 && !holds {
            return None;
        }
        let _ = write!(mark, " {number}");
        (text, count) = (after, count + 1);
    }
    (count >= least).then_some((mark, text))
}

#[cfg(test)]
pub mod tests {
    use std::path::Path;

    use super::{Line, Tool};
    use crate::faults::Faults;

    pub const GOOD: &str = "---\ntitle: Breath\nsummary: For calm.\nminutes: 3\nfor: calm\nsource: One\nsource: Two\n\
        limits: Not advice.\n---\n> [!care] Not when drowsy. <!-- 6.19 -->\n= Sit down.\n~ 4 0 6 30 In 4, out 6. <!-- 6.10 -->\n\
        = 20 Look around.\n? 1 How was it?\n+ Calm\n+ As before\n? 2 What now?\n";

    fn parse(text: &str) -> (Tool, Vec<String>) {
        let mut faults = Faults::default();
        let tool = Tool::parse(Path::new("breath.md"), text, &mut faults);
        (tool, faults.0)
    }

    #[test]
    fn a_tool_is_read_line_by_line() {
        let (tool, faults) = parse(GOOD);
        assert_eq!(faults, [""; 0]);
        assert_eq!(tool.lines[2].facts, ["6.10"]);
        assert_eq!(
            tool.packed("breathing"),
            "# breathing\tBreath\tFor calm.\t3\tcalm\tNot advice.\tOne; Two\n> [!care] Not when drowsy.\n= Sit down.\n\
             ~ 4 0 6 30 In 4, out 6.\n= 20 Look around.\n? 1 How was it?\n+ Calm\n+ As before\n? 2 What now?\n"
        );
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for line in ["A paragraph", "- a", "~ 4 6 30 a", "~ 4 0 0 30 a", "= 0 a", "? a", "> a", "=a", "= **a**", ""] {
            assert!(Line::parse(line, 1).is_err(), "{line}");
        }
        assert_eq!(Line::parse("+ 10 minutes", 1).unwrap().text, "10 minutes");
    }

    #[test]
    fn lines_stand_in_their_order() {
        for (whole, broken) in [
            ("= 20 Look around.", "> [!care] Late."),
            ("= 20 Look around.", "+ Nothing was asked"),
            ("? 2 What", "? 3 What"),
            ("= Sit down.\n", ""),
            ("for: calm", "for: fun"),
            ("source: One\nsource: Two\n", ""),
        ] {
            let (_, faults) = parse(&GOOD.replacen(whole, broken, 1));
            assert_eq!(faults.len(), 1, "{broken}: {faults:?}");
        }
    }
}
