//! A text that a change of the same moment put aside.

use serde::{Deserialize, Serialize};

use crate::{day::Day, text::Note};

/// A text of the person that is no longer where they wrote it, because another tab wrote there at the same moment. It
/// waits until they copy or remove it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The day it was put aside.
    pub on: Day,
    /// What it says.
    pub text: Note,
}
