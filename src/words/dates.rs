//! Days, weeks and times in words.

use domain::day::{Day, Minute, Week};

use crate::words::{date, number};

/// "Tuesday, November 24".
pub fn long(day: Day) -> String {
    date::long(weekday(day), &month_day(day))
}

/// "November 24".
pub fn month_day(day: Day) -> String {
    let (_, month, of_month) = day.parts();
    date::month_day(month_name(month), &number(of_month as usize))
}

/// "Nov 24".
pub fn short(day: Day) -> String {
    let (_, month, of_month) = day.parts();
    date::short(pick(date::months_short(), month.saturating_sub(1)), &number(of_month as usize))
}

/// "November 24, 2026".
pub fn full(day: Day) -> String {
    date::full(&month_day(day), &number(usize::try_from(day.parts().0).unwrap_or(0)))
}

/// "Today", "Yesterday", "Tomorrow", or the day in words.
pub fn near(day: Day, today: Day) -> String {
    match day.since(today) {
        0 => date::today().to_owned(),
        1 => date::tomorrow().to_owned(),
        -1 => date::yesterday().to_owned(),
        days if days.abs() < 300 => long(day),
        _ => full(day),
    }
}

/// "November 23 to 29", or with both months.
pub fn week(week: Week) -> String {
    let [first, .., last] = week.days();
    date::range(&month_day(first), &month_day(last))
}

/// A month and a day, with the year where it is not that of `today`.
pub fn month_day_from(day: Day, today: Day) -> String {
    if day.parts().0 == today.parts().0 { month_day(day) } else { full(day) }
}

/// The name of the weekday.
pub fn weekday(day: Day) -> &'static str {
    pick(date::weekdays(), day.weekday().num_days_from_monday())
}

/// Its first letters.
pub fn weekday_short(day: Day) -> &'static str {
    pick(date::weekdays_short(), day.weekday().num_days_from_monday())
}

/// "6:30 pm".
pub fn time(at: Minute) -> String {
    let (hour, minute) = at.parts();
    let shown = format!("{}:{minute:02}", if hour % 12 == 0 { 12 } else { hour % 12 });
    if hour < 12 { date::am(&shown) } else { date::pm(&shown) }
}

/// The month this day lies in: "November 2026".
pub fn month_of(day: Day) -> String {
    let (year, month, _) = day.parts();
    date::month_of(month_name(month), &number(usize::try_from(year).unwrap_or(0)))
}

fn month_name(month: u32) -> &'static str {
    pick(date::months(), month.saturating_sub(1))
}

fn pick(list: &'static str, position: u32) -> &'static str {
    list.split(' ').nth(position as usize).unwrap_or("")
}
