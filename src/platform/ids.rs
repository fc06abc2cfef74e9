//! New ids, from the clock and the browser's randomness.

use domain::id::Id;

use crate::platform::{chance, clock};

/// A new id.
pub fn new<T>() -> Id<T> {
    Id::new(clock::now().millis, chance::bytes())
}
