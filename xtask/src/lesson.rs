//! Reads a lesson: front matter, one block a line, and three questions.
//!
//! The lines are a strict subset of Markdown, read by hand: a Markdown library would accept far more than the app
//! can show (tables, links, raw HTML), and could not say in which line a translation departs from its source.

use std::{fmt::Write, path::Path};

use crate::faults::Faults;

/// A lesson in one language.
#[derive(Debug, Default)]
pub struct Lesson {
    pub title: String,
    pub summary: String,
    pub minutes: String,
    pub reviewed: String,
    pub sources: Vec<String>,
    pub limits: String,
    pub blocks: Vec<Block>,
    /// Three times a question, its answers and why.
    pub questions: Vec<Block>,
}

/// A paragraph, a heading, one item of a list, a note set apart, or a line of a question.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: &'static str,
    /// `**` marks strong words.
    pub text: String,
    /// Numbers of the facts it rests on.
    pub facts: Vec<String>,
    pub line: usize,
}

/// What begins the lines of a question. Exactly one answer is right.
const OF_QUESTIONS: [(&str, &str); 4] = [("? ", "ask"), ("+ ", "right"), ("- ", "wrong"), ("= ", "why")];
const QUESTIONS: usize = 3;

const MARKS: [(&str, &str); 4] = [("## ", "h2"), ("- ", "ul"), ("> [!heads-up] ", "heads-up"), ("> [!care] ", "care")];

impl Lesson {
    /// Reads the text of the file at `path`; what is wrong with it goes to `faults`.
    pub fn parse(path: &Path, text: &str, faults: &mut Faults) -> Self {
        let mut lesson = Self::default();
        let mut lines = (1..).zip(text.lines());
        if lines.next().is_none_or(|(_, line)| line != "---") {
            faults.at(path, 1, "a lesson begins with a line `---` and its front matter");
            return lesson;
        }
        let mut in_sources = false;
        for (number, line) in lines.by_ref() {
            if line == "---" {
                break;
            }
            in_sources = lesson.read_front_matter(line, in_sources).unwrap_or_else(|| {
                faults.at(path, number, "unknown line in the front matter");
                false
            });
        }
        let mut place = 1;
        for (number, line) in lines.by_ref().filter(|(_, line)| !line.is_empty()) {
            if line == "---" {
                break;
            }
            match Block::parse(line, number, place) {
                Ok(block) => {
                    place = if block.kind == "ol" { place + 1 } else { 1 };
                    lesson.blocks.push(block);
                }
                Err(what) => faults.at(path, number, what),
            }
        }
        for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
            match Block::of_question(line, number) {
                Ok(block) => lesson.questions.push(block),
                Err(what) => faults.at(path, number, what),
            }
        }
        lesson.check(path, faults);
        lesson
    }

    /// Takes one line; says whether the lines of `sources:` go on.
    fn read_front_matter(&mut self, line: &str, in_sources: bool) -> Option<bool> {
        if let Some(source) = line.trim_start().strip_prefix("- ") {
            self.sources.push(source.trim().to_owned());
            return in_sources.then_some(true);
        }
        let (name, value) = line.split_once(':')?;
        let value = value.trim();
        let field = match name {
            "title" => &mut self.title,
            "summary" => &mut self.summary,
            "minutes" => &mut self.minutes,
            "reviewed" => &mut self.reviewed,
            "limits" => &mut self.limits,
            "sources" if value.is_empty() => return Some(true),
            _ => return None,
        };
        // A value may stand in quotes, as YAML wants it when it contains `: `.
        let quoted = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
        quoted.unwrap_or(value).clone_into(field);
        Some(false)
    }

    fn check(&self, path: &Path, faults: &mut Faults) {
        for (name, value) in [("title", &self.title), ("summary", &self.summary), ("limits", &self.limits)] {
            if value.is_empty() {
                faults.at(path, 1, format!("`{name}:` is missing in the front matter"));
            }
        }
        if self.minutes.parse::<u8>().is_err() {
            faults.at(path, 1, "`minutes:` must be a whole number");
        }
        if !is_date(&self.reviewed) {
            faults.at(path, 1, "`reviewed:` must be a date like 2026-11-24");
        }
        if self.sources.is_empty() {
            faults.at(path, 1, "`sources:` must name at least one source");
        }
        if self.blocks.is_empty() {
            faults.at(path, 1, "the lesson says nothing");
        }
        let asked: Vec<&[Block]> =
            self.questions.chunk_by(|_, next| next.kind != "ask").filter(|lines| is_question(lines)).collect();
        if asked.len() != QUESTIONS || asked.iter().map(|lines| lines.len()).sum::<usize>() != self.questions.len() {
            let wanted =
                "after a line `---`: `? `, two or three answers of which one is `+ ` and the others `- `, `= `";
            faults.at(path, 1, format!("wants {QUESTIONS} questions {wanted}"));
        }
    }

    /// The file the app reads: a line per block, its kind before it.
    pub fn packed(&self) -> String {
        let head = [("title", &self.title), ("minutes", &self.minutes), ("reviewed", &self.reviewed)];
        let blocks = self.blocks.iter().map(|block| (block.kind, &block.text));
        let sources = self.sources.iter().map(|source| ("source", source));
        let questions = self.questions.iter().map(|block| (block.kind, &block.text));
        let end = sources.chain([("limits", &self.limits)]);
        let lines = head.into_iter().chain(blocks).chain(questions).chain(end);
        lines.fold(String::new(), |mut packed, (kind, text)| {
            let _ = writeln!(packed, "{kind}\t{text}");
            packed
        })
    }

    /// Its line in the list of lessons: what the list shows and what the search looks through.
    pub fn listed(&self, slug: &str, path: &str) -> String {
        let words = self.blocks.iter().map(|block| block.text.replace("**", "")).collect::<Vec<_>>().join(" ");
        [slug, path, &self.title, &self.minutes, &self.reviewed, &self.summary, &words].join("\t")
    }
}

impl Block {
    /// `expected` is the place that an item of a numbered list would have here.
    fn parse(line: &str, number: usize, expected: usize) -> Result<Self, &'static str> {
        let (line, facts) = cited(line)?;
        let marked = MARKS.iter().find_map(|(mark, kind)| Some((*kind, line.strip_prefix(mark)?)));
        let (kind, text) = match (marked, numbered(line)) {
            (Some(marked), _) => marked,
            (None, Some((place, text))) if place == expected => ("ol", text),
            (None, Some(_)) => return Err("a numbered list counts 1. 2. 3. without a gap"),
            (None, None) => ("p", line),
        };
        if text.is_empty() || text.starts_with(['#', '-', '+', '>', '|', '=', ' ', '\t']) {
            return Err(
                "unknown kind of line; known are a paragraph, `## `, `- `, `1. `, `> [!heads-up] `, `> [!care] `",
            );
        }
        if text.matches("**").count() % 2 == 1 {
            return Err("`**` opens and does not close");
        }
        if text.replace("**", "").contains(['*', '_', '`', '<', '>', '\t']) || text.contains("](") {
            return Err("only `**strong**` may mark words inside a line");
        }
        Ok(Self { kind, text: text.to_owned(), facts, line: number })
    }

    fn of_question(line: &str, number: usize) -> Result<Self, &'static str> {
        let (line, facts) = cited(line)?;
        let marked = OF_QUESTIONS.iter().find_map(|(mark, kind)| Some((*kind, line.strip_prefix(mark)?)));
        let (kind, text) = marked.ok_or("a line of a question begins with `? `, `+ `, `- ` or `= `")?;
        if text.contains(['*', '`', '<', '>', '\t']) {
            return Err("a question has plain words only");
        }
        Ok(Self { kind, text: text.to_owned(), facts, line: number })
    }
}

/// A line, and the facts it cites at its end.
pub fn cited(line: &str) -> Result<(&str, Vec<String>), &'static str> {
    let Some((text, comment)) = line.rsplit_once("<!--") else { return Ok((line.trim_end(), Vec::new())) };
    let list = comment.trim_end().strip_suffix("-->").ok_or("a comment ends its line with `-->`")?;
    Ok((text.trim_end(), facts_in(list)))
}

/// A question, two or three answers of which one is right, and why.
fn is_question(lines: &[Block]) -> bool {
    let [ask, answers @ .., why] = lines else { return false };
    let count = |kind| answers.iter().filter(|answer| answer.kind == kind).count();
    ask.kind == "ask"
        && why.kind == "why"
        && count("right") == 1
        && matches!(count("wrong"), 1..=2)
        && answers.len() == count("right") + count("wrong")
}

/// The numbers in a comment like ` 3.40, 3.41 `.
pub fn facts_in(comment: &str) -> Vec<String> {
    let parts = comment.split(|next: char| next == ',' || next.is_whitespace());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The place and the text of an item in a numbered list.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, text) = line.split_once(". ")?;
    (number.len() < 3).then_some((number.parse().ok()?, text))
}

/// Whether a text is a date `YYYY-MM-DD`.
pub fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let within =
        |part: &str, digits, most| part.len() == digits && part.parse().is_ok_and(|n: u16| (1..=most).contains(&n));
    within(year, 4, 9999) && within(month, 2, 12) && within(day, 2, 31)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Block, Lesson};
    use crate::faults::Faults;

    const GOOD: &str = "---\ntitle: Waves\nsummary: How a craving passes.\nminutes: 3\nreviewed: 2026-11-24\nsources:\n\
        - One\n  - Two: a study\nlimits: Not advice.\n---\n\nIt **passes**. <!-- 1.2, 3.40 -->\n\n## Then\n- a\n1. b\n2. bb\n\
        > [!heads-up] c\n> [!care] d\n\n---\n\n? Q\n- n\n+ y\n= w <!-- 1.2 -->\n? Q\n+ y\n- n\n= w\n? Q\n+ y\n- n\n- m\n= w\n";

    fn parse(text: &str) -> (Lesson, Vec<String>) {
        let mut faults = Faults::default();
        let lesson = Lesson::parse(Path::new("waves.md"), text, &mut faults);
        (lesson, faults.0)
    }

    #[test]
    fn a_lesson_is_read_block_by_block() {
        let (lesson, faults) = parse(GOOD);
        assert_eq!(faults, [""; 0]);
        assert_eq!(lesson.blocks[0].facts, ["1.2", "3.40"]);
        assert_eq!(lesson.blocks[0].line, 12);
        assert_eq!(
            lesson.packed(),
            "title\tWaves\nminutes\t3\nreviewed\t2026-11-24\np\tIt **passes**.\nh2\tThen\nul\ta\nol\tb\nol\tbb\nheads-up\tc\n\
             care\td\nask\tQ\nwrong\tn\nright\ty\nwhy\tw\nask\tQ\nright\ty\nwrong\tn\nwhy\tw\nask\tQ\nright\ty\nwrong\tn\nwrong\tm\n\
             why\tw\nsource\tOne\nsource\tTwo: a study\nlimits\tNot advice.\n"
        );
        assert_eq!(
            lesson.listed("waves", "cravings"),
            "waves\tcravings\tWaves\t3\t2026-11-24\tHow a craving passes.\tIt passes. Then a b bb c d"
        );
    }

    #[test]
    fn what_is_not_known_is_refused_with_its_line() {
        for line in
            ["# big", "* star", "2. two", "> plain", "a [link](x)", "<b>x</b>", "an *i* b", "an **open", "| a |", "  a"]
        {
            assert!(Block::parse(line, 1, 1).is_err(), "{line}");
        }
        let (_, faults) = parse(&GOOD.replace("- a", "+ a"));
        assert!(faults[0].starts_with("waves.md:15: unknown kind of line"), "{faults:?}");
    }

    #[test]
    fn a_lesson_asks_three_questions_of_which_each_has_one_right_answer() {
        for (whole, broken) in
            [("? Q\n- n\n+ y\n", "? Q\n+ n\n+ y\n"), ("= w\n? Q\n+ y\n- n\n- m", "= w\n+ y\n- n\n- m")]
        {
            let (_, faults) = parse(&GOOD.replacen(whole, broken, 1));
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert!(faults[0].starts_with("waves.md:1: wants 3 questions"), "{faults:?}");
        }
    }

    #[test]
    fn the_front_matter_must_be_whole() {
        let (_, faults) = parse("---\ntitle: A\nreviewed: 2026-13-01\nodd\n---\n");
        assert_eq!(faults.len(), 8, "{faults:?}");
        assert_eq!(parse("no").1.len(), 1);
    }
}
