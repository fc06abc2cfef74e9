//! Writing where room may be short: second copies are given up first.

use crate::{
    KeyValue,
    key::{self, Half},
    key_value::StoreError,
    sealed,
};

/// Why a text was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWritten {
    /// The store refused it.
    Store(StoreError),
    /// The store took it and kept something else.
    NotKept,
}

/// Puts `text` under `key` and reads it back. If there is no room, second copies make room, one after the other.
pub fn write(store: &dyn KeyValue, key: &str, text: &str) -> Result<(), NotWritten> {
    let mut outcome = store.set(key, text);
    if outcome == Err(StoreError::Full) {
        for copy in store.keys().map_err(NotWritten::Store)? {
            if is_spare(store, &copy) && store.remove(&copy).is_ok() {
                outcome = store.set(key, text);
                if outcome != Err(StoreError::Full) {
                    break;
                }
            }
        }
    }
    outcome.map_err(NotWritten::Store)?;
    let there = store.get(key).map_err(NotWritten::Store)?;
    if there.as_deref() == Some(text) { Ok(()) } else { Err(NotWritten::NotKept) }
}

/// Whether there is room for `count` more characters. What is found is true for a moment only.
pub fn is_there_for(store: &dyn KeyValue, count: usize) -> bool {
    let there = write(store, key::ROOM, &"x".repeat(count)).is_ok();
    let _ = store.remove(key::ROOM);
    there
}

/// Gives back the room that an earlier visit tried and could not give back.
pub fn forget_trial(store: &dyn KeyValue) -> Result<(), StoreError> {
    if store.get(key::ROOM)?.is_some() { store.remove(key::ROOM) } else { Ok(()) }
}

/// Whether `key` names a second copy of a half whose first copy is whole and no older.
fn is_spare(store: &dyn KeyValue, key: &str) -> bool {
    let Some((second, month)) = key::read_sealed(key).filter(|(half, _)| half.second) else { return false };
    let stamp = |half: Half| sealed::stamp_of(half, month, &store.get(&key::sealed(half, month)).ok()??);
    let first = stamp(Half { second: false, ..second });
    first.is_some_and(|first| stamp(second).is_none_or(|second| second <= first))
}
