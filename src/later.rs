//! The pages that a first visit does not need: a part of the program of its own, fetched once the first page is painted.
//!
//! In the release everything that only [`page_of`] reaches is in a second file (docs/decisions/0019). Without the feature
//! `split` it is in the one file, and there is nothing to wait for.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::untrack;
use markup::{IntoView, View, follow};

use crate::{
    pages,
    platform::{events, page::is_at_heading, style},
    route::Route,
    state::{
        AppState,
        later::{Later, Part},
    },
    words::page as words,
};

/// What only this part reaches is in the second file.
const PART: Part = Part {
    page: page_of,
    open,
    people: pages::help::people,
    has_people: pages::help::is_any,
    others: pages::check_in::others::view,
};

/// Opens what only these pages read. Its notes that have had their time go, now and with each new day.
fn open(state: AppState) {
    state.more();
    follow(Box::new(move || {
        state.today.track();
        untrack(|| state.forget_later_notes());
    }));
    events::show_what_is_wrong();
    // Not while a page is being made.
    events::after(3_000, move || state.tidy());
}

/// Every page that is not [`Route::is_first`].
fn page_of(route: Route) -> View {
    match route {
        Route::Today => pages::today::page(),
        Route::Goals => pages::goals::page(),
        Route::NewGoal => pages::goals::edit::page(None),
        Route::Goal(id) => pages::goals::one::page(id),
        Route::Reviews => pages::goals::review::page(),
        Route::Review(week) => pages::goals::review::week(week),
        Route::Plan(week) => pages::plan::page(week),
        Route::Discover => pages::plan::discover::page(),
        Route::ForNow => pages::plan::now::page(),
        Route::Helps => pages::plan::helps::page(),
        Route::Rewards => pages::plan::rewards::page(),
        Route::Hobbies => pages::plan::hobbies::page(),
        Route::Hobby(id) => pages::plan::hobbies::one::page(id),
        Route::Support => pages::support::page(),
        Route::NewPerson => pages::support::edit::page(),
        Route::Person(id) => pages::support::one::page(id),
        Route::Circle => pages::support::circle::page(),
        Route::Agreements => pages::support::agreements::page(),
        Route::NewAgreement => pages::support::agreements::edit::page(None),
        Route::AgreementWith(id) => pages::support::agreements::edit::page(Some(id)),
        Route::Agreement(id) => pages::support::agreements::one::page(id),
        Route::Messages => pages::support::messages::page(),
        Route::ShareCard => pages::support::card::page(),
        Route::Card => pages::support::card::opened::page(),
        Route::Stories => pages::support::story::page(),
        Route::NewStory => pages::support::story::edit::page(),
        Route::Story(id) => pages::support::story::one::page(id),
        Route::Shared => pages::support::shared::page(),
        Route::Guide => pages::support::guide::page(),
        Route::Phrases => pages::support::phrases::page(),
        Route::Meetings => pages::meetings::page(),
        Route::NewMeeting => pages::meetings::edit::page(),
        Route::Meeting(id) => pages::meetings::one::page(id),
        Route::Attended => pages::meetings::attended::page(),
        Route::SignOff => pages::meetings::sign_off::page(),
        Route::ImportMeetings => pages::meetings::import::page(),
        Route::Learn => pages::learn::page(),
        Route::Again => pages::learn::again::page(),
        Route::Lesson(slug) => pages::learn::lesson::page(&slug),
        Route::Tools => pages::tools::page(),
        Route::Craving => pages::tools::craving::page(),
        Route::Tool(tool) => pages::tools::one::page(tool),
        Route::Sheets => pages::sheets::page(),
        Route::Sheet(kind) => pages::sheets::one::page(kind),
        Route::Progress => pages::progress::page(),
        Route::Report => pages::progress::report::page(),
        Route::Settings => pages::settings::page(),
        Route::Backup => pages::settings::backup::page(),
        Route::Restore => pages::settings::restore::page(),
        Route::CheckBackup => pages::settings::restore::check(),
        Route::Lock => pages::settings::lock::page(),
        Route::Storage => pages::settings::storage::page(),
        Route::Privacy => pages::settings::privacy::page(),
        Route::CheckIn(_) | Route::Help | Route::WrongDay(_) | Route::NotHere => View::empty(),
    }
}

/// The page of `route`, or what stands there until it has come.
pub fn page(state: AppState, route: Route) -> View {
    match state.later.get_untracked() {
        Later::Here(part) => return (part.page)(route),
        // Whoever opens another page may be connected again.
        Later::NotFetched => get(state, move |pages| take(state, pages)),
        Later::Coming => {}
    }
    let shown = move || {
        let later = state.later.get();
        untrack(|| match later {
            Later::Here(part) => (part.page)(route.clone()),
            Later::Coming if route == Route::Today => pages::today::first::page(View::empty()),
            Later::Coming => pages::not_here::coming(route.name()),
            Later::NotFetched if route == Route::Today => {
                pages::today::first::page(pages::not_here::rest_not_fetched(move || try_again(state)))
            }
            Later::NotFetched => pages::not_here::not_fetched(route.name(), move || try_again(state)),
        })
    };
    shown.into_view()
}

/// Fetches these pages as soon as the first one is painted; at once, where they are in the same file.
pub fn begin(state: AppState) {
    let get = move || get(state, move |pages| take(state, pages));
    if cfg!(all(feature = "split", target_family = "wasm")) { events::after_paint(get) } else { get() }
}

/// Fetches what they say and how they look, and then the pages themselves.
fn get(state: AppState, then: impl FnOnce(Option<Part>) + 'static) {
    let waits = Rc::new(Cell::new(Some(then)));
    let before = Rc::new(Cell::new(None));
    let take = Rc::new(move |came: bool| {
        let Some(both) = before.replace(Some(came)).map(|other| came && other) else { return };
        if let Some(then) = waits.take() {
            if both { fetch(then) } else { then(None) }
        }
    });
    let styled = Rc::clone(&take);
    style::fetch(move |came| styled(came));
    state.fetch_later_words(move |came| take(came));
}

fn try_again(state: AppState) {
    state.notices.say(words::trying());
    get(state, move |pages| {
        let came = pages.is_some();
        take(state, pages);
        if came {
            state.notices.dismiss();
            state.refocus();
        } else {
            state.notices.say(words::still_not_fetched());
        }
    });
}

fn take(state: AppState, pages: Option<Part>) {
    match (state.later.get_untracked(), pages) {
        (Later::Here(_), _) | (Later::NotFetched, None) => {}
        (_, pages) => {
            // Whoever waits at the heading goes on from the new one.
            if let Some(part) = pages {
                (part.open)(state);
            }
            let waits = !state.route.get_untracked().is_first() && is_at_heading();
            state.later.set(pages.map_or(Later::NotFetched, Later::Here));
            if waits {
                state.refocus();
            }
        }
    }
}

#[cfg(not(all(feature = "split", target_family = "wasm")))]
fn fetch(then: impl FnOnce(Option<Part>) + 'static) {
    then(Some(PART));
}

#[cfg(all(feature = "split", target_family = "wasm"))]
fn fetch(then: impl FnOnce(Option<Part>) + 'static) {
    events::run(async move { then(split::pages().await.ok()) });
}

#[cfg(all(feature = "split", target_family = "wasm"))]
#[expect(clippy::unnecessary_wraps, reason = "the macro wants a result to put a failed fetch into")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use crate::state::later::Part;

    /// Fetches the second file. Whatever only this reaches is in that file.
    #[wasm_split(later, fallible)]
    pub fn pages() -> Result<Part, SplitLoaderError> {
        Ok(super::PART)
    }
}
