//! The pages, in the order of the navigation. A page composes parts and reads the record; it knows no other page.

pub mod check_in;
pub mod covered;
pub mod goals;
pub mod help;
pub mod learn;
pub mod locked;
pub mod meetings;
pub mod not_here;
pub mod plan;
pub mod progress;
pub mod settings;
pub mod sheets;
pub mod support;
pub mod today;
pub mod tools;
pub mod welcome;
