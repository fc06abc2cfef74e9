//! An address that leads nowhere, or to a page that has not come yet: what is wrong, and a way on.

use domain::day::DayError;
use markup::{View, html};

use crate::{
    components::page::{button, button_link, cluster, head},
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

/// What stands where a page will be as soon as its part of the program has come.
pub fn coming(name: &'static str) -> View {
    head(name, words::coming(), ())
}

/// Says that the rest of a page could not be fetched, which works without it.
pub fn rest_not_fetched(again: impl FnMut() + 'static) -> View {
    html! { <p>{words::not_fetched()}</p>{cluster(vec![button("secondary", words::try_again(), again)])} }
}

/// Says that the part of the program with this page could not be fetched.
pub fn not_fetched(name: &'static str, again: impl FnMut() + 'static) -> View {
    html! {
        {head(name, "", ())}
        <div class="stack">
            <p class="lead">{words::not_fetched()}</p>
            <p>{words::not_fetched_works()}</p>
            {cluster(vec![button("primary", words::try_again(), again), button_link("secondary", Route::Today.path(), "today", nav::today())])}
        </div>
    }
}
