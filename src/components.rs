//! Parts of pages without meaning of their own. They know words and looks, not the record.

pub mod bar;
pub mod callout;
pub mod chart;
pub mod choice;
pub mod empty;
pub mod field;
pub mod file;
pub mod fold;
pub mod icon;
pub mod measured;
pub mod page;
pub mod pick;
pub mod reach;
pub mod select;
pub mod sheet;
pub mod task;
pub mod told;
pub mod tolerance;
pub mod unkept;
pub mod vine;
pub mod weeks;
