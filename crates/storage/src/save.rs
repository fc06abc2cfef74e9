//! Writing one record: only over what this tab has seen, and only called saved once it reads back.

use domain::{collection::Record, id::Id, stamp::Stamp};

use crate::{
    KeyValue,
    change::Pending,
    claim::Claim,
    envelope::Envelope,
    kept::Kept,
    key,
    key_value::StoreError,
    load,
    room::{self, NotWritten},
    sealed,
};

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

impl From<NotWritten> for SaveError {
    fn from(error: NotWritten) -> Self {
        match error {
            NotWritten::Store(error) => Self::Store(error),
            NotWritten::NotKept => Self::NotKept,
        }
    }
}

/// Saves `record` under `id`. `seen` is the stamp of what the writer last read there; `None` if there was nothing.
pub fn save<T: Kept>(
    store: &dyn KeyValue,
    id: Id<T>,
    seen: Option<Stamp>,
    record: &Record<T>,
) -> Result<(), SaveError> {
    let data = record.value.as_ref().map(Kept::encode);
    write(
        store,
        id.as_u128(),
        seen,
        &Envelope { kind: T::KIND, schema: T::SCHEMA, changed: record.changed, data },
        T::OF_CELLS.is_some(),
    )
}

/// The text that a record is kept as under `key`, its own.
pub fn text<T: Kept>(key: &str, record: &Record<T>) -> String {
    let data = record.value.as_ref().map(Kept::encode);
    Envelope { kind: T::KIND, schema: T::SCHEMA, changed: record.changed, data }.write(key)
}

fn write(
    store: &dyn KeyValue,
    id: u128,
    seen: Option<Stamp>,
    envelope: &Envelope,
    sealed: bool,
) -> Result<(), SaveError> {
    let key = key::of(envelope.kind, id);
    let there = Pending::over(store)?;
    if there.newer {
        return Err(SaveError::FromNewerVersion);
    }
    // Nobody else can have an id that was just made. What others may have is claimed before it is looked at.
    let is_new = seen.is_none() && domain::id::made(id).is_some() && there.get(&key)?.is_none();
    let _claim = if is_new {
        None
    } else {
        Some(Claim::take(store, envelope.changed, &key)?.ok_or(SaveError::ChangedElsewhere)?)
    };
    if !is_new {
        look(store, &key, id, seen, envelope, sealed)?;
    }
    Ok(room::write(store, &key, &envelope.write(&key))?)
}

/// Refuses if what is kept of the record, loose or sealed, is not what was `seen`.
fn look(
    store: &dyn KeyValue,
    key: &str,
    id: u128,
    seen: Option<Stamp>,
    envelope: &Envelope,
    sealed: bool,
) -> Result<(), SaveError> {
    let there = Pending::over(store)?;
    let mut latest = None;
    if let Some(text) = there.get(key)? {
        match Envelope::read(key, envelope.kind, &text) {
            Some(loose) if loose.schema > envelope.schema => return Err(SaveError::FromNewerVersion),
            Some(loose) => latest = Some(loose.changed),
            None => load::set_aside(store, key, &text)?,
        }
    }
    if sealed {
        match sealed::row(&there, envelope.kind, id, envelope.schema, false) {
            Err(sealed::Found::Newer) => return Err(SaveError::FromNewerVersion),
            Err(sealed::Found::Store(error)) => return Err(error.into()),
            Ok(row) => latest = latest.max(row.map(|(_, row)| row.changed)),
        }
    }
    // Where nothing is left of what was seen, it was damaged, and this tab has it still.
    if latest.is_none() || latest == seen { Ok(()) } else { Err(SaveError::ChangedElsewhere) }
}
