//! The lock: the data key, wrapped with a key made of the person's words by Argon2id (RFC 9106).
//!
//! What is written down of it: how much work the words cost, the salt, the wrapped key, and a check value, so that wrong
//! words are told from a damaged lock and no two phrases open one lock.

use storage::pack;

use crate::cipher::{self, DataKey, KEY, NONCE};

/// Memory that making the key takes, in KiB.
pub const MEMORY: u32 = 64 * 1024;
/// The least memory a lock may ask for, in KiB; less was never written.
pub const LEAST_MEMORY: u32 = 19 * 1024;
/// The most memory a lock may ask for, in KiB; more would only stop the device.
pub const MOST_MEMORY: u32 = 256 * 1024;
/// How often the memory is gone over.
pub const PASSES: u32 = 3;
const MOST_PASSES: u32 = 16;
const SALT: usize = 16;
const CHECK: usize = 16;
const WRAPPED: usize = NONCE + KEY + 16;
/// Kind and schema, in the place where every value has them, and the stamp, which a lock has none of.
const HEAD: &str = "kBAAAAAAAAAAAAAA";
const SUM: usize = 6;

/// Why a lock does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    /// The words are others.
    #[error("wrong words")]
    Wrong,
    /// What is written down of the lock is damaged.
    #[error("damaged")]
    Damaged,
    /// A newer version wrote it.
    #[error("from a newer version")]
    FromNewerVersion,
    /// The device has not the memory to make the key.
    #[error("no memory")]
    NoMemory,
}

/// What is written down of a lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    memory: u32,
    passes: u32,
    salt: [u8; SALT],
    wrapped: [u8; WRAPPED],
    check: [u8; CHECK],
}

impl Lock {
    /// The text to keep under `key`.
    pub fn write(&self, key: &str) -> String {
        let costs = [self.memory.to_be_bytes(), self.passes.to_be_bytes()].concat();
        let data = pack::pack(&[costs.as_slice(), &self.salt, &self.wrapped, &self.check].concat());
        let sum = pack::checksum([key, HEAD, &data]);
        format!("{HEAD}{}{data}", pack::digits::<SUM>(u128::from(sum)))
    }

    /// Reads the text kept under `key`.
    pub fn read(key: &str, text: &str) -> Result<Self, LockError> {
        Self::parse(key, text).ok_or_else(|| {
            let newer = text.get(..2).is_some_and(|begin| begin.starts_with('k') && begin != &HEAD[..2]);
            if newer && is_whole(key, text) { LockError::FromNewerVersion } else { LockError::Damaged }
        })
    }

    fn parse(key: &str, text: &str) -> Option<Self> {
        let bytes = pack::unpack(text.strip_prefix(HEAD)?.get(SUM..)?).filter(|_| is_whole(key, text))?;
        let (memory, rest) = bytes.split_first_chunk()?;
        let (passes, rest) = rest.split_first_chunk()?;
        let (salt, rest) = rest.split_first_chunk()?;
        let (wrapped, rest) = rest.split_first_chunk()?;
        let (memory, passes) = (u32::from_be_bytes(*memory), u32::from_be_bytes(*passes));
        let in_bounds = (LEAST_MEMORY..=MOST_MEMORY).contains(&memory) && (1..=MOST_PASSES).contains(&passes);
        in_bounds.then_some(Self { memory, passes, salt: *salt, wrapped: *wrapped, check: rest.try_into().ok()? })
    }
}

fn is_whole(key: &str, text: &str) -> bool {
    let parts = text.get(..HEAD.len()).zip(text.get(HEAD.len()..HEAD.len() + SUM)).zip(text.get(HEAD.len() + SUM..));
    parts.is_some_and(|((head, sum), data)| pack::number(sum) == Some(u128::from(pack::checksum([key, head, data]))))
}

#[cfg(feature = "derive")]
impl Lock {
    /// A new lock around `key`, opened by `words`.
    pub fn around(key: &DataKey, words: &str, fill: &mut dyn FnMut(&mut [u8])) -> Result<Self, LockError> {
        Self::with_costs(key, words, (MEMORY, PASSES), fill)
    }

    fn with_costs(
        key: &DataKey,
        words: &str,
        (memory, passes): (u32, u32),
        fill: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, LockError> {
        let (mut salt, mut nonce) = ([0; SALT], [0; NONCE]);
        fill(&mut salt);
        fill(&mut nonce);
        let (wrapping, check) = derive(words, &salt, memory, passes)?;
        let wrapped = cipher::seal(&wrapping, nonce, &bound(memory, passes, &salt), key.bytes());
        let wrapped = wrapped.and_then(|wrapped| wrapped.try_into().ok()).ok_or(LockError::NoMemory)?;
        Ok(Self { memory, passes, salt, wrapped, check })
    }

    /// The key inside, if these are the words.
    pub fn open(&self, words: &str) -> Result<DataKey, LockError> {
        let (wrapping, check) = derive(words, &self.salt, self.memory, self.passes)?;
        if check != self.check {
            return Err(LockError::Wrong);
        }
        let key = cipher::open(&wrapping, &bound(self.memory, self.passes, &self.salt), &self.wrapped);
        key.and_then(|key| DataKey::of(&key)).ok_or(LockError::Damaged)
    }
}

#[cfg(feature = "derive")]
fn bound(memory: u32, passes: u32, salt: &[u8]) -> Vec<u8> {
    [b"trellis\nlock\n".as_slice(), &memory.to_be_bytes(), &passes.to_be_bytes(), salt].concat()
}

/// The key that wraps and the check value, both from one run of Argon2id.
#[cfg(feature = "derive")]
fn derive(words: &str, salt: &[u8], memory: u32, passes: u32) -> Result<(DataKey, [u8; CHECK]), LockError> {
    use argon2::{Algorithm, Argon2, Params, Version};
    use zeroize::Zeroize;

    let costs = Params::new(memory, passes, 1, Some(KEY + CHECK)).map_err(|_| LockError::Damaged)?;
    let mut out = [0; KEY + CHECK];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, costs)
        .hash_password_into(words.as_bytes(), salt, &mut out)
        .map_err(|_| LockError::NoMemory)?;
    let (key, check) = out.split_at(KEY);
    let made = DataKey::of(key).zip(check.try_into().ok()).ok_or(LockError::NoMemory);
    out.zeroize();
    made
}

#[cfg(all(test, feature = "derive"))]
mod tests {
    use super::*;

    const WORDS: &str = "five words of one sheet";
    /// The least that a lock may cost, so that tests are quick.
    const QUICK: (u32, u32) = (LEAST_MEMORY, 1);

    fn key() -> DataKey {
        DataKey::of(&[7; KEY]).unwrap()
    }

    fn lock() -> Lock {
        let mut next = 0_u8;
        Lock::with_costs(&key(), WORDS, QUICK, &mut |bytes| {
            bytes.iter_mut().for_each(|byte| {
                next = next.wrapping_add(1);
                *byte = next;
            })
        })
        .unwrap()
    }

    #[test]
    fn its_words_open_it_and_no_others() {
        let lock = Lock::read("tr/lock", &lock().write("tr/lock")).unwrap();
        assert_eq!(lock.open(WORDS).unwrap(), key());
        for other in ["", "five words of one sheep", "Five words of one sheet", "five words of one sheet "] {
            assert_eq!(lock.open(other), Err(LockError::Wrong), "{other}");
        }
    }

    #[test]
    fn a_lock_of_now_costs_what_is_promised() {
        let made = Lock::around(&key(), WORDS, &mut |bytes| bytes.fill(3)).unwrap();
        assert_eq!((made.memory, made.passes), (64 * 1024, 3));
        assert_eq!(made.open(WORDS).unwrap(), key());
    }

    #[test]
    fn every_changed_letter_is_found_out() {
        let text = lock().write("tr/lock");
        for at in 0..text.chars().count() {
            let changed: String =
                text.chars().enumerate().map(|(place, letter)| if place == at { 'z' } else { letter }).collect();
            assert_ne!(changed, text);
            assert!(Lock::read("tr/lock", &changed).is_err(), "at {at}");
        }
        assert_eq!(Lock::read("tr/lock/2", &text), Err(LockError::Damaged), "another key");
        assert_eq!(Lock::read("tr/lock", ""), Err(LockError::Damaged));
    }

    #[test]
    fn a_lock_of_a_newer_version_is_known_as_one() {
        let head = HEAD.replace('B', "C");
        let sum = pack::checksum(["tr/lock", &head, "new"]);
        let text = format!("{head}{}new", pack::digits::<SUM>(u128::from(sum)));
        assert_eq!(Lock::read("tr/lock", &text), Err(LockError::FromNewerVersion));
    }

    #[test]
    fn a_lock_that_asks_too_little_or_too_much_work_is_refused() {
        for (memory, passes) in [(LEAST_MEMORY - 1, 3), (MOST_MEMORY + 1, 3), (MEMORY, 0), (MEMORY, u32::MAX)] {
            let text = Lock { memory, passes, ..lock() }.write("tr/lock");
            assert_eq!(Lock::read("tr/lock", &text), Err(LockError::Damaged), "{memory} {passes}");
        }
    }

    /// RFC 9106, section 5.3: Argon2id with 32 KiB, 3 passes, 4 lanes.
    #[test]
    fn argon2id_gives_what_its_standard_says() {
        use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
        let mut costs = ParamsBuilder::new();
        costs.m_cost(32).t_cost(3).p_cost(4).output_len(32).data(AssociatedData::new(&[4; 12]).unwrap());
        let argon =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, costs.build().unwrap()).unwrap();
        let mut out = [0; 32];
        argon.hash_password_into(&[1; 32], &[2; 16], &mut out).unwrap();
        let expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
        assert_eq!(out.map(|byte| format!("{byte:02x}")).concat(), expected);
    }
}
