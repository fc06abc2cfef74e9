//! Telephone numbers and short codes: only those that were looked up, with the date, and none in lessons (red line 12; 9.01).

use crate::{none_of, sources, texts};

const LIST: &str = "content/resources.tsv";

/// A row of the list: its numbers, its dates, and whether it may be shown.
struct Listed {
    numbers: Vec<String>,
    as_of: String,
    certain: bool,
    emergency: bool,
}

fn listed() -> Vec<Listed> {
    let list = sources(&[LIST], &["resources.tsv"]).into_iter().map(|file| file.text).collect::<String>();
    let row = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [_, kind, _, phone, sms, .., as_of, certainty] = cells.as_slice() else { return None };
        let numbers = runs(phone).into_iter().chain(runs(sms)).map(|run| digits(&run)).collect();
        Some(Listed {
            numbers,
            as_of: (*as_of).to_owned(),
            certain: certainty.trim() == "high",
            emergency: *kind == "emergency",
        })
    };
    list.lines().skip(1).filter_map(row).collect()
}

/// Digits of a number without the 1 of the country.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    }
}

/// Runs of digits with what may stand inside a number.
fn runs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut run = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let inside = " -().\u{a0}".contains(letter)
            && !run.is_empty()
            && letters.peek().is_some_and(|next| next.is_ascii_digit() || *next == '(');
        if letter.is_ascii_digit() || inside {
            run.push(letter);
        } else if !run.is_empty() {
            found.push(std::mem::take(&mut run));
        }
    }
    found.extend((!run.is_empty()).then_some(run));
    found
}

/// Words after which a few digits are a number to reach.
const REACH: [&str; 19] = [
    "call", "dial", "text", "press", "to", "al", "marca", "llama", "llamar", "llame", "envía", "enviar", "manda",
    "mensaje", "número", "number", "line", "línea", "tel",
];
/// Numbers that everybody takes for one to call.
const KNOWN: [&str; 12] =
    ["911", "988", "999", "112", "000", "116123", "111", "211", "741741", "838255", "435748", "88788"];

/// The numbers in a sentence that look like ones to reach.
fn numbers_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for run in runs(text) {
        let digits = digits(&run);
        let before: String = text.split(run.as_str()).next().unwrap_or_default().to_lowercase();
        if before.ends_with(char::is_alphabetic) {
            continue; // The number of a paper: PMC9926005.
        }
        let word = before.split(|next: char| !next.is_alphabetic()).rfind(|word| !word.is_empty()).unwrap_or_default();
        let close = before.trim_end().ends_with(word) && !word.is_empty();
        let date = run.len() >= 7 && run.starts_with("20") && run.chars().nth(4) == Some('-')
            || run.len() == 4 && run.starts_with("20");
        let decimal = run.matches('.').count() == 1 && !run.contains([' ', '-', '(']);
        let long = digits.len() >= 7 && run.len() < 24 && !decimal;
        let asked = ["call", "dial", "text", "marca", "llama", "llamar", "envía", "enviar"]
            .iter()
            .any(|verb| before.contains(verb));
        let short = (3..=6).contains(&digits.len()) && close && REACH.contains(&word) && asked && !decimal;
        if !date && (long || short || KNOWN.contains(&digits.as_str()) && !decimal && !run.contains('.')) {
            found.push(run.trim().to_owned());
        }
    }
    found
}

/// Why a number may not stand in a text with these dates in it.
fn fault(number: &str, around: &str, listed: &[Listed]) -> Option<String> {
    let rows: Vec<&Listed> = listed.iter().filter(|row| row.numbers.contains(&digits(number))).collect();
    let shown = |row: &&&Listed| {
        runs(&row.as_of.replace('-', "/")).iter().any(|year| year.len() == 4 && around.contains(year.as_str()))
    };
    if rows.is_empty() {
        Some(format!("is not in {LIST}: look it up, and add it with the date"))
    } else if !rows.iter().any(|row| row.certain) {
        Some(format!("is not certain enough to be shown ({LIST})"))
    } else if rows.iter().any(|row| row.emergency) || rows.iter().any(|row| shown(&row)) {
        None
    } else {
        Some("stands without the date it was looked up".to_owned())
    }
}

/// Whether it is the number of emergency services, which does not grow old.
fn is_emergency(number: &str, listed: &[Listed]) -> bool {
    listed.iter().any(|row| row.emergency && row.certain && row.numbers.contains(&digits(number)))
}

#[test]
fn lessons_and_words_hold_no_number_that_was_not_looked_up() {
    let listed = listed();
    let mut faults = Vec::new();
    for said in texts::all().into_iter().filter(|said| !said.name && !said.path.ends_with(".html")) {
        for number in numbers_in(&said.text) {
            let (path, line, text) = (&said.path, said.line, &said.text);
            if path.ends_with("/sheets.tsv") && is_emergency(&number, &listed) {
                continue; // A plan on paper has no Help beside it.
            }
            if path.starts_with("content/") {
                faults.push(format!(
                    "{path}:{line}: “{text}”: `{number}` looks like a number to call; lessons, tools and tables hold none, for they are \
                     kept for ever (red line 12; 9.01). Say: Help now has numbers."
                ));
            } else if let Some(why) = fault(&number, text, &listed) {
                faults.push(format!("{path}:{line}: “{text}”: `{number}` {why} (red line 12; 9.01)"));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn pages_show_only_numbers_that_were_looked_up() {
    let listed = listed();
    let mut faults = Vec::new();
    for file in texts::read_files().into_iter().filter(|file| file.path.ends_with(".html")) {
        let said = texts::sentences(&file);
        for one in &said {
            for number in numbers_in(&one.text) {
                // The date may stand with the same number in a list further up or down.
                let of_number =
                    file.lines().filter(|(_, line)| runs(line).iter().any(|run| digits(run) == digits(&number)));
                let around: String = of_number.map(|(_, line)| line).collect();
                if let Some(why) = fault(&number, &around, &listed) {
                    faults.push(format!(
                        "{}:{}: “{}”: `{number}` {why} (red line 12; 9.01)",
                        file.path, one.line, one.text
                    ));
                }
            }
        }
    }
    none_of(&faults);
}

/// A button that says one number and calls another is worse than none.
#[test]
fn buttons_call_the_number_that_they_say() {
    let mut faults = Vec::new();
    for file in sources(&["index.html", "content/en", "content/es"], &[".html"]) {
        for (number, line) in file.lines() {
            for link in
                line.split("<a ").skip(1).filter(|link| link.contains("href=\"tel:") || link.contains("href=\"sms:"))
            {
                let address =
                    link.split("href=\"").nth(1).and_then(|after| after.split('"').next()).unwrap_or_default();
                let called = address[4..].split(['?', ';']).next().unwrap_or_default();
                let after = link;
                let shown: String = after
                    .split_once('>')
                    .map(|(_, shown)| shown)
                    .unwrap_or_default()
                    .split("</a>")
                    .next()
                    .unwrap_or_default()
                    .split('<')
                    .map(|part| part.rsplit('>').next().unwrap_or_default())
                    .collect();
                if !runs(&shown).iter().any(|run| digits(run) == digits(called)) {
                    faults.push(format!(
                        "{}:{number}: the button “{shown}” calls {called}: make them one number",
                        file.path
                    ));
                }
            }
        }
    }
    none_of(&faults);
}

#[test]
fn numbers_to_reach_are_told_from_others() {
    for (text, numbers) in [
        ("Call 1-800-662-4357 now", vec!["1-800-662-4357"]),
        ("Text HOME to 741741", vec!["741741"]),
        ("Llama al 116 123", vec!["116 123"]),
        ("Marca 2", vec![]),
        ("A study of 5,481 people in 2021", vec![]),
        ("Choose a day like 2026-11-24.", vec![]),
        ("Like 40.7128, -74.0060", vec![]),
        ("Use a number of days from 1 to 365", vec![]),
        ("In an emergency: 911", vec!["911"]),
    ] {
        assert_eq!(numbers_in(text), numbers, "{text}");
    }
}
