//! The desk: a worker that does what is slow or heavy, so that the screen never freezes and the first load stays small.
//!
//! A request goes in as bytes, an answer comes out as bytes. The app takes only the messages (no feature `work`).

pub mod message;
#[cfg(feature = "work")]
mod work;
#[cfg(all(feature = "work", target_arch = "wasm32"))]
mod worker;

#[cfg(feature = "work")]
pub use work::answer;
