//! What others say or a thought says, so that Trellis can answer it: each sentence as it stands, and where it is answered.

use crate::{none_of, texts, texts::Said};

const QUOTED: [(&str, &str); 11] = [
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
