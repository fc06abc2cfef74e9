//! Files of every schema there ever was: they are read for ever, and what is written now is pinned.

use domain::{
    activity::{Company, Cost, Energy, Need as ActivityNeed, Place},
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
    recurrence::{Nth, Recurrence, Rule, Weekdays},
    review::Review,
    reward::{Act, Reward},
    settings::{Budget, Purpose, Settings},
    sheet::{Line, Sheet},
    stamp::Stamp,
    story::{Listener, Story},
    study::{Memory, Study},
    text::{Note, Title},
};
use exchange::{Everything, backup};

use crate::container::MADE;

macro_rules! put {
    ($all:ident: $($field:ident $id:literal $value:expr;)*) => { $(
        let changed = Stamp { millis: 1_795_000_000_000 + $id, count: 2, device: 3 };
        $all.$field.merge(Id::fixed($id), Record { changed, value: $value });
    )* };
}

/// One of each kind that schema 1 knew, and most of what a field could say.
pub fn of_schema_1() -> Everything {
    let (day, other) = (Day::new(2026, 11, 24).unwrap(), Day::new(2026, 11, 30).unwrap());
    let title = |text: &str| Title::parse(text).unwrap();
    let mut all = Everything::default();
    put! { all:
        check_ins 1 Some(CheckIn {
            on: day,
            at: Minute::from(545),
            mood: Some(Mood::Great),
            craving: Craving::new(3),
            sleep: Some(Sleep::SoSo),
            feelings: Feelings::default().with(Feeling::Hungry, true).with(Feeling::Tired, true),
            note: Note::parse("día 🌱\n\"=1\"").unwrap(),
            small_thing: Some(title("Water")),
        });
        check_ins 2 Some(CheckIn::new(day, Minute::from(0)));
        check_ins 3 None;
        goals 4 Some(Goal {
            why: Note::parse("Air").unwrap(),
            steps: vec![
                Step { title: title("Shoes"), by: None, done: Some(day) },
                Step { title: title("Map"), by: None, done: None },
            ],
            status: Status::LetGo(other),
            ..Goal::new(title("Walk"), Cadence::Weekly(3), day)
        });
        goals 5 Some(Goal::new(title("Sleep"), Cadence::Weekdays, day));
        reports 6 Some(Report { goal: Id::fixed(4), on: day, outcome: Outcome::NotThisTime, note: Note::default() });
        plans 7 Some(Plan {
            activity: Some(12),
            at: Some(Minute::from(1439)),
            together: true,
            state: State::Done(Done { before: Some(Mood::Low), ..Done::default() }),
            ..Plan::new(title("Swim"), other)
        });
        people 8 Some(Person { phone: Some(title("555 0100")), ..Person::new(title("Sam")) });
        settings 9 Some(Settings {
            name: Some(title("R")),
            purposes: vec![Purpose::StayOnMedicine],
            day_ends: 3,
            welcomed: true,
            ..Settings::default()
        });
        drafts 10 Some(Draft { fields: vec!["a".to_owned(), String::new()] });
    }
    all
}

/// One of each kind that schema 2 knew, and most of what a field could say.
pub fn of_schema_2() -> Everything {
    let (day, other) = (Day::new(2026, 11, 24).unwrap(), Day::new(2026, 11, 30).unwrap());
    let title = |text: &str| Title::parse(text).unwrap();
    let note = |text: &str| Note::parse(text).unwrap();
    let mut all = of_schema_1();
    put! { all:
        meetings 11 Some(Meeting {
            name: title("Thursdays"),
            fellowship: Fellowship::SmartRecovery,
            held: Held::Both,
            place: note("Back door"),
            link: note("https://example.org"),
            phone: Some(title("555 0100")),
            when: Recurrence {
                from: day,
                rule: Rule::Weeks { every: 2, on: Weekdays::of(day).with(6, true) },
                until: Some(other),
                except: vec![other],
            },
            at: Minute::from(1110),
            minutes: 90,
            zone: Zone::parse("America/New_York"),
            kinds: vec![title("Open")],
            commitments: vec![title("Coffee")],
            note: note("Ask for Kim"),
            going: true,
            was_told: true,
            since: Since::LastChange,
            edition: 3,
            source: Some(title("thursdays-1")),
            ended: Some(other),
        });
        meetings 12 Some(Meeting {
            name: title("Once a month"),
            fellowship: Fellowship::Other,
            held: Held::InPerson,
            place: Note::default(),
            link: Note::default(),
            phone: None,
            when: Recurrence {
                from: day,
                rule: Rule::Months { every: 1, nth: Nth::Last, weekday: 3 },
                until: None,
                except: Vec::new(),
            },
            at: Minute::from(0),
            minutes: 1,
            zone: None,
            kinds: Vec::new(),
            commitments: Vec::new(),
            note: Note::default(),
            going: false,
            was_told: true,
            since: Since::LastChange,
            edition: 1,
            source: None,
            ended: None,
        });
        attendances 13 Some(Attendance {
            meeting: Some(Id::fixed(11)),
            name: title("Thursdays"),
            on: day,
            at: Some(Minute::from(1110)),
            presence: Presence::CameLate,
            before: Some(Mood::Low),
            after: Some(Mood::Good),
            takeaway: note("One hour"),
            met: note("Kim"),
        });
        targets 14 Some(Target { meetings: 90, days: 90, from: day });
        agreements 15 Some(Agreement {
            person: Id::fixed(8),
            name: title("Sam"),
            commit: note("I call"),
            ask: note("You answer"),
            talk: note("Sundays"),
            see: note("My goals"),
            quiet: note("Come by"),
            made: day,
            review: Some(other),
            ended: None,
        });
        messages 16 Some(Message { text: note("I need you now"), to: Some(Id::fixed(8)) });
        reviews 17 Some(Review { on: day, well: note("a"), way: note("b"), change: note("c"), next: note("d") });
        stories 18 Some(Story {
            title: title("Short"),
            listener: Listener::OnePerson,
            before: note("a"),
            turn: note("b"),
            now: note("c"),
            message: note("d"),
        });
        earlier 19 Some(Earlier { on: day, text: note("What I wrote first") });
    }
    put_all_of_schema_2(&mut all);
    all
}

/// What kinds of schema 1 can say since schema 2.
fn put_all_of_schema_2(all: &mut Everything) {
    let (day, other) = (Day::new(2026, 11, 24).unwrap(), Day::new(2026, 11, 30).unwrap());
    let title = |text: &str| Title::parse(text).unwrap();
    let note = |text: &str| Note::parse(text).unwrap();
    put! { all:
        goals 20 Some(Goal {
            why: note("Air"),
            values: vec![Value::Health, Value::Joy],
            steps: vec![Step { title: title("Shoes"), by: Some(other), done: None }],
            hurdles: vec![Hurdle { when: title("it rains"), then: title("I walk indoors") }],
            until: Some(other),
            earlier: vec![Former { cadence: Cadence::Daily, last: day }],
            status: Status::Paused(Pause { since: day, reason: Some(Reason::Hospital), back: Some(other) }),
            rests: vec![Rest { since: day, back: other, reason: None }],
            shows_runs: true,
            ..Goal::new(title("Walk"), Cadence::EveryWeeks(2), day)
        });
        reports 21 Some(Report { goal: Id::fixed(20), on: day, outcome: Outcome::Excused, note: Note::default() });
        people 22 Some(Person {
            role: Some(title("from work")),
            phone: Some(title("555 0100 or 555 0101")),
            part: Some(Role::PeerWorker),
            texts: false,
            chat: Chat::parse("https://example.org/sam").ok(),
            when: Some(title("Tuesdays")),
            hours: Some(Hours { from: Minute::from(540), until: Minute::from(1260) }),
            good_for: Needs::default().with(Need::Calm, true).with(Need::Ride, true),
            good_for_words: Some(title("soup")),
            agreed: note("I may call at any hour"),
            touch: Some(day),
            rhythm: Rhythm::new(7),
            ..Person::new(title("Kim"))
        });
    }
}

/// One of each kind that schema 3 knew, and most of what a field could say.
pub fn of_schema_3() -> Everything {
    let (day, other) = (Day::new(2026, 11, 24).unwrap(), Day::new(2026, 11, 30).unwrap());
    let title = |text: &str| Title::parse(text).unwrap();
    let note = |text: &str| Note::parse(text).unwrap();
    let entry = |what| Some(HobbyEntry { hobby: Id::fixed(27), on: day, what });
    let mut all = of_schema_2();
    put! { all:
        settings 23 Some(Settings {
            budget: Some(Budget { each_week: Money::from(12_050), from: day, before: Money::from(5) }),
            ..Settings::default()
        });
        plans 24 Some(Plan {
            own: Some(Id::fixed(26)),
            hobby: Some(Id::fixed(27)),
            state: State::Done(Done {
                partly: true,
                before: Some(Mood::Low),
                after: Some(Mood::Good),
                urge_before: Craving::new(8),
                urge_after: Craving::new(0),
                enjoyed: Some(Degree::Quite),
                mastered: Some(Degree::ALittle),
            }),
            ..Plan::new(title("Draw"), day)
        });
        plans 25 Some(Plan { held_back: Some(HeldBack::TooBig), ..Plan::new(title("Clean the flat"), other) });
        own_activities 26 Some(OwnActivity {
            category: "arts_crafts".to_owned(),
            cost: Cost::Low,
            company: Company::Solo,
            place: Place::Indoor,
            minutes: 25,
            energy: Energy::Medium,
            needs: vec![ActivityNeed::Calm, ActivityNeed::Mastery],
            first_step: Some(title("Sharpen a pencil")),
            heads_up: Some(title("Not by candlelight")),
            ..OwnActivity::new(title("Draw a leaf"))
        });
        hobbies 27 Some(Hobby {
            activity: Some(12),
            next_step: Some(title("Buy paper")),
            resting: true,
            ..Hobby::new(title("Drawing"), day)
        });
        hobby_entries 28 entry(What::Note(note("Two leaves")));
        hobby_entries 29 entry(What::Milestone(title("A full book")));
        hobby_entries 30 entry(What::Met(title("Kim")));
        hobby_entries 31 entry(What::Spent { amount: Money::from(1_205), on_what: Some(title("Paper")) });
        hobby_entries 32 entry(What::Made(title("A card")));
        rewards 33 Some(Reward { title: title("A film"), act: Act::CheckIn, every: 5, since: day, by_hand: 2, taken: vec![other] });
        practices 34 Some(Practice {
            before: Craving::new(9),
            after: Craving::new(4),
            text: note("It went by"),
            ..Practice::new(Tool::PlayThrough, day, Minute::from(545))
        });
        sheets 35 Some(Sheet {
            lines: vec![
                Line { part: 0, text: title("Blue bag by the door"), until: Some(other) },
                Line { part: 4, text: title("Sam"), until: None },
            ],
            reviewed: Some(day),
        });
        studies 36 Some(Study {
            marked: true,
            read: Some(day),
            note: note("Read it with Sam"),
            memory: [
                None,
                Some(Memory { stability_hundredths: 317, difficulty_hundredths: 528, last: day, due: other }),
                None,
            ],
        });
        studies 37 None;
    }
    all
}

/// One of each kind there is now, and most of what a field can say.
pub fn one_of_each() -> Everything {
    let day = Day::new(2026, 11, 24).unwrap();
    let mut all = of_schema_3();
    let old = all.meetings.get(Id::fixed(12)).unwrap().clone();
    put! { all:
        meetings 38 Some(Meeting { since: Since::Day(day), ..old.clone() });
        meetings 39 Some(Meeting { was_told: false, since: Since::Always, ..old });
    }
    all
}

#[test]
fn a_file_of_schema_1_is_read() {
    let read = backup::read(include_bytes!("../frozen/schema-1.json")).unwrap();
    assert_eq!(read.everything, of_schema_1());
}

#[test]
fn a_file_of_schema_2_is_read() {
    let read = backup::read(include_bytes!("../frozen/schema-2.json")).unwrap();
    assert_eq!(read.everything, of_schema_2());
}

#[test]
fn a_file_of_schema_3_is_read() {
    let read = backup::read(include_bytes!("../frozen/schema-3.json")).unwrap();
    assert_eq!(read.everything, of_schema_3());
}

#[test]
fn the_spelling_of_every_kind_is_pinned() {
    let pinned = include_str!("../frozen/schema-4.json");
    let text = backup::write(&one_of_each(), MADE).unwrap();
    assert_eq!(text, pinned.trim_end(), "a spelling never changes; a new one is a new schema with a file of its own");
    assert_eq!(backup::read(pinned.as_bytes()).unwrap().everything, one_of_each());
}

fn texts_of(file: &str) -> Vec<(String, String)> {
    file.lines().filter_map(|line| line.split_once('\t')).map(|(key, text)| (key.into(), text.into())).collect()
}

#[test]
fn what_earlier_releases_kept_on_a_device_opens() {
    let texts = texts_of(include_str!("../frozen/schema-2-texts.txt"));
    assert_eq!(Everything::of_texts(&texts), (of_schema_2(), 0));
    let texts = texts_of(include_str!("../frozen/schema-3-texts.txt"));
    assert_eq!(Everything::of_texts(&texts), (of_schema_3(), 0));
}

#[test]
fn what_this_release_keeps_on_a_device_opens_for_ever() {
    let texts = texts_of(include_str!("../frozen/schema-4-texts.txt"));
    assert_eq!(Everything::of_texts(&texts), (one_of_each(), 0));
    assert_eq!(texts, one_of_each().texts(), "a form never changes; a new one is the next schema of its kind");
}
