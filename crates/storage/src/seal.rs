//! Sealing finished months, and mending sealed ones, in idle time.

use std::collections::BTreeMap;

use domain::{check_in::CheckIn, day::Day, goal::Report, plan::Plan, stamp::Stamp};

use crate::{
    KeyValue,
    block::{self, Row, Section},
    change::{self, Pending, Step},
    dated::{Cells, Dated},
    envelope::{self, Envelope},
    key::{self, Half, Kind},
    key_value::StoreError,
    load::{self, Listing},
    save::SaveError,
    sealed::{self, Month, Sealed},
};

/// A record about a day stays loose until that day lies this many days back.
const REST_DAYS: i32 = 7;
/// A removed record is remembered for this long, so that an older copy cannot bring it back.
const REMEMBER_MILLIS: u64 = 180 * 86_400_000;

/// How a kind is sealed, without its type.
#[derive(Clone, Copy)]
struct Form {
    kind: Kind,
    schema: u8,
    /// The day and the columns of loose data of a schema.
    of_data: fn(u8, &str) -> Option<(Day, Cells)>,
    /// The columns in today's form of those in an older one.
    renew: fn(u8, &Cells) -> Option<Cells>,
}

/// The kinds that are sealed.
fn forms() -> [Form; 3] {
    [form::<CheckIn>(), form::<Report>(), form::<Plan>()]
}

fn form<T: Dated>() -> Form {
    Form {
        kind: T::KIND,
        schema: T::SCHEMA,
        of_data: |schema, data| T::decode(schema, data).map(|value| (value.on(), value.cells())),
        renew: |schema, cells| T::of_cells(schema, cells).map(|value| value.cells()),
    }
}

/// A key and the id it names.
type Loose = (Form, u128, String);
/// The rows of each kind by id, in the order of [`forms`].
type Rows = [BTreeMap<u128, Row>; 3];

/// The kinds that are sealed.
const SEALED: [Kind; 3] = [Kind::CheckIn, Kind::Report, Kind::Plan];

/// Whether anything loose lies in a month that is finished.
pub fn is_due(listing: &Listing, today: Day) -> bool {
    let now = sealed::month_on(today.plus(-REST_DAYS));
    SEALED.iter().any(|kind| {
        let prefix = format!("{}{}/", key::PREFIX, kind.letter());
        listing
            .under(&prefix)
            .filter_map(key::read)
            .any(|(_, id)| sealed::month_of(id).is_some_and(|month| month < now))
    })
}

/// Seals what is loose in every month that is finished, and says how many records were moved.
///
/// A month is finished a week after its last day. `by` is a new stamp of this run of the program. A month that cannot
/// be sealed now (another tab is writing, a newer Trellis sealed it, something is damaged) stays as it is.
pub fn seal(store: &dyn KeyValue, today: Day, by: Stamp) -> Result<usize, SaveError> {
    let rested = today.plus(-REST_DAYS);
    let listing = Listing::of(store)?;
    let mut months: BTreeMap<u16, Vec<Loose>> = BTreeMap::new();
    for form in forms() {
        for key in listing.under(&format!("{}{}/", key::PREFIX, form.kind.letter())) {
            let Some((_, id)) = key::read(key) else { continue };
            if let Some(month) = sealed::month_of(id).filter(|month| *month < sealed::month_on(rested)) {
                months.entry(month).or_default().push((form, id, key.to_owned()));
            }
        }
    }
    let (mut moved, mut by) = (0, by);
    for (month, loose) in months {
        match seal_month(store, month, &loose, rested, by) {
            Ok(count) => moved += count,
            Err(SaveError::ChangedElsewhere | SaveError::FromNewerVersion) => {}
            Err(error) => return Err(error),
        }
        by = by.next(0, by.device);
    }
    Ok(moved)
}

fn seal_month(store: &dyn KeyValue, month: u16, loose: &[Loose], rested: Day, by: Stamp) -> Result<usize, SaveError> {
    if Pending::over(store)?.newer {
        return Err(SaveError::FromNewerVersion);
    }
    let (mut rows, last) = match sealed::look(store, month, true)? {
        Month::Nothing => (Rows::default(), None),
        Month::There(sealed) if !sealed.worn => (renewed(&sealed)?, Some(sealed.changed)),
        // Mended first, so that nothing damaged is written over.
        Month::Newer | Month::There(_) | Month::Lost => return Ok(0),
    };
    let mut steps = Vec::new();
    for (form, id, key) in loose {
        let Some(text) = store.get(key)? else { return Err(SaveError::ChangedElsewhere) };
        let Some(row) = loose_row(*form, *id, key, &text, rested)? else { continue };
        for (of, rows) in forms().iter().zip(&mut rows) {
            if of.kind == form.kind && rows.get(id).is_none_or(|known| known.changed < row.changed) {
                rows.insert(*id, row.clone());
            }
        }
        steps.push(Step { key: key.clone(), before: Some(text), after: None });
    }
    if steps.is_empty() {
        return Ok(0);
    }
    let moved = steps.len();
    for rows in &mut rows {
        // Half a year later nobody has an older copy that could bring a removed record back.
        rows.retain(|_, row| row.cells.is_some() || row.changed.millis.saturating_add(REMEMBER_MILLIS) > by.millis);
    }
    write(store, month, rows, after(by, last), steps)?;
    Ok(moved)
}

/// A stamp for a sealing, after that of the `last` one whatever the clock says.
fn after(by: Stamp, last: Option<Stamp>) -> Stamp {
    last.filter(|last| *last >= by).map_or(by, |last| last.next(0, by.device))
}

/// What is loose under `key`, if it can be sealed; an error if a newer Trellis wrote it.
fn loose_row(form: Form, id: u128, key: &str, text: &str, rested: Day) -> Result<Option<Row>, SaveError> {
    let Some(envelope) = Envelope::read(key, form.kind, text) else { return Ok(None) };
    if envelope.schema > form.schema {
        return Err(SaveError::FromNewerVersion);
    }
    let cells = match envelope.data.map(|data| (form.of_data)(envelope.schema, &data)) {
        None => None,
        Some(Some((on, cells))) if on < rested => Some(cells),
        Some(_) => return Ok(None),
    };
    Ok(Some(Row { id, changed: envelope.changed, cells }))
}

/// The rows of a month in the forms of today; an error if a newer Trellis wrote some of them.
fn renewed(sealed: &Sealed) -> Result<Rows, SaveError> {
    let forms = forms();
    let known = |(letter, schema): &(char, u8)| {
        forms.iter().any(|form| form.kind.letter() == *letter && form.schema >= *schema)
    };
    if !sealed.kinds().iter().all(known) {
        return Err(SaveError::FromNewerVersion);
    }
    let mut all = Rows::default();
    for (form, rows) in forms.iter().zip(&mut all) {
        let section = sealed.section(form.kind).ok_or(SaveError::NotKept)?;
        for row in section.rows {
            let cells = match &row.cells {
                None => None,
                Some(cells) => Some((form.renew)(section.schema, cells).ok_or(SaveError::NotKept)?),
            };
            rows.insert(row.id, Row { cells, ..row });
        }
    }
    Ok(all)
}

/// Writes both halves and carries out `steps` with them, then second copies while there is room.
fn write(store: &dyn KeyValue, month: u16, rows: Rows, by: Stamp, mut steps: Vec<Step>) -> Result<(), SaveError> {
    let sections = forms().into_iter().zip(rows).filter(|(_, rows)| !rows.is_empty());
    let sections: Vec<Section> = sections
        .map(|(form, rows)| Section { kind: form.kind, schema: form.schema, rows: rows.into_values().collect() })
        .collect();
    let (numbers, words) = block::write(&sections);
    let text = |half: Half| sealed::write_half(half, month, by, if half.words { &words } else { &numbers });
    for half in Half::ALL {
        let key = key::sealed(half, month);
        let before = store.get(&key)?;
        let after = (!sections.is_empty() && !half.second).then(|| text(half));
        if before != after {
            steps.push(Step { key, before, after });
        }
    }
    change::apply(store, by, &steps)?;
    copy(store, month);
    Ok(())
}

/// Makes second copies of what is whole, if there is room. A record can do without.
fn copy(store: &dyn KeyValue, month: u16) {
    for half in Half::ALL.into_iter().filter(|half| !half.second) {
        let key = key::sealed(half, month);
        let Ok(Some(text)) = store.get(&key) else { continue };
        let Some((form, changed, data)) = envelope::read(&key, half.letter(), &text) else { continue };
        let second = key::sealed(Half { second: true, ..half }, month);
        if store.get(&second).is_ok_and(|there| there.is_none()) {
            let _ = store.set(&second, &envelope::write(&second, half.letter(), form, changed, data));
        }
    }
}

/// Sets aside what is damaged of sealed months and puts the second copies in its place. Says how many were mended.
pub fn mend(store: &dyn KeyValue, by: Stamp) -> Result<usize, SaveError> {
    let (mut mended, mut by) = (0, by);
    for month in Listing::of(store)?.months() {
        match mend_month(store, month, by) {
            Ok(done) => mended += usize::from(done),
            Err(SaveError::ChangedElsewhere | SaveError::FromNewerVersion) => {}
            Err(error) => return Err(error),
        }
        by = by.next(0, by.device);
    }
    Ok(mended)
}

fn mend_month(store: &dyn KeyValue, month: u16, by: Stamp) -> Result<bool, SaveError> {
    let (rows, whole) = match sealed::look(store, month, true)? {
        Month::There(sealed) if sealed.worn => (renewed(&sealed)?, Some(sealed.changed)),
        Month::Lost => (Rows::default(), None),
        Month::Nothing | Month::Newer | Month::There(_) => return Ok(false),
    };
    let aside = aside(store, month, whole)?;
    write(store, month, rows, after(by, whole), aside)?;
    Ok(true)
}

/// Steps that set aside every text of a month but those of the sealing `whole`.
fn aside(store: &dyn KeyValue, month: u16, whole: Option<Stamp>) -> Result<Vec<Step>, StoreError> {
    let mut steps = Vec::new();
    for half in Half::ALL {
        let from = key::sealed(half, month);
        let Some(text) = store.get(&from)? else { continue };
        if whole.is_some() && sealed::stamp_of(half, month, &text) == whole {
            continue;
        }
        let key = load::aside_key(store, &from, &text)?;
        let before = store.get(&key)?;
        if before.as_deref() != Some(&text) {
            steps.push(Step { key, before, after: Some(text) });
        }
    }
    Ok(steps)
}
