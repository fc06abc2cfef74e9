//! Records of every kind, made from a number, and a look at all of them at once.

use std::collections::BTreeMap;

use domain::{
    agreement::{Agreement, Message},
    check_in::{CheckIn, Craving},
    day::{Day, Minute},
    draft::Draft,
    earlier::Earlier,
    goal::{Cadence, Goal, Outcome, Report},
    hobby::{Hobby, HobbyEntry, What},
    id::Id,
    meeting::{Attendance, Fellowship, Held, Meeting, Presence, Since, Target},
    own_activity::OwnActivity,
    person::Person,
    plan::Plan,
    practice::{Practice, Tool},
    recurrence::{Recurrence, Rule},
    review::Review,
    reward::{Act, Reward},
    settings::{Look, Settings, Theme},
    sheet::{Line, Sheet},
    stamp::Stamp,
    story::{Listener, Story},
    study::Study,
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
        Kind::Plan => {
            Plan { activity: Some(3), hobby: Some(Id::fixed(number.into())), ..Plan::new(title, on) }.encode()
        }
        Kind::Goal => Goal { why: note, ..Goal::new(title, Cadence::Daily, on) }.encode(),
        Kind::Person => Person::new(title).encode(),
        Kind::Settings => Settings { name: Some(title), ..Settings::default() }.encode(),
        Kind::Draft => Draft { fields: vec![number.to_string()] }.encode(),
        Kind::Meeting => Meeting { note, ..meeting(title, on) }.encode(),
        Kind::Attendance => Attendance {
            meeting: Some(Id::fixed(number.into())),
            name: title,
            on,
            at: None,
            presence: Presence::CameLate,
            before: None,
            after: None,
            takeaway: note,
            met: Note::default(),
        }
        .encode(),
        Kind::Target => Target { meetings: 1 + (number % 90) as u16, days: 90, from: on }.encode(),
        Kind::Agreement => Agreement { commit: note, ..agreement(title, on) }.encode(),
        Kind::Message => Message { text: note, to: Some(Id::fixed(number.into())) }.encode(),
        Kind::Review => Review { on, well: note.clone(), way: note.clone(), change: note.clone(), next: note }.encode(),
        Kind::Story => {
            let [before, turn, now, message] = std::array::from_fn(|_| note.clone());
            Story { title, listener: Listener::Group, before, turn, now, message }.encode()
        }
        Kind::Earlier => Earlier { on, text: note }.encode(),
        Kind::OwnActivity => OwnActivity::new(title).encode(),
        Kind::Hobby => Hobby { next_step: Some(title.clone()), ..Hobby::new(title, on) }.encode(),
        Kind::HobbyEntry => HobbyEntry { hobby: Id::fixed(number.into()), on, what: What::Note(note) }.encode(),
        Kind::Reward => Reward { taken: vec![on], ..Reward::new(title, Act::Call, 3, on) }.encode(),
        Kind::Practice => Practice { text: note, ..Practice::new(Tool::Surfing, on, Minute::from(600)) }.encode(),
        Kind::Sheet => Sheet::default().with(Line { part: 1, text: title, until: Some(on) }).encode(),
        Kind::Study => Study { marked: true, note, ..Study::default() }.encode(),
        Kind::Look => {
            let theme = Some(if number.is_multiple_of(2) { Theme::Dark } else { Theme::Light });
            Look { theme, ..Look::default() }.encode()
        }
    }
}

/// A meeting on each day.
pub fn meeting(name: Title, from: Day) -> Meeting {
    Meeting {
        name,
        fellowship: Fellowship::SmartRecovery,
        held: Held::Both,
        place: Note::default(),
        link: Note::default(),
        phone: None,
        when: Recurrence { from, rule: Rule::Days(1), until: None, except: vec![from] },
        at: Minute::from(1110),
        minutes: 60,
        zone: None,
        kinds: Vec::new(),
        commitments: Vec::new(),
        note: Note::default(),
        going: true,
        was_told: true,
        since: Since::Always,
        edition: 1,
        source: None,
        ended: None,
    }
}

/// An agreement of which nothing is said yet.
pub fn agreement(name: Title, made: Day) -> Agreement {
    let [commit, ask, talk, see, quiet] = std::array::from_fn(|_| Note::default());
    Agreement { person: Id::fixed(6), name, commit, ask, talk, see, quiet, made, review: Some(made), ended: None }
}

/// The text of a record under its key.
pub fn text(kind: Kind, id: u128, (changed, data): &Version) -> (String, String) {
    let key = key::of(kind, id);
    let text = Envelope { kind, schema: schema_of(kind), changed: *changed, data: data.clone() }.write(&key);
    (key, text)
}

/// Hands the list of kinds to another macro.
macro_rules! every_kind {
    ($then:ident!($($with:tt)*)) => {
        $then!([$($with)*] CheckIn Report Plan Goal Person Settings Draft Look Meeting Attendance Target Agreement
            Message Review Story Earlier OwnActivity Hobby HobbyEntry Reward Practice Sheet Study)
    };
}

/// All that can be read, and whether all of it is well.
pub fn view(store: &dyn KeyValue) -> Option<(BTreeMap<Name, Version>, bool)> {
    macro_rules! each {
        ([$listing:ident $all:ident $well:ident] $($kind:ident)*) => {
            $(one::<$kind>(store, &$listing, &mut $all, &mut $well)?;)*
        };
    }
    let listing = Listing::of(store).ok()?;
    let (mut all, mut well) = (BTreeMap::new(), true);
    every_kind!(each!(listing all well));
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
    macro_rules! each {
        ([] $($kind:ident)*) => {
            match kind { $(Kind::$kind => $kind::SCHEMA),* }
        };
    }
    every_kind!(each!())
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
    macro_rules! each {
        ([] $($kind:ident)*) => {
            match kind { $(Kind::$kind => of::<$kind>(store, id, seen, state)),* }
        };
    }
    every_kind!(each!())
}

/// What is kept of one record now.
pub fn read(store: &dyn KeyValue, kind: Kind, id: u128) -> Option<Version> {
    fn of<T: Kept>(store: &dyn KeyValue, id: u128) -> Option<Version> {
        let record = storage::load::record(store, Id::<T>::fixed(id))?;
        Some((record.changed, record.value.as_ref().map(Kept::encode)))
    }
    macro_rules! each {
        ([] $($kind:ident)*) => {
            match kind { $(Kind::$kind => of::<$kind>(store, id)),* }
        };
    }
    every_kind!(each!())
}
