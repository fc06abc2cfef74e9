//! A store whose values are scrambled: whoever reads the record through it notices nothing.
//!
//! The head of a value (kind, schema, stamp) stays in clear ASCII and is bound to what is scrambled, and so is the key
//! it lies under. The checksum is over what is scrambled, never over what was written. A value that is not scrambled, or
//! was changed, comes out marked, so that no reader takes it for whole.

use std::cell::RefCell;

use storage::{
    KeyValue,
    key::{LOOK, PREFIX},
    key_value::StoreError,
    pack,
};

use crate::cipher::{self, DataKey, NONCE};

/// The key of the lock.
pub const LOCK: &str = "tr/lock";
/// The key of the lock's second copy: without the lock all is lost.
pub const LOCK_COPY: &str = "tr/lock/2";
/// Keys of ours that hold nothing a person wrote and are needed before the lock is open, by what they begin with.
const CLEAR: [&str; 5] = [LOOK, LOCK, "tr/claim/", "tr/room", "tr/probe"];
/// What the data of every value is bound to besides its key and head.
const APP: &str = "trellis";
/// The head of values that have none of their own.
const NO_HEAD: &str = "-AAAAAAAAAAAAAAA";
const HEAD: usize = 16;
const SUM: usize = 6;
/// What marks a value that cannot be opened. No value of ours begins with it.
const UNREADABLE: char = '?';

/// Whether what lies under `key` is scrambled while the lock is set.
pub fn is_scrambled(key: &str) -> bool {
    key.starts_with(PREFIX) && !CLEAR.iter().any(|clear| key.starts_with(clear))
}

/// Fills bytes with chance.
pub type Fill = Box<dyn FnMut(&mut [u8])>;

/// A store seen through the open lock.
pub struct VaultStore<'a> {
    store: &'a dyn KeyValue,
    key: DataKey,
    fill: RefCell<Fill>,
}

impl<'a> VaultStore<'a> {
    /// The values of `store`, opened and scrambled with `key`.
    pub fn over(store: &'a dyn KeyValue, key: DataKey, fill: Fill) -> Self {
        Self { store, key, fill: RefCell::new(fill) }
    }

    /// The store behind the lock.
    pub fn behind(&self) -> &'a dyn KeyValue {
        self.store
    }

    /// The text that lies under `key` in the store behind, for a value `text`.
    pub fn scramble(&self, key: &str, text: &str) -> Option<String> {
        if !is_scrambled(key) {
            return Some(text.to_owned());
        }
        let (head, data) = parts(key, text);
        let mut nonce = [0; NONCE];
        (self.fill.borrow_mut())(&mut nonce);
        let sealed = cipher::seal(&self.key, nonce, &about(key, head), &data)?;
        let sealed = pack::pack(&sealed);
        let sum = pack::checksum([key, head, &sealed]);
        Some(format!("{head}{}{sealed}", pack::digits::<SUM>(u128::from(sum))))
    }

    /// The value in a text of the store behind; `None` if it is not scrambled with this key, or was changed.
    pub fn open(&self, key: &str, text: &str) -> Option<String> {
        let (head, data) = (text.get(..HEAD)?, text.get(HEAD + SUM..)?);
        let plain = cipher::open(&self.key, &about(key, head), &pack::unpack(data)?)?;
        let plain: Vec<u16> =
            plain.chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect();
        let data = String::from_utf16(&plain).ok()?;
        if head == NO_HEAD {
            return Some(data);
        }
        let sum = pack::checksum([key, head, &data]);
        Some(format!("{head}{}{data}", pack::digits::<SUM>(u128::from(sum))))
    }
}

impl KeyValue for VaultStore<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = self.store.get(key)?;
        if !is_scrambled(key) {
            return Ok(text);
        }
        Ok(text.map(|text| self.open(key, &text).unwrap_or_else(|| format!("{UNREADABLE}{text}"))))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let scrambled = self.scramble(key, text).ok_or(StoreError::Full)?;
        self.store.set(key, &scrambled)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
}

/// The head that stays in clear and what is scrambled, in UTF-16 as the browser keeps it.
///
/// A whole value loses its checksum, since [`VaultStore::open`] can make it anew; other texts are scrambled as they are.
fn parts<'t>(key: &str, text: &'t str) -> (&'t str, Vec<u8>) {
    let (head, data) = whole(key, text).unwrap_or((NO_HEAD, text));
    (head, data.encode_utf16().flat_map(u16::to_be_bytes).collect())
}

/// The head and data of a value whose checksum is right.
fn whole<'t>(key: &str, text: &'t str) -> Option<(&'t str, &'t str)> {
    let (head, sum, data) = (text.get(..HEAD)?, text.get(HEAD..HEAD + SUM)?, text.get(HEAD + SUM..)?);
    let right = head.is_ascii() && pack::number(sum)? == u128::from(pack::checksum([key, head, data]));
    right.then_some((head, data))
}

fn about(key: &str, head: &str) -> Vec<u8> {
    [APP, key, head].join("\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use domain::{
        check_in::CheckIn,
        collection::Record,
        day::{Day, Minute},
        id::Id,
        stamp::Stamp,
        text::Note,
    };
    use proptest::prelude::*;
    use storage::{
        key::{self, Kind},
        key_value::MemoryStore,
        load::{Loaded, load},
        save::save,
    };

    use super::*;

    const NOTE: &str = "only mine to read";

    fn chance() -> Fill {
        let mut next = 0_u8;
        Box::new(move |bytes| {
            bytes.iter_mut().for_each(|byte| {
                next = next.wrapping_mul(31).wrapping_add(7);
                *byte = next;
            })
        })
    }

    fn vault(store: &MemoryStore, key: u8) -> VaultStore<'_> {
        VaultStore::over(store, DataKey::of(&[key; 32]).unwrap(), chance())
    }

    fn write(store: &dyn KeyValue, id: u128) {
        let note = Note::parse(NOTE).unwrap();
        let value = CheckIn { note, ..CheckIn::new(Day::new(2026, 11, 24).unwrap(), Minute::from(600)) };
        let changed = Stamp { millis: 5, count: 0, device: 1 };
        save(store, Id::fixed(id), None, &Record { changed, value: Some(value) }).unwrap();
    }

    #[test]
    fn the_record_is_read_and_written_through_the_lock() {
        let store = MemoryStore::default();
        write(&vault(&store, 1), 7);
        let Loaded::Ready(all) = load::<CheckIn>(&vault(&store, 1)).unwrap() else { panic!("not ready") };
        assert_eq!(all.get(Id::fixed(7)).unwrap().note.to_string(), NOTE);
        let plain = MemoryStore::default();
        write(&plain, 7);
        let key = key::of(Kind::CheckIn, 7);
        let (open, locked) = (plain.get(&key).unwrap().unwrap(), store.get(&key).unwrap().unwrap());
        assert_eq!(open[..HEAD], locked[..HEAD], "kind, schema and stamp stay in clear");
        assert_ne!(open[HEAD..HEAD + SUM], locked[HEAD..HEAD + SUM], "the checksum tells nothing of the text");
        assert!(!locked.contains(&open[HEAD + SUM..]));
    }

    #[test]
    fn nothing_comes_out_with_another_key_under_another_name_or_from_the_plain() {
        let store = MemoryStore::default();
        write(&vault(&store, 1), 7);
        let here = key::of(Kind::CheckIn, 7);
        let there = key::of(Kind::CheckIn, 8);
        store.set(&there, &store.get(&here).unwrap().unwrap()).unwrap();
        write(&store, 9);
        for (vault, wrong) in [(vault(&store, 2), vec![7, 8, 9]), (vault(&store, 1), vec![8, 9])] {
            for id in wrong {
                let text = vault.get(&key::of(Kind::CheckIn, id)).unwrap().unwrap();
                assert!(text.starts_with(UNREADABLE), "{id}");
            }
        }
        let Loaded::Damaged { rest, lost } = load::<CheckIn>(&vault(&store, 1)).unwrap() else { panic!("not damaged") };
        assert_eq!((rest.len(), lost), (1, 2));
    }

    #[test]
    fn what_is_needed_before_opening_stays_in_clear() {
        let store = MemoryStore::default();
        let vault = vault(&store, 1);
        for key in [LOOK, LOCK, LOCK_COPY] {
            vault.set(key, "as it is").unwrap();
            assert_eq!(store.get(key).unwrap().as_deref(), Some("as it is"));
            assert_eq!(vault.get(key).unwrap().as_deref(), Some("as it is"));
        }
    }

    proptest! {
        #[test]
        fn any_text_under_any_key_comes_back(name in "[a-z0-9/]{0,30}", text in any::<String>()) {
            let store = MemoryStore::default();
            let vault = vault(&store, 1);
            let key = format!("tr/{name}");
            vault.set(&key, &text).unwrap();
            prop_assert_eq!(vault.get(&key).unwrap(), Some(text));
        }

        #[test]
        fn a_changed_letter_is_found_out(at in any::<prop::sample::Index>(), other in any::<char>()) {
            let store = MemoryStore::default();
            write(&vault(&store, 1), 7);
            let key = key::of(Kind::CheckIn, 7);
            let mut letters: Vec<char> = store.get(&key).unwrap().unwrap().chars().collect();
            let at = at.index(letters.len());
            prop_assume!(letters[at] != other);
            // The checksum only tells a broken value from a stranger's; the seal is what protects.
            prop_assume!(!(HEAD..HEAD + SUM).contains(&at));
            letters[at] = other;
            let text: String = letters.into_iter().collect();
            prop_assert_eq!(vault(&store, 1).open(&key, &text), None);
        }
    }
}
