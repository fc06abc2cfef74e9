//! What is kept of the lock: how a phrase becomes a key, and the data key wrapped by that.
//!
//! Losing it would lose the record, so it stands under two keys; whoever changes the phrase only writes it anew.

use std::fmt;

use storage::{KeyValue, key_value::StoreError, pack};
use zeroize::Zeroize;

use crate::{Fill, Key, cipher};

/// Where the lock is kept, twice.
pub const KEYS: [&str; 2] = ["tr/lock", "tr/lock/2"];
const FORMAT: &str = "lock1";
const SALT: usize = 16;

/// The work that turns a phrase into a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// KiB of memory.
    pub memory: u32,
    /// How often all of it is gone through.
    pub passes: u32,
}

impl Cost {
    /// What is used: 64 MiB, three passes.
    pub const USUAL: Self = Self { memory: 64 << 10, passes: 3 };
    /// For a device that cannot do the usual: 19 MiB, two passes (the least that OWASP advises).
    pub const LEAST: Self = Self { memory: 19 << 10, passes: 2 };
    /// More is never done: whoever changed the lock could make the device hang.
    pub const MOST: Self = Self { memory: 256 << 10, passes: 16 };

    /// Whether it lies between the least and the most.
    pub fn is_allowed(self) -> bool {
        (Self::LEAST.memory..=Self::MOST.memory).contains(&self.memory)
            && (Self::LEAST.passes..=Self::MOST.passes).contains(&self.passes)
    }
}

/// What a phrase became: the key that wraps the data key, and a value that tells a wrong phrase.
#[derive(Clone, PartialEq, Eq)]
pub struct Derived {
    /// Wraps the data key.
    pub key: Key,
    /// Is compared with the one that is kept. It says nothing about the key: both are parts of one long output.
    pub check: [u8; 32],
}

impl Derived {
    /// How many bytes it has.
    pub const BYTES: usize = 64;

    /// Reads key and check, in this order.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let (key, check) = bytes.split_at_checked(Key::BYTES)?;
        Some(Self { key: Key::of(key)?, check: check.try_into().ok()? })
    }

    /// Key and check, in this order.
    pub fn bytes(&self) -> Vec<u8> {
        [*self.key.bytes(), self.check].concat()
    }
}

impl Drop for Derived {
    fn drop(&mut self) {
        self.check.zeroize();
    }
}

impl fmt::Debug for Derived {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Derived(…)")
    }
}

/// Why a lock did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    /// It is another phrase.
    #[error("wrong phrase")]
    WrongPhrase,
    /// It is the phrase, but the wrapped key was changed.
    #[error("damaged")]
    Damaged,
}

/// The lock as it is kept. None of it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The work to do.
    pub cost: Cost,
    /// Makes the same phrase another key on each device.
    pub salt: [u8; SALT],
    check: [u8; 32],
    wrapped: Vec<u8>,
}

impl Lock {
    /// A salt for a new lock or another phrase.
    pub fn salt(fill: Fill<'_>) -> [u8; SALT] {
        let mut salt = [0; SALT];
        fill(&mut salt);
        salt
    }

    /// Wraps `data_key` with what the phrase became by `cost` and `salt`.
    pub fn new(data_key: &Key, derived: &Derived, cost: Cost, salt: [u8; SALT], fill: Fill<'_>) -> Self {
        let wrapped = cipher::seal(&derived.key, data_key.bytes(), &place(cost, salt), fill);
        Self { cost, salt, check: derived.check, wrapped }
    }

    /// The data key.
    pub fn open(&self, derived: &Derived) -> Result<Key, LockError> {
        // Every byte is compared, so that the time says nothing.
        let difference = self.check.iter().zip(&derived.check).fold(0, |all, (one, other)| all | (one ^ other));
        if difference != 0 {
            return Err(LockError::WrongPhrase);
        }
        let opened = cipher::open(&derived.key, &self.wrapped, &place(self.cost, self.salt));
        opened.and_then(|bytes| Key::of(&bytes)).ok_or(LockError::Damaged)
    }

    /// The text that is kept.
    pub fn text(&self) -> String {
        let Cost { memory, passes } = self.cost;
        let packed = [self.salt.as_slice(), &self.check, &self.wrapped].map(pack::pack).join(";");
        let text = format!("{FORMAT};{memory};{passes};{packed}");
        let sum = pack::digits::<6>(u128::from(pack::checksum([text.as_str()])));
        format!("{text};{sum}")
    }

    /// Reads the text; `None` if it is damaged, or asks for more or less work than allowed.
    pub fn read(text: &str) -> Option<Self> {
        let (body, sum) = text.rsplit_once(';')?;
        if pack::number(sum)? != u128::from(pack::checksum([body])) {
            return None;
        }
        let mut parts = body.split(';');
        let mut next = || parts.next();
        (next()? == FORMAT).then_some(())?;
        let cost = Cost { memory: next()?.parse().ok()?, passes: next()?.parse().ok()? };
        cost.is_allowed().then_some(())?;
        let mut bytes = || pack::unpack(next()?);
        let (salt, check) = (bytes()?.try_into().ok()?, bytes()?.try_into().ok()?);
        Some(Self { cost, salt, check, wrapped: bytes()? })
    }

    /// The lock in `store`: the first copy that is whole.
    pub fn find(store: &dyn KeyValue) -> Result<Option<Self>, StoreError> {
        for key in KEYS {
            if let Some(lock) = store.get(key)?.as_deref().and_then(Self::read) {
                return Ok(Some(lock));
            }
        }
        Ok(None)
    }

    /// Whether `store` holds a lock, whole or damaged. If it is damaged, nothing may be written over what it locks.
    pub fn is_there(store: &dyn KeyValue) -> Result<bool, StoreError> {
        Ok(store.get(KEYS[0])?.is_some() || store.get(KEYS[1])?.is_some())
    }

    /// What to put where, both copies.
    pub fn texts(&self) -> [(String, String); 2] {
        KEYS.map(|key| (key.to_owned(), self.text()))
    }
}

/// Binds the wrapped key to its purpose and to how the phrase became a key.
fn place(cost: Cost, salt: [u8; SALT]) -> Vec<u8> {
    [b"trellis data key 1".as_slice(), &cost.memory.to_le_bytes(), &cost.passes.to_le_bytes(), &salt].concat()
}
