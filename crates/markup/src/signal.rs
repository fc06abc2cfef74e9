//! A value that the page follows.
//!
//! Leptos' `RwSignal<T>` is compiled anew for every `T`. This one is a value in Leptos' arena beside one of its triggers;
//! what depends on `T` is a downcast.

use std::{any::Any, cell::RefCell, marker::PhantomData, rc::Rc};

use leptos::prelude::{GetValue, LocalStorage, Notify, StoredValue, Track, Trigger};

use crate::follow;

/// A value that can be read, changed and followed. It lives as long as the part of the page that made it.
pub struct Signal<T> {
    value: StoredValue<Rc<dyn Any>, LocalStorage>,
    changed: Trigger,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

/// Makes the parts that do not depend on the type of the value.
#[inline(never)]
fn make(value: Rc<dyn Any>) -> (StoredValue<Rc<dyn Any>, LocalStorage>, Trigger) {
    (StoredValue::new_local(value), Trigger::new())
}

impl<T: 'static> Signal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        let (value, changed) = make(Rc::new(RefCell::new(value)));
        Self { value, changed, of: PhantomData }
    }

    /// Reads the value and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.changed.track();
        self.with_untracked(read)
    }

    /// Reads the value once.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.cell().borrow())
    }

    /// Changes the value and tells those who follow it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.cell().borrow_mut());
        self.changed.notify();
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        self.update(|old| *old = value);
    }

    /// Puts another value in its place, unless the part of the page that made the signal is gone.
    pub fn try_set(self, value: T) {
        if self.value.try_get_value().is_some() {
            self.set(value);
        }
    }

    /// Whether the part of the page that made the signal is still there.
    pub fn is_there(self) -> bool {
        self.value.try_get_value().is_some()
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.changed.track();
    }

    #[expect(
        clippy::expect_used,
        reason = "the arena holds what `new` put there, and nothing reads a signal whose owner is gone"
    )]
    fn cell(self) -> Rc<RefCell<T>> {
        let value = self.value.try_get_value().and_then(|value| value.downcast().ok());
        value.expect("a signal outlived its owner")
    }
}

impl<T: Clone + 'static> Signal<T> {
    /// A copy of the value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A value made of other signals, that changes only when it differs.
pub fn memo<T: PartialEq + 'static>(make: impl Fn() -> T + 'static) -> Signal<T> {
    let signal = Signal::new(leptos::prelude::untrack(&make));
    follow(Box::new(move || {
        let next = make();
        if signal.with_untracked(|now| *now != next) {
            signal.set(next);
        }
    }));
    signal
}
