//! Plans that a person writes: each says the danger, and so does each part of one, for a part stands alone on the screen.

use std::collections::BTreeMap;

use crate::{
    help::{ACT, AIM, STEPS, unsaid},
    none_of, sources, texts,
    warnings::Reader,
};

/// Plans that need the whole warning, whatever words they use.
const NEAR_USE: [&str; 2] = ["overdose", "warning"];
/// On paper the plan itself stands beside these words.
const PAPER: &str = "paper";
/// Where the plan says what to do: its part, and all of what stands on paper.
const ORDERED: [&str; 2] = ["overdose 4", PAPER];

/// The sentences of each plan and of each part of one: `overdose`, `overdose 4`.
fn plans(language: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::<String, Vec<String>>::new();
    for file in sources(&[&format!("content/{language}/sheets.tsv")], &[".tsv"]) {
        for said in texts::sentences(&file) {
            let row = file.text.lines().nth(said.line - 1).unwrap_or_default();
            let mut cells = row.split('\t');
            let (plan, part) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            found.entry(plan.to_owned()).or_default().push(said.text.clone());
            found.entry(format!("{plan} {part}")).or_default().push(said.text);
        }
    }
    found
}

#[test]
fn plans_say_the_danger() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let reader = Reader::new(language);
        let plans = plans(language);
        faults.extend(
            NEAR_USE
                .iter()
                .filter(|plan| !plans.contains_key(**plan))
                .map(|plan| format!("content/{language}/sheets.tsv: no plan `{plan}`: what is it called now?")),
        );
        for (place, said) in &plans {
            let spoken = said.iter().find(|said| reader.speaks_of_lapse(said));
            let is_part = place.contains(' ');
            if place.ends_with(" 0") {
                continue; // What a plan is for stands over the whole of it.
            }
            if spoken.is_none() && !NEAR_USE.contains(&place.as_str()) {
                continue;
            }
            let mut missing = reader.missing(&said.iter().map(String::as_str).collect::<Vec<_>>());
            missing.retain(|what| {
                let kills = *what == "the old amount can kill";
                if is_part { kills } else { place != PAPER || *what != "tolerance has dropped" }
            });
            if !missing.is_empty() {
                let why = spoken.map(|said| format!(", “{said}”,")).unwrap_or_default();
                faults.push(format!(
                    "content/{language}/sheets.tsv: `{place}`{why} does not say: {} (red line 2; 3.40, 3.48)",
                    missing.join(", ")
                ));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn plans_say_what_to_do_in_an_emergency_in_order() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let plans = plans(language);
        for place in ORDERED {
            let Some(said) = plans.get(place) else {
                if place != PAPER {
                    faults.push(format!("content/{language}/sheets.tsv: no `{place}`: where is what to do now?"));
                }
                continue;
            };
            let missing = [&STEPS[..], &[ACT], &[AIM]].map(|in_order| unsaid(language, said, in_order)).concat();
            faults.extend(missing.into_iter().map(|what| {
                format!("content/{language}/sheets.tsv: `{place}` does not say in its place: {what} (4.10-4.16, 4.44)")
            }));
        }
    }
    none_of(&faults);
}
