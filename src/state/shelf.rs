//! One kind of record: on screen and on disk, in that a change goes to the disk first.

use std::rc::Rc;

use domain::{
    collection::{Collection, Record},
    earlier,
    id::Id,
    stamp::Stamp,
};
use markup::Signal;
use storage::{
    kept::Kept,
    key,
    load::{self, Listing, Loaded},
    recent::{Change, Recents},
    save::{self, SaveError},
};

use crate::{
    platform::{clock, events, store::store},
    state::{Health, aside::Aside, keeping},
};

/// All records of one kind.
pub struct Shelf<T: 'static> {
    records: Signal<Collection<T>>,
    recent: Signal<Recents<T>>,
    health: Signal<Health>,
    aside: Aside,
}

/// After so many milliseconds a record that another tab is writing is tried again.
const AGAIN: i32 = 80;
/// So often, which is longer than the claim of a tab that was closed in the middle lasts.
const TIMES: u8 = 150;

impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shelf<T> {}

impl<T: Kept> Shelf<T> {
    /// Reads the kind from disk; what is not well goes into `health`.
    pub fn open(listing: &Listing, health: Signal<Health>, aside: Aside) -> Self {
        Self::open_in(Signal::new(Collection::default()), listing, health, aside)
    }

    /// As [`Shelf::open`], with the records in a signal that others hold too.
    pub fn open_in(records: Signal<Collection<T>>, listing: &Listing, health: Signal<Health>, aside: Aside) -> Self {
        let read = match load::load_listed::<T>(store(), listing) {
            Ok(loaded) => {
                health.update(|health| match &loaded {
                    Loaded::Damaged { lost, .. } => health.lost += lost,
                    Loaded::FromNewerVersion { lost, .. } => {
                        health.newer = true;
                        health.lost += lost;
                    }
                    Loaded::New | Loaded::Ready(_) => {}
                });
                loaded.readable()
            }
            Err(_) => {
                health.update(|health| health.lasts = false);
                Collection::default()
            }
        };
        records.set(read);
        Self { records, recent: Signal::new(Recents::default()), health, aside }
    }

    /// Changes the record `id` in the order rule, disk, screen: `change` says what it becomes, `None` removes it.
    ///
    /// If another tab changed it in the meantime, `change` is applied to what that tab wrote; if that tab is writing
    /// right now, a moment later. Tabs may live in processes that see each other late: what another one wrote at the
    /// same moment brings the change back too.
    pub fn change(self, id: Id<T>, change: impl Fn(Option<T>) -> Option<T> + 'static) -> Result<(), SaveError> {
        let change: Change<T> = Rc::new(change);
        let outcome = match self.commit(id, change(self.get_untracked(id))) {
            Err(SaveError::ChangedElsewhere) => {
                let there = load::record::<T>(store(), id);
                let value = change(there.as_ref().and_then(|record| record.value.clone()));
                let changed = clock::stamp(there.as_ref().map(|record| record.changed));
                self.commit_over(id, there.as_ref(), Record { changed, value })
            }
            done => done,
        };
        let busy = outcome == Err(SaveError::ChangedElsewhere);
        if busy || outcome.is_ok() {
            let kept = self.seen(id).filter(|_| !busy);
            self.recent.update(|recent| recent.add(clock::now().millis, id, kept, change));
        }
        if busy {
            self.try_again(id, TIMES);
            return Ok(());
        }
        outcome
    }

    fn try_again(self, id: Id<T>, times: u8) {
        events::after(AGAIN, move || self.settle(id, times));
    }

    /// Shows what is on disk, with the changes made again that it was written without. Tries again while another tab is
    /// writing, and shows nothing new until then; what cannot be kept in the end is said.
    fn settle(self, id: Id<T>, times: u8) {
        let now = clock::now().millis;
        let there = load::record::<T>(store(), id);
        let missing = self.recent.with_untracked(|recent| recent.missing(now, id, there.as_ref()));
        let Some(missing) = missing else {
            if let Some(there) = there {
                self.recent.update(|recent| recent.seen(now, id, &there));
                self.show(id, there);
            }
            return;
        };
        let changed = there.as_ref().map_or_else(|| clock::stamp(None), |record| clock::beside(record.changed));
        match self.commit_over(id, there.as_ref(), Record { changed, value: missing.value.clone() }) {
            Ok(()) => self.recent.update(|recent| recent.made_again(&missing, changed)),
            Err(SaveError::ChangedElsewhere) if times > 0 => self.try_again(id, times - 1),
            Err(error) => {
                self.recent.update(|recent| recent.forget(id));
                self.take_over(id);
                self.health.update(|health| health.unsaved = Some(error));
            }
        }
    }

    /// Puts a whole value in place of the one now shown.
    pub fn put(self, id: Id<T>, value: Option<T>) -> Result<(), SaveError> {
        self.put_over(id, self.seen(id), value)
    }

    /// Puts a whole value in place of the one of `seen`; refuses if it was changed since, and then shows what is there.
    pub fn put_over(self, id: Id<T>, seen: Option<Stamp>, value: Option<T>) -> Result<(), SaveError> {
        self.recent.update(|recent| recent.forget(id));
        let outcome = if self.seen(id) == seen { self.commit(id, value) } else { Err(SaveError::ChangedElsewhere) };
        if outcome == Err(SaveError::ChangedElsewhere) {
            self.take_over(id);
        }
        outcome
    }

    /// When the record now shown was changed; a form that opens remembers it.
    pub fn seen(self, id: Id<T>) -> Option<Stamp> {
        self.records.with_untracked(|all| all.record(id).map(|record| record.changed))
    }

    fn commit(self, id: Id<T>, value: Option<T>) -> Result<(), SaveError> {
        let seen = self.seen(id);
        let record = Record { changed: clock::stamp(seen), value };
        save::save(store(), id, seen, &record)?;
        self.records.update(|all| {
            all.merge(id, record);
        });
        keeping::changed(T::KIND);
        Ok(())
    }

    /// Puts `record` in place of what another tab wrote and this one had not seen. Texts that are in neither then are put
    /// aside: both tabs wrote, and both texts stay.
    fn commit_over(self, id: Id<T>, there: Option<&Record<T>>, record: Record<T>) -> Result<(), SaveError> {
        save::save(store(), id, there.map(|record| record.changed), &record)?;
        let lost = earlier::lost(there.and_then(|record| record.value.as_ref()), record.value.as_ref());
        self.show(id, record);
        for text in &lost {
            self.aside.put(text);
        }
        Ok(())
    }

    /// Keeps a text that is no longer where the person wrote it.
    pub fn put_aside(self, text: &str) {
        self.aside.put(text);
    }

    /// Texts of changes that wait for another tab, or are younger than `moment` in milliseconds, as they were last.
    pub fn fresh_texts(self, moment: i64) -> Vec<String> {
        let now = clock::now().millis;
        let values = self.recent.with_untracked(|recent| recent.fresh(now, moment, |id| self.get_untracked(id)));
        values.iter().flat_map(|value| value.typed().into_iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// Takes over what another tab wrote, and makes a change of this moment again that is not in it.
    pub fn reload(self, id: Id<T>) {
        self.settle(id, TIMES);
    }

    /// Shows what is on disk.
    fn take_over(self, id: Id<T>) {
        if let Some(record) = load::record::<T>(store(), id) {
            self.show(id, record);
        }
    }

    fn show(self, id: Id<T>, record: Record<T>) {
        if self.records.with_untracked(|all| all.record(id) != Some(&record)) {
            self.records.update(|all| all.replace(id, record));
        }
    }

    /// Reads the kind from disk again, after a change of many records.
    pub fn read_again(self, listing: &Listing) {
        if let Ok(loaded) = load::load_listed::<T>(store(), listing) {
            self.records.set(loaded.readable());
        }
    }

    /// The latest id there is, of records removed too.
    pub fn latest(self) -> Option<u128> {
        self.records.with_untracked(|all| all.records().next_back().map(|(id, _)| id.as_u128()))
    }

    /// Every record as storage keeps it out of the lock: texts by key.
    pub fn texts(self, into: &mut Vec<(String, String)>) {
        self.records.with_untracked(|all| {
            into.extend(all.records().map(|(id, record)| {
                let key = key::of(T::KIND, id.as_u128());
                let text = save::text(&key, record);
                (key, text)
            }));
        });
    }

    /// The value with this id; tracked.
    pub fn get(self, id: Id<T>) -> Option<T> {
        self.with(|all| all.get(id).cloned())
    }

    /// The value with this id; not tracked.
    pub fn get_untracked(self, id: Id<T>) -> Option<T> {
        self.records.with_untracked(|all| all.get(id).cloned())
    }

    /// Reads the collection; not tracked.
    pub fn with_untracked<U>(self, read: impl FnOnce(&Collection<T>) -> U) -> U {
        self.records.with_untracked(read)
    }

    /// Reads the collection; tracked.
    pub fn with<U>(self, read: impl FnOnce(&Collection<T>) -> U) -> U {
        self.records.with(read)
    }
}
