//! Files out and in again: what comes back, what is refused, and that nothing depends on order.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first thing that is not as it says"
)]
#![allow(clippy::print_stdout, reason = "seeds and counts are printed")]

mod appointments;
mod calendar;
mod cards;
mod container;
mod frozen;
mod hostile;
mod locked;
mod meeting_lists;
mod merging;
mod readers;
mod states;
mod tables;
