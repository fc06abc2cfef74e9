//! New ids: those of one run of the program share their tail, so that a year of them is small on disk.

use std::cell::{Cell, RefCell};

use domain::{
    day::Day,
    id::{Id, Ids},
};

use crate::platform::{chance, clock};

thread_local! {
    static CHANCE: Cell<Option<[u8; 10]>> = const { Cell::new(None) };
    static IDS: RefCell<Option<Ids>> = const { RefCell::new(None) };
}

/// What chance gave this run of the program.
fn drawn() -> [u8; 10] {
    let drawn = CHANCE.get().unwrap_or_else(chance::bytes);
    CHANCE.set(Some(drawn));
    drawn
}

/// The number by which stamps and ids of this run are told from those of others.
pub fn device() -> u16 {
    let [.., high, low] = drawn();
    u16::from_be_bytes([high, low])
}

/// Goes on from the latest id of the record.
pub fn start(latest: Option<u128>) {
    IDS.set(Some(Ids::start(latest, drawn())));
}

/// A new id.
pub fn new<T>() -> Id<T> {
    with(|ids| ids.next(clock::now().millis))
}

/// The id of the one record of its kind on `day`, the same in every tab.
pub fn of_day<T>(day: Day) -> Id<T> {
    with(|ids| ids.of_day(day))
}

fn with<T>(make: impl FnOnce(&mut Ids) -> T) -> T {
    IDS.with_borrow_mut(|ids| make(ids.get_or_insert_with(|| Ids::start(None, drawn()))))
}
