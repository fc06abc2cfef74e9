//! How uses of a tool, sheets for the worst hours and what is remembered of lessons are spelled in files.

use domain::{
    check_in::Craving,
    day::{Day, Minute},
    practice::{Practice, Tool},
    sheet::{Line, Sheet},
    study::{Memory, Study},
};
use serde::{Deserialize, Serialize};

use super::{Written, craving, own};
use crate::{
    spelled::{Plain, few},
    texts::Reading,
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PracticeForm {
    tool: Plain<Tool>,
    on: Plain<Day>,
    at: Plain<Minute>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<u8>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

impl Written for Practice {
    type Form = PracticeForm;

    fn form(&self) -> PracticeForm {
        PracticeForm {
            tool: Plain(self.tool),
            on: Plain(self.on),
            at: Plain(self.at),
            before: self.before.map(Craving::level),
            after: self.after.map(Craving::level),
            text: own(&self.text),
        }
    }

    fn of(form: PracticeForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            tool: form.tool.0,
            on: form.on.0,
            at: form.at.0,
            before: craving(form.before)?,
            after: craving(form.after)?,
            text: reading.note(&form.text)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SheetForm {
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    lines: Vec<LineForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reviewed: Option<Plain<Day>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LineForm {
    part: u8,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Plain<Day>>,
}

impl Written for Sheet {
    type Form = SheetForm;

    fn form(&self) -> SheetForm {
        let line = |line: &Line| LineForm { part: line.part, text: own(&line.text), until: line.until.map(Plain) };
        SheetForm { lines: self.lines.iter().map(line).collect(), reviewed: self.reviewed.map(Plain) }
    }

    fn of(form: SheetForm, reading: &mut Reading) -> Option<Self> {
        // Lines that a sheet has no room for are told like texts that were cut.
        reading.clipped += form.lines.len().saturating_sub(Self::LIMIT);
        let mut line = |LineForm { part, text, until }: LineForm| {
            Some(Line { part, text: reading.title(&text)?, until: until.map(|day| day.0) })
        };
        Some(Self {
            lines: form.lines.into_iter().take(Self::LIMIT).map(&mut line).collect::<Option<_>>()?,
            reviewed: form.reviewed.map(|day| day.0),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StudyForm {
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    marked: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    read: Option<Plain<Day>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "are_none")]
    memory: [Option<MemoryForm>; 3],
}

fn are_none(memory: &[Option<MemoryForm>; 3]) -> bool {
    memory.iter().all(Option::is_none)
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemoryForm {
    stability_hundredths: u32,
    difficulty_hundredths: u16,
    last: Plain<Day>,
    due: Plain<Day>,
}

impl Written for Study {
    type Form = StudyForm;

    fn form(&self) -> StudyForm {
        let memory = |memory: Memory| MemoryForm {
            stability_hundredths: memory.stability_hundredths,
            difficulty_hundredths: memory.difficulty_hundredths,
            last: Plain(memory.last),
            due: Plain(memory.due),
        };
        StudyForm {
            marked: self.marked,
            read: self.read.map(Plain),
            note: own(&self.note),
            memory: self.memory.map(|one| one.map(memory)),
        }
    }

    fn of(form: StudyForm, reading: &mut Reading) -> Option<Self> {
        let memory = |memory: MemoryForm| Memory {
            stability_hundredths: memory.stability_hundredths,
            difficulty_hundredths: memory.difficulty_hundredths,
            last: memory.last.0,
            due: memory.due.0,
        };
        Some(Self {
            marked: form.marked,
            read: form.read.map(|day| day.0),
            note: reading.note(&form.note)?,
            memory: form.memory.map(|one| one.map(memory)),
        })
    }
}
