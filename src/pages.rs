//! The pages, in the order of the navigation. A page composes parts and reads the record; it knows no other page.

pub mod welcome;
pub mod today;
pub mod check_in;
pub mod goals;
pub mod plan;
pub mod support;
pub mod learn;
pub mod progress;
pub mod settings;
pub mod help;
pub mod not_here;
