//! A progress card in words.

use domain::card::{Card, Line};

use crate::words::{card, dates, number};

/// What one line says.
pub fn line(of: &Card, line: &Line) -> String {
    let small = |count: u16| number(usize::from(count));
    match line {
        Line::Meetings { count, days } => card::line_meetings(usize::from(*count), &small(*days)),
        Line::Target { count, of, days } => card::line_target(&small(*count), &small(*of), &small(*days)),
        Line::Goal { title, kept, of, days } => card::line_goal(title, &small(*kept), &small(*of), &small(*days)),
        Line::Goals { kept, of, days } => card::line_goals(&small(*kept), &small(*of), &small(*days)),
        Line::CheckIns { count, days } => card::line_check_ins(usize::from(*count), &small(*days)),
        Line::Activities { count, days } => card::line_activities(usize::from(*count), &small(*days)),
        Line::Reviews { count, days } => card::line_reviews(usize::from(*count), &small(*days)),
        Line::Since { day, what } => {
            let days = usize::try_from(of.days_since(*day)).unwrap_or(0);
            match what {
                Some(what) => card::line_since_what(days, what, &dates::full(*day)),
                None => card::line_since(days, &dates::full(*day)),
            }
        }
        Line::Words(words) => words.to_string(),
    }
}

/// The whole card as text, for a message.
pub fn text(of: &Card) -> String {
    let mut all = vec![heading(of)];
    all.extend(of.lines.iter().map(|one| line(of, one)));
    all.push(card::self_reported().to_owned());
    all.join("\n")
}

/// The first line: whose it is, if that is on it, and the day.
pub fn heading(of: &Card) -> String {
    let day = dates::full(of.made);
    match &of.name {
        Some(name) => format!("{} · {day}", card::from_name(name)),
        None => day,
    }
}
