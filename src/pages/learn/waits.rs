//! What stands above the lessons: questions that are worth another look, lessons that were marked, a date of the kit.

use domain::{lesson::Entry, study};
use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        icon::badge,
        page::{button_link, card_list, cluster, row_link, section},
    },
    pages::learn::{again::MOST, drawing},
    route::Route,
    state::AppState,
    words::{remember as words, sheets},
};

/// The way to the questions; nothing when none waits.
pub(super) fn due(state: AppState) -> View {
    let count = state.more().studies.with(|all| study::due(all, state.today.get()).len()).min(MOST);
    if count == 0 {
        return View::empty();
    }
    section(
        words::title(),
        (),
        html! {
            <div class="card" data-tone="action"><div class="stack" data-gap="2">
                <p>{words::waits(count)}" "{words::no_hurry()}</p>
                {cluster(vec![button_link("primary", Route::Again.path(), "sprout", words::begin())])}
            </div></div>
        },
    )
}

/// The lessons that were marked.
pub(super) fn marked(state: AppState, all: &[Entry]) -> View {
    let row = |entry: &Entry| {
        let study = state.more().studies.get(study::id(&entry.slug)).filter(|study| study.marked)?;
        let note = if study.note.is_empty() { entry.summary.clone() } else { words::with_note().to_owned() };
        let path = Route::Lesson(entry.slug.clone()).path();
        Some(row_link(path, badge(drawing(entry.path), ""), entry.title.clone(), note))
    };
    let rows: Vec<View> = all.iter().filter_map(row).collect();
    if rows.is_empty() { View::empty() } else { section(words::bookmarked(), (), card_list(rows)) }
}

/// That something in the kit has a date, without saying what.
pub(super) fn kit(state: AppState) -> Option<View> {
    let any = !state.expiring().is_empty();
    any.then(|| {
        callout(
            Kind::Info,
            "",
            html! { <p>{sheets::kit_date()}" "<a href=Route::Sheets.path()>{sheets::kit_see()}</a></p> },
        )
    })
}
