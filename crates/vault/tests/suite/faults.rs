//! Setting a lock, letting other words open it and taking it off, with every fault at every call: the record is as it
//! was or as it was to be, and opens whole.

use std::collections::BTreeMap;

use storage::{
    change::{self, Step},
    faulty::{Fault, FaultyStore},
    key_value::StoreError,
    save::SaveError,
};

use super::*;

type Texts = BTreeMap<String, String>;

fn texts(store: &dyn KeyValue) -> Texts {
    store.keys().unwrap().into_iter().map(|at| (at.clone(), store.get(&at).unwrap().unwrap())).collect()
}

/// What a person does to the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Set,
    OtherWords,
    TakeOff,
}

/// Puts texts in the place of those that are there, and removes others, as `src/state/lock.rs` does.
fn exchange(store: &dyn KeyValue, texts: Vec<(String, String)>, gone: &[&str]) -> Result<(), SaveError> {
    let put = texts.into_iter().map(|(key, text)| (key, Some(text)));
    let steps = put
        .chain(gone.iter().map(|key| ((*key).to_owned(), None)))
        .map(|(key, after)| Ok(Step { before: store.get(&key)?, after, key }))
        .collect::<Result<Vec<_>, StoreError>>()?;
    change::apply(store, stamp(100), &steps)
}

fn lock_with(words: u8) -> Lock {
    Lock::new(&key(1), &derived(words), Cost::USUAL, [words; 16], &mut chance())
}

impl Act {
    fn on(self, store: &dyn KeyValue) -> Result<(), SaveError> {
        match self {
            Self::Set => {
                let mut texts = store::all_sealed(store, &key(1), &mut chance())?;
                texts.extend(lock_with(1).texts());
                exchange(store, texts, &[])
            }
            Self::OtherWords => exchange(store, lock_with(5).texts().into(), &[]),
            Self::TakeOff => exchange(store, store::all_open(store, &key(1))?, &KEYS),
        }
    }

    /// What is there before it.
    fn before(self) -> MemoryStore {
        let store = MemoryStore::default();
        fill_record(&store);
        if self != Self::Set {
            Self::Set.on(&store).unwrap();
        }
        store
    }
}

/// The record as it is read after a fault, once what was begun has come to its end.
fn judge(act: Act, fault: Fault, at: usize) -> bool {
    let name = format!("{act:?}, {fault:?} at call {at}");
    let (before, after) = (act.before(), act.before());
    act.on(&after).unwrap();
    let (before, after) = (texts(&before), texts(&after));
    let store = FaultyStore::new(act.before(), fault, at);
    let outcome = act.on(&store);
    let failed = store.has_failed();
    let there = store.reopen();
    change::recover(&there, stamp(200_000)).unwrap();
    let there = texts(&there);
    let differs = |other: &Texts| {
        let keys = there.keys().chain(other.keys()).collect::<std::collections::BTreeSet<_>>();
        keys.into_iter().filter(|key| there.get(*key) != other.get(*key)).cloned().collect::<Vec<_>>()
    };
    let (unlike_before, unlike_after) = (differs(&before), differs(&after));
    assert!(
        unlike_before.is_empty() || unlike_after.is_empty(),
        "{name}: made by half: {unlike_before:?} are not as before, {unlike_after:?} not as after"
    );
    if outcome.is_ok() && !matches!(fault, Fault::LostSuffix(_)) {
        assert_eq!(there, after, "{name}: said to be done");
    }
    failed
}

#[test]
fn the_lock_is_set_changed_and_taken_off_whole_or_not_at_all_whatever_call_fails() {
    let mut calls = BTreeMap::new();
    for act in [Act::Set, Act::OtherWords, Act::TakeOff] {
        for fault in [Fault::Once, Fault::Always, Fault::AfterWrite, Fault::Silent] {
            let count = (0..1_000).take_while(|at| judge(act, fault, *at)).count();
            calls.insert(format!("{act:?} {fault:?}"), count);
        }
        for lost in 0..30 {
            judge(act, Fault::LostSuffix(lost), 0);
        }
    }
    println!("{calls:?}");
    assert!(calls.values().all(|count| (4..1_000).contains(count)), "{calls:?}");
}
