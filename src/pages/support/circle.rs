//! The circle: who is there for what, and where nobody is yet.

use domain::{
    collection::Collection,
    id::Id,
    person::{Need, Person},
};
use markup::{View, html, memo};

use crate::{
    components::page::{button_link, head, section},
    route::Route,
    state::{AppState, use_app_state},
    words::{number, person, support, values},
};

/// Who is there for what.
pub fn page() -> View {
    let state = use_app_state();
    let is_empty = memo(move || state.more().people.with(Collection::is_empty));
    let add =
        move || is_empty.get().then(|| button_link("primary", Route::NewPerson.path(), "plus", support::new_person()));
    html! {
        {head(support::circle(), person::circle_sub(), add)}
        <div class="split">
            {move || section(person::circle_list(), (), table(state))}
            <aside class="stack" data-gap="3">
                {move || picture(state)}
                <p class="small soft">{person::circle_how()}</p>
                <p><a href=Route::Help.path()>{person::circle_lines()}</a></p>
            </aside>
        </div>
    }
}

/// The people who are there for `need`; tracked.
fn there_for(state: AppState, need: Need) -> Vec<(Id<Person>, String)> {
    state.more().people.with(|all| {
        all.iter().filter(|(_, one)| one.good_for.has(need)).map(|(id, one)| (id, one.name.to_string())).collect()
    })
}

fn table(state: AppState) -> View {
    let rows: Vec<View> = Need::ALL
        .into_iter()
        .map(|need| {
            let people: Vec<View> = there_for(state, need)
                .into_iter()
                .map(|(id, name)| html! { <li><a href=Route::Person(id).path()>{name}</a></li> })
                .collect();
            let who = if people.is_empty() {
                html! { <p class="small soft">{person::circle_gap()}</p> }
            } else {
                html! { <ul class="circle__people">{people}</ul> }
            };
            html! { <tr><th scope="row">{values::need(need)}</th><td>{who}</td></tr> }
        })
        .collect();
    html! {
        <div class="card"><table class="table circle">
            <thead><tr><th scope="col">{person::circle_need()}</th><th scope="col">{person::circle_who()}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
        <p class="small soft">{person::circle_gaps()}</p>
    }
}

/// A flower with a petal for each need: filled where somebody is, open where nobody is yet.
fn picture(state: AppState) -> View {
    let there: Vec<bool> = Need::ALL.into_iter().map(|need| !there_for(state, need).is_empty()).collect();
    let met = there.iter().filter(|one| **one).count();
    let petals: Vec<View> = there
        .iter()
        .enumerate()
        .map(|(place, one)| {
            let turn = format!("rotate({})", place * 360 / there.len());
            html! { <path class="flower__petal" data-open=(!one).then_some("") transform=turn d="M0-22C-15-40-15-66 0-84 15-66 15-40 0-22Z"></path> }
        })
        .collect();
    // A count of nothing is told by the open petals alone.
    let said = (met > 0).then(|| {
        html! { <figcaption class="small soft">{person::circle_says(met, &number(there.len()))}</figcaption> }
    });
    html! {
        <figure class="card flower">
            <svg class="flower__picture" viewBox="-90 -90 180 180" aria-hidden="true">{petals}<circle class="flower__eye" r="14"></circle></svg>
            {said}
        </figure>
    }
}
