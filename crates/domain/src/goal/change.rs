//! How a goal changes: days before the change count as they did.

use super::{Cadence, Former, Goal, Pause, Reason, Rest, Status};
use crate::day::Day;

impl Goal {
    /// The same with another cadence and another last day from `today` on.
    #[must_use]
    pub fn asking(mut self, cadence: Cadence, until: Option<Day>, today: Day) -> Self {
        let cadence = cadence.bounded();
        if cadence != self.cadence {
            let (_, first) = self.cadence_on(today);
            if first < today {
                self.earlier.push(Former { cadence: self.cadence, last: today.plus(-1) });
            }
            self.cadence = cadence;
        }
        if until != self.until {
            if let Some(last) = self.until.filter(|last| *last < today) {
                self.rests.push(Rest { since: last.plus(1), back: today, reason: None });
            }
            self.until = until;
        }
        self
    }

    /// The same at rest from `today` on.
    #[must_use]
    pub fn paused(mut self, reason: Option<Reason>, back: Option<Day>, today: Day) -> Self {
        self.remember_rest(today);
        self.status = Status::Paused(Pause { since: today, reason, back });
        self
    }

    /// The same with what its pause is for, when it began and when it ends; both may lie in the past, for who was away
    /// could not write it down.
    #[must_use]
    pub fn pause_told(mut self, told: Pause) -> Self {
        if let Status::Paused(pause) = &mut self.status {
            *pause = told;
        }
        self
    }

    /// The same at work again from `today` on, whatever it was before.
    #[must_use]
    pub fn taken_up(mut self, today: Day) -> Self {
        self.remember_rest(today);
        self.status = Status::Active;
        self
    }

    /// The same reached on `today`.
    #[must_use]
    pub fn finished(mut self, today: Day) -> Self {
        self.remember_rest(today);
        self.status = Status::Finished(today);
        self
    }

    /// The same let go on `today`.
    #[must_use]
    pub fn let_go(mut self, today: Day) -> Self {
        self.remember_rest(today);
        self.status = Status::LetGo(today);
        self
    }

    /// Keeps the days before `today` on which it asked nothing, before where it stands changes.
    fn remember_rest(&mut self, today: Day) {
        let (since, back, reason) = match self.status {
            Status::Active => return,
            Status::Paused(pause) => (pause.since, pause.back.map_or(today, |back| back.min(today)), pause.reason),
            Status::Finished(on) | Status::LetGo(on) => (on, today, None),
        };
        // Even a rest of hours is remembered if the body forgets on it.
        if since < back || reason.is_some_and(Reason::lowers_tolerance) {
            self.rests.push(Rest { since, back, reason });
        }
    }
}
