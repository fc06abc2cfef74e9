//! Reading the record: what is there, what is damaged, what a newer Trellis wrote.

use domain::{
    collection::{Collection, Record},
    id::Id,
};

use crate::{
    KeyValue,
    block::Row,
    change::Pending,
    envelope::Envelope,
    kept::Kept,
    key::{self, Kind},
    key_value::StoreError,
    room::{self, NotWritten},
    sealed::{self, Month},
};

/// What became of reading one kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded<T> {
    /// Nothing has been kept yet.
    New,
    /// All of it was read.
    Ready(Collection<T>),
    /// Some of it is unreadable and was set aside, or left where it is if there was no room.
    Damaged {
        /// What could be read.
        rest: Collection<T>,
        /// How many records could not.
        lost: usize,
    },
    /// Some of it was written by a newer Trellis: it may be read in part, and must not be written.
    FromNewerVersion {
        /// What could be read.
        rest: Collection<T>,
        /// How many records are damaged besides.
        lost: usize,
    },
}

impl<T> Loaded<T> {
    /// What could be read, whatever the outcome.
    pub fn readable(self) -> Collection<T> {
        match self {
            Self::New => Collection::default(),
            Self::Ready(rest) | Self::Damaged { rest, .. } | Self::FromNewerVersion { rest, .. } => rest,
        }
    }
}

/// Every key there is, in order: listed once, it serves to load every kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing(Vec<String>);

impl Listing {
    /// The keys of `store` now.
    pub fn of(store: &dyn KeyValue) -> Result<Self, StoreError> {
        let mut keys = store.keys()?;
        keys.sort_unstable();
        Ok(Self(keys))
    }

    /// The keys that begin with `prefix`.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let from = self.0.partition_point(|key| key.as_str() < prefix);
        self.0.iter().skip(from).map(String::as_str).take_while(move |key| key.starts_with(prefix))
    }

    /// The months of which anything sealed is kept, in order.
    pub fn months(&self) -> Vec<u16> {
        let halves = self.under(key::NUMBERS).chain(self.under(key::WORDS));
        let mut months: Vec<u16> = halves.filter_map(key::read_sealed).map(|(_, month)| month).collect();
        months.sort_unstable();
        months.dedup();
        months
    }
}

/// Reads every record of kind `T`, loose and sealed, and sets aside loose ones that are damaged.
pub fn load<T: Kept>(store: &dyn KeyValue) -> Result<Loaded<T>, StoreError> {
    load_listed(store, &Listing::of(store)?)
}

/// Like [`load`], with the keys listed before.
pub fn load_listed<T: Kept>(store: &dyn KeyValue, listing: &Listing) -> Result<Loaded<T>, StoreError> {
    load_with(store, listing, true)
}

/// Like [`load_listed`], without the texts of sealed months: quicker, and only for looking.
pub fn load_numbers<T: Kept>(store: &dyn KeyValue, listing: &Listing) -> Result<Wordless<T>, StoreError> {
    Ok(Wordless(load_with(store, listing, false)?.readable()))
}

/// Records whose texts may be missing, and which must therefore not be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wordless<T>(Collection<T>);

impl<T> Wordless<T> {
    /// Values that are there, oldest id first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> {
        self.0.iter()
    }
}

fn load_with<T: Kept>(store: &dyn KeyValue, listing: &Listing, words: bool) -> Result<Loaded<T>, StoreError> {
    let mut all = Collection::default();
    let sealed = T::OF_CELLS.is_some();
    let found = visit(store, listing, What { kind: T::KIND, schema: T::SCHEMA, sealed, words }, &mut |part| {
        let (id, record) = match part {
            Part::Loose(id, envelope) => (id, record_of(envelope)),
            Part::Sealed(schema, row) => (row.id, record_of_row(schema, row)),
        };
        record.is_some_and(|record| {
            all.merge(Id::fixed(id), record);
            true
        })
    })?;
    Ok(match found {
        Found { newer: true, lost, .. } => Loaded::FromNewerVersion { rest: all, lost },
        Found { any: false, .. } => Loaded::New,
        Found { lost: 0, .. } => Loaded::Ready(all),
        Found { lost, .. } => Loaded::Damaged { rest: all, lost },
    })
}

/// Reads one record, loose or sealed; `None` if there is none that this version can read.
pub fn record<T: Kept>(store: &dyn KeyValue, id: Id<T>) -> Option<Record<T>> {
    let key = key::of(T::KIND, id.as_u128());
    let store = &Pending::over(store).ok()?;
    let loose = || {
        let envelope = Envelope::read(&key, T::KIND, &store.get(&key).ok()??)?;
        if envelope.schema > T::SCHEMA { None } else { record_of(&envelope) }
    };
    let sealed = || {
        T::OF_CELLS?;
        let (schema, row) = sealed::row(store, T::KIND, id.as_u128(), T::SCHEMA, true).ok()??;
        record_of_row(schema, &row)
    };
    match (loose(), sealed()) {
        (Some(loose), Some(sealed)) if loose.changed < sealed.changed => Some(sealed),
        (loose, sealed) => loose.or(sealed),
    }
}

/// Whether anything at all of the record is kept: after erasing there is not.
pub fn is_any(store: &dyn KeyValue) -> Result<bool, StoreError> {
    let record = |key: &String| key::read(key).is_some() || key::read_sealed(key).is_some();
    Ok(store.keys()?.iter().any(record))
}

fn record_of<T: Kept>(envelope: &Envelope) -> Option<Record<T>> {
    let value = match &envelope.data {
        None => None,
        Some(data) => Some(T::decode(envelope.schema, data)?),
    };
    Some(Record { changed: envelope.changed, value })
}

fn record_of_row<T: Kept>(schema: u8, row: &Row) -> Option<Record<T>> {
    let value = match &row.cells {
        None => None,
        Some(cells) => Some(T::OF_CELLS?(schema, cells)?),
    };
    Some(Record { changed: row.changed, value })
}

/// What to look for.
#[derive(Clone, Copy)]
struct What {
    kind: Kind,
    schema: u8,
    sealed: bool,
    words: bool,
}

/// A whole value.
enum Part<'a> {
    Loose(u128, &'a Envelope),
    Sealed(u8, &'a Row),
}

/// What a look at all texts of a kind found.
#[derive(Default)]
struct Found {
    any: bool,
    newer: bool,
    lost: usize,
    /// Whether a key that was listed was gone: another tab has sealed its month meanwhile.
    moved: bool,
}

/// How often a record that moves while it is read is read again.
const LOOKS: usize = 3;

/// Shows `take` every whole value of a kind. What is damaged, or what `take` refuses, is set aside if it is loose;
/// sealed months are mended when there is time (`seal::mend`).
fn visit(
    store: &dyn KeyValue,
    listing: &Listing,
    what: What,
    take: &mut dyn FnMut(Part) -> bool,
) -> Result<Found, StoreError> {
    let mut found = visit_once(store, listing, what, take)?;
    for _ in 1..LOOKS {
        if !found.moved {
            break;
        }
        found = visit_once(store, &Listing::of(store)?, what, take)?;
    }
    Ok(found)
}

fn visit_once(
    store: &dyn KeyValue,
    listing: &Listing,
    what: What,
    take: &mut dyn FnMut(Part) -> bool,
) -> Result<Found, StoreError> {
    let store = &Pending::over(store)?;
    let mut found = Found { newer: store.newer, ..Found::default() };
    if what.sealed {
        for month in store.months(listing) {
            visit_month(store, month, what, take, &mut found)?;
        }
    }
    let looks = what.kind == Kind::Look;
    let prefix = if looks { key::LOOK.to_owned() } else { format!("{}{}/", key::PREFIX, what.kind.letter()) };
    for key in store.keys_under(listing, &prefix) {
        let Some((_, id)) = key::read(&key).filter(|(of, _)| *of == what.kind) else { continue };
        let Some(text) = store.get(&key)? else {
            found.moved = true;
            continue;
        };
        found.any = true;
        match Envelope::read(&key, what.kind, &text) {
            Some(envelope) if envelope.schema > what.schema => found.newer = true,
            Some(envelope) if take(Part::Loose(id, &envelope)) => {}
            _ => {
                found.lost += 1;
                // With no room to set it aside it stays where it is: nothing writes over it.
                let _ = set_aside(store, &key, &text);
            }
        }
    }
    Ok(found)
}

fn visit_month(
    store: &dyn KeyValue,
    month: u16,
    what: What,
    take: &mut dyn FnMut(Part) -> bool,
    found: &mut Found,
) -> Result<(), StoreError> {
    match sealed::look(store, month, what.words)? {
        Month::Nothing => return Ok(()),
        Month::Newer => found.newer = true,
        Month::Lost => found.lost += 1,
        Month::There(sealed) => match sealed.section(what.kind) {
            None => found.lost += 1,
            Some(section) if section.schema > what.schema => found.newer = true,
            Some(section) if section.rows.is_empty() => return Ok(()),
            Some(section) => {
                let unread = section.rows.iter().filter(|row| !take(Part::Sealed(section.schema, row))).count();
                found.lost += if sealed.wordless { section.rows.len() } else { unread };
            }
        },
    }
    found.any = true;
    Ok(())
}

/// The key under which `text` of `key` is set aside: the first that is free or has it already.
pub fn aside_key(store: &dyn KeyValue, key: &str, text: &str) -> Result<String, StoreError> {
    let name = key.strip_prefix(key::PREFIX).unwrap_or(key);
    let mut number = 0;
    loop {
        let aside = format!("{}{name}/{number}", key::ASIDE);
        match store.get(&aside)? {
            Some(known) if known != text => number += 1,
            _ => return Ok(aside),
        }
    }
}

/// Moves an unreadable text to a key of its own: written, read back, and only then removed where it was.
pub fn set_aside(store: &dyn KeyValue, key: &str, text: &str) -> Result<(), StoreError> {
    let aside = aside_key(store, key, text)?;
    room::write(store, &aside, text).map_err(|error| match error {
        NotWritten::Store(error) => error,
        NotWritten::NotKept => StoreError::Full,
    })?;
    // Another tab may have put something whole there meanwhile.
    if store.get(key)?.as_deref() == Some(text) { store.remove(key) } else { Ok(()) }
}

/// How many texts stand aside.
pub fn count_aside(store: &dyn KeyValue) -> usize {
    store.keys().map_or(0, |keys| keys.iter().filter(|key| key.starts_with(key::ASIDE)).count())
}
