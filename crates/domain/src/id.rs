//! Names of records: a UUID of version 7, typed by what it names.

use std::{cmp::Ordering, fmt, hash::Hash, hash::Hasher, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::{Builder, Uuid};

use crate::{
    day::{Day, EPOCH},
    stamp::Stamp,
};

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

    /// An id that a name has on every device: FNV-1a of 128 bits.
    pub fn named(name: &str) -> Self {
        const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        Self::fixed(name.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME)))
    }

    /// When it was made, in UTC milliseconds; `None` for a fixed id.
    pub fn made(self) -> Option<u64> {
        made(self.as_u128())
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

/// When the id with these bits was made, in UTC milliseconds; `None` if it is no UUID of version 7.
pub fn made(bits: u128) -> Option<u64> {
    let (version, variant) = (bits >> 76 & 0xf, bits >> 62 & 0b11);
    if (version, variant) == (7, 0b10) { u64::try_from(bits >> 80).ok() } else { None }
}

/// Makes ids for one run of the program that are short where many are kept together.
///
/// The last 62 bits of a UUID of version 7 are drawn by chance. Here the first 46 of them are drawn once for a
/// record and taken over from run to run, and the last 16 once a run: two tabs that make an id at the same time
/// differ in these. Ids made in one tick of one run count up.
#[derive(Debug, Clone)]
pub struct Ids {
    tail: u64,
    last: u64,
    count: u16,
}

impl Ids {
    /// Ids tell a quarter of a second apart and no less: what comes below is noise that nobody reads, and is kept for
    /// every record. (RFC 9562, section 6.1, lets a UUID's time be coarser than it is written.)
    const TICK: u64 = 0xff;
    /// How many ids can be made in one tick; then the next one is borrowed.
    const COUNTS: u16 = 1 << 12;
    /// A clock that goes back by less, in milliseconds, is waited for.
    const A_STEP_BACK: u64 = 10_000;

    /// Starts a run. `known` is any id of the record, best the latest; `chance` is drawn anew for each run.
    pub fn start(known: Option<u128>, chance: [u8; 10]) -> Self {
        let bits = chance.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let shared = known.filter(|known| made(*known).is_some()).unwrap_or(bits >> 16);
        let tail = (shared & (u128::from(u64::MAX >> 2) & !0xffff)) | (bits & 0xffff);
        Self { tail: u64::try_from(tail).unwrap_or(0), last: 0, count: 0 }
    }

    /// The 16 bits drawn for this run: they can name its device in stamps, so that both are kept as one.
    pub fn device(&self) -> u16 {
        u16::try_from(self.tail & 0xffff).unwrap_or(0)
    }

    /// The id of the one record of its kind on `day`: the same in every tab and every run over one record, and another
    /// over the record of another device.
    pub fn of_day<T>(&self, day: Day) -> Id<T> {
        let millis = u64::try_from(i64::from(day.since(Day::from(EPOCH))) * 86_400_000).unwrap_or(0) & !Self::TICK;
        Id::fixed(u128::from(millis) << 80 | 7 << 76 | 0b10 << 62 | u128::from(self.tail & !0xffff))
    }

    /// Something like an id to start with, where the record has none yet: from when it was begun, and where.
    pub fn seed(begun: Stamp) -> u128 {
        let mixed = begun.millis.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(begun.device) << 32;
        u128::from(begun.millis) << 80 | 7 << 76 | 0b10 << 62 | u128::from(mixed & (u64::MAX >> 2))
    }

    /// The next id, at `now` in UTC milliseconds.
    pub fn next<T>(&mut self, now: i64) -> Id<T> {
        let now = u64::try_from(now).unwrap_or(0).min((1 << 48) - 1) & !Self::TICK;
        if now > self.last {
            (self.last, self.count) = (now, 0);
        } else if self.last - now < Self::A_STEP_BACK {
            self.count += 1;
        } else {
            // The clock was set back: its milliseconds come again, and must not make the same ids again.
            let run = (self.tail & 0xffff).wrapping_add(1) & 0xffff;
            (self.tail, self.last, self.count) = (self.tail & !0xffff | run, now, 0);
        }
        if self.count == Self::COUNTS {
            (self.last, self.count) = (self.last + Self::TICK + 1, 0);
        }
        Id::fixed(
            u128::from(self.last) << 80 | 7 << 76 | u128::from(self.count) << 64 | 0b10 << 62 | u128::from(self.tail),
        )
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
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ids_of_one_run_are_valid_and_all_different(clock in prop::collection::vec(prop_oneof![0_i64..4, 0_i64..100_000], 1..200), chance: [u8; 10]) {
            let mut ids = Ids::start(None, chance);
            let mut made: Vec<Id<()>> = clock.iter().map(|now| ids.next(1_800_000_000_000 + now)).collect();
            for id in &made {
                let uuid = Uuid::from_u128(id.as_u128());
                prop_assert_eq!((uuid.get_version_num(), uuid.get_variant()), (7, uuid::Variant::RFC4122));
            }
            let count = made.len();
            made.sort();
            made.dedup();
            prop_assert_eq!(made.len(), count);
        }

        #[test]
        fn runs_of_one_record_share_most_of_the_tail_and_differ_in_the_rest(first: [u8; 10], second: [u8; 10]) {
            let one = Ids::start(None, first).next::<()>(1_800_000_000_000).as_u128();
            let two = Ids::start(Some(one), second).next::<()>(1_800_000_000_000).as_u128();
            prop_assert_eq!(one >> 16, two >> 16);
            prop_assert_eq!(one == two, first[8..] == second[8..]);
        }
    }

    #[test]
    fn more_ids_than_a_tick_holds_borrow_the_next() {
        let mut ids = Ids::start(None, [9; 10]);
        let all: std::collections::BTreeSet<_> = (0..10_000).map(|_| ids.next::<()>(1_000)).collect();
        assert_eq!(all.len(), 10_000);
    }

    #[test]
    fn an_id_tells_when_it_was_made_unless_it_is_fixed() {
        assert_eq!(Id::<()>::new(1_800_000_000_000, [0xff; 10]).made(), Some(1_800_000_000_000));
        assert_eq!(Id::<()>::fixed(1).made(), None);
    }

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

    #[test]
    fn every_tab_over_one_record_gives_a_day_the_same_id() {
        let day = Day::parse("2026-11-24").unwrap();
        let known = Ids::start(None, [9; 10]).next::<()>(1_795_000_000_000).as_u128();
        let of_day = |known, chance| Ids::start(known, [chance; 10]).of_day::<()>(day);
        assert_eq!(of_day(Some(known), 1), of_day(Some(known), 2));
        assert_ne!(of_day(Some(known), 1), Ids::start(Some(known), [1; 10]).of_day(day.plus(1)));
        assert_ne!(of_day(None, 1), of_day(None, 2), "another record");
        let begun = Stamp { millis: 1_795_000_000_000, count: 0, device: 7 };
        assert_eq!(of_day(Some(Ids::seed(begun)), 1), of_day(Some(Ids::seed(begun)), 2));
        assert_ne!(of_day(Some(Ids::seed(begun)), 1), of_day(Some(Ids::seed(Stamp { device: 8, ..begun })), 1));
        assert!(made(of_day(Some(known), 1).as_u128()).is_some());
        assert_eq!(of_day(Some(known), 1).as_u128() >> 80, 0x1a2_0ada_2c00);
    }
}
