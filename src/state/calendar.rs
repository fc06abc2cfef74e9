//! Files for the phone's calendar with my meetings or my plans, in neutral words unless I chose otherwise.

use ::desk::message::{Answer, Request};
use domain::{
    appointment::{Alarm, Appointment, Clocks},
    id::Id,
    meeting::Meeting,
    plan::{Plan, State},
    recurrence::{Recurrence, Rule},
    stamp::Stamp,
    text::{Note, Title},
};

use super::{
    AppState,
    desk::{Why, ask, file_name, now},
};
use crate::platform::{files, zones};

/// What the file is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Whether it names meetings, places and links; otherwise each is an appointment and no more.
    pub names: bool,
    /// How many minutes before it begins the phone speaks up; `None` is never.
    pub before: Option<u16>,
}

/// How many meetings a file would hold: those I mean to go to, and those that calendars are to end or to take away.
pub fn count(state: AppState) -> usize {
    state.more().meetings.with(|all| all.iter().filter(|(_, meeting)| meeting.is_told()).count())
}

/// How many of them are to be taken away there, though they are still mine.
pub fn count_called_off(state: AppState) -> usize {
    let is_off = |meeting: &Meeting| meeting.is_told() && !meeting.going && meeting.ended.is_none();
    state.more().meetings.with(|all| all.iter().filter(|(_, meeting)| is_off(meeting)).count())
}

/// Makes the file and hands it out. `neutral` is what an entry without a name is called.
pub fn make(state: AppState, told: Told, neutral: &str, then: impl FnOnce(Result<(), Why>) + 'static) {
    let Ok(neutral) = Title::parse(neutral) else { return };
    let (appointments, new) = state.more().meetings.with_untracked(|all| {
        let told_of = all.iter().filter(|(_, meeting)| meeting.is_told());
        let appointments = told_of.map(|(id, meeting)| appointment(state, id, meeting, told, &neutral)).collect();
        let new = all.iter().filter(|(_, meeting)| meeting.is_told() && !meeting.was_told).map(|(id, _)| id);
        (appointments, new.collect())
    });
    state.note_told(new);
    hand_out(state, appointments, then);
}

/// Makes a file of the plans from today on, and hands it out. Those that were let go are taken away there too.
pub fn make_of_plans(state: AppState, told: Told, neutral: &str, then: impl FnOnce(Result<(), Why>) + 'static) {
    let Ok(neutral) = Title::parse(neutral) else { return };
    let today = state.today.get_untracked();
    let appointments = state.more().plans.with_untracked(|all| {
        let ahead = all.records().filter_map(|(id, record)| Some((id, record.changed, record.value.as_ref()?)));
        let ahead = ahead.filter(|(_, _, plan)| plan.on >= today && !plan.is_done());
        ahead.map(|(id, changed, plan)| planned(id, changed, plan, told, &neutral)).collect()
    });
    hand_out(state, appointments, then);
}

/// An hour is kept free for a plan: how long it takes nobody knows.
const AN_HOUR: u16 = 60;

fn planned(id: Id<Plan>, changed: Stamp, plan: &Plan, told: Told, neutral: &Title) -> Appointment {
    let title = if told.names { plan.title.clone() } else { neutral.clone() };
    // Minutes from when it was made: a later change has a higher number.
    let edition = changed.millis.saturating_sub(id.made().unwrap_or(changed.millis)) / 60_000;
    Appointment {
        uid: id.as_u128(),
        edition: u16::try_from(edition).unwrap_or(u16::MAX),
        alarm: told.before.filter(|_| plan.at.is_some()).map(|before| Alarm { before, text: title.clone() }),
        title,
        description: Note::default(),
        location: Note::default(),
        link: Note::default(),
        when: Recurrence { from: plan.on, rule: Rule::Once, until: None, except: Vec::new() },
        at: plan.at,
        minutes: AN_HOUR,
        clocks: None,
        cancelled: plan.state == State::LetGo,
    }
}

/// Makes a file of these entries and hands it out.
pub(super) fn hand_out(state: AppState, appointments: Vec<Appointment>, then: impl FnOnce(Result<(), Why>) + 'static) {
    let name = file_name(state, "calendar", "ics");
    let take = move |answer| {
        let Answer::Calendar(text) = answer else { return None };
        files::hand_out(&name, "text/calendar;charset=utf-8", text.as_bytes()).then_some(())
    };
    ask(&Request::MakeCalendar { appointments, made: now() }, take, then);
}

fn appointment(state: AppState, id: Id<Meeting>, meeting: &Meeting, told: Told, neutral: &Title) -> Appointment {
    let today = state.today.get_untracked();
    let title = if told.names { meeting.name.clone() } else { neutral.clone() };
    let named = |note: Note| if told.names { note } else { Note::default() };
    let offset = |zone: &str| {
        let zone = zone.to_owned();
        move |instant| zones::offset(&zone, instant)
    };
    let when = meeting.days();
    let clocks = meeting.zone.as_ref().and_then(|zone| Clocks::look(zone.clone(), &when, today, &offset(zone.name())));
    let link = if meeting.has_link() { meeting.link.clone() } else { Note::default() };
    let location = if meeting.has_room() { meeting.place.clone() } else { Note::default() };
    Appointment {
        uid: id.as_u128(),
        edition: meeting.edition,
        alarm: told.before.map(|before| Alarm { before, text: title.clone() }),
        title,
        description: Note::default(),
        location: named(location),
        link: named(link),
        when,
        at: Some(meeting.at),
        minutes: meeting.minutes,
        clocks,
        // It may stand there from before, and would go on reminding.
        cancelled: !meeting.going,
    }
}
