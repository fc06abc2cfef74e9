//! Changes of the last moments, made again where another tab wrote over them without having seen them.
//!
//! Browsers keep a copy of localStorage in each process and tell one process late what another wrote. So a tab can
//! find its record changed by somebody who did not know of its own change. It then makes that change again, with a
//! stamp [`Stamp::beside`] the one it found: what repairs a moment belongs to that moment, and is not taken for
//! something that a person did later.

use std::rc::Rc;

use domain::{collection::Record, id::Id, stamp::Stamp};

/// What another tab wrote up to so many milliseconds later, by its stamp, may have been written without a change.
/// Nobody changes their mind in another tab as fast as that.
pub const A_MOMENT: u64 = 2_500;
/// For so many milliseconds a change is remembered: tabs may hear of each other late.
pub const LATELY: i64 = 60_000;
/// So often a change is made again at most: two tabs that want different things must come to an end.
const TIMES: u8 = 12;

/// What a change makes of a value; `None` stands for no record.
pub type Change<T> = Rc<dyn Fn(Option<T>) -> Option<T>>;

struct Recent<T> {
    id: Id<T>,
    /// When it was asked for, in UTC milliseconds.
    at: i64,
    /// The milliseconds of the latest stamp it was seen to be part of; `None` while it waits for another tab.
    kept: Option<u64>,
    /// How often it was made again.
    times: u8,
    change: Change<T>,
}

impl<T> Recent<T> {
    fn may_be_unseen(&self, now: i64, there: u64) -> bool {
        let waits = self.times < TIMES && now - self.at < LATELY;
        self.kept.is_none_or(|kept| waits && there < kept.saturating_add(A_MOMENT))
    }
}

/// The changes of one kind that this tab made lately.
pub struct Recents<T>(Vec<Recent<T>>);

impl<T> Default for Recents<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// What is missing from a record, and which changes brought it.
pub struct Missing<T> {
    /// The value with all of it.
    pub value: Option<T>,
    which: Vec<usize>,
}

impl<T: Clone + PartialEq> Recents<T> {
    /// Remembers a change asked for at `now`, and with which stamp it was kept; `None` if it waits for another tab.
    pub fn add(&mut self, now: i64, id: Id<T>, kept: Option<Stamp>, change: Change<T>) {
        self.0.retain(|one| one.kept.is_none() || now - one.at < LATELY);
        self.0.push(Recent { id, at: now, kept: kept.map(|stamp| stamp.millis), times: 0, change });
    }

    /// Forgets the changes of a record: it was put whole, or they cannot be kept.
    pub fn forget(&mut self, id: Id<T>) {
        self.0.retain(|one| one.id != id);
    }

    /// What `there`, as it stands on disk, was written without; `None` if nothing of this tab is missing.
    pub fn missing(&self, now: i64, id: Id<T>, there: Option<&Record<T>>) -> Option<Missing<T>> {
        let (mut value, mut which) = (there.and_then(|record| record.value.clone()), Vec::new());
        for (place, one) in self.of(now, id, there) {
            let with = (one.change)(value.clone());
            if with != value || one.kept.is_none() {
                which.push(place);
                value = with;
            }
        }
        (!which.is_empty()).then_some(Missing { value, which })
    }

    /// Notes that all of `missing` was made again and kept with this stamp.
    pub fn made_again(&mut self, missing: &Missing<T>, kept: Stamp) {
        for place in &missing.which {
            if let Some(one) = self.0.get_mut(*place) {
                one.kept = Some(kept.millis);
                one.times += 1;
            }
        }
    }

    /// Notes that nothing is missing from what is there.
    pub fn seen(&mut self, now: i64, id: Id<T>, there: &Record<T>) {
        let millis = there.changed.millis;
        for one in self.0.iter_mut().filter(|one| one.id == id && one.may_be_unseen(now, millis)) {
            one.kept = one.kept.max(Some(millis));
        }
    }

    /// What records become by changes that wait for another tab or were asked for less than `moment` milliseconds ago.
    /// `known` gives what is on screen.
    pub fn fresh(&self, now: i64, moment: i64, known: impl Fn(Id<T>) -> Option<T>) -> Vec<T> {
        let fresh: Vec<&Recent<T>> = self.0.iter().filter(|one| one.kept.is_none() || now - one.at < moment).collect();
        let mut ids: Vec<Id<T>> = Vec::new();
        for one in &fresh {
            if !ids.contains(&one.id) {
                ids.push(one.id);
            }
        }
        let last =
            |id: &Id<T>| fresh.iter().filter(|one| one.id == *id).fold(known(*id), |value, one| (one.change)(value));
        ids.iter().filter_map(last).collect()
    }

    fn of(&self, now: i64, id: Id<T>, there: Option<&Record<T>>) -> impl Iterator<Item = (usize, &Recent<T>)> {
        let millis = there.map_or(0, |record| record.changed.millis);
        self.0.iter().enumerate().filter(move |(_, one)| one.id == id && one.may_be_unseen(now, millis))
    }
}
