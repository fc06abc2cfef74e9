//! The browser behind the app: storage, ids, stamps, words.

use trellis::{
    platform::{clock, ids, store},
    words,
};
use wasm_bindgen_test::wasm_bindgen_test;

fn local_storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn the_store_keeps_a_text_and_forgets_it() {
    let store = store::store();
    assert!(store::lasts());
    store.set("tr/test", "día 🌱 \u{3400}").unwrap();
    assert_eq!(store.get("tr/test").unwrap().as_deref(), Some("día 🌱 \u{3400}"));
    assert!(store.keys().unwrap().contains(&"tr/test".to_owned()));
    store.remove("tr/test").unwrap();
    assert_eq!(store.get("tr/test"), Ok(None));
}

#[wasm_bindgen_test]
fn erasing_takes_all_that_is_ours_and_nothing_else() {
    local_storage().set_item("foreign", "stays").unwrap();
    store::store().set("tr/c/x", "1").unwrap();
    store::store().set("tr/aside/c/x/0", "2").unwrap();
    assert!(store::used() > 0);
    store::erase().unwrap();
    assert_eq!(store::used(), 0);
    assert_eq!(local_storage().get_item("foreign").unwrap().as_deref(), Some("stays"));
}

#[wasm_bindgen_test]
fn ids_differ_and_stamps_grow() {
    let made: std::collections::BTreeSet<u128> = (0..1000).map(|_| ids::new::<()>().as_u128()).collect();
    assert_eq!(made.len(), 1000);
    let mut last = clock::stamp(None);
    for _ in 0..1000 {
        let next = clock::stamp(None);
        assert!(next > last);
        last = next;
    }
}

#[wasm_bindgen_test]
fn words_of_another_build_are_refused() {
    let english = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));
    assert!(words::install(english));
    assert_eq!(words::common::save(), "Save");
    assert!(words::install(include_str!(concat!(env!("OUT_DIR"), "/es.txt"))));
    assert_eq!(words::common::save(), "Guardar");
    assert!(!words::install(""));
    assert!(!words::install(&english.replacen(|_| true, "x", 1)));
    assert!(!words::install(english.rsplit_once('\n').unwrap().0));
    assert_eq!(words::common::save(), "Guardar", "a refusal changes nothing");
    assert!(!words::install_later(english), "the words of the first pages are not those of the later ones");
    assert!(words::install_later(include_str!(concat!(env!("OUT_DIR"), "/later-es.txt"))));
    assert_eq!(words::report::title(), "Informe");
}

#[wasm_bindgen_test]
fn values_fill_the_places_of_a_sentence() {
    assert!(words::install(include_str!(concat!(env!("OUT_DIR"), "/en.txt"))));
    assert!(words::install_later(include_str!(concat!(env!("OUT_DIR"), "/later-en.txt"))));
    assert_eq!(words::goals::weekly(1), "1 time a week");
    assert_eq!(words::goals::weekly(3), "3 times a week");
    assert_eq!(words::today::done_of("2", "4"), "2 of 4 done");
    assert_eq!(words::tenths(57), "5.7");
}
