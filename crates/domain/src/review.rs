//! A week looked at: what was said, what was done, what got in the way, what changes.

use serde::{Deserialize, Serialize};

use crate::{
    check_in::CheckIn,
    collection::Collection,
    day::{Day, Minute, Week},
    goal::{Outcome, Report},
    id::Id,
    meeting::Attendance,
    plan::Plan,
    text::Note,
};

/// The review of one week. The numbers of the week come from the record; this is what the person adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The Monday of the week it looks at.
    pub on: Day,
    /// What went well.
    pub well: Note,
    /// What got in the way.
    pub way: Note,
    /// What the person changes.
    pub change: Note,
    /// What they say they will do next week.
    pub next: Note,
}

/// What the record says of a week: counts, never a score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Days with a check-in.
    pub checked_in: usize,
    /// Days with a check-in that said it was hard.
    pub hard: usize,
    /// Answers that a goal was done.
    pub done: usize,
    /// Answers that it was done in part.
    pub partly: usize,
    /// Answers that excused a day.
    pub excused: usize,
    /// Activities done.
    pub activities: usize,
    /// Meetings attended.
    pub meetings: usize,
}

impl Numbers {
    /// What the record says of `week`.
    pub fn of(
        week: Week,
        check_ins: &Collection<CheckIn>,
        reports: &Collection<Report>,
        plans: &Collection<Plan>,
        attendances: &Collection<Attendance>,
    ) -> Self {
        let days = |wanted: fn(&CheckIn) -> bool| {
            let is_on = |day: &Day| check_ins.iter().any(|(_, one)| one.on == *day && wanted(one));
            week.days().iter().filter(|day| is_on(day)).count()
        };
        let told = |outcome| reports.iter().filter(|(_, one)| week.has(one.on) && one.outcome == outcome).count();
        Self {
            checked_in: days(|_| true),
            hard: days(CheckIn::is_hard),
            done: told(Outcome::Done),
            partly: told(Outcome::Partly),
            excused: told(Outcome::Excused),
            activities: plans.iter().filter(|(_, plan)| week.has(plan.on) && plan.is_done()).count(),
            meetings: attendances.iter().filter(|(_, one)| week.has(one.on) && one.presence.is_there()).count(),
        }
    }

    /// Whether nothing was kept in that week.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The review of `week`. If two were made at once, the later one.
pub fn of_week(reviews: &Collection<Review>, week: Week) -> Option<(Id<Review>, &Review)> {
    reviews.iter().rev().find(|(_, review)| week.has(review.on))
}

/// What the person said they would do in `week`, in the review of the week before.
pub fn said_for(reviews: &Collection<Review>, week: Week) -> Option<&Note> {
    of_week(reviews, week.plus(-1)).map(|(_, review)| &review.next).filter(|said| !said.is_empty())
}

/// The week to look back at: on a Sunday this one, else the last one that is over.
pub fn to_look_at(today: Day) -> Week {
    let week = today.week();
    let [.., sunday] = week.days();
    if today == sunday { week } else { week.plus(-1) }
}

/// The week whose review is spoken of: from Sunday at five in the afternoon up to Wednesday.
pub fn spoken_of(today: Day, now: Minute) -> Option<Week> {
    let days_in = today.weekday().num_days_from_monday();
    (days_in < 3 || (days_in == 6 && now.parts().0 >= 17)).then(|| to_look_at(today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{collection::Record, stamp::Stamp};

    fn day(number: u32) -> Day {
        Day::new(2026, 11, number).unwrap()
    }

    fn review(on: Day, next: &str) -> Review {
        let none = Note::default;
        Review { on, well: none(), way: none(), change: none(), next: Note::parse(next).unwrap() }
    }

    #[test]
    fn a_review_is_spoken_of_from_sunday_evening_to_wednesday_and_no_longer() {
        let (this, last) = (day(29).week(), day(22).week());
        let at = |hour: u16| Minute::from(hour * 60);
        assert_eq!(spoken_of(day(29), at(16)), None, "Sunday, before the evening");
        assert_eq!(spoken_of(day(29), at(17)), Some(this));
        assert_eq!(spoken_of(day(23), at(0)), Some(last), "Monday");
        assert_eq!(spoken_of(day(25), at(23)), Some(last), "Wednesday");
        assert_eq!(spoken_of(day(26), at(9)), None);
        assert_eq!((to_look_at(day(29)), to_look_at(day(28))), (this, last));
    }

    #[test]
    fn what_was_said_is_seen_in_the_week_it_was_said_for() {
        let mut all = Collection::default();
        for (number, value) in [review(day(16), "Walk"), review(day(23), "")].into_iter().enumerate() {
            all.merge(Id::fixed(number as u128), Record { changed: Stamp::zero().next(1, 1), value: Some(value) });
        }
        assert_eq!(said_for(&all, day(25).week()).map(|said| said.to_string()), Some("Walk".into()));
        assert_eq!(said_for(&all, day(30).week()), None, "nothing was said");
        assert_eq!(said_for(&all, day(18).week()), None, "nothing was looked at");
        assert!(of_week(&all, day(29).week()).is_some());
    }

    #[test]
    fn numbers_are_of_their_week_alone() {
        let mut check_ins = Collection::default();
        for (number, on) in [day(22), day(23), day(23), day(29), day(30)].into_iter().enumerate() {
            let value = Some(CheckIn::new(on, Minute::from(600)));
            check_ins.merge(Id::fixed(number as u128), Record { changed: Stamp::zero().next(1, 1), value });
        }
        let none = Collection::default;
        let numbers = Numbers::of(day(25).week(), &check_ins, &Collection::default(), &Collection::default(), &none());
        assert_eq!(numbers, Numbers { checked_in: 2, ..Numbers::default() });
        assert!(!numbers.is_empty());
    }
}
