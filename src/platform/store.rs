//! The browser's localStorage behind the port of the record.

use std::cell::Cell;

use storage::{
    KeyValue,
    key::{ERASE, PREFIX},
    key_value::{MemoryStore, StoreError},
};
use vault::{Key, VaultStore};
use wasm_bindgen::JsValue;
use web_sys::{DomException, Storage};

use crate::platform::chance;

thread_local! {
    static STORE: Cell<Option<Place>> = const { Cell::new(None) };
}

#[derive(Clone, Copy)]
struct Place {
    /// What the browser gives.
    behind: &'static dyn KeyValue,
    /// The same through the open lock, if one is set.
    open: Option<&'static dyn KeyValue>,
    lasts: bool,
}

/// Where the record is kept: localStorage, or memory for this visit where there is none; through the lock if it is open.
pub fn store() -> &'static dyn KeyValue {
    let place = place();
    place.open.unwrap_or(place.behind)
}

/// The same, past the lock: what lies there may be scrambled.
pub fn behind() -> &'static dyn KeyValue {
    place().behind
}

/// Whether a lock is set and open.
pub fn is_open() -> bool {
    place().open.is_some()
}

/// Reads and writes with this key from now on.
pub fn open_with(key: Key) {
    let place = place();
    let (key, fill) = (Box::leak(Box::new(key)), Box::leak(Box::new(chance::fill)));
    let open: &'static dyn KeyValue = Box::leak(Box::new(VaultStore::new(place.behind, key, fill)));
    STORE.set(Some(Place { open: Some(open), ..place }));
}

/// Reads and writes without a lock from now on.
pub fn open_plain() {
    STORE.set(Some(Place { open: None, ..place() }));
}

/// Whether what is kept outlives this visit.
pub fn lasts() -> bool {
    place().lasts
}

/// Removes everything that Trellis keeps. Fails if anything is left. What is cut off in the middle is ended at the next
/// start: a mark stands there until all else is gone.
pub fn erase() -> Result<(), StoreError> {
    let store = behind();
    // Without room for it everything goes all the same.
    let _ = store.set(ERASE, "1");
    for key in ours(store)?.into_iter().filter(|key| key != ERASE) {
        store.remove(&key)?;
    }
    store.remove(ERASE)?;
    if ours(store)?.is_empty() { Ok(()) } else { Err(StoreError::Unavailable) }
}

/// How many characters Trellis keeps.
pub fn used() -> usize {
    let store = behind();
    let length = |key: &String| key.len() + store.get(key).ok().flatten().map_or(0, |text| text.encode_utf16().count());
    ours(store).unwrap_or_else(|_| Vec::new()).iter().map(length).sum()
}

fn ours(store: &dyn KeyValue) -> Result<Vec<String>, StoreError> {
    Ok(store.keys()?.into_iter().filter(|key| key.starts_with(PREFIX)).collect())
}

fn place() -> Place {
    if let Some(place) = STORE.get() {
        return place;
    }
    let place = match probe() {
        Some(storage) => Place { behind: Box::leak(Box::new(LocalStorage(storage))), open: None, lasts: true },
        None => Place { behind: Box::leak(Box::new(MemoryStore::default())), open: None, lasts: false },
    };
    STORE.set(Some(place));
    place
}

/// The storage, if the browser gives one that can be read and written. A full one can be written where it already was.
fn probe() -> Option<Storage> {
    const KEY: &str = "tr/probe";
    let storage = web_sys::window()?.local_storage().ok()??;
    storage.length().ok()?;
    match storage.set_item(KEY, "1") {
        Ok(()) => storage.remove_item(KEY).ok()?,
        Err(error) if is_full(&error) => {}
        Err(_) => return None,
    }
    Some(storage)
}

struct LocalStorage(Storage);

impl KeyValue for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get_item(key).map_err(|_| StoreError::Unavailable)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0
            .set_item(key, text)
            .map_err(|error| if is_full(&error) { StoreError::Full } else { StoreError::Unavailable })
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove_item(key).map_err(|_| StoreError::Unavailable)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let unavailable = |_: JsValue| StoreError::Unavailable;
        let count = self.0.length().map_err(unavailable)?;
        let mut keys = Vec::new();
        for position in 0..count {
            keys.extend(self.0.key(position).map_err(unavailable)?);
        }
        Ok(keys)
    }
}

fn is_full(error: &JsValue) -> bool {
    wasm_bindgen::JsCast::dyn_ref::<DomException>(error)
        .is_some_and(|error| error.code() == DomException::QUOTA_EXCEEDED_ERR)
}
