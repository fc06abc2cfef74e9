//! What Today shows at once, before the rest of the program is here: the greeting, and how you are.

use domain::{check_in::CheckIn, check_in::Mood, day::Day};
use markup::{View, html};

use crate::{
    components::{choice::moods, page::head, vine},
    route::Route,
    state::{AppState, id_of_day, minute_now, use_app_state},
    words::{dates, today, values},
};

/// How many days the vine shows before today.
pub const BEFORE: i32 = 4;

/// Today without what only the rest of the program knows; `below` stands under it.
pub fn page(below: View) -> View {
    let state = use_app_state();
    let panel = move || {
        let day = state.today.get();
        html! { <section class="panel today-panel">{vine::room(names(day), ahead(day))}{ask(state, day)}</section> }
    };
    html! {
        {move || title(state)}
        <div class="split"><div class="stack" data-gap="section">{panel}{below}</div></div>
    }
}

/// The greeting of the hour, and the day.
pub fn title(state: AppState) -> View {
    let words = match minute_now().parts().0 {
        4..12 => today::morning(),
        12..18 => today::afternoon(),
        _ => today::evening(),
    };
    let greeting = match state.settings().name {
        Some(name) => today::greeting_named(words, &name),
        None => words.to_owned(),
    };
    head(greeting, dates::long(state.today.get()), ())
}

/// The names of the days that the vine shows up to `day`.
fn names(day: Day) -> Vec<&'static str> {
    (-BEFORE..=0).map(|step| dates::weekday_short(day.plus(step))).collect()
}

/// The names of the two days to come.
pub fn ahead(day: Day) -> [&'static str; 2] {
    [dates::weekday_short(day.plus(1)), dates::weekday_short(day.plus(2))]
}

/// How you are: a press keeps it; and the way to the whole check-in.
pub fn ask(state: AppState, day: Day) -> View {
    let checked_in = state.check_in_on(day);
    let chosen = checked_in.as_ref().and_then(|(_, check_in)| check_in.mood).map(|mood| usize::from(mood.level()));
    let pick = move |level: usize| {
        let (id, known) = state.check_in_on(day).unwrap_or_else(|| (id_of_day(day), CheckIn::new(day, minute_now())));
        let mood = Mood::ALL.get(level).copied();
        if state
            .keep(state.check_ins.change(id, move |old| Some(CheckIn { mood, ..old.unwrap_or_else(|| known.clone()) })))
        {
            state.notices.say(today::mood_kept());
        }
    };
    let link = if checked_in.is_some() { today::edit_check_in() } else { today::check_in() };
    html! {
        <fieldset class="today-panel__ask">
            <legend class="question__legend">{today::how_are_you()}</legend>
            {moods("mood", Mood::ALL.map(values::mood), move || chosen, pick)}
        </fieldset>
        <a class="button" data-kind="secondary" href=Route::CheckIn(None).path()>{link}</a>
    }
}
