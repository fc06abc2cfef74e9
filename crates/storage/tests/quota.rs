//! Room from 512 KiB down to nothing: nothing old is lost, and what does not fit says so.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it says"
)]

mod common;

use common::{
    a_year,
    life::{self, text, view},
    stamp, without_copies,
};
use domain::{
    check_in::CheckIn,
    collection::Record,
    day::{Day, Minute},
    fixtures::Dice,
    id::Id,
    text::Note,
};
use storage::{
    KeyValue,
    change::{self, Step},
    key::Kind,
    key_value::{MemoryStore, StoreError},
    save::{SaveError, save},
    seal,
};

const FULL: Result<(), SaveError> = Err(SaveError::Store(StoreError::Full));

fn note(dice: &mut Dice, letters: usize) -> CheckIn {
    let text: String = (0..letters).map(|_| *dice.pick(&['a', 'é', 'ñ', ' ', '🌱']).unwrap()).collect();
    CheckIn { note: Note::kept(&text), ..CheckIn::new(Day::new(2026, 11, 24).unwrap(), Minute::from(600)) }
}

/// Writes long notes until the store is full, and says how many were kept.
fn write_until_full(store: &MemoryStore, dice: &mut Dice) -> Vec<(Id<CheckIn>, Record<CheckIn>)> {
    let mut kept = Vec::new();
    for number in 0.. {
        let id = Id::new(1_795_000_000_000 + number, [7; 10]);
        let record = Record { changed: stamp(1_960_000_000_000), value: Some(note(dice, 9_000)) };
        match save(store, id, None, &record) {
            Ok(()) => kept.push((id, record)),
            outcome => {
                assert_eq!(outcome, FULL);
                break;
            }
        }
    }
    kept
}

#[test]
fn with_less_and_less_room_nothing_old_is_lost_and_saving_says_full() {
    let (full, _) = a_year();
    let bare = without_copies(&full);
    let (before, _) = view(&full).unwrap();
    let used = bare.used();
    let (mut steps, mut kept, mut refused) = (0, 0, 0);
    for free in (0..=512).rev() {
        let store = bare.clone().limited_to(used + free * 1024);
        let mut dice = Dice::new(free as u64);
        let written = write_until_full(&store, &mut dice);
        assert!(written.len() <= free / 8 && written.len() + 1 >= free / 13, "{free} KiB held {}", written.len());
        // A change of many records that does not fit is refused whole.
        let names: Vec<_> = (0..40_u128).map(|number| (Kind::Goal, 1_000 + number)).collect();
        let steps_of: Vec<Step> = names
            .iter()
            .map(|(kind, id)| {
                let data = life::data(*kind, 5, Day::new(2026, 11, 24).unwrap()).repeat(20);
                let (key, after) = text(*kind, *id, &(stamp(1), Some(data)));
                Step { key, before: None, after: Some(after) }
            })
            .collect();
        let texts = store.clone();
        if change::apply(&store, stamp(1_960_000_000_001), &steps_of) == FULL {
            refused += 1;
            assert_eq!(store, texts, "{free} KiB: a refused change changes nothing");
        }
        // Letting go of something works when full.
        if let Some((id, record)) = written.first() {
            let gone = Record { changed: stamp(1_970_000_000_000), value: None };
            assert_eq!(save(&store, *id, Some(record.changed), &gone), Ok(()), "{free} KiB");
        }
        // Everything is still read; reading in full takes time, so every 16th step and the last ones.
        if free % 16 == 0 || free < 8 {
            let sealed = seal::seal(&store, Day::new(2026, 11, 24).unwrap(), stamp(1_980_000_000_000));
            assert!(matches!(sealed, Ok(_) | Err(SaveError::Store(StoreError::Full))), "{sealed:?}");
            let (after, well) = view(&store).unwrap();
            assert!(well);
            assert!(before.iter().all(|(name, version)| after.get(name) == Some(version)), "{free} KiB");
            for (id, record) in written.iter().skip(1) {
                let found = storage::load::record::<CheckIn>(&store, *id);
                assert_eq!(found.as_ref(), Some(record), "{free} KiB");
            }
        }
        steps += 1;
        kept += written.len();
    }
    println!("{steps} sizes: {kept} long notes kept, {refused} changes refused whole, nothing old lost");
    assert_eq!(steps, 513);
    assert!(refused > 300 && kept > 10_000, "{refused} {kept}");
}

#[test]
fn second_copies_are_given_up_before_anything_is_refused() {
    let (full, _) = a_year();
    let (before, _) = view(&full).unwrap();
    let copies = full.used() - without_copies(&full).used();
    assert!(copies > 60_000, "{copies}");
    let store = full.clone().limited_to(full.used());
    let written = write_until_full(&store, &mut Dice::new(1));
    assert!(written.len() >= copies / 12_000, "{} notes in the room of second copies", written.len());
    let (after, well) = view(&store).unwrap();
    assert!(well && before.iter().all(|(name, version)| after.get(name) == Some(version)));
}

#[test]
fn a_second_copy_is_kept_while_the_first_is_damaged() {
    let (full, _) = a_year();
    let (before, _) = view(&full).unwrap();
    let first = full.keys().unwrap().into_iter().find(|key| key.starts_with("tr/w/")).unwrap();
    full.set(&first, "damaged").unwrap();
    let used = full.used();
    let store = full.limited_to(used);
    write_until_full(&store, &mut Dice::new(1));
    let (after, _) = view(&store).unwrap();
    assert!(before.iter().all(|(name, version)| after.get(name) == Some(version)));
}

#[test]
fn a_change_of_many_records_is_made_or_refused_whole_at_every_size() {
    let steps: Vec<Step> = (0..5_u128)
        .map(|number| {
            let (key, after) = text(Kind::Goal, 1_000 + number, &(stamp(1), Some("x".repeat(100))));
            Step { key, before: None, after: Some(after) }
        })
        .collect();
    let (mut made, mut refused) = (0, 0);
    for room in 0..2_000 {
        let store = MemoryStore::with_room(room);
        match change::apply(&store, stamp(1), &steps) {
            Ok(()) => {
                assert!(steps.iter().all(|step| store.get(&step.key).unwrap() == step.after), "{room}");
                assert_eq!(store.keys().unwrap().len(), steps.len(), "{room}: nothing else is left");
                made += 1;
            }
            outcome => {
                assert_eq!(outcome, FULL, "{room}");
                assert_eq!(store.keys(), Ok(Vec::new()), "{room}");
                refused += 1;
            }
        }
    }
    assert!(made > 300 && refused > 1_000, "{made} made, {refused} refused");
}
