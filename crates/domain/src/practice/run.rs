//! A tool being used: how far it is and what was said, so that a closed tab loses nothing.

use std::fmt;

use crate::{
    check_in::Craving,
    day::{Day, Minute},
    practice::{Practice, Tool},
    text::Note,
};

/// A use that is not ended yet.
#[derive(Clone, PartialEq, Eq)]
pub struct Run {
    /// The day it was begun.
    pub on: Day,
    /// The time it was begun.
    pub at: Minute,
    /// How far it is.
    pub stage: Stage,
    /// How strong craving was before.
    pub before: Option<Craving>,
    /// How strong it was after.
    pub after: Option<Craving>,
    /// What was written, an answer a question, as typed.
    pub answers: Vec<String>,
}

/// How far a use is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// What must be read first is being read.
    Before,
    /// At a step, from 0 on.
    At(usize),
    /// All steps are behind.
    Ended,
    /// It was stopped at a step, which is as good.
    Stopped(usize),
}

impl fmt::Debug for Run {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Run(…)")
    }
}

/// For so many minutes a use that was left is simply gone on with.
const FRESH: i32 = 120;
/// How many characters an answer may have: all of them with their questions fit into a note.
pub const ANSWER: usize = 1_000;

impl Run {
    /// A use with nothing said yet.
    pub fn new(on: Day, at: Minute) -> Self {
        Self { on, at, stage: Stage::Before, before: None, after: None, answers: Vec::new() }
    }

    /// Whether it was begun just now.
    pub fn is_fresh(&self, on: Day, at: Minute) -> bool {
        let passed = on.since(self.on) * 24 * 60 + i32::from(u16::from(at)) - i32::from(u16::from(self.at));
        // A day of the person's may go on after midnight.
        let passed = if on == self.on { passed.rem_euclid(24 * 60) } else { passed };
        (0..FRESH).contains(&passed)
    }

    /// Whether something would be lost with it: what was written, or what was rated of a use that was begun.
    pub fn says_something(&self) -> bool {
        let rated = self.before.or(self.after).is_some();
        (rated && self.stage != Stage::Before) || self.answers.iter().any(|answer| !answer.trim().is_empty())
    }

    /// By how much craving is weaker now than before; `None` unless both were rated.
    pub fn relief(&self) -> Option<i8> {
        Some(self.before?.level().cast_signed() - self.after?.level().cast_signed())
    }

    /// The answer to a question, from 0 on.
    pub fn answer(&self, question: usize) -> &str {
        self.answers.get(question).map_or("", String::as_str)
    }

    /// Puts an answer in its place.
    pub fn say(&mut self, question: usize, answer: String) {
        if self.answers.len() <= question {
            self.answers.resize(question + 1, String::new());
        }
        if let Some(place) = self.answers.get_mut(question) {
            *place = answer;
        }
    }

    /// As a draft keeps it.
    pub fn fields(&self) -> Vec<String> {
        let rated = |craving: Option<Craving>| craving.map(|craving| craving.level().to_string()).unwrap_or_default();
        let stage = match self.stage {
            Stage::Before => "before".to_owned(),
            Stage::At(step) => step.to_string(),
            Stage::Ended => "ended".to_owned(),
            Stage::Stopped(step) => format!("stopped {step}"),
        };
        let mut fields =
            vec![self.on.to_string(), u16::from(self.at).to_string(), stage, rated(self.before), rated(self.after)];
        fields.extend(self.answers.iter().cloned());
        fields
    }

    /// Reads what a draft kept.
    pub fn read(fields: &[String]) -> Option<Self> {
        let [on, at, stage, before, after, answers @ ..] = fields else { return None };
        let rated = |field: &str| field.parse().ok().and_then(Craving::new);
        let stage = match (stage.as_str(), stage.strip_prefix("stopped ")) {
            ("before", _) => Stage::Before,
            ("ended", _) => Stage::Ended,
            (_, Some(step)) => Stage::Stopped(step.parse().ok()?),
            (step, None) => Stage::At(step.parse().ok()?),
        };
        let at: u16 = at.parse().ok()?;
        Some(Self {
            on: Day::parse(on).ok()?,
            at: Minute::from(at),
            stage,
            before: rated(before),
            after: rated(after),
            answers: answers.to_vec(),
        })
    }

    /// The use as it is kept: what was written stands under its question.
    pub fn practice<'a>(&self, tool: Tool, questions: impl IntoIterator<Item = &'a str>) -> Practice {
        let said = questions.into_iter().zip(&self.answers).filter(|(_, answer)| !answer.trim().is_empty());
        let text: Vec<String> = said.map(|(question, answer)| format!("{question}\n{}", answer.trim())).collect();
        Practice {
            before: self.before,
            after: self.after,
            // Answers are bounded where they are typed; one that is not must not lose the rest.
            text: Note::parse(&text.join("\n\n")).unwrap_or_default(),
            ..Practice::new(tool, self.on, self.at)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day() -> Day {
        Day::new(2026, 11, 24).unwrap()
    }

    #[test]
    fn a_use_that_was_left_is_gone_on_with_for_two_hours() {
        let run = Run::new(day(), Minute::from(23 * 60 + 30));
        assert!(run.is_fresh(day(), Minute::from(23 * 60 + 59)));
        assert!(run.is_fresh(day().plus(1), Minute::from(60)));
        assert!(!run.is_fresh(day().plus(1), Minute::from(90)));
        assert!(run.is_fresh(day(), Minute::from(60)), "a day that ends after midnight");
        assert!(!run.is_fresh(day(), Minute::from(600)), "a clock set back");
        assert!(!run.says_something());
        assert!(!Run { before: Craving::new(0), ..run.clone() }.says_something(), "never begun");
        assert!(Run { before: Craving::new(0), stage: Stage::At(0), ..run.clone() }.says_something());
        assert!(Run { answers: vec![String::new(), "word".to_owned()], ..run }.says_something());
    }

    #[test]
    fn what_was_written_stands_under_its_question() {
        let mut run = Run::new(day(), Minute::from(600));
        run.say(2, " Text Ana ".to_owned());
        run.say(0, "After lunch".to_owned());
        run.before = Craving::new(8);
        let kept = run.practice(Tool::Delay, ["When?", "What?", "Next?"]);
        assert_eq!(&*kept.text, "When?\nAfter lunch\n\nNext?\nText Ana");
        assert_eq!((kept.tool, kept.before, kept.after), (Tool::Delay, Craving::new(8), None));
    }

    proptest! {
        #[test]
        fn a_draft_keeps_all_of_it(
            at in 0_u16..1440,
            stage in prop_oneof![
                Just(Stage::Before),
                (0_usize..99).prop_map(Stage::At),
                Just(Stage::Ended),
                (0_usize..99).prop_map(Stage::Stopped),
            ],
            before in prop::option::of(0_u8..=10),
            after in prop::option::of(0_u8..=10),
            answers in prop::collection::vec(".{0,20}", 0..5),
        ) {
            let run = Run {
                stage,
                before: before.and_then(Craving::new),
                after: after.and_then(Craving::new),
                answers,
                ..Run::new(day(), Minute::from(at))
            };
            prop_assert_eq!(Run::read(&run.fields()), Some(run));
        }

        #[test]
        fn no_draft_is_too_odd(fields in prop::collection::vec("([0-9-]{0,12}|stopped [0-9]{0,3}|.{0,6})", 0..8)) {
            let _ = Run::read(&fields);
        }
    }
}
