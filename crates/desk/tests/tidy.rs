//! Sealing in the worker: what it hands back, put where it says, keeps every record.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first thing that is not as it says")]

use desk::{
    answer,
    message::{Answer, Request, Texts},
};
use domain::{
    check_in::CheckIn,
    collection::Record,
    day::{Day, Minute},
    id::Ids,
    stamp::Stamp,
    text::Note,
};
use storage::{
    KeyValue,
    key_value::MemoryStore,
    load::{Listing, Loaded, load},
    save::save,
    seal,
};

const A_DAY: i64 = 86_400_000;

fn texts(store: &MemoryStore) -> Texts {
    store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect()
}

fn tidied(store: &MemoryStore, today: Day) -> Vec<(String, Option<String>)> {
    let request = Request::Tidy { texts: texts(store), today: today.into(), by: (1_800_000_000_000, 0, 9) };
    match Answer::read(&answer(&request.bytes(), &mut |_| panic!("no chance is needed"))) {
        Answer::Tidied(changes) => changes,
        _ => panic!("another answer"),
    }
}

#[test]
fn a_month_that_is_over_is_sealed_and_nothing_of_it_is_lost() {
    let (store, first) = (MemoryStore::default(), Day::parse("2026-09-01").unwrap());
    let mut ids = Ids::start(None, [3; 10]);
    for back in 0..60 {
        let millis = 1_788_264_000_000 + i64::from(back) * A_DAY;
        let note = Note::parse(&format!("day {back}")).unwrap();
        let value = CheckIn { note, ..CheckIn::new(first.plus(back), Minute::from(600)) };
        let changed = Stamp { millis: millis.unsigned_abs(), count: 0, device: ids.device() };
        save(&store, ids.next(millis), None, &Record { changed, value: Some(value) }).unwrap();
    }
    let today = first.plus(59);
    let before = load::<CheckIn>(&store).unwrap();
    assert!(seal::is_due(&Listing::of(&store).unwrap(), today));
    let changes = tidied(&store, today);
    assert!(changes.iter().filter(|(_, after)| after.is_none()).count() >= 30, "loose ones go");
    for (key, after) in &changes {
        match after {
            Some(text) => store.set(key, text).unwrap(),
            None => store.remove(key).unwrap(),
        }
    }
    let after = load::<CheckIn>(&store).unwrap();
    assert_eq!(after, before);
    assert!(matches!(after, Loaded::Ready(all) if all.len() == 60));
    assert!(!seal::is_due(&Listing::of(&store).unwrap(), today));
    assert_eq!(tidied(&store, today), [], "and then there is nothing left to do");
}
