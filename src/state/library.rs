//! Files of the app as pages read them: the catalogue of activities, the lessons, the tools, the words of plans.

use domain::{
    activity::{self, Activity},
    glossary::{self, Term},
    lesson::{self, Block, Entry},
    settings::Language,
    sheet::asked::{self, Asked},
    tool::{self, Guide},
};
use markup::Signal;

use crate::{platform::files, state::AppState};

/// A file on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File<T> {
    /// It is being read.
    Waiting,
    /// It is here.
    Here(T),
    /// It cannot be had now.
    Missing,
}

impl<T> File<T> {
    /// What is in it, if it is here.
    pub fn here(&self) -> Option<&T> {
        match self {
            Self::Here(content) => Some(content),
            Self::Waiting | Self::Missing => None,
        }
    }
}

/// The catalogue of activities.
pub fn activities(state: AppState) -> Signal<File<Vec<Activity>>> {
    read(state, "activities.tsv".to_owned(), activity::read)
}

/// The list of lessons.
pub fn lessons(state: AppState) -> Signal<File<Vec<Entry>>> {
    read(state, "lessons.tsv".to_owned(), lesson::read_list)
}

/// The words that are explained.
pub fn glossary(state: AppState) -> Signal<File<Vec<Term>>> {
    read(state, "glossary.tsv".to_owned(), glossary::read)
}

/// The tools, step by step.
pub fn tools(state: AppState) -> Signal<File<Vec<Guide>>> {
    read(state, "tools.txt".to_owned(), tool::read)
}

/// One lesson.
pub fn lesson(state: AppState, slug: &str) -> Signal<File<Vec<Block>>> {
    let known = slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if known { read(state, format!("lessons/{slug}.txt"), lesson::read) } else { Signal::new(File::Missing) }
}

/// What the plans ask, in a language that need not be the one in use: paper may be for somebody else.
pub fn sheets(language: Language) -> Signal<File<Vec<Asked>>> {
    read_in(language, "sheets.txt".to_owned(), asked::read)
}

fn read<T: Send + Sync + 'static>(state: AppState, name: String, parse: fn(&str) -> Vec<T>) -> Signal<File<Vec<T>>> {
    read_in(state.language.get_untracked(), name, parse)
}

fn read_in<T: Send + Sync + 'static>(
    language: Language,
    name: String,
    parse: fn(&str) -> Vec<T>,
) -> Signal<File<Vec<T>>> {
    let file = Signal::new(File::Waiting);
    files::load(language, name, move |text| {
        let content = text.map(|text| parse(&text)).filter(|content| !content.is_empty());
        // The page may be gone by now; then nobody waits for the file.
        file.try_set(content.map_or(File::Missing, File::Here));
    });
    file
}
