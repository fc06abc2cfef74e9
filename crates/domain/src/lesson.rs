//! Something to read: the list of lessons and the blocks of one, as their files give them.

use crate::{day::Day, search};

/// A lesson as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the address.
    pub slug: String,
    /// The path it belongs to.
    pub path: Path,
    /// What it is called.
    pub title: String,
    /// How long reading takes.
    pub minutes: u16,
    /// When its facts were last checked.
    pub reviewed: Day,
    /// One sentence.
    pub summary: String,
    /// All its words, folded for searching.
    text: String,
}

/// What lessons are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Path {
    Understanding,
    Medicines,
    Body,
    Cravings,
    Feelings,
    People,
    /// Pages for somebody who loves the person, to print or hand over.
    Home,
}

impl Path {
    /// In the order of the list.
    pub const ALL: [Self; 7] =
        [Self::Understanding, Self::Medicines, Self::Body, Self::Cravings, Self::Feelings, Self::People, Self::Home];

    fn parse(code: &str) -> Option<Self> {
        Some(match code {
            "understanding" => Self::Understanding,
            "medicines" => Self::Medicines,
            "body" => Self::Body,
            "cravings" => Self::Cravings,
            "feelings" => Self::Feelings,
            "people" => Self::People,
            "home" => Self::Home,
            _ => return None,
        })
    }
}

/// A question at the end of a lesson, to remember by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub ask: String,
    /// What may be answered, and whether it is right.
    pub answers: Vec<(String, bool)>,
    /// Why it is so.
    pub why: String,
}

/// The questions among the blocks of a lesson.
pub fn questions(blocks: &[Block]) -> Vec<Question> {
    let mut all: Vec<Question> = Vec::new();
    for block in blocks {
        let text = block.text.clone();
        match (block.kind, all.last_mut()) {
            (Kind::Ask, _) => all.push(Question { ask: text, answers: Vec::new(), why: String::new() }),
            (Kind::Right, Some(last)) => last.answers.push((text, true)),
            (Kind::Wrong, Some(last)) => last.answers.push((text, false)),
            (Kind::Why, Some(last)) => last.why = text,
            _ => {}
        }
    }
    all
}

/// One block of a lesson. `**` in a text marks strong words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What kind of block it is.
    pub kind: Kind,
    /// What it says.
    pub text: String,
}

/// The kinds of block there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Title,
    Minutes,
    Reviewed,
    Heading,
    Paragraph,
    Bullet,
    Step,
    HeadsUp,
    Care,
    Ask,
    Right,
    Wrong,
    Why,
    Source,
    Limits,
}

/// Reads the list: seven fields between tabs a line. Lines that are not so are passed over.
pub fn read_list(file: &str) -> Vec<Entry> {
    let entry = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [slug, path, title, minutes, reviewed, summary, text] = fields.as_slice() else { return None };
        Some(Entry {
            slug: (*slug).to_owned(),
            path: Path::parse(path)?,
            title: (*title).to_owned(),
            minutes: minutes.parse().ok()?,
            reviewed: Day::parse(reviewed).ok()?,
            summary: (*summary).to_owned(),
            text: search::fold(&format!("{title} {summary} {text}")),
        })
    };
    file.lines().filter_map(entry).collect()
}

/// The lessons that hold every word of `query`; those with all of them in the title come first. After them those that
/// hold one of `meant`: other words for the same.
pub fn find<'a>(all: &'a [Entry], query: &str, meant: &[&str]) -> Vec<&'a Entry> {
    let words = search::words(query);
    let others: Vec<Vec<String>> = meant.iter().map(|other| search::words(other)).collect();
    let rank = |entry: &Entry| {
        if search::holds(&entry.text, &words) {
            Some(u8::from(!search::holds(&search::fold(&entry.title), &words)))
        } else {
            others.iter().any(|words| search::holds(&entry.text, words)).then_some(2)
        }
    };
    let mut found: Vec<(u8, &Entry)> = all.iter().filter_map(|entry| Some((rank(entry)?, entry))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// Reads one lesson: a block a line, its kind before a tab. Lines of unknown kind are passed over.
pub fn read(file: &str) -> Vec<Block> {
    let block = |line: &str| {
        let (kind, text) = line.split_once('\t')?;
        let kind = match kind {
            "title" => Kind::Title,
            "minutes" => Kind::Minutes,
            "reviewed" => Kind::Reviewed,
            "h2" => Kind::Heading,
            "p" => Kind::Paragraph,
            "ul" => Kind::Bullet,
            "ol" => Kind::Step,
            "heads-up" => Kind::HeadsUp,
            "care" => Kind::Care,
            "ask" => Kind::Ask,
            "right" => Kind::Right,
            "wrong" => Kind::Wrong,
            "why" => Kind::Why,
            "source" => Kind::Source,
            "limits" => Kind::Limits,
            _ => return None,
        };
        Some(Block { kind, text: text.to_owned() })
    };
    file.lines().filter_map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_is_found_by_any_word_and_titles_come_first() {
        let list = read_list(
            "a\tbody\tOne\t3\t2026-11-24\tSum\tcravings rise\nb\thome\tCravings\t3\t2026-11-24\tSum\tmore\nbroken\n",
        );
        let slugs = |query| find(&list, query, &[]).iter().map(|entry| entry.slug.clone()).collect::<Vec<_>>();
        assert_eq!(slugs("CRAV"), ["b", "a"]);
        assert_eq!(slugs(""), ["a", "b"]);
        assert_eq!(slugs("nothing"), Vec::<String>::new());
        let meant = find(&list, "urges", &["cravings rise"]);
        assert_eq!(meant.iter().map(|entry| entry.slug.as_str()).collect::<Vec<_>>(), ["a"]);
    }

    #[test]
    fn questions_have_their_answers_and_why() {
        let asked =
            questions(&read("p\tText\nask\tOne?\nwrong\tNo\nright\tYes\nwhy\tSo.\nask\tTwo?\nright\tA\nwhy\tB\n"));
        assert_eq!(asked.iter().map(|one| one.ask.as_str()).collect::<Vec<_>>(), ["One?", "Two?"]);
        assert_eq!(asked[0].answers, [("No".to_owned(), false), ("Yes".to_owned(), true)]);
        assert_eq!(asked[0].why, "So.");
    }

    #[test]
    fn a_lesson_is_read_block_by_block() {
        let blocks = read("title\tOne\np\tA **b**\nvideo\tx\nheads-up\tCare\n");
        assert_eq!(
            blocks.iter().map(|block| block.kind).collect::<Vec<_>>(),
            [Kind::Title, Kind::Paragraph, Kind::HeadsUp]
        );
    }
}
