//! My meetings on my own clock, and what I say became of them, the same wherever I say it.

use domain::{
    day::{Day, Minute, Moment},
    id::Id,
    meeting::{Attendance, Meeting, Presence, Target, Zone},
    schedule::{self, Occurrence},
    stamp::Stamp,
    text::Note,
    zone,
};

use super::{
    AppState,
    drafts::{self, Said, Slot},
    minute_now, new_id,
};
use crate::{
    platform::{clock, zones},
    words::attendance,
};

/// The one record of a target.
const TARGET: Id<Target> = Id::fixed(1);

/// The names of the zones that can be chosen.
pub fn zone_names() -> Vec<String> {
    let mut names = zones::names();
    // Browsers leave it out, and online meetings like it.
    if !names.is_empty() && !names.iter().any(|name| name == "UTC") {
        names.push("UTC".to_owned());
    }
    names
}

/// The zone of this device.
pub fn my_zone() -> Option<Zone> {
    Zone::parse(&zones::mine()?)
}

/// What my wall clock shows when it is `at` of `on` in `zone`.
pub fn shown(zone: &Zone, on: Day, at: Minute) -> Option<(Day, Minute)> {
    zone::shown(on, at, &|instant| zones::offset(zone.name(), instant), &zones::my_offset)
}

/// How many minutes my wall clock is ahead of that of `zone` now; none if the zone is not known.
pub fn ahead_of(zone: &Zone) -> i16 {
    let instant = clock::now().millis.div_euclid(60_000);
    let ahead = zones::my_offset(instant).zip(zones::offset(zone.name(), instant));
    ahead.map_or(0, |(mine, there)| mine - there)
}

/// The day and the time on my wall clock now; the day ends at midnight here.
pub fn now() -> (Day, Minute) {
    (clock::now().day(0), minute_now())
}

/// The day on my wall calendar when something was written.
fn day_of(stamp: Stamp) -> Option<Day> {
    let millis = i64::try_from(stamp.millis).ok()?;
    let offset = zones::my_offset(millis.div_euclid(60_000)).unwrap_or(0);
    Some(Moment { millis, offset }.day(0))
}

impl AppState {
    /// My meetings from `from` to `to`, in order.
    pub fn occurrences(self, from: Day, to: Day) -> Vec<Occurrence> {
        self.more().meetings.with(|all| schedule::between(all, from, to, &shown))
    }

    /// Whether a meeting was on that day as it is now, as far as its last change tells.
    pub fn was_so(self, id: Id<Meeting>, on: Day) -> bool {
        let known = self.more().meetings.with(|all| {
            let record = all.record(id)?;
            Some(record.value.as_ref()?.was_so(on, day_of(record.changed)?))
        });
        known.unwrap_or(false)
    }

    /// The day a meeting was last changed on.
    fn written(self, id: Id<Meeting>) -> Option<Day> {
        day_of(self.more().meetings.seen(id)?)
    }

    /// A meeting as it is to be changed or to come back: since when it is as it is does not hang on its stamp.
    pub fn dated_meeting(self, id: Id<Meeting>) -> Option<Meeting> {
        Some(self.more().meetings.get_untracked(id)?.dated(self.written(id)?))
    }

    /// When a meeting of mine begins on my clock: on that day, or else the next time.
    pub fn time_here(self, id: Id<Meeting>, on: Day) -> Option<Minute> {
        self.more().meetings.with_untracked(|all| schedule::begins(id, all.get(id)?, on, &shown))
    }

    /// The next times of one meeting, from today on.
    pub fn next_times(self, id: Id<Meeting>, count: usize) -> Vec<Occurrence> {
        let today = self.today.get();
        self.more()
            .meetings
            .with(|all| all.get(id).map(|meeting| schedule::next(id, meeting, today, count, &shown)))
            .unwrap_or_default()
    }

    /// The next meeting that has not begun, within two weeks.
    pub fn next_meeting(self) -> Option<(Occurrence, Meeting)> {
        let today = self.today.get();
        let next = self.occurrences(today, today.plus(14)).into_iter().find(|one| !one.has_begun(now()))?;
        Some((next, self.more().meetings.get(next.meeting)?))
    }

    /// What was said of an occurrence.
    pub fn answer_to(self, occurrence: &Occurrence) -> Option<(Id<Attendance>, Attendance)> {
        self.more().attendances.with(|all| occurrence.answer(all).map(|(id, known)| (id, known.clone())))
    }

    /// Says at once whether I was there; what else there is to say is asked later. It can be taken back.
    pub fn attend(self, occurrence: &Occurrence, presence: Presence) {
        let Some(meeting) = self.more().meetings.get_untracked(occurrence.meeting) else { return };
        let known =
            self.more().attendances.with_untracked(|all| occurrence.answer(all).map(|(id, one)| (id, one.clone())));
        let (id, before) = known.map_or_else(|| (new_id(), None), |(id, one)| (id, Some(one)));
        let fresh = Attendance {
            meeting: Some(occurrence.meeting),
            name: meeting.name,
            on: occurrence.on,
            at: Some(occurrence.at),
            presence,
            before: None,
            after: None,
            takeaway: Note::default(),
            met: Note::default(),
        };
        let said = before.clone().map_or(fresh, |one| Attendance { presence, ..one });
        if self.keep(self.more().attendances.put(id, Some(said))) {
            let words = if presence.is_there() { attendance::kept_went() } else { attendance::kept_missed() };
            // Only whether I was there: what was written since stays.
            let was = before.map(|before| before.presence);
            self.notices.say_with_undo(words, move || {
                self.keep(self.more().attendances.change(id, move |now| {
                    let now = now?;
                    match was {
                        Some(presence) => Some(Attendance { presence, ..now }),
                        None => (!now.takeaway.is_empty() || !now.met.is_empty()).then_some(now),
                    }
                }));
            });
        }
    }

    /// Forgets what was said of a meeting; it can be taken back.
    pub fn forget_attendance(self, id: Id<Attendance>) {
        let Some(before) = self.more().attendances.get_untracked(id) else { return };
        if self.keep(self.more().attendances.put(id, None)) {
            let bring_back = self.take_left(&drafts::of_attendance(Said::Known(id)));
            self.notices.say_with_undo(attendance::removed(), move || {
                if self.keep(self.more().attendances.put(id, Some(before.clone()))) {
                    bring_back();
                }
            });
        }
    }

    /// Changes a meeting and says so; it can be taken back, as a further edition.
    pub fn revise_meeting(self, id: Id<Meeting>, said: String, change: impl Fn(&Meeting) -> Meeting + 'static) {
        let (Some(before), Some(written)) = (self.dated_meeting(id), self.written(id)) else { return };
        let after = change(&before);
        let changed = move |old: Meeting| change(&old.dated(written));
        if self.keep(self.more().meetings.change(id, move |old| old.map(&changed))) {
            self.notices.say_with_undo(said, move || {
                let (before, after) = (before.clone(), after.clone());
                self.keep(self.more().meetings.change(id, move |now| now.map(|now| now.undone(&after, &before))));
            });
        }
    }

    /// Notes that a calendar file holds these meetings.
    pub(super) fn note_told(self, meetings: Vec<Id<Meeting>>) {
        for id in meetings {
            let Some(written) = self.written(id) else { continue };
            let told = move |old: Meeting| Meeting { was_told: true, ..old.dated(written) };
            // Where there is no room for it the file is made all the same.
            let _ = self.more().meetings.change(id, move |old| old.map(told));
        }
    }

    /// Takes away a meeting with what was left in the forms about it. The answer brings all of it back; there is none if
    /// it could not be taken away.
    pub fn take_meeting(self, id: Id<Meeting>) -> Option<impl Fn() + use<> + 'static> {
        let taken = self.dated_meeting(id)?;
        if !self.keep(self.more().meetings.put(id, None)) {
            return None;
        }
        let changes = self.take_left(&Slot::of(id));
        let begun = self.take_left(&drafts::of_attendance(Said::Mine(id)));
        Some(move || {
            if self.keep(self.more().meetings.put(id, Some(taken.clone()))) {
                changes();
                begun();
            }
        })
    }

    /// How many meetings in how many days it is to be.
    pub fn target(self) -> Option<Target> {
        self.more().targets.get(TARGET)
    }

    /// Sets the target, or takes it away; it can be taken back.
    pub fn set_target(self, target: Option<Target>, said: &'static str) -> bool {
        let before = self.more().targets.get_untracked(TARGET);
        let kept = self.keep(self.more().targets.put(TARGET, target));
        if kept {
            self.notices.say_with_undo(said, move || {
                self.keep(self.more().targets.put(TARGET, before));
            });
        }
        kept
    }
}
