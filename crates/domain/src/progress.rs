//! What the record of some days shows: facts, never a score.

use crate::{
    check_in::CheckIn,
    collection::Collection,
    day::Day,
    goal::Report,
    plan::{self, Plan},
};

/// One day at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayView {
    /// Which day.
    pub on: Day,
    /// Whether there was a check-in.
    pub checked_in: bool,
    /// Mood as tenths of 0 (awful) to 10 (great), averaged over the day.
    pub mood: Option<u8>,
    /// Craving as tenths of 0 to 10, averaged over the day.
    pub craving: Option<u8>,
    /// Goals kept and activities done.
    pub kept: usize,
    /// Whether an activity was done with other people.
    pub together: bool,
    /// Whether a check-in said it was hard.
    pub hard: bool,
}

impl DayView {
    /// What the record says of `on`.
    pub fn of(
        on: Day,
        check_ins: &Collection<CheckIn>,
        reports: &Collection<Report>,
        plans: &Collection<Plan>,
    ) -> Self {
        let here: Vec<&CheckIn> =
            check_ins.iter().map(|(_, check_in)| check_in).filter(|check_in| check_in.on == on).collect();
        let done: Vec<_> = plan::on(plans, on).into_iter().filter(|(_, plan)| plan.is_done()).collect();
        let goals = reports.iter().filter(|(_, report)| report.on == on && report.outcome.is_kept()).count();
        Self {
            on,
            checked_in: !here.is_empty(),
            mood: mean(here.iter().filter_map(|check_in| check_in.mood).map(|mood| u32::from(mood.level()) * 25)),
            craving: mean(
                here.iter().filter_map(|check_in| check_in.craving).map(|craving| u32::from(craving.level()) * 10),
            ),
            kept: goals + done.len(),
            together: done.iter().any(|(_, plan)| plan.together),
            hard: here.iter().any(|check_in| check_in.is_hard()),
        }
    }
}

/// How a line of numbers went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Course {
    Rising,
    Easing,
    Steady,
    /// Too few days to say anything.
    TooEarly,
}

/// Compares the earlier half of the days that have a number with the later half.
///
/// It speaks only from six numbers on and of a difference of one point of ten: fewer or less is chance as often as not.
pub fn course(numbers: impl Iterator<Item = Option<u8>>) -> Course {
    let numbers: Vec<u32> = numbers.flatten().map(u32::from).collect();
    let (earlier, later) = numbers.split_at(numbers.len() / 2);
    let (Some(before), Some(after)) = (mean(earlier.iter().copied()), mean(later.iter().copied())) else {
        return Course::TooEarly;
    };
    match i16::from(after) - i16::from(before) {
        _ if numbers.len() < 6 => Course::TooEarly,
        10.. => Course::Rising,
        ..=-10 => Course::Easing,
        _ => Course::Steady,
    }
}

/// The mean, rounded; `None` of nothing.
pub fn mean(numbers: impl Iterator<Item = u32>) -> Option<u8> {
    let (count, sum) = numbers.fold((0, 0), |(count, sum), number| (count + 1, sum + number));
    u8::try_from((sum + count / 2).checked_div(count)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check_in::{Craving, Mood},
        collection::Record,
        day::Minute,
        id::Id,
        stamp::Stamp,
    };

    #[test]
    fn a_day_with_two_check_ins_shows_their_mean() {
        let on = Day::new(2026, 11, 24).unwrap();
        let mut check_ins = Collection::default();
        for (number, (mood, craving)) in [(Mood::Awful, 9), (Mood::Great, 2)].into_iter().enumerate() {
            let value =
                CheckIn { mood: Some(mood), craving: Craving::new(craving), ..CheckIn::new(on, Minute::from(600)) };
            check_ins
                .merge(Id::fixed(number as u128), Record { changed: Stamp::zero().next(1, 1), value: Some(value) });
        }
        let view = DayView::of(on, &check_ins, &Collection::default(), &Collection::default());
        assert_eq!((view.mood, view.craving, view.hard, view.kept), (Some(50), Some(55), true, 0));
        assert!(!DayView::of(on.plus(1), &check_ins, &Collection::default(), &Collection::default()).checked_in);
    }

    #[test]
    fn a_course_needs_six_days_and_a_clear_difference() {
        let of = |numbers: &[u8]| course(numbers.iter().map(|number| Some(*number)));
        assert_eq!(of(&[0, 0, 100, 100, 100]), Course::TooEarly);
        assert_eq!(of(&[50, 50, 50, 60, 60, 60]), Course::Rising);
        assert_eq!(of(&[60, 60, 60, 50, 50, 50]), Course::Easing);
        assert_eq!(of(&[50, 50, 50, 59, 59, 59]), Course::Steady);
        assert_eq!(course(std::iter::repeat_n(None, 30)), Course::TooEarly);
    }
}
