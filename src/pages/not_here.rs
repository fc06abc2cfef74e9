//! An address that leads nowhere: what is wrong with it, and a way on.

use domain::day::DayError;
use markup::{View, html};

use crate::{
    components::page::{button_link, cluster, head},
    route::Route,
    words::{errors, nav, page as words},
};

/// The page of a wrong address; `error` says what is wrong with its day.
pub fn page(error: Option<DayError>) -> View {
    let text = error.map_or(words::not_here(), errors::day);
    html! {
        {head(nav::not_here(), "", ())}
        <div class="stack">
            <p class="lead">{text}</p>
            {cluster(vec![button_link("primary", Route::Today.path(), "today", nav::today()), button_link("secondary", Route::Plan(None).path(), "plan", nav::plan())])}
        </div>
    }
}
