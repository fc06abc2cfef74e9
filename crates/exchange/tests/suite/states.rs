//! Random states of the record from a seed that is printed. Ids and stamps come from small pools, so that they meet.

use domain::{
    activity::{self, Company, Cost, Energy, Place},
    agreement::{Agreement, Message},
    chat::Chat,
    check_in::{CheckIn, Craving, Feeling, Feelings, Mood, Sleep},
    collection::{Collection, Record},
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
    settings::{Backups, Budget, KeepNotes, Locks, Purpose, Settings},
    sheet::{Line, Sheet},
    stamp::Stamp,
    story::{Listener, Story},
    study::{Memory, Study},
    text::{Note, Title},
};
use exchange::Everything;

/// A stream of numbers that a seed decides (`SplitMix64`).
pub struct Chance(u64);

impl Chance {
    /// Begins at `TRELLIS_SEED`, or at a fixed seed; prints which.
    pub fn new(test: &str) -> Self {
        let seed = std::env::var("TRELLIS_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_124);
        println!("{test}: TRELLIS_SEED={seed}");
        Self(seed)
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.number() % end as u64).unwrap()
    }

    pub fn small<T: TryFrom<u64>>(&mut self, end: u64) -> T {
        T::try_from(self.number() % end).ok().unwrap()
    }

    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub fn flip(&mut self) -> bool {
        self.number() & 1 == 1
    }

    pub fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.flip() { Some(make(self)) } else { None }
    }

    fn text(&mut self) -> String {
        const PARTS: [&str; 12] =
            ["a", "día", "שלום", "🌱", "\"", "\\", "line\nnext", "\t", "=1+1", ",", "<b>", "\u{2028}"];
        (0..=self.below(4)).map(|_| self.one_of(&PARTS)).collect()
    }

    pub fn title(&mut self) -> Title {
        Title::parse(&format!("x{}", self.text())).unwrap()
    }

    pub fn note(&mut self) -> Note {
        if self.flip() { Note::default() } else { Note::parse(&self.text()).unwrap() }
    }

    fn day(&mut self) -> Day {
        Day::from(693_596 + self.small::<i32>(109_573))
    }

    fn minute(&mut self) -> Minute {
        Minute::from(self.small::<u16>(1440))
    }

    fn mood(&mut self) -> Mood {
        self.one_of(&Mood::ALL)
    }

    fn craving(&mut self) -> Craving {
        Craving::new(self.small(11)).unwrap()
    }

    fn check_in(&mut self) -> CheckIn {
        let feelings = Feeling::ALL.into_iter().fold(Feelings::default(), |all, one| all.with(one, self.flip()));
        CheckIn {
            on: self.day(),
            at: self.minute(),
            mood: self.maybe(Self::mood),
            craving: self.maybe(Self::craving),
            sleep: self.maybe(|chance| chance.one_of(&Sleep::ALL)),
            feelings,
            note: self.note(),
            small_thing: self.maybe(Self::title),
        }
    }

    fn goal(&mut self) -> Goal {
        let day = self.day();
        let pause = Pause { since: day, reason: self.maybe(Self::reason), back: self.maybe(Self::day) };
        Goal {
            title: self.title(),
            why: self.note(),
            values: (0..self.below(3)).map(|_| self.one_of(&Value::ALL)).collect(),
            steps: (0..self.below(3))
                .map(|_| Step { title: self.title(), by: self.maybe(Self::day), done: self.maybe(Self::day) })
                .collect(),
            hurdles: (0..self.below(3)).map(|_| Hurdle { when: self.title(), then: self.title() }).collect(),
            cadence: self.cadence(),
            until: self.maybe(Self::day),
            earlier: (0..self.below(3)).map(|_| Former { cadence: self.cadence(), last: self.day() }).collect(),
            since: self.day(),
            status: self.one_of(&[Status::Active, Status::Paused(pause), Status::Finished(day), Status::LetGo(day)]),
            rests: (0..self.below(3))
                .map(|_| Rest { since: self.day(), back: self.day(), reason: self.maybe(Self::reason) })
                .collect(),
            shows_runs: self.flip(),
        }
    }

    fn reason(&mut self) -> Reason {
        self.one_of(&Reason::ALL)
    }

    fn cadence(&mut self) -> Cadence {
        let (times, weeks) = (self.small::<u8>(7) + 1, self.small::<u8>(52) + 1);
        self.one_of(&[
            Cadence::Once,
            Cadence::Daily,
            Cadence::Weekdays,
            Cadence::Weekly(times),
            Cadence::EveryWeeks(weeks),
        ])
    }

    fn report(&mut self) -> Report {
        Report { goal: self.id(), on: self.day(), outcome: self.one_of(&Outcome::ALL), note: self.note() }
    }

    fn plan(&mut self) -> Plan {
        let done = State::Done(Done {
            partly: self.flip(),
            before: self.maybe(Self::mood),
            after: self.maybe(Self::mood),
            urge_before: self.maybe(Self::craving),
            urge_after: self.maybe(Self::craving),
            enjoyed: self.maybe(|chance| chance.one_of(&Degree::ALL)),
            mastered: self.maybe(|chance| chance.one_of(&Degree::ALL)),
        });
        Plan {
            title: self.title(),
            activity: self.maybe(|chance| chance.small(1000)),
            own: self.maybe(Self::id),
            hobby: self.maybe(Self::id),
            on: self.day(),
            at: self.maybe(Self::minute),
            together: self.flip(),
            state: self.one_of(&[State::Open, done, State::LetGo]),
            held_back: self.maybe(|chance| chance.one_of(&HeldBack::ALL)),
        }
    }

    fn person(&mut self) -> Person {
        Person {
            name: self.title(),
            role: self.maybe(Self::title),
            phone: self.maybe(Self::title),
            part: self.maybe(|chance| chance.one_of(&Role::ALL)),
            texts: self.flip(),
            chat: self.maybe(|chance| Chat::parse(&format!("https://chat.example/{}", chance.number())).unwrap()),
            when: self.maybe(Self::title),
            hours: self.maybe(|chance| Hours { from: chance.minute(), until: chance.minute() }),
            good_for: Need::ALL.into_iter().fold(Needs::default(), |all, one| all.with(one, self.flip())),
            good_for_words: self.maybe(Self::title),
            agreed: self.note(),
            touch: self.maybe(Self::day),
            rhythm: self.maybe(|chance| Rhythm::new(chance.small::<u16>(365) + 1).unwrap()),
        }
    }

    fn settings(&mut self) -> Settings {
        Settings {
            name: self.maybe(Self::title),
            purposes: (0..self.below(3)).map(|_| self.one_of(&Purpose::ALL)).collect(),
            day_ends: self.small(7),
            welcomed: self.flip(),
            keep_notes: self.one_of(&KeepNotes::ALL),
            locks: Locks { after: self.maybe(|chance| chance.small(60)), when_hidden: self.flip() },
            backups: Backups { checked: self.maybe(Self::day), reminded: self.maybe(Self::day), remind: self.flip() },
            budget: self.maybe(|chance| Budget {
                each_week: chance.money(),
                from: chance.day(),
                before: chance.money(),
            }),
        }
    }

    fn draft(&mut self) -> Draft {
        Draft { fields: (0..self.below(3)).map(|_| format!("\u{0}\u{202e}{}", self.text())).collect() }
    }

    fn id<T>(&mut self) -> Id<T> {
        Id::fixed(u128::from(self.number()) << 64 | u128::from(self.number()))
    }

    fn recurrence(&mut self) -> Recurrence {
        const NTHS: [Nth; 6] = [Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Fifth, Nth::Last];
        let on = (0..7).fold(Weekdays::default(), |all, weekday| all.with(weekday, self.flip()));
        let rules = [
            Rule::Once,
            Rule::Days(self.small(400)),
            Rule::Weeks { every: self.small(6), on },
            Rule::Months { every: self.small(4), nth: self.one_of(&NTHS), weekday: self.small(7) },
        ];
        let mut except: Vec<Day> = (0..self.below(3)).map(|_| self.day()).collect();
        except.sort_unstable();
        except.dedup();
        Recurrence { from: self.day(), rule: self.one_of(&rules), until: self.maybe(Self::day), except }
    }

    fn meeting(&mut self) -> Meeting {
        Meeting {
            name: self.title(),
            fellowship: self.one_of(&Fellowship::ALL),
            held: self.one_of(&Held::ALL),
            place: self.note(),
            link: self.note(),
            phone: self.maybe(Self::title),
            when: self.recurrence(),
            at: self.minute(),
            minutes: 1 + self.small::<u16>(1440),
            zone: self.maybe(|_| Zone::parse("America/New_York").unwrap()),
            kinds: (0..self.below(3)).map(|_| self.title()).collect(),
            commitments: (0..self.below(3)).map(|_| self.title()).collect(),
            note: self.note(),
            going: self.flip(),
            was_told: self.flip(),
            since: self.since(),
            edition: self.small(9),
            source: self.maybe(Self::title),
            ended: self.maybe(Self::day),
        }
    }

    fn since(&mut self) -> Since {
        let day = Since::Day(self.day());
        self.one_of(&[Since::Always, day, Since::LastChange])
    }

    fn attendance(&mut self) -> Attendance {
        Attendance {
            meeting: self.maybe(Self::id),
            name: self.title(),
            on: self.day(),
            at: self.maybe(Self::minute),
            presence: self.one_of(&Presence::ALL),
            before: self.maybe(Self::mood),
            after: self.maybe(Self::mood),
            takeaway: self.note(),
            met: self.note(),
        }
    }

    fn target(&mut self) -> Target {
        Target { meetings: 1 + self.small::<u16>(1000), days: 1 + self.small::<u16>(1000), from: self.day() }
    }

    fn agreement(&mut self) -> Agreement {
        Agreement {
            person: self.id(),
            name: self.title(),
            commit: self.note(),
            ask: self.note(),
            talk: self.note(),
            see: self.note(),
            quiet: self.note(),
            made: self.day(),
            review: self.maybe(Self::day),
            ended: self.maybe(Self::day),
        }
    }

    fn message(&mut self) -> Message {
        Message { text: self.note(), to: self.maybe(Self::id) }
    }

    fn review(&mut self) -> Review {
        Review { on: self.day(), well: self.note(), way: self.note(), change: self.note(), next: self.note() }
    }

    fn story(&mut self) -> Story {
        Story {
            title: self.title(),
            listener: self.one_of(&Listener::ALL),
            before: self.note(),
            turn: self.note(),
            now: self.note(),
            message: self.note(),
        }
    }

    fn earlier(&mut self) -> Earlier {
        Earlier { on: self.day(), text: self.note() }
    }

    fn money(&mut self) -> Money {
        Money::from(self.small::<u32>(u64::from(Money::MOST) + 1))
    }

    fn own_activity(&mut self) -> OwnActivity {
        OwnActivity {
            title: self.title(),
            category: self.one_of(&["", "nature", "games_play"]).to_owned(),
            cost: self.one_of(&[Cost::None, Cost::Low, Cost::Medium]),
            company: self.one_of(&[Company::Solo, Company::Social, Company::Either]),
            place: self.one_of(&[Place::Indoor, Place::Outdoor, Place::Either]),
            minutes: 1 + self.small::<u16>(720),
            energy: self.one_of(&[Energy::Low, Energy::Medium, Energy::High]),
            needs: activity::Need::ALL.into_iter().filter(|_| self.flip()).collect(),
            first_step: self.maybe(Self::title),
            heads_up: self.maybe(Self::title),
        }
    }

    fn hobby(&mut self) -> Hobby {
        Hobby {
            title: self.title(),
            activity: self.maybe(|chance| chance.small(1000)),
            since: self.day(),
            next_step: self.maybe(Self::title),
            resting: self.flip(),
        }
    }

    fn hobby_entry(&mut self) -> HobbyEntry {
        let what = match self.below(5) {
            0 => What::Note(self.note()),
            1 => What::Milestone(self.title()),
            2 => What::Met(self.title()),
            3 => What::Spent { amount: self.money(), on_what: self.maybe(Self::title) },
            _ => What::Made(self.title()),
        };
        HobbyEntry { hobby: self.id(), on: self.day(), what }
    }

    fn reward(&mut self) -> Reward {
        Reward {
            title: self.title(),
            act: self.one_of(&Act::ALL),
            every: 1 + self.small::<u16>(100),
            since: self.day(),
            by_hand: self.small::<u16>(9),
            taken: (0..self.below(3)).map(|_| self.day()).collect(),
        }
    }

    fn practice(&mut self) -> Practice {
        Practice {
            tool: self.one_of(&Tool::ALL),
            on: self.day(),
            at: self.minute(),
            before: self.maybe(Self::craving),
            after: self.maybe(Self::craving),
            text: self.note(),
        }
    }

    fn sheet(&mut self) -> Sheet {
        let lines = (0..self.below(4))
            .map(|_| Line { part: self.small(7), text: self.title(), until: self.maybe(Self::day) })
            .collect();
        Sheet { lines, reviewed: self.maybe(Self::day) }
    }

    fn study(&mut self) -> Study {
        let memory = |chance: &mut Self| Memory {
            stability_hundredths: chance.small(3_650_001),
            difficulty_hundredths: chance.small(1001),
            last: chance.day(),
            due: chance.day(),
        };
        Study {
            marked: self.flip(),
            read: self.maybe(Self::day),
            note: self.note(),
            memory: std::array::from_fn(|_| self.maybe(memory)),
        }
    }

    fn stamp(&mut self) -> Stamp {
        let far = self.below(20) == 0;
        let millis = if far { Stamp::LAST_MILLI - self.number() % 2 } else { 1_795_000_000_000 + self.number() % 3 };
        Stamp { millis, count: self.small(2), device: self.small(2) }
    }

    fn collection<T>(&mut self, mut value: impl FnMut(&mut Self) -> T) -> Collection<T> {
        let mut all = Collection::default();
        for _ in 0..self.below(3) {
            let id = Id::fixed(u128::MAX - u128::from(self.number() % 4));
            let record = Record { changed: self.stamp(), value: self.maybe(&mut value) };
            all.merge(id, record);
        }
        all
    }

    /// A small state of the whole record.
    pub fn everything(&mut self) -> Everything {
        Everything {
            check_ins: self.collection(Self::check_in),
            goals: self.collection(Self::goal),
            reports: self.collection(Self::report),
            plans: self.collection(Self::plan),
            people: self.collection(Self::person),
            settings: self.collection(Self::settings),
            drafts: self.collection(Self::draft),
            meetings: self.collection(Self::meeting),
            attendances: self.collection(Self::attendance),
            targets: self.collection(Self::target),
            agreements: self.collection(Self::agreement),
            messages: self.collection(Self::message),
            reviews: self.collection(Self::review),
            stories: self.collection(Self::story),
            earlier: self.collection(Self::earlier),
            own_activities: self.collection(Self::own_activity),
            hobbies: self.collection(Self::hobby),
            hobby_entries: self.collection(Self::hobby_entry),
            rewards: self.collection(Self::reward),
            practices: self.collection(Self::practice),
            sheets: self.collection(Self::sheet),
            studies: self.collection(Self::study),
        }
    }

    /// A state with this many check-ins.
    pub fn many_check_ins(&mut self, count: u32) -> Everything {
        let mut all = Everything::default();
        for number in 0..count {
            let record = Record { changed: self.stamp(), value: Some(self.check_in()) };
            all.check_ins.merge(Id::fixed(u128::from(number)), record);
        }
        all
    }
}
