//! A store that fails on purpose, to show that what was called saved is there all the same.

use std::cell::{Cell, RefCell};

use crate::{
    KeyValue,
    key_value::{MemoryStore, StoreError},
};

/// How a store fails from a call on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// One call is refused and does nothing.
    Once,
    /// That call and every later one are refused.
    Always,
    /// One call is done and is reported as refused.
    AfterWrite,
    /// One write is reported as done and does nothing.
    Silent,
    /// Every write succeeds, and the last ones are gone when the store is opened again.
    LostSuffix(usize),
}

/// A store in memory with one fault in it.
#[derive(Debug)]
pub struct FaultyStore {
    inner: MemoryStore,
    fault: Fault,
    left: Cell<usize>,
    /// What each write replaced, oldest first.
    replaced: RefCell<Vec<(String, Option<String>)>>,
}

impl FaultyStore {
    /// A store over `inner` that fails at call number `at`, counted from 0. Under [`Fault::Silent`] only writes count.
    pub fn new(inner: MemoryStore, fault: Fault, at: usize) -> Self {
        Self { inner, fault, left: Cell::new(at), replaced: RefCell::default() }
    }

    /// Whether the fault has happened.
    pub fn has_failed(&self) -> bool {
        self.left.get() == usize::MAX || matches!(self.fault, Fault::LostSuffix(_))
    }

    /// How many writes were done.
    pub fn writes(&self) -> usize {
        self.replaced.borrow().len()
    }

    /// What is there when it is opened again, without the fault.
    pub fn reopen(self) -> MemoryStore {
        if let Fault::LostSuffix(count) = self.fault {
            for (key, before) in self.replaced.into_inner().into_iter().rev().take(count) {
                let _ = match before {
                    Some(text) => self.inner.set(&key, &text),
                    None => self.inner.remove(&key),
                };
            }
        }
        self.inner
    }

    /// Whether the call that comes now is the one that fails.
    fn is_due(&self) -> bool {
        match (self.left.get(), self.fault) {
            (_, Fault::LostSuffix(_)) => false,
            (usize::MAX, fault) => fault == Fault::Always,
            (0, _) => {
                self.left.set(usize::MAX);
                true
            }
            (left, _) => {
                self.left.set(left - 1);
                false
            }
        }
    }

    fn read<T>(&self, read: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.fault != Fault::Silent && self.is_due() { Err(StoreError::Unavailable) } else { read() }
    }

    fn write(&self, key: &str, write: impl FnOnce() -> Result<(), StoreError>) -> Result<(), StoreError> {
        let due = self.is_due();
        match (due, self.fault) {
            (true, Fault::Once | Fault::Always) => return Err(StoreError::Unavailable),
            (true, Fault::Silent) => return Ok(()),
            _ => {}
        }
        let before = self.inner.get(key)?;
        write()?;
        self.replaced.borrow_mut().push((key.to_owned(), before));
        if due { Err(StoreError::Unavailable) } else { Ok(()) }
    }
}

impl KeyValue for FaultyStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|| self.inner.get(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.write(key, || self.inner.set(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.write(key, || self.inner.remove(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.read(|| self.inner.keys())
    }
}
