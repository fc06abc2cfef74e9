//! Hard moments: no promise of when a craving ends, no test of one's strength, no blessing of an amount.

use crate::rule::{Rule, Words};

/// The rules about cravings, mixing and using.
pub const RULES: [Rule; 4] = [END_OF_CRAVING, SURE_TO_PASS, MIXING, NATURAL];

const END_OF_CRAVING: Rule = Rule {
    name: "promises when a craving is over",
    line: "red line 9; 5.12-5.14",
    instead: "Say: most urges rise, peak and ease; some take an hour or come in waves.",
    en: Words {
        says: &[
            "craving|cravings|urge|urges|wave|waves ..4 pass|passes|end|ends|over|gone|fade|fades|ease|eases|disappear*|go_away|goes_away|last|lasts|peak|peaks ..4 # ..2 minute|minutes|min|seconds",
            "# ..1 minute|minutes|min ..5 craving|cravings|urge|urges|it ..4 pass|passes|ends|over|gone|fades|eases|disappears|weaker",
        ],
        unless: &[],
        with: &["no_study|no_sound_source|without_a_source|not_proven"],
        bad: &[
            "A craving passes in 20 minutes.",
            "Most urges are over after 15–30 minutes.",
            "Wait ten minutes and the urge is gone.",
        ],
        good: &["Many ease within minutes.", "Some take an hour or come in waves.", "Can you talk for ten minutes?"],
    },
    es: Words {
        says: &[
            "ganas|deseo|impulso|impulsos|ola|olas ..4 pasa*|acaba*|termina*|va|van|baja*|desaparece*|dura*|cede* ..4 # ..2 minuto|minutos|min|segundos",
            "# ..1 minuto|minutos|min ..5 ganas|deseo|impulso ..4 pasa*|pasan|acaba*|termina*|van|desaparece*|ceden",
        ],
        unless: &[],
        with: &["ningún_estudio|sin_fuente"],
        bad: &[
            "Las ganas pasan en 20 minutos.",
            "El impulso dura de 15 a 30 minutos.",
            "Espera diez minutos y las ganas se van.",
        ],
        good: &["Muchas bajan en minutos.", "Otras tardan una hora o vienen en olas.", "¿Puedes hablar diez minutos?"],
    },
};

const SURE_TO_PASS: Rule = Rule {
    name: "promises that a craving ends",
    line: "red line 9; 5.13",
    instead: "Say “most” or “many”, and that one which does not ease is a reason to call.",
    en: Words {
        says: &[
            "craving|cravings|urge|urges ..2 always|will|must|is_sure_to|are_sure_to ..1 pass|passes|end|ends|ease|eases|fade|fades|go_away|goes_away|be_over|stop|stops",
            "every|all|each|any ..1 craving|cravings|urge|urges ..1 passes|pass|ends|end|ease|eases|fades|goes_away",
            "^ it|this will ..1 pass|be_over|go_away",
        ],
        unless: &["may_not|not_always|no|when|how_long ..3 always|will|pass|end|ease"],
        with: &[],
        bad: &["The craving will pass.", "Every urge passes.", "This will pass."],
        good: &["Most cravings rise, peak and ease.", "This page can’t tell you how long your urge will last."],
    },
    es: Words {
        says: &[
            "ganas|deseo|impulso ..2 siempre|seguro_que|sin_duda ..1 pasa*|acaba*|termina*|baja*|van",
            "ganas|deseo|impulso ..1 pasarán|pasará|acabarán|acabará|terminarán|terminará|desaparecerán|se_irán|se_irá|va_a_pasar|van_a_pasar",
            "todas_las ganas ..1 pasan|acaban|terminan|bajan",
            "^ esto|ya|todo ..1 pasará|va_a_pasar",
        ],
        unless: &["no_siempre|no ..2 siempre|pasa*|acaba*|termina*|baja*"],
        with: &[],
        bad: &["Las ganas siempre pasan.", "Las ganas pasarán.", "Todas las ganas bajan.", "Ya va a pasar."],
        good: &["La mayoría de las ganas suben y bajan.", "Las ganas no siempre bajan."],
    },
};

const MIXING: Rule = Rule {
    name: "makes an amount or a mix sound safe",
    line: "red line 2; 2.45, 3.40, 4.56",
    instead: "Say that the old amount can kill, that a smaller one may not be safe either, and not to mix.",
    en: Words {
        says: &[
            "small|smaller|half|less|little|tiny ..3 amount|dose|hit|bit ..3 is|are|will_be|should_be ..1 safe|fine|okay|ok|enough",
            "small|smaller|half|less|little ..8 no_danger|no_risk|not_dangerous|without_danger",
            "one_time|just_once ..1 is|will_be ..1 okay|ok|fine|safe",
            "one|once|a_drink|a_little ..3 won't|will_not|can't|doesn't ..1 hurt|kill|matter|harm",
            "safe|fine|okay|ok to use|mix|drink|take_more",
            "negative|test|strip ..4 proves|means|shows ..3 safe",
        ],
        unless: &["not|never|may_not|isn't|no|nor|can't ..3 safe|fine|okay|ok|enough|proves|prove|means|shows"],
        with: &[],
        bad: &[
            "A smaller amount is safe.",
            "One time is okay.",
            "If it is less than before, there is no danger.",
            "Just one won’t hurt.",
            "It is okay to drink.",
            "A negative test means it is safe.",
        ],
        good: &[
            "A smaller amount may not be safe either.",
            "A negative test is not proof of safety.",
            "Even one can kill.",
        ],
    },
    es: Words {
        says: &[
            "pequeña|menor|menos|mitad|poca|poquito ..3 es|será|está ..1 segura|segura|seguro|bien|suficiente",
            "menos|menor|poco|poca|mitad ..8 no_hay_peligro|no_hay_riesgo|no_es_peligros*|sin_peligro",
            "una_vez|una_copa|un_poco|un_poquito ..3 no ..2 mata|daña|importa|pasa_nada|hace_daño",
            "seguro|bien|bueno consumir|mezclar|beber|tomar_más",
            "negativa|negativo|prueba|tira ..4 significa|demuestra|quiere_decir ..3 segura|seguro",
        ],
        unless: &["no|nunca|tampoco|ni ..3 es|será|está|segura|seguro|bien|significa|demuestra|quiere"],
        with: &[],
        bad: &[
            "Una cantidad menor es segura.",
            "Si tomas menos de lo de antes, no hay peligro.",
            "Un poco no hace daño.",
            "Está bien beber.",
            "Una prueba negativa significa que es segura.",
        ],
        good: &[
            "Una menor también puede ser peligrosa.",
            "Una prueba negativa no demuestra que sea segura.",
            "Una sola vez puede matar.",
        ],
    },
};

const NATURAL: Rule = Rule {
    name: "offers a product as help in withdrawal",
    line: "red line 14; 3.16, 3.17, 4.50",
    instead: "Say that it is not a safe help in withdrawal, and that medicine from a clinic helps most.",
    en: Words {
        says: &[
            "<tell> try|use|take|drink ..2 kratom|7-oh|tianeptine|loperamide|imodium|zaza",
            "kratom|7_oh|tianeptine|loperamide|imodium ..2 helps|eases|works|can_help|is_safe|is_natural",
        ],
        unless: &["not|never|don't|no|nor ..3 try|use|take|drink|helps|safe|help"],
        with: &[],
        bad: &["Try kratom for the worst days.", "Kratom eases withdrawal."],
        good: &["Kratom is not a safe help in withdrawal.", "Don’t take loperamide in high doses."],
    },
    es: Words {
        says: &[
            "<tell> prueba|usa|toma|tomar|usar ..2 kratom|tianeptina|loperamida|imodium",
            "kratom|tianeptina|loperamida|imodium ..2 ayuda|alivia|funciona|puede_ayudar|es_segura|es_seguro|es_natural",
        ],
        unless: &["no|nunca|ni ..3 prueb*|us*|tom*|ayuda|alivia|es"],
        with: &[],
        bad: &["Prueba kratom en los peores días.", "El kratom alivia la abstinencia."],
        good: &["El kratom no es una ayuda segura.", "No tomes loperamida en dosis altas."],
    },
};
