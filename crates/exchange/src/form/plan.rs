//! How plans and a person's own ideas for them are spelled in files.

use domain::{
    activity::{self, ActivityNumber, Company, Cost, Energy, Place},
    check_in::{Craving, Mood},
    day::{Day, Minute},
    hobby::Hobby,
    id::Id,
    own_activity::OwnActivity,
    plan::{Degree, Done, HeldBack, Plan, State},
};
use serde::{Deserialize, Serialize};

use super::{Written, craving, own, own_title};
use crate::{
    spelled::{Plain, few},
    texts::Reading,
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanForm {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    activity: Option<ActivityNumber>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own: Option<Plain<Id<OwnActivity>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hobby: Option<Plain<Id<Hobby>>>,
    on: Plain<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Plain<Minute>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    together: bool,
    state: StateForm,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    held_back: Option<Plain<HeldBack>>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StateForm {
    Open,
    Done(DoneForm),
    LetGo,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DoneForm {
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    partly: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Plain<Mood>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<Plain<Mood>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    urge_before: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    urge_after: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    enjoyed: Option<Plain<Degree>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mastered: Option<Plain<Degree>>,
}

impl DoneForm {
    fn new(done: Done) -> Self {
        Self {
            partly: done.partly,
            before: done.before.map(Plain),
            after: done.after.map(Plain),
            urge_before: done.urge_before.map(Craving::level),
            urge_after: done.urge_after.map(Craving::level),
            enjoyed: done.enjoyed.map(Plain),
            mastered: done.mastered.map(Plain),
        }
    }

    fn done(self) -> Option<Done> {
        Some(Done {
            partly: self.partly,
            before: self.before.map(|mood| mood.0),
            after: self.after.map(|mood| mood.0),
            urge_before: craving(self.urge_before)?,
            urge_after: craving(self.urge_after)?,
            enjoyed: self.enjoyed.map(|degree| degree.0),
            mastered: self.mastered.map(|degree| degree.0),
        })
    }
}

impl Written for Plan {
    type Form = PlanForm;

    fn form(&self) -> PlanForm {
        PlanForm {
            title: own(&self.title),
            activity: self.activity,
            own: self.own.map(Plain),
            hobby: self.hobby.map(Plain),
            on: Plain(self.on),
            at: self.at.map(Plain),
            together: self.together,
            state: match self.state {
                State::Open => StateForm::Open,
                State::Done(done) => StateForm::Done(DoneForm::new(done)),
                State::LetGo => StateForm::LetGo,
            },
            held_back: self.held_back.map(Plain),
        }
    }

    fn of(form: PlanForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            title: reading.title(&form.title)?,
            activity: form.activity,
            own: form.own.map(|id| id.0),
            hobby: form.hobby.map(|id| id.0),
            on: form.on.0,
            at: form.at.map(|at| at.0),
            together: form.together,
            state: match form.state {
                StateForm::Open => State::Open,
                StateForm::Done(done) => State::Done(done.done()?),
                StateForm::LetGo => State::LetGo,
            },
            held_back: form.held_back.map(|reason| reason.0),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnActivityForm {
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    category: String,
    cost: Plain<Cost>,
    company: Plain<Company>,
    place: Plain<Place>,
    minutes: u16,
    energy: Plain<Energy>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    needs: Vec<Plain<activity::Need>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_step: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    heads_up: Option<String>,
}

impl Written for OwnActivity {
    type Form = OwnActivityForm;

    fn form(&self) -> OwnActivityForm {
        OwnActivityForm {
            title: own(&self.title),
            category: self.category.clone(),
            cost: Plain(self.cost),
            company: Plain(self.company),
            place: Plain(self.place),
            minutes: self.minutes,
            energy: Plain(self.energy),
            needs: self.needs.iter().copied().map(Plain).collect(),
            first_step: own_title(self.first_step.as_ref()),
            heads_up: own_title(self.heads_up.as_ref()),
        }
    }

    fn of(form: OwnActivityForm, reading: &mut Reading) -> Option<Self> {
        reading.fits(&form.category)?;
        let mut needs = Vec::new();
        for Plain(need) in form.needs {
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        Some(Self {
            title: reading.title(&form.title)?,
            category: Some(form.category).filter(|word| Self::is_category(word)).unwrap_or_default(),
            cost: form.cost.0,
            company: form.company.0,
            place: form.place.0,
            minutes: Self::bounded(form.minutes),
            energy: form.energy.0,
            needs,
            first_step: reading.title_if_any(form.first_step.as_deref()).ok()?,
            heads_up: reading.title_if_any(form.heads_up.as_deref()).ok()?,
        })
    }
}
