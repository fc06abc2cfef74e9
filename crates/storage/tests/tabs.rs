//! Tabs that write at the same time, call by call in every order a scheduler makes of a seed: no edit is lost.
//!
//! Each tab is a thread that waits for its turn before each call of the store, so that another tab may come between
//! any two calls. The order depends on the seed alone. What the model leaves out: browsers that tell a tab late
//! what another one wrote.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it says"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers of a test are small"
)]

use std::{
    collections::BTreeSet,
    sync::{Condvar, Mutex},
    thread,
};

use domain::{
    check_in::CheckIn,
    collection::{Collection, Record},
    day::{Day, Minute},
    fixtures::Dice,
    id::Id,
    stamp::Stamp,
    text::Note,
};
use storage::{
    KeyValue, change,
    key_value::{MemoryStore, StoreError},
    load,
    save::{SaveError, save},
    seal,
};

const NOW: i64 = 1_795_000_000_000;
/// Two check-ins of a month that is finished.
fn shared(number: u8) -> Id<CheckIn> {
    Id::new(1_788_000_000_000 + i64::from(number), [number; 10])
}

fn long_ago() -> Day {
    Day::new(2026, 8, 29).unwrap()
}

struct Turns {
    state: Mutex<State>,
    moved: Condvar,
}

struct State {
    store: MemoryStore,
    dice: Dice,
    whose: usize,
    /// Tabs that go on.
    open: Vec<bool>,
    calls: usize,
}

impl State {
    fn pass_on(&mut self) {
        let open: Vec<usize> = (0..self.open.len()).filter(|tab| self.open[*tab]).collect();
        self.whose = self.dice.pick(&open).copied().unwrap_or(usize::MAX);
    }
}

/// The store as one tab sees it; after `left` calls the tab is closed in the middle of what it does.
struct Tab<'a> {
    turns: &'a Turns,
    me: usize,
    left: std::cell::Cell<usize>,
}

impl Tab<'_> {
    fn call<T>(&self, call: impl FnOnce(&MemoryStore) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.left.get() == 0 {
            return Err(StoreError::Unavailable);
        }
        self.left.set(self.left.get() - 1);
        let mut state =
            self.turns.moved.wait_while(self.turns.state.lock().unwrap(), |state| state.whose != self.me).unwrap();
        let answer = call(&state.store);
        state.calls += 1;
        state.pass_on();
        let mine = state.whose == self.me;
        drop(state);
        if !mine {
            self.turns.moved.notify_all();
        }
        answer
    }

    fn close(&self) {
        let mut state =
            self.turns.moved.wait_while(self.turns.state.lock().unwrap(), |state| state.whose != self.me).unwrap();
        state.open[self.me] = false;
        state.pass_on();
        drop(state);
        self.turns.moved.notify_all();
    }
}

impl KeyValue for Tab<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call(|store| store.get(key))
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.call(|store| store.set(key, text))
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call(|store| store.remove(key))
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call(KeyValue::keys)
    }
}

/// What one person does in one tab.
struct Person<'a> {
    store: &'a dyn KeyValue,
    all: Collection<CheckIn>,
    dice: Dice,
    last: Stamp,
    number: usize,
    /// Words that were said to be saved, and words that still stand in the form.
    saved: BTreeSet<String>,
    in_form: Vec<(Id<CheckIn>, String)>,
    refused: usize,
    blind: usize,
}

impl<'a> Person<'a> {
    fn new(store: &'a dyn KeyValue, all: Collection<CheckIn>, seed: u64, number: usize) -> Self {
        let last = Stamp { millis: NOW as u64, count: 0, device: number as u16 + 1 };
        let (dice, saved) = (Dice::new(seed + 1_000_003 * number as u64), BTreeSet::new());
        Self { store, all, dice, last, number, saved, in_form: Vec::new(), refused: 0, blind: 0 }
    }

    fn stamp(&mut self, now: i64, seen: Option<Stamp>) -> Stamp {
        self.last = self.last.max(seen.unwrap_or(Stamp::zero())).next(now, self.number as u16 + 1);
        self.last
    }

    /// Adds a word to the note that is shown, as a form does that was opened on it.
    fn write(&mut self, now: i64, id: Id<CheckIn>, word: &str) -> Result<(), SaveError> {
        let seen = self.all.record(id).map(|record| record.changed);
        let mut value = self.all.get(id).cloned().unwrap_or_else(|| CheckIn::new(long_ago(), Minute::from(600)));
        value.note = Note::kept(&format!("{} {word}", &*value.note));
        let record = Record { changed: self.stamp(now, seen), value: Some(value) };
        let outcome = save(self.store, id, seen, &record);
        if outcome.is_ok() {
            self.all.merge(id, record);
            self.saved.insert(word.to_owned());
        } else if let Some(there) = load::record(self.store, id) {
            self.all.merge(id, there);
        }
        outcome
    }

    fn live(&mut self) {
        for act in 0..3 + self.dice.below(2) {
            match self.dice.below(7) {
                0 => {
                    let by = self.stamp(NOW, None);
                    let _ = seal::seal(self.store, Day::new(2026, 11, 24).unwrap(), by);
                }
                1 => {
                    let by = self.stamp(NOW, None);
                    let _ = change::recover(self.store, by);
                    if let Ok(loaded) = load::load::<CheckIn>(self.store) {
                        let all = loaded.readable();
                        self.blind += [1, 2].iter().filter(|number| all.get(shared(**number)).is_none()).count();
                        for (id, record) in all.records() {
                            self.all.merge(id, record.clone());
                        }
                    }
                }
                2 => {
                    let id = Id::new(1_788_000_100_000 + act as i64, [self.number as u8 + 10; 10]);
                    let word = format!("new{}-{act}", self.number);
                    if self.write(NOW, id, &word).is_err() {
                        self.in_form.push((id, word));
                    }
                }
                number => {
                    let (id, word) = (shared(1 + (number as u8) % 2), format!("w{}-{act}", self.number));
                    let tries = 1 + self.dice.below(3);
                    if (0..tries).all(|_| {
                        let refused = self.write(NOW, id, &word).is_err();
                        self.refused += usize::from(refused);
                        refused
                    }) {
                        self.in_form.push((id, word));
                    }
                }
            }
        }
    }
}

#[derive(Default)]
struct Sum {
    calls: usize,
    saved: usize,
    refused: usize,
    closed: usize,
}

/// One interleaving: what is written in the end, and that all of it is there.
fn interleave(seed: u64, sum: &mut Sum) {
    let mut dice = Dice::new(seed);
    let tabs = 2 + dice.below(3) as usize;
    let store = MemoryStore::default();
    for number in [1, 2] {
        let value = Some(CheckIn::new(long_ago(), Minute::from(600)));
        save(&store, shared(number), None, &Record { changed: Stamp { millis: 5, count: 0, device: 0 }, value })
            .unwrap();
    }
    let all = load::load::<CheckIn>(&store).unwrap().readable();
    let closes: Vec<usize> =
        (0..tabs).map(|_| if dice.one_in(6) { dice.below(60) as usize } else { usize::MAX }).collect();
    let state = State { store, dice, whose: 0, open: vec![true; tabs], calls: 0 };
    let turns = Turns { state: Mutex::new(state), moved: Condvar::new() };
    let results: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = (0..tabs)
            .map(|me| {
                let (turns, all, left) = (&turns, all.clone(), closes[me]);
                scope.spawn(move || {
                    let tab = Tab { turns, me, left: left.into() };
                    let mut person = Person::new(&tab, all, seed, me);
                    person.live();
                    let is_closed = tab.left.get() == 0;
                    let Person { saved, in_form, refused, blind, .. } = person;
                    tab.close();
                    (saved, in_form, refused, blind, is_closed)
                })
            })
            .collect();
        running.into_iter().map(|tab| tab.join().unwrap()).collect()
    });
    let State { store, calls, .. } = turns.state.into_inner().unwrap();
    sum.calls += calls;
    // A minute later a new visit ends what was begun, and every form that still has words saves them.
    let by = Stamp { millis: NOW as u64 + 60_000, count: 0, device: 99 };
    change::recover(&store, by).unwrap();
    let all = load::load::<CheckIn>(&store).unwrap().readable();
    let mut last = Person::new(&store, all, seed, 98);
    let mut words = BTreeSet::new();
    for (saved, in_form, refused, blind, closed) in results {
        assert_eq!(blind, 0, "seed {seed}: a record was not there while another tab sealed it");
        words.extend(saved);
        (sum.refused, sum.closed) = (sum.refused + refused, sum.closed + usize::from(closed));
        for (id, word) in in_form.into_iter().filter(|_| !closed) {
            last.write(NOW + 60_000, id, &word).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
            words.insert(word);
        }
    }
    sum.saved += words.len();
    let all = load::load::<CheckIn>(&store).unwrap().readable();
    let text: Vec<String> = all.iter().map(|(_, check_in)| check_in.note.to_string()).collect();
    let there: BTreeSet<&str> = text.iter().flat_map(|note| note.split_whitespace()).collect();
    for word in &words {
        assert!(there.contains(word.as_str()), "seed {seed}: {word} was written and is not in {text:?}");
    }
}

#[test]
fn no_edit_is_lost_and_both_texts_are_kept_in_10_000_interleavings() {
    let of = |seeds: std::ops::RangeInclusive<u64>| {
        let mut sum = Sum::default();
        seeds.for_each(|seed| interleave(seed, &mut sum));
        sum
    };
    let (one, other) = thread::scope(|scope| {
        let other = scope.spawn(|| of(5_001..=10_000));
        (of(1..=5_000), other.join().unwrap())
    });
    let [calls, saved, refused, closed] =
        [one.calls + other.calls, one.saved + other.saved, one.refused + other.refused, one.closed + other.closed];
    println!(
        "10000 interleavings of seeds 1 to 10000: {calls} calls, {saved} edits kept, {refused} refused first, {closed} tabs closed in between"
    );
    assert!(saved > 50_000 && refused > 5_000 && closed > 2_000);
}
