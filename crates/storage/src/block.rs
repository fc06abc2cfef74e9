//! Many records as two runs of bytes, numbers and words: a section for each kind, in it column by column.
//!
//! Each run begins with a table in a frame of its own, so that one section can be read without the others.

use domain::stamp::Stamp;

use crate::{
    column::{Columns, Written},
    dated::Cells,
    key::Kind,
    squeeze,
};

/// One record as it lies in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id, of version 7.
    pub id: u128,
    /// When it changed.
    pub changed: Stamp,
    /// What it says; `None` once removed.
    pub cells: Option<Cells>,
}

/// The records of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The kind.
    pub kind: Kind,
    /// The form of its columns.
    pub schema: u8,
    /// By id. Every row has as many numbers and as many texts; numbers that are missing at the end are written as 0.
    pub rows: Vec<Row>,
}

const RUN: u128 = 0xffff;
/// The bits of an id between its time and its tail that are always the same.
const VERSION: u128 = 7 << 76 | 0b10 << 62;
/// No month holds more records or columns; what says so was not written by [`write`].
const MOST: u64 = 1 << 20;

/// The numbers of `sections`, and the words.
pub fn write(sections: &[Section]) -> (Vec<u8>, Vec<u8>) {
    let rows = sections.iter().flat_map(|section| &section.rows);
    // Runs of the program made ids and stamps of all kinds: each is written once, in the order of its first id.
    let mut runs: Vec<(u64, u64)> = rows
        .flat_map(|row| {
            let made = low(row.id >> 80);
            [(low(row.id & RUN), made), (u64::from(row.changed.device), row.changed.millis.max(made))]
        })
        .collect();
    runs.sort_unstable();
    runs.dedup_by_key(|(run, _)| *run);
    runs.sort_unstable_by_key(|(_, first)| *first);
    let runs: Vec<u64> = runs.into_iter().map(|(run, _)| run).collect();
    let (mut numbers, mut words) = (Written::default(), Written::default());
    let (mut of_numbers, mut of_words, mut texts) = (Vec::new(), Vec::new(), String::new());
    numbers.put(size(runs.len()));
    numbers.column(&runs);
    for table in [&mut numbers, &mut words] {
        table.put(size(sections.len()));
    }
    for section in sections {
        let (coded, (columns, text)) = (write_numbers(section, &runs), write_words(section));
        for number in [u64::from(u32::from(section.kind.letter())), u64::from(section.schema), size(coded.len())] {
            numbers.put(number);
        }
        for number in [u64::from(u32::from(section.kind.letter())), size(columns.len()), size(text.len())] {
            words.put(number);
        }
        of_numbers.extend(coded);
        of_words.extend(columns);
        texts.push_str(&text);
    }
    of_words.extend(squeeze::squeeze(texts.as_bytes()));
    (frame(numbers.finish(), of_numbers), frame(words.finish(), of_words))
}

/// The length of the table in four bytes, the table, and the rest.
fn frame(table: Vec<u8>, rest: Vec<u8>) -> Vec<u8> {
    let mut bytes = u32::try_from(table.len()).unwrap_or(0).to_be_bytes().to_vec();
    bytes.extend(table);
    bytes.extend(rest);
    bytes
}

fn unframe(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

fn write_numbers(section: &Section, runs: &[u64]) -> Vec<u8> {
    let Section { rows, .. } = section;
    let there: Vec<&Cells> = rows.iter().filter_map(|row| row.cells.as_ref()).collect();
    let wide = there.iter().map(|cells| cells.numbers.len()).max().unwrap_or(0);
    let run = |run: u64| runs.iter().position(|known| *known == run).map_or(0, size);
    let mut numbers = Written::default();
    numbers.put(size(rows.len()));
    numbers.put(size(wide));
    let mut of_rows = |of: &dyn Fn(&Row) -> u64| numbers.column(&rows.iter().map(of).collect::<Vec<_>>());
    of_rows(&|row| low(row.id >> 80));
    of_rows(&|row| low(row.id >> 64 & 0xfff));
    of_rows(&|row| low(row.id >> 16 & ((1 << 46) - 1)));
    of_rows(&|row| run(low(row.id & RUN)));
    of_rows(&|row| row.changed.millis.wrapping_sub(low(row.id >> 80)));
    of_rows(&|row| u64::from(row.changed.count));
    of_rows(&|row| run(u64::from(row.changed.device)).wrapping_sub(run(low(row.id & RUN))));
    of_rows(&|row| u64::from(row.cells.is_some()));
    for column in 0..wide {
        let of = |cells: &&Cells| cells.numbers.get(column).copied().unwrap_or(0);
        numbers.column(&there.iter().map(of).collect::<Vec<_>>());
    }
    numbers.finish()
}

/// Each text stands once: a column says which one, 0 for none, and the next new one is always the largest yet.
fn write_words(section: &Section) -> (Vec<u8>, String) {
    let there: Vec<&Cells> = section.rows.iter().filter_map(|row| row.cells.as_ref()).collect();
    let wide = there.iter().map(|cells| cells.words.len()).max().unwrap_or(0);
    let (mut columns, mut all) = (Written::default(), String::new());
    columns.put(size(wide));
    for column in 0..wide {
        let mut known: Vec<&str> = Vec::new();
        let mut places = Vec::new();
        for cells in &there {
            let text = cells.words.get(column).and_then(|text| text.as_deref());
            places.push(text.map_or(0, |text| {
                let place = known.iter().position(|known| *known == text).unwrap_or_else(|| {
                    known.push(text);
                    all.push_str(text);
                    known.len() - 1
                });
                size(place + 1)
            }));
        }
        columns.column(&places);
        columns.put(size(known.len()));
        columns.column(&known.iter().map(|text| size(text.len())).collect::<Vec<_>>());
    }
    (columns.finish(), all)
}

/// The kinds and schemas of the sections in `numbers`; `None` if [`write`] did not make it.
pub fn kinds(numbers: &[u8]) -> Option<Vec<(char, u8)>> {
    let (table, _) = unframe(numbers)?;
    let (_, entries) = read_table(table)?;
    entries.into_iter().map(|(letter, schema, _)| Some((letter, u8::try_from(schema).ok()?))).collect()
}

type Table = (Vec<u64>, Vec<(char, u64, usize)>);

fn read_table(table: &[u8]) -> Option<Table> {
    let mut from = Columns::new(table);
    let runs = count(from.take())?;
    let runs = from.column(runs)?;
    Some((runs, entries(&mut from)?))
}

/// A letter and two numbers for each section.
fn entries(from: &mut Columns) -> Option<Vec<(char, u64, usize)>> {
    let mut entries = Vec::new();
    for _ in 0..count(from.take())? {
        let letter = char::from_u32(u32::try_from(from.take()?).ok()?)?;
        entries.push((letter, from.take()?, usize::try_from(from.take()?).ok()?));
    }
    from.is_at_end().then_some(entries)
}

/// The section of `kind` as [`write`] wrote it, empty if there is none; without `words` its texts are missing.
/// `None` if the bytes were not made by it.
pub fn read(numbers: &[u8], words: Option<&[u8]>, kind: Kind) -> Option<Section> {
    let (table, mut rest) = unframe(numbers)?;
    let (runs, entries) = read_table(table)?;
    for (letter, schema, length) in entries {
        let (coded, left) = rest.split_at_checked(length)?;
        rest = left;
        if letter == kind.letter() {
            let mut rows = read_numbers(coded, &runs)?;
            if let Some(words) = words {
                read_words(words, kind, &mut rows)?;
            }
            return Some(Section { kind, schema: u8::try_from(schema).ok()?, rows });
        }
    }
    Some(Section { kind, schema: 0, rows: Vec::new() })
}

fn read_numbers(coded: &[u8], runs: &[u64]) -> Option<Vec<Row>> {
    let mut from = Columns::new(coded);
    let all = count(from.take())?;
    let wide = count(from.take())?;
    let mut column = || from.column(all);
    let [made, counted, shared, run, changed, times, device, present] =
        [column()?, column()?, column()?, column()?, column()?, column()?, column()?, column()?];
    let run_at = |place: u64| runs.get(usize::try_from(place).ok()?).copied();
    let mut rows = Vec::with_capacity(all);
    for place in 0..all {
        let at = |column: &Vec<u64>| column.get(place).copied();
        let (made, run) = (at(&made)?, at(&run)?);
        let tail = at(&shared)? << 16 | run_at(run)?;
        rows.push(Row {
            id: u128::from(made) << 80 | VERSION | u128::from(at(&counted)?) << 64 | u128::from(tail),
            changed: Stamp {
                millis: at(&changed)?.wrapping_add(made),
                count: u16::try_from(at(&times)?).ok()?,
                device: u16::try_from(run_at(at(&device)?.wrapping_add(run))?).ok()?,
            },
            cells: (at(&present)? == 1).then(Cells::default),
        });
    }
    let there = rows.iter().filter(|row| row.cells.is_some()).count();
    for _ in 0..wide {
        let column = from.column(there)?;
        for (cells, number) in rows.iter_mut().filter_map(|row| row.cells.as_mut()).zip(column) {
            cells.numbers.push(number);
        }
    }
    from.is_at_end().then_some(rows)
}

fn read_words(words: &[u8], kind: Kind, rows: &mut [Row]) -> Option<()> {
    let (table, mut rest) = unframe(words)?;
    let (mut found, mut before) = (None, 0);
    for (letter, columns, length) in entries(&mut Columns::new(table))? {
        let (coded, left) = rest.split_at_checked(usize::try_from(columns).ok()?)?;
        rest = left;
        if letter == kind.letter() {
            found = Some((coded, before, length));
        }
        before += length;
    }
    let (coded, before, length) = found?;
    let texts = squeeze::unsqueeze(rest)?;
    let texts = std::str::from_utf8(&texts).ok()?.get(before..before.checked_add(length)?)?;
    share_out(coded, texts, rows)
}

/// Gives each row its texts.
fn share_out(coded: &[u8], mut texts: &str, rows: &mut [Row]) -> Option<()> {
    let there = rows.iter().filter(|row| row.cells.is_some()).count();
    let mut from = Columns::new(coded);
    for _ in 0..count(from.take())? {
        let places = from.column(there)?;
        let known = count(from.take()).filter(|known| *known <= there)?;
        let mut all = Vec::with_capacity(known);
        for length in from.column(known)? {
            let (text, left) = texts.split_at_checked(usize::try_from(length).ok()?)?;
            all.push(text);
            texts = left;
        }
        for (cells, place) in rows.iter_mut().filter_map(|row| row.cells.as_mut()).zip(places) {
            cells.words.push(match usize::try_from(place).ok()?.checked_sub(1) {
                None => None,
                Some(place) => Some((*all.get(place)?).to_owned()),
            });
        }
    }
    (texts.is_empty() && from.is_at_end()).then_some(())
}

fn count(number: Option<u64>) -> Option<usize> {
    number.filter(|number| *number <= MOST).and_then(|number| usize::try_from(number).ok())
}

fn low(bits: u128) -> u64 {
    u64::try_from(bits & u128::from(u64::MAX)).unwrap_or(0)
}

fn size(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        let stamp = (0..=Stamp::LAST_MILLI, any::<u16>(), any::<u16>()).prop_map(|(millis, count, device)| Stamp {
            millis,
            count,
            device,
        });
        let cells = (prop::collection::vec(any::<u64>(), 3), prop::collection::vec(prop::option::of(".{0,5}"), 2))
            .prop_map(|(numbers, words)| Cells { numbers, words });
        let id = any::<u128>().prop_map(|id| id & !(0xf << 76 | 0b11 << 62) | VERSION);
        let row = (id, stamp, prop::option::of(cells)).prop_map(|(id, changed, cells)| Row { id, changed, cells });
        prop::collection::vec(row, 0..20)
    }

    proptest! {
        #[test]
        fn sections_read_back_with_and_without_words(plans in rows(), reports in rows()) {
            let sections = [(Kind::Plan, 1, plans), (Kind::Report, 7, reports)]
                .map(|(kind, schema, rows)| Section { kind, schema, rows });
            let (numbers, words) = write(&sections);
            prop_assert_eq!(kinds(&numbers), Some(vec![('p', 1), ('r', 7)]));
            for section in sections {
                prop_assert_eq!(read(&numbers, Some(&words), section.kind), Some(section.clone()));
                let mut without = section;
                for cells in without.rows.iter_mut().filter_map(|row| row.cells.as_mut()) {
                    cells.words.clear();
                }
                prop_assert_eq!(read(&numbers, None, without.kind), Some(without));
            }
            prop_assert_eq!(read(&numbers, Some(&words), Kind::CheckIn).map(|none| none.rows.len()), Some(0));
        }

        #[test]
        fn any_bytes_are_read_or_refused(numbers in prop::collection::vec(any::<u8>(), 0..60), words in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = read(&numbers, Some(&words), Kind::Plan);
            let _ = kinds(&numbers);
        }
    }
}
