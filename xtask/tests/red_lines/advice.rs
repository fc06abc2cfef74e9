//! Advice that is never given, in every sentence; wrong answers of questions too, for they may be read alone.

mod medicines;
mod moments;
mod overdose;
mod tone;

use crate::{
    none_of,
    pattern::words as words_of,
    quoted::is_quoted,
    rule::{Reader, Rule, Words, lists},
    texts,
};

/// Every rule.
fn rules() -> Vec<&'static Rule> {
    [&medicines::RULES[..], &moments::RULES, &overdose::RULES, &tone::RULES].into_iter().flatten().collect()
}

fn in_both(rule: &Rule) -> [(&'static str, &Words); 2] {
    [("en", &rule.en), ("es", &rule.es)]
}

#[test]
fn nothing_gives_advice_that_can_harm() {
    let own = texts::all().into_iter().filter(|said| !said.name && !is_quoted(said));
    let all: Vec<(texts::Said, Vec<String>)> = own
        .map(|said| {
            let words = words_of(&said.text);
            (said, words)
        })
        .collect();
    let mut faults = Vec::new();
    for rule in rules() {
        for (language, words) in in_both(rule) {
            let reader = Reader::new(words, &lists(language));
            for (said, said_words) in all.iter().filter(|(said, _)| ["", language].contains(&said.language)) {
                if let Some(refused) = reader.refused(said_words) {
                    let (path, line, text) = (&said.path, said.line, &said.text);
                    let Rule { name, line: why, instead, .. } = rule;
                    faults.push(format!("{path}:{line}: “{text}”: `{refused}`: {name} ({why}). {instead}"));
                }
            }
        }
    }
    none_of(&faults);
}

#[test]
fn every_rule_refuses_what_it_is_for_and_nothing_else() {
    let mut faults = Vec::new();
    for rule in rules() {
        for (language, words) in in_both(rule) {
            let lists = lists(language);
            let reader = Reader::new(words, &lists);
            for bad in words.bad.iter().filter(|bad| reader.refused(&words_of(bad)).is_none()) {
                faults.push(format!("{}: “{bad}” must be refused", rule.name));
            }
            for good in words.good {
                let refused = reader.refused(&words_of(good));
                faults.extend(
                    refused.map(|what| format!("{}: “{good}” must be allowed; `{what}` is refused", rule.name)),
                );
            }
            for pattern in words.says {
                let alone = Reader::of(&[pattern], words, &lists);
                if !words.bad.iter().any(|bad| alone.refused(&words_of(bad)).is_some()) {
                    faults.push(format!("{}: no example is refused by `{pattern}`; add one", rule.name));
                }
            }
            if words.good.is_empty() {
                faults.push(format!("{}: no example is allowed; add one in `{language}`", rule.name));
            }
        }
    }
    none_of(&faults);
}
