//! What has to be said when somebody comes back from where they did not use: the old amount can kill (3.40, 3.41, 3.45,
//! 3.48).

use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        page::{button_link, cluster},
    },
    words::{check_in, goals, nav, tools},
};

/// Tolerance has dropped, what to do about it, and the ways to Help and to people.
pub fn tolerance() -> View {
    said(goals::return_title(), goals::return_tolerance(), goals::return_care())
}

/// The same where use may be near (2.15, 3.40, 3.48, 5.25).
pub fn near_use() -> View {
    said(tools::near_title(), tools::near_tolerance(), tools::near_care())
}

fn said(title: &'static str, danger: &'static str, care: &'static str) -> View {
    callout(
        Kind::Care,
        title,
        html! {
            <p>{danger}</p>
            <p>{care}</p>
            {cluster(vec![
                button_link("people", "/help".to_owned(), "help", nav::help()),
                button_link("people-soft", "/support".to_owned(), "phone", check_in::call_someone()),
            ])}
        },
    )
}
