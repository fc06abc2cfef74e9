//! Records of every kind, made from a number, and a look at all of them at once.

use std::collections::BTreeMap;

use domain::{
    check_in::{CheckIn, Craving},
    day::{Day, Minute},
    draft::Draft,
    goal::{Cadence, Goal, Outcome, Report, Status},
    id::Id,
    person::Person,
    plan::{Plan, State},
    settings::{Look, Settings, Theme},
    stamp::Stamp,
    text::{Note, Title},
};
use storage::{
    KeyValue,
    envelope::Envelope,
    kept::Kept,
    key::{self, Kind},
    load::{Listing, Loaded, load_listed},
};

/// A record by its kind and id.
pub type Name = (char, u128);
/// When it changed, and its data; nothing once removed.
pub type Version = (Stamp, Option<String>);

/// Data of a kind as text, different for each number.
pub fn data(kind: Kind, number: u64, on: Day) -> String {
    let title = Title::parse(&format!("Title {number}")).unwrap();
    let note = Note::parse(&format!("Note {number}")).unwrap();
    match kind {
        Kind::CheckIn => {
            CheckIn { craving: Craving::new((number % 11) as u8), note, ..CheckIn::new(on, Minute::from(600)) }.encode()
        }
        Kind::Report => Report { goal: Id::fixed(number.into()), on, outcome: Outcome::Partly, note }.encode(),
        Kind::Plan => Plan { title, activity: Some(3), on, at: None, together: false, state: State::Open }.encode(),
        Kind::Goal => {
            let (cadence, status) = (Cadence::Daily, Status::Active);
            Goal { title, why: note, steps: Vec::new(), cadence, since: on, status }.encode()
        }
        Kind::Person => Person { name: title, role: None, phone: None }.encode(),
        Kind::Settings => Settings { name: Some(title), ..Settings::default() }.encode(),
        Kind::Draft => Draft { fields: vec![number.to_string()] }.encode(),
        Kind::Look => {
            let theme = Some(if number.is_multiple_of(2) { Theme::Dark } else { Theme::Light });
            Look { theme, ..Look::default() }.encode()
        }
    }
}

/// The text of a record under its key.
pub fn text(kind: Kind, id: u128, (changed, data): &Version) -> (String, String) {
    let key = key::of(kind, id);
    let text = Envelope { kind, schema: schema_of(kind), changed: *changed, data: data.clone() }.write(&key);
    (key, text)
}

/// All that can be read, and whether all of it is well.
pub fn view(store: &dyn KeyValue) -> Option<(BTreeMap<Name, Version>, bool)> {
    let listing = Listing::of(store).ok()?;
    let (mut all, mut well) = (BTreeMap::new(), true);
    one::<CheckIn>(store, &listing, &mut all, &mut well)?;
    one::<Report>(store, &listing, &mut all, &mut well)?;
    one::<Plan>(store, &listing, &mut all, &mut well)?;
    one::<Goal>(store, &listing, &mut all, &mut well)?;
    one::<Person>(store, &listing, &mut all, &mut well)?;
    one::<Settings>(store, &listing, &mut all, &mut well)?;
    one::<Draft>(store, &listing, &mut all, &mut well)?;
    one::<Look>(store, &listing, &mut all, &mut well)?;
    Some((all, well))
}

fn one<T: Kept>(
    store: &dyn KeyValue,
    listing: &Listing,
    all: &mut BTreeMap<Name, Version>,
    well: &mut bool,
) -> Option<()> {
    let loaded = load_listed::<T>(store, listing).ok()?;
    *well &= matches!(loaded, Loaded::New | Loaded::Ready(_));
    for (id, record) in loaded.readable().records() {
        all.insert((T::KIND.letter(), id.as_u128()), (record.changed, record.value.as_ref().map(Kept::encode)));
    }
    Some(())
}

/// The form that a kind is written in now.
fn schema_of(kind: Kind) -> u8 {
    if kind == Kind::Settings { Settings::SCHEMA } else { 1 }
}

/// Saves data of a kind.
pub fn save(
    store: &dyn KeyValue,
    kind: Kind,
    id: u128,
    seen: Option<Stamp>,
    state: &Version,
) -> Result<(), storage::save::SaveError> {
    fn of<T: Kept>(
        store: &dyn KeyValue,
        id: u128,
        seen: Option<Stamp>,
        state: &Version,
    ) -> Result<(), storage::save::SaveError> {
        let value = state.1.as_ref().map(|data| T::decode(T::SCHEMA, data).unwrap());
        storage::save::save(store, Id::<T>::fixed(id), seen, &domain::collection::Record { changed: state.0, value })
    }
    match kind {
        Kind::CheckIn => of::<CheckIn>(store, id, seen, state),
        Kind::Report => of::<Report>(store, id, seen, state),
        Kind::Plan => of::<Plan>(store, id, seen, state),
        Kind::Goal => of::<Goal>(store, id, seen, state),
        Kind::Person => of::<Person>(store, id, seen, state),
        Kind::Settings => of::<Settings>(store, id, seen, state),
        Kind::Draft => of::<Draft>(store, id, seen, state),
        Kind::Look => of::<Look>(store, id, seen, state),
    }
}

/// What is kept of one record now.
pub fn read(store: &dyn KeyValue, kind: Kind, id: u128) -> Option<Version> {
    fn of<T: Kept>(store: &dyn KeyValue, id: u128) -> Option<Version> {
        let record = storage::load::record(store, Id::<T>::fixed(id))?;
        Some((record.changed, record.value.as_ref().map(Kept::encode)))
    }
    match kind {
        Kind::CheckIn => of::<CheckIn>(store, id),
        Kind::Report => of::<Report>(store, id),
        Kind::Plan => of::<Plan>(store, id),
        Kind::Goal => of::<Goal>(store, id),
        Kind::Person => of::<Person>(store, id),
        Kind::Settings => of::<Settings>(store, id),
        Kind::Draft => of::<Draft>(store, id),
        Kind::Look => of::<Look>(store, id),
    }
}
