//! Reads the `documents` of a container into records, kind by kind, within limits.

use std::marker::PhantomData;

use domain::{
    collection::{Collection, Record},
    id::Id,
    stamp::Stamp,
};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
    ser::{SerializeMap, Serializer},
};

use crate::{
    everything::{Everything, every_kind},
    form::Written,
    merge::winner,
    spelled::Plain,
    texts::Reading,
};

/// How many records a file may hold.
pub(crate) const MOST_RECORDS: usize = 200_000;

/// One record in a file. Its stamp is UTC milliseconds, count and device.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(serialize = "F: Serialize", deserialize = "F: Deserialize<'de>"))]
struct RecordForm<F, T> {
    id: Plain<Id<T>>,
    changed: (u64, u16, u16),
    #[serde(default = "nothing", skip_serializing_if = "Option::is_none")]
    value: Option<F>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    removed: bool,
}

fn nothing<F>() -> Option<F> {
    None
}

/// The state of one pass over `documents`.
#[derive(Debug, Default)]
pub(crate) struct Pass {
    pub(crate) texts: Reading,
    records: usize,
    /// Whether there are more records than a file may hold.
    pub(crate) too_many: bool,
}

/// Reads an array of records of one kind.
struct Records<'a, T>(&'a mut Pass, PhantomData<T>);

impl<'de, T: Written> DeserializeSeed<'de> for Records<'_, T> {
    type Value = Collection<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Collection<T>, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, T: Written> Visitor<'de> for Records<'_, T> {
    type Value = Collection<T>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an array of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Collection<T>, A::Error> {
        let mut records = Vec::new();
        while let Some(form) = array.next_element::<RecordForm<T::Form, T>>()? {
            self.0.records += 1;
            self.0.too_many = self.0.records > MOST_RECORDS;
            let id = form.id.0;
            let record = record(form, &mut self.0.texts).filter(|_| !self.0.too_many);
            records.push((id, record.ok_or_else(|| A::Error::custom("a record that makes no sense"))?));
        }
        Ok(collected(records))
    }
}

fn record<T: Written>(form: RecordForm<T::Form, T>, texts: &mut Reading) -> Option<Record<T>> {
    let (millis, count, device) = form.changed;
    let changed = Stamp { millis, count, device };
    let value = match (form.value, form.removed) {
        (Some(value), false) => Some(T::of(value, texts)?),
        (None, true) => None,
        _ => return None,
    };
    (millis <= Stamp::LAST_MILLI).then_some(Record { changed, value })
}

/// The records as a collection. Sorted first, so that the order in a file cannot make this slow.
fn collected<T: Written>(mut records: Vec<(Id<T>, Record<T>)>) -> Collection<T> {
    records.sort_by_key(|(id, _)| *id);
    records.dedup_by(|(id, later), (kept_id, kept)| {
        let same = id == kept_id;
        if same && std::ptr::eq(winner(kept, later), later) {
            std::mem::swap(kept, later);
        }
        same
    });
    let mut all = Collection::default();
    for (id, record) in records {
        all.merge(id, record);
    }
    all
}

/// Writes the records of one kind as an array.
struct Array<'a, T>(&'a Collection<T>);

impl<T: Written> Serialize for Array<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.records().map(|(id, record)| RecordForm {
            id: Plain(id),
            changed: (record.changed.millis, record.changed.count, record.changed.device),
            value: record.value.as_ref().map(Written::form),
            removed: record.value.is_none(),
        }))
    }
}

/// `documents`: an array of records under the name of each kind.
pub(crate) struct Documents<'a>(pub(crate) &'a Everything);

/// Reads `documents`. A kind may be missing, as in a file from before there was that kind.
pub(crate) struct ReadDocuments<'a>(pub(crate) &'a mut Pass);

macro_rules! documents {
    ($($field:ident: $kind:ident),* $(,)?) => {
        impl Serialize for Documents<'_> {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let mut map = to.serialize_map(None)?;
                $(map.serialize_entry(stringify!($field), &Array(&self.0.$field))?;)*
                map.end()
            }
        }

        impl<'de> Visitor<'de> for ReadDocuments<'_> {
            type Value = Everything;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("records by kind")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Everything, A::Error> {
                let mut all = Everything::default();
                let mut seen = Vec::new();
                while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
                    match name.as_ref() {
                        $(stringify!($field) => {
                            all.$field = map.next_value_seed(Records(&mut *self.0, PhantomData))?;
                        })*
                        _ => return Err(A::Error::custom("an unknown kind")),
                    }
                    if seen.contains(&name) {
                        return Err(A::Error::custom("a kind twice"));
                    }
                    seen.push(name);
                }
                Ok(all)
            }
        }
    };
}
every_kind!(documents);

impl<'de> DeserializeSeed<'de> for ReadDocuments<'_> {
    type Value = Everything;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Everything, D::Error> {
        from.deserialize_map(self)
    }
}
