//! Reading the record: what is there, what is damaged, what a newer Trellis wrote.

use domain::{
    collection::{Collection, Record},
    id::Id,
};

use crate::{
    KeyValue,
    envelope::Envelope,
    kept::Kept,
    key::{self, Kind},
    key_value::StoreError,
};

/// What became of reading one kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded<T> {
    /// Nothing has been kept yet.
    New,
    /// All of it was read.
    Ready(Collection<T>),
    /// Some of it is unreadable and was set aside, or left where it is if there was no room.
    Damaged {
        /// What could be read.
        rest: Collection<T>,
        /// How many records could not.
        lost: usize,
    },
    /// Some of it was written by a newer Trellis: it may be read in part, and must not be written.
    FromNewerVersion {
        /// What could be read.
        rest: Collection<T>,
        /// How many records are damaged besides.
        lost: usize,
    },
}

impl<T> Loaded<T> {
    /// What could be read, whatever the outcome.
    pub fn readable(self) -> Collection<T> {
        match self {
            Self::New => Collection::default(),
            Self::Ready(rest) | Self::Damaged { rest, .. } | Self::FromNewerVersion { rest, .. } => rest,
        }
    }
}

/// Reads every record of kind `T` and sets aside those that are damaged.
pub fn load<T: Kept>(store: &dyn KeyValue) -> Result<Loaded<T>, StoreError> {
    let mut all = Collection::default();
    let found = visit(store, T::KIND, T::SCHEMA, &mut |id, envelope| {
        let record = record_of(envelope);
        record.is_some_and(|record| {
            all.merge(Id::fixed(id), record);
            true
        })
    })?;
    Ok(match found {
        Found { any: false, .. } => Loaded::New,
        Found { newer: true, lost, .. } => Loaded::FromNewerVersion { rest: all, lost },
        Found { lost: 0, .. } => Loaded::Ready(all),
        Found { lost, .. } => Loaded::Damaged { rest: all, lost },
    })
}

/// Reads one record; `None` if there is none that this version can read.
pub fn record<T: Kept>(store: &dyn KeyValue, id: Id<T>) -> Option<Record<T>> {
    let key = key::of(T::KIND, id.as_u128());
    let envelope = Envelope::read(&key, T::KIND, &store.get(&key).ok()??)?;
    if envelope.schema > T::SCHEMA { None } else { record_of(&envelope) }
}

fn record_of<T: Kept>(envelope: &Envelope) -> Option<Record<T>> {
    let value = match &envelope.data {
        None => None,
        Some(data) => Some(T::decode(envelope.schema, data)?),
    };
    Some(Record { changed: envelope.changed, value })
}

/// What a look at all texts of a kind found.
struct Found {
    any: bool,
    newer: bool,
    lost: usize,
}

/// Shows `take` every whole value of `kind`. What is damaged, or what `take` refuses, is set aside.
fn visit(
    store: &dyn KeyValue,
    kind: Kind,
    schema: u8,
    take: &mut dyn FnMut(u128, &Envelope) -> bool,
) -> Result<Found, StoreError> {
    let mut found = Found { any: false, newer: false, lost: 0 };
    for key in store.keys()? {
        let Some((_, id)) = key::read(&key).filter(|(of, _)| *of == kind) else { continue };
        let Some(text) = store.get(&key)? else { continue };
        found.any = true;
        match Envelope::read(&key, kind, &text) {
            Some(envelope) if envelope.schema > schema => found.newer = true,
            Some(envelope) if take(id, &envelope) => {}
            _ => {
                found.lost += 1;
                // With no room to set it aside it stays where it is: nothing writes over it.
                let _ = set_aside(store, &key, &text);
            }
        }
    }
    Ok(found)
}

/// Moves an unreadable text to a key of its own: written, read back, and only then removed where it was.
pub fn set_aside(store: &dyn KeyValue, key: &str, text: &str) -> Result<(), StoreError> {
    let name = key.strip_prefix(key::PREFIX).unwrap_or(key);
    let mut number = 0;
    let aside = loop {
        let aside = format!("{}{name}/{number}", key::ASIDE);
        match store.get(&aside)? {
            None => break aside,
            Some(known) if known == text => break aside,
            Some(_) => number += 1,
        }
    };
    store.set(&aside, text)?;
    if store.get(&aside)?.as_deref() != Some(text) {
        return Err(StoreError::Full);
    }
    store.remove(key)
}

/// How many texts stand aside.
pub fn count_aside(store: &dyn KeyValue) -> usize {
    store.keys().map_or(0, |keys| keys.iter().filter(|key| key.starts_with(key::ASIDE)).count())
}
