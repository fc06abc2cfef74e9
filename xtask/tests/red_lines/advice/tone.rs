//! Scores, counts and blame: no number calls anyone safe, nothing goes back to zero, nothing shames.

use crate::rule::{Rule, Words};

/// The rules about scores, counts and blame.
pub const RULES: [Rule; 4] = [SCORE, ZERO, POINTS, BLAME];

const SCORE: Rule = Rule {
    name: "calls a score or a person safe",
    line: "red line 11; 10.09, 11.20-11.22",
    instead: "Say: this is not a diagnosis and no proof of safety; showing it to someone who knows can help.",
    en: Words {
        says: &[
            "score|scores|result|rating|number|answers ..6 safe|no_risk|no_danger|low_risk|risk_free|all_right|nothing_to_worry",
            "low|lower|zero|good ..2 craving|urge|mood|number ..3 means|shows|proves ..4 safe|fine|okay|well",
            "you're|you_are|you_seem|you_look ..2 safe|out_of_danger|no_danger|not_at_risk|low_risk|cured",
            "you_have|you_don't_have|you_likely_have ..3 depression|anxiety_disorder|a_disorder",
        ],
        unless: &[
            "not|never|can't|no|nor|isn't|doesn't|don't|if|whether|sure|are_you|feel|feeling|until|sense ..4 safe|means|proves|shows|risk|danger|cured|you're|you_are",
        ],
        with: &["no ..4 score", "can't|cannot|no_score|not_a_diagnosis|no_proof"],
        bad: &[
            "Your score is low, so you are safe.",
            "A low craving means all is fine.",
            "You’re out of danger.",
            "Don’t worry, you are safe.",
            "You likely have mild depression.",
        ],
        good: &[
            "No score in an app can decide that.",
            "Few signs don’t mean you are safe.",
            "First, let’s make sure you’re safe.",
            "Are you safe right now?",
        ],
    },
    es: Words {
        says: &[
            "puntaje|puntuación|resultado|número|respuestas ..6 a_salvo|sin_riesgo|sin_peligro|riesgo_bajo|nada_de_qué_preocuparse",
            "bajo|baja|bajas|cero|buen ..2 ganas|ánimo|número ..3 significa|significan|demuestra|quiere_decir ..4 a_salvo|bien|segura|seguro",
            "estás|pareces|te_ves ..2 a_salvo|fuera_de_peligro|sin_riesgo|curado|curada",
            "tienes|probablemente_tienes|no_tienes ..2 depresión|trastorno_de_ansiedad",
        ],
        unless: &[
            "no|nunca|ni|si|que ..4 a_salvo|significa*|demuestra|quiere|estás|estés",
            "^ estás ..2 a_salvo ..4 en_este_momento|ahora",
        ],
        with: &["no_puede|tampoco_puede|ningún_puntaje|no_es_un_diagnóstico"],
        bad: &[
            "Tu puntaje es bajo: estás sin riesgo.",
            "Un buen número significa que todo va bien.",
            "Estás fuera de peligro.",
            "Probablemente tienes depresión.",
        ],
        good: &[
            "Ningún puntaje de una aplicación puede decidirlo.",
            "¿Estás a salvo en este momento?",
            "No te sientes a salvo.",
        ],
    },
};

const ZERO: Rule = Rule {
    name: "sets someone back",
    line: "red lines 2 and 15; 5.36",
    instead: "A lapse is an event. Say that what was there stays: total days and restarts, side by side.",
    en: Words {
        says: &[
            "back|go|going|goes|return|start|starts|starting ..2 to|at|from ..1 zero|0|day_one|day_1|day_zero|square_one|nothing|scratch|the_beginning",
            "reset|resets|resetting ..4 count*|day|days|clock|progress|number|timer|you",
            "count*|day|days|clock|progress|timer ..3 reset|resets|is_reset|starts_over|start_over",
            "lose|loses|lost|losing|broke|break|breaks ..2 your ..1 streak|progress|days|count",
            "start|starts|started|starting ..1 over|all_over",
            "streak|streaks",
            "clean_again|sober_again",
        ],
        unless: &[
            "never|not|no|nothing|don't|doesn't|nor|without|none ..4 zero|nothing|reset*|lose|lost|starts|start|goes|go|back",
            "start_over_from",
        ],
        with: &[],
        bad: &[
            "You are back to day one.",
            "Your count goes back to 0.",
            "Reset your counter.",
            "The clock starts over.",
            "You lost your progress.",
            "You have to start over.",
            "Your streak",
            "You can be sober again.",
        ],
        good: &["It never goes back to nothing.", "Nothing starts over.", "What you noted stays, whatever you choose."],
    },
    es: Words {
        says: &[
            "volver|vuelve|vuelves|volviste|regresar|regresas|empezar|empieza|empiezas|comenzar|comienza|partir|arrancar ..2 a|de|desde ..1 cero|0|nuevo_de_cero|la_nada|el_día_uno",
            "reinicia*|reiniciar|resetea* ..3 contador|cuenta|días|día|progreso|reloj",
            "contador|reloj|progreso ..3 reinicia|vuelve_a_empezar|cero",
            "perder|pierdes|perdiste|romper|rompiste|rompes ..2 tu|tus|la ..1 racha|progreso|días|avance",
            "racha|rachas",
        ],
        unless: &["no|nunca|nada|ni|sin ..4 cero|nada|reinici*|perd*|pierd*|vuelv*|empiez*|empez*"],
        with: &[],
        bad: &[
            "Vuelves a cero.",
            "Tu cuenta de días vuelve a 0.",
            "Reinicia tu contador.",
            "Tu contador vuelve a empezar.",
            "Perdiste tu progreso.",
            "Tu racha",
        ],
        good: &["Nunca vuelve a cero.", "Nada empieza de cero.", "Lo que anotaste se queda."],
    },
};

const POINTS: Rule = Rule {
    name: "makes a game or a contest of it",
    line: "8.03, 10.09, 12.06",
    instead: "Praise effort in plain words; compare with nobody.",
    en: Words {
        says: &[
            "earn|earned|win|won ..2 points|badge|badges|reward|rewards|trophy|level",
            "better|worse|more|ahead ..1 than ..1 most_people|others|other_people|other_users",
            "level_up|leaderboard|high_score",
        ],
        unless: &["not|no|never|don't ..3 better|worse|earn|win"],
        with: &[],
        bad: &["You earned a badge.", "You did better than most people.", "Leaderboard"],
        good: &["Days you came back count.", "A treatment that gives rewards for steps forward."],
    },
    es: Words {
        says: &[
            "gana|ganas|ganaste|obtén|obtuviste ..2 puntos|insignia|insignias|premio|premios|trofeo|nivel",
            "mejor|peor|más ..1 que ..1 la_mayoría|los_demás|otras_personas",
            "sube_de_nivel|subiste_de_nivel|clasificación",
        ],
        unless: &["no|nunca|ni ..3 mejor|peor|gana*"],
        with: &[],
        bad: &["Ganaste una insignia.", "Te fue mejor que a otros: mejor que la mayoría.", "Subiste de nivel."],
        good: &["Los días en que volviste cuentan.", "Un tratamiento que da premios por avanzar."],
    },
};

const BLAME: Rule = Rule {
    name: "blames or shames",
    line: "red line 15; 5.31, 12.06, 12.11",
    instead: "Look at what happened and at what was missing. Both compassion and safety are said.",
    en: Words {
        says: &[
            "your|their|own fault",
            "you_failed|you_gave_in|you_blew_it|you_messed_up",
            "you_let ..2 down",
            "you|they should_have|should_know|ought_to_know|could_have_stopped|know_better",
            "you're|you_are|they're|they_are ..1 weak|lazy|selfish|a_failure|a_disappointment|to_blame",
            "be|feel ashamed_of|guilty_about ..1 yourself|this|that",
            "no_excuse|no_excuses|think_what_you_did",
            "^ why_did|why_did_you|why_didn't_you",
            "moral_failing|lack_of_character|bad_choices|poor_choices",
        ],
        unless: &[
            "not|isn't|never|no|nor|nobody|aren't|don't|start_with ..4 fault|weak|lazy|selfish|a_failure|to_blame|failing|why|choices|ashamed*|guilty*",
        ],
        with: &[],
        bad: &[
            "It is your fault.",
            "You let everyone down.",
            "You gave in.",
            "You should know better.",
            "You are weak.",
            "Feel ashamed of yourself.",
            "There is no excuse.",
            "Why did you use?",
            "It comes from bad choices.",
        ],
        good: &[
            "A low day is not your fault.",
            "That is learning, not weakness.",
            "What was going on?",
            "It is not a moral failing.",
        ],
    },
    es: Words {
        says: &[
            "es|fue|tienes|por ..1 tu|la|su culpa",
            "fallaste|fracasaste|cediste|decepcionaste|la_regaste|defraudaste",
            "debiste|debías_haber|deberías_haber|tenías_que_haber|podías_haber_parado",
            "eres|son ..1 débil|débiles|egoísta|un_fracaso|una_decepción|culpable",
            "avergüénzate|debería_darte_vergüenza|qué_vergüenza",
            "no_hay_excusa|sin_excusas",
            "por_qué_lo_hiciste|por_qué_consumiste|por_qué_no_paraste",
            "malas_decisiones|falta_de_carácter",
        ],
        unless: &["no|nunca|ni|nadie ..4 culpa|débil*|egoísta|culpable|fracaso|decisiones|carácter", "quién ..3 culpa"],
        with: &[],
        bad: &[
            "Es tu culpa.",
            "Fallaste.",
            "Debiste parar.",
            "Eres débil.",
            "Debería darte vergüenza.",
            "No hay excusa.",
            "¿Por qué consumiste?",
            "Viene de malas decisiones.",
        ],
        good: &["Un día bajo no es tu culpa.", "Es algo aprendido, no una debilidad.", "¿Qué estaba pasando?"],
    },
};
