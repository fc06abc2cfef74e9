//! From the fields of one row to a meeting.

use std::borrow::Cow;

use domain::{
    listed::{Listed, Point, Reason},
    meeting::{Held, Zone},
    text::{Note, TextError, Title},
};

use super::{kinds::Kinds, value};

/// What stands in a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// A text, or a number or a truth as text.
    Text(String),
    /// Several of them.
    Many(Vec<String>),
    /// Something else, as it is written in the file.
    Other(String),
}

impl Cell {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Other(text) => text.trim().is_empty(),
            Self::Many(texts) => texts.iter().all(|text| text.trim().is_empty()),
        }
    }

    fn texts(self) -> Vec<String> {
        match self {
            Self::Text(text) | Self::Other(text) => vec![text],
            Self::Many(texts) => texts,
        }
    }

    fn joined(self, by: &str) -> String {
        self.texts().join(by)
    }
}

/// The fields of a row that hold something, by name, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<(String, Cell)>);

impl Fields {
    /// Puts a field in; one of the same name before it is replaced.
    pub(super) fn put(&mut self, name: String, cell: Cell) {
        self.0.retain(|(known, _)| *known != name);
        if !cell.is_empty() {
            self.0.push((name, cell));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the row calls itself, as far as a title goes.
    pub(super) fn name(&self) -> Option<Title> {
        let (_, cell) = self.0.iter().find(|(name, _)| name == "name")?;
        let text = cell.clone().joined(" ");
        Title::parse(&value::plain(&text).trim().chars().take(Title::LIMIT).collect::<String>()).ok()
    }

    fn take(&mut self, name: &str) -> Option<Cell> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(place).1)
    }

    fn text(&mut self, name: &str) -> Result<Note, Reason> {
        self.take(name).map_or(Ok(Note::default()), |cell| note(&cell.joined("\n")))
    }

    /// What `read` makes of a field. What it can make nothing of stays in the row.
    fn read<T>(&mut self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let (_, cell) = self.0.iter().find(|(known, _)| known == name)?;
        let Cell::Text(text) = cell else { return None };
        let value = read(text)?;
        self.take(name);
        Some(value)
    }
}

thread_local! {
    static KINDS: Kinds = Kinds::new();
}

/// How many kinds a meeting may be of.
const MOST_KINDS: usize = 60;
/// How many characters a name may have.
const LONGEST_NAME: usize = 1_000;

/// The meeting of a row.
pub(super) fn listed(mut fields: Fields) -> Result<Listed, Reason> {
    let name = fields.text("name")?;
    match name.chars().count() {
        0 => return Err(Reason::NoName),
        1..=LONGEST_NAME => {}
        _ => return Err(Reason::TooLong),
    }
    let slug = slug(&mut fields)?;
    let days = value::days(&fields.take("day").map_or_else(Vec::new, Cell::texts)).ok_or(Reason::NoSuchDay)?;
    let at = fields.take("time").map(|cell| value::minute(&cell.joined(" ")).ok_or(Reason::NoSuchTime)).transpose()?;
    let kinds = kinds(&mut fields)?;
    let address = address(&mut fields)?;
    let region = region(&mut fields)?;
    let link = fields.text("conference_url")?;
    let phone = fields.text("conference_phone")?;
    let approximate = fields.read("approximate", |text| Some(value::is_yes(text))).unwrap_or(false);
    let point = point(&mut fields);
    let is = |code: &str| kinds.iter().any(|kind| **kind == *code);
    let online = is("ONL") || !link.is_empty() || !phone.is_empty();
    let in_person = !address.is_empty() && !approximate && !is("TC");
    let option = fields.read("attendance_option", |option| match option {
        "in_person" => Some((Held::InPerson, false)),
        "online" => Some((Held::Online, false)),
        "hybrid" => Some((Held::Both, false)),
        "inactive" => Some((Held::InPerson, true)),
        _ => None,
    });
    let (held, closed) = option.unwrap_or(match (online, in_person) {
        (true, true) => (Held::Both, false),
        (true, false) if link.is_empty() && !phone.is_empty() => (Held::ByPhone, false),
        (true, false) => (Held::Online, false),
        (false, _) => (Held::InPerson, is("TC")),
    });
    Ok(Listed {
        slug,
        name,
        days,
        at,
        end: fields.read("end_time", value::minute),
        zone: fields.read("timezone", Zone::parse),
        held,
        closed,
        point,
        approximate,
        location: fields.text("location")?,
        address,
        region,
        location_note: fields.text("location_notes")?,
        link,
        link_note: fields.text("conference_url_notes")?,
        phone,
        phone_note: fields.text("conference_phone_notes")?,
        kinds,
        note: fields.text("notes")?,
        group: fields.text("group")?,
        group_note: fields.text("group_notes")?,
        url: fields.text("url")?,
        publisher: fields.text("entity")?,
        more: more(fields)?,
    })
}

/// A text of the file, without HTML and within its bounds.
fn note(text: &str) -> Result<Note, Reason> {
    Note::parse(&value::plain(text)).map_err(|_| Reason::TooLong)
}

/// The slug, cut where a title ends.
fn slug(fields: &mut Fields) -> Result<Title, Reason> {
    let text = fields.take("slug").or_else(|| fields.take("id")).ok_or(Reason::NoSlug)?.joined(" ");
    Title::parse(&text.trim().chars().take(Title::LIMIT).collect::<String>()).map_err(|_| Reason::NoSlug)
}

fn kinds(fields: &mut Fields) -> Result<Vec<Title>, Reason> {
    let texts = match fields.take("types") {
        None => return Ok(Vec::new()),
        Some(Cell::Many(texts)) => texts,
        Some(cell) => cell.joined(",").split([',', ';', '|', '\n']).map(str::to_owned).collect(),
    };
    let mut kinds: Vec<Title> = Vec::new();
    for text in texts.iter().map(|text| value::plain(text.trim())).filter(|text| !text.trim().is_empty()) {
        let kind = KINDS.with(|kinds| Title::parse(kinds.code(&text)));
        match kind {
            Ok(kind) if !kinds.contains(&kind) => kinds.push(kind),
            Err(TextError::TooLong { .. }) => return Err(Reason::TooLong),
            _ => {}
        }
    }
    if kinds.len() > MOST_KINDS { Err(Reason::TooManyFields) } else { Ok(kinds) }
}

/// The address in one line. Parts of it that the line does not have stay in the row.
fn address(fields: &mut Fields) -> Result<Note, Reason> {
    const PARTS: [&str; 5] = ["address", "city", "state", "postal_code", "country"];
    let line = fields.text("formatted_address")?;
    if !line.is_empty() {
        for part in PARTS {
            fields.read(part, |text| line.contains(text.trim()).then_some(()));
        }
        return Ok(line);
    }
    let parts: Vec<(&str, Note)> =
        PARTS.iter().map(|part| Ok((*part, fields.text(part)?))).collect::<Result<_, Reason>>()?;
    let mut line = String::new();
    for (name, part) in parts.iter().filter(|(_, part)| !part.is_empty()) {
        // "Seattle, WA 98104": state and code belong together.
        let between = match (line.is_empty(), *name) {
            (true, _) => "",
            (false, "postal_code") => " ",
            (false, _) => ", ",
        };
        line.push_str(between);
        line.push_str(part);
    }
    note(&line)
}

/// The regions from broad to narrow.
fn region(fields: &mut Fields) -> Result<Note, Reason> {
    let texts = match fields.take("regions") {
        Some(Cell::Many(texts)) => texts,
        Some(cell) => cell.joined(" ").split('>').map(|text| text.trim().to_owned()).collect(),
        None => {
            [fields.take("region"), fields.take("sub_region")].into_iter().flatten().flat_map(Cell::texts).collect()
        }
    };
    let texts: Vec<Cow<'_, str>> = texts.iter().map(|text| value::plain(text)).collect();
    note(&texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" > "))
}

/// Where on Earth. 0, 0 lies in the sea and stands for nothing in lists.
fn point(fields: &mut Fields) -> Option<Point> {
    let number = |name| {
        let (_, cell) = fields.0.iter().find(|(known, _)| known == name)?;
        if let Cell::Text(text) = cell { value::number(text) } else { None }
    };
    let (latitude, longitude) = (number("latitude")?, number("longitude")?);
    let point = Point::new(latitude, longitude).filter(|point| point.parts() != (0, 0))?;
    fields.take("latitude");
    fields.take("longitude");
    Some(point)
}

/// What is left, by its name.
fn more(fields: Fields) -> Result<Vec<(Title, Note)>, Reason> {
    let mut more = Vec::new();
    for (name, cell) in fields.0 {
        let name = match Title::parse(&name) {
            Ok(name) => name,
            Err(TextError::TooLong { .. }) => return Err(Reason::TooLong),
            Err(TextError::Empty) => continue,
        };
        let value = match cell {
            Cell::Other(text) | Cell::Text(text) => Note::parse(&text),
            Cell::Many(texts) => Note::parse(&texts.join("\n")),
        };
        more.push((name, value.map_err(|_| Reason::TooLong)?));
    }
    Ok(more)
}
