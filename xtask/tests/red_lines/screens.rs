//! The screens that the red lines name, what each must say or show, and that no screen which speaks of a lapse is missing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use crate::{
    keys::{catalogue, keys_in, shown},
    none_of, root, sources,
    warnings::Reader,
};

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
const SCREENS: [(&str, Must); 27] = [
    // What others show.
    ("src/components/tolerance.rs", Must::Say),
    ("src/components/told.rs", Must::Say),
    // A return from hospital or custody.
    ("src/pages/goals.rs", Must::Show(&["state.back_since()", "tolerance()"])),
    ("src/pages/goals/one/rest.rs", Must::Show(&["lowers_tolerance", "(came_back || away).then", "tolerance()"])),
    ("src/pages/today.rs", Must::Show(&["state.back_since()", "tolerance()", "near_use: topic.is_near_use()"])),
    ("src/pages/goals/one/history.rs", Must::StandBeside("src/pages/goals/one/rest.rs")),
    // A strong craving, or a lapse told.
    ("src/pages/check_in.rs", Must::Show(&["values::answer"])),
    ("src/pages/check_in/others.rs", Must::Show(&["near_use: topic.is_near_use()"])),
    ("src/pages/support/shared.rs", Must::Show(&["near_use: about.is_near_use()"])),
    ("src/pages/support/phrases.rs", Must::Show(&["card.near_use", NEAR_USE])),
    ("src/pages/support/phrases/cards.rs", Must::StandBeside("src/pages/support/phrases.rs")),
    ("src/pages/support/messages.rs", Must::Show(&[NEAR_USE])),
    ("src/pages/support/agreements/edit.rs", Must::Show(&[NEAR_USE])),
    ("src/pages/support/guide.rs", Must::Say),
    // Goals to begin with.
    ("src/pages/goals/edit/ideas.rs", Must::Say),
    ("src/pages/goals/edit/entry.rs", Must::StandBeside("src/pages/goals/edit/ideas.rs")),
    // Tools: what is read before the first step, the warning after the last, and the door for a craving.
    ("src/pages/tools.rs", Must::Show(&["{danger()}", "words::danger()", "Route::Help"])),
    ("src/pages/tools/before.rs", Must::Show(&["{cares(&guide.cares)}", "Route::Help", "guide().slows_breath()"])),
    ("src/pages/tools/after.rs", Must::Show(&["tool.tool.is_near_use() || strong.get()", "then(near_use)", "{near}"])),
    ("src/pages/tools/craving.rs", Must::Show(&["{near_use()}", "{danger()}", "people::view("])),
    // Plans for hard hours, on the screen and on paper.
    ("src/pages/sheets/part.rs", Must::Show(&["{hint}", "super::help_first"])),
    (
        "src/pages/sheets/whole.rs",
        Must::Show(&[
            "SheetKind::Overdose { tolerance() } else { after_a_break() }",
            NEAR_USE,
            "{super::help_first()}",
        ]),
    ),
    ("src/pages/sheets/paper.rs", Must::Show(&["{after_a_break(words)}", "steps(words", "in_danger(words)"])),
    // Titles.
    ("src/pages/learn.rs", Must::Name("names of paths; the lessons say it")),
    ("src/pages/learn/lesson.rs", Must::Name("names of paths; the lessons say it")),
    ("src/pages/plan/now.rs", Must::Show(&["words::strong()", "Route::Help"])),
    ("src/pages/help.rs", Must::Name("people and messages in the Help room, whose doors say it")),
];

/// Sentences that stand alone on a screen, and so say all of it alone: those of one callout together.
const ALONE: [(&str, &[&str]); 4] = [
    ("src/pages/check_in.rs", &["answer.strong_craving"]),
    ("src/components/told.rs", &["shared.near_use"]),
    ("src/pages/support/guide.rs", &["guide.medicine_care"]),
    ("src/pages/tools/craving.rs", &["tools.near_tolerance", "tools.near_care"]),
];

/// Whether the program has the page that a file belongs to: `src/pages.rs` names it.
fn is_built(path: &str) -> bool {
    let pages = fs::read_to_string(root().join("src/pages.rs")).unwrap_or_default();
    let page = path.strip_prefix("src/pages/").map(|rest| rest.split(['/', '.']).next().unwrap_or_default());
    page.is_none_or(|page| pages.contains(&format!("mod {page};")))
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
    for (_, keys) in ALONE.iter().filter(|(path, _)| is_built(path)) {
        whole(&keys.join(", "), &keys.iter().map(|key| (*key).to_owned()).collect());
    }
    let mut absent = Vec::new();
    for (path, must) in SCREENS.iter().filter(|(path, _)| is_built(path)) {
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
