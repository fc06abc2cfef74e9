//! The port to the place where texts are kept by key, and a store in memory.

use std::cell::RefCell;

/// Why the place cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no place, or it refuses to be read or written.
    #[error("unavailable")]
    Unavailable,
    /// There is no room left for what was to be written.
    #[error("full")]
    Full,
}

/// A place that keeps texts by key. A write is whole or not at all.
pub trait KeyValue {
    /// The text under `key`.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts `text` under `key`.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Removes what is under `key`.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// Every key, in any order.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// A store that lasts as long as the program: for tests, and for a visit without a place to keep things.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<Vec<(String, String)>>,
    room: Option<usize>,
}

impl MemoryStore {
    /// A store in which keys and texts of `room` characters fit.
    pub fn with_room(room: usize) -> Self {
        Self { room: Some(room), ..Self::default() }
    }
}

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().iter().find(|(known, _)| known == key).map(|(_, text)| text.clone()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut texts = self.texts.borrow_mut();
        let used: usize =
            texts.iter().filter(|(other, _)| other != key).map(|(key, text)| key.len() + text.chars().count()).sum();
        if self.room.is_some_and(|room| used + key.len() + text.chars().count() > room) {
            return Err(StoreError::Full);
        }
        texts.retain(|(known, _)| known != key);
        texts.push((key.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().retain(|(known, _)| known != key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().iter().map(|(key, _)| key.clone()).collect())
    }
}
