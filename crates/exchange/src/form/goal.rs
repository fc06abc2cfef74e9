//! How goals and the answers about them are spelled in files.

use domain::{
    day::Day,
    goal::{Cadence, Former, Goal, Hurdle, Outcome, Pause, Reason, Report, Rest, Status, Step, Value},
    id::Id,
};
use serde::{Deserialize, Serialize};

use super::{Written, own};
use crate::{
    spelled::{Plain, few},
    texts::Reading,
};

/// How many times a goal may have changed how often it asks, or have rested.
const MOST_CHANGES: usize = 1_000;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoalForm {
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    values: Vec<Plain<Value>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    steps: Vec<StepForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    plans: Vec<HurdleForm>,
    cadence: CadenceForm,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Plain<Day>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    earlier: Vec<FormerForm>,
    since: Plain<Day>,
    status: StatusForm,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pause: Option<PauseForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    rests: Vec<RestForm>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    shows_runs: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepForm {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<Plain<Day>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done: Option<Plain<Day>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HurdleForm {
    #[serde(rename = "if")]
    when: String,
    then: String,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CadenceForm {
    Once,
    Daily,
    Weekdays,
    Weekly(u8),
    EveryWeeks(u8),
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormerForm {
    cadence: CadenceForm,
    last: Plain<Day>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StatusForm {
    Active,
    Paused(Plain<Day>),
    Finished(Plain<Day>),
    LetGo(Plain<Day>),
}

/// What is known of a pause beside its first day.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PauseForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Plain<Reason>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    back: Option<Plain<Day>>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RestForm {
    since: Plain<Day>,
    back: Plain<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Plain<Reason>>,
}

impl CadenceForm {
    fn form(cadence: Cadence) -> Self {
        match cadence {
            Cadence::Once => Self::Once,
            Cadence::Daily => Self::Daily,
            Cadence::Weekdays => Self::Weekdays,
            Cadence::Weekly(times) => Self::Weekly(times),
            Cadence::EveryWeeks(weeks) => Self::EveryWeeks(weeks),
        }
    }

    fn cadence(self) -> Option<Cadence> {
        let cadence = match self {
            Self::Once => Cadence::Once,
            Self::Daily => Cadence::Daily,
            Self::Weekdays => Cadence::Weekdays,
            Self::Weekly(times) => Cadence::Weekly(times),
            Self::EveryWeeks(weeks) => Cadence::EveryWeeks(weeks),
        };
        cadence.is_bounded().then_some(cadence)
    }
}

impl Written for Goal {
    type Form = GoalForm;

    fn form(&self) -> GoalForm {
        let step =
            |step: &Step| StepForm { title: own(&step.title), by: step.by.map(Plain), done: step.done.map(Plain) };
        let plan = |hurdle: &Hurdle| HurdleForm { when: own(&hurdle.when), then: own(&hurdle.then) };
        let earlier =
            |earlier: &Former| FormerForm { cadence: CadenceForm::form(earlier.cadence), last: Plain(earlier.last) };
        let rest =
            |rest: &Rest| RestForm { since: Plain(rest.since), back: Plain(rest.back), reason: rest.reason.map(Plain) };
        GoalForm {
            title: own(&self.title),
            why: own(&self.why),
            values: self.values.iter().copied().map(Plain).collect(),
            steps: self.steps.iter().map(step).collect(),
            plans: self.hurdles.iter().map(plan).collect(),
            cadence: CadenceForm::form(self.cadence),
            until: self.until.map(Plain),
            earlier: self.earlier.iter().map(earlier).collect(),
            since: Plain(self.since),
            status: match self.status {
                Status::Active => StatusForm::Active,
                Status::Paused(pause) => StatusForm::Paused(Plain(pause.since)),
                Status::Finished(day) => StatusForm::Finished(Plain(day)),
                Status::LetGo(day) => StatusForm::LetGo(Plain(day)),
            },
            pause: match self.status {
                Status::Paused(Pause { reason: None, back: None, .. }) => None,
                Status::Paused(pause) => {
                    Some(PauseForm { reason: pause.reason.map(Plain), back: pause.back.map(Plain) })
                }
                _ => None,
            },
            rests: self.rests.iter().map(rest).collect(),
            shows_runs: self.shows_runs,
        }
    }

    fn of(form: GoalForm, reading: &mut Reading) -> Option<Self> {
        if form.earlier.len().max(form.rests.len()) > MOST_CHANGES {
            return None;
        }
        let mut steps = Vec::new();
        for step in form.steps {
            let title = reading.title(&step.title)?;
            steps.push(Step { title, by: step.by.map(|day| day.0), done: step.done.map(|day| day.0) });
        }
        let mut hurdles = Vec::new();
        for plan in form.plans {
            hurdles.push(Hurdle { when: reading.title(&plan.when)?, then: reading.title(&plan.then)? });
        }
        let mut earlier = Vec::new();
        for one in form.earlier {
            earlier.push(Former { cadence: one.cadence.cadence()?, last: one.last.0 });
        }
        let (reason, back) = form.pause.map_or((None, None), |pause| (pause.reason, pause.back));
        Some(Self {
            title: reading.title(&form.title)?,
            why: reading.note(&form.why)?,
            values: form.values.iter().map(|value| value.0).collect(),
            steps,
            hurdles,
            cadence: form.cadence.cadence()?,
            until: form.until.map(|day| day.0),
            earlier,
            since: form.since.0,
            status: match form.status {
                StatusForm::Active => Status::Active,
                StatusForm::Paused(day) => Status::Paused(Pause {
                    since: day.0,
                    reason: reason.map(|reason| reason.0),
                    back: back.map(|day| day.0),
                }),
                StatusForm::Finished(day) => Status::Finished(day.0),
                StatusForm::LetGo(day) => Status::LetGo(day.0),
            },
            rests: form
                .rests
                .iter()
                .map(|rest| Rest { since: rest.since.0, back: rest.back.0, reason: rest.reason.map(|one| one.0) })
                .collect(),
            shows_runs: form.shows_runs,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReportForm {
    goal: Plain<Id<Goal>>,
    on: Plain<Day>,
    outcome: Plain<Outcome>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

impl Written for Report {
    type Form = ReportForm;

    fn form(&self) -> ReportForm {
        let (goal, on, outcome) = (Plain(self.goal), Plain(self.on), Plain(self.outcome));
        ReportForm { goal, on, outcome, note: own(&self.note) }
    }

    fn of(form: ReportForm, reading: &mut Reading) -> Option<Self> {
        let note = reading.note(&form.note)?;
        Some(Self { goal: form.goal.0, on: form.on.0, outcome: form.outcome.0, note })
    }
}
