//! Names of records: a UUID of version 7, typed by what it names.

use std::{cmp::Ordering, fmt, hash::Hash, hash::Hasher, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::{Builder, Uuid};

/// The id of one record of kind `T`. Ids made later sort later.
pub struct Id<T> {
    uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// A new id from the UTC milliseconds of now and ten bytes of chance.
    pub fn new(now: i64, chance: [u8; 10]) -> Self {
        Self::from(Builder::from_unix_timestamp_millis(u64::try_from(now).unwrap_or(0), &chance).into_uuid())
    }

    /// An id that is the same for ever: for kinds of which there is one record, or one for each of a few places.
    pub const fn fixed(number: u128) -> Self {
        Self { uuid: Uuid::from_u128(number), of: PhantomData }
    }

    /// Reads the hyphenated form that addresses use.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().map(Self::from)
    }

    /// The 128 bits.
    pub fn as_u128(self) -> u128 {
        self.uuid.as_u128()
    }
}

impl<T> From<Uuid> for Id<T> {
    fn from(uuid: Uuid) -> Self {
        Self { uuid, of: PhantomData }
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.uuid, out)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.uuid.as_u128().serialize(to)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        u128::deserialize(from).map(Self::fixed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_the_time_they_were_made() {
        let early = Id::<()>::new(1_000, [0xff; 10]);
        let late = Id::<()>::new(1_001, [0; 10]);
        assert!(early < late);
        assert_eq!(early.to_string().chars().nth(14), Some('7'), "the version of the UUID");
    }

    #[test]
    fn an_id_reads_back_from_an_address() {
        let id = Id::<()>::new(1_800_000_000_000, [7; 10]);
        assert_eq!(Id::parse(&id.to_string()), Some(id));
        assert_eq!(Id::<()>::parse("<script>"), None);
    }
}
