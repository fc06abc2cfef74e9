//! What a person does about the people of the record: being in touch, and taking somebody out of it whole.

use domain::{
    agreement::{Agreement, Message},
    collection::Collection,
    draft::{self, Draft},
    earlier::Typed,
    id::Id,
    person::Person,
    sheet::{Line, SheetKind},
};

use storage::kept::Kept;

use super::{AppState, minute_now, shelf::Shelf};
use crate::words::{person, support};

/// What goes with a person who is removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tied {
    /// Agreements with them.
    pub agreements: usize,
    /// Messages meant for them.
    pub messages: usize,
    /// Lines of my plans that say nothing but who they are.
    pub lines: usize,
    /// Entries of other kinds in which their name stands. These stay.
    pub entries: usize,
}

/// Everything that was removed with a person.
#[derive(Clone)]
struct Removed {
    person: (Id<Person>, Person),
    agreements: Vec<(Id<Agreement>, Agreement)>,
    messages: Vec<(Id<Message>, Message)>,
    lines: Vec<(SheetKind, Vec<(usize, Line)>)>,
    /// What they were, and what was left of them.
    drafts: Vec<(Id<Draft>, Draft, Option<Draft>)>,
}

impl AppState {
    /// Notes that the owner was in touch with them today.
    pub fn in_touch(self, id: Id<Person>) {
        let today = self.today.get_untracked();
        let before = self.more().people.get_untracked(id).and_then(|known| known.touch);
        let set = move |touch| self.more().people.change(id, move |old| old.map(|known| Person { touch, ..known }));
        if self.keep(set(Some(today))) {
            self.notices.say_with_undo(person::touched(), move || {
                self.keep(set(before));
            });
        }
    }

    /// The people who can be called or written to, those first for whom it is a good hour; tracked.
    pub fn in_reach(self) -> Vec<(Id<Person>, Person)> {
        let now = minute_now();
        let mut all: Vec<_> = self
            .more()
            .people
            .with(|all| all.iter().filter(|(_, one)| one.is_in_reach()).map(|(id, one)| (id, one.clone())).collect());
        all.sort_by_key(|(id, one)| (one.is_good_at(now) == Some(false), *id));
        all
    }

    /// What goes with them, and where else they stand.
    pub fn tied(self, id: Id<Person>) -> Tied {
        let Some(known) = self.more().people.get_untracked(id) else { return Tied::default() };
        let more = self.more();
        let entries = named(self.check_ins, &known)
            + named(more.goals, &known)
            + named(more.plans, &known)
            + named(more.reports, &known)
            + named(more.meetings, &known)
            + named(more.attendances, &known)
            + named(more.reviews, &known)
            + named(more.stories, &known)
            + named(more.own_activities, &known)
            + named(more.hobbies, &known)
            + named(more.hobby_entries, &known)
            + named(more.rewards, &known)
            + named(more.practices, &known)
            + named(more.studies, &known)
            + count(more.people, |other, one| other != id && says(one, &known))
            + count(more.agreements, |_, one| one.person != id && says(one, &known))
            + count(more.messages, |_, one| one.to != Some(id) && says(one, &known))
            + count(self.earlier, |_, one| known.stands_in(&one.text));
        let sheets = SheetKind::ALL.map(|kind| {
            let sheet = more.sheets.get_untracked(kind.id()).unwrap_or_default();
            let gone = sheet.lines_of(kind, &known);
            (gone.len(), says(&sheet.without_all(&gone), &known))
        });
        Tied {
            agreements: more.agreements.with_untracked(|all| with(all, |one| one.person == id)).len(),
            messages: more.messages.with_untracked(|all| with(all, |one| one.to == Some(id))).len(),
            lines: sheets.iter().map(|(gone, _)| gone).sum(),
            entries: entries + sheets.iter().filter(|(_, stays)| *stays).count(),
        }
    }

    /// Removes a person with all that was agreed with them, every message meant for them and their lines in my plans,
    /// and in drafts too. Says whether it is done, and offers to take it back.
    pub fn remove_person(self, id: Id<Person>) -> bool {
        let Some(known) = self.more().people.get_untracked(id) else { return false };
        let lines = SheetKind::ALL.map(|kind| {
            let sheet = self.more().sheets.get_untracked(kind.id()).unwrap_or_default();
            (kind, sheet.lines_of(kind, &known))
        });
        let mut removed = Removed {
            person: (id, known),
            agreements: self.more().agreements.with_untracked(|all| with(all, |one| one.person == id)),
            messages: self.more().messages.with_untracked(|all| with(all, |one| one.to == Some(id))),
            lines: lines.into_iter().filter(|(_, lines)| !lines.is_empty()).collect(),
            drafts: Vec::new(),
        };
        let done = removed.agreements.iter().all(|(id, _)| self.keep(self.more().agreements.put(*id, None)))
            && removed.messages.iter().all(|(id, _)| self.keep(self.more().messages.put(*id, None)))
            && removed
                .lines
                .clone()
                .into_iter()
                .all(|(kind, lines)| self.change_sheet(kind, move |sheet| sheet.without_all(&lines)))
            && self.keep(self.more().people.put(id, None));
        if done {
            removed.drafts = self.forget_drafts_about(&removed);
            self.notices.say_with_undo(support::removed(), move || self.bring_back(&removed));
        }
        done
    }

    fn bring_back(self, removed: &Removed) {
        let (id, person) = removed.person.clone();
        let done = self.keep(self.more().people.put(id, Some(person)))
            && removed.agreements.iter().all(|(id, one)| self.keep(self.more().agreements.put(*id, Some(one.clone()))))
            && removed.messages.iter().all(|(id, one)| self.keep(self.more().messages.put(*id, Some(one.clone()))))
            && removed
                .lines
                .clone()
                .into_iter()
                .all(|(kind, lines)| self.change_sheet(kind, move |sheet| sheet.restored_all(&lines)));
        if done {
            for (id, before, left) in &removed.drafts {
                // What was begun since is not written over.
                if self.more().drafts.get_untracked(*id) == *left {
                    self.keep_draft(*id, &before.fields);
                }
            }
        }
    }

    /// Drops unfinished forms that are about the person or something that went with them, or name them; returns what
    /// they were, and what is left of them.
    fn forget_drafts_about(self, removed: &Removed) -> Vec<(Id<Draft>, Draft, Option<Draft>)> {
        let (id, person) = &removed.person;
        let mut ids = vec![id.to_string()];
        ids.extend(removed.agreements.iter().map(|(id, _)| id.to_string()));
        ids.extend(removed.messages.iter().map(|(id, _)| id.to_string()));
        // What was begun at their page goes even if it names nobody: no other page leads to it.
        let begun = draft::agreement_with(*id);
        let left = |(id, draft): &(Id<Draft>, Draft)| {
            if *id == begun {
                return Vec::new();
            }
            draft.forgetting(*id, |field| ids.iter().any(|id| id == field) || person.stands_in(field))
        };
        let mut forgotten = self.more().drafts.with_untracked(|all| with(all, |_| true));
        forgotten.retain(|one| left(one) != one.1.fields);
        forgotten
            .into_iter()
            .map(|one| {
                self.keep_draft(one.0, &left(&one));
                (one.0, one.1, self.more().drafts.get_untracked(one.0))
            })
            .collect()
    }

    /// The name of a person, if they are still there; tracked.
    pub fn name_of(self, id: Id<Person>) -> Option<String> {
        self.more().people.get(id).map(|known| known.name.to_string())
    }
}

fn count<T: Kept>(kind: Shelf<T>, wanted: impl Fn(Id<T>, &T) -> bool) -> usize {
    kind.with_untracked(|all| all.iter().filter(|(id, one)| wanted(*id, one)).count())
}

fn named<T: Kept>(kind: Shelf<T>, person: &Person) -> usize {
    count(kind, |_, one| says(one, person))
}

/// Whether a text of `one` names the person.
fn says(one: &impl Typed, person: &Person) -> bool {
    one.typed().into_iter().any(|text| person.stands_in(text))
}

fn with<T: Clone>(all: &Collection<T>, wanted: impl Fn(&T) -> bool) -> Vec<(Id<T>, T)> {
    all.iter().filter(|(_, one)| wanted(one)).map(|(id, one)| (id, one.clone())).collect()
}
