//! The review of a week: what the record says of it, what was said, and whether one waits.

use domain::{
    day::{Day, Week},
    draft::{self, REVIEW_SET_ASIDE},
    id::Id,
    review::{self, Numbers, Review},
};

use super::{AppState, id_of_day, minute_now};

impl AppState {
    /// The review of a week, if there is one.
    pub fn review_of(self, week: Week) -> Option<(Id<Review>, Review)> {
        self.more().reviews.with(|all| review::of_week(all, week).map(|(id, review)| (id, review.clone())))
    }

    /// Whether anything was kept in that week or before.
    pub fn has_begun_by(self, week: Week) -> bool {
        let [.., sunday] = week.days();
        self.check_ins.with(|all| all.iter().any(|(_, one)| one.on <= sunday))
            || self.more().goals.with(|all| all.iter().any(|(_, one)| one.since <= sunday))
            || self.more().reports.with(|all| all.iter().any(|(_, one)| one.on <= sunday))
            || self.more().plans.with(|all| all.iter().any(|(_, one)| one.on <= sunday && one.is_done()))
            || self.more().attendances.with(|all| all.iter().any(|(_, one)| one.on <= sunday))
    }

    /// The first day of which there is a check-in or from which on there is a goal; tracked. Meetings and answers may
    /// be told of days long before.
    pub fn began(self) -> Option<Day> {
        let goals = self.more().goals.with(|all| all.iter().map(|(_, one)| one.since).min());
        self.check_ins.with(|all| all.iter().map(|(_, one)| one.on).min()).into_iter().chain(goals).min()
    }

    /// What the person said they would do in a week.
    pub fn said_for(self, week: Week) -> Option<String> {
        self.more().reviews.with(|all| review::said_for(all, week).map(|said| said.to_string()))
    }

    /// What the record says of a week.
    pub fn numbers_of(self, week: Week) -> Numbers {
        self.check_ins.with(|check_ins| {
            self.more().reports.with(|reports| {
                self.more().plans.with(|plans| {
                    self.more()
                        .attendances
                        .with(|attendances| Numbers::of(week, check_ins, reports, plans, attendances))
                })
            })
        })
    }

    /// The week whose review waits: it is spoken of, was not made, was not set aside, and something is there to look at.
    pub fn waiting_review(self) -> Option<Week> {
        let week = review::spoken_of(self.today.get(), minute_now())?;
        let set_aside =
            self.more().drafts.get(REVIEW_SET_ASIDE).is_some_and(|draft| draft.fields == [week.to_string()]);
        let is_made = self.review_of(week).is_some();
        (!set_aside && !is_made && !self.numbers_of(week).is_empty()).then_some(week)
    }

    /// Lets the review of a week be. It is not spoken of again.
    pub fn set_review_aside(self, week: Week) {
        self.keep_draft(REVIEW_SET_ASIDE, &[week.to_string()]);
        self.notices.say_with_undo(crate::words::review::set_aside(), move || self.keep_draft(REVIEW_SET_ASIDE, &[]));
    }

    /// Keeps the review of a week in place of the one there was, and forgets its draft. Says whether it was kept.
    pub fn keep_review(self, week: Week, value: Review) -> bool {
        let id = self.review_of(week).map_or_else(|| id_of_day(value.on), |(id, _)| id);
        let kept = self.keep(self.more().reviews.put(id, Some(value)));
        if kept {
            self.keep_draft(draft::review(week), &[]);
        }
        kept
    }

    /// Removes the review of a week; it can be had back.
    pub fn remove_review(self, week: Week) {
        let Some((id, removed)) = self.review_of(week) else { return };
        if self.keep(self.more().reviews.put(id, None)) {
            self.open_page(crate::route::Route::Reviews);
            self.notices.say_with_undo(crate::words::review::removed(), move || {
                self.keep(self.more().reviews.put(id, Some(removed.clone())));
            });
        }
    }
}
