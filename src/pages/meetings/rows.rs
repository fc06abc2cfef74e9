//! One meeting on one day as a row: when, what, how to get there, and what became of it.

use domain::{
    meeting::{Meeting, Presence},
    schedule::Occurrence,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        icon::icon,
        page::{button, cluster},
    },
    route::Route,
    state::{AppState, drafts::Said, meetings::now},
    words::{attendance, dates, groups, meetings as words},
};

/// The row of an occurrence.
pub fn row(state: AppState, one: &Occurrence, said: Signal<Option<Said>>) -> View {
    let Some(meeting) = state.more().meetings.get(one.meeting) else { return View::empty() };
    let today = state.today.get();
    let when = if one.on == today { words::today() } else { dates::weekday_short(one.on) };
    let is_near = one.on == today || one.on == today.plus(1);
    html! {
        <li class="meeting">
            <div class="meeting__when"><b>{when}</b><time>{dates::time(one.at)}</time><span>{dates::short(one.on)}</span></div>
            <div class="meeting__body">
                <h3 class="row__title"><a href=Route::Meeting(one.meeting).path()>{meeting.name.to_string()}</a></h3>
                <p class="row__note">{groups::about(&meeting)}</p>
                {groups::there(&meeting, one).map(|there| html! { <p class="row__note">{there}</p> })}
                {tags(&meeting)}
                {is_near.then(|| ways_in(&meeting))}
                {answer(state, one, &meeting, said)}
            </div>
        </li>
    }
}

/// What the person does there, whether they meant to go, and what kind it is.
pub fn tags(meeting: &Meeting) -> View {
    let going = meeting.going.then(|| html! { <span class="tag" data-tone="action">{words::going_tag()}</span> });
    let mine =
        meeting.commitments.iter().map(|what| html! { <span class="tag" data-tone="people">{what.to_string()}</span> });
    let kinds = meeting.kinds.iter().map(|kind| html! { <span class="tag">{kind.to_string()}</span> });
    let all: Vec<View> = going.into_iter().chain(mine).chain(kinds).collect();
    if all.is_empty() {
        View::empty()
    } else {
        html! { <p class="cluster" data-gap="1">{all}</p> }
    }
}

/// The ways in that lead out of the app: a link and a call. They do nothing until they are tapped.
pub fn ways_in(meeting: &Meeting) -> View {
    let name = meeting.name.to_string();
    let link = meeting.address().map(|address| {
        html! { <a class="button" data-kind="people-line" href=address target="_blank" rel="noopener noreferrer" aria-label=words::open_named(&name)>{icon("right")}{words::open()}</a> }
    });
    let call = meeting.dial().map(|number| {
        html! { <a class="button" data-kind="people-line" href=format!("tel:{number}") aria-label=words::call_named(&name)>{icon("phone")}{words::call()}</a> }
    });
    if link.is_none() && call.is_none() {
        return View::empty();
    }
    html! {
        {cluster(vec![link.unwrap_or_else(View::empty), call.unwrap_or_else(View::empty)])}
        <p class="small soft">{words::leaves()}</p>
    }
}

/// What became of it; or, once it has begun, the question.
fn answer(state: AppState, one: &Occurrence, meeting: &Meeting, said: Signal<Option<Said>>) -> View {
    if let Some((id, known)) = state.answer_to(one) {
        let kind = if known.presence.is_there() { "check" } else { "heart" };
        let warm =
            (!known.presence.is_there()).then(|| html! { <p class="small soft">{attendance::missed_warm()}</p> });
        return html! {
            <div class="meeting__said">
                <p>{icon(kind)}<b>{groups::presence(known.presence)}</b></p>
                {button("quiet", attendance::more(), move || said.set(Some(Said::Known(id))))}
            </div>
            {warm}
        };
    }
    if !one.has_begun(now()) {
        return View::empty();
    }
    let occurrence = *one;
    let group = format!("{}, {}", &*meeting.name, dates::near(one.on, state.today.get()));
    html! {
        <div class="cluster" data-gap="2" role="group" aria-label=group>
            {button("secondary", attendance::i_went(), move || state.attend(&occurrence, Presence::Went))}
            {button("quiet", attendance::i_missed_it(), move || state.attend(&occurrence, Presence::Missed))}
        </div>
    }
}
