//! A list as it is kept: column by column, since what stands below each other is alike, deflated, as dense text.
//!
//! `1`, six digits of checksum, then the packed columns. It is no record and no backup has it: the file it came from
//! can be read again.

use domain::{
    day::Minute,
    listed::{LeftOut, Listed, Point, Reason},
    meeting::{Held, Zone},
    recurrence::Weekdays,
    text::{Note, Title},
};
use serde::{Deserialize, Serialize};
use storage::{pack, squeeze};

use super::{Listing, MOST_NAMES, MOST_ROWS};

const VERSION: &str = "1";
const SUM: usize = 6;
/// How many bytes the columns may have.
const MOST: usize = 32 << 20;
/// Stands after each text of a column; no text has it in it.
const END: char = '\u{1e}';
/// Stands after each text of a list within a text.
const WITHIN: char = '\u{1f}';
/// How many columns of texts there are.
const TEXTS: usize = 17;

/// Why a text is no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeptError {
    /// It was changed or cut.
    #[error("damaged")]
    Damaged,
    /// A newer Trellis wrote it.
    #[error("from a newer version")]
    FromNewerVersion,
}

/// What is packed. Numbers are varints, so that no length of a column costs more memory than its bytes.
#[derive(Default, Serialize, Deserialize)]
struct Columns<'a> {
    meetings: u32,
    /// For each meeting: weekdays, where and whether, begin and end (0 is none).
    days: &'a [u8],
    flags: &'a [u8],
    times: &'a [u8],
    /// For each meeting that has a point, four columns of eight bits each for north and for east.
    points: &'a [u8],
    #[serde(borrow)]
    texts: [&'a str; TEXTS],
    /// The names of other fields; for each meeting how many it has and which; the values, field by field.
    names: &'a str,
    which: &'a [u8],
    values: &'a str,
    /// For each row left out its number, whether it is named, the reason; then the names.
    left: &'a [u8],
    left_names: &'a str,
}

const HELD: [Held; 4] = Held::ALL;
const CLOSED: u8 = 4;
const ABOUT: u8 = 8;
const PLACED: u8 = 16;

/// The text to keep; `None` for a list that is larger than a file can be.
pub fn encode(listing: &Listing) -> Option<String> {
    let meetings = &listing.meetings;
    let mut texts: [String; TEXTS] = Default::default();
    for meeting in meetings {
        for (column, text) in texts.iter_mut().zip(texts_of(meeting)) {
            column.push_str(&text);
            column.push(END);
        }
    }
    let mut times = Vec::new();
    for time in meetings.iter().flat_map(|meeting| [meeting.at, meeting.end]) {
        put(&mut times, time.map_or(0, |time| u32::from(u16::from(time)) + 1));
    }
    let (names, which, values) = more_of(meetings);
    let (left, left_names) = left_of(&listing.left_out);
    let columns = Columns {
        meetings: u32::try_from(meetings.len()).ok().filter(|_| meetings.len() <= MOST_ROWS)?,
        days: &meetings.iter().map(|meeting| bits(meeting.days)).collect::<Vec<_>>(),
        flags: &meetings.iter().map(flags).collect::<Vec<_>>(),
        times: &times,
        points: &points_of(meetings),
        texts: texts.each_ref().map(String::as_str),
        names: &names,
        which: &which,
        values: &values,
        left: &left,
        left_names: &left_names,
    };
    let bytes = postcard::to_allocvec(&columns).ok().filter(|bytes| bytes.len() <= MOST)?;
    let data = pack::pack_dense(&squeeze::squeeze(&bytes));
    let sum = pack::digits::<SUM>(u128::from(pack::checksum([VERSION, &data])));
    Some(format!("{VERSION}{sum}{data}"))
}

/// Reads what [`encode`] wrote.
pub fn decode(text: &str) -> Result<Listing, KeptError> {
    let version = text.chars().next().filter(char::is_ascii_digit).ok_or(KeptError::Damaged)?;
    let rest = text.strip_prefix(VERSION).ok_or(if version > '1' {
        KeptError::FromNewerVersion
    } else {
        KeptError::Damaged
    })?;
    whole(rest).ok_or(KeptError::Damaged)
}

fn whole(text: &str) -> Option<Listing> {
    let (sum, data) = text.split_at_checked(SUM)?;
    if pack::number(sum)? != u128::from(pack::checksum([VERSION, data])) {
        return None;
    }
    let bytes = squeeze::unsqueeze_within(&pack::unpack_dense(data)?, MOST)?;
    let columns: Columns<'_> = postcard::from_bytes(&bytes).ok()?;
    let count = usize::try_from(columns.meetings).ok().filter(|count| *count <= MOST_ROWS)?;
    if columns.days.len() != count || columns.flags.len() != count {
        return None;
    }
    let mut texts = columns.texts.map(|column| column.split_terminator(END));
    let mut times = Numbers(columns.times);
    let mut points = points(columns.points)?;
    let mut more = More::new(&columns)?;
    let mut meetings = Vec::with_capacity(count);
    for (days, flags) in columns.days.iter().zip(columns.flags) {
        let mut next = || texts.iter_mut().map(Iterator::next).collect::<Option<Vec<_>>>();
        let mut meeting = meeting_of(&next()?)?;
        meeting.days = (0..7).fold(Weekdays::default(), |all, day| all.with(day, days >> day & 1 == 1));
        let mut next = || times.next().filter(|number| *number <= 1440);
        (meeting.at, meeting.end) = (time(next()?), time(next()?));
        meeting.held = *HELD.get(usize::from(flags & 3))?;
        meeting.closed = flags & CLOSED != 0;
        meeting.approximate = flags & ABOUT != 0;
        meeting.point = if flags & PLACED == 0 { None } else { Some(points.next()?) };
        meeting.more = more.next()?;
        meetings.push(meeting);
    }
    Some(Listing { meetings, left_out: left(&columns)? })
}

/// The texts of a meeting, one a column.
fn texts_of(meeting: &Listed) -> [String; TEXTS] {
    let kinds = meeting.kinds.iter().flat_map(|kind| kind.chars().chain([WITHIN])).collect();
    let zone = meeting.zone.as_ref().map_or("", Zone::name);
    let texts = [
        &*meeting.slug,
        &meeting.name,
        zone,
        &meeting.location,
        &meeting.address,
        &meeting.region,
        &meeting.location_note,
        &meeting.link,
        &meeting.link_note,
        &meeting.phone,
        &meeting.phone_note,
        &meeting.note,
        &meeting.group,
        &meeting.group_note,
        &meeting.url,
        &meeting.publisher,
    ];
    let mut all = texts.into_iter().map(str::to_owned).chain([kinds]);
    std::array::from_fn(|_| all.next().unwrap_or_default())
}

/// A meeting of its texts; the rest of it is put in after.
fn meeting_of(texts: &[&str]) -> Option<Listed> {
    let texts: [&str; TEXTS] = texts.try_into().ok()?;
    let [slug, name, zone, texts @ .., kinds] = texts;
    let [location, address, region, location_note, link, link_note, phone, phone_note, texts @ ..] =
        texts.map(Note::kept);
    let [note, group, group_note, url, publisher] = texts;
    Some(Listed {
        slug: Title::kept(slug),
        name: Note::kept(name),
        days: Weekdays::default(),
        at: None,
        end: None,
        zone: if zone.is_empty() { None } else { Some(Zone::parse(zone)?) },
        held: Held::InPerson,
        closed: false,
        point: None,
        approximate: false,
        location,
        address,
        region,
        location_note,
        link,
        link_note,
        phone,
        phone_note,
        kinds: kinds.split_terminator(WITHIN).map(Title::kept).collect(),
        note,
        group,
        group_note,
        url,
        publisher,
        more: Vec::new(),
    })
}

fn bits(days: Weekdays) -> u8 {
    days.iter().fold(0, |bits, day| bits | 1 << day)
}

fn flags(meeting: &Listed) -> u8 {
    let held = HELD.iter().position(|held| *held == meeting.held).and_then(|held| u8::try_from(held).ok());
    let flag = |is: bool, bit: u8| if is { bit } else { 0 };
    held.unwrap_or(0)
        | flag(meeting.closed, CLOSED)
        | flag(meeting.approximate, ABOUT)
        | flag(meeting.point.is_some(), PLACED)
}

/// 0 is no time, 1 is midnight.
fn time(number: u32) -> Option<Minute> {
    u16::try_from(number.checked_sub(1)?).ok().map(Minute::from)
}

/// Each of the bytes of a number stands with its like.
fn points_of(meetings: &[Listed]) -> Vec<u8> {
    let parts: Vec<Vec<u8>> = meetings
        .iter()
        .filter_map(|meeting| meeting.point)
        .map(|point| {
            let (north, east) = point.parts();
            [north.to_be_bytes(), east.to_be_bytes()].concat()
        })
        .collect();
    (0..8).flat_map(|place| parts.iter().filter_map(move |part| part.get(place).copied())).collect()
}

fn points(bytes: &[u8]) -> Option<impl Iterator<Item = Point>> {
    if !bytes.len().is_multiple_of(8) {
        return None;
    }
    let count = bytes.len() / 8;
    let number = move |from: usize, point: usize| {
        let part = |place: usize| bytes.get((from + place) * count + point).copied().unwrap_or(0);
        i32::from_be_bytes([part(0), part(1), part(2), part(3)])
    };
    Some((0..count).map_while(move |point| Point::of_parts(number(0, point), number(4, point))))
}

/// Names of other fields, which ones each meeting has, and their values field by field.
fn more_of(meetings: &[Listed]) -> (String, Vec<u8>, String) {
    let mut places = std::collections::HashMap::new();
    let (mut names, mut which, mut values) = (String::new(), Vec::new(), Vec::<String>::new());
    for meeting in meetings {
        put(&mut which, u32::try_from(meeting.more.len()).unwrap_or(0));
        for (name, value) in &meeting.more {
            let place = *places.entry(&**name).or_insert_with(|| {
                names.push_str(name);
                names.push(END);
                values.push(String::new());
                values.len() - 1
            });
            put(&mut which, u32::try_from(place).unwrap_or(u32::MAX));
            if let Some(column) = values.get_mut(place) {
                column.push_str(value);
                column.push(END);
            }
        }
    }
    // A column ends with an empty text of its own mark, so that each can be found.
    let columns = values.into_iter().flat_map(|column| [column, WITHIN.to_string()]);
    (names, which, columns.collect())
}

/// Hands out the other fields of one meeting after the other.
struct More<'a> {
    names: Vec<&'a str>,
    values: Vec<std::str::SplitTerminator<'a, char>>,
    which: Numbers<'a>,
}

impl<'a> More<'a> {
    fn new(columns: &Columns<'a>) -> Option<Self> {
        let names: Vec<&str> = columns.names.split_terminator(END).take(MOST_NAMES + 1).collect();
        let values = columns.values.split_terminator(WITHIN).take(MOST_NAMES + 1);
        let values: Vec<_> = values.map(|column| column.split_terminator(END)).collect();
        (names.len() == values.len() && names.len() <= MOST_NAMES).then_some(Self {
            names,
            values,
            which: Numbers(columns.which),
        })
    }

    fn next(&mut self) -> Option<Vec<(Title, Note)>> {
        let count = self.which.next()?;
        let mut more = Vec::new();
        for _ in 0..count {
            let place = usize::try_from(self.which.next()?).ok()?;
            more.push((Title::kept(self.names.get(place)?), Note::kept(self.values.get_mut(place)?.next()?)));
        }
        Some(more)
    }
}

fn left_of(rows: &[LeftOut]) -> (Vec<u8>, String) {
    let (mut bytes, mut names, mut before) = (Vec::new(), String::new(), 0);
    for row in rows {
        put(&mut bytes, row.row.wrapping_sub(before));
        before = row.row;
        let reason = Reason::ALL.iter().position(|reason| *reason == row.reason).unwrap_or(0);
        put(&mut bytes, u32::try_from(reason * 2).unwrap_or(0) + u32::from(row.name.is_some()));
        if let Some(name) = &row.name {
            names.push_str(name);
            names.push(END);
        }
    }
    (bytes, names)
}

fn left(columns: &Columns<'_>) -> Option<Vec<LeftOut>> {
    let (mut numbers, mut names) = (Numbers(columns.left), columns.left_names.split_terminator(END));
    let (mut rows, mut row) = (Vec::new(), 0_u32);
    while !numbers.0.is_empty() {
        row = row.wrapping_add(numbers.next()?);
        let about = numbers.next()?;
        let reason = *Reason::ALL.get(usize::try_from(about / 2).ok()?)?;
        let name = if about % 2 == 1 { Some(Title::kept(names.next()?)) } else { None };
        rows.push(LeftOut { row, name, reason });
        if rows.len() > MOST_ROWS {
            return None;
        }
    }
    Some(rows)
}

/// A number in seven bits a byte, the last byte below 128.
fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        bytes.push(u8::try_from(number & 127).unwrap_or(0) | 128);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap_or(0));
}

/// Reads what [`put`] put.
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u32, 0);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 127).checked_shl(shift)?;
            if *byte < 128 {
                return Some(number);
            }
            shift += 7;
        }
    }
}
