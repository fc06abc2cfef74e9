//! What stands in the form of a goal, as texts: from a goal, from a draft, from an idea.

use domain::{
    draft::{CHANGED_GOAL, NEW_GOAL, NEW_GOAL_1},
    goal::{Cadence, Goal, Template, Value},
    id::Id,
};

use crate::{
    state::{AppState, drafts::Slot},
    words::starts,
};

/// A cadence as the form offers it: its number is asked apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Often {
    Once,
    Daily,
    Weekdays,
    Weekly,
    EveryWeeks,
}

impl Often {
    /// In the order they are offered.
    pub const ALL: [Self; 5] = [Self::Once, Self::Daily, Self::Weekdays, Self::Weekly, Self::EveryWeeks];
}

/// What stands in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    pub why: String,
    pub values: Vec<Value>,
    /// Each with its day.
    pub steps: Vec<(String, String)>,
    /// If and then.
    pub plans: Vec<(String, String)>,
    pub often: Often,
    pub times: u8,
    pub weeks: String,
    pub until: String,
    pub shows_runs: bool,
}

impl Entry {
    /// A form in which nothing was said yet.
    pub fn blank() -> Self {
        Self {
            title: String::new(),
            why: String::new(),
            values: Vec::new(),
            steps: Vec::new(),
            plans: Vec::new(),
            often: Often::Daily,
            times: 3,
            weeks: "2".to_owned(),
            until: String::new(),
            shows_runs: false,
        }
    }

    /// The same with a cadence.
    fn asking(self, cadence: Cadence) -> Self {
        match cadence {
            Cadence::Once => Self { often: Often::Once, ..self },
            Cadence::Daily => Self { often: Often::Daily, ..self },
            Cadence::Weekdays => Self { often: Often::Weekdays, ..self },
            Cadence::Weekly(times) => Self { often: Often::Weekly, times, ..self },
            Cadence::EveryWeeks(weeks) => Self { often: Often::EveryWeeks, weeks: weeks.to_string(), ..self },
        }
    }

    /// What a goal says.
    pub fn of(goal: &Goal) -> Self {
        let day = |day: Option<domain::day::Day>| day.map_or_else(String::new, |day| day.to_string());
        Self {
            title: goal.title.to_string(),
            why: goal.why.to_string(),
            values: goal.values.clone(),
            steps: goal.steps.iter().map(|step| (step.title.to_string(), day(step.by))).collect(),
            plans: goal.hurdles.iter().map(|plan| (plan.when.to_string(), plan.then.to_string())).collect(),
            until: day(goal.until),
            shows_runs: goal.shows_runs,
            ..Self::blank()
        }
        .asking(goal.cadence)
    }

    /// What a goal to begin with puts into the form; why it matters stays the person's.
    pub fn with_idea(&self, template: Template) -> Self {
        let idea = starts::of(template);
        let own = |text: &str| text.to_owned();
        Self {
            title: own(idea.title),
            why: self.why.clone(),
            values: template.values().to_vec(),
            steps: idea.steps.iter().map(|step| (own(step), String::new())).collect(),
            plans: idea.plan.iter().map(|(when, then)| (own(when), own(then))).collect(),
            ..Self::blank()
        }
        .asking(template.cadence())
    }

    /// What was left in the form of this goal, or of a new one.
    pub fn left(state: AppState, id: Option<Id<Goal>>) -> Option<Self> {
        state.left(&slot(id)).map(|fields| Self::read(&fields)).or_else(|| {
            let old = state.more().drafts.get_untracked(NEW_GOAL_1).filter(|_| id.is_none())?;
            let mut old = old.fields.into_iter();
            let (title, why) = (old.next().unwrap_or_default(), old.next().unwrap_or_default());
            Some(Self { title, why, steps: old.map(|step| (step, String::new())).collect(), ..Self::blank() })
        })
    }

    /// Whether something else was left in the form of this goal than it says.
    pub fn is_begun(state: AppState, id: Id<Goal>) -> bool {
        state.is_begun(&slot(Some(id)), &Self::known(state, id))
    }

    /// Keeps what stands in the form of this goal, or of a new one.
    pub fn leave(&self, state: AppState, id: Option<Id<Goal>>) {
        state.keep_left(&slot(id), &self.fields(id));
    }

    /// Forgets what was left in the form.
    pub fn forget(state: AppState, id: Option<Id<Goal>>) {
        if id.is_none() {
            state.keep_draft(NEW_GOAL_1, &[]);
        }
        state.forget_left(&slot(id));
    }

    /// Takes away what was left in the form of this goal. The answer brings it back.
    pub fn take_left(state: AppState, id: Id<Goal>) -> impl Fn() + 'static {
        state.take_left(&slot(Some(id)))
    }

    /// Drops what was left in the form of this goal and offers it back.
    pub fn drop_left(state: AppState, id: Id<Goal>, on_back: impl Fn() + 'static) {
        state.drop_left(&slot(Some(id)), (state.more().goals, id), &Self::known(state, id), on_back);
    }

    /// What the form of this goal says before anything is changed.
    fn known(state: AppState, id: Id<Goal>) -> Vec<String> {
        let goal = state.more().goals.get_untracked(id);
        goal.map(|goal| Self::of(&goal).fields(Some(id))).unwrap_or_default()
    }

    fn is_blank(&self) -> bool {
        let pairs = self.steps.iter().chain(&self.plans);
        let texts = pairs.flat_map(|(one, other)| [one, other]).chain([&self.title, &self.why, &self.until]);
        self.values.is_empty() && texts.into_iter().all(|text| text.trim().is_empty())
    }

    /// Nine fields, then the pairs, each with a letter that says what it is.
    fn fields(&self, id: Option<Id<Goal>>) -> Vec<String> {
        if self.is_blank() {
            return Vec::new();
        }
        let place = |value: &Value| Value::ALL.iter().position(|one| one == value).unwrap_or(0).to_string();
        let often = Often::ALL.iter().position(|one| *one == self.often).unwrap_or(1);
        let mut fields = vec![
            id.map_or_else(String::new, |id| id.to_string()),
            self.title.clone(),
            self.why.clone(),
            self.values.iter().map(place).collect::<Vec<_>>().join(" "),
            often.to_string(),
            self.times.to_string(),
            self.weeks.clone(),
            self.until.clone(),
            if self.shows_runs { "1".to_owned() } else { String::new() },
        ];
        for (letter, pairs) in [("s", &self.steps), ("p", &self.plans)] {
            fields.extend(pairs.iter().flat_map(|(one, other)| [format!("{letter}{one}"), other.clone()]));
        }
        fields
    }

    fn read(fields: &[String]) -> Self {
        let text = |place: usize| fields.get(place).cloned().unwrap_or_default();
        let (mut steps, mut plans) = (Vec::new(), Vec::new());
        for pair in fields.get(9..).unwrap_or_default().chunks(2) {
            let [one, other] = pair else { continue };
            match (one.strip_prefix('s'), one.strip_prefix('p')) {
                (Some(step), _) => steps.push((step.to_owned(), other.clone())),
                (_, Some(plan)) => plans.push((plan.to_owned(), other.clone())),
                _ => {}
            }
        }
        let value = |place: &str| Value::ALL.get(place.parse::<usize>().ok()?).copied();
        Self {
            title: text(1),
            why: text(2),
            values: text(3).split(' ').filter_map(value).collect(),
            steps,
            plans,
            often: text(4).parse().ok().and_then(|place: usize| Often::ALL.get(place).copied()).unwrap_or(Often::Daily),
            times: text(5).parse().ok().filter(|times| Cadence::TIMES.contains(times)).unwrap_or(3),
            weeks: text(6),
            until: text(7),
            shows_runs: text(8) == "1",
        }
    }
}

/// Where what stands in the form is left.
fn slot(id: Option<Id<Goal>>) -> Slot {
    id.map_or_else(|| Slot::at(NEW_GOAL), |id| Slot::of(id).once_at(CHANGED_GOAL, &id))
}
