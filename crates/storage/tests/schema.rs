//! What old releases wrote opens for ever; what newer ones wrote is shown in part and never changed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it says"
)]

mod common;

use common::{
    life::{save, view},
    stamp,
};
use domain::{
    check_in::{CheckIn, Craving, Feelings, Mood, Sleep},
    collection::Record,
    day::{Day, Minute},
    draft::Draft,
    goal::{Cadence, Former, Goal, Outcome, Pause, Report, Status, Step},
    id::Id,
    person::Person,
    plan::{Degree, Done, HeldBack, Plan, State},
    settings::{Backups, Country, KeepNotes, Language, Locks, Look, Purpose, Settings, TextSize, Theme},
    text::{Note, Title},
};
use storage::{
    KeyValue,
    block::{self, Row, Section},
    change::{self, Recovered},
    dated::{Cells, Dated},
    envelope::Envelope,
    kept::Kept,
    key::{self, Half, Kind},
    key_value::MemoryStore,
    load::{Loaded, load, record},
    pack,
    save::SaveError,
    seal, sealed,
};

/// A store with the texts of a file: a key, a tab and a text a line.
fn store_of(file: &str) -> MemoryStore {
    let store = MemoryStore::default();
    for (key, text) in file.lines().filter_map(|line| line.split_once('\t')) {
        store.set(key, text).unwrap();
    }
    store
}

fn title(text: &str) -> Title {
    Title::parse(text).unwrap()
}

fn day(number: u32) -> Day {
    Day::new(2026, 8, number).unwrap()
}

fn id<T>(number: u8) -> Id<T> {
    Id::new(1_786_000_000_000 + i64::from(number) * 86_400_000, [number; 10])
}

fn check_in(number: u8) -> CheckIn {
    CheckIn {
        mood: Some(Mood::Great),
        craving: Craving::new(number),
        sleep: Some(Sleep::SoSo),
        feelings: Feelings::of_number(9),
        note: Note::parse("día ñandú 🌱\nשלום").unwrap(),
        small_thing: Some(title("Water the plant")),
        ..CheckIn::new(day(7), Minute::from(605))
    }
}

fn report() -> Report {
    Report { goal: id(3), on: day(8), outcome: Outcome::Partly, note: Note::parse("Half of it").unwrap() }
}

fn plan() -> Plan {
    let state = State::Done(Done { before: Some(Mood::Low), ..Done::default() });
    let at = Some(Minute::from(1439));
    Plan { activity: Some(1), at, together: true, state, ..Plan::new(title("Walk"), day(9)) }
}

/// Checks one record of each kind, as every release since the first wrote them.
fn is_all_there(store: &dyn KeyValue, changed: u64) {
    fn is<T: Kept + std::fmt::Debug>(store: &dyn KeyValue, changed: u64, id: Id<T>, value: Option<T>) {
        assert_eq!(record(store, id), Some(Record { changed: stamp(changed), value }));
        let all = load::<T>(store).unwrap();
        assert!(matches!(all, Loaded::Ready(_)), "{all:?}");
    }
    is(store, changed, id(1), Some(check_in(7)));
    is::<CheckIn>(store, changed, id(2), None);
    is(store, changed, id(4), Some(report()));
    is(store, changed, id(5), Some(plan()));
    let steps = vec![Step { title: title("Shoes"), by: None, done: Some(day(5)) }];
    let status = Status::Paused(Pause { since: day(6), reason: None, back: None });
    let why = Note::parse("Air").unwrap();
    let goal = Goal { why, steps, status, ..Goal::new(title("Walk"), Cadence::Weekly(3), day(4)) };
    is(store, changed, id(3), Some(goal));
    is(store, changed, id(6), Some(Person { phone: Some(title("555 0100")), ..Person::new(title("Sam")) }));
    let purposes = vec![Purpose::FindPeople];
    is(
        store,
        changed,
        Id::fixed(1),
        Some(Settings { name: Some(title("R")), purposes, day_ends: 4, welcomed: true, ..Settings::default() }),
    );
    is(store, changed, Id::fixed(1), Some(Draft { fields: vec!["a\u{0}b".into(), String::new()] }));
    let look = Look {
        language: Some(Language::Spanish),
        theme: Some(Theme::Dark),
        text: TextSize::Large,
        country: Some(Country::Ireland),
    };
    is(store, changed, Id::fixed(0), Some(look));
}

const LOOSE: &str = include_str!("frozen/schema-1-loose.txt");
const SEALED: &str = include_str!("frozen/schema-1-sealed.txt");
const CHANGE: &str = include_str!("frozen/schema-1-change.txt");

#[test]
fn loose_records_of_schema_1_open() {
    is_all_there(&store_of(LOOSE), 1_786_000_000_000);
}

#[test]
fn sealed_months_of_schema_1_open_from_each_copy() {
    let store = store_of(SEALED);
    assert!(store.keys().unwrap().iter().any(|key| key.starts_with(key::NUMBERS)));
    assert!(!store.keys().unwrap().iter().any(|key| key.starts_with("tr/c/")));
    is_all_there(&store, 1_786_000_000_000);
    for half in Half::ALL.into_iter().filter(|half| !half.second) {
        store.remove(&key::sealed(half, sealed::month_of(id::<()>(1).as_u128()).unwrap())).unwrap();
        is_all_there(&store, 1_786_000_000_000);
    }
}

#[test]
fn a_change_begun_by_schema_1_is_ended() {
    let store = store_of(CHANGE);
    is_all_there(&store, 1_786_000_000_000);
    assert_eq!(change::recover(&store, stamp(1)), Ok(Recovered::Finished));
    assert_eq!(store.get(key::CHANGE), Ok(None));
    is_all_there(&store, 1_786_000_000_000);
}

#[test]
fn an_excused_day_joins_a_month_that_schema_1_sealed() {
    let store = store_of(SEALED);
    let excused = Report { outcome: Outcome::Excused, ..report() };
    let new = Record { changed: stamp(1_790_000_000_000), value: Some(excused) };
    storage::save::save(&store, id::<Report>(20), None, &new).unwrap();
    assert_eq!(seal::seal(&store, Day::new(2026, 11, 24).unwrap(), stamp(1_795_000_000_000)), Ok(1));
    assert!(!store.keys().unwrap().iter().any(|key| key.starts_with("tr/r/")), "it was sealed");
    is_all_there(&store, 1_786_000_000_000);
    assert_eq!(record(&store, id::<Report>(20)), Some(new));
    let month = sealed::row(&store, Kind::Report, id::<Report>(20).as_u128(), 1, false);
    assert!(month.is_err(), "the program of schema 1 leaves it alone");
}

#[test]
fn a_plan_of_now_joins_a_month_that_schema_1_sealed() {
    let store = store_of(SEALED);
    let done = Done {
        partly: true,
        urge_before: Craving::new(8),
        urge_after: Craving::new(0),
        enjoyed: Some(Degree::Quite),
        mastered: Some(Degree::Not),
        ..Done::default()
    };
    let all = [
        Plan { state: State::Done(done), own: Some(id(30)), ..plan() },
        Plan { hobby: Some(id(31)), held_back: Some(HeldBack::Other), ..plan() },
    ];
    for (number, value) in (20..).zip(&all) {
        let new = Record { changed: stamp(1_790_000_000_000), value: Some(value.clone()) };
        storage::save::save(&store, id::<Plan>(number), None, &new).unwrap();
    }
    assert_eq!(seal::seal(&store, Day::new(2026, 11, 24).unwrap(), stamp(1_795_000_000_000)), Ok(2));
    assert!(!store.keys().unwrap().iter().any(|key| key.starts_with("tr/p/")), "they were sealed");
    is_all_there(&store, 1_786_000_000_000);
    for (number, value) in (20..).zip(all) {
        assert_eq!(record(&store, id::<Plan>(number)).and_then(|record| record.value), Some(value));
    }
    let month = sealed::row(&store, Kind::Plan, id::<Plan>(20).as_u128(), 1, false);
    assert!(month.is_err(), "the program of schema 1 leaves it alone");
}

#[test]
fn a_plan_that_says_nothing_new_takes_no_more_columns_than_in_schema_1_and_any_other_comes_back() {
    assert_eq!(plan().cells().numbers.len(), 7);
    let done = |done| State::Done(done);
    for one in [
        Plan { own: Some(id(1)), ..plan() },
        Plan { hobby: Some(id(2)), ..plan() },
        Plan { held_back: Some(HeldBack::Energy), ..plan() },
        Plan { state: done(Done { partly: true, ..Done::default() }), ..plan() },
        Plan { state: done(Done { urge_before: Craving::new(0), ..Done::default() }), ..plan() },
        Plan { state: done(Done { urge_after: Craving::new(10), ..Done::default() }), ..plan() },
        Plan { state: done(Done { enjoyed: Some(Degree::Not), ..Done::default() }), ..plan() },
        Plan { state: done(Done { mastered: Some(Degree::Very), ..Done::default() }), ..plan() },
    ] {
        assert!(one.cells().numbers.len() > 7);
        assert_eq!(Plan::of_cells(Plan::SCHEMA, &one.cells()), Some(one));
    }
}

/// A loose text of settings as schema 2 wrote it.
const SETTINGS_2: &str = include_str!("frozen/schema-2-settings.txt");

#[test]
fn settings_of_schema_2_open_and_count_no_money() {
    let settings = record(&store_of(SETTINGS_2), Id::<Settings>::fixed(1)).and_then(|record| record.value).unwrap();
    let (checked, after) = (Some(day(9)), Some(30));
    let expected = Settings {
        name: Some(title("R")),
        purposes: vec![Purpose::CutDown, Purpose::Understand],
        day_ends: 4,
        welcomed: true,
        keep_notes: KeepNotes::Days90,
        locks: Locks { after, when_hidden: true },
        backups: Backups { checked, reminded: Some(day(8)), remind: false },
        budget: None,
    };
    assert_eq!(settings, expected);
}

#[test]
fn numbers_of_a_goal_are_within_bounds_once_read() {
    for (wrong, right) in
        [(Cadence::Weekly(0), Cadence::Weekly(1)), (Cadence::EveryWeeks(200), Cadence::EveryWeeks(52))]
    {
        let earlier = vec![Former { cadence: wrong, last: day(1) }];
        let goal = Goal { earlier, ..Goal::new(title("Walk"), wrong, day(4)) };
        let read = Goal::decode(Goal::SCHEMA, &goal.encode()).unwrap();
        assert_eq!((read.cadence, read.earlier[0].cadence), (right, right));
    }
}

/// Does all that a visit does, and checks that not one byte is different.
fn nothing_changes(store: &MemoryStore, kinds: &[Kind]) {
    let before = store.clone();
    let by = stamp(1_960_000_000_000);
    let _ = change::recover(store, by);
    let (_, well) = view(store).unwrap();
    assert!(!well);
    let newer = [
        matches!(load::<CheckIn>(store), Ok(Loaded::FromNewerVersion { .. })),
        matches!(load::<Plan>(store), Ok(Loaded::FromNewerVersion { .. })),
    ];
    for (kind, newer) in [Kind::CheckIn, Kind::Plan].iter().zip(newer) {
        assert_eq!(newer, kinds.contains(kind), "{kind:?}");
    }
    let data = common::life::data(Kind::CheckIn, 1, day(7));
    let outcome = save(store, Kind::CheckIn, id::<CheckIn>(1).as_u128(), Some(stamp(1)), &(by, Some(data)));
    if kinds.contains(&Kind::CheckIn) {
        assert_eq!(outcome, Err(SaveError::FromNewerVersion));
    }
    assert_eq!(seal::mend(store, by), Ok(0));
    assert_eq!(seal::seal(store, Day::new(2026, 11, 24).unwrap(), by).unwrap_or(0), 0);
    assert_eq!(*store, before, "not one byte is different");
}

#[test]
fn a_newer_loose_record_is_not_changed() {
    let store = store_of(LOOSE);
    let key = key::of(Kind::CheckIn, id::<CheckIn>(1).as_u128());
    let newer = Envelope { kind: Kind::CheckIn, schema: 2, changed: stamp(9), data: Some("?".into()) };
    store.set(&key, &newer.write(&key)).unwrap();
    nothing_changes(&store, &[Kind::CheckIn]);
}

fn seal_as(store: &MemoryStore, form: u8, kind: Kind, schema: u8) {
    let cells = Cells { numbers: vec![1; 20], words: vec![None; 4] };
    let row = Row { id: id::<CheckIn>(1).as_u128(), changed: stamp(9), cells: Some(cells) };
    let (numbers, words) = block::write(&[Section { kind, schema, rows: vec![row] }]);
    let month = sealed::month_of(id::<()>(1).as_u128()).unwrap();
    for half in Half::ALL.into_iter().filter(|half| !half.second) {
        let (key, bytes) = (key::sealed(half, month), if half.words { &words } else { &numbers });
        let text = storage::envelope::write(&key, half.letter(), form, stamp(9), &pack::pack_dense(bytes));
        store.set(&key, &text).unwrap();
    }
}

#[test]
fn a_month_sealed_in_a_newer_form_is_not_changed() {
    let store = store_of(LOOSE);
    seal_as(&store, sealed::FORM + 1, Kind::CheckIn, 1);
    nothing_changes(&store, &[Kind::CheckIn, Kind::Plan]);
}

#[test]
fn a_sealed_kind_of_a_newer_schema_is_not_changed() {
    let store = store_of(LOOSE);
    seal_as(&store, sealed::FORM, Kind::CheckIn, 2);
    nothing_changes(&store, &[Kind::CheckIn]);
}

#[test]
fn a_change_begun_by_a_newer_version_is_not_touched() {
    let store = store_of(LOOSE);
    let sum = pack::checksum([key::CHANGE, "C", "something new"]);
    store.set(key::CHANGE, &format!("C{}something new", pack::digits::<6>(u128::from(sum)))).unwrap();
    nothing_changes(&store, &[Kind::CheckIn, Kind::Plan]);
    let steps = [change::Step { key: "tr/g/AAAAAAAAAAAAAAAAAAAAAA".into(), before: None, after: Some("x".into()) }];
    assert_eq!(change::apply(&store, stamp(1), &steps), Err(SaveError::FromNewerVersion));
}

#[test]
fn a_broken_change_is_set_aside_and_the_rest_opens() {
    let store = store_of(CHANGE);
    let text = store.get(key::CHANGE).unwrap().unwrap();
    store.set(key::CHANGE, &text[..100]).unwrap();
    assert_eq!(change::recover(&store, stamp(1)), Ok(Recovered::SetAside));
    assert_eq!(store.get("tr/aside/change/0"), Ok(Some(text[..100].to_owned())));
    assert_eq!(store.keys().unwrap().len(), 1);
}
