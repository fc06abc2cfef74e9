//! One version of the story: to read, to practice, to print, to share by hand, to tell to someone else.

use domain::{
    id::Id,
    story::{Listener, Story},
};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html, memo};

use crate::{
    components::{
        choice::question,
        empty::empty,
        icon::icon,
        page::{button, button_link, cluster, head, section},
        pick::pick,
    },
    pages::support::story::{about, before_sharing, edit, practice},
    route::Route,
    state::{self, AppState, new_id, share, use_app_state},
    words::{common, experience, story as words},
};

/// What is done with the version just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Read,
    Change,
    Practice,
}

/// The page of one version.
pub fn page(id: Id<Story>) -> View {
    let state = use_app_state();
    let known = memo(move || state.more().stories.get(id).is_some());
    let mode = Signal::new(if edit::is_begun(state, id) { Mode::Change } else { Mode::Read });
    let back = act(move |()| {
        mode.set(Mode::Read);
        state.refocus();
    });
    let page = move || {
        let (known, now) = (known.get(), mode.get());
        let back = back.clone();
        untrack(|| match (known, now, state.more().stories.get_untracked(id)) {
            (true, Mode::Change, _) => edit::view(Some(id), back),
            (true, Mode::Practice, Some(one)) => practice::view(parts(&one, "story__part story__part--large"), back),
            (true, Mode::Read, _) => read(state, id, mode),
            _ => gone(),
        })
    };
    html! { {page} }
}

fn gone() -> View {
    html! {
        {head(words::title(), "", ())}
        {empty("seedling", words::not_found(), words::none_text(), button_link("primary", Route::Stories.path(), "left", words::title()))}
    }
}

fn read(state: AppState, id: Id<Story>, mode: Signal<Mode>) -> View {
    let go = move |to| {
        mode.set(to);
        state.refocus();
    };
    let change = move || {
        let change = button("secondary", words::change(), move || go(Mode::Change));
        html! { <div class="no-print">{change}</div> }
    };
    let title = move || {
        state.more().stories.get(id).map(|one| {
            let note = about(&one);
            head(one.title.to_string(), html! { <span class="no-print">{note}</span> }, change())
        })
    };
    let story = move || state.more().stories.get(id).map(|one| parts(&one, "story__part"));
    let copy = move || {
        if let Some(one) = state.more().stories.get_untracked(id) {
            state.copy(&text_of(&one));
        }
    };
    let hand_on = move || {
        if let Some(one) = state.more().stories.get_untracked(id) {
            share::share(&text_of(&one));
        }
    };
    let mut acts = vec![
        button("primary", words::practice(), move || go(Mode::Practice)),
        button("quiet", html! { {icon("print")}{common::print()} }, state::print),
        button("quiet", common::copy(), copy),
    ];
    if share::can_share() {
        acts.push(button("quiet", common::share(), hand_on));
    }
    acts.push(button("quiet", html! { {icon("trash")}{common::remove()} }, move || remove(state, id)));
    html! {
        {title}
        <div class="split">
            <article class="story measure">{story}</article>
            <aside class="stack no-print" data-gap="6">
                {section(words::what_now(), (), html! { {cluster(acts)}<p class="small soft">{words::share_hint()}</p> })}
                {before_sharing()}
                {version(state, id)}
            </aside>
        </div>
    }
}

/// Its parts that have words, with their headings.
fn parts(one: &Story, class: &'static str) -> View {
    let titles = [words::before(), words::turn(), words::now(), words::message()];
    let shown: Vec<View> = titles
        .into_iter()
        .zip(one.parts())
        .filter(|(_, text)| !text.is_empty())
        .map(|(title, text)| html! { <section class=class><h2>{title}</h2><p class="own story__text">{text.to_string()}</p></section> })
        .collect();
    html! { {shown} }
}

/// What leaves by hand: the four parts, and neither name nor listener.
fn text_of(one: &Story) -> String {
    one.parts().into_iter().filter(|text| !text.is_empty()).map(|text| &**text).collect::<Vec<&str>>().join("\n\n")
}

/// The same words for another listener, to be changed for them.
fn version(state: AppState, id: Id<Story>) -> View {
    let known = state.more().stories.get_untracked(id).map(|one| one.listener);
    let others: Vec<Listener> = Listener::ALL.into_iter().filter(|listener| Some(*listener) != known).collect();
    let chosen = Signal::new(others.first().copied().unwrap_or(Listener::Group));
    let options = others.into_iter().map(|listener| (listener, experience::listener(listener))).collect();
    let make = move || {
        let Some(one) = state.more().stories.get_untracked(id) else { return };
        let copy = new_id();
        if state.keep(state.more().stories.put(copy, Some(one.told_to(chosen.get_untracked())))) {
            edit::begin(state, copy);
            state.open_page(Route::Story(copy));
            state.notices.say(words::made());
        }
    };
    html! {
        <div class="stack" data-gap="3">
            {question(words::version(), "", pick("version", options, move || chosen.get(), move |listener| chosen.set(listener)))}
            <p class="small soft">{words::version_hint()}</p>
            {cluster(vec![button("secondary", words::make(), make)])}
        </div>
    }
}

fn remove(state: AppState, id: Id<Story>) {
    let Some(removed) = state.more().stories.get_untracked(id) else { return };
    if state.keep(state.more().stories.put(id, None)) {
        let bring_back = edit::forget(state, id);
        state.open_page(Route::Stories);
        state.notices.say_with_undo(words::removed(), move || {
            if state.keep(state.more().stories.put(id, Some(removed.clone()))) {
                bring_back();
            }
        });
    }
}
