//! How what a person wrote for themselves and for others is spelled: agreements, messages, reviews, stories, texts put
//! aside.

use domain::{
    agreement::{Agreement, Message},
    day::Day,
    earlier::Earlier,
    id::Id,
    person::Person,
    review::Review,
    story::{Listener, Story},
};
use serde::{Deserialize, Serialize};

use super::{Written, own};
use crate::{spelled::Plain, texts::Reading};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgreementForm {
    person: Plain<Id<Person>>,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    commit: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    ask: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    talk: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    see: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    quiet: String,
    made: Plain<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review: Option<Plain<Day>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<Plain<Day>>,
}

impl Written for Agreement {
    type Form = AgreementForm;

    fn form(&self) -> AgreementForm {
        AgreementForm {
            person: Plain(self.person),
            name: own(&self.name),
            commit: own(&self.commit),
            ask: own(&self.ask),
            talk: own(&self.talk),
            see: own(&self.see),
            quiet: own(&self.quiet),
            made: Plain(self.made),
            review: self.review.map(Plain),
            ended: self.ended.map(Plain),
        }
    }

    fn of(form: AgreementForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            person: form.person.0,
            name: reading.title(&form.name)?,
            commit: reading.note(&form.commit)?,
            ask: reading.note(&form.ask)?,
            talk: reading.note(&form.talk)?,
            see: reading.note(&form.see)?,
            quiet: reading.note(&form.quiet)?,
            made: form.made.0,
            review: form.review.map(|day| day.0),
            ended: form.ended.map(|day| day.0),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageForm {
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<Plain<Id<Person>>>,
}

impl Written for Message {
    type Form = MessageForm;

    fn form(&self) -> MessageForm {
        MessageForm { text: own(&self.text), to: self.to.map(Plain) }
    }

    fn of(form: MessageForm, reading: &mut Reading) -> Option<Self> {
        Some(Self { text: reading.note(&form.text)?, to: form.to.map(|id| id.0) })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReviewForm {
    on: Plain<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    well: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    way: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    change: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    next: String,
}

impl Written for Review {
    type Form = ReviewForm;

    fn form(&self) -> ReviewForm {
        ReviewForm {
            on: Plain(self.on),
            well: own(&self.well),
            way: own(&self.way),
            change: own(&self.change),
            next: own(&self.next),
        }
    }

    fn of(form: ReviewForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            on: form.on.0,
            well: reading.note(&form.well)?,
            way: reading.note(&form.way)?,
            change: reading.note(&form.change)?,
            next: reading.note(&form.next)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoryForm {
    title: String,
    listener: Plain<Listener>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    before: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    turn: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    now: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    message: String,
}

impl Written for Story {
    type Form = StoryForm;

    fn form(&self) -> StoryForm {
        StoryForm {
            title: own(&self.title),
            listener: Plain(self.listener),
            before: own(&self.before),
            turn: own(&self.turn),
            now: own(&self.now),
            message: own(&self.message),
        }
    }

    fn of(form: StoryForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            title: reading.title(&form.title)?,
            listener: form.listener.0,
            before: reading.note(&form.before)?,
            turn: reading.note(&form.turn)?,
            now: reading.note(&form.now)?,
            message: reading.note(&form.message)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EarlierForm {
    on: Plain<Day>,
    text: String,
}

impl Written for Earlier {
    type Form = EarlierForm;

    fn form(&self) -> EarlierForm {
        EarlierForm { on: Plain(self.on), text: own(&self.text) }
    }

    fn of(form: EarlierForm, reading: &mut Reading) -> Option<Self> {
        Some(Self { on: form.on.0, text: reading.note(&form.text)? })
    }
}
