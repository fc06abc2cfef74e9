//! What the person and someone they chose have agreed on.

use serde::{Deserialize, Serialize};

use crate::{
    day::Day,
    id::Id,
    person::Person,
    text::{Note, Title},
};

/// An agreement with a person. Nothing in it binds by law; it can be printed and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// With whom.
    pub person: Id<Person>,
    /// What that person was called when it was made.
    pub name: Title,
    /// What I commit to.
    pub commit: Note,
    /// What I ask of you.
    pub ask: Note,
    /// When we talk.
    pub talk: Note,
    /// What you may see.
    pub see: Note,
    /// What to do if I go quiet.
    pub quiet: Note,
    /// The day it was made.
    pub made: Day,
    /// When both look at it again.
    pub review: Option<Day>,
    /// The day it ended, if it did.
    pub ended: Option<Day>,
}

impl Agreement {
    /// How many days after it was made, or looked at, it is looked at again, unless the person chose a day.
    pub const REVIEW_AFTER: i32 = 90;

    /// Its five parts, in the order they are asked.
    pub fn parts(&self) -> [&Note; 5] {
        [&self.commit, &self.ask, &self.talk, &self.see, &self.quiet]
    }

    /// Whether the day to look at it again has come. It stays so until a later day is set or it ends.
    pub fn is_due(&self, today: Day) -> bool {
        self.ended.is_none() && self.review.is_some_and(|day| day <= today)
    }
}

/// Words written in a calm hour for a hard one: "I need you now".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// What to send.
    pub text: Note,
    /// To whom; `None` is to anyone.
    pub to: Option<Id<Person>>,
}
