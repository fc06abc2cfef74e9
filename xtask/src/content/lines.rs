//! Turns rows of the list of resources into buttons and list items, in the words of a language.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use super::resources::{Body, COUNTRIES, Need, Row};
use crate::faults::Faults;

/// The words of a language for what the list says.
pub fn words(language: &str) -> String {
    format!("content/{language}/lines.tsv")
}

/// The list in one language.
pub struct Lines<'a> {
    language: &'a str,
    rows: &'a [Row<'a>],
    words: BTreeMap<(&'a str, &'a str), &'a str>,
    missing: BTreeSet<String>,
}

impl<'a> Lines<'a> {
    /// `words` has three columns: a sort of word, what the list says, how that is said.
    pub fn new(language: &'a str, rows: &'a [Row<'a>], words: &'a str) -> Self {
        let words = words.lines().skip(1).filter_map(|line| {
            let mut cells = line.splitn(3, '\t');
            Some(((cells.next()?, cells.next()?), cells.next()?))
        });
        Self { language, rows, words: words.collect(), missing: BTreeSet::new() }
    }

    /// Names every word that was wanted and is not there.
    pub fn tell(&self, faults: &mut Faults) {
        for word in &self.missing {
            faults.at(&PathBuf::from(words(self.language)), 1, format!("`{word}` has no words here"));
        }
    }

    /// What a comment of a template asks for.
    pub fn answer(&mut self, asked: &str) -> Option<String> {
        Some(match asked.split_once(' ').unwrap_or((asked, "")) {
            ("emergency", "") => self.emergency(" data-size=\"large\" data-wide"),
            ("emergency", "small") => self.emergency(" data-size=\"large\""),
            ("emergency", "everywhere") => self.everywhere(),
            ("needs", "") => self.needs(),
            ("all", "") => self.items(Row::is_certain),
            ("unchecked", "") => self.items(Row::is_likely),
            ("lines", need) => {
                let need = Need::ALL.into_iter().find(|one| one.word() == need)?;
                COUNTRIES.map(|country| self.first(need, country)).concat()
            }
            _ => return None,
        })
    }

    fn word(&mut self, sort: &str, key: &str) -> String {
        if let Some(word) = self.words.get(&(sort, key)) {
            return escaped(word);
        }
        self.missing.insert(format!("{sort} {key}"));
        String::new()
    }

    fn say(&mut self, key: &str, with: &str) -> String {
        self.word("say", key).replace("{}", with)
    }

    /// The number of each country, for where no script puts in the right one.
    fn everywhere(&mut self) -> String {
        let rows: Vec<_> = self.rows.iter().filter(|row| row.kind == "emergency").collect();
        let links: Vec<String> = rows
            .into_iter()
            .filter_map(|row| Some((row.call()?, row)))
            .map(|(call, row)| {
                let place = row.place().unwrap_or(row.countries().first()?.to_owned());
                let place = self.word("place", place);
                Some(format!("<a href=\"tel:{}\">{}</a> {place}", call.dialled, call.shown))
            })
            .collect::<Option<_>>()
            .unwrap_or_default();
        format!("<p data-static>{}</p>", links.join(" · "))
    }

    /// `boot.js` puts in the number of the country that was chosen.
    fn emergency(&mut self, size: &str) -> String {
        let call = self.rows.iter().find(|row| row.kind == "emergency").and_then(Row::call);
        let (number, dialled) = call.map_or(("", String::new()), |call| (call.shown, call.dialled));
        let label = self.say("call", &format!("<span data-number>{number}</span>"));
        format!(
            "<a class=\"button\" data-kind=\"alert\"{size} href=\"tel:{dialled}\">{}<span>{label}</span></a>",
            icon("phone")
        )
    }

    fn needs(&mut self) -> String {
        Need::ALL
            .map(|need| format!("<option value=\"{}\">{}</option>", need.word(), self.word("need", need.word())))
            .concat()
    }

    /// The first lines to turn to in a country, each with when it was looked up.
    fn first(&mut self, need: Need, country: &str) -> String {
        let fitting: Vec<&Row> =
            self.rows.iter().filter(|row| row.need() == Some(need) && self.fits(row, country)).collect();
        let mut certain: Vec<&Row> = fitting.iter().copied().filter(|row| row.is_certain()).collect();
        certain.sort_by_key(|row| (!self.is_own(row), row.place().is_some(), rank(row)));
        let mut shown = chosen(need, &certain);
        let found = shown.iter().any(|(row, _)| row.call().is_some());
        if need != Need::Alone && (!found || country == "other") {
            shown.extend(
                self.rows
                    .iter()
                    .filter(|row| row.kind == "crisis directory" && row.is_certain())
                    .map(|row| (row, Part::Site)),
            );
        }
        let (mut buttons, mut told) = (String::new(), String::new());
        for (row, part) in shown {
            let call = match part {
                Part::All if need == Need::Alone => self.call_by_name(row),
                Part::All => self.call(row),
                Part::Texts | Part::Site => None,
            };
            let text = (part != Part::Site).then(|| self.text(row)).flatten();
            let site = (part == Part::Site).then(|| self.site(row));
            buttons.extend([call, text, site].into_iter().flatten());
            let mut facts = vec![escaped(row.name)];
            facts.extend(row.place().map(|place| self.word("place", place)));
            facts.extend([self.word("hours", row.hours), self.say("checked_short", row.date())]);
            told.push_str(&format!("<p class=\"choice__told\">{}</p>", facts.join(" · ")));
        }
        let mut out = String::new();
        if !found {
            out.push_str(&format!("<p>{}</p>", self.say(&format!("none {}", need.word()), "")));
            let likely = fitting.iter().filter(|row| need == Need::Alone && row.is_likely() && row.country != "US");
            let links: Vec<String> = likely.map(|row| format!("{}, {}", escaped(row.name), link(row))).collect();
            if !links.is_empty() {
                out.push_str(&format!("<p class=\"small\">{} {}</p>", self.say("maybe", ""), links.join("; ")));
            }
        }
        if !buttons.is_empty() {
            out.push_str(&format!("<div class=\"call-grid\">{buttons}</div>"));
        }
        let name = self.word("place", country);
        format!(
            "<div class=\"stack\" data-gap=\"1\" data-for=\"{country}\"><h2 data-static>{name}</h2>{out}{told}</div>\n"
        )
    }

    /// Whether they speak the language of the page and hardly another.
    fn is_own(&self, row: &Row) -> bool {
        self.language == "es" && row.speaks() == ["es"]
    }

    /// Whether a line is for people of this country who read this language, and not for one group of them.
    fn fits(&self, row: &Row, country: &str) -> bool {
        let for_some = ["crisis Indigenous", "crisis youth", "crisis LGBTQ+ youth", "crisis directory"];
        let names = ["Veterans Crisis Line", "StrongHearts Native Helpline"];
        let understood = match country {
            "other" => self.is_own(row),
            _ => row.speaks() != ["es"] || self.is_own(row),
        };
        row.serves(country) && understood && !for_some.contains(&row.kind) && !names.contains(&row.name)
    }

    /// One item for each row that may be shown, in the order of needs.
    fn items(&mut self, shown: impl Fn(&Row<'a>) -> bool) -> String {
        let mut rows: Vec<&Row> = self.rows.iter().filter(|row| shown(row)).collect();
        rows.sort_by_key(|row| row.need());
        rows.into_iter().map(|row| self.item(row)).collect()
    }

    fn item(&mut self, row: &Row) -> String {
        let countries = row.countries();
        let countries =
            if countries.is_empty() { String::new() } else { format!(" data-for=\"{}\"", countries.join(" ")) };
        let what = match self.words.get(&("line", row.name)) {
            Some(what) => escaped(what),
            None => self.word("kind", row.kind),
        };
        let place = row.place().map(|place| format!(" {}.", self.word("place", place))).unwrap_or_default();
        let certain = row.is_certain();
        let reach = match (certain, row.url.is_empty()) {
            (true, _) => [self.call(row), self.text(row)].into_iter().flatten().collect(),
            (false, false) => String::new(),
            (false, true) => format!("<p>{}</p>", self.say("search", "")),
        };
        let languages: Vec<String> = row.languages().map(|language| self.word("language", language)).collect();
        let mut told = vec![self.word("hours", row.hours)];
        if !languages.is_empty() {
            told.push(languages.join(", "));
        }
        if certain {
            told.push(self.say("checked", row.date()));
            told.extend((!reach.is_empty()).then(|| self.say("listed", "")));
        } else {
            told.push(self.say("unchecked", ""));
        }
        if !row.url.is_empty() {
            told.push(link(row));
        }
        format!(
            "<li data-need=\"{}\" data-speaks=\"{}\"{countries}><b>{}</b><p>{what}{place}</p>{reach}<small>{}</small></li>\n",
            row.need().map(Need::word).unwrap_or_default(),
            row.speaks().join(" "),
            escaped(row.name),
            told.join(" · ")
        )
    }

    fn call(&mut self, row: &Row) -> Option<String> {
        let call = row.call()?;
        let mut label = self.say("call", call.shown);
        if let Some(key) = call.press {
            label.push_str(&self.say("press", key));
        }
        let kind = if row.need().is_none() { "alert" } else { "people" };
        Some(button(kind, &format!("tel:{}", call.dialled), "phone", &label))
    }

    /// Where several stand together, their names tell them apart.
    fn call_by_name(&mut self, row: &Row) -> Option<String> {
        let call = row.call()?;
        let name = escaped(row.name);
        let label = format!("{name}<small>{}</small>", call.shown);
        let spoken = self.say("call_named", &format!("{name} {}", call.shown));
        Some(button("people", &format!("tel:{}\" aria-label=\"{spoken}", call.dialled), "phone", &label))
    }

    fn text(&mut self, row: &Row) -> Option<String> {
        let text = row.text().filter(|text| !text.english_only || self.language == "en")?;
        let (label, body) = match text.body {
            Body::Anything => (self.say("text", text.shown), String::new()),
            Body::Word(word) => {
                (self.say("text_word", text.shown).replace("{word}", word), format!("?&amp;body={word}"))
            }
            Body::ZipCode => (self.say("text_zip", text.shown), String::new()),
        };
        Some(button("people-soft", &format!("sms:{}{body}", text.number), "message", &label))
    }

    fn site(&mut self, row: &Row) -> String {
        let label = format!("{}<small>{}</small>", host(row.url), self.say("leaves", ""));
        format!(
            "<a class=\"button\" data-kind=\"people-line\" data-size=\"large\" rel=\"external noreferrer\" href=\"{}\">{}<span>{label}</span></a>",
            row.url,
            icon("globe")
        )
    }
}

/// A site to look at, in a sentence.
fn link(row: &Row) -> String {
    format!("<a rel=\"external noreferrer\" href=\"{}\">{}</a>", row.url, host(row.url))
}

/// Which of equal lines comes first: those that answer everyone, then those that know about drugs.
fn rank(row: &Row) -> u8 {
    match row.kind {
        "crisis" | "crisis and addiction" | "treatment referral" | "violence" => 0,
        _ => 1,
    }
}

/// What is shown of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    All,
    Texts,
    Site,
}

/// One line to call, one to write to, and a place to look further; every line where nobody should be alone.
fn chosen<'a>(need: Need, certain: &[&'a Row<'a>]) -> Vec<(&'a Row<'a>, Part)> {
    let find = |wanted: &dyn Fn(&Row) -> bool| certain.iter().copied().find(|row| wanted(row));
    if need == Need::Alone {
        return certain.iter().map(|row| (*row, Part::All)).collect();
    }
    let caller = find(&|row| row.call().is_some());
    let writer = caller.filter(|row| row.text().is_none()).and_then(|_| find(&|row| row.text().is_some()));
    let locator = find(&|row| row.kind == "treatment locator");
    let parts = [
        caller.map(|row| (row, Part::All)),
        writer.map(|row| (row, Part::Texts)),
        locator.map(|row| (row, Part::Site)),
    ];
    parts.into_iter().flatten().collect()
}

fn button(kind: &str, address: &str, drawing: &str, label: &str) -> String {
    format!(
        "<a class=\"button\" data-kind=\"{kind}\" data-size=\"large\" href=\"{address}\">{}<span>{label}</span></a>",
        icon(drawing)
    )
}

fn icon(name: &str) -> String {
    format!("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"#i-{name}\"/></svg>")
}

/// The name of a site, without what stands around it.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let name = rest.split('/').next().unwrap_or(rest);
    name.strip_prefix("www.").unwrap_or(name)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{Lines, host};
    use crate::{content::resources, faults::Faults};

    const WORDS: &str = "sort\tkey\twords\nsay\tcall\tCall {}\nsay\tpress\t, then press {}\nsay\ttext\tText {}\n\
        say\ttext_word\tText {word} to {}\nsay\tcall_named\tCall {}\nsay\tchecked\tChecked {}\nsay\tchecked_short\tSeen {}\nsay\tlisted\tListed\nsay\tunchecked\tNot checked\n\
        say\tnone alone\tNone\nsay\tmaybe\tMaybe:\nsay\tsearch\tSearch\nhours\t24/7\tAlways\nlanguage\tEnglish\tEnglish\n\
        kind\tcrisis\tAny crisis.\nkind\toverdose spotting\tThey stay.\nplace\tUS\tUnited States\nplace\tCA\tCanada\n";
    const LIST: &str = "name\tkind\tcountry\tphone\tsms\turl\thours\tlanguages\tnote\tas_of\tcertainty\n\
        A & B\tcrisis\tUS\t988 then 1\tHOME to 741741\thttps://www.a.org/x\t24/7\tEnglish\t\t2025\thigh\n\
        Stay\toverdose spotting\tUS\t800-484-3731\t\t\t24/7\tEnglish\t\t2026-09\thigh\n\
        Maybe\toverdose spotting\tCanada\t1-888-688-6677\t\thttps://m.ca\t24/7\tEnglish\t\t2026-09\tmedium\n\
        Never\toverdose spotting\tUK\t0808 801 0690\t\t\t24/7\tEnglish\t\t2021\tlow\n";

    #[test]
    fn only_what_is_certain_can_be_called_and_shows_its_date() {
        let rows = resources::rows(LIST);
        let mut lines = Lines::new("en", &rows, WORDS);
        let all = lines.answer("all").unwrap();
        assert!(all.contains("href=\"tel:988\"") && all.contains("<span>Call 988, then press 1</span>"), "{all}");
        assert!(all.contains("href=\"sms:741741?&amp;body=HOME\"") && all.contains("<b>A &amp; B</b>"), "{all}");
        assert!(all.contains("Checked 2025 · Listed") && !all.contains("Maybe") && !all.contains("Never"), "{all}");
        let unchecked = lines.answer("unchecked").unwrap();
        assert!(unchecked.contains("<b>Maybe</b>") && unchecked.contains(">m.ca</a>"), "{unchecked}");
        assert!(
            !unchecked.contains("688") && !unchecked.contains("tel:") && !unchecked.contains("Never"),
            "{unchecked}"
        );
    }

    #[test]
    fn a_country_without_a_certain_line_says_so() {
        let rows = resources::rows(LIST);
        let mut lines = Lines::new("en", &rows, WORDS);
        let alone = lines.answer("lines alone").unwrap();
        let [us, canada] = ["US", "CA"].map(|country| {
            let start = alone.find(&format!("data-for=\"{country}\"")).unwrap();
            alone[start..].lines().next().unwrap()
        });
        assert!(us.contains("tel:800-484-3731") && us.contains("Seen 2026-09"), "{us}");
        assert!(
            canada.contains("<p>None</p>") && canada.contains("Maybe: Maybe, <a") && !canada.contains("tel:"),
            "{canada}"
        );
    }

    #[test]
    fn a_missing_word_is_told_once() {
        let rows = resources::rows(LIST);
        let mut lines = Lines::new("en", &rows, "");
        let _ = lines.answer("all");
        let mut faults = Faults::default();
        lines.tell(&mut faults);
        assert!(faults.0.contains(&"content/en/lines.tsv:1: `hours 24/7` has no words here".to_owned()), "{faults:?}");
        assert!(lines.answer("lines nothing").is_none() && lines.answer("lions").is_none());
    }

    #[test]
    fn a_site_is_named_by_its_host() {
        assert_eq!(host("https://www.a.org/x/y"), "a.org");
    }
}
