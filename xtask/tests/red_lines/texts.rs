//! All that people read, sentence by sentence, with its place.

use crate::{Source, sources};

/// One sentence, or one name.
#[derive(Debug)]
pub struct Said {
    /// The file.
    pub path: String,
    /// Its line.
    pub line: usize,
    /// `en`, `es`, or nothing where both stand in one file.
    pub language: &'static str,
    /// What is said.
    pub text: String,
    /// Not said by Trellis: the title of a source, or what people type to find a word (1.50, 1.52).
    pub name: bool,
}

/// The neutral page that Hide goes to: it is about inches and pounds.
const NEUTRAL: &str = "public/away.html";

/// Every sentence of words, lessons, tools, tables and pages.
pub fn all() -> Vec<Said> {
    read_files().iter().flat_map(sentences).collect()
}

/// The files that hold them.
pub fn read_files() -> Vec<Source> {
    let mut files = sources(&["locales"], &[".json"]);
    files.extend(sources(&["content/en", "content/es"], &[".md", ".tsv", ".html"]));
    files.extend(sources(&["index.html", "public"], &[".html"]).into_iter().filter(|file| file.path != NEUTRAL));
    files
}

/// The sentences of one file.
pub fn sentences(file: &Source) -> Vec<Said> {
    let language = match file.path.as_str() {
        path if path.starts_with("content/en/") || path.ends_with("/en.json") => "en",
        path if path.starts_with("content/es/") || path.ends_with("/es.json") => "es",
        _ => "",
    };
    let mut found = Vec::new();
    let mut in_sources = false;
    for (line, text) in file.lines() {
        in_sources = text == "sources:" || in_sources && text.trim_start().starts_with("- ");
        let pieces: Vec<(String, bool)> = match file.path.rsplit('.').next() {
            Some("json") => strings(text).into_iter().map(|text| (text, false)).collect(),
            Some("html") => blocks(text).into_iter().map(|text| (text, false)).collect(),
            Some("tsv") => cells(file, line, text),
            _ if file.path.contains("/tools/") => vec![(tool_line(text), text.starts_with("source:"))],
            _ => vec![(lesson_line(text), in_sources)],
        };
        for (piece, name) in pieces {
            for text in split(&piece) {
                found.push(Said { path: file.path.clone(), line, language, text, name });
            }
        }
    }
    found
}

/// The strings of a line of a catalogue that are not keys.
pub fn strings(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find('"') {
        let mut values = serde_json::Deserializer::from_str(&rest[start..]).into_iter::<String>();
        let Some(Ok(text)) = values.next() else { break };
        rest = &rest[start + values.byte_offset()..];
        if !rest.trim_start().starts_with(':') {
            found.push(text);
        }
    }
    found
}

/// The cells of a row in which words stand. A term and its other names are what people look for.
fn cells(file: &Source, line: usize, row: &str) -> Vec<(String, bool)> {
    let head: Vec<&str> = file.text.lines().next().unwrap_or_default().split('\t').collect();
    let words = ["term", "also", "meaning", "title", "first_step", "heads_up", "heading", "hint", "examples", "words"];
    let cells = head.iter().zip(row.split('\t')).filter(|(column, _)| line > 1 && words.contains(column));
    cells
        .flat_map(|(column, cell)| match *column {
            "term" | "also" => cell.split(';').map(|cell| (cell.to_owned(), true)).collect(),
            "examples" => cell.split(" | ").map(|cell| (cell.to_owned(), false)).collect::<Vec<_>>(),
            _ => vec![(cell.to_owned(), false)],
        })
        .collect()
}

/// A line of a tool: as one of a lesson, and without its seconds, breaths or number.
fn tool_line(line: &str) -> String {
    let front = ["source:", "for:"];
    let counted = ["= ", "? ", "~ "].iter().any(|mark| line.starts_with(mark));
    let line = lesson_line(front.iter().find_map(|name| line.strip_prefix(name)).unwrap_or(line));
    let line = line.trim_start_matches("~ ");
    if counted {
        line.trim_start_matches(|next: char| next.is_ascii_digit() || next == ' ').to_owned()
    } else {
        line.to_owned()
    }
}

/// A line of a lesson without its marks and its facts.
fn lesson_line(line: &str) -> String {
    let line = line.split("<!--").next().unwrap_or_default().replace("**", "");
    let line = line.trim();
    let front = ["title:", "summary:", "limits:", "reviewed:", "minutes:", "sources:"];
    let line = front.iter().find_map(|name| line.strip_prefix(name)).unwrap_or(line).trim();
    let marks = ["## ", "- ", "+ ", "? ", "= ", "> [!heads-up] ", "> [!care] "];
    let line = marks.iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line);
    let numbered = line.split_once(". ").filter(|(place, _)| place.parse::<u8>().is_ok());
    numbered.map_or(line, |(_, text)| text).to_owned()
}

/// The text of a line of a page, apart where an element other than these begins or ends.
fn blocks(line: &str) -> Vec<String> {
    let mut shown = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('<') {
        shown.push_str(&rest[..start]);
        let tag = &rest[start..];
        let end =
            if tag.starts_with("<!--") { tag.find("-->").map(|end| end + 3) } else { tag.find('>').map(|end| end + 1) };
        let (tag, after) = tag.split_at(end.unwrap_or(tag.len()));
        let name = tag.trim_start_matches(['<', '/']).split([' ', '>', '/']).next().unwrap_or_default();
        let inline =
            ["b", "i", "em", "strong"].contains(&name) || name == "a" && !tag.contains("class=") || name == "!--";
        shown.push(if inline { ' ' } else { '\n' });
        rest = after;
    }
    shown.push_str(rest);
    let plain = shown.replace("&amp;", "&").replace("&nbsp;", " ");
    plain
        .split('\n')
        .map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|block| !block.is_empty())
        .collect()
}

/// The sentences of a paragraph.
fn split(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if let Some(sentence) = found.last_mut() {
            sentence.push(letter);
        }
        let ends = "!?…".contains(letter) || letter == '.';
        if ends && letters.peek().is_some_and(|next| next.is_whitespace() || "”\"»)".contains(*next)) {
            found.push(String::new());
        }
    }
    let trim = |sentence: &String| {
        sentence.trim_matches(|next: char| next.is_whitespace() || "\"”»".contains(next)).to_owned()
    };
    found.iter().map(trim).filter(|sentence| sentence.chars().any(char::is_alphanumeric)).collect()
}

#[test]
fn sentences_are_found_in_every_kind_of_file() {
    let texts = |path: &str, text: &str| {
        let file = Source { path: path.to_owned(), text: text.to_owned() };
        sentences(&file).into_iter().map(|said| (said.text, said.name)).collect::<Vec<_>>()
    };
    let said = |all: &[&str]| all.iter().map(|text| ((*text).to_owned(), false)).collect::<Vec<_>>();
    assert_eq!(
        texts("locales/en.json", "\"a\": { \"one\": \"A “b”. C\", \"other\": \"D \\\"e\\\"\" }"),
        said(&["A “b”.", "C", "D \"e"])
    );
    assert_eq!(
        texts("content/en/lessons/a.md", "title: A\n2. **Call.** Stay. <!-- 1.1 -->\n- No?"),
        said(&["A", "Call.", "Stay.", "No?"])
    );
    assert_eq!(
        texts("content/en/lessons/a.md", "sources:\n- B\nlimits: C"),
        [("B".to_owned(), true), ("C".to_owned(), false)]
    );
    assert_eq!(
        texts(
            "content/en/tools/a.md",
            "source: A\n= 20 First film: go. <!-- 5.24 -->\n~ 4 0 6 30 Breathe.\n? 1 Who?\n+ 2 pills"
        ),
        [("A", true), ("First film: go.", false), ("Breathe.", false), ("Who?", false), ("2 pills", false)]
            .map(|(text, name)| (text.to_owned(), name))
    );
    assert_eq!(
        texts("content/es/sheets.tsv", "sheet\tpart\theading\thint\texamples\tfacts\na\t0\tB\tC. D.\tE | F\t1.1"),
        said(&["B", "C.", "D.", "E", "F"])
    );
    assert_eq!(
        texts("content/es/glossary.tsv", "id\tterm\talso\tmeaning\tfacts\na\tB\tc;d\tE. F.\t1.1"),
        [("B", true), ("c", true), ("d", true), ("E.", false), ("F.", false)]
            .map(|(text, name)| (text.to_owned(), name))
    );
    assert_eq!(
        texts("index.html", "<li><b>Call.</b> Use <a href=\"#x\">it</a>.<!-- 4.1 --></li><p>Stay</p>"),
        said(&["Call.", "Use it .", "Stay"])
    );
}
