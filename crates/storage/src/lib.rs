//! How the record is kept: one record, one key, in a store of texts by key, each value proving that it is whole;
//! finished months as two values.
//!
//! Pure over the small port [`KeyValue`]. In reading order: the port, the names of keys, how bytes become text,
//! what a value looks like, which kinds are kept, loading, saving; then what two tabs wrote at once, changes of many
//! records, and sealed months.

pub mod block;
pub mod change;
pub mod claim;
pub mod coder;
pub mod column;
pub mod dated;
pub mod envelope;
#[cfg(feature = "testing")]
pub mod faulty;
pub mod format;
pub mod kept;
pub mod key;
pub mod key_value;
pub mod load;
pub mod pack;
#[cfg(feature = "testing")]
pub mod probe;
pub mod recent;
pub mod room;
pub mod save;
pub mod seal;
pub mod sealed;
pub mod squeeze;

pub use key_value::KeyValue;
