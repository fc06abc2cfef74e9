//! Finding meetings of a list: filters, order, distance, and what the list holds in all.

use std::{cmp::Reverse, collections::BTreeMap};

use domain::{
    day::{Day, Minute},
    listed::{Filter, Listed, Near, Order, Row, Summary, Way},
    meeting::{Held, Zone},
    recurrence::Weekdays,
    search,
    text::Title,
};

use super::{Listing, kinds::Kinds};

/// How many left out rows, kinds and zones a summary names.
const MOST_ROWS: usize = 200;
const MOST_NAMED: usize = 100;

/// What is asked of a list.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Which meetings.
    pub filter: &'a Filter,
    /// What my clock shows.
    pub now: (Day, Minute),
    /// How many minutes my clock is ahead of that of a zone, for those zones of the list that have another one.
    pub ahead: &'a [(Zone, i16)],
    /// Whether kinds are named in Spanish; else in English.
    pub spanish: bool,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// How many there are in all.
    pub total: usize,
    /// Those that were wanted.
    pub rows: Vec<Row>,
}

/// Finds meetings.
pub fn find(listing: &Listing, asked: &Asked<'_>) -> Found {
    let (filter, kinds) = (asked.filter, Kinds::new());
    let words = search::words(&filter.words);
    let mut found: Vec<Candidate<'_>> = listing
        .meetings
        .iter()
        .enumerate()
        .map(|(number, listed)| Candidate::new(number, listed, asked))
        .filter(|one| one.fits(filter) && (words.is_empty() || holds(one.listed, &words, &kinds)))
        .collect();
    match filter.order {
        Order::Next => found.sort_by_key(|one| (one.next.is_none(), one.next, one.number)),
        Order::Week => found.sort_by_key(|one| {
            let first = one.listed.times(one.ahead).filter(|time| filter.wants(*time)).min();
            (first.is_none(), first, one.number)
        }),
        Order::Distance => found.sort_by_key(|one| (one.metres.is_none(), one.metres, one.next.is_none(), one.next)),
        Order::Name => found.sort_by_cached_key(|one| (search::fold(&one.listed.name), one.next)),
    }
    let count = if filter.count == 0 { Filter::PAGE } else { filter.count.min(Filter::MOST) };
    let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let total = found.len();
    let page = found.into_iter().skip(size(filter.skip)).take(size(count));
    Found { total, rows: page.map(|one| one.row(&kinds, asked.spanish)).collect() }
}

/// A meeting with what is worked out about it.
struct Candidate<'a> {
    number: usize,
    listed: &'a Listed,
    ahead: i16,
    next: Option<(Day, Minute)>,
    metres: Option<u32>,
}

impl<'a> Candidate<'a> {
    fn new(number: usize, listed: &'a Listed, asked: &Asked<'_>) -> Self {
        let zone = listed.zone.as_ref();
        let ahead = zone.and_then(|zone| asked.ahead.iter().find(|(known, _)| known == zone));
        let ahead = ahead.map_or(0, |(_, ahead)| *ahead);
        let metres =
            asked.filter.near.zip(listed.point).filter(|_| listed.held != Held::Online && listed.held != Held::ByPhone);
        Self {
            number,
            listed,
            ahead,
            next: listed.next_of(asked.filter, asked.now, ahead),
            metres: metres.map(|(near, point)| near.point.metres_to(point)),
        }
    }

    fn fits(&self, filter: &Filter) -> bool {
        let listed = self.listed;
        let way = match filter.way {
            None => true,
            Some(Way::InPerson) => matches!(listed.held, Held::InPerson | Held::Both),
            Some(Way::Online) => listed.held != Held::InPerson,
        };
        let near = match filter.near {
            Some(Near { metres: Some(most), .. }) => self.metres.is_some_and(|metres| metres <= most),
            _ => true,
        };
        let kinds = filter.kinds.iter().all(|kind| listed.kinds.contains(kind));
        (filter.closed || !listed.closed) && way && near && kinds && self.is_at(filter)
    }

    /// Whether one of its times is on a weekday and at a time that are wanted.
    fn is_at(&self, filter: &Filter) -> bool {
        let any_time = filter.from.is_none() && filter.until.is_none();
        any_time && filter.days.is_empty() || self.listed.times(self.ahead).any(|time| filter.wants(time))
    }

    fn row(self, kinds: &Kinds, spanish: bool) -> Row {
        Row {
            number: u32::try_from(self.number).unwrap_or(u32::MAX),
            listed: self.listed.clone(),
            kinds: self.listed.kinds.iter().map(|kind| kinds.name(kind, spanish)).collect(),
            days: self.listed.times(self.ahead).fold(Weekdays::default(), |days, (day, _)| days.with(day, true)),
            next: self.next,
            metres: self.metres,
        }
    }
}

/// Whether each of the words begins a word of the meeting.
fn holds(listed: &Listed, words: &[String], kinds: &Kinds) -> bool {
    let mut text = String::new();
    for part in [
        &*listed.name,
        &listed.location,
        &listed.address,
        &listed.region,
        &listed.group,
        &listed.note,
        &listed.location_note,
        &listed.group_note,
        &listed.publisher,
    ] {
        text.push_str(part);
        text.push('\n');
    }
    for kind in &listed.kinds {
        let (english, spanish) = kinds.both(kind);
        for part in [kind, english, spanish] {
            text.push_str(part);
            text.push('\n');
        }
    }
    search::holds(&search::fold(&text), words)
}

/// What a list holds.
pub fn summary(listing: &Listing, spanish: bool) -> Summary {
    let meetings = &listing.meetings;
    let count = |is: &dyn Fn(&Listed) -> bool| whole(meetings.iter().filter(|listed| is(listed)).count());
    let names = Kinds::new();
    let mut often: BTreeMap<&str, (&Title, u32)> = BTreeMap::new();
    for kind in meetings.iter().flat_map(|listed| &listed.kinds) {
        often.entry(kind).or_insert((kind, 0)).1 += 1;
    }
    let mut kinds: Vec<(&Title, u32)> = often.into_values().collect();
    kinds.sort_by_key(|(_, count)| Reverse(*count));
    let mut zones: Vec<&Zone> = meetings.iter().filter_map(|listed| listed.zone.as_ref()).collect();
    zones.sort_by_key(|zone| zone.name());
    zones.dedup();
    Summary {
        meetings: whole(meetings.len()),
        closed: count(&|listed| listed.closed),
        by_appointment: count(&|listed| listed.at.is_none() || listed.days.is_empty()),
        online: count(&|listed| listed.held != Held::InPerson),
        placed: count(&|listed| listed.point.is_some() && matches!(listed.held, Held::InPerson | Held::Both)),
        kinds: kinds
            .iter()
            .take(MOST_NAMED)
            .map(|(kind, count)| ((*kind).clone(), names.name(kind, spanish), *count))
            .collect(),
        zones: zones.into_iter().take(MOST_NAMED).cloned().collect(),
        left_out: whole(listing.left_out.len()),
        rows: listing.left_out.iter().take(MOST_ROWS).cloned().collect(),
    }
}

fn whole(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
