//! The browser, and nothing else touches it.

pub mod address;
pub mod chance;
pub mod clock;
pub mod events;
pub mod files;
pub mod ids;
pub mod page;
pub mod store;
