//! How each kind of record is spelled in JSON: plain words, for people and for other tools.
//!
//! A spelling never changes. A new field has a default, so that older files stay readable.

mod goal;
mod hobby;
mod meeting;
mod person;
mod plan;
mod practice;
mod said;

use domain::{
    check_in::{CheckIn, Craving, Feeling, Feelings, Mood, Sleep},
    day::{Day, Minute},
    draft::Draft,
    money::Money,
    settings::{Backups, Budget, KeepNotes, Locks, Purpose, Settings},
    text::Title,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use storage::kept::Kept;

use crate::{
    spelled::{Plain, few},
    texts::Reading,
};

/// A kind of record with its form in files.
pub(crate) trait Written: Kept {
    type Form: Serialize + DeserializeOwned;
    fn form(&self) -> Self::Form;
    /// The value again; `None` if the form makes no sense.
    fn of(form: Self::Form, reading: &mut Reading) -> Option<Self>;
}

fn own(text: &str) -> String {
    text.to_owned()
}

/// A rating that may be missing; the outer `None` is one that is there and is none.
#[expect(clippy::option_option, reason = "nothing said is a value of its own")]
fn craving(level: Option<u8>) -> Option<Option<Craving>> {
    match level {
        None => Some(None),
        Some(level) => Craving::new(level).map(Some),
    }
}

fn own_title(title: Option<&Title>) -> Option<String> {
    title.map(|title| own(title))
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckInForm {
    on: Plain<Day>,
    at: Plain<Minute>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mood: Option<Plain<Mood>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    craving: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sleep: Option<Plain<Sleep>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    feelings: Vec<Plain<Feeling>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    small_thing: Option<String>,
}

impl Written for CheckIn {
    type Form = CheckInForm;

    fn form(&self) -> CheckInForm {
        CheckInForm {
            on: Plain(self.on),
            at: Plain(self.at),
            mood: self.mood.map(Plain),
            craving: self.craving.map(Craving::level),
            sleep: self.sleep.map(Plain),
            feelings: self.feelings.iter().map(Plain).collect(),
            note: own(&self.note),
            small_thing: own_title(self.small_thing.as_ref()),
        }
    }

    fn of(form: CheckInForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            on: form.on.0,
            at: form.at.0,
            mood: form.mood.map(|mood| mood.0),
            craving: craving(form.craving)?,
            sleep: form.sleep.map(|sleep| sleep.0),
            feelings: form.feelings.iter().fold(Feelings::default(), |all, feeling| all.with(feeling.0, true)),
            note: reading.note(&form.note)?,
            small_thing: reading.title_if_any(form.small_thing.as_deref()).ok()?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingsForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    purposes: Vec<Plain<Purpose>>,
    day_ends: u8,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    welcomed: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keep_notes_days: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    locks: Option<LocksForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    backups: Option<BackupsForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    budget: Option<BudgetForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LocksForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after_minutes: Option<u8>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    when_hidden: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupsForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checked: Option<Plain<Day>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reminded: Option<Plain<Day>>,
    remind: bool,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BudgetForm {
    each_week: Plain<Money>,
    from: Plain<Day>,
    before: Plain<Money>,
}

impl Written for Settings {
    type Form = SettingsForm;

    fn form(&self) -> SettingsForm {
        SettingsForm {
            name: own_title(self.name.as_ref()),
            purposes: self.purposes.iter().copied().map(Plain).collect(),
            day_ends: self.day_ends,
            welcomed: self.welcomed,
            keep_notes_days: self.keep_notes.days(),
            // What nobody chose is left out.
            locks: (self.locks != Locks::default())
                .then_some(LocksForm { after_minutes: self.locks.after, when_hidden: self.locks.when_hidden }),
            backups: (self.backups != Backups::default()).then(|| BackupsForm {
                checked: self.backups.checked.map(Plain),
                reminded: self.backups.reminded.map(Plain),
                remind: self.backups.remind,
            }),
            budget: self.budget.map(|Budget { each_week, from, before }| BudgetForm {
                each_week: Plain(each_week),
                from: Plain(from),
                before: Plain(before),
            }),
        }
    }

    fn of(form: SettingsForm, reading: &mut Reading) -> Option<Self> {
        (form.day_ends <= 6).then_some(())?;
        Some(Self {
            name: reading.title_if_any(form.name.as_deref()).ok()?,
            purposes: form.purposes.iter().map(|purpose| purpose.0).collect(),
            day_ends: form.day_ends,
            welcomed: form.welcomed,
            keep_notes: KeepNotes::ALL.into_iter().find(|keep| keep.days() == form.keep_notes_days)?,
            locks: form.locks.map_or_else(Locks::default, |locks| Locks {
                after: locks.after_minutes,
                when_hidden: locks.when_hidden,
            }),
            backups: form.backups.map_or_else(Backups::default, |backups| Backups {
                checked: backups.checked.map(|day| day.0),
                reminded: backups.reminded.map(|day| day.0),
                remind: backups.remind,
            }),
            budget: form.budget.map(|BudgetForm { each_week, from, before }| Budget {
                each_week: each_week.0,
                from: from.0,
                before: before.0,
            }),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftForm {
    #[serde(deserialize_with = "few")]
    fields: Vec<String>,
}

impl Written for Draft {
    type Form = DraftForm;

    fn form(&self) -> DraftForm {
        DraftForm { fields: self.fields.clone() }
    }

    fn of(form: DraftForm, reading: &mut Reading) -> Option<Self> {
        form.fields.iter().try_for_each(|field| reading.fits(field))?;
        Some(Self { fields: form.fields })
    }
}
