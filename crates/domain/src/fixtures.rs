//! Example records for tests: years of somebody who writes much, the same each time.

mod prose;

use prose::Prose;

use crate::{
    check_in::{CheckIn, Craving, Feelings, Mood, Sleep},
    collection::{Collection, Record},
    day::{Day, Minute},
    goal::{Cadence, Goal, Outcome, Report, Step},
    id::{Id, Ids},
    person::Person,
    plan::{Done, Plan, State},
    stamp::Stamp,
    text::{Note, Title},
};

/// The record of some years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Years {
    /// Three a day, with 900 characters of notes together.
    pub check_ins: Collection<CheckIn>,
    /// Ten a day.
    pub plans: Collection<Plan>,
    /// One goal is reported on each day, once a week with a line.
    pub reports: Collection<Report>,
    /// Four a year.
    pub goals: Collection<Goal>,
    /// Some people.
    pub people: Collection<Person>,
}

/// Ten years of heavy use, up to 24 November 2026: three check-ins, ten activities and 900 characters of notes a day.
pub fn ten_years() -> Years {
    years(10, 1)
}

/// As many years up to 24 November 2026, from a seed.
pub fn years(count: u16, seed: u64) -> Years {
    let mut life = Life::new(seed);
    for day in Day::from(LAST).last(count * 365 + count.div_ceil(4)) {
        life.live(day);
    }
    life.kept
}

/// 24 November 2026.
const LAST: i32 = 739_944;
/// 1 January 1970.
const EPOCH: i32 = 719_163;

/// Numbers that look like chance and are the same for the same seed: `splitmix64`.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below `count`, or 0.
    pub fn below(&mut self, count: u64) -> u64 {
        self.bits().checked_rem(count).unwrap_or(0)
    }

    /// True once in `count` times.
    pub fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    /// One of `all`, if there is one.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(usize::try_from(self.below(u64::try_from(all.len()).ok()?)).ok()?)
    }

    fn pick_copy<T: Copy>(&mut self, all: &[T], other: T) -> T {
        self.pick(all).copied().unwrap_or(other)
    }

    /// Ten bytes.
    pub fn ten_bytes(&mut self) -> [u8; 10] {
        std::array::from_fn(|_| self.bits().to_be_bytes()[0])
    }
}

/// One run of the program: the app is opened, used for a while, closed.
struct Run {
    ids: Ids,
    now: i64,
    last: Stamp,
}

impl Run {
    fn wait(&mut self, dice: &mut Dice, from: u64, to: u64) {
        self.now += i64::try_from(from * 1000 + dice.below((to - from) * 1000)).unwrap_or(0);
    }

    fn stamp(&mut self, seen: Option<Stamp>) -> Stamp {
        self.last = self.last.max(seen.unwrap_or(Stamp::zero())).next(self.now, self.ids.device());
        self.last
    }

    fn put<T>(&mut self, all: &mut Collection<T>, value: T, dice: &mut Dice) {
        let id = self.ids.next(self.now);
        self.wait(dice, 1, 3);
        let changed = self.stamp(None);
        all.merge(id, Record { changed, value: Some(value) });
    }
}

struct Life {
    dice: Dice,
    prose: Prose,
    known: Option<u128>,
    goals: Vec<Id<Goal>>,
    own: Vec<Title>,
    kept: Years,
}

const ACTIVITIES: [&str; 24] = [
    "Walk around the block",
    "Stretch on the floor",
    "Dance to three songs",
    "Call Sam",
    "Meeting at noon",
    "Cook something warm",
    "Shower before eight",
    "Water the plants",
    "Read ten pages",
    "Draw the view",
    "Pharmacy",
    "Tidy one drawer",
    "Breathe for five minutes",
    "Write to my sister",
    "Feed the cat next door",
    "Laundry",
    "Guitar",
    "Swim",
    "Groceries with a list",
    "Counsellor",
    "Puzzle",
    "Bed by eleven",
    "Bike along the river",
    "Fix the lamp",
];

impl Life {
    fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let prose = Prose::new(&mut dice);
        Self { dice, prose, known: None, goals: Vec::new(), own: Vec::new(), kept: Years::default() }
    }

    fn title(&mut self, words: usize) -> Title {
        let text: String = self.prose.words(&mut self.dice, words).chars().take(Title::LIMIT).collect();
        Title::kept(text.trim())
    }

    fn open(&mut self, day: Day, minute: u64) -> Run {
        let minute = minute + self.dice.below(50);
        let days = i64::from(i32::from(day) - EPOCH);
        let millis = i64::try_from(minute * 60_000 + self.dice.below(60_000)).unwrap_or(0);
        Run { ids: Ids::start(self.known, self.dice.ten_bytes()), now: days * 86_400_000 + millis, last: Stamp::zero() }
    }

    fn live(&mut self, on: Day) {
        let (_, month, day) = on.parts();
        for (part, minute) in [440, 780, 1180, 1290].into_iter().enumerate() {
            let mut run = self.open(on, minute);
            if part == 0 {
                if self.goals.is_empty() || day == 1 && month % 3 == 1 {
                    self.set_goal(&mut run, on);
                }
                self.plan(&mut run, on);
            }
            if part < 3 {
                self.check_in(&mut run, on);
            }
            self.tick(&mut run, on, [3, 4, 2, 1].get(part).copied().unwrap_or(0));
            if part == 3 {
                self.report(&mut run, on);
            }
        }
    }

    fn set_goal(&mut self, run: &mut Run, since: Day) {
        let title = self.title(6);
        let why = Note::kept(&self.prose.text(&mut self.dice, 160));
        let steps = (0..3).map(|_| Step { title: self.title(5), by: None, done: None }).collect();
        let goal = Goal { why, steps, ..Goal::new(title, Cadence::Daily, since) };
        self.goals.push(run.ids.clone().next(run.now));
        run.put(&mut self.kept.goals, goal, &mut self.dice);
        let own = self.title(4);
        self.own.push(own);
        let phone = Title::kept(&format!("555 01{:02}", self.dice.below(100)));
        let person = Person { role: Some(self.title(2)), phone: Some(phone), ..Person::new(self.title(1)) };
        run.put(&mut self.kept.people, person, &mut self.dice);
    }

    fn plan(&mut self, run: &mut Run, on: Day) {
        for number in 0..10 {
            let place = self.dice.below(u64::try_from(ACTIVITIES.len() + self.own.len().min(20)).unwrap_or(1));
            let place = usize::try_from(place).unwrap_or(0);
            let activity = ACTIVITIES.get(place);
            let title = match activity {
                Some(title) => Title::kept(title),
                None => {
                    self.own.iter().rev().nth(place - ACTIVITIES.len()).cloned().unwrap_or_else(|| Title::kept("Walk"))
                }
            };
            let hour = 8 + u16::try_from(number + self.dice.below(3)).unwrap_or(0);
            let at = (!self.dice.one_in(4))
                .then(|| Minute::from(hour * 60 + 15 * u16::try_from(self.dice.below(4)).unwrap_or(0)));
            run.wait(&mut self.dice, 4, 25);
            let activity = activity.and_then(|_| u16::try_from(place + 1).ok());
            let plan = Plan { activity, at, together: self.dice.one_in(4), ..Plan::new(title, on) };
            run.put(&mut self.kept.plans, plan, &mut self.dice);
        }
    }

    /// Ticks the next plans of the day that are open.
    fn tick(&mut self, run: &mut Run, on: Day, count: usize) {
        let open: Vec<_> = self
            .kept
            .plans
            .iter()
            .rev()
            .take(10)
            .filter(|(_, plan)| plan.on == on && plan.state == State::Open)
            .map(|(id, plan)| (id, plan.clone()))
            .collect();
        for (id, plan) in open.into_iter().rev().take(count) {
            run.wait(&mut self.dice, 2, 60);
            let mood = |dice: &mut Dice| Some(dice.pick_copy(&Mood::ALL, Mood::Okay)).filter(|_| !dice.one_in(3));
            let state = match self.dice.below(6) {
                0 => State::LetGo,
                _ => State::Done(Done { before: mood(&mut self.dice), after: mood(&mut self.dice), ..Done::default() }),
            };
            let seen = self.kept.plans.record(id).map(|record| record.changed);
            let record = Record { changed: run.stamp(seen), value: Some(Plan { state, ..plan }) };
            self.kept.plans.merge(id, record);
        }
    }

    fn check_in(&mut self, run: &mut Run, on: Day) {
        let note = Note::kept(&self.prose.text(&mut self.dice, 300));
        let minutes = run.now.div_euclid(60_000).rem_euclid(1440);
        let check_in = CheckIn {
            mood: Some(self.dice.pick_copy(&Mood::ALL, Mood::Okay)),
            craving: Craving::new(u8::try_from(self.dice.below(11)).unwrap_or(0)),
            sleep: Some(self.dice.pick_copy(&Sleep::ALL, Sleep::SoSo)).filter(|_| minutes < 720),
            feelings: Feelings::of_number(u8::try_from(self.dice.below(16)).unwrap_or(0)),
            note,
            small_thing: self.dice.one_in(6).then(|| self.title(4)),
            ..CheckIn::new(on, Minute::from(u16::try_from(minutes).unwrap_or(0)))
        };
        self.known = Some(run.ids.clone().next::<CheckIn>(run.now).as_u128());
        run.wait(&mut self.dice, 30, 300);
        run.put(&mut self.kept.check_ins, check_in, &mut self.dice);
    }

    fn report(&mut self, run: &mut Run, on: Day) {
        for goal in self.goals.iter().rev().take(1) {
            run.wait(&mut self.dice, 3, 30);
            let note =
                if on.weekday() == chrono::Weekday::Sun { self.prose.words(&mut self.dice, 6) } else { String::new() };
            let outcome = self.dice.pick_copy(&Outcome::OFFERED, Outcome::Partly);
            let report = Report { goal: *goal, on, outcome, note: Note::kept(&note) };
            run.put(&mut self.kept.reports, report, &mut self.dice);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_years_are_as_full_as_they_say() {
        let years = ten_years();
        let days = 3653;
        assert_eq!(years.check_ins.len(), days * 3);
        assert_eq!(years.plans.len(), days * 10);
        assert_eq!(years.reports.len(), days);
        let written: usize = years.check_ins.iter().map(|(_, check_in)| check_in.note.chars().count()).sum();
        assert!(written >= days * 900, "{written}");
        assert!((40..60).contains(&years.goals.len()));
    }

    #[test]
    fn a_seed_always_gives_the_same_years() {
        assert_eq!(years(1, 7), years(1, 7));
        assert_ne!(years(1, 7), years(1, 8));
    }
}
