//! Time zones: their names, the one of this device, and how far each is ahead of UTC at an instant.

use std::cell::RefCell;

use domain::day::{Day, Minute};
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// What writes the wall clock of a zone, by its name; `None` for a name the browser does not know.
    static CLOCKS: RefCell<Vec<(String, Option<Function>)>> = const { RefCell::new(Vec::new()) };
}

/// Minutes of a day.
const DAY: i64 = 1440;

/// The names of all zones this browser knows, in order; none if it does not tell.
pub fn names() -> Vec<String> {
    let all = of_intl("supportedValuesOf").and_then(|tell| tell.call1(&JsValue::NULL, &"timeZone".into()).ok());
    let all = all.and_then(|all| all.dyn_into::<Array>().ok()).unwrap_or_default();
    all.iter().filter_map(|name| name.as_string()).collect()
}

/// The name of the zone this device is in.
pub fn mine() -> Option<String> {
    let clock = clock(&Object::new())?;
    let ask: Function = Reflect::get(&clock, &"resolvedOptions".into()).ok()?.dyn_into().ok()?;
    Reflect::get(&ask.call0(&clock).ok()?, &"timeZone".into()).ok()?.as_string()
}

/// Minutes that wall clocks of `zone` are ahead of UTC at an instant; `None` if the zone is not known.
pub fn offset(zone: &str, instant: i64) -> Option<i16> {
    let write = CLOCKS.with_borrow_mut(|clocks| {
        if let Some((_, known)) = clocks.iter().find(|(name, _)| name == zone) {
            return known.clone();
        }
        let made = writer(zone);
        clocks.push((zone.to_owned(), made.clone()));
        made
    })?;
    let shown = write.call1(&JsValue::NULL, &millis(instant).into()).ok()?.as_string()?;
    let (day, minute) = read(&shown)?;
    let epoch = Day::new(1970, 1, 1).ok()?;
    i16::try_from(i64::from(day.since(epoch)) * DAY + i64::from(u16::from(minute)) - instant).ok()
}

/// Minutes that the wall clock of this device is ahead of UTC at an instant.
#[expect(clippy::cast_possible_truncation, reason = "an offset is a small number of minutes")]
pub fn my_offset(instant: i64) -> Option<i16> {
    let ahead = -Date::new(&millis(instant).into()).get_timezone_offset();
    ahead.is_finite().then_some(ahead.round() as i16)
}

#[expect(clippy::cast_precision_loss, reason = "minutes of three centuries are few")]
fn millis(instant: i64) -> f64 {
    instant as f64 * 60_000.0
}

fn of_intl(name: &str) -> Option<Function> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    Reflect::get(&intl, &name.into()).ok()?.dyn_into().ok()
}

fn clock(options: &Object) -> Option<JsValue> {
    Reflect::construct(&of_intl("DateTimeFormat")?, &Array::of2(&"en-US".into(), options)).ok()
}

/// Writes the wall clock of a zone like `11/24/2026, 18:30`.
fn writer(zone: &str) -> Option<Function> {
    let options = Object::new();
    let numeric = ["year", "month", "day", "hour", "minute"].map(|part| (part, "numeric"));
    for (key, value) in numeric.into_iter().chain([("hourCycle", "h23"), ("calendar", "gregory"), ("timeZone", zone)]) {
        Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    Reflect::get(&clock(&options)?, &"format".into()).ok()?.dyn_into().ok()
}

/// Reads what [`writer`] writes.
fn read(shown: &str) -> Option<(Day, Minute)> {
    let mut numbers = shown.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    let mut next = || numbers.next()?.parse::<u16>().ok();
    let (month, day, year, hour, minute) = (next()?, next()?, next()?, next()?, next()?);
    let day = Day::new(i32::from(year), u32::from(month), u32::from(day)).ok()?;
    Some((day, Minute::from(hour * 60 + minute)))
}
