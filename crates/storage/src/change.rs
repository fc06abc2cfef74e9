//! A change of many records at once: all of it or nothing.
//!
//! The whole change is written under one key first, which is one step. From then on it counts as made: whoever reads
//! the record meanwhile reads it through [`Pending`]. Then it is carried out key by key, and last the key is removed.
//! What was begun and not ended is ended at the next start; a step is left out where somebody wrote since.

use domain::stamp::Stamp;

use crate::{
    KeyValue,
    claim::{self, Claim},
    key::{self, CHANGE},
    key_value::{StoreError, length},
    load::{self, Listing},
    pack, room,
    save::SaveError,
};

/// What one key was when it was read, and what it becomes; `None` stands for nothing there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The key.
    pub key: String,
    /// The text that was read there.
    pub before: Option<String>,
    /// The text to be there.
    pub after: Option<String>,
}

/// What became of a change that an earlier visit did not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovered {
    /// There was none.
    Nothing,
    /// It was ended now.
    Finished,
    /// It was unreadable and was set aside.
    SetAside,
    /// A newer Trellis began it: nothing may be written.
    FromNewerVersion,
    /// Another tab is in the middle of it.
    Busy,
}

/// Makes a change whole or not at all. `by` is a new stamp of this run of the program.
///
/// Refuses before anything is changed: if a key is no longer as it was read, if room is short, if a newer Trellis has
/// begun a change. An error of the store after that is none of the change: it is kept, and is ended at the next start.
pub fn apply(store: &dyn KeyValue, by: Stamp, steps: &[Step]) -> Result<(), SaveError> {
    let Some(_claim) = Claim::take(store, by, claim::ALL)? else { return Err(SaveError::ChangedElsewhere) };
    if end(store)? == Recovered::FromNewerVersion {
        return Err(SaveError::FromNewerVersion);
    }
    for step in steps {
        if store.get(&step.key)? != step.before {
            return Err(SaveError::ChangedElsewhere);
        }
    }
    let journal = write(steps);
    if let Err(error) = room::write(store, CHANGE, &journal) {
        // Some stores say no and keep it all the same.
        let _ = store.remove(CHANGE);
        return Err(error.into());
    }
    let growth = growth(steps);
    if growth > 0 && !room::is_there_for(store, growth) {
        store.remove(CHANGE)?;
        return Err(SaveError::Store(StoreError::Full));
    }
    let _ = end(store);
    Ok(())
}

/// Ends what an earlier visit began, and forgets claims of tabs that are gone. Called before loading.
pub fn recover(store: &dyn KeyValue, by: Stamp) -> Result<Recovered, StoreError> {
    claim::forget_old(store, by)?;
    room::forget_trial(store)?;
    if store.get(CHANGE)?.is_none() {
        return Ok(Recovered::Nothing);
    }
    match Claim::take(store, by, claim::ALL)? {
        None => Ok(Recovered::Busy),
        Some(_claim) => end(store),
    }
}

/// How many characters a change may need at most while it is carried out.
fn growth(steps: &[Step]) -> usize {
    let size = |key: &str, text: &Option<String>| text.as_ref().map_or(0, |text| length(key) + length(text));
    steps.iter().map(|step| size(&step.key, &step.after).saturating_sub(size(&step.key, &step.before))).sum()
}

/// Carries out what is left of the change under [`CHANGE`]; whoever calls has claimed everything.
fn end(store: &dyn KeyValue) -> Result<Recovered, StoreError> {
    let Some(text) = store.get(CHANGE)? else { return Ok(Recovered::Nothing) };
    let steps = match read(&text) {
        Journal::Newer => return Ok(Recovered::FromNewerVersion),
        Journal::Broken => {
            load::set_aside(store, CHANGE, &text)?;
            return Ok(Recovered::SetAside);
        }
        Journal::Whole(steps) => steps,
    };
    // What is written comes before what is removed, so that at no moment a record is nowhere.
    for removes in [false, true] {
        for step in steps.iter().filter(|step| step.after.is_none() == removes) {
            carry_out(store, step)?;
        }
    }
    store.remove(CHANGE)?;
    if store.get(CHANGE)?.is_some() { Err(StoreError::Unavailable) } else { Ok(Recovered::Finished) }
}

fn carry_out(store: &dyn KeyValue, step: &Begun) -> Result<(), StoreError> {
    let there = store.get(&step.key)?;
    if there == step.after || sum(there.as_deref()) != step.before {
        return Ok(());
    }
    match &step.after {
        Some(text) => room::write(store, &step.key, text).map_err(|error| match error {
            room::NotWritten::Store(error) => error,
            room::NotWritten::NotKept => StoreError::Unavailable,
        }),
        None => {
            store.remove(&step.key)?;
            if store.get(&step.key)?.is_some() { Err(StoreError::Unavailable) } else { Ok(()) }
        }
    }
}

/// A step as it stands under [`CHANGE`]: of what was there, the checksum is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Begun {
    key: String,
    before: Option<u32>,
    after: Option<String>,
}

enum Journal {
    Whole(Vec<Begun>),
    Newer,
    Broken,
}

/// The form of a change: the first character of its text.
const FORM: &str = "B";
const NOTHING: &str = "-";

fn sum(text: Option<&str>) -> Option<u32> {
    text.map(|text| pack::checksum([text]))
}

/// The form in one digit and the checksum in six, then for each step the key's length in two digits and the key,
/// the checksum of what was there in six digits or `-`, and the text's length in bytes in five digits and the text, or `-`.
fn write(steps: &[Step]) -> String {
    let mut body = String::new();
    for step in steps {
        body.push_str(&pack::size::<2>(step.key.len()));
        body.push_str(&step.key);
        match sum(step.before.as_deref()) {
            Some(sum) => body.push_str(&pack::digits::<6>(u128::from(sum))),
            None => body.push_str(NOTHING),
        }
        match &step.after {
            Some(text) => {
                body.push_str(&pack::size::<5>(text.len()));
                body.push_str(text);
            }
            None => body.push_str(NOTHING),
        }
    }
    let sum = pack::checksum([CHANGE, FORM, &body]);
    format!("{FORM}{}{body}", pack::digits::<6>(u128::from(sum)))
}

fn read(text: &str) -> Journal {
    let Some((form, sum, body)) = text.get(..1).zip(text.get(1..7)).zip(text.get(7..)).map(|((a, b), c)| (a, b, c))
    else {
        return Journal::Broken;
    };
    if pack::number(sum) != Some(u128::from(pack::checksum([CHANGE, form, body]))) {
        return Journal::Broken;
    }
    if form != FORM {
        return Journal::Newer;
    }
    let (mut rest, mut steps) = (body, Vec::new());
    while !rest.is_empty() {
        let Some(step) = read_step(&mut rest) else { return Journal::Broken };
        steps.push(step);
    }
    Journal::Whole(steps)
}

fn read_step(rest: &mut &str) -> Option<Begun> {
    let length = number(rest, 2)?;
    let key = take(rest, length)?.to_owned();
    let before = match rest.strip_prefix(NOTHING) {
        // A digit may look like the sign for nothing; only checksums up to 32 bits begin with A to D.
        Some(after) => {
            *rest = after;
            None
        }
        None => Some(u32::try_from(number(rest, 6)?).ok()?),
    };
    let after = match rest.strip_prefix(NOTHING) {
        Some(after) => {
            *rest = after;
            None
        }
        None => {
            let length = number(rest, 5)?;
            Some(take(rest, length)?.to_owned())
        }
    };
    Some(Begun { key, before, after })
}

fn take<'a>(rest: &mut &'a str, length: usize) -> Option<&'a str> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

fn number(rest: &mut &str, digits: usize) -> Option<usize> {
    usize::try_from(pack::number(take(rest, digits)?)?).ok()
}

/// A store as it will be once a change that was begun is ended.
pub struct Pending<'a> {
    store: &'a dyn KeyValue,
    /// By key.
    steps: Vec<Begun>,
    /// Whether a newer Trellis began a change, which cannot be read: nothing may be written.
    pub newer: bool,
}

impl<'a> Pending<'a> {
    /// Looks whether a change was begun in `store`.
    pub fn over(store: &'a dyn KeyValue) -> Result<Self, StoreError> {
        let (mut steps, newer) = match store.get(CHANGE)?.as_deref().map(read) {
            Some(Journal::Whole(steps)) => (steps, false),
            Some(Journal::Newer) => (Vec::new(), true),
            Some(Journal::Broken) | None => (Vec::new(), false),
        };
        steps.sort_by(|one, other| one.key.cmp(&other.key));
        Ok(Self { store, steps, newer })
    }

    /// The keys of `listing` that begin with `prefix`, and those of the change.
    pub fn keys_under(&self, listing: &Listing, prefix: &str) -> Vec<String> {
        let mut keys: Vec<String> = listing.under(prefix).map(str::to_owned).collect();
        keys.extend(self.written().filter(|key| key.starts_with(prefix)).map(str::to_owned));
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|key| self.step(key).is_none_or(|step| step.after.is_some()));
        keys
    }

    /// The months in `listing` of which anything is sealed, and those of the change.
    pub fn months(&self, listing: &Listing) -> Vec<u16> {
        let mut months = listing.months();
        months.extend(self.written().filter_map(key::read_sealed).map(|(_, month)| month));
        months.sort_unstable();
        months.dedup();
        months
    }

    fn written(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter(|step| step.after.is_some()).map(|step| step.key.as_str())
    }

    fn step(&self, key: &str) -> Option<&Begun> {
        self.steps.get(self.steps.binary_search_by(|step| step.key.as_str().cmp(key)).ok()?)
    }
}

impl KeyValue for Pending<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let there = self.store.get(key)?;
        Ok(match self.step(key) {
            Some(step) if sum(there.as_deref()) == step.before => step.after.clone(),
            _ => there,
        })
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = self.store.keys()?;
        keys.retain(|key| self.step(key).is_none());
        for step in &self.steps {
            if self.get(&step.key)?.is_some() {
                keys.push(step.key.clone());
            }
        }
        keys.retain(|key| key != CHANGE);
        Ok(keys)
    }
}
