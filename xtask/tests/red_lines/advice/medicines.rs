//! Medicines: nobody is told to stop, skip, change or start one, how much to take, or when.

use crate::rule::{Rule, Words};

/// The rules about medicines, alcohol and benzodiazepines.
pub const RULES: [Rule; 6] = [STOP, STOPPING_IS_FINE, CHANGE, DOSE, WHEN, COLD_TURKEY];

const STOP: Rule = Rule {
    name: "tells someone to stop, skip or cut",
    line: "red line 1; 2.40, 2.46, 3.20",
    instead: "Say: keep it, and talk with the prescriber before any change.",
    en: Words {
        says: &[
            "<tell> stop|quit|skip|ditch|dump|flush|refuse|forget|cut|drop|lower|reduce|halve|wean|taper|pause|miss|leave_out|cut_down|cut_back|come_off|get_off|go_off|give_up|throw_away|wean_off|taper_off|stop_taking ..3 <medicine>",
            "<tell> wean|taper ..2 off|yourself|down",
            "<tell> go|do|try|live ..3 without ..2 <medicine>",
            "<tell> take|use ..2 less|half|fewer|more|extra|double|twice ..3 <medicine>",
        ],
        unless: &[
            "never|not|don't|nor|no|without|isn't ..3 stop|quit|skip|cut|drop|lower|reduce|halve|wean|taper|pause|miss|leave|come|get|go|give|throw|take|use|do|try|live",
            "says|tells|told|if_you|did_you|do_you ..5 stop|quit|skip|cut|drop|miss",
        ],
        with: &[],
        bad: &[
            "Stop your methadone.",
            "You can skip a dose of Suboxone.",
            "Feel free to cut down the benzos.",
            "Don’t worry, stop your methadone.",
            "Try to wean yourself off.",
            "Try a day without your medicine.",
            "Take half of your dose.",
            "If you feel well, quit drinking at once.",
            "It is safe to come off the shot.",
        ],
        good: &[
            "Never stop methadone on your own.",
            "Please don’t stop your medicine.",
            "If one tells you to stop your medicine, find another group.",
            "Don’t skip or stop your medicine.",
            "Call the clinic, and don’t take extra doses.",
            "Stopping it suddenly raises the danger.",
        ],
    },
    es: Words {
        says: &[
            "<tell> deja|dejar|dejes|para_de|parar|salta|sáltate|saltar|saltarte|omite|omitir|reduce|reducir|baja|bajar|corta|cortar|suspende|suspender|abandona|abandonar|disminuye|disminuir|detén|quita|quítate|tira|tirar|interrumpe|interrumpir ..4 <medicine>",
            "<tell> deja|dejar ..1 tomarla|tomarlo|tomarlas|tomarlos",
            "<tell> pasa|pasar|prueba|probar|vive|vivir|quédate ..3 sin ..2 <medicine>",
            "<tell> toma|tomar|usa|usar ..2 menos|media|mitad|doble|extra|más ..3 <medicine>",
        ],
        unless: &[
            "no|nunca|ni|sin|jamás ..3 deja*|deje*|para|pare*|salt*|omit*|reduc*|reduzc*|baj*|cort*|suspend*|abandon*|disminu*|deten*|quit*|tir*|interrump*|pas*|viv*|toma|tomes|tomar|usa|uses|usar",
            "deja|dejar ..5 con_llave|bajo_llave|a_la_vista|fuera|lugar|alcance|caja",
            "dice|dicen|diga ..5 deja*|para*",
            "dejar|parar|bajar ..14 puede|trae|causa|necesita|peligroso|sube|quita",
        ],
        with: &["plan_con_quien_receta"],
        bad: &[
            "Deja la metadona.",
            "Puedes saltarte una dosis de Suboxone.",
            "No te preocupes, deja tu medicina.",
            "Si quieres, deja de tomarla.",
            "Intenta pasar un día sin tu medicina.",
            "Toma la mitad de tu dosis.",
            "Es seguro dejar las benzodiazepinas.",
            "Mejor dejar de beber hoy.",
        ],
        good: &[
            "Nunca dejes la metadona por tu cuenta.",
            "No dejes de golpe los opioides ni la medicina.",
            "Si alguno te dice que dejes tu medicamento, busca otro grupo.",
            "Deja la medicina en una caja con llave.",
            "Llama a la clínica y no tomes dosis de más.",
            "Parar de golpe trae mucho riesgo.",
        ],
    },
};

const STOPPING_IS_FINE: Rule = Rule {
    name: "calls stopping or skipping fine",
    line: "red line 1; 2.05, 2.37, 2.40, 2.41",
    instead: "Say what stopping brings: withdrawal, lost tolerance, high overdose risk. The prescriber plans it, slowly.",
    en: Words {
        says: &[
            "stopping|skipping|missing|cutting|quitting|tapering|dropping|weaning|halving ..4 <medicine> ..3 is|are|can_be|may_be|feels|seems ..1 fine|okay|ok|safe|best|good|easy|better|healthy|harmless|normal",
            "better|cleaner|stronger|healthier|safer ..2 without|off ..2 <medicine>",
            "don't|do_not|no_longer ..1 need ..2 <medicine>",
            "no_need_to|don't_need_to|don't_have_to|needn't take|use ..3 <medicine>",
            "recovery|freedom|health ..2 is|means ..2 no|without|off ..2 <medicine>",
        ],
        unless: &["not|isn't|aren't|never|nor|no ..2 fine|okay|ok|safe|best|good|easy|better|healthy|harmless|normal"],
        with: &[],
        bad: &[
            "Skipping a dose of methadone is fine.",
            "You are stronger without your medicine.",
            "Soon you don’t need the medicine.",
            "There is no need to take your meds today.",
            "Real recovery means no medicine.",
        ],
        good: &["Stopping methadone suddenly is never safe.", "Staying on your medicine is fine."],
    },
    es: Words {
        says: &[
            "dejar|saltarse|saltarte|bajar|cortar|suspender|reducir|parar|omitir ..4 <medicine> ..3 es|está|puede_ser|parece ..1 bueno|bien|seguro|mejor|fácil|sano|normal|inofensivo",
            "mejor|fuerte|sano|sana|libre ..2 sin ..2 <medicine>",
            "no|ya_no ..1 necesitas|necesitarás|te_hace_falta ..2 <medicine>",
            "no_hace_falta|no_es_necesario|no_necesitas|no_tienes_que ..2 tom* ..3 <medicine>",
            "recuperación|libertad|salud ..3 es|significa|quiere_decir ..2 sin|nada_de ..2 <medicine>",
        ],
        unless: &["no|nunca|tampoco ..2 es|está|bueno|bien|seguro|mejor|fácil|sano|normal|inofensivo"],
        with: &[],
        bad: &[
            "Saltarse una dosis de metadona es normal.",
            "Eres más fuerte sin tu medicina.",
            "Pronto ya no necesitas la medicina.",
            "No hace falta que tomes la medicina hoy.",
            "La recuperación de verdad es sin medicina.",
        ],
        good: &["Dejar la metadona de golpe no es seguro.", "Seguir con tu medicina está bien."],
    },
};

const CHANGE: Rule = Rule {
    name: "tells someone to start, restart or change a medicine alone",
    line: "red lines 1 and 5; 2.15, 2.22-2.25",
    instead: "Say who starts or changes it: the prescriber or the clinic. Explain, so that people call.",
    en: Words {
        says: &[
            "<tell> start|begin|restart|resume|switch|change|swap|increase|raise|double|adjust|catch_up|split ..4 <prescribed>",
            "<tell> start|dose|treat|medicate|detox ..1 yourself",
            "<tell> take|use|try|borrow ..6 first_dose|missed_dose|missed_doses|leftover*|someone_else's|friend's ..2",
        ],
        unless: &[
            "never|not|don't|nor|no|without|isn't ..3 start|begin|restart|resume|switch|change|swap|increase|raise|double|adjust|catch|split|dose|treat|medicate|detox|take",
        ],
        with: &["<carer>"],
        bad: &[
            "Start buprenorphine tonight.",
            "You can double the dose.",
            "Then restart methadone at the old dose.",
            "How to detox yourself",
            "Take a bit of your friend’s Suboxone.",
            "Take your missed doses now.",
        ],
        good: &[
            "A clinic can start or continue methadone or buprenorphine.",
            "You can start methadone at a clinic.",
            "Don’t double the dose.",
            "The clinic says how to start again.",
        ],
    },
    es: Words {
        says: &[
            "<tell> empieza|empezar|comienza|comenzar|inicia|iniciar|reinicia|reiniciar|retoma|retomar|cambia|cambiar|sube|subir|aumenta|aumentar|dobla|doblar|duplica|duplicar|ajusta|ajustar|recupera|recuperar|divide|dividir|vuelve_a_tomar ..4 <prescribed>",
            "<tell> desintoxícate|desintoxicarte|medícate|medicarte|automedícate",
            "<tell> toma|tomar|usa|prueba ..6 primera_dosis|dosis_olvidada|dosis_olvidadas|de_otra_persona|de_tu_amigo|de_tu_amiga|prestad*|que_sobr*",
        ],
        unless: &[
            "no|nunca|ni|sin|jamás ..3 empie*|empez*|comien*|comenz*|inici*|reinici*|retom*|cambi*|sub*|aument*|dobl*|duplic*|ajust*|recuper*|divid*|vuelv*|tom*",
        ],
        with: &["<carer>"],
        bad: &[
            "Empieza la buprenorfina esta noche.",
            "Puedes duplicar la dosis.",
            "Luego retoma la metadona en la dosis de antes.",
            "Cómo desintoxicarte en casa",
            "Toma una pastilla de otra persona.",
            "Toma las dosis olvidadas ahora.",
        ],
        good: &[
            "Una clínica puede empezar o seguir con metadona o buprenorfina.",
            "No dupliques la dosis.",
            "La clínica dice cómo retomarla.",
        ],
    },
};

const DOSE: Rule = Rule {
    name: "names an amount",
    line: "red line 5; 2.23, 2.27, 3.17, 4.23",
    instead: "Leave amounts to the prescriber, the clinic or the label.",
    en: Words {
        says: &[
            "# ..1 mg|milligram|milligrams|mcg|microgram|micrograms|ml|milliliter|milliliters|cc",
            "#|half|quarter|half_a|a_quarter ..2 strip|strips|film|films|tablet|tablets|pill|pills|drops",
        ],
        unless: &[],
        with: &[],
        bad: &["About 16 mg a day", "Take half a strip.", "Two pills are enough."],
        good: &[
            "Each device holds one dose.",
            "At the right dose a person is not high.",
            "Fake pills may hold fentanyl.",
        ],
    },
    es: Words {
        says: &[
            "# ..1 mg|miligramo|miligramos|mcg|microgramo|microgramos|ml|mililitro|mililitros|cc",
            "#|media|medio|un_cuarto ..2 tira|tiras|lámina|láminas|tableta|tabletas|comprimido|comprimidos|pastilla|pastillas|gotas",
        ],
        unless: &[],
        with: &[],
        bad: &["Unos 16 mg al día", "Toma media lámina.", "Dos pastillas bastan."],
        good: &[
            "Cada envase trae una sola dosis.",
            "Con la dosis correcta no hay euforia.",
            "Las pastillas falsas pueden traer fentanilo.",
        ],
    },
};

const WHEN: Rule = Rule {
    name: "says when to begin",
    line: "red line 5; 2.22-2.25, 2.31",
    instead: "Explain that coming too soon brings sudden withdrawal, and that the prescriber helps with timing.",
    en: Words {
        says: &[
            "wait|waiting|after|at_least ..4 # ..2 hours|hour|days|h ..8 start|starting|begin|first_dose|take|before ..4 <prescribed>|first_dose",
            "start|begin|take|first_dose ..4 <prescribed>|it|dose ..6 # ..2 hours|hour|days|h ..1 after|since|from ..4",
        ],
        unless: &["# ..2 hours|days ..4 withdrawal_starts|withdrawal_begins"],
        with: &[],
        bad: &["Wait 12 hours, then take the first dose.", "Start buprenorphine about 24 hours after your last use."],
        good: &["Withdrawal often starts 8 to 24 hours after last use.", "The prescriber helps with timing."],
    },
    es: Words {
        says: &[
            "espera|esperar|después|al_menos|tras|pasadas ..4 # ..2 horas|hora|días|h ..8 empieza|empezar|toma|tomar|inicia|primera_dosis|antes ..4 <prescribed>|primera_dosis",
            "empieza|empezar|toma|tomar|inicia|iniciar|primera_dosis ..6 # ..2 horas|hora|días|h ..1 después|desde|tras",
        ],
        unless: &["abstinencia|síntomas ..6 empezar|empieza"],
        with: &[],
        bad: &[
            "Espera 12 horas y toma la primera dosis.",
            "Empieza la buprenorfina unas 24 horas después de consumir.",
        ],
        good: &["La abstinencia suele empezar de 8 a 24 horas después.", "Quien receta ayuda con el momento."],
    },
};

const COLD_TURKEY: Rule = Rule {
    name: "makes stopping all at once sound fine",
    line: "red lines 1, 6 and 7; 2.40, 3.20-3.24",
    instead: "Say that it can be dangerous, that the old amount can kill afterward, and to talk with the care team first.",
    en: Words {
        says: &[
            "<tell> go|quit|stop|try ..4 cold_turkey|all_at_once|suddenly|overnight",
            "cold_turkey|stopping_suddenly|all_at_once ..3 is|works|can_be ..1 fine|okay|ok|safe|best|good|quick|quickest|faster|easier",
            "withdrawal ..3 can't|cannot|won't|never|doesn't ..2 kill|hurt|harm",
            "withdrawal ..2 is ..1 harmless|safe|not_dangerous|never_dangerous",
        ],
        unless: &["never|not|don't|nor|no|isn't ..3 go|quit|stop|try|fine|okay|ok|safe|best|good"],
        with: &[],
        bad: &[
            "You can go cold turkey.",
            "Cold turkey is the quickest way.",
            "Withdrawal can’t kill you.",
            "Withdrawal is harmless.",
        ],
        good: &["Don’t stop them suddenly.", "Stopping suddenly is not safe.", "Withdrawal from alcohol can kill."],
    },
    es: Words {
        says: &[
            "<tell> deja*|para|parar|corta*|hazlo ..4 de_golpe|en_seco|de_una_vez|de_un_día_para_otro",
            "de_golpe|en_seco ..2 es|funciona|está ..1 bien|bueno|seguro|mejor|rápido|fácil",
            "abstinencia ..2 no ..2 mata|daña|es_peligrosa|tiene_peligro",
            "abstinencia ..2 es ..1 inofensiva|segura",
        ],
        unless: &[
            "no|nunca|ni ..3 deje*|deja*|pare*|para|corte*|es|está|bien|bueno|seguro|mejor",
            "deja*|parar ..14 puede|trae|causa|necesita|peligroso|sube|quita|no_es",
        ],
        with: &[],
        bad: &[
            "Puedes dejarlo de golpe.",
            "Parar de golpe es mejor.",
            "La abstinencia no mata.",
            "La abstinencia es inofensiva.",
        ],
        good: &[
            "No los dejes de golpe por tu cuenta.",
            "Parar de golpe no es seguro.",
            "La abstinencia del alcohol puede matar.",
        ],
    },
};
