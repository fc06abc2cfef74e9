//! The place of the record: how full it is, whether the browser keeps it, what is forgotten after a time, erasing.

use std::sync::atomic::{AtomicBool, Ordering};

use domain::{
    collection::Collection,
    day::Day,
    id::Id,
    retention::{self, Noted},
    settings::{Backups, KeepNotes, Settings},
};
use storage::{kept::Kept, key::Kind, load};

use super::{AppState, shelf::Shelf};
use crate::platform::{device, events, store};

/// How the room for the record is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Characters kept, keys included.
    pub used: usize,
    /// Texts that stand aside because they could not be read.
    pub aside: usize,
}

impl Room {
    /// Characters that the browser gives in all.
    pub const ALL: usize = device::ROOM;

    /// How the room is used now.
    pub fn now() -> Self {
        Self { used: store::used(), aside: load::count_aside(store::store()) }
    }

    /// Characters that are left.
    pub fn left(self) -> usize {
        Self::ALL.saturating_sub(self.used)
    }

    /// Hundredths that are used.
    pub fn percent(self) -> usize {
        (self.used * 100 / Self::ALL).min(100)
    }
}

/// Whether the app was opened from an icon of its own.
pub fn is_installed() -> bool {
    device::is_installed()
}

/// Whether this browser deletes the record after some days without a visit.
pub fn forgets() -> bool {
    device::forgets()
}

/// Says whether the browser keeps the record even when it needs room; `None` if it does not tell.
pub fn is_kept(then: impl FnOnce(Option<bool>) + 'static) {
    device::kept(then);
}

/// Asks the browser to keep the record even when it needs room, and says what it answered.
pub fn ask_to_keep(then: impl FnOnce(Option<bool>) + 'static) {
    device::ask_to_keep(then);
}

/// Whether the browser was asked in this visit.
static ASKED: AtomicBool = AtomicBool::new(false);

/// A change was kept: asks the browser to keep the record, once a visit, as soon as there is something of the person in
/// it. What the person chose, and forms not finished, are no entries.
pub(super) fn changed(kind: Kind) {
    let is_entry = !matches!(kind, Kind::Settings | Kind::Look | Kind::Draft | Kind::Earlier);
    if is_entry && !ASKED.swap(true, Ordering::Relaxed) {
        ask_to_keep(|_| {});
    }
}

/// Removes everything Trellis keeps and starts anew. Fails if something is left.
pub fn erase() -> bool {
    let erased = store::erase().is_ok();
    if erased {
        events::erase_rest();
    }
    erased
}

impl AppState {
    /// How many notes are older than `keep` says.
    pub fn outlived_notes(self, keep: KeepNotes) -> usize {
        self.first_day_of_notes(keep).map_or(0, |first| {
            let more = self.more();
            outlived(self.check_ins, first)
                + outlived(self.earlier, first)
                + outlived(more.reports, first)
                + outlived(more.attendances, first)
                + outlived(more.practices, first)
                + outlived(more.reviews, first)
                + outlived(more.hobby_entries, first)
        })
    }

    /// Keeps notes as long as `keep` says from now on, and forgets those that are older.
    pub fn keep_notes(self, keep: KeepNotes) {
        if self.change_settings(move |settings| Settings { keep_notes: keep, ..settings }) {
            self.forget_notes();
            self.forget_later_notes();
        }
    }

    /// Forgets the notes that have had their time.
    pub fn forget_notes(self) {
        if let Some(first) = self.first_day_of_notes(self.settings_now().keep_notes) {
            self.forget(self.check_ins, first);
        }
    }

    /// Forgets those of them that only later pages read.
    pub fn forget_later_notes(self) {
        if let Some(first) = self.first_day_of_notes(self.settings_now().keep_notes) {
            let more = self.more();
            self.forget(self.earlier, first);
            self.forget(more.reports, first);
            self.forget(more.attendances, first);
            self.forget(more.practices, first);
            self.forget(more.reviews, first);
            self.forget(more.hobby_entries, first);
        }
    }

    /// What a new day brings: notes that have had their time go, and it may be time to speak of a backup.
    pub fn begin_day(self) {
        self.forget_notes();
        let (today, backups) = (self.today.get_untracked(), self.settings_now().backups);
        let first = self.check_ins.with_untracked(|all| all.iter().map(|(_, check_in)| check_in.on).min());
        if backups.is_due(today, first) {
            self.put_backups(Backups { reminded: Some(today), ..backups });
        }
    }

    /// Says no more of backups today.
    pub fn put_off_backup(self) {
        let backups = self.settings_now().backups;
        // Yesterday counts the same for the week to come, and is not today.
        self.put_backups(Backups { reminded: Some(self.today.get_untracked().plus(-1)), ..backups });
    }

    /// Remembers what is known of backups.
    pub fn put_backups(self, backups: Backups) {
        self.change_settings(move |settings| Settings { backups, ..settings });
    }

    fn first_day_of_notes(self, keep: KeepNotes) -> Option<Day> {
        keep.first_day(self.today.get_untracked())
    }

    fn forget<T: Kept + Noted>(self, kind: Shelf<T>, first: Day) {
        // Nobody asked for this just now: a browser that asks the person first must not ask out of the blue.
        let asked = ASKED.swap(true, Ordering::Relaxed);
        let old: Vec<Id<T>> = kind.with_untracked(|all: &Collection<T>| retention::outlived(all, first));
        for id in old {
            if !self.keep(kind.change(id, |known| known.and_then(Noted::without_note))) {
                break;
            }
        }
        ASKED.store(asked, Ordering::Relaxed);
    }
}

/// How many records of a kind have a note from before `first`.
fn outlived<T: Kept + Noted>(kind: Shelf<T>, first: Day) -> usize {
    kind.with_untracked(|all| retention::outlived(all, first).len())
}
