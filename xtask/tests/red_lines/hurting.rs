//! Words that hurt, in every sentence. The list is the one that the build reads.

use std::{fs, slice};

use crate::{
    hurtful::{self, Hurtful, LIST},
    none_of,
    quoted::is_quoted,
    root, texts,
};

/// Must be refused.
const REFUSED: [&str; 40] = [
    "He is an addict.",
    "For users of heroin",
    "Help for substance abuse",
    "People who abuse opioids",
    "You have been in clean time for a week",
    "Two weeks and you’re still clean",
    "A dirty screen",
    "Kick the habit",
    "Opioid replacement is one way",
    "Medication-assisted treatment",
    "The relapser",
    "After a relapse, rest.",
    "You fell off the wagon",
    "Babies born addicted",
    "A non-compliant patient",
    "People suffering from addiction",
    "You have to hit rock bottom first",
    "Hooked on pills",
    "Las personas adictas y los adictos",
    "Estaba drogado",
    "Un usuario de heroína",
    "El abuso de sustancias",
    "Quienes abusan de las drogas",
    "Llevas una semana y sigues limpia",
    "Tu prueba sucia",
    "Es un sucio",
    "Es un vicio",
    "El hábito de consumir",
    "Personas enganchadas",
    "La terapia de sustitución",
    "Tratamiento asistido con medicamentos",
    "Tuviste una recaída",
    "Un bebé adicto",
    "Fracasó en el tratamiento",
    "Una paciente incumplidora",
    "Sufre de una adicción",
    "La lucha contra las drogas",
    "Tienes que tocar fondo",
    "Te falta fuerza de voluntad",
    "Days clean: 3",
];

/// Must be allowed: names, terms of art, other meanings.
const ALLOWED: [&str; 12] = [
    "Substance Abuse and Mental Health Services Administration",
    "Narcotics Anonymous",
    "Relapse prevention is a method.",
    "Prevención de recaídas",
    "National Domestic Abuse Helpline",
    "Clean the kitchen table.",
    "Limpia su boca.",
    "Addiction is a health condition.",
    "No reemplaza a tu equipo de salud.",
    "Good sleep habits help.",
    "You don’t have to hit bottom first.",
    "No hace falta tocar fondo.",
];

fn list() -> Vec<Hurtful> {
    hurtful::read(&fs::read_to_string(root().join(LIST)).unwrap_or_default()).unwrap_or_else(|(line, what)| {
        none_of(&[format!("{LIST}:{line}: {what}")]);
        Vec::new()
    })
}

#[test]
fn nobody_is_called_by_a_word_that_hurts() {
    let list = list();
    let mut faults = Vec::new();
    for said in texts::all().into_iter().filter(|said| !is_quoted(said)) {
        for what in hurtful::faults(&list, &said.text, said.name) {
            faults.push(format!("{}:{}: “{}”: {what}", said.path, said.line, said.text));
        }
    }
    none_of(&faults);
}

#[test]
fn every_row_of_the_list_refuses_what_it_is_for() {
    let list = list();
    let mut faults = Vec::new();
    for (number, row) in (2..).zip(&list) {
        if !REFUSED.iter().any(|text| hurtful::faults(slice::from_ref(row), text, false).next().is_some()) {
            faults.push(format!("{LIST}:{number}: no example is refused by it; add one to REFUSED"));
        }
    }
    for text in REFUSED.iter().filter(|text| hurtful::faults(&list, text, false).next().is_none()) {
        faults.push(format!("“{text}” must be refused"));
    }
    for text in ALLOWED {
        faults.extend(hurtful::faults(&list, text, false).map(|what| format!("“{text}” must be allowed: {what}")));
    }
    none_of(&faults);
}
