//! Holds the telephone numbers in Help against the list of resources that were looked up.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;

use crate::{faults::Faults, html};

const PAGE: &str = "index.html";
const RESOURCES: &str = super::resources::PATH;

/// One place to call or write to.
struct Resource<'a> {
    /// The digits of each number in it.
    numbers: Vec<String>,
    kind: &'a str,
    as_of: &'a str,
    certainty: &'a str,
}

/// Every number of `index.html` and of the pages made must be listed with high certainty, and the page must show beside it, once at least, when it was looked up;
/// only the numbers of emergency services, which do not change, go without.
pub fn check(pages: &BTreeMap<String, String>, faults: &mut Faults) -> Result<()> {
    if let (Some(page), Some(resources)) = (super::read(Path::new(PAGE))?, super::read(Path::new(RESOURCES))?) {
        check_page(PAGE, &page, &resources, faults);
        for (name, page) in pages {
            check_page(name, page, &resources, faults);
        }
    }
    Ok(())
}

fn check_page(name: &str, page: &str, resources: &str, faults: &mut Faults) {
    let resources: Vec<Resource> = resources.lines().skip(1).filter_map(Resource::parse).collect();
    let links: Vec<(usize, String)> = html::tags(page, "a").iter().filter_map(number_behind).collect();
    for (place, number) in &links {
        let listed: Vec<&Resource> = resources.iter().filter(|resource| resource.numbers.contains(number)).collect();
        let certain: Vec<&Resource> = listed.iter().copied().filter(|resource| resource.certainty == "high").collect();
        let items = || links.iter().filter(|(_, other)| other == number).map(|(place, _)| item_around(page, *place));
        let what = if listed.is_empty() {
            format!("{number} is not in {RESOURCES}")
        } else if certain.is_empty() {
            format!("{number} is not certain enough to be shown ({RESOURCES})")
        } else if !certain
            .iter()
            .any(|resource| resource.kind == "emergency" || items().any(|item| is_dated(item, resource)))
        {
            let dates: Vec<&str> = certain.iter().flat_map(|resource| dates(resource.as_of)).collect();
            format!("a list item with {number} must show when it was looked up ({})", dates.join(" or "))
        } else {
            continue;
        };
        faults.at(Path::new(name), 1 + page[..*place].matches('\n').count(), what);
    }
}

/// Where a link stands and the number it calls or writes to.
fn number_behind(link: &html::Tag) -> Option<(usize, String)> {
    let address = link.get("href")?;
    let number = address.strip_prefix("tel:").or_else(|| address.strip_prefix("sms:"))?;
    Some((link.range.start, digits(number.split(['?', '&', ';']).next()?)))
}

fn is_dated(item: &str, resource: &Resource) -> bool {
    dates(resource.as_of).any(|date| dates(item).any(|shown| shown == date))
}

/// The text from the start of the list item that a place is in, up to its end.
fn item_around(page: &str, place: usize) -> &str {
    let start = page[..place].rfind("<li").unwrap_or(place);
    let item = &page[start..];
    let item = &item[..item.find("</li>").unwrap_or(item.len())];
    if start + item.len() < place { "" } else { item }
}

impl<'a> Resource<'a> {
    fn parse(row: &'a str) -> Option<Self> {
        let cells: Vec<&str> = row.split('\t').collect();
        let [_, kind, _, phone, sms, .., as_of, certainty] = cells.as_slice() else { return None };
        Some(Self { numbers: numbers(phone).chain(numbers(sms)).collect(), kind, as_of, certainty: certainty.trim() })
    }
}

/// The numbers in a cell such as `1-800-662-4357; 988 then 1`, as digits without the 1 of the country.
fn numbers(cell: &str) -> impl Iterator<Item = String> {
    cell.split(|next: char| !(next.is_ascii_digit() || "-() +.".contains(next)))
        .map(digits)
        .filter(|number| number.len() >= 3)
}

fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    }
}

/// The years, months or days in a text such as `2025-08 (press options); number 2026`.
fn dates(text: &str) -> impl Iterator<Item = &str> {
    text.split(|next: char| !(next.is_ascii_digit() || next == '-'))
        .filter(|date| date.len() >= 4 && date.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::{check_page, dates, numbers};
    use crate::faults::Faults;

    const RESOURCES: &str = "name\tkind\tcountry\tphone\tsms\turl\thours\tlanguages\tnote\tas_of\tcertainty\n\
        Line\tcrisis\tUS\t1-800-662-4357\tHOME to 741741\t\t\t\t\t2026-09 listing\thigh\n\
        Any\temergency\tUS\t911\t\t\t\t\t\t2025\thigh\n\
        Other\tcrisis\tUS\t988 then 1\t\t\t\t\t\t2025\tlow\n";

    fn faults(page: &str) -> Vec<String> {
        let mut faults = Faults::default();
        check_page("index.html", page, RESOURCES, &mut faults);
        faults.0
    }

    #[test]
    fn a_number_must_be_listed_certain_and_dated() {
        let item =
            r#"<li><a href="tel:+18006624357"><a href="sms:741741?body=HOME"><small>Last checked: DATE</small></li>"#;
        assert_eq!(faults(&item.replace("DATE", "2026-09")), [""; 0]);
        assert_eq!(faults(&item.replace("DATE", "2026")).len(), 2);
        assert_eq!(faults("<li>2026-09</li><a href=\"tel:18006624357\">").len(), 1);
        assert_eq!(faults("<a href=\"tel:911\">"), [""; 0]);
        assert_eq!(
            faults(r#"<a href="tel:988">"#),
            ["index.html:1: 988 is not certain enough to be shown (content/resources.tsv)"]
        );
        assert_eq!(faults("\n\n<a href=\"tel:123456\">"), ["index.html:3: 123456 is not in content/resources.tsv"]);
    }

    #[test]
    fn numbers_and_dates_are_read_out_of_sentences() {
        assert_eq!(numbers("1-800-662-4357; 988 then 1").collect::<Vec<_>>(), ["8006624357", "988"]);
        assert_eq!(dates("2025-08 (press options); number 2026").collect::<Vec<_>>(), ["2025-08", "2026"]);
    }
}
