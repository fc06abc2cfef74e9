//! The lock: what is stored lies scrambled, and a key that the person's words open turns it into the record again.

use ::desk::message::{Answer, Refusal, Request};
use domain::stamp::Stamp;
use leptos::prelude::*;
use storage::{
    change::{self, Step},
    key::{CHANGE, ERASE},
    key_value::StoreError,
    save::SaveError,
};
use vault::{
    Key, Lock,
    lock::{Cost, Derived, LockError},
    store::{all_open, all_sealed, is_sealed},
};

use super::{
    AppState,
    desk::{Phrase, Why},
};
use crate::{
    platform::{chance, clock, desk as worker, events, locks, page, store},
    words::{self, errors},
};

/// Whether there is a lock.
pub fn is_set() -> bool {
    // Where the store cannot be read there is nothing to open either.
    Lock::is_there(store::behind()).unwrap_or(false)
}

/// Whether the lock is set and not open in this visit.
pub fn is_closed() -> bool {
    is_set() && !store::is_open()
}

/// Ends what an earlier visit began on the store itself: setting the lock or taking it off, erasing everything. Before
/// anything is read.
pub fn end_what_was_begun() {
    let store = store::behind();
    if matches!(store.get(ERASE), Ok(Some(_))) {
        let _ = store::erase();
    }
    let begun = store.get(CHANGE).ok().flatten().is_some_and(|text| !is_sealed(CHANGE, &text));
    if begun {
        // What cannot be ended now is ended at the next start.
        let _ = change::recover(store, clock::stamp(None));
    }
}

/// Closes the lock: what was shown and what was in memory goes with the page.
pub fn close() {
    page::cover_and_reload();
}

/// Turns words into what opens a lock, in the worker, and then has it forget them.
fn derive(phrase: Phrase, salt: [u8; 16], cost: Cost, then: impl FnOnce(Result<Derived, Refusal>) + 'static) {
    let Cost { memory, passes } = cost;
    let request = Request::DeriveKey { phrase: phrase.text, salt, memory, passes };
    worker::ask(&request.bytes(), move |bytes| {
        worker::close();
        then(match bytes.map(|bytes| Answer::read(&bytes)) {
            Some(Answer::Key(bytes)) => Derived::of(&bytes).ok_or(Refusal::NotUnderstood),
            Some(Answer::Refused(refusal)) => Err(refusal),
            Some(_) => Err(Refusal::NotUnderstood),
            // A worker that ends over it had no memory; one that never came says the same in other words.
            None => Err(Refusal::NoMemory),
        });
    });
}

/// Takes a key and the lock made around it.
type WithLock = Box<dyn FnOnce(Result<(Key, Lock), Why>)>;

/// Makes a lock around `key`; on a device with little memory, one that costs less.
fn make(key: Key, phrase: Phrase, then: impl FnOnce(Result<(Key, Lock), Why>) + 'static) {
    make_at(Cost::USUAL, key, phrase, Box::new(then));
}

fn make_at(cost: Cost, key: Key, phrase: Phrase, then: WithLock) {
    let salt = Lock::salt(&mut chance::fill);
    derive(phrase.clone(), salt, cost, move |derived| match derived {
        Ok(derived) => {
            let lock = Lock::new(&key, &derived, cost, salt, &mut chance::fill);
            then(Ok((key, lock)));
        }
        Err(Refusal::NoMemory) if cost != Cost::LEAST => make_at(Cost::LEAST, key, phrase, then),
        Err(refusal) => then(Err(errors::refusal(refusal))),
    });
}

/// The key inside the lock, if these are its words.
fn key_inside(phrase: Phrase, then: impl FnOnce(Result<Key, Why>) + 'static) {
    let lock = match Lock::find(store::behind()) {
        Ok(Some(lock)) => lock,
        Ok(None) => return then(Err(words::lock::damaged())),
        Err(_) => return then(Err(words::problem::unavailable())),
    };
    derive(phrase, lock.salt, lock.cost, move |derived| {
        then(derived.map_err(errors::unlocking).and_then(|derived| {
            lock.open(&derived).map_err(|error| match error {
                LockError::WrongPhrase => words::lock::wrong(),
                LockError::Damaged => words::lock::damaged(),
            })
        }));
    });
}

/// Opens the lock for this visit.
pub fn open(phrase: Phrase, then: impl FnOnce(Result<(), Why>) + 'static) {
    key_inside(phrase, move |key| then(key.map(store::open_with)));
}

/// Sets a lock: all that is stored is scrambled, or nothing.
pub fn set(phrase: Phrase, then: impl FnOnce(Result<(), Why>) + 'static) {
    make(Key::new(&mut chance::fill), phrase, move |made| {
        alone(then, move || {
            let (key, lock) = made?;
            scramble(&key, &lock).map_err(errors::save)?;
            store::open_with(key);
            Ok(())
        });
    });
}

fn scramble(key: &Key, lock: &Lock) -> Result<(), SaveError> {
    let store = store::behind();
    let mut texts = all_sealed(store, key, &mut chance::fill)?;
    texts.extend(lock.texts());
    exchange(texts, None)
}

/// Lets other words open the lock.
pub fn change(old: Phrase, new: Phrase, then: impl FnOnce(Result<(), Why>) + 'static) {
    key_inside(old, move |key| match key {
        Err(why) => then(Err(why)),
        Ok(key) => make(key, new, move |made| {
            alone(then, move || exchange(made?.1.texts().into(), None).map_err(errors::save));
        }),
    });
}

/// Takes the lock off: all that is stored is readable again, or nothing changes.
pub fn remove(phrase: Phrase, then: impl FnOnce(Result<(), Why>) + 'static) {
    key_inside(phrase, move |key| {
        alone(then, move || {
            let texts = all_open(store::behind(), &key?).map_err(|error| errors::save(error.into()))?;
            exchange(texts, Some(vault::lock::KEYS)).map_err(errors::save)?;
            store::open_plain();
            Ok(())
        });
    });
}

/// Does what changes everything that is stored, while no other tab does such a thing.
fn alone(then: impl FnOnce(Result<(), Why>) + 'static, work: impl FnOnce() -> Result<(), Why> + 'static) {
    locks::alone(move |alone| {
        then(if alone.is_some() { work() } else { Err(words::lock_settings::busy()) });
    });
}

/// Puts texts in the place of those that are there, and removes others, all or nothing.
fn exchange(texts: Vec<(String, String)>, gone: Option<[&str; 2]>) -> Result<(), SaveError> {
    let store = store::behind();
    let put = texts.into_iter().map(|(key, text)| (key, Some(text)));
    let gone = gone.into_iter().flatten().map(|key| (key.to_owned(), None));
    let steps = put
        .chain(gone)
        .map(|(key, after)| Ok(Step { before: store.get(&key)?, after, key }))
        .collect::<Result<Vec<_>, StoreError>>()?;
    change::apply(store, stamp(), &steps)
}

fn stamp() -> Stamp {
    clock::stamp(None)
}

impl AppState {
    /// Closes the lock when nothing was touched for as long as the person chose, or when the page is left.
    pub fn watch_lock(self) {
        let touched = StoredValue::new(clock::now().millis);
        events::on_touch(move || touched.set_value(clock::now().millis));
        events::on_pulse(move || {
            if !store::is_open() {
                return;
            }
            let locks = self.settings_now().locks;
            let idle = clock::now().millis - touched.get_value();
            let long = locks.after.is_some_and(|minutes| idle >= i64::from(minutes) * 60_000);
            if long || (locks.when_hidden && page::is_hidden()) {
                close();
            }
        });
    }
}
