//! The meetings there were, latest first: mine, and those visited once.

use std::cmp::Reverse;

use domain::{id::Id, meeting::Attendance};
use markup::{Signal, View, html};

use crate::{
    components::{
        empty::empty,
        icon::icon,
        page::{button, cluster, head},
    },
    pages::meetings::said,
    state::{AppState, drafts::Said, use_app_state},
    words::{attendance as words, dates, groups, values},
};

/// So many more are shown at a time.
const STEP: usize = 60;

/// All of them.
pub fn page() -> View {
    let state = use_app_state();
    let said = Signal::new(None);
    let shown = Signal::new(STEP);
    let add =
        move || button("primary", html! { {icon("plus")}{words::add_past()} }, move || said.set(Some(Said::Once)));
    let list = move || {
        let (some, all) = latest(state, shown.get());
        if all == 0 {
            return empty("people", words::none(), words::none_text(), View::empty());
        }
        let rows = some.iter().map(|(id, one)| item(state, *id, one, said)).collect();
        let more = (all > some.len()).then(|| {
            cluster(vec![button("secondary", words::show_more(), move || shown.update(|count| *count += STEP))])
        });
        html! { <p class="soft">{words::count(all)}</p>{timeline(rows)}{more} }
    };
    html! {
        {head(words::title(), words::sub(), add())}
        <div class="stack measure">{list}</div>
        {move || said::view(state, said)}
    }
}

/// The latest ones, at most `count`, and how many there are in all.
pub fn latest(state: AppState, count: usize) -> (Vec<(Id<Attendance>, Attendance)>, usize) {
    state.more().attendances.with(|all| {
        let mut all: Vec<(Id<Attendance>, &Attendance)> = all.iter().collect();
        all.sort_by_key(|(id, one)| Reverse((one.on, one.at, *id)));
        (all.iter().take(count).map(|(id, one)| (*id, (*one).clone())).collect(), all.len())
    })
}

/// Days on a stem.
pub fn timeline(items: Vec<View>) -> View {
    html! { <ol class="timeline">{items}</ol> }
}

/// One of them, with the button that opens its sheet.
pub fn item(state: AppState, id: Id<Attendance>, one: &Attendance, said: Signal<Option<Said>>) -> View {
    let day = dates::near(one.on, state.today.get());
    let when = one.at.map_or_else(|| day.clone(), |at| format!("{day} · {}", dates::time(at)));
    let felt = match (one.before, one.after) {
        (None, None) => None,
        (before, after) => {
            let word = |mood: Option<_>| mood.map_or("–", values::mood);
            Some(words::felt(word(before), word(after)))
        }
    };
    let name = one.name.to_string();
    let change = words::change_named(&name, &day);
    let own = |text: &str| (!text.is_empty()).then(|| html! { <p class="own">{text.to_owned()}</p> });
    html! {
        <li class="timeline__item" data-done=one.presence.is_there().then_some("")>
            <span class="timeline__node" aria-hidden="true"></span>
            <div class="timeline__body">
                <p class="timeline__date">{when}</p>
                <p><b>{name}</b></p>
                <p class="row__note">{groups::presence(one.presence)}</p>
                {felt.map(|felt| html! { <p class="row__note">{felt}</p> })}
                {own(&one.takeaway)}
                {own(&one.met)}
                <button class="button" type="button" data-kind="quiet" data-flush="" aria-label=change on:click=move |_| said.set(Some(Said::Known(id)))>{words::change()}</button>
            </div>
        </li>
    }
}
