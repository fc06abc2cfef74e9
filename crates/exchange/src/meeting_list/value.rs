//! The values of a list as people and programs write them: texts, days, times, numbers.

use std::borrow::Cow;

use domain::{day::Minute, recurrence::Weekdays, search};

/// The text of a file: UTF-8 or UTF-16 with a mark, or else the letters of Windows in the West, as spreadsheets write
/// them. `None` if it is no text.
pub(super) fn text_of(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let units = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| Some(of(pair.try_into().ok()?))).collect();
        String::from_utf16(&units).ok().map(Cow::Owned)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => return units(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return units(rest, u16::from_be_bytes),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(_) if bytes.contains(&0) => None,
        Err(_) => Some(Cow::Owned(bytes.iter().map(|byte| western(*byte)).collect())),
    }
}

/// The letter that Windows in the West means by a byte.
fn western(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|place| FROM_80.get(usize::from(place))).copied().unwrap_or(char::from(byte))
}

/// A time of day: `19:00`, `9:00`, `19:00:00`, `7:30 PM`, `7 p.m.`
pub(super) fn minute(text: &str) -> Option<Minute> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '.').collect();
    let text = text.to_ascii_lowercase();
    let half = |ending: &str, add: u16| text.strip_suffix(ending).map(|rest| (rest, add));
    let (clock, add) = match half("am", 0).or(half("pm", 12)) {
        Some((rest, add)) => (rest, Some(add)),
        None => (text.as_str(), None),
    };
    let is_number = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|digit| digit.is_ascii_digit());
    let number = |part: &str| is_number(part).then(|| part.parse::<u16>().ok()).flatten();
    let mut parts = clock.split(':');
    let hour = number(parts.next()?)?;
    let minutes = match parts.next() {
        Some(part) => number(part).filter(|minutes| part.len() == 2 && *minutes < 60)?,
        None => add.map(|_| 0)?,
    };
    let seconds = parts.next().is_none_or(|part| number(part).is_some_and(|seconds| seconds < 60));
    let hour = match add {
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return None,
        None => hour,
    };
    (hour < 24 && seconds && parts.next().is_none()).then(|| Minute::from(hour * 60 + minutes))
}

const NAMES: [&[&str]; 7] = [
    &["monday", "mondays", "mon", "lunes", "lun", "lundi"],
    &["tuesday", "tuesdays", "tue", "tues", "martes", "mar", "mardi"],
    &["wednesday", "wednesdays", "wed", "miercoles", "mie", "mercredi"],
    &["thursday", "thursdays", "thu", "thur", "thurs", "jueves", "jue", "jeudi"],
    &["friday", "fridays", "fri", "viernes", "vie", "vendredi"],
    &["saturday", "saturdays", "sat", "sabado", "sabados", "sab", "samedi"],
    &["sunday", "sundays", "sun", "domingo", "domingos", "dom", "dimanche"],
];

/// Weekdays from numbers (0 is Sunday) or names; none is by appointment. `None` if one of them is no weekday.
pub(super) fn days(texts: &[String]) -> Option<Weekdays> {
    let mut days = Weekdays::default();
    for text in texts {
        if let Some(day) = number(text) {
            days = days.with(weekday(day)?, true);
            continue;
        }
        let text = search::fold(text);
        match text.trim().trim_end_matches('.') {
            "appointment" | "by appointment" | "con cita" => continue,
            "daily" | "every day" | "everyday" | "diario" | "todos los dias" => {
                days = (0..7).fold(days, |days, day| days.with(day, true));
                continue;
            }
            _ => {}
        }
        let words = text.split([',', ';', '/', '|', '&', ' ', '\n', '\t']).map(|word| word.trim_matches('.'));
        for word in words.filter(|word| !matches!(*word, "" | "and" | "y")) {
            let named = || NAMES.iter().position(|names| names.contains(&word)).and_then(|day| u8::try_from(day).ok());
            days = days.with(number(word).map_or_else(named, weekday)?, true);
        }
    }
    Some(days)
}

/// From Sunday as 0 to Monday as 0.
fn weekday(from_sunday: f64) -> Option<u8> {
    (0..7).find(|day| (f64::from(*day) - from_sunday).abs() < f64::EPSILON).map(|day| (day + 6) % 7)
}

/// A number, with a point or a comma before its fraction.
pub(super) fn number(text: &str) -> Option<f64> {
    text.trim().replacen(',', ".", 1).parse::<f64>().ok().filter(|number| number.is_finite())
}

/// Whether a text says yes.
pub(super) fn is_yes(text: &str) -> bool {
    matches!(&*search::fold(text.trim()), "yes" | "y" | "true" | "1" | "si")
}

/// A text without the marks of HTML, if it has any.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '&']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (written, length) = if from.starts_with('<') { tag(from) } else { entity(from) };
        out.extend(written);
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What stands for the tag that `text` begins with, and its length; a `<` that begins none stays.
fn tag(text: &str) -> (Option<char>, usize) {
    let is_tag = text.get(1..).is_some_and(|rest| {
        rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!'))
    });
    let within = text.char_indices().take(MOST_OF_A_TAG).find(|(_, letter)| *letter == '>');
    match within {
        Some((end, _)) if is_tag => {
            let name = text.get(1..end).unwrap_or_default().trim_start_matches('/').to_ascii_lowercase();
            let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
            let breaks = matches!(name, "br" | "p" | "div" | "li" | "tr" | "ul" | "ol");
            (breaks.then_some('\n'), end + 1)
        }
        _ => (Some('<'), 1),
    }
}

/// How many letters are looked through for the end of a tag.
const MOST_OF_A_TAG: usize = 2_000;

/// The letter that an entity at the start of `text` stands for, and its length; an `&` that begins none stays.
fn entity(text: &str) -> (Option<char>, usize) {
    let end = text.bytes().take(12).position(|byte| byte == b';');
    let name = end.and_then(|end| text.get(1..end)).unwrap_or_default();
    let letter = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "rsquo" => Some('’'),
        "nbsp" => Some(' '),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        _ => name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(digits) => char::from_u32(u32::from_str_radix(digits, 16).ok()?),
            None => char::from_u32(number.parse().ok()?),
        }),
    };
    match (letter, end) {
        (Some(letter), Some(end)) => (Some(letter), end + 1),
        _ => (Some('&'), 1),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_are_read_as_lists_write_them() {
        let read = |text: &str| minute(text).map(|minute| minute.to_string());
        for (text, time) in [
            ("19:00", "19:00"),
            ("9:00", "09:00"),
            ("19:30:00", "19:30"),
            ("7:30 PM", "19:30"),
            ("7:30 p. m.", "19:30"),
            ("12:00am", "00:00"),
            ("12:15 P.M.", "12:15"),
            ("7 pm", "19:00"),
            (" 00:00 ", "00:00"),
        ] {
            assert_eq!(read(text).as_deref(), Some(time), "{text}");
        }
        for text in [
            "",
            "24:00",
            "19",
            "19:5",
            "25:00",
            "13:00 pm",
            "0:30 pm",
            "noon",
            "19:00 Uhr",
            "1900",
            "-1:00",
            "+9:00",
            "a:00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_numbers_from_sunday_or_names() {
        let read = |texts: &[&str]| {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            days(&texts).map(|days| days.iter().collect::<Vec<_>>())
        };
        assert_eq!(read(&["0"]), Some(vec![6]));
        assert_eq!(read(&["1", "6.0"]), Some(vec![0, 5]));
        assert_eq!(read(&["1,3"]), None, "a number with a fraction, or two days: nobody knows");
        assert_eq!(read(&["1, 3"]), Some(vec![0, 2]));
        assert_eq!(read(&["Monday, wed & Fri"]), Some(vec![0, 2, 4]));
        assert_eq!(read(&["Miércoles y sábado"]), Some(vec![2, 5]));
        assert_eq!(read(&["Daily"]), Some((0..7).collect()));
        assert_eq!(read(&["Appointment"]), Some(vec![]));
        assert_eq!(read(&[]), Some(vec![]));
        for text in ["7", "-1", "1.5", "Monthly", "x", "NaN"] {
            assert_eq!(read(&[text]), None, "{text}");
        }
    }

    #[test]
    fn html_becomes_text() {
        assert_eq!(plain("<p>One &amp; two<br/>three</p>"), "\nOne & two\nthree\n");
        assert_eq!(plain("Bob&#8217;s &lt;3 &#x41;&nope; 5 < 6 & 7"), "Bob’s <3 A&nope; 5 < 6 & 7");
        assert_eq!(plain("<script>x</script>"), "x");
        assert_eq!(plain("ends with <"), "ends with <");
        assert!(matches!(plain("nothing to do"), Cow::Borrowed(_)));
    }

    #[test]
    fn files_of_spreadsheets_are_text() {
        assert_eq!(text_of(b"\xef\xbb\xbfa").as_deref(), Some("a"));
        assert_eq!(text_of(b"\xff\xfea\0\xe9\0").as_deref(), Some("aé"));
        assert_eq!(text_of(b"Caf\xe9 \x93x\x94").as_deref(), Some("Café “x”"));
        assert_eq!(text_of(b"\x89PNG\0\0"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_a_value_or_none(text in any::<String>()) {
            let _ = (minute(&text), days(std::slice::from_ref(&text)), number(&text), is_yes(&text), plain(&text));
        }

        #[test]
        fn marks_of_html_in_any_order_end(text in "[<>&;/a#x!0-9é]{0,60}") {
            prop_assert!(plain(&text).len() <= text.len() + 3);
        }
    }
}
