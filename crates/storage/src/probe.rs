//! Opens anything that a store may hold, as the app does, for tests and fuzzing: it must be read or refused.

use domain::{day::Day, stamp::Stamp};

use crate::{KeyValue, change, kept::Kept, key::CHANGE, load, pack, seal};

/// Calls `$act::<T>($($with),*)` for each kind of record.
macro_rules! each_kind {
    ($act:ident($($with:expr),*)) => {
        each_kind!(@ $act($($with),*): domain::check_in::CheckIn, domain::goal::Goal, domain::goal::Report,
            domain::plan::Plan, domain::person::Person, domain::settings::Settings, domain::settings::Look,
            domain::draft::Draft, domain::meeting::Meeting, domain::meeting::Attendance, domain::meeting::Target,
            domain::agreement::Agreement, domain::agreement::Message, domain::review::Review, domain::story::Story,
            domain::earlier::Earlier, domain::own_activity::OwnActivity, domain::hobby::Hobby,
            domain::hobby::HobbyEntry, domain::reward::Reward, domain::practice::Practice, domain::sheet::Sheet,
            domain::study::Study)
    };
    (@ $act:ident $with:tt: $($kind:ty),*) => { $(each_kind!(@one $act $with $kind);)* };
    (@one $act:ident ($($with:expr),*) $kind:ty) => { $act::<$kind>($($with),*) };
}

/// Ends what was begun, loads every kind, mends, seals, and loads again.
pub fn open(store: &dyn KeyValue, today: Day, by: Stamp) {
    let _ = change::recover(store, by);
    each_kind!(load_kind(store));
    let _ = seal::mend(store, by);
    let _ = seal::seal(store, today, by);
    each_kind!(load_kind(store));
}

fn load_kind<T: Kept>(store: &dyn KeyValue) {
    let _ = load::load::<T>(store);
}

/// Reads `data` as every kind in `schema`. Says how many take it; what one takes, it writes and reads again as it was.
pub fn decode(schema: u8, data: &str) -> usize {
    let mut taken = 0;
    each_kind!(decode_kind(schema, data, &mut taken));
    taken
}

fn decode_kind<T: Kept>(schema: u8, data: &str, taken: &mut usize) {
    if let Some(value) = T::decode(schema, data) {
        *taken += 1;
        assert!(
            T::decode(T::SCHEMA, &value.encode()) == Some(value),
            "{:?} reads otherwise than it was written",
            T::KIND
        );
    }
}

/// The text of a change that was begun, with a checksum that holds, whatever `body` says.
pub fn journal(body: &str) -> String {
    let sum = pack::checksum([CHANGE, "B", body]);
    format!("B{}{body}", pack::digits::<6>(u128::from(sum)))
}
