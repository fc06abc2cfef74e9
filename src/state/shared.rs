//! What the record of a day tells, for the sentence of what many people report.

use domain::{
    day::Day,
    goal::Outcome,
    shared::{self, Shared, Topic},
};

use crate::state::AppState;

impl AppState {
    /// One sentence of what many people report at a point like that of `day`, the next with each `step`; tracked.
    pub fn shared_on(self, day: Day, step: usize) -> Option<(Topic, Shared)> {
        let (_, now) = self.check_in_on(day)?;
        let first = self.check_ins.with(|all| all.iter().map(|(_, check_in)| check_in.on).min());
        let left_undone = self
            .more()
            .reports
            .with(|all| all.iter().any(|(_, report)| report.on == day && report.outcome == Outcome::NotThisTime));
        shared::on(&shared::topics(&now, first, left_undone), day, step)
    }
}
