//! Someone to call, one tap away.

use domain::dial;
use markup::{View, html};

use crate::{
    components::{
        page::{button_link, section},
        reach::reach,
    },
    route::Route,
    state::AppState,
    words::{nav, support, tools as words},
};

/// How many people stand here; the others are in Support.
const FEW: usize = 2;

/// The people who can be called, those first for whom it is a good hour, and the way to Help.
pub fn view(state: AppState) -> View {
    let people: Vec<View> = state
        .in_reach()
        .into_iter()
        .filter_map(|(_, one)| Some(reach("people", dial::tel(&one.dial()?), "phone", support::call(&one.name))))
        .take(FEW)
        .collect();
    let none = people.is_empty();
    let other = if none {
        button_link("people-line", Route::NewPerson.path(), "plus", words::add_someone())
    } else {
        button_link("people-soft", Route::Support.path(), "support", nav::support())
    };
    section(
        words::call_title(),
        (),
        html! {
            {none.then(|| html! { <p class="soft">{words::no_one()}</p> })}
            <div class="call-grid">
                {people}
                {button_link("people-soft", Route::Help.path(), "help", nav::help())}
                {other}
            </div>
        },
    )
}
