//! Records of one kind by id, removals included, and how two copies of them become one.

use crate::{id::Id, stamp::Stamp};

/// One record: when it changed, and its value, or nothing when it was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<T> {
    /// When the person last changed it.
    pub changed: Stamp,
    /// What it says; `None` once removed.
    pub value: Option<T>,
}

/// All records of one kind. Removed ones stay as records, so that merging cannot revive them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection<T> {
    /// By id.
    records: Vec<(Id<T>, Record<T>)>,
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self { records: Vec::new() }
    }
}

impl<T> Collection<T> {
    /// The value with this id, unless it is unknown or removed.
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.record(id)?.value.as_ref()
    }

    /// The record with this id, removed or not.
    pub fn record(&self, id: Id<T>) -> Option<&Record<T>> {
        self.place(id).ok().and_then(|place| self.records.get(place)).map(|(_, record)| record)
    }

    /// Values that are there, oldest id first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> {
        self.records.iter().filter_map(|(id, record)| Some((*id, record.value.as_ref()?)))
    }

    /// Every record, removed or not, oldest id first.
    pub fn records(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &Record<T>)> {
        self.records.iter().map(|(id, record)| (*id, record))
    }

    /// How many values are there.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether no value is there.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Takes `record` unless the one that is there is newer. Says whether it was taken.
    pub fn merge(&mut self, id: Id<T>, record: Record<T>) -> bool {
        match self.place(id) {
            Err(place) => self.records.insert(place, (id, record)),
            Ok(place) => match self.records.get_mut(place) {
                Some((_, known)) if known.changed < record.changed => *known = record,
                _ => return false,
            },
        }
        true
    }

    /// Puts `record` in place of whatever is there, newer or not: what the disk says is so.
    pub fn replace(&mut self, id: Id<T>, record: Record<T>) {
        match self.place(id) {
            Err(place) => self.records.insert(place, (id, record)),
            Ok(place) => {
                if let Some(known) = self.records.get_mut(place) {
                    *known = (id, record);
                }
            }
        }
    }

    /// Where `id` stands, or would stand. New ids are the largest, so most land at the end.
    fn place(&self, id: Id<T>) -> Result<usize, usize> {
        self.records.binary_search_by_key(&id, |(id, _)| *id)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Change = (u128, Stamp, Option<u8>);

    /// Changes as devices make them: a stamp belongs to one change.
    fn changes() -> impl Strategy<Value = Vec<Change>> {
        prop::collection::btree_map((0_u64..40, 0_u16..3), (0_u128..6, prop::option::of(any::<u8>())), 0..40).prop_map(
            |changes| {
                let stamped = |((millis, device), (id, value))| (id, Stamp { millis, count: 0, device }, value);
                changes.into_iter().map(stamped).collect()
            },
        )
    }

    fn merged<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Collection<u8> {
        let mut all = Collection::default();
        for (id, changed, value) in changes {
            all.merge(Id::fixed(*id), Record { changed: *changed, value: *value });
        }
        all
    }

    proptest! {
        #[test]
        fn merging_gives_the_same_in_any_order(changes in changes(), turn in any::<prop::sample::Index>()) {
            let at = if changes.is_empty() { 0 } else { turn.index(changes.len()) };
            let (first, second) = changes.split_at(at);
            prop_assert_eq!(merged(first.iter().chain(second)), merged(second.iter().chain(first)));
        }

        #[test]
        fn merging_twice_is_merging_once(changes in changes()) {
            prop_assert_eq!(merged(changes.iter().chain(&changes)), merged(&changes));
        }

        #[test]
        fn a_removed_value_stays_removed_by_older_changes(changes in changes()) {
            let last = Stamp { millis: 1000, count: 0, device: 0 };
            let mut all = merged(&changes);
            all.merge(Id::fixed(1), Record { changed: last, value: None });
            for (id, changed, value) in &changes {
                all.merge(Id::fixed(*id), Record { changed: *changed, value: *value });
            }
            prop_assert_eq!(all.get(Id::fixed(1)), None);
        }
    }
}
