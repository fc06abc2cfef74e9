//! Files for other calendars: iCalendar after RFC 5545, in which nothing says what the entries are about.
//!
//! What a person typed is the only text; every word comes from the caller.

mod clocks;
mod lines;

use domain::{
    appointment::Appointment,
    day::{Day, Minute, Moment},
    id::Id,
    recurrence::{Nth, Recurrence, Rule},
    zone,
};

use lines::Lines;

/// Names the kind of program, as each file must, and no more.
const MADE_BY: &str = "-//Calendar//Calendar//EN";
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The file with these entries, made at `now`. One without entries is no file that a calendar takes.
pub fn write(appointments: &[Appointment], now: Moment) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN:VCALENDAR");
    lines.put("VERSION:2.0");
    lines.put(&format!("PRODID:{MADE_BY}"));
    lines.put("METHOD:PUBLISH");
    clocks::write(&mut lines, appointments);
    let stamp = Moment { offset: 0, ..now };
    let seconds = now.millis.div_euclid(1000).rem_euclid(60);
    let stamp = format!("{}T{}{seconds:02}Z", date(stamp.day(0)), time(stamp.minute()));
    for appointment in appointments {
        event(&mut lines, appointment, &stamp);
    }
    lines.put("END:VCALENDAR");
    lines.text()
}

fn event(lines: &mut Lines, appointment: &Appointment, stamp: &str) {
    let Appointment { uid, edition, title, description, location, link, when, at, .. } = appointment;
    // The first day counts as one on which it happens, so it must be one.
    let first = when.next(when.from);
    let is_over = appointment.cancelled || first.is_none();
    lines.put("BEGIN:VEVENT");
    lines.put(&format!("UID:{}", Id::<Appointment>::fixed(*uid)));
    lines.put(&format!("DTSTAMP:{stamp}"));
    lines.put(&format!("SEQUENCE:{edition}"));
    lines.put(if is_over { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    // Those with whom a calendar is shared see that time is taken and not for what.
    lines.put("CLASS:PRIVATE");
    let start = first.unwrap_or(when.from);
    lines.put(&moment("DTSTART", start, appointment));
    if at.is_some() {
        lines.put(&format!("DURATION:{}", duration(appointment.minutes)));
    }
    if first.is_some()
        && let Some(rule) = rule(appointment)
    {
        lines.put(&format!("RRULE:{rule}"));
        for day in left_out(when, start) {
            lines.put(&moment("EXDATE", day, appointment));
        }
    }
    lines.put_text("SUMMARY", title);
    if !location.is_empty() {
        lines.put_text("LOCATION", location);
    }
    // Not every calendar shows a URL.
    let description =
        [&**description, &**link].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    if !description.is_empty() {
        lines.put_text("DESCRIPTION", &description);
    }
    if let Some(uri) = lines::uri(link) {
        lines.put(&format!("URL:{uri}"));
    }
    if let (Some(alarm), false) = (&appointment.alarm, is_over) {
        lines.put("BEGIN:VALARM");
        lines.put("ACTION:DISPLAY");
        lines.put_text("DESCRIPTION", &alarm.text);
        lines.put(&format!("TRIGGER:-{}", duration(alarm.before)));
        lines.put("END:VALARM");
    }
    lines.put("END:VEVENT");
}

/// A property that says when it begins on a day: by a wall clock anywhere, by that of a zone, or the whole day.
fn moment(name: &str, day: Day, appointment: &Appointment) -> String {
    let day = date(day);
    match (appointment.at.map(time), appointment.clocks.as_ref().map(clocks::name)) {
        (None, _) => format!("{name};VALUE=DATE:{day}"),
        (Some(time), None) => format!("{name}:{day}T{time}00"),
        (Some(time), Some(None)) => format!("{name}:{day}T{time}00Z"),
        (Some(time), Some(Some(zone))) => format!("{name};TZID={zone}:{day}T{time}00"),
    }
}

fn rule(appointment: &Appointment) -> Option<String> {
    let rule = match appointment.when.rule {
        Rule::Once => return None,
        Rule::Days(every) => format!("FREQ=DAILY{}", interval(every)),
        Rule::Weeks { every, on } => {
            let on: Vec<&str> = on.iter().filter_map(|weekday| WEEKDAYS.get(usize::from(weekday))).copied().collect();
            let by_day = if on.is_empty() { String::new() } else { format!(";BYDAY={}", on.join(",")) };
            format!("FREQ=WEEKLY{};WKST=MO{by_day}", interval(every.into()))
        }
        Rule::Months { every, nth, weekday } => {
            let weekday = WEEKDAYS.get(usize::from(weekday))?;
            format!("FREQ=MONTHLY{};BYDAY={}{weekday}", interval(every.into()), number(nth))
        }
    };
    Some(match until(appointment) {
        Some(until) => format!("{rule};UNTIL={until}"),
        None => rule,
    })
}

fn interval(every: u16) -> String {
    if every > 1 { format!(";INTERVAL={every}") } else { String::new() }
}

fn number(nth: Nth) -> i8 {
    match nth {
        Nth::First => 1,
        Nth::Second => 2,
        Nth::Third => 3,
        Nth::Fourth => 4,
        Nth::Fifth => 5,
        Nth::Last => -1,
    }
}

/// The end of the last day, said as the beginning is said; but in UTC where there is a zone, as RFC 5545 wants it.
fn until(appointment: &Appointment) -> Option<String> {
    let until = appointment.when.until?;
    Some(match (appointment.at, &appointment.clocks) {
        (None, _) => date(until),
        (Some(_), None) => format!("{}T235959", date(until)),
        (Some(_), Some(clocks)) => {
            let midnight = zone::instant(until.checked_plus(1)?, Minute::from(0), &|at| Some(clocks.offset(at)))?;
            let (day, minute) = zone::local(midnight - 1, &|_| Some(0))?;
            format!("{}T{}59Z", date(day), time(minute))
        }
    })
}

/// The days after the first one on which the rule would have it happen, and it does not.
fn left_out(when: &Recurrence, first: Day) -> impl Iterator<Item = Day> {
    let whole = Recurrence { except: Vec::new(), ..when.clone() };
    when.except.iter().copied().filter(move |day| *day > first && whole.is_on(*day))
}

fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// Hours and minutes.
fn time(minute: Minute) -> String {
    minute.to_string().replace(':', "")
}

fn duration(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("PT{minutes}M"),
        (hours, 0) => format!("PT{hours}H"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    }
}
