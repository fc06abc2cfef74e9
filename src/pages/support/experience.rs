//! The rows of Support that lead to words: the story, words to say, what others report, a first meeting.

use markup::{View, html};

use crate::{
    components::{
        icon::badge,
        page::{card_list, row_link, section},
    },
    route::Route,
    words::{guide, phrases, shared, story},
};

/// The rows.
pub fn rows() -> View {
    let row = |route: Route, icon, title, note| row_link(route.path(), badge(icon, "people"), title, note);
    let rows = card_list(vec![
        row(Route::Stories, "leaf", story::title(), story::row_note()),
        row(Route::Phrases, "message", phrases::title(), phrases::row_note()),
        row(Route::Shared, "heart", shared::title(), shared::row_note()),
        row(Route::Guide, "support", guide::title(), guide::row_note()),
    ]);
    html! { {section(shared::rows_title(), (), rows)} }
}
