//! A table after RFC 4180 with the plain English names of the fields as headings, in any order.

use domain::listed::Reason;

use super::{
    ListError, Listing, MOST_FIELDS, MOST_ROWS, Taking,
    row::{Cell, Fields},
};

pub(super) fn read(text: &str) -> Result<Listing, ListError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut next = |record: &mut csv::StringRecord| reader.read_record(record).map_err(|_| ListError::NotAList);
    if !next(&mut record)? || record.len() > MOST_FIELDS {
        return Err(ListError::NotAList);
    }
    let mut names: Vec<String> = record.iter().map(name).collect();
    // In tables the slug stands under `ID`; a file that has both means this one.
    if !names.iter().any(|name| name == "slug") {
        names.iter_mut().filter(|name| *name == "id").for_each(|name| "slug".clone_into(name));
    }
    if !names.iter().any(|name| name == "name") {
        return Err(ListError::NotAList);
    }
    let mut taking = Taking::default();
    let mut row = 1;
    while next(&mut record)? {
        row += 1;
        if row > MOST_ROWS + 1 {
            return Err(ListError::TooMany);
        }
        let fields = fields(&names, &record);
        if !fields.as_ref().is_ok_and(Fields::is_empty) {
            taking.take(row, fields);
        }
    }
    Ok(taking.listing)
}

fn fields(names: &[String], record: &csv::StringRecord) -> Result<Fields, Reason> {
    if record.iter().skip(names.len()).any(|cell| !cell.trim().is_empty()) {
        return Err(Reason::TooManyFields);
    }
    let mut fields = Fields::default();
    for (name, cell) in names.iter().zip(record).filter(|(_, cell)| !cell.trim().is_empty()) {
        fields.put(name.clone(), Cell::Text(cell.to_owned()));
    }
    Ok(fields)
}

/// The key for a heading: `Conference URL` is `conference_url`.
fn name(heading: &str) -> String {
    let words = heading.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_lowercase()
}

/// What stands between the cells: that of comma, semicolon and tab which the headings have most of.
fn delimiter(text: &str) -> u8 {
    let headings = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: &u8| headings.bytes().filter(|byte| byte == delimiter).count();
    // Of equals the last one counts.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}
