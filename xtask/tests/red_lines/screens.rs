//! The screens that the red lines name, what each must say or show, and that no screen which speaks of a lapse is missing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use crate::{none_of, pattern::Pattern, pattern::words, root, rule::lists, sources, warnings::Reader};

/// What a screen must do.
enum Must {
    /// Its own words hold the whole warning, in both languages.
    Say,
    /// Its source has each of these, which bring the warning.
    Show(&'static [&'static str]),
    /// Another file of the same screen brings it.
    StandBeside(&'static str),
    /// It only names things; the reason.
    Name(&'static str),
}

const NEAR_USE: &str = "shared::near_use()";

/// Every screen on a lapse, a return, a strong craving or a count. A new one gets a row here and the warning there.
const SCREENS: [(&str, Must); 19] = [
    // What others show.
    ("src/components/tolerance.rs", Must::Say),
    ("src/components/told.rs", Must::Say),
    // A return from hospital or custody.
    ("src/pages/goals.rs", Must::Show(&["state.back_since()", "tolerance()"])),
    ("src/pages/goals/one/rest.rs", Must::Show(&["lowers_tolerance", "then(tolerance)"])),
    ("src/pages/today.rs", Must::Show(&["state.back_since()", "tolerance()", "near_use: topic.is_near_use()"])),
    ("src/pages/goals/one/history.rs", Must::StandBeside("src/pages/goals/one/rest.rs")),
    // A strong craving, or a lapse told.
    ("src/pages/check_in.rs", Must::Show(&["values::answer", "near_use: topic.is_near_use()"])),
    ("src/pages/support/shared.rs", Must::Show(&["near_use: about.is_near_use()"])),
    ("src/pages/support/phrases.rs", Must::Show(&["card.near_use", NEAR_USE])),
    ("src/pages/support/phrases/cards.rs", Must::StandBeside("src/pages/support/phrases.rs")),
    ("src/pages/support/messages.rs", Must::Show(&[NEAR_USE])),
    ("src/pages/support/agreements/edit.rs", Must::Show(&[NEAR_USE])),
    ("src/pages/support/guide.rs", Must::Say),
    // Goals to begin with.
    ("src/pages/goals/edit/ideas.rs", Must::Say),
    ("src/pages/goals/edit/entry.rs", Must::StandBeside("src/pages/goals/edit/ideas.rs")),
    // Titles.
    ("src/pages/learn.rs", Must::Name("names of paths; the lessons say it")),
    ("src/pages/learn/lesson.rs", Must::Name("names of paths; the lessons say it")),
    ("src/pages/plan/now.rs", Must::Show(&["words::strong()", "Route::Help"])),
    ("src/pages/help.rs", Must::Name("people and messages in the Help room, whose doors say it")),
];

/// Sentences that stand alone on a screen, and so say all of it alone.
const ALONE: [&str; 3] = ["answer.strong_craving", "shared.near_use", "guide.medicine_care"];

/// The doors of Help that speak of use.
const DOORS: [&str; 3] = ["used", "about", "withdrawal"];

/// What Help says in an emergency, in this order (red lines 3 and 4; 4.10-4.16, 4.44).
const EMERGENCY: [(&str, &str, &str); 7] = [
    ("act as if it is an overdose", "act_as_if", "actúa_como_si"),
    ("call", "^ call", "^ llama"),
    ("naloxone", "give_naloxone", "da_naloxona"),
    ("breaths", "breathe_for_them", "respira_por"),
    ("on the side", "on_their_side", "de_lado|de_costado"),
    ("stay", "^ stay_until", "^ quédate"),
    ("breathing, not waking", "breathing .. not_by_waking", "respiración|respira|respire .. no ..4 despert*|despiert*"),
];

type Catalogue = BTreeMap<String, Vec<String>>;

/// Key and sentences of a language: `goals.sub`.
fn catalogue(language: &str) -> Catalogue {
    let text = fs::read_to_string(root().join(format!("locales/{language}.json"))).unwrap_or_default();
    let all: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let mut found = Catalogue::new();
    for (space, keys) in all.as_object().into_iter().flatten() {
        for (key, value) in keys.as_object().into_iter().flatten() {
            let one = value.as_str().map(str::to_owned).into_iter();
            let many = value.as_object().into_iter().flatten().filter_map(|(_, form)| form.as_str().map(str::to_owned));
            found.insert(format!("{space}.{key}"), one.chain(many).collect());
        }
    }
    found
}

/// Every key that a source names, as itself or through another name of its namespace.
fn keys_in(text: &str, catalogue: &Catalogue) -> BTreeSet<String> {
    let spaces: BTreeSet<&str> = catalogue.keys().filter_map(|key| key.split('.').next()).collect();
    let mut found = BTreeSet::new();
    for space in spaces {
        let other = text.split_once(&format!("{space} as ")).map(|(_, after)| name_at(after));
        for prefix in [Some(space), other].into_iter().flatten() {
            for (place, _) in text.match_indices(&format!("{prefix}::")) {
                let before = text[..place].chars().next_back();
                if before.is_none_or(|before| !(before.is_alphanumeric() || before == '_')) {
                    let key = format!("{space}.{}", name_at(&text[place + prefix.len() + 2..]));
                    found.extend(catalogue.contains_key(&key).then_some(key));
                }
            }
        }
    }
    found
}

fn name_at(text: &str) -> &str {
    text.split(|next: char| !(next.is_alphanumeric() || next == '_')).next().unwrap_or_default()
}

/// The keys that each function of `src/words/` chooses from: `values::answer`.
fn chosen(catalogue: &Catalogue) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for file in sources(&["src/words"], &[".rs"]) {
        let stem = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        let aliases = file.text.split("pub fn ").next().unwrap_or_default().to_owned();
        for function in file.text.split("pub fn ").skip(1) {
            let keys = keys_in(&format!("{aliases}{function}"), catalogue);
            found.insert(format!("{stem}::{}", name_at(function)), keys);
        }
    }
    found
}

/// The pages and parts with the keys they show.
fn shown(catalogue: &Catalogue) -> BTreeMap<String, BTreeSet<String>> {
    let chosen = chosen(catalogue);
    let files = sources(&["src/pages", "src/pages.rs", "src/components", "src/layout.rs"], &[".rs"]);
    let keys = |text: &str| {
        let mut keys = keys_in(text, catalogue);
        for (_, more) in chosen.iter().filter(|(function, _)| text.contains(&format!("{function}("))) {
            keys.extend(more.iter().cloned());
        }
        keys
    };
    files.iter().map(|file| (file.path.clone(), keys(&file.text))).collect()
}

#[test]
fn each_screen_says_or_shows_what_the_red_lines_ask() {
    let (en, es) = (catalogue("en"), catalogue("es"));
    let shown = shown(&en);
    let mut faults = Vec::new();
    let mut whole = |place: &str, keys: &BTreeSet<String>| {
        for (catalogue, language) in [(&en, "en"), (&es, "es")] {
            let said: Vec<&str> =
                keys.iter().filter_map(|key| catalogue.get(key)).flatten().map(String::as_str).collect();
            let missing = Reader::new(language).missing(&said);
            if !missing.is_empty() {
                faults.push(format!(
                    "{place}: its words in `{language}` do not say: {} (red line 2; 3.40, 3.48, 5.32)",
                    missing.join(", ")
                ));
            }
        }
    };
    for key in ALONE {
        whole(key, &BTreeSet::from([key.to_owned()]));
    }
    let mut absent = Vec::new();
    for (path, must) in &SCREENS {
        let Ok(text) = fs::read_to_string(root().join(path)) else {
            absent.push(format!(
                "{path}: not there; xtask/tests/red_lines/screens.rs lists it. What brings the warning now?"
            ));
            continue;
        };
        match must {
            Must::Say => whole(path, shown.get(*path).unwrap_or(&BTreeSet::new())),
            Must::Show(all) => {
                let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let gone = all.iter().filter(|what| !one_line.contains(**what));
                absent.extend(
                    gone.map(|what| {
                        format!("{path}: `{what}` brought the warning and is gone (red line 2; 3.40, 3.48)")
                    }),
                );
            }
            Must::StandBeside(other) => {
                let bring = |(path, must): &(&str, Must)| path == other && matches!(must, Must::Say | Must::Show(_));
                absent.extend(
                    (!SCREENS.iter().any(bring)).then(|| format!("{path}: {other} does not bring the warning")),
                );
            }
            Must::Name(why) => assert!(!why.is_empty()),
        }
    }
    faults.extend(absent);
    none_of(&faults);
}

#[test]
fn every_screen_that_speaks_of_a_lapse_is_in_the_table() {
    let en = catalogue("en");
    let reader = Reader::new("en");
    let speaks: BTreeMap<&String, &String> = en
        .iter()
        .filter_map(|(key, said)| Some((key, said.iter().find(|said| reader.speaks_of_lapse(said))?)))
        .collect();
    let mut faults = Vec::new();
    for (path, keys) in shown(&en) {
        if !SCREENS.iter().any(|(known, _)| *known == path) {
            for (key, said) in speaks.iter().filter(|(key, _)| keys.contains(**key)) {
                faults.push(format!(
                    "{path}: `{key}`, “{said}”, speaks of a lapse or a break. Show `components::tolerance` or `{NEAR_USE}` there, and \
                     add the file to SCREENS in xtask/tests/red_lines/screens.rs"
                ));
            }
        }
    }
    none_of(&faults);
}

/// A card stands alone when it is turned.
#[test]
fn cards_that_speak_of_use_are_near_use() {
    let en = catalogue("en");
    let reader = Reader::new("en");
    let mut faults = Vec::new();
    for file in sources(&["src/pages/support/phrases/cards.rs"], &[".rs"]) {
        for (number, line) in file.lines().filter(|(_, line)| line.contains("card(Group::") && !line.contains("near("))
        {
            let keys = keys_in(&format!("phrases as words; {line}"), &en);
            if let Some(said) =
                keys.iter().filter_map(|key| en.get(key)).flatten().find(|said| reader.speaks_of_lapse(said))
            {
                faults.push(format!(
                    "{}:{number}: “{said}” speaks of use: wrap the card in `near(&…)` (red line 2; 3.48)",
                    file.path
                ));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn help_says_the_danger_behind_each_door_and_what_to_do_in_order() {
    let mut faults = Vec::new();
    let page = sources(&["index.html"], &["index.html"]).into_iter().map(|file| file.text).collect::<String>();
    let (before, spanish) = page.split_once("id=\"help-es\"").unwrap_or_default();
    let english = before.split_once("id=\"help-en\"").map(|(_, english)| english).unwrap_or_default();
    for (language, half) in [("en", english), ("es", spanish)] {
        let reader = Reader::new(language);
        for door in DOORS {
            let behind = half.split_once(&format!("data-door=\"{door}\"")).map(|(_, after)| after).unwrap_or_default();
            let said = sentences(behind.split("</details>").next().unwrap_or_default());
            let missing = reader.missing(&said.iter().map(String::as_str).collect::<Vec<_>>());
            if !missing.is_empty() {
                let missing = missing.join(", ");
                faults.push(format!(
                    "index.html: the door `{door}` in `{language}` does not say: {missing} (red line 2; 3.40, 3.48)"
                ));
            }
        }
        let emergency = half.split_once("help__emergency").map(|(_, after)| after).unwrap_or_default();
        let said = sentences(emergency.split("</section>").next().unwrap_or_default());
        let mut from = 0;
        for (what, in_english, in_spanish) in EMERGENCY {
            let pattern = Pattern::new(if language == "es" { in_spanish } else { in_english }, &lists(language));
            match said[from..].iter().position(|said| !pattern.find(&words(said), true).is_empty()) {
                Some(place) => from += place,
                None => faults.push(format!(
                    "index.html: in an emergency, `{language}` does not say in its place: {what} (4.10-4.16, 4.44)"
                )),
            }
        }
    }
    none_of(&faults);
}

/// The sentences of a piece of a page.
fn sentences(piece: &str) -> Vec<String> {
    let file = crate::Source { path: "index.html".to_owned(), text: piece.to_owned() };
    crate::texts::sentences(&file).into_iter().map(|said| said.text).collect()
}

#[test]
fn keys_are_found_by_any_name() {
    let one = || vec![String::new()];
    let catalogue = Catalogue::from([
        ("goals.sub".to_owned(), one()),
        ("shared.more".to_owned(), one()),
        ("nav.help".to_owned(), one()),
    ]);
    let keys = keys_in("use words::{nav, shared as words}; goals::sub(); words::more; my_nav::help()", &catalogue);
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["goals.sub", "shared.more"]);
}
