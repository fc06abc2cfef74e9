//! A text that a change of the same moment put aside.

use serde::{Deserialize, Serialize};

use crate::{
    agreement::{Agreement, Message},
    check_in::CheckIn,
    day::Day,
    draft::Draft,
    goal::{Goal, Report},
    hobby::{Hobby, HobbyEntry, What},
    meeting::{Attendance, Meeting, Target},
    own_activity::OwnActivity,
    person::Person,
    plan::Plan,
    practice::Practice,
    review::Review,
    reward::Reward,
    settings::{Look, Settings},
    sheet::Sheet,
    story::Story,
    study::Study,
    text::Note,
};

/// A text of the person that is no longer where they wrote it, because another tab wrote there at the same moment. It
/// waits until they copy or remove it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The day it was put aside.
    pub on: Day,
    /// What it says.
    pub text: Note,
}

/// A value in which a person typed something that they would miss.
pub trait Typed {
    /// Those texts, some of which may be empty.
    fn typed(&self) -> Vec<&str>;
}

/// The texts of `before` that are nowhere in `after`: what is lost when `after` takes its place.
pub fn lost<T: Typed>(before: Option<&T>, after: Option<&T>) -> Vec<String> {
    let stays = after.map(Typed::typed).unwrap_or_default();
    let is_lost = |text: &&str| !text.is_empty() && !stays.iter().any(|other| other.contains(*text));
    before.map(Typed::typed).unwrap_or_default().into_iter().filter(is_lost).map(str::to_owned).collect()
}

macro_rules! typed {
    ($($kind:ty: |$value:ident| $texts:expr;)*) => { $(
        impl Typed for $kind {
            fn typed(&self) -> Vec<&str> {
                let $value = self;
                $texts
            }
        }
    )* };
}

typed! {
    CheckIn: |it| it.small_thing.as_deref().into_iter().chain([&*it.note]).collect();
    Goal: |it| {
        let plans = it.hurdles.iter().flat_map(|plan| [&*plan.when, &*plan.then]);
        [&*it.title, &*it.why].into_iter().chain(it.steps.iter().map(|step| &*step.title)).chain(plans).collect()
    };
    Report: |it| vec![&it.note];
    Plan: |it| vec![&it.title];
    Person: |it| {
        let lines = [it.role.as_deref(), it.phone.as_deref(), it.when.as_deref(), it.good_for_words.as_deref()];
        lines.into_iter().flatten().chain([&*it.name, &*it.agreed]).collect()
    };
    Meeting: |it| {
        let texts = [&*it.name, &*it.place, &*it.link, &*it.note];
        texts.into_iter().chain(it.commitments.iter().map(|one| &**one)).collect()
    };
    Attendance: |it| vec![&it.takeaway, &it.met];
    Agreement: |it| vec![&it.commit, &it.ask, &it.talk, &it.see, &it.quiet];
    Message: |it| vec![&it.text];
    Review: |it| vec![&it.well, &it.way, &it.change, &it.next];
    Story: |it| vec![&it.title, &it.before, &it.turn, &it.now, &it.message];
    Settings: |it| it.name.as_deref().into_iter().collect();
    OwnActivity: |it| {
        [Some(&*it.title), it.first_step.as_deref(), it.heads_up.as_deref()].into_iter().flatten().collect()
    };
    Hobby: |it| it.next_step.as_deref().into_iter().chain([&*it.title]).collect();
    HobbyEntry: |it| match &it.what {
        What::Note(note) => vec![note],
        What::Milestone(title) | What::Met(title) | What::Made(title) => vec![title],
        What::Spent { on_what, .. } => on_what.as_deref().into_iter().collect(),
    };
    Reward: |it| vec![&it.title];
    Practice: |it| vec![&it.text];
    Sheet: |it| it.lines.iter().map(|line| &*line.text).collect();
    Study: |it| vec![&it.note];
    // These hold nothing of their own that was typed, or what still stands in a form.
    Target: |_it| Vec::new();
    Look: |_it| Vec::new();
    Draft: |_it| Vec::new();
    Earlier: |_it| Vec::new();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_over_is_lost_and_what_is_written_on_is_not() {
        let message = |text: &str| Message { text: Note::parse(text).unwrap(), to: None };
        let lost = |before: &str, after: &str| super::lost(Some(&message(before)), Some(&message(after)));
        assert_eq!(lost("One", "Two"), ["One"]);
        assert_eq!(lost("One", "One, and more"), [""; 0]);
        assert_eq!(lost("", "Two"), [""; 0]);
        assert_eq!(super::lost(Some(&message("One")), None), ["One"]);
    }
}
