//! Meeting Guide JSON: an array of objects, read one by one, never as a whole tree.

use std::{borrow::Cow, fmt};

use domain::{listed::Reason, text::Note};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{
    ListError, Listing, MOST_FIELDS, MOST_ROWS, Taking,
    row::{Cell, Fields},
};
use crate::canonical;

/// The longest a value may be as it is written: each letter can take six.
const LONGEST: usize = 6 * Note::LIMIT + 2;

pub(super) fn read(text: &str) -> Result<Listing, ListError> {
    if !canonical::is_flat_enough(text) {
        return Err(ListError::TooDeep);
    }
    let mut rows = Rows::default();
    let mut from = serde_json::Deserializer::from_str(text);
    let whole = from.deserialize_seq(&mut rows).and_then(|()| from.end()).is_ok();
    if rows.too_many {
        return Err(ListError::TooMany);
    }
    if !whole {
        rows.taking.leave(rows.count + 1, None, Reason::Cut);
    }
    Ok(rows.taking.listing)
}

/// Takes the elements of the array.
#[derive(Default)]
struct Rows {
    taking: Taking,
    count: usize,
    too_many: bool,
}

impl<'de> Visitor<'de> for &mut Rows {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an array of meetings")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        while let Some(element) = array.next_element::<&RawValue>()? {
            if self.count == MOST_ROWS {
                self.too_many = true;
                return Err(serde::de::Error::custom("too many"));
            }
            self.count += 1;
            self.taking.take(self.count, fields(element));
        }
        Ok(())
    }
}

fn fields(element: &RawValue) -> Result<Fields, Reason> {
    if !element.get().starts_with('{') {
        return Err(Reason::NotAMeeting);
    }
    let object: Object<'_> = serde_json::from_str(element.get()).map_err(|_| Reason::NotAMeeting)?;
    if object.0.len() > MOST_FIELDS {
        return Err(Reason::TooManyFields);
    }
    let mut fields = Fields::default();
    for (name, value) in object.0 {
        if value.get().len() > LONGEST {
            return Err(Reason::TooLong);
        }
        if let Some(cell) = cell(value.get()) {
            fields.put(name.into_owned(), cell);
        }
    }
    Ok(fields)
}

/// The fields of an object as they are written, one more than there may be at most.
struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Object<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a meeting")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry::<Cow<'de, str>, &'de RawValue>()? {
            if fields.len() <= MOST_FIELDS {
                fields.push(field);
            }
        }
        Ok(Object(fields))
    }
}

/// What a value holds; `None` for nothing.
fn cell(json: &str) -> Option<Cell> {
    match json.bytes().next()? {
        b'n' => None,
        b'[' => Some(match serde_json::from_str::<Vec<&RawValue>>(json) {
            Ok(values) => match values.iter().map(|value| scalar(value.get())).collect::<Option<Vec<_>>>() {
                Some(texts) => Cell::Many(texts.into_iter().filter(|text| !text.trim().is_empty()).collect()),
                None => Cell::Other(json.to_owned()),
            },
            Err(_) => Cell::Other(json.to_owned()),
        }),
        b'{' => Some(Cell::Other(json.to_owned())),
        _ => Some(scalar(json).map_or_else(|| Cell::Other(json.to_owned()), Cell::Text)),
    }
}

/// A text, or a number or a truth as text; nothing is an empty one.
fn scalar(json: &str) -> Option<String> {
    match json.bytes().next()? {
        b'"' => serde_json::from_str(json).ok(),
        b'[' | b'{' => None,
        b'n' => Some(String::new()),
        _ => Some(json.to_owned()),
    }
}
