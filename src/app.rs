//! The app as a whole: its state, its frame, and which page stands in it.

use std::{cell::Cell, rc::Rc};

use domain::settings::Language;
use leptos::{mount::mount_to, prelude::*};
use markup::{IntoView, View, act, follow, memo};

use crate::{
    later, layout, pages,
    platform::{address, page},
    route::Route,
    state::{AppState, lock},
    words::page as page_words,
};

/// Starts the app, or first asks for the words that open its lock.
pub fn mount() {
    lock::end_what_was_begun();
    if lock::is_closed() { ask_for_words() } else { begin() }
}

/// Puts the closed lock where the app will be; Help is one tap away all the same.
fn ask_for_words() {
    let Some(root) = page::element("app") else { return };
    root.set_text_content(None);
    let asked = Rc::new(Cell::new(None));
    let (parent, done) = (root.clone(), Rc::clone(&asked));
    let on_open = act(move |()| {
        drop(done.take());
        begin();
    });
    asked.set(Some(mount_to(root, move || pages::locked::page(on_open).append_to(&parent))));
    let show = {
        let asked = Rc::clone(&asked);
        move |path: String| {
            let closed = asked.take();
            if closed.is_some() {
                page::show_help(Route::parse(&path) == Route::Help);
                page::focus_heading();
            }
            asked.set(closed);
        }
    };
    show(address::path());
    let go = show.clone();
    address::on_move(show);
    address::on_link(move |path| {
        let closed = lock::is_closed();
        if closed {
            address::push(&path);
            go(path);
        }
        closed
    });
}

/// Puts the app where `index.html` has painted its shell, and people into the Help room.
fn begin() {
    let state = AppState::open();
    later::begin(state);
    if let Some(root) = page::element("app") {
        root.set_text_content(None);
        let parent = root.clone();
        mount_to(root, move || {
            provide_context(state);
            app(state).append_to(&parent);
        })
        .forget();
    }
    for language in Language::ALL {
        if let Some(slot) = page::find(&format!("#help [lang='{}'] [data-people-slot]", language.word())) {
            let parent = slot.clone();
            mount_to(slot, move || people(state, *language).append_to(&parent)).forget();
        }
    }
    page::show_look(state.look());
}

/// The people of the record, once the part of the program is here that knows them.
fn people(state: AppState, language: Language) -> View {
    let shown = move || state.later.get().part().map(|part| untrack(|| (part.people)(state, language)));
    shown.into_view()
}

fn app(state: AppState) -> View {
    Effect::new(move || {
        state.language.track();
        let route = state.route.get();
        page::show_help(route == Route::Help);
        page::set_title(&if state.curtain.get() { "Trellis".to_owned() } else { page_words::title(route.name()) });
    });
    follow(Box::new(move || {
        let any = state.later.get().part().is_some_and(|part| (part.has_people)(state));
        page::show_people(any && !state.curtain.get());
    }));
    let framed = move || {
        state.language.track();
        untrack(|| layout::shell(state, outlet(state), pages::covered::page))
    };
    framed.into_view()
}

/// The page of the address now shown. A page reads signals where it follows them, never while it is being made.
fn outlet(state: AppState) -> View {
    let welcomed = memo(move || state.settings().welcomed);
    let page = move || {
        let (route, welcomed) = (state.route.get(), welcomed.get());
        untrack(|| page_of(state, route, welcomed))
    };
    page.into_view()
}

/// Pages of the first part of the program; the rest is in `src/later.rs`.
fn page_of(state: AppState, route: Route, welcomed: bool) -> View {
    match route {
        Route::Today if !welcomed => pages::welcome::page(),
        Route::CheckIn(day) => pages::check_in::page(day),
        Route::WrongDay(error) => pages::not_here::page(Some(error)),
        Route::NotHere => pages::not_here::page(None),
        Route::Help => View::empty(),
        other => later::page(state, other),
    }
}
