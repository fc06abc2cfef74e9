//! What a person does about the people of the record: being in touch, and taking somebody out of it whole.

use domain::{
    agreement::{Agreement, Message},
    collection::Collection,
    draft::{AGREEMENT, CARD, Draft, MESSAGE, PERSON},
    id::Id,
    person::Person,
    search,
};

use storage::kept::Kept;

use super::{AppState, minute_now, shelf::Shelf};
use crate::words::{person, support};

/// What goes with a person who is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tied {
    /// Agreements with them.
    pub agreements: usize,
    /// Messages meant for them.
    pub messages: usize,
    /// Entries of other kinds in which their name stands. These stay.
    pub entries: usize,
}

/// Everything that was removed with a person.
#[derive(Clone)]
struct Removed {
    person: (Id<Person>, Person),
    agreements: Vec<(Id<Agreement>, Agreement)>,
    messages: Vec<(Id<Message>, Message)>,
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

    /// The people who can be called, those first for whom it is a good hour; tracked.
    pub fn callable(self) -> Vec<(Id<Person>, Person)> {
        let now = minute_now();
        let mut all: Vec<_> = self.more().people.with(|all| {
            all.iter().filter(|(_, one)| one.dial().is_some()).map(|(id, one)| (id, one.clone())).collect()
        });
        all.sort_by_key(|(id, one)| (one.is_good_at(now) == Some(false), *id));
        all
    }

    /// What goes with them, and where else their name stands.
    pub fn tied(self, id: Id<Person>) -> Tied {
        let name = self.more().people.get_untracked(id).map(|known| search::fold(&known.name)).unwrap_or_default();
        let named = |texts: &[&str]| !name.is_empty() && texts.iter().any(|text| search::fold(text).contains(&name));
        let entries = count(self.check_ins, |one| named(&[&one.note]))
            + count(self.more().goals, |one| named(&[&one.title, &one.why]))
            + count(self.more().plans, |one| named(&[&one.title]))
            + count(self.more().reports, |one| named(&[&one.note]))
            + count(self.more().attendances, |one| named(&[&one.takeaway, &one.met]))
            + count(self.more().reviews, |one| named(&[&one.well, &one.way, &one.change, &one.next]))
            + count(self.more().stories, |one| named(&[&one.title, &one.before, &one.turn, &one.now, &one.message]))
            + count(self.more().practices, |one| named(&[&one.text]))
            + count(self.earlier, |one| named(&[&one.text]));
        Tied {
            agreements: self.more().agreements.with_untracked(|all| with(all, |one| one.person == id)).len(),
            messages: self.more().messages.with_untracked(|all| with(all, |one| one.to == Some(id))).len(),
            entries,
        }
    }

    /// Removes a person with all that was agreed with them and every message meant for them, in drafts too. Says
    /// whether it is done, and offers to take it back.
    pub fn remove_person(self, id: Id<Person>) -> bool {
        let Some(known) = self.more().people.get_untracked(id) else { return false };
        let removed = Removed {
            person: (id, known),
            agreements: self.more().agreements.with_untracked(|all| with(all, |one| one.person == id)),
            messages: self.more().messages.with_untracked(|all| with(all, |one| one.to == Some(id))),
        };
        let done = removed.agreements.iter().all(|(id, _)| self.keep(self.more().agreements.put(*id, None)))
            && removed.messages.iter().all(|(id, _)| self.keep(self.more().messages.put(*id, None)))
            && self.keep(self.more().people.put(id, None));
        if done {
            self.forget_drafts_about(&removed);
            self.notices.say_with_undo(support::removed(), move || self.bring_back(&removed));
        }
        done
    }

    fn bring_back(self, removed: &Removed) {
        let (id, person) = removed.person.clone();
        let _ = self.keep(self.more().people.put(id, Some(person)))
            && removed.agreements.iter().all(|(id, one)| self.keep(self.more().agreements.put(*id, Some(one.clone()))))
            && removed.messages.iter().all(|(id, one)| self.keep(self.more().messages.put(*id, Some(one.clone()))));
    }

    /// Drops unfinished forms of support that are about the person or something that went with them, or name them.
    fn forget_drafts_about(self, removed: &Removed) {
        let mut ids = vec![removed.person.0.to_string()];
        ids.extend(removed.agreements.iter().map(|(id, _)| id.to_string()));
        ids.extend(removed.messages.iter().map(|(id, _)| id.to_string()));
        let name = search::fold(&removed.person.1.name);
        let about =
            |draft: &Draft| draft.fields.iter().any(|field| ids.contains(field) || search::fold(field).contains(&name));
        for draft in [PERSON, AGREEMENT, MESSAGE, CARD] {
            if self.more().drafts.get_untracked(draft).is_some_and(|known| about(&known)) {
                self.keep_draft(draft, &[]);
            }
        }
    }

    /// The name of a person, if they are still there; tracked.
    pub fn name_of(self, id: Id<Person>) -> Option<String> {
        self.more().people.get(id).map(|known| known.name.to_string())
    }
}

fn count<T: Kept>(kind: Shelf<T>, wanted: impl Fn(&T) -> bool) -> usize {
    kind.with_untracked(|all| all.iter().filter(|(_, one)| wanted(one)).count())
}

fn with<T: Clone>(all: &Collection<T>, wanted: impl Fn(&T) -> bool) -> Vec<(Id<T>, T)> {
    all.iter().filter(|(_, one)| wanted(one)).map(|(id, one)| (id, one.clone())).collect()
}
