//! Overdose: breathing is the aim, nobody sleeps it off, nobody is told to breathe slowly while drowsy.

use crate::rule::{Rule, Words};

/// The rules about overdose and breathing.
pub const RULES: [Rule; 4] = [WAKING, SLOW_BREATHING, FOLK_CURES, NALOXONE_DOUBTS];

const WAKING: Rule = Rule {
    name: "makes waking the aim of naloxone",
    line: "red line 4; 4.24, 4.44-4.46",
    instead: "Say: judge by breathing, not by waking.",
    en: Words {
        says: &[
            "naloxone|narcan|dose|doses|spray|sprays ..6 until|till ..4 wake|wakes|awake|conscious|responds",
            "naloxone|narcan ..5 wake|wakes|waking|awake|wakes_up",
            "more|another|second ..2 naloxone|narcan|dose ..6 still ..1 asleep|sleeping|out|sleepy",
            "not|isn't|doesn't ..2 awake|wake|waking|conscious ..4 more|another|second ..1 naloxone|narcan|dose",
        ],
        unless: &[
            "not|never|won't ..2 wake|wakes|waking",
            "isn't|not ..3 aim|answer|until",
            "breathe|breathes well ..1 don't|doesn't wake ,_on_the_side|,_on_their_side",
        ],
        with: &["more_naloxone_is_not_the_answer", "not_waking|not_by_waking|not_at_waking"],
        bad: &[
            "Give doses until they wake.",
            "Naloxone wakes the person up.",
            "Give another dose if they are still asleep.",
            "If they are not awake, another dose.",
            "After naloxone I breathe well but don’t wake: another dose.",
        ],
        good: &[
            "Naloxone aims at breathing, not at waking.",
            "The aim is breathing, not waking.",
            "If they won’t wake, give naloxone.",
            "After naloxone I breathe well but don’t wake: on the side.",
        ],
    },
    es: Words {
        says: &[
            "naloxona|narcan|dosis|aerosol ..6 hasta ..4 despiert*|despertar|consciente|responda|reaccione",
            "naloxona|narcan ..5 despiert*|despertar|despierta",
            "más|otra|segunda ..2 naloxona|narcan|dosis ..6 sigue ..1 dormid*",
            "no ..2 despierta|está_despierta|está_despierto ..4 más|otra|segunda ..1 naloxona|narcan|dosis",
        ],
        unless: &[
            "no|nunca|ni ..2 despertar|despierte|despierten",
            "pero_no_despierta ,_no_más_naloxona",
            "respiro|respira bien ..1 no despierto|despierta ,_de_lado",
        ],
        with: &["no_que_despierte|no_por_si_despierta|no_al_despertar|no_a_despertar|no_en_despertar|no_despertar"],
        bad: &[
            "Da dosis hasta que despierte.",
            "La naloxona despierta a la persona.",
            "Da otra dosis si sigue dormida.",
            "Si no despierta, da otra dosis.",
            "Tras la naloxona respiro bien pero no despierto: otra dosis.",
            "Respira bien, pero no despierta: otra dosis.",
        ],
        good: &[
            "La meta es que respire, no que despierte.",
            "Guíate por la respiración, no por si despierta.",
            "Si no despierta, da naloxona.",
            "Tras la naloxona respiro bien pero no despierto: de lado.",
            "Sí, pero no despierta: no más naloxona.",
        ],
    },
};

const SLOW_BREATHING: Rule = Rule {
    name: "offers slow breathing to someone drowsy",
    line: "red line 10; 6.19",
    instead: "Say: never for someone drowsy, nodding or breathing slowly. Call, naloxone, breaths, stay.",
    en: Words {
        says: &[
            "<drowsy> ..10 breathe|try|take|do|use|practice|paced ..3 slowly|slow|deeply|deep|breathing|breaths",
            "breathe|try|take|do|use|practice|paced ..3 slowly|slow|deeply|deep|breathing|breaths ..10 <drowsy>",
        ],
        unless: &["never|not|don't|isn't|no|call|stop|naloxone ..9 <drowsy>", "breathe_for_them|breathe_for"],
        with: &["^ never|never_for"],
        bad: &["Sleepy or nodding? Try slow breathing.", "Breathe slowly if you feel drowsy."],
        good: &[
            "Slow breathing is never for a person who is drowsy.",
            "Very sleepy, or slow breathing?",
            "Never for someone drowsy, nodding or breathing slowly.",
        ],
    },
    es: Words {
        says: &[
            "<drowsy> ..10 respira|prueba|haz|usa|practica|toma ..3 despacio|lento|hondo|lenta|pausada|profundo|profunda|respiraciones",
            "respira|prueba|haz|usa|practica|toma ..3 despacio|lento|hondo|lenta|pausada|profundo|profunda|respiraciones ..10 <drowsy>",
        ],
        unless: &[
            "nunca|no|llama|naloxona ..9 <drowsy>",
            "respira_por",
            "cabecea|adormecid* ..2 o respira",
            "respira lento|despacio ,_ronca|o_ronca",
        ],
        with: &["^ nunca|nunca_para|nunca_es_para"],
        bad: &[
            "¿Mucho sueño? Respira despacio.",
            "Haz respiraciones lentas si te sientes adormecida.",
            "Respira lento si puede ser una sobredosis.",
        ],
        good: &[
            "La respiración lenta nunca es para alguien adormecido.",
            "¿Mucho sueño o respiras lento?",
            "Quien no despierta, respira lento, ronca profundo o hace gorgoteos puede tener una sobredosis.",
        ],
    },
};

const FOLK_CURES: Rule = Rule {
    name: "offers what harms in an overdose",
    line: "red line 3; 4.07, 4.20",
    instead: "Say: call, naloxone, breaths, on the side, stay.",
    en: Words {
        says: &[
            "let|leave them|him|her|someone|the_person ..2 sleep_it_off|sleep|alone",
            "<tell> put|give|use ..4 cold_shower|cold_bath|ice|salt|milk|coffee ..8 overdose|overdosing|wake",
            "<tell> make|get ..2 vomit|throw_up",
        ],
        unless: &["never|not|don't|nor|no ..3 let|leave|put|give|use|make|get"],
        with: &[],
        bad: &["Let them sleep it off.", "Give cold shower and coffee to wake them.", "Make them vomit."],
        good: &["Don’t let them sleep it off.", "Don’t make them vomit."],
    },
    es: Words {
        says: &[
            "deja|déjalo|déjala|dejarlo|dejarla|dejen ..2 dormir|solo|sola|durmiendo|que_duerma",
            "<tell> pon|ponle|dale|da|usa ..4 ducha_fría|agua_fría|hielo|sal|leche|café ..8 sobredosis|despierte|despertar",
            "<tell> haz|hazlo|hazla ..2 vomitar|que_vomite",
        ],
        unless: &["no|nunca|ni ..3 deja*|deje*|pon*|dale|da|usa|uses|haz|haga*"],
        with: &[],
        bad: &["Déjalo dormir.", "Dale café para que despierte.", "Haz que vomite."],
        good: &["No dejes que duerma para que se le pase.", "No la hagas vomitar."],
    },
};

const NALOXONE_DOUBTS: Rule = Rule {
    name: "makes people wait or doubt in an overdose",
    line: "red line 3; 4.10-4.19, 4.22, 4.25",
    instead: "Say: not sure? Act as if it is an overdose.",
    en: Words {
        says: &[
            "wait|hold_off ..4 before ..2 calling|call|naloxone",
            "only ..3 give|use ..2 naloxone|narcan ..3 if ..3 sure|certain",
            "naloxone|narcan ..2 can|may|could ..1 harm|hurt|kill|be_dangerous",
            "don't|do_not|never ..1 call ..2 911|emergency*|ambulance|police",
        ],
        unless: &[],
        with: &[],
        bad: &[
            "Wait a bit before calling.",
            "Only give naloxone if you are sure.",
            "Naloxone can harm.",
            "Don’t call 911 first.",
        ],
        good: &["It does no harm if it was not opioids.", "Not sure? Act as if it is an overdose."],
    },
    es: Words {
        says: &[
            "espera|aguarda ..4 antes ..2 llamar|naloxona",
            "solo ..3 da|usa|usar|dar ..2 naloxona ..3 si ..3 seguro|segura",
            "naloxona ..2 puede|podría ..1 dañar|hacer_daño|matar|ser_peligrosa",
            "no|nunca ..1 llames|llamar ..2 911|emergencias|ambulancia|policía",
        ],
        unless: &[],
        with: &[],
        bad: &[
            "Espera un poco antes de llamar.",
            "Solo da la naloxona si estás segura.",
            "La naloxona puede hacer daño.",
            "No llames al 911.",
        ],
        good: &["No hace daño si no eran opioides.", "¿Hay duda? Actúa como si fuera una sobredosis."],
    },
};
