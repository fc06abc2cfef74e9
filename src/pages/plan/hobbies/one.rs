//! One hobby: the next small step, its sessions, what was written down, made, reached and spent.

mod entries;

use domain::{
    hobby::{self, Hobby},
    id::Id,
    text::Title,
};
use leptos::prelude::untrack;
use markup::{Signal, View, html, memo};

use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        field::Field,
        page::{button, button_link, cluster, form, head, section, submit},
    },
    pages::plan::sheets::{self, Idea, Sheet},
    route::Route,
    state::{AppState, use_app_state},
    words::{common, dates, errors, hobbies as words, nav},
};

/// After so many days without it a hobby says welcome back.
const LONG: u16 = 14;

/// The page of one hobby.
pub fn page(id: Id<Hobby>) -> View {
    let state = use_app_state();
    let known = memo(move || state.more().hobbies.get(id).is_some());
    let page = move || {
        let known = known.get();
        untrack(|| if known { shown(state, id) } else { gone() })
    };
    html! { {page} }
}

fn gone() -> View {
    html! {
        {head(nav::hobbies(), "", ())}
        {empty("seedling", words::gone(), words::gone_text(), button_link("primary", Route::Hobbies.path(), "brush", nav::hobbies()))}
    }
}

fn shown(state: AppState, id: Id<Hobby>) -> View {
    let hobby = move || state.more().hobbies.get(id);
    let sheet = Signal::new(None);
    let plan = move || {
        let Some(hobby) = state.more().hobbies.get_untracked(id) else { return };
        let idea =
            Idea { title: hobby.title.to_string(), activity: hobby.activity, hobby: Some(id), ..Idea::default() };
        sheet.set(Some(Sheet::Add(idea, state.today.get_untracked())));
    };
    html! {
        {move || hobby().map(|one| head(one.title.to_string(), standing(state, id, &one), button("primary", words::plan_it(), plan)))}
        <div class="split">
            <div class="stack" data-gap="section">
                {move || welcome(state, id)}
                {section(words::next_step(), words::next_step_sub(), next_step(state, id))}
                {section(words::write(), (), entries::new(state, id))}
                {move || entries::list(state, id)}
            </div>
            <aside class="stack" data-gap="section">
                {move || entries::shelf(state, id)}
                {move || hobby().map(|one| may_be_done(state, id, &one))}
            </aside>
        </div>
        {move || sheets::view(state, sheet)}
    }
}

/// How often, since when, and what it cost.
fn standing(state: AppState, id: Id<Hobby>, one: &Hobby) -> String {
    let sessions = state.more().plans.with(|plans| hobby::sessions(plans, id));
    let today = state.today.get();
    let spent = state.more().hobby_entries.with(|all| super::spent(hobby::spent(all, id)));
    let parts = [
        Some(words::times(sessions.count)),
        Some(words::since(&dates::near(one.since, today))),
        sessions.last.map(|day| words::last(&dates::near(day, today))),
        spent,
        one.resting.then(|| words::rests().to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// After a while away: welcome, and nothing is lost.
fn welcome(state: AppState, id: Id<Hobby>) -> View {
    let back = state
        .more()
        .plans
        .with(|plans| state.more().hobby_entries.with(|all| hobby::back(plans, all, id, state.today.get())));
    match back {
        Some(back) if back.days >= LONG => {
            callout(Kind::Info, words::welcome_back(), html! { <p>{words::welcome_back_text()}</p> })
        }
        _ => View::empty(),
    }
}

fn next_step(state: AppState, id: Id<Hobby>) -> View {
    let known = state.more().hobbies.get_untracked(id).and_then(|one| one.next_step);
    let step = Field::line("next-step", words::step(), known.map_or_else(String::new, |step| step.to_string()))
        .hint(common::optional());
    let save = move || {
        let Some(next_step) = step.parse(Title::parse_optional, errors::text) else { return };
        let change = move |old: Option<Hobby>| old.map(|one| Hobby { next_step: next_step.clone(), ..one });
        if state.keep(state.more().hobbies.change(id, change)) {
            state.notices.say(words::kept());
        }
    };
    form("stack", "3", save, html! { {step.view(|| ())}{cluster(vec![submit(common::save())])} })
}

fn may_be_done(state: AppState, id: Id<Hobby>, one: &Hobby) -> View {
    let resting = one.resting;
    let rest = move || {
        let change = move |old: Option<Hobby>| old.map(|one| Hobby { resting: !resting, ..one });
        if state.keep(state.more().hobbies.change(id, change)) {
            state.notices.say(if resting { words::taken_up() } else { words::put_to_rest() });
        }
    };
    let remove = move || {
        let before = state.more().hobbies.get_untracked(id);
        if state.keep(state.more().hobbies.put(id, None)) {
            state.open_page(Route::Hobbies);
            state.notices.say_with_undo(words::removed(), move || {
                state.keep(state.more().hobbies.put(id, before.clone()));
            });
        }
    };
    html! {
        <div class="stack" data-gap="2">
            {cluster(vec![
                button("secondary", if resting { words::take_up() } else { words::rest() }, rest),
                button("quiet", common::remove(), remove),
            ])}
            <p class="small soft">{words::rest_note()}</p>
        </div>
    }
}
