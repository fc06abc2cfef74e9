//! Histories of everything that happens to a record, with a fault at a random call: no acknowledged record is lost.
//! And one of them with every fault at every call.
//!
//! `TRELLIS_HISTORIES` says how many (20,000 if it says nothing), `TRELLIS_SEED` from which seed on.
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

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{
    life::{self, Name, Version},
    side_by_side,
};
use domain::{day::Moment, fixtures::Dice, id::Ids, stamp::Stamp};
use storage::{
    KeyValue,
    change::{self, Step},
    faulty::{Fault, FaultyStore},
    key::Kind,
    key_value::MemoryStore,
    load::count_aside,
    save::SaveError,
    seal,
};

/// What was tried of one record, oldest first: what it was to become, and how many writes there had been when it was
/// said to be kept.
type Tries = Vec<(Version, Option<usize>)>;

struct History {
    store: FaultyStore,
    fault: Fault,
    dice: Dice,
    ids: Ids,
    now: i64,
    last: Stamp,
    /// What this visit believes to be there.
    seen: BTreeMap<Name, Stamp>,
    tried: BTreeMap<Name, Tries>,
    /// Changes of many records: what each was to become.
    many: Vec<Vec<(Name, Version)>>,
    acknowledged: usize,
    sealed: usize,
}

const FAULTS: [&str; 5] = ["once", "always", "after the write", "silently", "lost suffix"];

fn fault(number: u64, dice: &mut Dice) -> Fault {
    match number {
        0 => Fault::Once,
        1 => Fault::Always,
        2 => Fault::AfterWrite,
        3 => Fault::Silent,
        _ => Fault::LostSuffix(dice.below(30) as usize),
    }
}

fn kind_of(letter: char) -> Kind {
    Kind::ALL.into_iter().find(|kind| kind.letter() == letter).unwrap()
}

impl History {
    fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let fault = fault(seed % 5, &mut dice);
        let calls = if fault == Fault::Silent { 60 } else { 150 };
        let at = dice.below(calls) as usize;
        Self::with(dice, fault, at)
    }

    fn with(mut dice: Dice, fault: Fault, at: usize) -> Self {
        let store = FaultyStore::new(MemoryStore::default(), fault, at);
        let ids = Ids::start(None, dice.ten_bytes());
        Self {
            store,
            fault,
            dice,
            ids,
            now: 1_767_600_000_000,
            last: Stamp::zero(),
            seen: BTreeMap::new(),
            tried: BTreeMap::new(),
            many: Vec::new(),
            acknowledged: 0,
            sealed: 0,
        }
    }

    fn stamp(&mut self, seen: Option<Stamp>) -> Stamp {
        self.last = self.last.max(seen.unwrap_or(Stamp::zero())).next(self.now, self.ids.device());
        self.last
    }

    fn today(&self) -> domain::day::Day {
        Moment { millis: self.now, offset: 0 }.day(3)
    }

    fn new_name(&mut self) -> Name {
        // Half of them of the kinds that are sealed, so that months have something in them.
        let sealed = [Kind::CheckIn, Kind::Report, Kind::Plan];
        let kind = *if self.dice.below(2) == 0 { self.dice.pick(&sealed) } else { self.dice.pick(&Kind::ALL) }.unwrap();
        let id = match kind {
            Kind::Settings | Kind::Draft => 1,
            Kind::Look => 0,
            _ => self.ids.next::<()>(self.now).as_u128(),
        };
        (kind.letter(), id)
    }

    fn known_name(&mut self) -> Option<Name> {
        let names: Vec<Name> = self.seen.keys().copied().collect();
        self.dice.pick(&names).copied()
    }

    fn next_state(&mut self, (letter, id): Name, removes: bool) -> Version {
        let changed = self.stamp(self.seen.get(&(letter, id)).copied());
        let number = self.dice.below(1_000_000);
        (changed, (!removes).then(|| life::data(kind_of(letter), number, self.today())))
    }

    fn save(&mut self, name: Name, removes: bool) {
        for _ in 0..2 {
            let state = self.next_state(name, removes);
            let seen = self.seen.get(&name).copied();
            let outcome = life::save(&self.store, kind_of(name.0), name.1, seen, &state);
            self.note(name, &state, outcome.is_ok());
            if outcome == Err(SaveError::ChangedElsewhere) {
                // As the app does: what is there is read, and the change is made to that.
                if let Some((changed, _)) = life::read(&self.store, kind_of(name.0), name.1) {
                    let seen = self.seen.entry(name).or_insert(changed);
                    *seen = changed.max(*seen);
                }
                continue;
            }
            break;
        }
    }

    fn note(&mut self, name: Name, state: &Version, kept: bool) {
        self.acknowledged += usize::from(kept);
        let writes = kept.then(|| self.store.writes());
        self.tried.entry(name).or_default().push((state.clone(), writes));
        if kept {
            self.seen.insert(name, state.0);
        }
    }

    fn save_many(&mut self) {
        let mut names: BTreeSet<Name> = (0..3).filter_map(|_| self.known_name()).collect();
        names.extend((0..2).map(|_| self.new_name()));
        let (mut steps, mut states) = (Vec::new(), Vec::new());
        for name in names {
            let state = self.next_state(name, false);
            let (key, text) = life::text(kind_of(name.0), name.1, &state);
            let Ok(before) = self.store.get(&key) else { return };
            steps.push(Step { key, before, after: Some(text) });
            states.push((name, state));
        }
        let by = self.stamp(None);
        let kept = change::apply(&self.store, by, &steps).is_ok();
        for (name, state) in &states {
            self.note(*name, state, kept);
        }
        self.many.push(states);
    }

    fn reopen(&mut self) {
        self.ids = Ids::start(None, self.dice.ten_bytes());
        let by = self.stamp(None);
        let _ = change::recover(&self.store, by);
        if let Some((all, _)) = life::view(&self.store) {
            self.seen = all.into_iter().map(|(name, (changed, _))| (name, changed)).collect();
        }
    }

    fn act(&mut self) {
        let day = 86_400_000;
        self.now += match self.dice.below(4) {
            0 => 20_000,
            1 => day,
            2 => 12 * day,
            _ => 3_600_000,
        };
        match self.dice.below(12) {
            0..4 => {
                let name = self.new_name();
                self.save(name, false);
            }
            4..7 => {
                if let Some(name) = self.known_name() {
                    self.save(name, false);
                }
            }
            7 => {
                if let Some(name) = self.known_name() {
                    self.save(name, true);
                }
            }
            8 => self.save_many(),
            9 | 10 => {
                let by = self.stamp(None);
                self.sealed += seal::seal(&self.store, self.today(), by).unwrap_or(0);
            }
            _ => self.reopen(),
        }
    }

    /// What must be there, and what may be there instead: what was tried after it.
    fn judge(self, name: &str) -> Outcome {
        let Self { store, fault, tried, many, acknowledged, sealed, now, .. } = self;
        let outcome =
            Outcome { acknowledged, sealed, many: many.len(), writes: store.writes(), failed: store.has_failed() };
        let writes = outcome.writes;
        let lost = if let Fault::LostSuffix(count) = fault { count } else { 0 };
        let kept = writes.saturating_sub(lost);
        let store = store.reopen();
        let by = Stamp { millis: (now + 60_000) as u64, count: 0, device: 9 };
        change::recover(&store, by).unwrap();
        let (all, well) = life::view(&store).unwrap();
        assert!(well && count_aside(&store) == 0, "{name}: nothing was damaged");
        for (record, tries) in &tried {
            let sure = tries.iter().rposition(|(_, writes)| writes.is_some_and(|writes| writes <= kept));
            let may = &tries[sure.unwrap_or(0)..];
            let found = all.get(record);
            let fits = match found {
                Some(found) => may.iter().any(|(state, _)| state == found),
                None => sure.is_none() || may.iter().any(|((_, data), _)| data.is_none()),
            };
            assert!(fits, "{name}: {record:?} is {found:?}, and was {tries:?} with {kept} of {writes} writes");
        }
        for states in &many {
            let untouched =
                |(name, state): &&(Name, Version)| tried[name].last().is_some_and(|(last, _)| last == state);
            let made: BTreeSet<bool> =
                states.iter().filter(untouched).map(|(name, state)| all.get(name) == Some(state)).collect();
            assert!(made.len() < 2, "{name}: a change of many records was made by half");
        }
        // Whatever is done in idle time changes nothing of it.
        seal::mend(&store, by).unwrap();
        seal::seal(&store, Moment { millis: now, offset: 0 }.day(3).plus(60), by).unwrap();
        let after = life::view(&store).unwrap().0;
        let there = |all: &BTreeMap<Name, Version>| {
            all.iter().filter(|(_, (_, data))| data.is_some()).map(|(a, b)| (*a, b.clone())).collect::<Vec<_>>()
        };
        assert_eq!(there(&after), there(&all), "{name}: sealing changes nothing");
        outcome
    }
}

/// What a history came to.
struct Outcome {
    acknowledged: usize,
    sealed: usize,
    /// Changes of many records that were begun.
    many: usize,
    writes: usize,
    failed: bool,
}

#[test]
fn no_acknowledged_record_is_lost_whatever_call_fails() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let count = number("TRELLIS_HISTORIES").unwrap_or(20_000);
    let from = number("TRELLIS_SEED").unwrap_or(1);
    let live = |seeds: std::ops::Range<u64>| {
        let (mut acknowledged, mut sealed, mut failed) = (0, 0, [0_u64; 5]);
        for seed in seeds {
            let mut history = History::new(seed);
            for _ in 0..4 + history.dice.below(24) {
                history.act();
            }
            let outcome = history.judge(&format!("seed {seed}"));
            acknowledged += outcome.acknowledged;
            sealed += outcome.sealed;
            failed[(seed % 5) as usize] += u64::from(outcome.failed);
        }
        (acknowledged, sealed, failed)
    };
    let half = from + count / 2;
    let (mut acknowledged, mut sealed, mut failed) = (0, 0, [0; 5]);
    for (ours, moved, by_fault) in side_by_side([from..half, half..from + count], live) {
        acknowledged += ours;
        sealed += moved;
        failed.iter_mut().zip(by_fault).for_each(|(all, some)| *all += some);
    }
    println!("{count} histories from seed {from}: {acknowledged} records acknowledged, {sealed} sealed, none lost");
    for (name, failed) in FAULTS.iter().zip(failed) {
        println!("  the store failed {name} in {failed}");
        assert!(failed > count / 11, "the fault happens often enough to mean something");
    }
    assert!(acknowledged as u64 > count * 5, "{acknowledged}");
    assert!(sealed as u64 > count / 2, "{sealed}");
}

/// Thirty acts that begin the same each time: saves, removals, changes of many, sealing and opening again.
fn thirty_acts(fault: Fault, at: usize) -> Outcome {
    let mut history = History::with(Dice::new(ONE), fault, at);
    for _ in 0..30 {
        history.act();
    }
    history.judge(&format!("{fault:?} at call {at}"))
}

/// The seed of a history in which all of that happens.
const ONE: u64 = 3;

#[test]
fn one_history_holds_with_every_fault_at_every_call() {
    let whole = thirty_acts(Fault::LostSuffix(0), 0);
    assert!(whole.acknowledged > 20 && whole.sealed > 0 && whole.many > 1, "all of it happens");
    let mut calls = Vec::new();
    for fault in [Fault::Once, Fault::Always, Fault::AfterWrite, Fault::Silent] {
        calls.push((0..10_000).take_while(|at| thirty_acts(fault, *at).failed).count());
    }
    for lost in 1..=whole.writes {
        thirty_acts(Fault::LostSuffix(lost), 0);
    }
    println!("faults at {calls:?} calls, and 1 to {} writes lost", whole.writes);
    assert!(calls.iter().all(|calls| *calls >= whole.writes), "{calls:?}, {} writes", whole.writes);
}
