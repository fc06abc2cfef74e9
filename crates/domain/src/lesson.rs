//! Something to read: the list of lessons and the blocks of one, as their files give them.

use crate::{day::Day, search};

/// A lesson as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the address.
    pub slug: String,
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
    Source,
    Limits,
}

/// Reads the list: six fields between tabs a line. Lines that are not so are passed over.
pub fn read_list(file: &str) -> Vec<Entry> {
    let entry = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [slug, title, minutes, reviewed, summary, text] = fields.as_slice() else { return None };
        Some(Entry {
            slug: (*slug).to_owned(),
            title: (*title).to_owned(),
            minutes: minutes.parse().ok()?,
            reviewed: Day::parse(reviewed).ok()?,
            summary: (*summary).to_owned(),
            text: search::fold(&format!("{title} {summary} {text}")),
        })
    };
    file.lines().filter_map(entry).collect()
}

/// The lessons that hold every word of `query`; those with all of them in the title come first.
pub fn find<'a>(all: &'a [Entry], query: &str) -> Vec<&'a Entry> {
    let words = search::words(query);
    let mut found: Vec<&Entry> = all.iter().filter(|entry| search::holds(&entry.text, &words)).collect();
    found.sort_by_key(|entry| !search::holds(&search::fold(&entry.title), &words));
    found
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
        let list =
            read_list("a\tOne\t3\t2026-11-24\tSum\tcravings rise\nb\tCravings\t3\t2026-11-24\tSum\tmore\nbroken\n");
        let slugs = |query| find(&list, query).iter().map(|entry| entry.slug.clone()).collect::<Vec<_>>();
        assert_eq!(slugs("CRAV"), ["b", "a"]);
        assert_eq!(slugs(""), ["a", "b"]);
        assert_eq!(slugs("nothing"), Vec::<String>::new());
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
