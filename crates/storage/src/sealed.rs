//! Sealed months: the records of one kind made in one finished month, as one value of numbers and one of words.
//!
//! A record belongs to the month in which its id was made, so that it can be found by its id alone. What is changed
//! later lies loose beside it and wins, until the month is sealed again. Both halves bear the stamp of their sealing,
//! and only halves of one sealing are read together.

use domain::stamp::Stamp;

use crate::{
    KeyValue,
    block::{self, Row, Section},
    envelope,
    key::{self, Half, Kind},
    key_value::StoreError,
    pack,
};

/// The form of both halves, in place of a schema: how sections and columns are written.
pub const FORM: u8 = 1;

/// What was found of one sealed month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Month {
    /// Nothing is kept of it.
    Nothing,
    /// A newer Trellis sealed it.
    Newer,
    /// Its records.
    There(Sealed),
    /// Nothing of it can be read.
    Lost,
}

/// The records of one month as one sealing left them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The stamp of the sealing.
    pub changed: Stamp,
    numbers: Vec<u8>,
    words: Option<Vec<u8>>,
    /// Whether their texts could not be read.
    pub wordless: bool,
    /// Whether some first copy is not as it should be.
    pub worn: bool,
}

impl Sealed {
    /// The records of one kind; `None` if they are damaged.
    pub fn section(&self, kind: Kind) -> Option<Section> {
        block::read(&self.numbers, self.words.as_deref(), kind)
    }

    /// The kinds there are by their letters, and their schemas.
    pub fn kinds(&self) -> Vec<(char, u8)> {
        block::kinds(&self.numbers).unwrap_or_default()
    }
}

/// The month of a record, counted from January 1970; `None` if its id says nothing of it.
pub fn month_of(id: u128) -> Option<u16> {
    let millis = i64::try_from(domain::id::made(id)?).ok()?;
    Some(month_on(domain::day::Moment { millis, offset: 0 }.day(0)))
}

/// The month of a day, counted from January 1970.
pub fn month_on(day: domain::day::Day) -> u16 {
    let (year, month, _) = day.parts();
    let months = (i64::from(year) - 1970) * 12 + i64::from(month) - 1;
    u16::try_from(months.max(0)).unwrap_or(u16::MAX)
}

/// The text of one half from the bytes of [`block::write`].
pub fn write_half(half: Half, month: u16, changed: Stamp, bytes: &[u8]) -> String {
    envelope::write(&key::sealed(half, month), half.letter(), FORM, changed, &pack::pack_dense(bytes))
}

/// The stamp of the sealing to which the text under a half's key belongs; `None` if it is damaged.
pub fn stamp_of(half: Half, month: u16, text: &str) -> Option<Stamp> {
    envelope::read(&key::sealed(half, month), half.letter(), text).map(|(_, changed, _)| changed)
}

enum Copy {
    Missing,
    Bad,
    Newer,
    Whole { changed: Stamp, bytes: Vec<u8> },
}

impl Copy {
    fn read(half: Half, key: &str, text: &str) -> Self {
        match envelope::read(key, half.letter(), text) {
            None => Self::Bad,
            Some((form, ..)) if form > FORM => Self::Newer,
            Some((_, changed, data)) => {
                pack::unpack_dense(data).map_or(Self::Bad, |bytes| Self::Whole { changed, bytes })
            }
        }
    }

    fn stamp(&self) -> Option<Stamp> {
        if let Self::Whole { changed, .. } = self { Some(*changed) } else { None }
    }
}

/// Reads what was sealed of `month`. Second copies are read only where a first copy is not as it should be.
pub fn look(store: &dyn KeyValue, month: u16, words: bool) -> Result<Month, StoreError> {
    let read = |half: Half| -> Result<Copy, StoreError> {
        let key = key::sealed(half, month);
        Ok(store.get(&key)?.map_or(Copy::Missing, |text| Copy::read(half, &key, &text)))
    };
    let [first_numbers, first_words, second_numbers, second_words] = Half::ALL;
    let (mut numbers, mut texts) = (vec![read(first_numbers)?], Vec::new());
    if words {
        texts.push(read(first_words)?);
    }
    let fits = |numbers: &Copy, texts: &[Copy]| {
        numbers.stamp().is_some() && (!words || texts.iter().any(|texts| texts.stamp() == numbers.stamp()))
    };
    if !numbers.iter().any(|numbers| fits(numbers, &texts)) {
        numbers.push(read(second_numbers)?);
        if words {
            texts.push(read(second_words)?);
        }
    }
    if numbers.iter().chain(&texts).any(|copy| matches!(copy, Copy::Newer)) {
        return Ok(Month::Newer);
    }
    if numbers.iter().chain(&texts).all(|copy| matches!(copy, Copy::Missing)) {
        return Ok(Month::Nothing);
    }
    let worn = numbers.len() > 1;
    // The latest sealing of which both halves are there; else the latest numbers.
    numbers.sort_by_key(|copy| (fits(copy, &texts), copy.stamp()));
    let Some(Copy::Whole { changed, bytes }) = numbers.pop() else { return Ok(Month::Lost) };
    if block::kinds(&bytes).is_none() {
        return Ok(Month::Lost);
    }
    let words_of = texts.into_iter().find_map(|texts| match texts {
        Copy::Whole { changed: of, bytes } if of == changed => Some(bytes),
        _ => None,
    });
    let wordless = words && words_of.is_none();
    Ok(Month::There(Sealed { changed, numbers: bytes, words: words_of, wordless, worn }))
}

/// The record with this id as its month was sealed; `None` if it is not there.
pub fn row(store: &dyn KeyValue, kind: Kind, id: u128, schema: u8, words: bool) -> Result<Option<(u8, Row)>, Found> {
    let Some(month) = month_of(id) else { return Ok(None) };
    match look(store, month, words).map_err(Found::Store)? {
        Month::Nothing | Month::Lost => Ok(None),
        Month::Newer => Err(Found::Newer),
        Month::There(sealed) => {
            let Some(section) = sealed.section(kind) else { return Ok(None) };
            if section.schema > schema {
                return Err(Found::Newer);
            }
            let place = section.rows.binary_search_by_key(&id, |row| row.id);
            Ok(place.ok().and_then(|place| section.rows.into_iter().nth(place)).map(|row| (section.schema, row)))
        }
    }
}

/// Why a sealed record cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The store cannot be read.
    Store(StoreError),
    /// A newer Trellis sealed its month.
    Newer,
}
