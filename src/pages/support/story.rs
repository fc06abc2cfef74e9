//! My story: its versions, each for a listener.

pub mod edit;
pub mod one;
mod practice;

use domain::story::Story;
use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        icon::badge,
        page::{button_link, card_list, head, row_link, section},
    },
    route::Route,
    state::use_app_state,
    words::{experience, story as words},
};

/// The versions.
pub fn page() -> View {
    let state = use_app_state();
    let write = |label| button_link("primary", Route::NewStory.path(), "plus", label);
    let versions = move || {
        let rows: Vec<View> = state.more().stories.with(|all| {
            let row = |id, one: &Story| {
                let path = Route::Story(id).path();
                row_link(path, badge("leaf", ""), one.title.to_string(), about(one))
            };
            all.iter().map(|(id, one)| row(id, one)).collect()
        });
        if rows.is_empty() {
            empty("seedling", words::none(), words::none_text(), write(words::begin()))
        } else {
            section(words::versions(), (), card_list(rows))
        }
    };
    let act = move || state.more().stories.with(|all| all.iter().next().is_some()).then(|| write(words::new()));
    html! {
        {head(words::title(), words::sub(), act)}
        <div class="split">
            <div class="stack" data-gap="section">{versions}</div>
            <aside class="stack" data-gap="3">
                {callout(Kind::Info, words::private_title(), html! { <p>{words::private()}</p><p>{words::hard()}</p> })}
                {before_sharing()}
            </aside>
        </div>
    }
}

/// For whom it is and how long.
fn about(one: &Story) -> String {
    format!("{} · {}", experience::listener(one.listener), experience::aloud(one.seconds()))
}

/// What to think of before it leaves the device.
fn before_sharing() -> View {
    callout(Kind::HeadsUp, words::care_title(), html! { <p>{words::care()}</p><p>{words::care_case()}</p> })
}
