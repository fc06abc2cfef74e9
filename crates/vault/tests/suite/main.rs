//! The lock as the app uses it: what is sealed, what stays in clear, and that only the phrase opens it.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first fault")]
#![allow(clippy::print_stdout, reason = "counts are printed")]

mod faults;

use domain::{
    check_in::CheckIn,
    collection::Record,
    day::{Day, Minute},
    draft::Draft,
    id::Id,
    person::Person,
    settings::{Language, Look},
    stamp::Stamp,
    text::{Note, Title},
};
use proptest::prelude::*;
use storage::{
    KeyValue,
    envelope::Envelope,
    key::{self, Kind},
    key_value::MemoryStore,
    load::{Loaded, count_aside, load},
    pack,
    save::save,
};
use vault::{
    Key, Lock, VaultStore,
    lock::{Cost, Derived, KEYS, LockError},
    store,
};

/// Bytes that look like chance and never come twice.
fn chance() -> impl FnMut(&mut [u8]) {
    let mut state = 42_u64;
    move |bytes| {
        for byte in bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = u8::try_from(state >> 56).unwrap();
        }
    }
}

fn key(byte: u8) -> Key {
    Key::of(&[byte; 32]).unwrap()
}

fn stamp(millis: u64) -> Stamp {
    Stamp { millis, count: 0, device: 1 }
}

fn person(name: &str) -> Person {
    Person::new(Title::parse(name).unwrap())
}

fn fill_record(store: &dyn KeyValue) {
    let note = Note::parse("what nobody may read").unwrap();
    let check_in = CheckIn { note, ..CheckIn::new(Day::new(2026, 11, 24).unwrap(), Minute::from(600)) };
    save(store, Id::fixed(1), None, &Record { changed: stamp(1), value: Some(check_in) }).unwrap();
    save(store, Id::fixed(2), None, &Record { changed: stamp(2), value: Some(person("Samantha")) }).unwrap();
    save::<Person>(store, Id::fixed(3), None, &Record { changed: stamp(3), value: None }).unwrap();
    let draft = Draft { fields: vec!["half a thought".to_owned()] };
    save(store, Id::fixed(4), None, &Record { changed: stamp(4), value: Some(draft) }).unwrap();
    let look = Look { language: Some(Language::Spanish), ..Look::default() };
    save(store, Id::fixed(0), None, &Record { changed: stamp(5), value: Some(look) }).unwrap();
}

#[test]
fn a_record_is_kept_and_read_through_the_vault_as_without_it() {
    let (inner, data_key, mut fill) = (MemoryStore::default(), key(1), chance());
    let vault = VaultStore::new(&inner, &data_key, &mut fill);
    fill_record(&vault);
    let Loaded::Ready(people) = load::<Person>(&vault).unwrap() else { panic!("not ready") };
    assert_eq!(people.get(Id::fixed(2)), Some(&person("Samantha")));
    assert_eq!(people.record(Id::fixed(3)).unwrap().value, None);
    let changed = Record { changed: stamp(9), value: Some(person("Sam")) };
    save(&vault, Id::fixed(2), Some(stamp(2)), &changed).unwrap();
    assert!(save(&vault, Id::fixed(2), Some(stamp(2)), &changed).is_err(), "another tab's change is seen");
}

#[test]
fn what_is_kept_shows_only_the_heads_the_look_and_the_lock() {
    let (plain, inner, data_key, mut fill) = (MemoryStore::default(), MemoryStore::default(), key(1), chance());
    fill_record(&plain);
    fill_record(&VaultStore::new(&inner, &data_key, &mut fill));
    for at in plain.keys().unwrap() {
        let (open, kept) = (plain.get(&at).unwrap().unwrap(), inner.get(&at).unwrap().unwrap());
        if at == "tr/look" {
            assert_eq!(kept, open);
            continue;
        }
        assert_eq!(kept[..16], open[..16], "kind, schema and stamp");
        assert_ne!(kept[16..22], open[16..22], "the checksum is not that of the plain text");
        assert!(kept[22..].starts_with('~') && !kept.contains(&open[22..]));
        assert!(store::is_sealed(&at, &kept) && !store::is_sealed(&at, &open));
        // 24 bytes of chance and 16 of proof, at fifteen bits a character, and the mark.
        let added = kept[22..].chars().count() - (open[22..].encode_utf16().count() * 16).div_ceil(15);
        assert!((22..=25).contains(&added), "{added}");
        let kind = key::read(&at).unwrap().0;
        let head = Envelope::read(&at, kind, &kept).unwrap();
        assert_eq!(head.changed, Envelope::read(&at, kind, &open).unwrap().changed, "read without a key");
    }
}

#[test]
fn a_list_of_meetings_tells_nobody_of_which_fellowship_it_is() {
    let (inner, data_key, mut fill) = (MemoryStore::default(), key(1), chance());
    let vault = VaultStore::new(&inner, &data_key, &mut fill);
    vault.set(key::LISTING, "1AAAAAA a list").unwrap();
    let kept = inner.get(key::LISTING).unwrap().unwrap();
    assert!(store::is_sealed(key::LISTING, &kept) && !kept.contains("list"));
    assert_eq!(vault.get(key::LISTING).unwrap().as_deref(), Some("1AAAAAA a list"));
}

#[test]
fn the_same_text_is_never_sealed_to_the_same_twice() {
    let mut fill = chance();
    let all: std::collections::BTreeSet<String> =
        (0..1_000).map(|_| store::seal(&key(1), "tr/x", "same", &mut fill)).collect();
    assert_eq!(all.len(), 1_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_under_any_key_comes_back_word_for_word(at in "tr/[a-z/0-9]{0,12}", text in any::<String>()) {
        let (inner, data_key, mut fill) = (MemoryStore::default(), key(1), chance());
        let vault = VaultStore::new(&inner, &data_key, &mut fill);
        vault.set(&at, &text).unwrap();
        prop_assert_eq!(vault.get(&at), Ok(Some(text.clone())));
        let kept = inner.get(&at).unwrap().unwrap();
        prop_assert!(store::stays_clear(&at) == (kept == text));
        prop_assert!(kept.chars().all(|letter| letter.len_utf16() == 1) || store::stays_clear(&at));
    }

    #[test]
    fn a_sealed_value_opens_only_whole_in_its_place_with_its_head(
        id in 0_u128..9, millis in 0_u64..1000, schema in 0_u8..64, bytes in prop::collection::vec(any::<u8>(), 0..30),
        at in any::<prop::sample::Index>(), other in any::<char>(),
    ) {
        let here = key::of(Kind::Goal, id);
        let envelope = Envelope { kind: Kind::Goal, schema, changed: stamp(millis), data: Some(pack::pack(&bytes)) };
        let text = envelope.write(&here);
        let kept = store::seal(&key(1), &here, &text, &mut chance());
        prop_assert_eq!(store::open(&key(1), &here, &kept), Some(text.clone()));
        prop_assert_eq!(store::open(&key(2), &here, &kept), None);
        // Changed with a checksum made anew, as someone would who wants to deceive.
        let (head, data) = (&kept[..16], &kept[22..]);
        let forged = |at: &str, head: &str, data: &str| {
            format!("{head}{}{data}", pack::digits::<6>(u128::from(pack::checksum([at, head, data]))))
        };
        let elsewhere = key::of(Kind::Goal, id + 1);
        prop_assert_eq!(store::open(&key(1), &elsewhere, &forged(&elsewhere, head, data)), None);
        let later = Envelope { changed: stamp(millis + 1), ..envelope.clone() }.write(&here);
        prop_assert_eq!(store::open(&key(1), &here, &forged(&here, &later[..16], data)), None);
        let newer = Envelope { schema: (schema + 1) % 64, ..envelope }.write(&here);
        prop_assert_eq!(store::open(&key(1), &here, &forged(&here, &newer[..16], data)), None);
        let mut letters: Vec<char> = data.chars().collect();
        let at = at.index(letters.len());
        prop_assume!(letters[at] != other);
        letters[at] = other;
        prop_assert_eq!(store::open(&key(1), &here, &forged(&here, head, &letters.iter().collect::<String>())), None);
    }
}

#[test]
fn turning_the_vault_on_leaves_no_plain_text_and_turning_it_off_gives_all_back() {
    let (inner, data_key, mut fill) = (MemoryStore::default(), key(1), chance());
    fill_record(&inner);
    inner.set("tr/aside/c/x/0", "unreadable, but typed").unwrap();
    inner.set("tr/m/a-month", "of another form").unwrap();
    inner.set("elsewhere", "of another program").unwrap();
    let texts = |store: &MemoryStore| {
        let mut texts: Vec<_> = store.keys().unwrap().into_iter().map(|at| (store.get(&at).unwrap(), at)).collect();
        texts.sort();
        texts
    };
    let before = texts(&inner);
    let sealed = store::all_sealed(&inner, &data_key, &mut fill).unwrap();
    assert_eq!(sealed.len(), 6);
    for (at, text) in &sealed {
        inner.set(at, text).unwrap();
    }
    assert_eq!(store::all_sealed(&inner, &data_key, &mut fill).unwrap(), [], "nothing is left to seal");
    let kept = format!("{:?}", texts(&inner));
    assert!(!kept.contains("typed") && !kept.contains("another form"));
    for (at, text) in store::all_open(&inner, &data_key).unwrap() {
        inner.set(&at, &text).unwrap();
    }
    assert_eq!(texts(&inner), before);
}

#[test]
fn a_damaged_value_costs_itself_alone_and_is_set_aside() {
    let (inner, data_key, mut fill) = (MemoryStore::default(), key(1), chance());
    let vault = VaultStore::new(&inner, &data_key, &mut fill);
    for id in 0..3 {
        save(&vault, Id::fixed(id), None, &Record { changed: stamp(1), value: Some(person("Sam")) }).unwrap();
    }
    let at = key::of(Kind::Person, 1);
    let mut kept = inner.get(&at).unwrap().unwrap();
    kept.pop();
    inner.set(&at, &kept).unwrap();
    assert!(matches!(load::<Person>(&vault), Ok(Loaded::Damaged { rest, lost: 1 }) if rest.len() == 2));
    assert_eq!(count_aside(&vault), 1);
    assert_eq!(vault.get("tr/aside/h/AAAAAAAAAAAAAAAAAAAAAB/0"), Ok(Some(format!("?{kept}"))));
}

#[test]
fn a_plain_value_put_past_the_lock_is_never_taken_for_the_record() {
    let (inner, data_key, mut fill) = (MemoryStore::default(), key(1), chance());
    fill_record(&inner);
    let vault = VaultStore::new(&inner, &data_key, &mut fill);
    assert!(matches!(load::<Person>(&vault), Ok(Loaded::Damaged { rest, lost: 2 }) if rest.is_empty()));
    assert!(matches!(load::<CheckIn>(&vault), Ok(Loaded::Damaged { rest, lost: 1 }) if rest.is_empty()));
}

fn derived(byte: u8) -> Derived {
    Derived::of(&[[byte; 32], [byte + 1; 32]].concat()).unwrap()
}

#[test]
fn another_phrase_wraps_the_same_key_again_and_changes_nothing_else() {
    let mut fill = chance();
    let data_key = Key::new(&mut fill);
    let lock = Lock::new(&data_key, &derived(1), Cost::USUAL, Lock::salt(&mut fill), &mut fill);
    assert_eq!(lock.open(&derived(1)).as_ref(), Ok(&data_key));
    assert_eq!(lock.open(&derived(2)), Err(LockError::WrongPhrase));
    let other = Lock::new(&lock.open(&derived(1)).unwrap(), &derived(5), Cost::LEAST, Lock::salt(&mut fill), &mut fill);
    assert_eq!(other.open(&derived(5)), Ok(data_key));
    assert_eq!(other.open(&derived(1)), Err(LockError::WrongPhrase));
    assert!(other.salt != lock.salt && !format!("{:?}{:?}", derived(1), key(7)).contains('7'));
}

#[test]
fn a_lock_reads_back_and_any_change_of_it_is_found_out() {
    let mut fill = chance();
    let lock = Lock::new(&key(3), &derived(1), Cost::USUAL, Lock::salt(&mut fill), &mut fill);
    let text = lock.text();
    assert!(text.starts_with("lock1;65536;3;"));
    assert_eq!(Lock::read(&text), Some(lock.clone()));
    let letters: Vec<char> = text.chars().collect();
    for at in 0..letters.len() {
        let mut changed = letters.clone();
        changed[at] = if changed[at] == 'x' { 'y' } else { 'x' };
        assert_eq!(Lock::read(&changed.iter().collect::<String>()), None, "{at}");
        assert_eq!(Lock::read(&letters[..at].iter().collect::<String>()), None, "{at}");
    }
    // Another cost or salt with a right checksum: the wrapped key proves them.
    let (mut cheaper, mut salted, mut heavy) = (lock.clone(), lock.clone(), lock);
    cheaper.cost.passes = 2;
    salted.salt = [0; 16];
    for forged in [cheaper, salted] {
        assert_eq!(Lock::read(&forged.text()).unwrap().open(&derived(1)), Err(LockError::Damaged));
    }
    heavy.cost.memory = 1 << 30;
    assert_eq!(Lock::read(&heavy.text()), None, "nobody can make the device hang");
}

#[test]
fn the_second_copy_of_a_lock_opens_when_the_first_is_damaged() {
    let (store, mut fill) = (MemoryStore::default(), chance());
    assert_eq!((Lock::find(&store), Lock::is_there(&store)), (Ok(None), Ok(false)));
    let lock = Lock::new(&key(3), &derived(1), Cost::USUAL, Lock::salt(&mut fill), &mut fill);
    for (at, text) in lock.texts() {
        store.set(&at, &text).unwrap();
    }
    store.set(KEYS[0], "damaged").unwrap();
    assert_eq!(Lock::find(&store), Ok(Some(lock)));
    store.remove(KEYS[1]).unwrap();
    assert_eq!((Lock::find(&store), Lock::is_there(&store)), (Ok(None), Ok(true)));
}
