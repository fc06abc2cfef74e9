//! What has to be said when somebody comes back from where they did not use: the old amount can kill (3.40, 3.41, 3.45,
//! 3.48).

use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        page::{button_link, cluster},
    },
    words::{check_in, goals, nav},
};

/// Tolerance has dropped, what to do about it, and the ways to Help and to people.
pub fn tolerance() -> View {
    callout(
        Kind::Care,
        goals::return_title(),
        html! {
            <p>{goals::return_tolerance()}</p>
            <p>{goals::return_care()}</p>
            {cluster(vec![
                button_link("people", "/help".to_owned(), "help", nav::help()),
                button_link("people-soft", "/support".to_owned(), "phone", check_in::call_someone()),
            ])}
        },
    )
}
