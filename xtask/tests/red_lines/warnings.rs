//! What has to be said wherever a lapse, a return or a break is spoken of.

use std::collections::BTreeMap;

use crate::{
    Source, none_of,
    pattern::{Lists, Pattern, words},
    rule::lists,
    sources,
    texts::{self, Said},
};

/// The parts of the warning: what it is, and how it is said in English and in Spanish (red line 2; 3.40, 3.48, 5.32).
pub const WARNING: [(&str, &str, &str); 5] = [
    (
        "tolerance has dropped",
        "toleranc*|body_can_take_less|body_takes_less",
        "toleranc*|cuerpo_aguanta_menos|aguanta_menos",
    ),
    ("the old amount can kill", "amount ..9 kill*|stop*", "cantidad ..9 mata*|parar|detener|frenar"),
    ("naloxone", "naloxone|narcan", "naloxona|narcan"),
    (
        "not alone",
        "not|don't|never|without|isn't|nor ..6 alone|with_someone|stay_with|be_with_you|company|with_them|by_yourself",
        "no|nunca|sin|ni|que_te ..6 a_solas|acompañe*|acompaña|compañía|con_alguien|quéd*|quede_contigo",
    ),
    (
        "a person to call",
        "call|calls|tell|text|talk_to|talk_with|reach|ask ..5 someone|somebody|person|people|anyone|friend|clinic|prescriber|team|them|emergency|doctor|you",
        "llam*|di|díselo|dilo|decírselo|dile|decir|habla*|avisa*|avísa*|pide|cuénta* ..5 alguien|persona|personas|gente|clínica|receta|equipo*|emergencia*|médico|médica|amistad|confianza",
    ),
];

/// What speaks of a lapse, of using again, or of coming back from where tolerance was lost.
const LAPSE_EN: &str = "lapse|lapses|slip|i_used|you_used|they_used|used_again|use_again|using_again|uses_again|might_use|\
                        about_to_use|before_i_use|use_feels_near|return_to_use|returned_to_use|back_to_use|going_back_to_use|\
                        detox|jail|prison|custody|released|missed_doses|overdose_plan";
const LAPSE_ES: &str = "desliz|deslices|consumí|consumiste|volver_a_consumir|volví_a_consumir|vuelve_a_consumir|\
                        vuelvas_a_consumir|antes_de_consumir|podría_consumir|vas_a_consumir|desintoxicación|cárcel|prisión|\
                        detención|dosis_olvidadas|dosis_perdidas|plan_de_sobredosis";
/// What offers to slow the breath, and what must stand with it (red line 10; 6.19).
const SLOW_EN: &str = "paced_breathing|box_breathing|deep_breathing|breathing_exercise*|breathe_deeply|\
                       slow_breaths|deep_breaths|breathe_in|breathe_out|longer_breath|longer_out";
const SLOW_ES: &str = "respiración_pausada|respiración_lenta|respiración_profunda|ejercicio_de_respiración|respira_hondo|\
                       respiraciones_lentas|respiraciones_profundas|inhala*|exhala*|suelta_el_aire|saca_el_aire|toma_aire";
const DROWSY_EN: &str = "never|not ..8 drowsy|nodding|sleepy";
const DROWSY_ES: &str = "nunca|no ..8 adormecid*|cabecea*|sueño";

/// Patterns of one language.
pub struct Reader {
    warning: Vec<(&'static str, Pattern)>,
    lapse: Pattern,
    slow: Pattern,
    drowsy: Pattern,
}

impl Reader {
    /// Those of `en` or `es`.
    pub fn new(language: &str) -> Self {
        let lists: Lists = lists(language);
        let spanish = language == "es";
        let read = |en: &str, es: &str| Pattern::new(if spanish { es } else { en }, &lists);
        Self {
            warning: WARNING.iter().map(|(what, en, es)| (*what, read(en, es))).collect(),
            lapse: read(LAPSE_EN, LAPSE_ES),
            slow: read(SLOW_EN, SLOW_ES),
            drowsy: read(DROWSY_EN, DROWSY_ES),
        }
    }

    /// Whether a sentence speaks of a lapse.
    pub fn speaks_of_lapse(&self, sentence: &str) -> bool {
        let words = words(sentence);
        let used_to = |end: usize| {
            words.get(end - 1).is_some_and(|last| last == "used") && words.get(end).is_some_and(|next| next == "to")
        };
        self.lapse.find(&words, true).iter().any(|place| !used_to(place.end))
    }

    /// The parts of the warning that no sentence says.
    pub fn missing(&self, sentences: &[&str]) -> Vec<&'static str> {
        let unsaid = |pattern: &Pattern| !sentences.iter().any(|sentence| is_in(pattern, sentence));
        self.warning.iter().filter(|(_, pattern)| unsaid(pattern)).map(|(what, _)| *what).collect()
    }
}

fn is_in(pattern: &Pattern, sentence: &str) -> bool {
    !pattern.find(&words(sentence), true).is_empty()
}

/// Lessons and tools by file.
fn lessons() -> BTreeMap<String, Vec<Said>> {
    let mut found = BTreeMap::<String, Vec<Said>>::new();
    for said in sources(&["content/en", "content/es"], &[".md"]).iter().flat_map(texts::sentences) {
        if !said.name {
            found.entry(said.path.clone()).or_default().push(said);
        }
    }
    found
}

/// The tools for when use may be near, whatever words they have: those for an urge, and these.
fn near_use() -> Vec<String> {
    const TOO: [&str; 2] = ["hard-hour.md", "refusing.md"];
    let tools = sources(&["content/en/tools", "content/es/tools"], &[".md"]).into_iter();
    let near = |file: &Source| file.text.contains("\nfor: urge\n") || TOO.iter().any(|name| file.path.ends_with(name));
    tools.filter(near).map(|file| file.path).collect()
}

#[test]
fn lessons_and_tools_that_speak_of_a_lapse_say_the_danger() {
    let readers = [("en", Reader::new("en")), ("es", Reader::new("es"))];
    let near_use = near_use();
    assert!(near_use.len() >= 10, "five tools a language are for when use may be near; what are they called now?");
    let mut faults = Vec::new();
    for (path, said) in lessons() {
        for (_, reader) in
            readers.iter().filter(|(language, _)| said.first().is_some_and(|one| one.language == *language))
        {
            let near = near_use.contains(&path);
            let Some(first) = said.iter().find(|said| near || reader.speaks_of_lapse(&said.text)) else { continue };
            let missing = reader.missing(&said.iter().map(|said| said.text.as_str()).collect::<Vec<_>>());
            if !missing.is_empty() {
                faults.push(format!(
                    "{path}:{}: “{}” speaks of a lapse or a break, and nothing in the file says: {} (red line 2; 3.40, 3.48, 5.32). Add \
                     a line `> [!heads-up]` that does.",
                    first.line,
                    first.text,
                    missing.join(", ")
                ));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn what_slows_the_breath_says_for_whom_it_is_not() {
    let readers = [("en", Reader::new("en")), ("es", Reader::new("es"))];
    let mut faults = Vec::new();
    for (path, said) in lessons() {
        for (_, reader) in
            readers.iter().filter(|(language, _)| said.first().is_some_and(|one| one.language == *language))
        {
            let offered =
                said.iter().find(|said| is_in(&reader.slow, &said.text) && !is_in(&reader.drowsy, &said.text));
            if let Some(offered) = offered.filter(|_| !said.iter().any(|said| is_in(&reader.drowsy, &said.text))) {
                faults.push(format!(
                    "{path}:{}: “{}”: slow breathing, and nothing in the file says that it is never for someone drowsy, nodding or \
                     breathing slowly (red line 10; 6.19). Say so.",
                    offered.line, offered.text
                ));
            }
        }
    }
    none_of(&faults);
}

/// A word that is explained stands alone on the screen.
#[test]
fn explained_words_of_a_lapse_say_that_the_old_amount_can_kill() {
    const ROWS: [&str; 8] =
        ["abstinence", "detox", "kicking", "lapse", "missed-dose", "return-to-use", "tolerance", "withdrawal"];
    let mut faults = Vec::new();
    for file in sources(&["content/en", "content/es"], &["glossary.tsv"]) {
        let reader = Reader::new(if file.path.contains("/es/") { "es" } else { "en" });
        let kills = |text: &str| {
            let missing = reader.missing(&[text]);
            !missing.contains(&"the old amount can kill")
                || text.contains("even one can kill")
                || text.contains("una sola vez puede matar")
        };
        let mut seen = Vec::new();
        for (number, row) in file.lines() {
            let cells: Vec<&str> = row.split('\t').collect();
            let (Some(id), Some(meaning)) = (cells.first(), cells.get(3)) else { continue };
            seen.push(*id);
            if (ROWS.contains(id) || reader.speaks_of_lapse(meaning)) && !kills(meaning) {
                let path = &file.path;
                faults
                    .push(format!("{path}:{number}: “{meaning}”: say that the old amount can kill (red line 2; 3.40)"));
            }
        }
        faults
            .extend(ROWS.iter().filter(|row| !seen.contains(row)).map(|row| format!("{}: no row `{row}`", file.path)));
    }
    none_of(&faults);
}

#[test]
fn a_warning_is_told_from_half_of_one() {
    let (en, es) = (Reader::new("en"), Reader::new("es"));
    let whole = [
        "After a break, tolerance drops, and the old amount can kill.",
        "Keep naloxone near, don’t use alone, and call someone.",
    ];
    assert_eq!(en.missing(&whole), [""; 0]);
    assert_eq!(en.missing(&whole[..1]), ["naloxone", "not alone", "a person to call"]);
    let whole = [
        "Después de una pausa, la tolerancia baja, y la cantidad de antes puede matar.",
        "Ten naloxona cerca, no consumas a solas y llama a alguien.",
    ];
    assert_eq!(es.missing(&whole), [""; 0]);
    assert_eq!(es.missing(&whole[1..]), ["tolerance has dropped", "the old amount can kill"]);
    assert!(en.speaks_of_lapse("I used again.") && !en.speaks_of_lapse("Someone you used to buy from"));
    assert!(es.speaks_of_lapse("Volví a consumir.") && !es.speaks_of_lapse("Volví a llamar."));
}
