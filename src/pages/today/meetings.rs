//! The meetings of today to which I mean to go.

use domain::{day::Day, meeting::Presence, schedule::Occurrence};
use markup::{View, html};

use crate::{
    components::{icon::badge, page::button},
    route::Route,
    state::AppState,
    words::{attendance, dates, groups},
};

/// A row for each; the day lasts as long as the person says.
pub fn rows(state: AppState, day: Day) -> Vec<View> {
    let day_ends = state.settings().day_ends;
    let today = state.occurrences(day, day.plus(1)).into_iter().filter(|one| one.day(day_ends) == day);
    today.filter_map(|one| row(state, one)).collect()
}

fn row(state: AppState, one: Occurrence) -> Option<View> {
    let meeting = state.more().meetings.get(one.meeting).filter(|meeting| meeting.going)?;
    let name = meeting.name.to_string();
    let answer = state.answer_to(&one).map(|(_, known)| groups::presence(known.presence));
    let held = groups::held(meeting.held);
    let note = [Some(dates::time(one.at)), Some(held.to_owned()), answer.map(str::to_owned)];
    let note = note.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let ask = answer.is_none().then(|| {
        html! {
            <div class="cluster task__answers" role="group" aria-label=name.clone()>
                {button("quiet", attendance::i_went(), move || state.attend(&one, Presence::Went))}
                {button("quiet", attendance::i_missed_it(), move || state.attend(&one, Presence::Missed))}
            </div>
        }
    });
    Some(html! {
        <li class="task" data-goal="">
            <a class="row" href=Route::Meeting(one.meeting).path()>{badge("support", "people")}<span class="row__body"><span class="row__title">{name}</span><span class="row__note">{note}</span></span></a>
            {ask}
        </li>
    })
}
