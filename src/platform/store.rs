//! The browser's localStorage behind the port of the record.

use std::cell::OnceCell;

use storage::{
    KeyValue,
    key::{self, Kind},
    key_value::{MemoryStore, StoreError},
};
use wasm_bindgen::JsValue;
use web_sys::{DomException, Storage};

thread_local! {
    static STORE: OnceCell<Place> = const { OnceCell::new() };
}

#[derive(Clone, Copy)]
struct Place {
    store: &'static dyn KeyValue,
    lasts: bool,
}

/// Where the record is kept: localStorage, or memory for this visit where there is none.
pub fn store() -> &'static dyn KeyValue {
    place().store
}

/// Whether what is kept outlives this visit.
pub fn lasts() -> bool {
    place().lasts
}

/// Whether there is anything under the key of this record, readable or not.
pub fn has(kind: Kind, id: u128) -> bool {
    store().get(&key::of(kind, id)).is_ok_and(|text| text.is_some())
}

/// Removes everything that Trellis keeps. Fails if anything is left.
pub fn erase() -> Result<(), StoreError> {
    let store = store();
    for key in ours(store)? {
        store.remove(&key)?;
    }
    if ours(store)?.is_empty() { Ok(()) } else { Err(StoreError::Unavailable) }
}

/// How many characters Trellis keeps.
pub fn used() -> usize {
    let store = store();
    let length = |key: &String| key.len() + store.get(key).ok().flatten().map_or(0, |text| text.encode_utf16().count());
    ours(store).unwrap_or_else(|_| Vec::new()).iter().map(length).sum()
}

fn ours(store: &dyn KeyValue) -> Result<Vec<String>, StoreError> {
    Ok(store.keys()?.into_iter().filter(|key| key.starts_with(key::PREFIX)).collect())
}

fn place() -> Place {
    STORE.with(|place| {
        *place.get_or_init(|| match probe() {
            Some(storage) => Place { store: Box::leak(Box::new(LocalStorage(storage))), lasts: true },
            None => Place { store: Box::leak(Box::new(MemoryStore::default())), lasts: false },
        })
    })
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
