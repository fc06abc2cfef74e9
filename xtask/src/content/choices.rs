//! Makes the pages behind the choices of Help: a template a language, and every number from the list of resources.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use catalogue::LANGUAGES;

use super::{
    lines::{self, Lines},
    resources,
};
use crate::{faults::Faults, html};

/// Where the pages lie; `index.html` tells Trunk to copy this folder to the root of the site.
pub const MADE: &str = "target/site/pages";
/// What stands in a page for the style sheets of the app, whose names are known only once the site is built.
pub const STYLES: &str = "<link rel=\"stylesheet\" href=\"/app.css\">";
const INDEX: &str = "index.html";

/// The address of the page in a language, as the name of a file.
pub fn file_name(language: &str) -> String {
    format!("help-{language}.html")
}

/// The template of a language.
pub fn template(language: &str) -> String {
    format!("content/{language}/help.html")
}

/// The pages by the names of their files.
pub fn compile(faults: &mut Faults) -> Result<BTreeMap<String, String>> {
    let index = super::read(Path::new(INDEX))?.context("index.html is missing")?;
    let list = super::read(Path::new(resources::PATH))?.unwrap_or_default();
    let rows = resources::rows(&list);
    let mut pages = BTreeMap::new();
    for language in LANGUAGES {
        let path = template(language);
        let text = super::read(Path::new(&path))?.unwrap_or_default();
        refuse_typed_numbers(Path::new(&path), &text, faults);
        let words = super::read(Path::new(&lines::words(language)))?.unwrap_or_default();
        let mut lines = Lines::new(language, &rows, &words);
        let page = fill(Path::new(&path), &text, &index, &mut lines, faults);
        lines.tell(faults);
        pages.insert(file_name(language), page);
    }
    Ok(pages)
}

/// Writes the pages where Trunk takes them from.
pub fn write(pages: &BTreeMap<String, String>) -> Result<()> {
    let folder = Path::new(MADE);
    fs::create_dir_all(folder)?;
    for (name, text) in pages {
        let path = folder.join(name);
        if fs::read_to_string(&path).ok().as_ref() != Some(text) {
            fs::write(path, text)?;
        }
    }
    Ok(())
}

/// Puts the style sheets that `page` links into the pages of a built site.
pub fn dress(site: &Path, page: &str) -> Result<()> {
    let links = html::tags(page, "link");
    let styles = links.iter().filter(|link| link.get("rel") == Some("stylesheet"));
    let styles: String = styles.map(|link| &page[link.range.clone()]).collect();
    for name in LANGUAGES.map(file_name) {
        let path = site.join(name);
        if path.exists() {
            fs::write(&path, fs::read_to_string(&path)?.replace(STYLES, &styles))?;
        }
    }
    Ok(())
}

/// Tells the pages of a built site that they are a release.
pub fn stamp(site: &Path, version: &str) -> Result<()> {
    for path in LANGUAGES.map(|language| site.join(file_name(language))).iter().filter(|path| path.exists()) {
        let text = fs::read_to_string(path)?.replace("data-content=\"dev\"", &format!("data-content=\"{version}\""));
        fs::write(path, text)?;
    }
    Ok(())
}

/// Numbers come from the list: a typed one could be another.
fn refuse_typed_numbers(path: &Path, text: &str, faults: &mut Faults) {
    for (number, line) in (1..).zip(text.lines()) {
        if line.contains("tel:") || line.contains("sms:") {
            faults.at(path, number, format!("a typed number: name the lines of {} instead", resources::PATH));
        }
    }
}

/// Answers each comment of the template: numbers of facts go, everything else is asked for.
fn fill(path: &Path, text: &str, index: &str, lines: &mut Lines, faults: &mut Faults) -> String {
    let mut page = String::with_capacity(text.len() * 4);
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        page.push_str(before);
        let (asked, after) = comment.split_once("-->").unwrap_or((comment, ""));
        let asked = asked.trim();
        let line = text[..text.len() - rest.len() + before.len()].matches('\n').count() + 1;
        rest = after;
        if asked.starts_with(|first: char| first.is_ascii_digit()) {
            continue;
        }
        match answer(asked, index, lines) {
            Some(answer) => page.push_str(&answer),
            None => faults.at(path, line, format!("`{asked}` is neither the number of a fact nor known here")),
        }
    }
    page.push_str(rest);
    let icons = icons(index, &page);
    page.replace(ICONS, &icons)
}

/// Marks the place of the drawings until it is known which are used.
const ICONS: &str = "<svg hidden></svg>";

fn answer(asked: &str, index: &str, lines: &mut Lines) -> Option<String> {
    Some(match asked {
        "policy" => {
            let metas = html::tags(index, "meta");
            let policy = metas.iter().find(|meta| meta.get("http-equiv") == Some("Content-Security-Policy"))?;
            index[policy.range.clone()].to_owned()
        }
        "styles" => STYLES.to_owned(),
        "icons" => ICONS.to_owned(),
        _ => lines.answer(asked)?,
    })
}

/// The drawings of `index.html` that the page uses.
fn icons(index: &str, page: &str) -> String {
    let used: BTreeSet<&str> =
        html::tags(page, "use").iter().filter_map(|one| one.get("href")?.strip_prefix('#')).collect();
    let drawings =
        html::tags(index, "symbol").into_iter().filter(|one| one.get("id").is_some_and(|id| used.contains(id)));
    let drawings: String = drawings
        .map(|one| {
            let drawing = &index[one.range.start..];
            drawing.split_inclusive("</symbol>").next().unwrap_or_default().to_owned()
        })
        .collect();
    format!("<svg hidden>{drawings}</svg>")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{fill, refuse_typed_numbers};
    use crate::{
        content::{lines::Lines, resources},
        faults::Faults,
    };

    const INDEX: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">\
        <symbol id=\"i-a\"><path/></symbol><symbol id=\"i-phone\"><path d=\"\"/></symbol>";

    #[test]
    fn a_template_is_filled_and_keeps_no_comment() {
        let rows = resources::rows("");
        let mut lines = Lines::new("en", &rows, "");
        let mut faults = Faults::default();
        let text = "<!-- policy --><!-- icons --><p>a<!-- 4.11 0.3 --></p>\n<use href=\"#i-phone\"/><!-- lions -->";
        let page = fill(Path::new("t.html"), text, INDEX, &mut lines, &mut faults);
        assert_eq!(
            page,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"x\"><svg hidden><symbol id=\"i-phone\">\
             <path d=\"\"/></symbol></svg><p>a</p>\n<use href=\"#i-phone\"/>"
        );
        assert_eq!(faults.0, ["t.html:2: `lions` is neither the number of a fact nor known here"]);
    }

    #[test]
    fn a_typed_number_is_refused() {
        let mut faults = Faults::default();
        refuse_typed_numbers(Path::new("t.html"), "<p>\n<a href=\"tel:911\">", &mut faults);
        assert_eq!(faults.0, ["t.html:2: a typed number: name the lines of content/resources.tsv instead"]);
    }
}
