//! Old forms of records, frozen as they were written, and how each becomes the form of now.

pub mod goal_1;
pub mod meeting_1;
pub mod person_1;
pub mod plan_1;
pub mod settings_1;
pub mod settings_2;
