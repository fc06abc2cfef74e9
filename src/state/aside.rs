//! Texts that would be lost because two tabs wrote at the same moment: each becomes a record of its own.

use domain::{
    collection::{Collection, Record},
    day::Day,
    earlier::{Earlier, Typed},
    id::Id,
    text::Note,
};
use leptos::prelude::untrack;
use markup::Signal;
use storage::{
    key,
    load::{self, Listing},
    save,
};

use crate::{
    platform::{
        clock, ids,
        store::{self, store},
    },
    state::{AppState, lock, shelves::Several},
};

/// What was typed less than so many milliseconds ago may be written over by a tab that does not know of it.
const JUST_NOW: i64 = 1_500;

/// After so many milliseconds every tab that is not standing still has heard of all.
const HEARD: i64 = 10_000;

/// What was put aside.
#[derive(Clone, Copy)]
pub struct Aside(pub Signal<Collection<Earlier>>);

impl Aside {
    /// Keeps a text that is no longer where the person wrote it, unless it was kept already.
    pub fn put(self, text: &str) {
        let Ok(text) = Note::parse(text) else { return };
        let is_known = self.0.with_untracked(|all| all.iter().any(|(_, known)| known.text == text));
        if is_known || text.is_empty() {
            return;
        }
        let value = Some(Earlier { on: clock::now().day(0), text });
        let (id, record) = (ids::new(), Record { changed: clock::stamp(None), value });
        if save::save(store(), id, None, &record).is_ok() {
            self.0.update(|all| {
                all.merge(id, record);
            });
        }
    }
}

impl AppState {
    /// Texts that were put aside and stand in no check-in that is shown; tracked.
    pub fn texts_aside(self) -> Vec<(Id<Earlier>, Earlier)> {
        let all = self.earlier.with(|all| all.iter().map(|(id, one)| (id, one.clone())).collect::<Vec<_>>());
        all.into_iter().filter(|(_, one)| !self.stands(&one.text)).collect()
    }

    /// The record as a backup takes it: all there is but second copies.
    pub fn record(self) -> Vec<(String, String)> {
        let known = self
            .earlier
            .with_untracked(|all| all.iter().map(|(id, one)| (id.as_u128(), one.text.clone())).collect::<Vec<_>>());
        let copies: Vec<String> = untrack(|| {
            let copies = known.iter().filter(|(_, text)| self.stands(text));
            copies.map(|(id, _)| key::of(key::Kind::Earlier, *id)).collect()
        });
        let mut texts = self.texts();
        texts.retain(|(key, _)| !copies.contains(key));
        texts
    }

    /// Every record that belongs to no device: texts by key.
    pub(super) fn texts(self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        self.shelves.texts(&mut texts);
        self.more().texts(&mut texts);
        self.earlier.texts(&mut texts);
        texts
    }

    /// Whether a check-in says it that its day shows: two tabs that begin a record at once may make two of a day.
    fn stands(self, text: &str) -> bool {
        let days: Vec<Day> = self.check_ins.with(|all| {
            let saying = all.iter().filter(|(_, one)| one.typed().iter().any(|typed| typed.contains(text)));
            saying.map(|(_, one)| one.on).collect()
        });
        days.into_iter()
            .filter_map(|day| self.check_in_on(day))
            .any(|(_, one)| one.typed().iter().any(|typed| typed.contains(text)))
    }

    /// What is done when the page is left, for there will be no later. Another tab that wrote at the same moment may
    /// have written over what was typed last, and this one will not hear of it: a second copy stays of what is kept as
    /// it is typed.
    pub(super) fn leave(self) {
        // The lock was set or taken off in another tab, or everything was erased: nothing is written past that.
        if lock::is_set() != store::is_open() || load::is_any(store::behind()) != Ok(true) {
            return;
        }
        for text in self.check_ins.fresh_texts(JUST_NOW) {
            self.aside.put(&text);
        }
    }

    /// Removes such second copies again where the text stands in its place: not before every tab has heard of all.
    pub(super) fn forget_second_copies(self) {
        let (store, now) = (store(), clock::now().millis);
        let is_old =
            |record: &Record<Earlier>| i64::try_from(record.changed.millis).is_ok_and(|changed| now - changed > HEARD);
        let old: Vec<(u128, Note)> = self.earlier.with_untracked(|all| {
            let old = all.records().filter(|(_, record)| is_old(record));
            old.filter_map(|(id, record)| Some((id.as_u128(), record.value.as_ref()?.text.clone()))).collect()
        });
        if old.is_empty() {
            return;
        }
        for (id, _) in old.iter().filter(|(_, text)| untrack(|| self.stands(text))) {
            // Nothing is remembered of it, for it was the copy of this device and is in no older backup.
            let _ = store.remove(&key::of(key::Kind::Earlier, *id));
        }
        if let Ok(listing) = Listing::of(store) {
            self.earlier.read_again(&listing);
        }
    }
}
