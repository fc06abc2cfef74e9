//! People before one could say what they are good for and when they were last in touch.

use domain::{person::Person, text::Title};
use serde::Deserialize;

/// Schema 1. Never edited.
#[derive(Deserialize)]
pub struct Person1 {
    name: Title,
    role: Option<Title>,
    phone: Option<Title>,
}

impl From<Person1> for Person {
    fn from(old: Person1) -> Self {
        let Person1 { name, role, phone } = old;
        Self { role, phone, ..Self::new(name) }
    }
}
