//! How a person is spelled in JSON.

use domain::{
    chat::Chat,
    day::{Day, Minute},
    person::{Hours, Need, Needs, Person, Rhythm, Role},
};
use serde::{Deserialize, Serialize};

use crate::{
    form::{Written, own, own_title},
    spelled::{Plain, few},
    texts::Reading,
};

fn yes() -> bool {
    true
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonForm {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part: Option<Plain<Role>>,
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    texts: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chat: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hours: Option<HoursForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    good_for: Vec<Plain<Need>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    good_for_words: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    agreed: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    touch: Option<Plain<Day>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rhythm_days: Option<u16>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HoursForm {
    from: Plain<Minute>,
    until: Plain<Minute>,
}

impl Written for Person {
    type Form = PersonForm;

    fn form(&self) -> PersonForm {
        PersonForm {
            name: own(&self.name),
            role: own_title(self.role.as_ref()),
            phone: own_title(self.phone.as_ref()),
            part: self.part.map(Plain),
            texts: self.texts,
            chat: self.chat.as_ref().map(|chat| own(chat.address())),
            when: own_title(self.when.as_ref()),
            hours: self.hours.map(|hours| HoursForm { from: Plain(hours.from), until: Plain(hours.until) }),
            good_for: self.good_for.iter().map(Plain).collect(),
            good_for_words: own_title(self.good_for_words.as_ref()),
            agreed: own(&self.agreed),
            touch: self.touch.map(Plain),
            rhythm_days: self.rhythm.map(Rhythm::days),
        }
    }

    fn of(form: PersonForm, reading: &mut Reading) -> Option<Self> {
        let chat = match form.chat.as_deref() {
            None => None,
            Some(address) => {
                reading.fits(address)?;
                Some(Chat::parse(address).ok()?)
            }
        };
        let rhythm = match form.rhythm_days {
            None => None,
            Some(days) => Some(Rhythm::new(days)?),
        };
        Some(Self {
            name: reading.title(&form.name)?,
            role: reading.title_if_any(form.role.as_deref()).ok()?,
            phone: reading.title_if_any(form.phone.as_deref()).ok()?,
            part: form.part.map(|part| part.0),
            texts: form.texts,
            chat,
            when: reading.title_if_any(form.when.as_deref()).ok()?,
            hours: form.hours.map(|hours| Hours { from: hours.from.0, until: hours.until.0 }),
            good_for: form.good_for.iter().fold(Needs::default(), |all, need| all.with(need.0, true)),
            good_for_words: reading.title_if_any(form.good_for_words.as_deref()).ok()?,
            agreed: reading.note(&form.agreed)?,
            touch: form.touch.map(|day| day.0),
            rhythm,
        })
    }
}
