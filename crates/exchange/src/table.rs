//! Tables for spreadsheets: CSV after RFC 4180 in UTF-8, in which no cell is a formula.

use std::collections::BTreeMap;

use domain::{
    check_in::{Craving, Feeling, Mood, Sleep},
    collection::Collection,
    goal::{Cadence, Goal, Outcome, Status},
    hobby::{Hobby, HobbyEntry, What},
    id::Id,
    plan::{Degree, Done, HeldBack, State},
    practice::{Practice, Tool},
};

use crate::{Everything, spelled::Spelled};

/// The kinds there is a table of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Table {
    CheckIns,
    Goals,
    Reports,
    Activities,
    Hobbies,
    Practices,
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::CheckIns, Self::Goals, Self::Reports, Self::Activities, Self::Hobbies, Self::Practices];

    /// The headings it wants, in the order of its columns, as keys of [`Words`].
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::CheckIns => &[
                "day",
                "time",
                "mood",
                "craving",
                "sleep",
                "hungry",
                "angry",
                "lonely",
                "tired",
                "note",
                "small_thing",
            ],
            Self::Goals => &[
                "goal",
                "why",
                "how_often",
                "since",
                "state",
                "state_since",
                "steps",
                "steps_done",
                "until",
                "if_then",
            ],
            Self::Reports => &["day", "goal", "outcome", "note"],
            Self::Activities => &[
                "day",
                "time",
                "activity",
                "together",
                "state",
                "mood_before",
                "mood_after",
                "craving_before",
                "craving_after",
                "enjoyed",
                "mastered",
                "held_back",
                "hobby",
            ],
            Self::Hobbies => &["day", "hobby", "what", "note", "amount"],
            Self::Practices => &["day", "time", "tool", "craving_before", "craving_after", "note"],
        }
    }
}

/// Every word a table may say beside what the person wrote, as keys of [`Words`]: values first, then headings.
pub const VALUES: [&str; 57] = [
    "awful",
    "low",
    "okay",
    "good",
    "great",
    "badly",
    "so_so",
    "well",
    "once",
    "daily",
    "weekdays",
    "weekly",
    "every_weeks",
    "active",
    "paused",
    "finished",
    "let_go",
    "done",
    "partly",
    "not_this_time",
    "excused",
    "open",
    "yes",
    "no",
    "removed_goal",
    "degree_not",
    "degree_a_little",
    "degree_quite",
    "degree_very",
    "held_energy",
    "held_time",
    "held_money",
    "held_weather",
    "held_unwell",
    "held_company",
    "held_urge",
    "held_too_big",
    "held_forgot",
    "held_other",
    "removed_hobby",
    "what_note",
    "what_milestone",
    "what_met",
    "what_spent",
    "what_made",
    "tool_breathing",
    "tool_grounding",
    "tool_surfing",
    "tool_delay",
    "tool_play_through",
    "tool_thought_check",
    "tool_problem_solving",
    "tool_kindness",
    "tool_sleep",
    "tool_muscles",
    "tool_refusing",
    "tool_hard_hour",
];

/// The words of the person's language by key. Where one is missing the key stands in.
pub type Words = BTreeMap<String, String>;

/// One table with a heading and a row for each record, oldest first.
pub fn write(table: Table, everything: &Everything, words: &Words) -> String {
    let say = |key: &str| words.get(key).map_or_else(|| key.to_owned(), Clone::clone);
    let heading = table.columns().iter().map(|column| say(column)).collect();
    let rows = match table {
        Table::CheckIns => check_ins(everything, &say),
        Table::Goals => goals(&everything.goals, &say),
        Table::Reports => reports(everything, &say),
        Table::Activities => activities(everything, &say),
        Table::Hobbies => hobbies(everything, &say),
        Table::Practices => practices(everything, &say),
    };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in std::iter::once(heading).chain(rows) {
        // Writing to memory fails only for rows of unequal length, and ours are all as long as the heading.
        let _ = writer.write_record(row.iter().map(|cell| safe(cell)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula: an apostrophe goes before what could begin one.
fn safe(cell: &str) -> String {
    let risky = |first: char| matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    let begins = cell.starts_with(risky) || cell.trim_start().starts_with(risky);
    if begins { format!("'{cell}") } else { cell.to_owned() }
}

type Say<'a> = &'a dyn Fn(&str) -> String;
type Rows = Vec<Vec<String>>;

fn text<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn mood(mood: Option<Mood>, say: Say) -> String {
    let key = |mood| match mood {
        Mood::Awful => "awful",
        Mood::Low => "low",
        Mood::Okay => "okay",
        Mood::Good => "good",
        Mood::Great => "great",
    };
    mood.map_or_else(String::new, |mood| say(key(mood)))
}

fn check_ins(everything: &Everything, say: Say) -> Rows {
    let sleep = |sleep| match sleep {
        Sleep::Badly => "badly",
        Sleep::SoSo => "so_so",
        Sleep::Well => "well",
    };
    let row = |one: &domain::check_in::CheckIn| {
        let mut row = vec![one.on.to_string(), one.at.to_string(), mood(one.mood, say)];
        row.push(text(one.craving.map(Craving::level)));
        row.push(one.sleep.map_or_else(String::new, |night| say(sleep(night))));
        row.extend(Feeling::ALL.map(|feeling| if one.feelings.has(feeling) { say("yes") } else { String::new() }));
        row.push(one.note.to_string());
        row.push(text(one.small_thing.as_deref()));
        row
    };
    everything.check_ins.iter().map(|(_, one)| row(one)).collect()
}

fn goals(goals: &Collection<Goal>, say: Say) -> Rows {
    let row = |goal: &Goal| {
        let often = match goal.cadence {
            Cadence::Once => say("once"),
            Cadence::Daily => say("daily"),
            Cadence::Weekdays => say("weekdays"),
            Cadence::Weekly(times) => format!("{} {times}", say("weekly")),
            Cadence::EveryWeeks(weeks) => format!("{} {weeks}", say("every_weeks")),
        };
        let (state, since) = match goal.status {
            Status::Active => ("active", None),
            Status::Paused(pause) => ("paused", Some(pause.since)),
            Status::Finished(day) => ("finished", Some(day)),
            Status::LetGo(day) => ("let_go", Some(day)),
        };
        let steps: Vec<&str> = goal.steps.iter().map(|step| &*step.title).collect();
        let done = goal.steps.iter().filter(|step| step.done.is_some()).count();
        let mut row = vec![goal.title.to_string(), goal.why.to_string(), often, goal.since.to_string()];
        let plans: Vec<String> = goal.hurdles.iter().map(|plan| format!("{} → {}", &*plan.when, &*plan.then)).collect();
        row.extend([say(state), text(since), steps.join("\n"), done.to_string(), text(goal.until), plans.join("\n")]);
        row
    };
    goals.iter().map(|(_, goal)| row(goal)).collect()
}

fn reports(everything: &Everything, say: Say) -> Rows {
    let outcome = |outcome| match outcome {
        Outcome::Done => "done",
        Outcome::Partly => "partly",
        Outcome::NotThisTime => "not_this_time",
        Outcome::Excused => "excused",
    };
    let row = |report: &domain::goal::Report| {
        let goal = everything.goals.get(report.goal).map_or_else(|| say("removed_goal"), |goal| goal.title.to_string());
        vec![report.on.to_string(), goal, say(outcome(report.outcome)), report.note.to_string()]
    };
    everything.reports.iter().map(|(_, report)| row(report)).collect()
}

fn degree(degree: Option<Degree>, say: Say) -> String {
    let key = |degree| match degree {
        Degree::Not => "degree_not",
        Degree::ALittle => "degree_a_little",
        Degree::Quite => "degree_quite",
        Degree::Very => "degree_very",
    };
    degree.map_or_else(String::new, |degree| say(key(degree)))
}

fn held_back(reason: Option<HeldBack>, say: Say) -> String {
    let key = |reason| match reason {
        HeldBack::Energy => "held_energy",
        HeldBack::Time => "held_time",
        HeldBack::Money => "held_money",
        HeldBack::Weather => "held_weather",
        HeldBack::Unwell => "held_unwell",
        HeldBack::Company => "held_company",
        HeldBack::Urge => "held_urge",
        HeldBack::TooBig => "held_too_big",
        HeldBack::Forgot => "held_forgot",
        HeldBack::Other => "held_other",
    };
    reason.map_or_else(String::new, |reason| say(key(reason)))
}

fn hobby_title(everything: &Everything, id: Id<Hobby>, say: Say) -> String {
    everything.hobbies.get(id).map_or_else(|| say("removed_hobby"), |hobby| hobby.title.to_string())
}

fn activities(everything: &Everything, say: Say) -> Rows {
    let row = |plan: &domain::plan::Plan| {
        let (state, done) = match plan.state {
            State::Open => ("open", Done::default()),
            State::Done(done) => (if done.partly { "partly" } else { "done" }, done),
            State::LetGo => ("let_go", Done::default()),
        };
        let together = say(if plan.together { "yes" } else { "no" });
        let mut row = vec![plan.on.to_string(), text(plan.at), plan.title.to_string(), together];
        row.extend([say(state), mood(done.before, say), mood(done.after, say)]);
        row.extend([done.urge_before, done.urge_after].map(|craving| text(craving.map(Craving::level))));
        row.extend([degree(done.enjoyed, say), degree(done.mastered, say), held_back(plan.held_back, say)]);
        row.push(plan.hobby.map_or_else(String::new, |id| hobby_title(everything, id, say)));
        row
    };
    everything.plans.iter().map(|(_, plan)| row(plan)).collect()
}

fn hobbies(everything: &Everything, say: Say) -> Rows {
    let row = |entry: &HobbyEntry| {
        let (key, words, amount) = match &entry.what {
            What::Note(note) => ("what_note", note.to_string(), None),
            What::Milestone(title) => ("what_milestone", title.to_string(), None),
            What::Met(title) => ("what_met", title.to_string(), None),
            What::Spent { amount, on_what } => ("what_spent", text(on_what.as_deref()), Some(*amount)),
            What::Made(title) => ("what_made", title.to_string(), None),
        };
        let amount = amount.map(|amount| amount.spell().to_string());
        vec![entry.on.to_string(), hobby_title(everything, entry.hobby, say), say(key), words, text(amount)]
    };
    everything.hobby_entries.iter().map(|(_, entry)| row(entry)).collect()
}

fn practices(everything: &Everything, say: Say) -> Rows {
    let tool = |tool| match tool {
        Tool::Breathing => "tool_breathing",
        Tool::Grounding => "tool_grounding",
        Tool::Surfing => "tool_surfing",
        Tool::Delay => "tool_delay",
        Tool::PlayThrough => "tool_play_through",
        Tool::ThoughtCheck => "tool_thought_check",
        Tool::ProblemSolving => "tool_problem_solving",
        Tool::Kindness => "tool_kindness",
        Tool::SleepWindDown => "tool_sleep",
        Tool::MuscleRelaxation => "tool_muscles",
        Tool::Refusing => "tool_refusing",
        Tool::HardHour => "tool_hard_hour",
    };
    let row = |one: &Practice| {
        let [before, after] = [one.before, one.after].map(|craving| text(craving.map(Craving::level)));
        vec![one.on.to_string(), one.at.to_string(), say(tool(one.tool)), before, after, one.text.to_string()]
    };
    everything.practices.iter().map(|(_, one)| row(one)).collect()
}
