//! Words that hurt the people this app is for, as `content/words-that-hurt.tsv` lists them.

use crate::pattern::{Lists, Pattern, words};

/// Where the list is: patterns, where they are refused, what they are allowed in, what to say instead, why.
pub const LIST: &str = "content/words-that-hurt.tsv";

/// One row of the list.
#[derive(Debug)]
pub struct Hurtful {
    pattern: Pattern,
    unless: Vec<Pattern>,
    /// Refused in names too: in what people search for, and in titles of sources.
    everywhere: bool,
    instead: String,
    facts: String,
}

/// Reads the list; a row that is not understood is told with its line.
pub fn read(list: &str) -> Result<Vec<Hurtful>, (usize, &'static str)> {
    (1..).zip(list.lines()).skip(1).map(|(number, row)| Hurtful::parse(row).map_err(|what| (number, what))).collect()
}

/// What is wrong with a text, one sentence each. `name`: it is a name or what people type, not what Trellis says.
pub fn faults<'a>(list: &'a [Hurtful], text: &str, name: bool) -> impl Iterator<Item = String> + 'a {
    let words = words(text);
    list.iter().filter(move |one| one.everywhere || !name).filter_map(move |one| {
        let place = one.pattern.find(&words, true).into_iter().find(|place| !one.is_allowed(&words, place))?;
        let said = words.get(place)?.join(" ");
        let Hurtful { instead, facts, .. } = one;
        Some(format!("`{said}` hurts (red line 15; {facts}). Say: {instead}. The list is {LIST}"))
    })
}

impl Hurtful {
    fn parse(row: &str) -> Result<Self, &'static str> {
        let [written, place, unless, instead, facts] = row.split('\t').collect::<Vec<_>>()[..] else {
            return Err("a row has five fields: words, where, unless, instead, facts");
        };
        if written.is_empty() || instead.is_empty() || facts.is_empty() {
            return Err("only `unless` may be empty");
        }
        let everywhere = match place {
            "everywhere" => true,
            "prose" => false,
            _ => return Err("`where` is `everywhere` or `prose`"),
        };
        let none = Lists::new();
        let unless = unless.split(';').filter(|one| !one.is_empty()).map(|one| Pattern::new(one, &none)).collect();
        let pattern = Pattern::new(written, &none);
        let (instead, facts) = (instead.to_owned(), facts.to_owned());
        Ok(Self { pattern, unless, everywhere, instead, facts })
    }

    fn is_allowed(&self, words: &[String], place: &std::ops::Range<usize>) -> bool {
        let mut allowed = self.unless.iter().flat_map(|unless| unless.find(words, false));
        allowed.any(|allowed| allowed.start < place.end && place.start < allowed.end)
    }
}
