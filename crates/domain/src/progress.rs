//! What the record of some days shows: facts, never a score.

use crate::{check_in::CheckIn, collection::Collection, day::Day, goal::Report, meeting::Attendance, plan::Plan};

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

/// Counts the meetings somebody was at into days that follow one another: each is kept, and together.
pub fn add_meetings(days: &mut [DayView], attendances: &Collection<Attendance>) {
    let Some(from) = days.first().map(|day| day.on) else { return };
    for (_, one) in attendances.iter().filter(|(_, one)| one.presence.is_there()) {
        if let Some(day) = usize::try_from(one.on.since(from)).ok().and_then(|place| days.get_mut(place)) {
            day.kept += 1;
            day.together = true;
        }
    }
}

/// A day while the record is being gone through.
struct Tally {
    view: DayView,
    mood: Mean,
    craving: Mean,
}

/// What the record says of `count` days from `from` on. Goes through the record once, however many days there are.
pub fn days(
    from: Day,
    count: usize,
    check_ins: &Collection<CheckIn>,
    reports: &Collection<Report>,
    plans: &Collection<Plan>,
) -> Vec<DayView> {
    let mut tallies: Vec<Tally> =
        (0..i32::try_from(count).unwrap_or(i32::MAX)).map(|step| Tally::new(from.plus(step))).collect();
    let place = |on: Day| usize::try_from(on.since(from)).ok();
    for (_, check_in) in check_ins.iter() {
        if let Some(tally) = place(check_in.on).and_then(|place| tallies.get_mut(place)) {
            tally.view.checked_in = true;
            tally.view.hard |= check_in.is_hard();
            tally.mood.add(check_in.mood.map(|mood| u32::from(mood.level()) * 25));
            tally.craving.add(check_in.craving.map(|craving| u32::from(craving.level()) * 10));
        }
    }
    for (_, report) in reports.iter().filter(|(_, report)| report.outcome.is_kept()) {
        if let Some(tally) = place(report.on).and_then(|place| tallies.get_mut(place)) {
            tally.view.kept += 1;
        }
    }
    for (_, plan) in plans.iter().filter(|(_, plan)| plan.is_done()) {
        if let Some(tally) = place(plan.on).and_then(|place| tallies.get_mut(place)) {
            tally.view.kept += 1;
            tally.view.together |= plan.together;
        }
    }
    tallies.into_iter().map(Tally::view).collect()
}

impl Tally {
    fn new(on: Day) -> Self {
        let view = DayView { on, checked_in: false, mood: None, craving: None, kept: 0, together: false, hard: false };
        Self { view, mood: Mean::default(), craving: Mean::default() }
    }

    fn view(self) -> DayView {
        DayView { mood: self.mood.rounded(), craving: self.craving.rounded(), ..self.view }
    }
}

/// A mean in the making.
#[derive(Default)]
struct Mean {
    count: u32,
    sum: u32,
}

impl Mean {
    fn add(&mut self, number: Option<u32>) {
        if let Some(number) = number {
            self.count += 1;
            self.sum += number;
        }
    }

    fn rounded(self) -> Option<u8> {
        u8::try_from((self.sum + self.count / 2).checked_div(self.count)?).ok()
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
    let mut mean = Mean::default();
    numbers.for_each(|number| mean.add(Some(number)));
    mean.rounded()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check_in::{Craving, Mood},
        collection::Record,
        day::Minute,
        id::Id,
        meeting::Presence,
        stamp::Stamp,
        text::{Note, Title},
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
        let views = days(on.plus(-1), 3, &check_ins, &Collection::default(), &Collection::default());
        let [before, view, after] = views.try_into().unwrap();
        assert_eq!((view.on, view.mood, view.craving, view.hard, view.kept), (on, Some(50), Some(55), true, 0));
        assert!(!before.checked_in && !after.checked_in);
    }

    #[test]
    fn a_meeting_is_kept_and_together_and_a_missed_one_takes_nothing_away() {
        let on = Day::new(2026, 11, 24).unwrap();
        let mut attendances = Collection::default();
        for (number, presence) in (1..).zip([Presence::Went, Presence::WentOnline, Presence::Missed]) {
            let value = Attendance {
                meeting: None,
                name: Title::parse("Evening group").unwrap(),
                on: on.plus(i32::from(presence == Presence::Missed)),
                at: None,
                presence,
                before: None,
                after: None,
                takeaway: Note::default(),
                met: Note::default(),
            };
            attendances.merge(Id::fixed(number), Record { changed: Stamp::zero(), value: Some(value) });
        }
        let none = (Collection::default(), Collection::default(), Collection::default());
        let mut views = days(on, 2, &none.0, &none.1, &none.2);
        add_meetings(&mut views, &attendances);
        assert_eq!((views[0].kept, views[0].together), (2, true));
        assert_eq!((views[1].kept, views[1].together), (0, false));
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
