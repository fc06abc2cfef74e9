//! Help: behind each choice that speaks of use the whole warning, and in an emergency what to do, in its order.

use crate::{
    Source, none_of,
    pattern::{Pattern, words},
    rule::lists,
    sources, texts,
    warnings::Reader,
};

/// The choices of `content/*/help.html` that speak of use, by their place in the address.
const CHOICES: [(&str, &str); 4] =
    [("c", "I used"), ("d", "I am about to use"), ("e", "I am in withdrawal"), ("g", "I need treatment")];

/// A thing that Help says, and how it is said in English and in Spanish.
pub type Said = (&'static str, &'static str, &'static str);

pub const ACT: Said = ("act as if it is an overdose", "act_as_if", "actúa_como_si|actúe_como_si");
pub const AIM: Said = (
    "breathing, not waking",
    "breathing .. not_by_waking|not_at_waking",
    "respiración|respira|respire ,_no_si|,_no_que|,_no_por_si|,_no_a|,_no_al despert*|despiert*",
);
/// What to do in an emergency, in this order (red lines 3 and 4; 4.10-4.16, 4.44).
pub const STEPS: [Said; 5] = [
    ("call", "^ call", "^ llama|llamar"),
    ("naloxone", "give_naloxone|^_naloxone", "da_naloxona|^_naloxona"),
    ("breaths", "breathe_for_them|^_breaths", "respira_por|^_respiraciones|^_respiración"),
    ("on the side", "on_their_side|on_the_side", "de_lado|de_costado"),
    ("stay", "^ stay", "^ quédate|quedarse"),
];

/// The sentences of a piece of a page.
fn sentences(piece: &str) -> Vec<String> {
    let file = Source { path: "index.html".to_owned(), text: piece.to_owned() };
    texts::sentences(&file).into_iter().map(|said| said.text).collect()
}

/// What of these is not said, each after the one before it.
pub fn unsaid(language: &str, said: &[String], in_order: &[Said]) -> Vec<&'static str> {
    let mut from = 0;
    let mut unsaid = Vec::new();
    for (what, english, spanish) in in_order {
        let pattern = Pattern::new(if language == "es" { spanish } else { english }, &lists(language));
        match said.iter().skip(from).position(|said| !pattern.find(&words(said), true).is_empty()) {
            Some(place) => from += place,
            None => unsaid.push(*what),
        }
    }
    unsaid
}

/// A piece of a page: what stands between these two.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    page.split_once(start).and_then(|(_, after)| after.split(end).next()).unwrap_or_default()
}

fn page(path: &str) -> String {
    sources(&[path], &[".html"]).into_iter().map(|file| file.text).collect()
}

/// The page with the choices of a language, and one of them.
fn choice(language: &str, id: &str) -> (String, Vec<String>) {
    let path = format!("content/{language}/help.html");
    let said = sentences(between(&page(&path), &format!("<section class=\"choice\" id=\"{id}\""), "</section>"));
    (path, said)
}

#[test]
fn each_choice_of_help_that_speaks_of_use_says_the_danger() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let reader = Reader::new(language);
        for (id, name) in CHOICES {
            let (path, said) = choice(language, id);
            let missing = reader.missing(&said.iter().map(String::as_str).collect::<Vec<_>>());
            if !missing.is_empty() {
                let missing = missing.join(", ");
                faults.push(format!("{path}: `{id}` (“{name}”) does not say: {missing} (red line 2; 3.40, 3.48)"));
            }
        }
    }
    none_of(&faults);
}

/// A choice of use that is not in the list would be held against nothing.
#[test]
fn the_choices_that_speak_of_use_are_known() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let reader = Reader::new(language);
        let all = page(&format!("content/{language}/help.html"));
        let ids = all.split("<section class=\"choice\" id=\"").skip(1).filter_map(|after| after.split('"').next());
        for id in ids.filter(|id| !CHOICES.iter().any(|(known, _)| known == id)) {
            let (path, said) = choice(language, id);
            let spoken = said.iter().find(|said| reader.speaks_of_lapse(said));
            faults.extend(spoken.map(|said| {
                format!("{path}: `{id}`: “{said}” speaks of use: add it to CHOICES in xtask/tests/red_lines/help.rs")
            }));
        }
    }
    none_of(&faults);
}

#[test]
fn help_says_what_to_do_in_an_emergency_in_order() {
    let mut faults = Vec::new();
    let mut look = |path: &str, language: &str, said: &[String], in_order: &[Said]| {
        faults.extend(unsaid(language, said, in_order).into_iter().map(|what| {
            format!("{path}: in an emergency, `{language}` does not say in its place: {what} (4.10-4.16, 4.44)")
        }));
    };
    let both = page("index.html");
    for language in ["en", "es"] {
        let half = both.split_once(&format!("id=\"help-{language}\"")).map(|(_, after)| after).unwrap_or_default();
        let said = sentences(between(half, "help__emergency", "</section>"));
        look("index.html", language, &said, &[&[ACT], &STEPS[..], &[AIM]].concat());
        let (path, said) = choice(language, "a");
        look(&path, language, &said, &STEPS);
        look(&path, language, &said, &[ACT]);
        look(&path, language, &said, &[AIM]);
    }
    none_of(&faults);
}

#[test]
fn steps_out_of_order_are_found() {
    let said = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let right =
        said(&["Call.", "Naloxone.", "Keep giving breaths.", "Breaths.", "On their side, if you leave.", "Stay."]);
    assert_eq!(unsaid("en", &right, &STEPS), [""; 0]);
    let wrong = said(&["Naloxone.", "Call.", "Breaths.", "On their side.", "Stay."]);
    assert_eq!(unsaid("en", &wrong, &STEPS), ["naloxone"]);
    assert_eq!(unsaid("es", &said(&["Llama.", "Naloxona.", "De lado.", "Quédate."]), &STEPS), ["breaths"]);
}
