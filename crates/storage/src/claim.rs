//! What one tab is about to change, said to the others before it looks whether it may.
//!
//! localStorage can neither compare and write in one step nor wait. So a tab first writes its claim under a key of its
//! own and then looks for claims of others: of two tabs that do so at once, at least one sees the other and gives way.

use domain::stamp::Stamp;

use crate::{KeyValue, key::CLAIM, key_value::StoreError, pack};

/// Claims everything.
pub const ALL: &str = "*";
/// After this many milliseconds a claim is that of a tab which was closed in the middle.
const LASTS: u64 = 10_000;
const DIGITS: usize = 8;

/// A claim, given up when it is dropped.
pub struct Claim<'a> {
    store: &'a dyn KeyValue,
    own: String,
}

impl<'a> Claim<'a> {
    /// Claims `what`, a key or [`ALL`], for the program run and the time of `by`; `None` if another tab has it.
    ///
    /// Where there is no room for a claim it goes without: a full store must still let go of things.
    pub fn take(store: &'a dyn KeyValue, by: Stamp, what: &str) -> Result<Option<Self>, StoreError> {
        let claim = Self { store, own: format!("{CLAIM}{}", pack::digits::<3>(u128::from(by.device))) };
        let text = format!("{}{what}", pack::digits::<DIGITS>(u128::from(by.millis)));
        match store.set(&claim.own, &text) {
            Ok(()) | Err(StoreError::Full) => {}
            Err(error) => return Err(error),
        }
        for key in claims(store)? {
            if key != claim.own && store.get(&key)?.is_some_and(|text| stands_against(&text, by, what)) {
                return Ok(None);
            }
        }
        Ok(Some(claim))
    }
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        // One that stays is taken for a closed tab's after a while.
        let _ = self.store.remove(&self.own);
    }
}

/// Removes claims that were left behind.
pub fn forget_old(store: &dyn KeyValue, now: Stamp) -> Result<(), StoreError> {
    for key in claims(store)? {
        if store.get(&key)?.is_some_and(|text| !lasts(&text, now)) {
            store.remove(&key)?;
        }
    }
    Ok(())
}

fn claims(store: &dyn KeyValue) -> Result<Vec<String>, StoreError> {
    let mut keys = store.keys()?;
    keys.retain(|key| key.starts_with(CLAIM));
    Ok(keys)
}

fn lasts(text: &str, now: Stamp) -> bool {
    let millis = text.get(..DIGITS).and_then(pack::number).and_then(|millis| u64::try_from(millis).ok());
    millis.is_some_and(|millis| millis.abs_diff(now.millis) <= LASTS)
}

fn stands_against(text: &str, by: Stamp, what: &str) -> bool {
    let theirs = text.get(DIGITS..).unwrap_or_default();
    lasts(text, by) && (what == ALL || theirs == ALL || what == theirs)
}
