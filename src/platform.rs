//! The browser, and nothing else touches it.

pub mod address;
pub mod chance;
pub mod clock;
pub mod desk;
pub mod device;
pub mod events;
pub mod files;
pub mod ids;
pub mod locks;
pub mod page;
pub mod picture;
pub mod share;
pub mod speech;
pub mod store;
pub mod style;
pub mod vibrate;
pub mod zones;
