//! The lock: what is stored is scrambled with a key of chance, and that key with one made of the person's words.
//!
//! Pure: chance comes in as an argument. In reading order: the cipher of one value, the store that uses it for every
//! value, the lock that holds the key.

pub mod cipher;
pub mod lock;
pub mod store;

pub use cipher::DataKey;
pub use lock::{Lock, LockError};
pub use store::VaultStore;
