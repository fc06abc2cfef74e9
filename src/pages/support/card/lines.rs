//! Which lines a card may have: what the record says of some days, as plain counts. A count of nothing is not offered.

use domain::{
    card::{Card, Line},
    goal::{Goal, Report, kept_of_asked},
    id::Id,
};

use crate::state::AppState;

/// One line that may be ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// The person's name.
    Name,
    /// Meetings they went to.
    Meetings,
    /// The same against what they set out to do.
    Target,
    /// All goals together, not named.
    Goals,
    /// One goal by its name.
    Goal(Id<Goal>),
    /// Days with a check-in.
    CheckIns,
    /// Activities done.
    Activities,
    /// Weeks looked back at.
    Reviews,
    /// Time since a day.
    Since,
    /// Their own words.
    Words,
}

/// No count on a card is larger.
fn small(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The lines that the last `days` days give; tracked.
pub fn offered(state: AppState, days: u16) -> Vec<(Item, Line)> {
    let today = state.today.get();
    let first = today.plus(1 - i32::from(days));
    let lies_in = move |day: domain::day::Day| first <= day && day <= today;
    let mut all = Vec::new();
    let meetings = state
        .more()
        .attendances
        .with(|all| all.iter().filter(|(_, one)| one.presence.is_there() && lies_in(one.on)).count());
    all.push((meetings, Item::Meetings, Line::Meetings { count: small(meetings), days }));
    let target = state.more().targets.with(|all| all.iter().next_back().map(|(_, one)| *one));
    if let Some(target) = target.filter(|target| target.from <= today) {
        let last = target.from.plus(i32::from(target.days) - 1).min(today);
        let count = state.more().attendances.with(|all| {
            all.iter().filter(|(_, one)| one.presence.is_there() && target.from <= one.on && one.on <= last).count()
        });
        let line = Line::Target { count: small(count), of: target.meetings, days: target.days };
        all.push((count, Item::Target, line));
    }
    let reports: Vec<Report> = state
        .more()
        .reports
        .with(|all| all.iter().map(|(_, report)| report).filter(|report| lies_in(report.on)).cloned().collect());
    let (kept, of) = kept_of_asked(&reports);
    all.push((kept, Item::Goals, Line::Goals { kept: small(kept), of: small(of), days }));
    state.more().goals.with(|goals| {
        all.extend(goals.iter().map(|(id, goal)| {
            let (kept, of) = kept_of_asked(reports.iter().filter(|one| one.goal == id));
            let title = goal.title.clone();
            (kept, Item::Goal(id), Line::Goal { title, kept: small(kept), of: small(of), days })
        }));
    });
    let views = state.days(first, usize::from(days));
    let checked_in = views.iter().filter(|day| day.checked_in).count();
    let counted = Card::days_counted(days, today, state.began());
    all.push((checked_in, Item::CheckIns, Line::CheckIns { count: small(checked_in), days: counted }));
    let done = state.more().plans.with(|all| all.iter().filter(|(_, plan)| plan.is_done() && lies_in(plan.on)).count());
    all.push((done, Item::Activities, Line::Activities { count: small(done), days }));
    let reviews = state.more().reviews.with(|all| all.iter().filter(|(_, one)| lies_in(one.on)).count());
    all.push((reviews, Item::Reviews, Line::Reviews { count: small(reviews), days }));
    all.into_iter().filter(|(count, _, _)| *count > 0).map(|(_, item, line)| (item, line)).collect()
}
