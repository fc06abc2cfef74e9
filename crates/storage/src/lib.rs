//! How the record is kept: one record, one key, in a store of texts by key, each value proving that it is whole.
//!
//! Pure over the small port [`KeyValue`]. In reading order: the port, the names of keys, how bytes become text,
//! what a value looks like, which kinds are kept, loading, saving.

pub mod envelope;
pub mod format;
pub mod kept;
pub mod key;
pub mod key_value;
pub mod load;
pub mod pack;
pub mod save;

pub use key_value::KeyValue;
