//! The lock of the record: its keys, its cipher, and a store that keeps only what they sealed.
//!
//! Pure: chance comes in as a function that fills bytes. In reading order: keys, the cipher, what is kept of the lock,
//! the store. Turning a phrase into a key takes long and stands behind the feature `derive`, which the desk uses.

pub mod cipher;
#[cfg(feature = "derive")]
pub mod derive;
pub mod key;
pub mod lock;
pub mod store;

pub use key::Key;
pub use lock::Lock;
pub use store::VaultStore;

/// Fills bytes with chance that nobody can foretell.
pub type Fill<'a> = &'a mut dyn FnMut(&mut [u8]);
