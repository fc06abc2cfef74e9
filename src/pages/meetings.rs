//! Meetings: the next days on my own clock, what became of the last ones, a target, and the ways to the rest.

pub mod attended;
mod calendar;
pub mod edit;
pub mod import;
pub mod one;
mod rows;
mod said;
pub mod sign_off;
mod target;
mod when;

use domain::{id::Id, meeting::Meeting, schedule::Occurrence};
use markup::{Signal, View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        icon::{badge, icon},
        page::{button, button_link, card_list, cluster, head, row_link, section},
    },
    pages::meetings::rows::row,
    route::Route,
    state::{AppState, drafts::Said, meetings::now, use_app_state},
    words::{attendance, dates, groups, meetings as words, nav},
};

/// How many days ahead the list shows, today counted.
const AHEAD: i32 = 14;
/// How many days back it asks how it was.
const BACK: i32 = 7;
/// How many of the last meetings stand here.
const LATELY: usize = 5;

/// My meetings.
pub fn page() -> View {
    let state = use_app_state();
    let said = Signal::new(None);
    let acts = cluster(vec![
        button_link("primary", Route::NewMeeting.path(), "plus", words::new()),
        button("secondary", html! { {icon("search")}{words::import()} }, move || {
            state.open_page(Route::ImportMeetings);
        }),
    ]);
    html! {
        {head(nav::meetings(), words::sub(), acts)}
        <div class="split">
            <div class="stack" data-gap="section">
                {move || unanswered(state, said)}
                {move || next_days(state, said)}
                {move || mine(state)}
                {move || been(state, said)}
            </div>
            <aside class="stack" data-gap="section">
                {target::view(state)}
                {calendar::view(state)}
                {ways(said)}
            </aside>
        </div>
        {move || said::view(state, said)}
    }
}

/// Meetings of the last days to which I meant to go: those of today, and those of which nothing was said.
fn unanswered(state: AppState, said: Signal<Option<Said>>) -> View {
    let today = state.today.get();
    let open: Vec<Occurrence> = state
        .occurrences(today.plus(-BACK), today)
        .into_iter()
        .filter(|one| {
            state.more().meetings.get(one.meeting).is_some_and(|meeting| meeting.going && meeting.ended.is_none())
        })
        // What was answered today stays, so that more can be said of it.
        .filter(|one| has_ended(state, one) && (one.on == today || state.answer_to(one).is_none()))
        .collect();
    if open.is_empty() {
        return View::empty();
    }
    let rows = open.iter().map(|one| row(state, one, said)).collect();
    section(attendance::how_was_it(), (), card_list(rows))
}

fn next_days(state: AppState, said: Signal<Option<Said>>) -> View {
    let today = state.today.get();
    if state.more().meetings.with(domain::collection::Collection::is_empty) {
        let new = button_link("primary", Route::NewMeeting.path(), "plus", words::new());
        return empty("people", words::none(), words::none_text(), new);
    }
    let rows: Vec<View> = state
        .occurrences(today, today.plus(AHEAD - 1))
        .iter()
        .filter(|one| !has_ended(state, one))
        .map(|one| row(state, one, said))
        .collect();
    let body = if rows.is_empty() {
        html! { <p class="soft">{words::nothing_soon()}</p> }
    } else {
        card_list(rows)
    };
    section(words::next_days(), (), body)
}

fn has_ended(state: AppState, one: &Occurrence) -> bool {
    state.more().meetings.get(one.meeting).is_some_and(|meeting| one.has_ended(meeting.minutes, now()))
}

/// All of them, those that are over last.
fn mine(state: AppState) -> View {
    let mut all: Vec<(Id<Meeting>, Meeting)> =
        state.more().meetings.with(|all| all.iter().map(|(id, meeting)| (id, meeting.clone())).collect());
    all.sort_by_key(|(_, meeting)| (meeting.ended.is_some(), meeting.name.to_lowercase()));
    if all.is_empty() {
        return View::empty();
    }
    let rows = all.into_iter().map(|(id, meeting)| listed(state, id, &meeting)).collect();
    section(words::all(), (), card_list(rows))
}

fn listed(state: AppState, id: Id<Meeting>, meeting: &Meeting) -> View {
    let note = match meeting.ended {
        Some(day) => words::over_since(&dates::full(day)),
        None => {
            let there = state.next_times(id, 1).first().and_then(|one| groups::there(meeting, one));
            let at = there.unwrap_or_else(|| dates::time(meeting.at));
            format!("{} · {at}", groups::repeats(&meeting.when))
        }
    };
    row_link(Route::Meeting(id).path(), badge("plan", "people"), meeting.name.to_string(), note)
}

/// The last meetings there were.
fn been(state: AppState, said: Signal<Option<Said>>) -> View {
    let (all, _) = attended::latest(state, LATELY);
    if all.is_empty() {
        return View::empty();
    }
    let rows = all.iter().map(|(id, one)| attended::item(state, *id, one, said)).collect();
    let more = html! { <a class="button" data-kind="quiet" data-flush="" href=Route::Attended.path()>{attendance::see_all()}</a> };
    section(attendance::title(), more, attended::timeline(rows))
}

/// The ways to a sheet, to past meetings, and to a first one.
fn ways(said: Signal<Option<Said>>) -> View {
    let past = button("quiet", html! { {icon("plus")}{attendance::add_past()} }, move || said.set(Some(Said::Once)));
    html! {
        <div class="stack" data-gap="3">
            {card_list(vec![
                row_link(Route::SignOff.path(), badge("print", ""), words::sign_off(), words::sign_off_note()),
                row_link(Route::Attended.path(), badge("progress", ""), attendance::title(), attendance::note()),
                row_link(Route::Guide.path(), badge("learn", ""), words::first_meeting(), words::first_meeting_note()),
            ])}
            {cluster(vec![past])}
            {callout(Kind::Care, words::keep_medicine_title(), html! { <p>{words::keep_medicine()}</p> })}
            <p class="small soft">{words::finders()}</p>
            <p class="small soft">{words::only_here()}</p>
        </div>
    }
}
