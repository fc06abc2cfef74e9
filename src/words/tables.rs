//! The words of tables for spreadsheets, by the keys that `exchange::table` uses.

use crate::words::{check_in, goals, table, values};
use domain::{
    check_in::{Feeling, Mood, Sleep},
    goal::Outcome,
};

/// Every word a table may say, by its key.
pub fn of_tables() -> Vec<(String, String)> {
    let [awful, low, okay, good, great] = Mood::ALL.map(values::mood);
    let [badly, so_so, well] = Sleep::ALL.map(values::sleep);
    let [hungry, angry, lonely, tired] = Feeling::ALL.map(values::feeling);
    let [done, partly, not_this_time, excused] = Outcome::ALL.map(values::outcome);
    let words = [
        ("awful", awful),
        ("low", low),
        ("okay", okay),
        ("good", good),
        ("great", great),
        ("badly", badly),
        ("so_so", so_so),
        ("well", well),
        ("hungry", hungry),
        ("angry", angry),
        ("lonely", lonely),
        ("tired", tired),
        ("done", done),
        ("partly", partly),
        ("not_this_time", not_this_time),
        ("excused", excused),
        ("mood", check_in::mood_short()),
        ("craving", check_in::craving_short()),
        ("sleep", check_in::sleep_short()),
        ("once", goals::once()),
        ("daily", goals::daily()),
        ("weekdays", goals::weekdays()),
        ("weekly", table::weekly()),
        ("every_weeks", table::every_weeks()),
        ("active", table::active()),
        ("paused", table::paused()),
        ("finished", table::finished()),
        ("let_go", table::let_go()),
        ("open", table::open()),
        ("yes", table::yes()),
        ("no", table::no()),
        ("removed_goal", table::removed_goal()),
        ("day", table::day()),
        ("time", table::time()),
        ("note", table::note()),
        ("small_thing", table::small_thing()),
        ("goal", table::goal()),
        ("why", table::why()),
        ("how_often", table::how_often()),
        ("since", table::since()),
        ("state", table::state()),
        ("state_since", table::state_since()),
        ("steps", table::steps()),
        ("steps_done", table::steps_done()),
        ("until", table::until()),
        ("if_then", table::if_then()),
        ("outcome", table::outcome()),
        ("activity", table::activity()),
        ("together", table::together()),
        ("mood_before", table::mood_before()),
        ("mood_after", table::mood_after()),
    ];
    words.map(|(key, word)| (key.to_owned(), word.to_owned())).into()
}
