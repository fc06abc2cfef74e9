//! The port to the place where texts are kept by key, and a store in memory.

use std::cell::{Cell, RefCell};

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

/// How many characters `text` takes as browsers count them: UTF-16 units.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A store that lasts as long as the program: for tests, and for a visit without a place to keep things.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct MemoryStore {
    /// By key.
    texts: RefCell<Vec<(String, String)>>,
    used: Cell<usize>,
    room: Option<usize>,
}

impl MemoryStore {
    /// A store in which keys and texts of `room` UTF-16 units fit.
    pub fn with_room(room: usize) -> Self {
        Self { room: Some(room), ..Self::default() }
    }

    /// How many UTF-16 units its keys and texts take.
    pub fn used(&self) -> usize {
        self.used.get()
    }

    /// The same texts where keys and texts of `room` UTF-16 units fit.
    pub fn limited_to(self, room: usize) -> Self {
        Self { room: Some(room), ..self }
    }
}

fn place(texts: &[(String, String)], key: &str) -> Result<usize, usize> {
    texts.binary_search_by(|(known, _)| known.as_str().cmp(key))
}

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let texts = self.texts.borrow();
        Ok(place(&texts, key).ok().and_then(|place| texts.get(place)).map(|(_, text)| text.clone()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let before = self.get(key)?.map_or(0, |text| length(key) + length(&text));
        let used = self.used.get() - before + length(key) + length(text);
        if self.room.is_some_and(|room| used > room) {
            return Err(StoreError::Full);
        }
        self.used.set(used);
        let mut texts = self.texts.borrow_mut();
        match place(&texts, key) {
            Err(place) => texts.insert(place, (key.to_owned(), text.to_owned())),
            Ok(place) => {
                if let Some((_, known)) = texts.get_mut(place) {
                    text.clone_into(known);
                }
            }
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let mut texts = self.texts.borrow_mut();
        if let Ok(place) = place(&texts, key) {
            let (key, text) = texts.remove(place);
            self.used.set(self.used.get() - length(&key) - length(&text));
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().iter().map(|(key, _)| key.clone()).collect())
    }
}
