//! Which kinds have a day and are sealed month by month, and how their records lie in columns.

use domain::{
    check_in::{CheckIn, Craving, Feelings, Mood, Sleep},
    day::{Day, Minute},
    goal::{Outcome, Report},
    id::Id,
    plan::{Degree, Done, HeldBack, Plan, State},
    text::{Note, Title},
};

use crate::kept::Kept;

/// One record in columns: as many numbers and as many texts for every record of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// What can be shown without words.
    pub numbers: Vec<u64>,
    /// What a person typed. Empty where the words could not be read or were not asked for.
    pub words: Vec<Option<String>>,
}

impl Cells {
    fn number(&self, column: usize) -> Option<u64> {
        self.numbers.get(column).copied()
    }

    fn word(&self, column: usize) -> Option<&str> {
        self.words.get(column)?.as_deref()
    }

    fn day(&self, column: usize) -> Option<Day> {
        Some(Day::from(i32::try_from(self.number(column)?).ok()?))
    }

    fn note(&self, column: usize) -> Note {
        self.word(column).map(Note::kept).unwrap_or_default()
    }
}

/// A kind of record whose finished months are sealed. The order of its columns belongs to its schema.
pub trait Dated: Kept {
    /// The day it is about.
    fn on(&self) -> Day;
    /// Its columns in the form of [`Kept::SCHEMA`].
    fn cells(&self) -> Cells;
    /// The record in columns of `schema`, or `None` if they are damaged. Without words, texts are missing.
    fn of_cells(schema: u8, cells: &Cells) -> Option<Self>;
}

/// Stands where the words of a title could not be read.
const NO_TITLE: &str = "…";

impl Dated for CheckIn {
    fn on(&self) -> Day {
        self.on
    }

    fn cells(&self) -> Cells {
        Cells {
            numbers: vec![
                day(self.on),
                u64::from(u16::from(self.at)),
                mood(self.mood),
                craving(self.craving),
                place(&Sleep::ALL, self.sleep),
                u64::from(self.feelings.number()),
            ],
            words: vec![text(&self.note), self.small_thing.as_deref().map(str::to_owned)],
        }
    }

    fn of_cells(_schema: u8, cells: &Cells) -> Option<Self> {
        Some(Self {
            on: cells.day(0)?,
            at: minute(cells.number(1)?)?,
            mood: of_place(&Mood::ALL, cells.number(2)?)?,
            craving: of_craving(cells.number(3)?)?,
            sleep: of_place(&Sleep::ALL, cells.number(4)?)?,
            feelings: Feelings::of_number(u8::try_from(cells.number(5)?).ok()?),
            note: cells.note(0),
            small_thing: cells.word(1).map(Title::kept),
        })
    }
}

impl Dated for Report {
    fn on(&self) -> Day {
        self.on
    }

    fn cells(&self) -> Cells {
        let (high, low) = halves(Some(self.goal));
        Cells {
            numbers: vec![day(self.on), high, low, place(&Outcome::ALL, Some(self.outcome))],
            words: vec![text(&self.note)],
        }
    }

    fn of_cells(_schema: u8, cells: &Cells) -> Option<Self> {
        Some(Self {
            on: cells.day(0)?,
            goal: id(cells.number(1)?, cells.number(2)?),
            outcome: of_place(&Outcome::ALL, cells.number(3)?)??,
            note: cells.note(0),
        })
    }
}

/// Columns of a plan that every schema has. Schema 2 has ten more, in the order in which they are likely to be needed:
/// those at the end that say nothing are left out, so that a month without them takes no more room than before.
const PLAN_1: usize = 7;

impl Dated for Plan {
    fn on(&self) -> Day {
        self.on
    }

    fn cells(&self) -> Cells {
        let (state, done) = match self.state {
            State::Open => (0, Done::default()),
            State::LetGo => (1, Done::default()),
            State::Done(done) => (2, done),
        };
        let (own, hobby) = (halves(self.own), halves(self.hobby));
        let mut numbers = vec![
            day(self.on),
            self.activity.map_or(0, |number| u64::from(number) + 1),
            self.at.map_or(0, |at| u64::from(u16::from(at)) + 1),
            u64::from(self.together),
            state,
            mood(done.before),
            mood(done.after),
            craving(done.urge_before),
            craving(done.urge_after),
            place(&Degree::ALL, done.enjoyed),
            place(&Degree::ALL, done.mastered),
            u64::from(done.partly),
            place(&HeldBack::ALL, self.held_back),
            hobby.0,
            hobby.1,
            own.0,
            own.1,
        ];
        while numbers.len() > PLAN_1 && numbers.last() == Some(&0) {
            numbers.pop();
        }
        Cells { numbers, words: vec![Some((*self.title).to_owned())] }
    }

    fn of_cells(_schema: u8, cells: &Cells) -> Option<Self> {
        let number = |column: usize| cells.number(column).or_else(|| (column >= PLAN_1).then_some(0));
        let activity = match number(1)?.checked_sub(1) {
            None => None,
            Some(number) => Some(u16::try_from(number).ok()?),
        };
        let at = match number(2)?.checked_sub(1) {
            None => None,
            Some(at) => Some(minute(at)?),
        };
        let done = Done {
            partly: number(11)? == 1,
            before: of_place(&Mood::ALL, number(5)?)?,
            after: of_place(&Mood::ALL, number(6)?)?,
            urge_before: of_craving(number(7)?)?,
            urge_after: of_craving(number(8)?)?,
            enjoyed: of_place(&Degree::ALL, number(9)?)?,
            mastered: of_place(&Degree::ALL, number(10)?)?,
        };
        Some(Self {
            title: Title::kept(cells.word(0).unwrap_or(NO_TITLE)),
            activity,
            own: of_halves(number(15)?, number(16)?),
            hobby: of_halves(number(13)?, number(14)?),
            on: cells.day(0)?,
            at,
            together: number(3)? == 1,
            state: match number(4)? {
                0 => State::Open,
                1 => State::LetGo,
                2 => State::Done(done),
                _ => return None,
            },
            held_back: of_place(&HeldBack::ALL, number(12)?)?,
        })
    }
}

fn day(day: Day) -> u64 {
    u64::try_from(i32::from(day)).unwrap_or(0)
}

fn minute(number: u64) -> Option<Minute> {
    Some(Minute::from(u16::try_from(number).ok()?))
}

fn mood(mood: Option<Mood>) -> u64 {
    place(&Mood::ALL, mood)
}

fn craving(craving: Option<Craving>) -> u64 {
    craving.map_or(0, |craving| u64::from(craving.level()) + 1)
}

/// What [`craving`] numbered; the outer `None` for a number there is no craving for.
#[expect(clippy::option_option, reason = "nothing said is a value of its own")]
fn of_craving(number: u64) -> Option<Option<Craving>> {
    match number.checked_sub(1) {
        None => Some(None),
        Some(level) => Craving::new(u8::try_from(level).ok()?).map(Some),
    }
}

/// The upper and the lower half of an id; both are 0 for none, which no id that was made is.
fn halves<T>(id: Option<Id<T>>) -> (u64, u64) {
    let id = id.map_or(0, Id::as_u128);
    let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or(0);
    (half(id >> 64), half(id))
}

fn id<T>(high: u64, low: u64) -> Id<T> {
    Id::fixed(u128::from(high) << 64 | u128::from(low))
}

fn of_halves<T>(high: u64, low: u64) -> Option<Id<T>> {
    (high != 0 || low != 0).then(|| id(high, low))
}

fn text(note: &Note) -> Option<String> {
    (!note.is_empty()).then(|| (**note).to_owned())
}

/// 0 for nothing, else the place in `all` from 1 on.
fn place<T: PartialEq>(all: &[T], value: Option<T>) -> u64 {
    let place = value.and_then(|value| all.iter().position(|one| *one == value));
    place.and_then(|place| u64::try_from(place + 1).ok()).unwrap_or(0)
}

/// What [`place`] numbered; the outer `None` for a number there is no value for.
#[expect(clippy::option_option, reason = "nothing said is a value of its own")]
fn of_place<T: Copy>(all: &[T], number: u64) -> Option<Option<T>> {
    match usize::try_from(number).ok()?.checked_sub(1) {
        None => Some(None),
        Some(place) => all.get(place).map(|value| Some(*value)),
    }
}
