//! How hobbies, what is written about them, and rewards are spelled in files.

use domain::{
    activity::ActivityNumber,
    day::Day,
    hobby::{Hobby, HobbyEntry, What},
    id::Id,
    money::Money,
    reward::{Act, Reward},
};
use serde::{Deserialize, Serialize};

use super::{Written, own, own_title};
use crate::{
    spelled::{Plain, few},
    texts::Reading,
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HobbyForm {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    activity: Option<ActivityNumber>,
    since: Plain<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next_step: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    resting: bool,
}

impl Written for Hobby {
    type Form = HobbyForm;

    fn form(&self) -> HobbyForm {
        HobbyForm {
            title: own(&self.title),
            activity: self.activity,
            since: Plain(self.since),
            next_step: own_title(self.next_step.as_ref()),
            resting: self.resting,
        }
    }

    fn of(form: HobbyForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            title: reading.title(&form.title)?,
            activity: form.activity,
            since: form.since.0,
            next_step: reading.title_if_any(form.next_step.as_deref()).ok()?,
            resting: form.resting,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HobbyEntryForm {
    hobby: Plain<Id<Hobby>>,
    on: Plain<Day>,
    what: WhatForm,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WhatForm {
    Note(String),
    Milestone(String),
    Met(String),
    Spent(SpentForm),
    Made(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SpentForm {
    amount: Plain<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on_what: Option<String>,
}

impl Written for HobbyEntry {
    type Form = HobbyEntryForm;

    fn form(&self) -> HobbyEntryForm {
        HobbyEntryForm {
            hobby: Plain(self.hobby),
            on: Plain(self.on),
            what: match &self.what {
                What::Note(note) => WhatForm::Note(own(note)),
                What::Milestone(title) => WhatForm::Milestone(own(title)),
                What::Met(title) => WhatForm::Met(own(title)),
                What::Spent { amount, on_what } => {
                    WhatForm::Spent(SpentForm { amount: Plain(*amount), on_what: own_title(on_what.as_ref()) })
                }
                What::Made(title) => WhatForm::Made(own(title)),
            },
        }
    }

    fn of(form: HobbyEntryForm, reading: &mut Reading) -> Option<Self> {
        let what = match form.what {
            WhatForm::Note(note) => What::Note(reading.note(&note)?),
            WhatForm::Milestone(title) => What::Milestone(reading.title(&title)?),
            WhatForm::Met(title) => What::Met(reading.title(&title)?),
            WhatForm::Spent(SpentForm { amount, on_what }) => {
                What::Spent { amount: amount.0, on_what: reading.title_if_any(on_what.as_deref()).ok()? }
            }
            WhatForm::Made(title) => What::Made(reading.title(&title)?),
        };
        Some(Self { hobby: form.hobby.0, on: form.on.0, what })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RewardForm {
    title: String,
    act: Plain<Act>,
    every: u16,
    since: Plain<Day>,
    #[serde(default, skip_serializing_if = "is_none")]
    by_hand: u16,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    taken: Vec<Plain<Day>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
fn is_none(count: &u16) -> bool {
    *count == 0
}

impl Written for Reward {
    type Form = RewardForm;

    fn form(&self) -> RewardForm {
        RewardForm {
            title: own(&self.title),
            act: Plain(self.act),
            every: self.every,
            since: Plain(self.since),
            by_hand: self.by_hand,
            taken: self.taken.iter().copied().map(Plain).collect(),
        }
    }

    fn of(form: RewardForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            title: reading.title(&form.title)?,
            act: form.act.0,
            every: form.every.clamp(*Self::EVERY.start(), *Self::EVERY.end()),
            since: form.since.0,
            by_hand: form.by_hand,
            taken: form.taken.into_iter().take(Self::MOST_TAKEN).map(|day| day.0).collect(),
        })
    }
}
