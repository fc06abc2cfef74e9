//! What a person says became of a goal, the same wherever they say it.

use domain::{
    day::Day,
    goal::{self, Cadence, Goal, Outcome, Report, Status},
    id::Id,
    text::Note,
};

use super::{AppState, new_id};
use crate::words::{goals, values};

impl AppState {
    /// Answers for one day, or changes the answer. A goal of one time that is done is finished.
    pub fn report(self, id: Id<Goal>, on: Day, outcome: Outcome) {
        let known = self
            .reports
            .with(|reports| goal::report_on(reports, id, on).map(|(report, known)| (report, known.clone())));
        let (report, before) = known.map_or_else(|| (new_id(), None), |(report, known)| (report, Some(known)));
        let note = before.as_ref().map_or_else(Note::default, |before| before.note.clone());
        if !self.keep(self.reports.put(report, Some(Report { goal: id, on, outcome, note }))) {
            return;
        }
        let once = self.goals.get_untracked(id).filter(|one| one.cadence == Cadence::Once && outcome == Outcome::Done);
        if once.is_some() {
            self.set_status(id, Status::Finished(on));
        }
        self.notices.say_with_undo(goals::reported(values::outcome(outcome)), move || {
            self.keep(self.reports.put(report, before.clone()));
            if once.is_some() {
                self.set_status(id, Status::Active);
            }
        });
    }

    /// Moves a goal to another standing.
    pub fn set_status(self, id: Id<Goal>, status: Status) -> bool {
        self.keep(self.goals.change(id, move |old| old.map(|one| Goal { status, ..one })))
    }
}
