//! Writing one record: only over what this tab has seen, and only called saved once it reads back.

use domain::{collection::Record, id::Id, stamp::Stamp};

use crate::{KeyValue, envelope::Envelope, kept::Kept, key, key_value::StoreError, load};

/// Why a record was not saved. What was on disk is still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The store is full or cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store took the write and kept something else.
    #[error("not kept")]
    NotKept,
    /// Another tab changed this record since it was read.
    #[error("changed elsewhere")]
    ChangedElsewhere,
    /// A newer Trellis wrote this record.
    #[error("from a newer version")]
    FromNewerVersion,
}

/// Saves `record` under `id`. `seen` is the stamp of what the writer last read there; `None` if there was nothing.
pub fn save<T: Kept>(
    store: &dyn KeyValue,
    id: Id<T>,
    seen: Option<Stamp>,
    record: &Record<T>,
) -> Result<(), SaveError> {
    let data = record.value.as_ref().map(Kept::encode);
    write(store, id.as_u128(), seen, &Envelope { kind: T::KIND, schema: T::SCHEMA, changed: record.changed, data })
}

fn write(store: &dyn KeyValue, id: u128, seen: Option<Stamp>, envelope: &Envelope) -> Result<(), SaveError> {
    let key = key::of(envelope.kind, id);
    if let Some(text) = store.get(&key)? {
        match Envelope::read(&key, envelope.kind, &text) {
            Some(there) if there.schema > envelope.schema => return Err(SaveError::FromNewerVersion),
            Some(there) if Some(there.changed) != seen => return Err(SaveError::ChangedElsewhere),
            Some(_) => {}
            None => load::set_aside(store, &key, &text)?,
        }
    }
    let text = envelope.write(&key);
    store.set(&key, &text)?;
    if store.get(&key)?.as_deref() == Some(&text) { Ok(()) } else { Err(SaveError::NotKept) }
}
