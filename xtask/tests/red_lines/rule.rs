//! What a rule about advice is, and how sentences are held against it.

use std::{collections::BTreeMap, fs, ops::Range};

use crate::{
    pattern::{Lists, Pattern, words},
    root,
};

/// Advice that is never given.
pub struct Rule {
    /// What it is about, in a few words.
    pub name: &'static str,
    /// The red line and the facts behind it.
    pub line: &'static str,
    /// What to write instead.
    pub instead: &'static str,
    /// In English.
    pub en: Words,
    /// In Spanish.
    pub es: Words,
}

/// A rule in one language, with sentences that show it.
pub struct Words {
    /// Patterns of what is refused; `src/pattern.rs` says how they read.
    pub says: &'static [&'static str],
    /// What makes it fine where it touches the words refused, with no comma in between: a no, a not.
    pub unless: &'static [&'static str],
    /// What makes it fine anywhere in the sentence: a prescriber who decides.
    pub with: &'static [&'static str],
    /// Must be refused.
    pub bad: &'static [&'static str],
    /// Must be allowed.
    pub good: &'static [&'static str],
}

/// A rule taken apart, in one language.
pub struct Reader {
    says: Vec<Pattern>,
    unless: Vec<Pattern>,
    with: Vec<Pattern>,
}

impl Reader {
    /// Takes the patterns of a rule apart.
    pub fn new(rule: &Words, lists: &Lists) -> Self {
        Self::of(rule.says, rule, lists)
    }

    /// The same with only some of the patterns that it refuses.
    pub fn of(says: &[&str], rule: &Words, lists: &Lists) -> Self {
        let read = |patterns: &[&str]| patterns.iter().map(|one| Pattern::new(one, lists)).collect();
        Self { says: read(says), unless: read(rule.unless), with: read(rule.with) }
    }

    /// The words of a sentence that the rule refuses.
    pub fn refused(&self, words: &[String]) -> Option<String> {
        if self.with.iter().any(|with| !with.find(words, true).is_empty()) {
            return None;
        }
        let allowed: Vec<Range<usize>> = self.unless.iter().flat_map(|unless| unless.find(words, false)).collect();
        let touches = |place: &Range<usize>| allowed.iter().any(|one| one.start < place.end && place.start < one.end);
        let place = self.says.iter().flat_map(|says| says.find(words, true)).find(|place| !touches(place))?;
        Some(words.get(place)?.join(" "))
    }
}

/// The lists that patterns of a language may name.
pub fn lists(language: &str) -> Lists {
    let mut lists = Lists::new();
    let (medicines, prescribed, own) = named(language);
    let mut all = medicines.clone();
    all.extend(own);
    lists.insert("medicine", all);
    lists.insert("prescribed", prescribed);
    let fixed: &[(&'static str, &str)] = if language == "es" { &ES } else { &EN };
    for (name, words) in fixed {
        lists.insert(name, words.split_whitespace().map(str::to_owned).collect());
    }
    lists
}

/// Words that begin advice, those who decide, and those who are in danger.
const EN: [(&str, &str); 3] = [
    (
        "tell",
        "^ please just simply now then and you_can you_could you_may you_might you_should you_must you_need_to you_have_to \
         try_to try_and try better_to best_to okay_to ok_to fine_to safe_to time_to ready_to good_to helps_to \
         how_to it_helps_to we_recommend_to we_suggest_to feel_free_to you'd_better you_had_better let's",
    ),
    (
        "carer",
        "prescriber prescribers prescribe* clinic clinician clinicians doctor doctors care_team nurse pharmacist \
         health_worker provider emergency_departments program hospital",
    ),
    (
        "drowsy",
        "drows* sleepy nodding nod nods sedated sedation half_asleep hard_to_wake barely_awake out_of_it overdos*",
    ),
];

const ES: [(&str, &str); 3] = [
    (
        "tell",
        "^ por_favor simplemente solo ahora luego y e puedes podrías debes deberías tienes_que necesitas intenta trata_de \
         prueba_a conviene mejor es_mejor está_bien es_seguro es_bueno es_hora_de hay_que basta_con ayuda \
         cómo recomendamos sugerimos vamos_a te_conviene",
    ),
    (
        "carer",
        "receta recetan recetó clínica clínico médico médica médicos doctor doctora profesional equipo_de_salud enfermera \
         enfermero farmacéutico farmacéutica emergencias programa hospital",
    ),
    ("drowsy", "adormecid* sueño somnolient* cabece* cabecea sedad* sedación dormid* sobredosis"),
];

/// Rows of the glossary whose names are medicines that nobody changes alone, and those of them that are started by a
/// prescriber.
const MEDICINES: [&str; 6] =
    ["methadone", "buprenorphine", "naltrexone", "monthly-shot", "benzodiazepines", "gabapentinoids"];
const NOT_STARTED_ALONE: [&str; 4] = ["methadone", "buprenorphine", "naltrexone", "monthly-shot"];

/// The medicines, those that a prescriber starts, and what else is not stopped alone, by all their names.
fn named(language: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let path = root().join(format!("content/{language}/glossary.tsv"));
    let table = fs::read_to_string(path).unwrap_or_default();
    let rows: BTreeMap<&str, Vec<String>> = table
        .lines()
        .filter_map(|row| {
            let [id, term, also, ..] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
            let names = [term].into_iter().chain(also.split(';')).map(|name| words(name).join("_"));
            Some((id, names.collect()))
        })
        .collect();
    let of = |ids: &[&str]| ids.iter().filter_map(|id| rows.get(id)).flatten().cloned().collect::<Vec<_>>();
    let general = if language == "es" {
        "medicina medicinas medicamento medicamentos remedio remedios dosis la_pastilla las_pastillas las_gotas el_parche \
         tratamiento vivitrol suboxone"
    } else {
        "medicine medicines medication medications meds moud dose doses the_patch treatment benzo"
    };
    let other = if language == "es" { "alcohol beber el_trago" } else { "alcohol drinking" };
    let own = |words: &str| words.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let with_general = |mut names: Vec<String>| {
        names.extend(own(general));
        names
    };
    (with_general(of(&MEDICINES)), with_general(of(&NOT_STARTED_ALONE)), own(other))
}
