//! What others say or a thought says, so that Trellis can answer it: each sentence as it stands, and where it is answered.

use crate::{none_of, texts, texts::Said, warnings::Reader};

const ON_ITS_LINE: &str = "a thought; the same line answers it";

const QUOTED: [(&str, &str); 14] = [
    ("It is a lack of will.", "a myth, in quotes; what is known follows"),
    ("Es falta de voluntad.", "a myth, in quotes; what is known follows"),
    ("An urge always ends in half an hour.", "a myth, in quotes; what is known follows"),
    ("Las ganas siempre pasan en media hora.", "a myth, in quotes; what is known follows"),
    ("“One time won’t hurt.", "words of somebody who offers; the card answers that it could kill"),
    ("“Una vez no hace daño”.", "words of somebody who offers; the card answers that it could kill"),
    ("One thought needs a close look: \"After this break, one time is okay.", "a thought; the heads-up answers it"),
    ("The thought is: \"After this break, one time is okay.", "a thought; the right answer answers it"),
    (
        "Hay un pensamiento que conviene revisar bien: \"Tras esta pausa, una vez no importa\".",
        "the heads-up answers it",
    ),
    ("Does the thought say that one time won't matter?", ON_ITS_LINE),
    ("¿El pensamiento dice que una vez no importa?", ON_ITS_LINE),
    ("Alguien respira bien tras la naloxona, pero no despierta.", "a question; the lines under it answer it"),
    ("That you are safe.", "an item of what no score can tell"),
    ("El pensamiento es: \"Tras esta pausa, una vez no importa\".", "the right answer answers it"),
];

/// Whether a sentence is such a quote.
pub fn is_quoted(said: &Said) -> bool {
    QUOTED.iter().any(|(text, _)| *text == said.text)
}

#[test]
fn every_quote_still_stands_somewhere() {
    let said = texts::all();
    let gone = QUOTED.iter().filter(|(text, _)| !said.iter().any(|said| said.text == *text));
    none_of(
        &gone
            .map(|(text, why)| format!("“{text}” ({why}) stands nowhere: remove it from quoted.rs"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn a_thought_that_its_line_answers_is_answered_there() {
    let said = texts::all();
    let mut faults = Vec::new();
    for (text, _) in QUOTED.iter().filter(|(_, why)| *why == ON_ITS_LINE) {
        for quote in said.iter().filter(|said| said.text == *text) {
            let line = said.iter().filter(|said| said.path == quote.path && said.line == quote.line);
            let all: Vec<&str> = line.map(|said| said.text.as_str()).collect();
            if Reader::new(quote.language).missing(&all).contains(&"the old amount can kill") {
                let Said { path, line, .. } = quote;
                faults.push(format!(
                    "{path}:{line}: “{text}”: the line does not say that the old amount can kill (red line 2; 3.40, 5.33)"
                ));
            }
        }
    }
    none_of(&faults);
}
