//! One meeting: when it is next, how to get there, what the group says of medicines, and what may be done with it.

use domain::{
    id::Id,
    meeting::{Attendance, Meeting},
    schedule::Occurrence,
};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html, memo};

use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        icon::icon,
        page::{button, button_link, card_list, cluster, head, section},
    },
    pages::meetings::{attended, calendar, edit, rows, said},
    route::Route,
    state::{AppState, drafts::Said, use_app_state},
    words::{attendance, common, dates, groups, meetings as words, nav},
};

/// How many of the next times are shown.
const NEXT: usize = 4;
/// How many of the past ones.
const PAST: usize = 20;

/// The page of one meeting.
pub fn page(id: Id<Meeting>) -> View {
    let state = use_app_state();
    let known = memo(move || state.more().meetings.get(id).is_some());
    // What was being changed when the page went away is taken up again.
    let editing = Signal::new(edit::is_begun(state, id));
    let page = move || {
        let (known, edited) = (known.get(), editing.get());
        untrack(|| match (known, edited) {
            (false, _) => gone(),
            (true, true) => edit::form(
                Some(id),
                act(move |()| state.turn(editing, false)),
                act(move |()| state.turn_again(Route::Meeting(id), editing, true)),
            ),
            (true, false) => shown(state, id, editing),
        })
    };
    html! { {page} }
}

fn gone() -> View {
    html! {
        {head(nav::meetings(), "", ())}
        {empty("people", words::not_found(), words::not_found_text(), button_link("primary", Route::Meetings.path(), "support", nav::meetings()))}
    }
}

fn shown(state: AppState, id: Id<Meeting>, editing: Signal<bool>) -> View {
    let said = Signal::new(None);
    let meeting = move || state.more().meetings.get(id);
    let edit = move || {
        button("secondary", words::change(), move || {
            editing.set(true);
            state.refocus();
        })
    };
    html! {
        {move || meeting().map(|one| head(one.name.to_string(), standing(&one), edit()))}
        <div class="split">
            <div class="stack" data-gap="section">
                {move || meeting().map(|one| details(&one))}
                {move || meeting().map(|one| next(state, id, &one, said))}
                {move || past(state, id, said)}
            </div>
            <aside class="stack" data-gap="section">
                {move || meeting().map(|one| section(words::what_now(), (), acts(state, id, &one, said)))}
                {calendar::view(state)}
            </aside>
        </div>
        {move || said::view(state, said)}
    }
}

fn standing(meeting: &Meeting) -> String {
    match meeting.ended {
        Some(day) => words::over_since(&dates::full(day)),
        None => groups::standing(meeting),
    }
}

fn details(meeting: &Meeting) -> View {
    let line = |name: &'static str, value: String| {
        (!value.is_empty()).then(|| html! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    };
    let place = if meeting.has_room() { meeting.place.to_string() } else { String::new() };
    let zone = meeting.zone.as_ref().map_or_else(String::new, groups::zone);
    let left_out: Vec<String> = meeting.when.except.iter().rev().take(6).map(|day| dates::short(*day)).collect();
    let until = meeting.when.until.map_or_else(String::new, dates::full);
    html! {
        <section class="section">
            {rows::tags(meeting)}
            <div class="card"><dl class="facts">
                {line(words::fact_group(), groups::fellowship(meeting.fellowship).to_owned())}
                {line(words::fact_way(), groups::held(meeting.held).to_owned())}
                {line(words::place(), place)}
                {line(words::fact_length(), words::minutes_short(&meeting.minutes.to_string()))}
                {line(words::zone(), zone)}
                {line(words::until(), until)}
                {line(words::left_out(), left_out.join(", "))}
            </dl></div>
            {rows::ways_in(meeting)}
            {(!meeting.note.is_empty()).then(|| html! { <p class="own">{meeting.note.to_string()}</p> })}
            {callout(Kind::Info, words::stand_title(), html! { <p>{groups::stand(meeting.fellowship)}</p><p>{words::keep_medicine()}</p> })}
        </section>
    }
}

/// The next times, each of which can be left out; those of today can be answered for.
fn next(state: AppState, id: Id<Meeting>, meeting: &Meeting, said: Signal<Option<Said>>) -> View {
    let today = state.today.get();
    let times = state.next_times(id, NEXT);
    if times.is_empty() {
        return section(words::next_times(), (), html! { <p class="soft">{words::preview_over()}</p> });
    }
    let items = times
        .iter()
        .map(|one| if one.on == today { rows::row(state, one, said) } else { ahead(state, id, meeting, one) })
        .collect();
    section(words::next_times(), (), card_list(items))
}

fn ahead(state: AppState, id: Id<Meeting>, meeting: &Meeting, one: &Occurrence) -> View {
    let day = dates::near(one.on, state.today.get());
    let there = one.there.0;
    let skipped = words::skipped(&day);
    let skip = move || {
        state.revise_meeting(id, skipped.clone(), move |meeting| {
            meeting.revised(|meeting| {
                meeting.when.skip(there);
            })
        });
    };
    html! {
        <li class="meeting">
            <div class="meeting__when"><b>{dates::weekday_short(one.on)}</b><time>{dates::time(one.at)}</time><span>{dates::short(one.on)}</span></div>
            <div class="meeting__body">
                {groups::there(meeting, one).map(|there| html! { <p class="row__note">{there}</p> })}
                <button class="button" type="button" data-kind="quiet" data-flush="" aria-label=words::skip_named(&day) on:click=move |_| skip()>{words::skip()}</button>
            </div>
        </li>
    }
}

fn past(state: AppState, id: Id<Meeting>, said: Signal<Option<Said>>) -> View {
    let mut all: Vec<(Id<Attendance>, Attendance)> = state
        .more()
        .attendances
        .with(|all| all.iter().filter(|(_, one)| one.meeting == Some(id)).map(|(id, one)| (id, one.clone())).collect());
    all.sort_by_key(|(id, one)| std::cmp::Reverse((one.on, one.at, *id)));
    let body = if all.is_empty() {
        html! { <p class="soft">{attendance::none_of_this()}</p> }
    } else {
        attended::timeline(all.iter().take(PAST).map(|(id, one)| attended::item(state, *id, one, said)).collect())
    };
    let add = button("quiet", html! { {icon("plus")}{attendance::add_past()} }, move || said.set(Some(Said::Mine(id))));
    section(attendance::title(), add, body)
}

fn acts(state: AppState, id: Id<Meeting>, meeting: &Meeting, said: Signal<Option<Said>>) -> View {
    let today = state.today.get();
    let going = meeting.going;
    let commit = move || {
        let words = if going { words::not_going_now() } else { words::going_now() };
        state.revise_meeting(id, words.to_owned(), move |meeting| meeting.revised(|meeting| meeting.going = !going));
    };
    let end = move || state.revise_meeting(id, words::is_over().to_owned(), move |meeting| meeting.over(today));
    let again = move || {
        state.revise_meeting(id, words::is_back().to_owned(), domain::meeting::Meeting::taken_up);
    };
    let remove = move || {
        if let Some(bring_back) = state.take_meeting(id) {
            state.open_page(Route::Meetings);
            state.notices.say_with_undo(words::removed(), bring_back);
        }
    };
    let buttons = if meeting.ended.is_some() {
        vec![button("primary", words::take_up(), again)]
    } else {
        let word = if going { words::not_going() } else { words::going() };
        vec![button(if going { "quiet" } else { "people-line" }, word, commit), button("secondary", words::end(), end)]
    };
    let past =
        button("secondary", html! { {icon("check")}{attendance::say_it()} }, move || said.set(Some(Said::Mine(id))));
    html! {
        <div class="stack" data-gap="2">
            {past}
            {cluster(buttons)}
            <p class="small soft">{words::nothing_is_lost()}</p>
            {button("quiet", common::remove(), remove)}
        </div>
    }
}
