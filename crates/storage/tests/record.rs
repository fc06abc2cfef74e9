//! The record as a whole: what was saved is there again, whatever happens in between.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first thing that is not as it says")]

use std::cell::Cell;

use domain::{
    activity::{self, Company, Cost, Energy, Place},
    agreement::{Agreement, Message},
    chat::Chat,
    check_in::{CheckIn, Craving, Feeling, Feelings, Mood, Sleep},
    collection::Record,
    day::{Day, Minute},
    draft::Draft,
    earlier::Earlier,
    goal::{Cadence, Former, Goal, Hurdle, Outcome, Pause, Reason, Report, Rest, Status, Step, Value},
    hobby::{Hobby, HobbyEntry, What},
    id::Id,
    meeting::{Attendance, Fellowship, Held, Meeting, Presence, Since, Target, Zone},
    money::Money,
    own_activity::OwnActivity,
    person::{Hours, Need, Needs, Person, Rhythm, Role},
    plan::{Degree, Done, HeldBack, Plan, State},
    practice::{Practice, Tool},
    recurrence::{Nth, Recurrence, Rule},
    review::Review,
    reward::{Act, Reward},
    settings::{Budget, Country, Language, Look, Purpose, Settings, TextSize, Theme},
    sheet::{Line, Sheet},
    stamp::Stamp,
    story::{Listener, Story},
    study::{Study, answered},
    text::{Note, Title},
};
use proptest::prelude::*;
use storage::{
    KeyValue,
    kept::Kept,
    key::{self, Kind},
    key_value::{MemoryStore, StoreError},
    load::{Loaded, count_aside, load},
    save::{SaveError, save},
};

fn stamp(millis: u64) -> Stamp {
    Stamp { millis, count: 0, device: 1 }
}

fn title(text: &str) -> Title {
    Title::parse(text).unwrap()
}

fn check_in(craving: u8) -> CheckIn {
    CheckIn { craving: Craving::new(craving), ..CheckIn::new(Day::new(2026, 11, 24).unwrap(), Minute::from(600)) }
}

fn put<T: Kept>(store: &dyn KeyValue, id: u128, seen: Option<u64>, millis: u64, value: T) -> Result<(), SaveError> {
    save(store, Id::fixed(id), seen.map(stamp), &Record { changed: stamp(millis), value: Some(value) })
}

fn reads_back<T: Kept + std::fmt::Debug>(value: &T) {
    let store = MemoryStore::default();
    put(&store, 9, None, 1, value.clone()).unwrap();
    let Ok(Loaded::Ready(all)) = load::<T>(&store) else { panic!("not ready") };
    let id = if T::KIND == Kind::Look { 0 } else { 9 };
    assert_eq!(all.get(Id::fixed(id)), Some(value));
}

#[test]
fn every_kind_reads_back() {
    let day = Day::new(2026, 11, 24).unwrap();
    reads_back(&CheckIn {
        mood: Some(Mood::Great),
        sleep: Some(Sleep::SoSo),
        feelings: Feelings::default().with(Feeling::Tired, true),
        note: Note::parse("día ñandú 🌱\nשלום").unwrap(),
        small_thing: Some(title("Water the plant")),
        ..check_in(10)
    });
    reads_back(&Goal {
        why: Note::parse("Air").unwrap(),
        values: vec![Value::Family],
        steps: vec![Step { title: title("Shoes"), by: Some(day), done: Some(day) }],
        hurdles: vec![Hurdle { when: title("It rains"), then: title("I take a coat") }],
        until: Some(day),
        earlier: vec![Former { cadence: Cadence::EveryWeeks(2), last: day }],
        status: Status::Paused(Pause { since: day, reason: Some(Reason::Hospital), back: Some(day) }),
        rests: vec![Rest { since: day, back: day, reason: None }],
        shows_runs: true,
        ..Goal::new(title("Walk"), Cadence::Weekly(3), day)
    });
    for outcome in Outcome::ALL {
        reads_back(&Report { goal: Id::fixed(u128::MAX), on: day, outcome, note: Note::default() });
    }
    for held_back in HeldBack::ALL {
        let state = State::Done(Done {
            partly: true,
            before: Some(Mood::Low),
            after: None,
            urge_before: Craving::new(10),
            urge_after: Craving::new(0),
            enjoyed: Some(Degree::Not),
            mastered: Some(Degree::Very),
        });
        reads_back(&Plan {
            title: title("Walk"),
            activity: Some(1),
            own: Some(Id::fixed(u128::MAX)),
            hobby: Some(Id::fixed(1)),
            on: day,
            at: Some(Minute::from(1439)),
            together: true,
            state,
            held_back: Some(held_back),
        });
    }
    reads_back(&Person { phone: Some(title("555 0100")), ..Person::new(title("Sam")) });
    reads_back(&Person {
        name: title("Sam"),
        role: Some(title("my sponsor")),
        phone: Some(title("555 0100 or 555 0101")),
        part: Some(Role::Sponsor),
        texts: false,
        chat: Chat::parse("https://chat.example/sam").ok(),
        when: Some(title("Tuesdays")),
        hours: Some(Hours { from: Minute::from(600), until: Minute::from(60) }),
        good_for: Needs::default().with(Need::Calm, true).with(Need::Honest, true),
        good_for_words: Some(title("forms")),
        agreed: Note::parse("Any hour.\nNo advice.").unwrap(),
        touch: Some(day),
        rhythm: Rhythm::new(365),
    });
    reads_back(&Settings {
        name: Some(title("R")),
        purposes: vec![Purpose::FindPeople],
        budget: Some(Budget::new(Money::from(Money::MOST), day)),
        ..Settings::default()
    });
    reads_back(&Draft { fields: vec!["a\u{0}b".into(), String::new()] });
    reads_back(&Look {
        language: Some(Language::Spanish),
        theme: Some(Theme::Dark),
        text: TextSize::Large,
        country: Some(Country::Ireland),
    });
}

#[test]
fn every_kind_of_what_people_give_each_other_reads_back() {
    let day = Day::new(2026, 11, 24).unwrap();
    reads_back(&Meeting {
        name: title("Thursdays"),
        fellowship: Fellowship::Other,
        held: Held::Both,
        place: Note::parse("Back door").unwrap(),
        link: Note::parse("https://example.org").unwrap(),
        phone: Some(title("555 0100")),
        when: Recurrence {
            from: day,
            rule: Rule::Months { every: 1, nth: Nth::Last, weekday: 3 },
            until: Some(day),
            except: vec![day],
        },
        at: Minute::from(1110),
        minutes: 90,
        zone: Zone::parse("America/New_York"),
        kinds: vec![title("Open")],
        commitments: vec![title("Coffee")],
        note: Note::default(),
        going: true,
        was_told: true,
        since: Since::Day(day),
        edition: 3,
        source: Some(title("thursdays-1")),
        ended: None,
    });
    reads_back(&Attendance {
        meeting: Some(Id::fixed(9)),
        name: title("Thursdays"),
        on: day,
        at: Some(Minute::from(1110)),
        presence: Presence::WentOnline,
        before: Some(Mood::Low),
        after: Some(Mood::Good),
        takeaway: Note::parse("One hour").unwrap(),
        met: Note::default(),
    });
    reads_back(&Target { meetings: 90, days: 90, from: day });
    let note = |text: &str| Note::parse(text).unwrap();
    reads_back(&Agreement {
        person: Id::fixed(9),
        name: title("Sam"),
        commit: note("I call"),
        ask: note("You answer"),
        talk: note("Sundays"),
        see: note("My goals"),
        quiet: note("Come by"),
        made: day,
        review: Some(day),
        ended: None,
    });
    reads_back(&Message { text: note("I need you now"), to: Some(Id::fixed(9)) });
    reads_back(&Review { on: day, well: note("a"), way: note("b"), change: note("c"), next: note("d") });
    reads_back(&Story {
        title: title("Short"),
        listener: Listener::Group,
        before: note("a"),
        turn: note("b"),
        now: note("c"),
        message: note("d"),
    });
    reads_back(&Earlier { on: day, text: note("What I wrote first") });
}

#[test]
fn every_kind_of_what_a_person_does_for_themselves_reads_back() {
    let day = Day::new(2026, 11, 24).unwrap();
    reads_back(&OwnActivity {
        category: "nature".into(),
        cost: Cost::Low,
        company: Company::Social,
        place: Place::Outdoor,
        minutes: 720,
        energy: Energy::High,
        needs: activity::Need::ALL.to_vec(),
        first_step: Some(title("Shoes")),
        heads_up: Some(title("Rain")),
        ..OwnActivity::new(title("Walk"))
    });
    reads_back(&Hobby {
        activity: Some(1),
        next_step: Some(title("Strings")),
        resting: true,
        ..Hobby::new(title("Guitar"), day)
    });
    for what in [
        What::Note(Note::parse("A song").unwrap()),
        What::Milestone(title("First song")),
        What::Met(title("Sam")),
        What::Spent { amount: Money::from(1250), on_what: Some(title("Strings")) },
        What::Made(title("A song")),
    ] {
        reads_back(&HobbyEntry { hobby: Id::fixed(9), on: day, what });
    }
    for act in Act::ALL {
        reads_back(&Reward { by_hand: 65_535, taken: vec![day; 500], ..Reward::new(title("A film"), act, 100, day) });
    }
    for tool in Tool::ALL {
        reads_back(&Practice {
            tool,
            on: day,
            at: Minute::from(600),
            before: Craving::new(9),
            after: Craving::new(3),
            text: Note::parse("It passed").unwrap(),
        });
    }
    let line = |part| Line { part, text: title("Blue bag"), until: Some(day) };
    reads_back(&Sheet { lines: vec![line(0), line(6)], reviewed: Some(day) });
    let memory = [None, Some(answered(None, true, day)), Some(answered(None, false, day))];
    reads_back(&Study { marked: true, read: Some(day), note: Note::parse("Mine").unwrap(), memory });
}

#[test]
fn a_mood_check_in_writes_at_most_64_characters() {
    let store = MemoryStore::default();
    let id = Id::<CheckIn>::new(1_795_000_000_000, [0xff; 10]);
    let record =
        Record { changed: Stamp { millis: 1_795_000_000_000, count: 3, device: 0xffff }, value: Some(check_in(7)) };
    save(&store, id, None, &record).unwrap();
    let key = store.keys().unwrap().pop().unwrap();
    let written = key.len() + store.get(&key).unwrap().unwrap().encode_utf16().count();
    assert!(written <= 64, "{written}");
}

#[test]
fn loading_has_four_outcomes() {
    let store = MemoryStore::default();
    assert_eq!(load::<CheckIn>(&store), Ok(Loaded::New));
    put(&store, 1, None, 1, check_in(1)).unwrap();
    assert!(matches!(load::<CheckIn>(&store), Ok(Loaded::Ready(_))));
    store.set(&key::of(Kind::CheckIn, 2), "cBjunk").unwrap();
    assert!(matches!(load::<CheckIn>(&store), Ok(Loaded::Damaged { lost: 1, rest }) if rest.len() == 1));
    let newer =
        storage::envelope::Envelope { kind: Kind::CheckIn, schema: 2, changed: stamp(1), data: Some("?".into()) };
    let at = key::of(Kind::CheckIn, 3);
    store.set(&at, &newer.write(&at)).unwrap();
    assert!(matches!(load::<CheckIn>(&store), Ok(Loaded::FromNewerVersion { rest, lost: 0 }) if rest.len() == 1));
}

#[test]
fn damaged_text_is_set_aside_word_for_word_and_never_written_over() {
    let store = MemoryStore::default();
    let at = key::of(Kind::Settings, 1);
    store.set(&at, "damaged").unwrap();
    put(&store, 1, None, 5, Settings::default()).unwrap();
    assert_eq!(store.get("tr/aside/s/AAAAAAAAAAAAAAAAAAAAAB/0"), Ok(Some("damaged".into())));
    store.set(&at, "damaged again").unwrap();
    let _ = load::<Settings>(&store);
    assert_eq!(store.get("tr/aside/s/AAAAAAAAAAAAAAAAAAAAAB/1"), Ok(Some("damaged again".into())));
    assert_eq!((store.get(&at), count_aside(&store)), (Ok(None), 2));
}

#[test]
fn with_no_room_to_set_it_aside_a_damaged_text_stays_and_the_save_says_full() {
    let at = key::of(Kind::Settings, 1);
    let store = MemoryStore::with_room(at.len() + 7);
    store.set(&at, "damaged").unwrap();
    assert_eq!(put(&store, 1, None, 5, Settings::default()), Err(SaveError::Store(StoreError::Full)));
    assert_eq!(store.get(&at), Ok(Some("damaged".into())));
}

#[test]
fn a_change_of_another_tab_is_never_written_over() {
    let store = MemoryStore::default();
    put(&store, 1, None, 1, check_in(1)).unwrap();
    put(&store, 1, Some(1), 2, check_in(2)).unwrap();
    assert_eq!(put(&store, 1, Some(1), 3, check_in(3)), Err(SaveError::ChangedElsewhere));
    assert_eq!(put(&store, 1, None, 3, check_in(3)), Err(SaveError::ChangedElsewhere));
    let Ok(Loaded::Ready(all)) = load::<CheckIn>(&store) else { panic!("not ready") };
    assert_eq!(all.get(Id::fixed(1)), Some(&check_in(2)));
}

#[test]
fn a_record_of_a_newer_version_is_not_changed_by_one_character() {
    let store = MemoryStore::default();
    let at = key::of(Kind::CheckIn, 3);
    let newer =
        storage::envelope::Envelope { kind: Kind::CheckIn, schema: 2, changed: stamp(1), data: Some("?".into()) }
            .write(&at);
    store.set(&at, &newer).unwrap();
    assert_eq!(put(&store, 3, Some(1), 9, check_in(1)), Err(SaveError::FromNewerVersion));
    let _ = load::<CheckIn>(&store);
    assert_eq!((store.get(&at), store.keys().unwrap().len()), (Ok(Some(newer)), 1));
}

/// A store that takes writes and does not keep them from the `n`th on, or fails then.
struct Failing {
    inner: MemoryStore,
    good: Cell<usize>,
    silently: bool,
}

impl Failing {
    fn spent(&self) -> bool {
        let spent = self.good.get() == 0;
        self.good.set(self.good.get().saturating_sub(1));
        spent
    }
}

impl KeyValue for Failing {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        match (self.spent(), self.silently) {
            (false, _) => self.inner.set(key, text),
            (true, true) => Ok(()),
            (true, false) => Err(StoreError::Full),
        }
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.inner.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_was_called_saved_is_there_after_any_failure(
        acts in prop::collection::vec((0_u128..6, prop::option::of(0_u8..=10)), 1..30),
        good in 0_usize..30,
        silently: bool,
    ) {
        let store = Failing { inner: MemoryStore::default(), good: Cell::new(good), silently };
        let mut saved = std::collections::BTreeMap::new();
        for (millis, (id, craving)) in (1..).zip(acts) {
            let record = Record { changed: stamp(millis), value: craving.map(check_in) };
            let seen = saved.get(&id).map(|known: &Record<CheckIn>| known.changed);
            if save(&store, Id::fixed(id), seen, &record).is_ok() {
                saved.insert(id, record);
            }
        }
        let all = load::<CheckIn>(&store.inner).unwrap().readable();
        for (id, record) in &saved {
            prop_assert_eq!(all.record(Id::fixed(*id)), Some(record));
        }
    }
}
