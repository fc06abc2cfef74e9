//! My plans: their lines on disk, what expires, the number that paper names, reminders for a calendar.

use domain::{
    appointment::Appointment,
    day::Day,
    id::Id,
    recurrence::{Recurrence, Rule},
    settings::Country,
    sheet::{Line, Sheet, SheetKind},
    text::{Note, Title},
};

use super::{AppState, calendar, desk::Why};
use crate::platform::page;

impl AppState {
    /// One of my plans, empty if nothing was written yet; tracked.
    pub fn sheet(self, kind: SheetKind) -> Sheet {
        self.more().sheets.get(kind.id()).unwrap_or_default()
    }

    /// Changes a plan in one write. Says whether that was kept.
    pub fn change_sheet(self, kind: SheetKind, change: impl Fn(Sheet) -> Sheet + 'static) -> bool {
        self.keep(self.more().sheets.change(kind.id(), move |old| {
            let sheet = change(old.unwrap_or_default());
            (sheet != Sheet::default()).then_some(sheet)
        }))
    }

    /// What expires soon or has expired, in any of my plans; tracked.
    pub fn expiring(self) -> Vec<(Day, Line)> {
        let today = self.today.get();
        let all = SheetKind::ALL.map(|kind| self.sheet(kind));
        let found = all.iter().flat_map(|sheet| sheet.expiring(today));
        found.map(|(until, line)| (until, line.clone())).collect()
    }
}

/// The emergency number of the person's country, from the same place as in Help; `None` where there is no one number.
pub fn emergency_number(state: AppState) -> Option<String> {
    (state.country()? != Country::Elsewhere).then(page::emergency_number).flatten()
}

/// Makes a calendar file with a whole-day entry called `title` for each day on which something wants looking at.
pub fn remind(state: AppState, days: Vec<Day>, title: &str, then: impl FnOnce(Result<(), Why>) + 'static) {
    let Ok(title) = Title::parse(title) else { return };
    let entry = |day: Day| Appointment {
        uid: Id::<Sheet>::named(&format!("kit {day}")).as_u128(),
        edition: 0,
        title: title.clone(),
        description: Note::default(),
        location: Note::default(),
        link: Note::default(),
        when: Recurrence { from: day, rule: Rule::Once, until: None, except: Vec::new() },
        at: None,
        minutes: 0,
        clocks: None,
        alarm: None,
        cancelled: false,
    };
    calendar::hand_out(state, days.into_iter().map(entry).collect(), then);
}
