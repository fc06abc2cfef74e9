//! One kind of record: on screen and on disk, in that a change goes to the disk first.

use domain::{
    collection::{Collection, Record},
    id::Id,
    stamp::Stamp,
};
use markup::Signal;
use storage::{
    kept::Kept,
    key,
    load::{self, Listing, Loaded},
    save::{self, SaveError},
};

use crate::{
    platform::{clock, store::store},
    state::Health,
};

/// All records of one kind.
pub struct Shelf<T: 'static> {
    records: Signal<Collection<T>>,
}

impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shelf<T> {}

impl<T: Kept> Shelf<T> {
    /// Reads the kind from disk; what is not well goes into `health`.
    pub fn open(listing: &Listing, health: Signal<Health>) -> Self {
        let records = match load::load_listed::<T>(store(), listing) {
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
        Self { records: Signal::new(records) }
    }

    /// Changes the record `id` in the order rule, disk, screen: `change` says what it becomes, `None` removes it.
    ///
    /// If another tab changed it in the meantime, `change` is applied to what that tab wrote.
    pub fn change(self, id: Id<T>, change: impl Fn(Option<T>) -> Option<T>) -> Result<(), SaveError> {
        match self.commit(id, change(self.get_untracked(id))) {
            Err(SaveError::ChangedElsewhere) => {
                self.reload(id);
                self.commit(id, change(self.get_untracked(id)))
            }
            done => done,
        }
    }

    /// Puts a whole value in place of the one now shown.
    pub fn put(self, id: Id<T>, value: Option<T>) -> Result<(), SaveError> {
        self.put_over(id, self.seen(id), value)
    }

    /// Puts a whole value in place of the one of `seen`; refuses if it was changed since, and then shows what is there.
    pub fn put_over(self, id: Id<T>, seen: Option<Stamp>, value: Option<T>) -> Result<(), SaveError> {
        let outcome = if self.seen(id) == seen { self.commit(id, value) } else { Err(SaveError::ChangedElsewhere) };
        if outcome == Err(SaveError::ChangedElsewhere) {
            self.reload(id);
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
        Ok(())
    }

    /// Takes over what another tab wrote.
    pub fn reload(self, id: Id<T>) {
        if let Some(record) = load::record::<T>(store(), id) {
            self.records.update(|all| {
                all.merge(id, record);
            });
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
