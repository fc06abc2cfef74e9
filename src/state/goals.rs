//! What a person says became of a goal, and where they move it, the same wherever they say it.

use domain::{
    day::Day,
    goal::{self, Cadence, Goal, Outcome, Pause, Report},
    id::Id,
    text::Note,
};

use super::{AppState, new_id};
use crate::words::{goals, values};

impl AppState {
    /// Answers for one day, or changes the answer. A goal of one time that is done is finished.
    pub fn report(self, id: Id<Goal>, on: Day, outcome: Outcome) {
        let known = self
            .more()
            .reports
            .with(|reports| goal::report_on(reports, id, on).map(|(report, known)| (report, known.clone())));
        let (report, before) = known.map_or_else(|| (new_id(), None), |(report, known)| (report, Some(known)));
        let note = before.as_ref().map_or_else(Note::default, |before| before.note.clone());
        if !self.keep(self.more().reports.put(report, Some(Report { goal: id, on, outcome, note }))) {
            return;
        }
        let once =
            self.more().goals.get_untracked(id).filter(|one| one.cadence == Cadence::Once && outcome == Outcome::Done);
        if once.is_some() {
            self.change_goal(id, move |one| one.finished(on));
        }
        self.notices.say_with_undo(goals::reported(values::outcome(outcome)), move || {
            // Only the answer: a note that was written since stays.
            let answered = before.as_ref().map(|before| before.outcome);
            self.keep(self.more().reports.change(report, move |now| {
                let now = now?;
                match answered {
                    Some(outcome) => Some(Report { outcome, ..now }),
                    None => (!now.note.is_empty()).then_some(now),
                }
            }));
            if let Some(once) = &once {
                self.stand_again(id, once);
            }
        });
    }

    /// Lets a goal rest. Why, and until when, can be told afterwards.
    pub fn pause(self, id: Id<Goal>) {
        let today = self.today.get_untracked();
        self.move_goal(id, goals::now_paused(), move |one| one.paused(None, None, today));
    }

    /// Says why a goal rests, since when, and when it comes back. One that is over already can be taken back.
    pub fn tell_pause(self, id: Id<Goal>, pause: Pause) {
        if pause.is_over(self.today.get_untracked()) {
            self.move_goal(id, goals::pause_kept(), move |one| one.pause_told(pause));
        } else if self.change_goal(id, move |one| one.pause_told(pause)) {
            self.notices.say(goals::pause_kept());
        }
    }

    /// How many days ago the person came back from hospital or custody, if it was lately and a goal rested for it; tracked.
    pub fn back_since(self) -> Option<i32> {
        let today = self.today.get();
        let back = self.more().goals.with(|all| all.iter().filter_map(|(_, one)| one.came_back_lately(today)).max())?;
        Some(today.since(back))
    }

    /// Takes a goal up again that rested, was finished or was let go.
    pub fn take_up(self, id: Id<Goal>) {
        let today = self.today.get_untracked();
        self.move_goal(id, goals::taken_up(), move |one| one.taken_up(today));
    }

    /// Finishes a goal.
    pub fn finish(self, id: Id<Goal>) {
        let today = self.today.get_untracked();
        self.move_goal(id, goals::finished(), move |one| one.finished(today));
    }

    /// Lets a goal go.
    pub fn let_go(self, id: Id<Goal>) {
        let today = self.today.get_untracked();
        self.move_goal(id, goals::now_let_go(), move |one| one.let_go(today));
    }

    /// Ticks or unticks a step.
    pub fn tick_step(self, id: Id<Goal>, place: usize, done: bool) {
        let today = self.today.get_untracked();
        self.change_goal(id, move |mut one| {
            if let Some(step) = one.steps.get_mut(place) {
                step.done = done.then_some(today);
            }
            one
        });
    }

    fn change_goal(self, id: Id<Goal>, change: impl Fn(Goal) -> Goal + 'static) -> bool {
        self.keep(self.more().goals.change(id, move |old| old.map(&change)))
    }

    fn move_goal(self, id: Id<Goal>, said: &'static str, change: impl Fn(Goal) -> Goal + 'static) {
        let Some(before) = self.more().goals.get_untracked(id) else { return };
        if self.change_goal(id, change) {
            self.notices.say_with_undo(said, move || self.stand_again(id, &before));
        }
    }

    /// Puts a goal back where it stood; what else was changed of it stays.
    fn stand_again(self, id: Id<Goal>, before: &Goal) {
        let (status, rests) = (before.status, before.rests.clone());
        self.change_goal(id, move |one| Goal { status, rests: rests.clone(), ..one });
    }
}
