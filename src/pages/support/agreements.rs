//! Agreements: what the person and someone they chose agree on.

pub mod edit;
pub mod one;

use domain::{agreement::Agreement, id::Id, person::Person};
use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        icon::badge,
        page::{button_link, card_list, head, row_link, section},
    },
    route::Route,
    state::{AppState, use_app_state},
    words::{agreement, dates, person, support},
};

/// All agreements.
pub fn page() -> View {
    let state = use_app_state();
    let new = || button_link("primary", Route::NewAgreement.path(), "plus", agreement::new());
    let list = move || {
        let (running, past): (Vec<_>, Vec<_>) = all(state).into_iter().partition(|(_, one)| one.ended.is_none());
        if running.is_empty() && past.is_empty() {
            return empty("people", agreement::none(), agreement::none_text(), new());
        }
        let listed = |title: &'static str, rows: Vec<(Id<Agreement>, Agreement)>| {
            let rows: Vec<View> = rows.iter().map(|(id, one)| row(*id, one)).collect();
            (!rows.is_empty()).then(|| section(title, (), card_list(rows)))
        };
        html! { {listed(agreement::running(), running)}{listed(agreement::past(), past)} }
    };
    html! {
        {head(agreement::title(), agreement::sub(), new())}
        <div class="stack measure" data-gap="section">{move || due(state)}{list}</div>
    }
}

/// Every agreement, oldest first; tracked.
fn all(state: AppState) -> Vec<(Id<Agreement>, Agreement)> {
    state.more().agreements.with(|all| all.iter().map(|(id, one)| (id, one.clone())).collect())
}

fn row(id: Id<Agreement>, one: &Agreement) -> View {
    row_link(Route::Agreement(id).path(), badge("check", "people"), agreement::with_name(&one.name), standing(one))
}

/// Where an agreement stands, in words.
fn standing(one: &Agreement) -> String {
    match (one.ended, one.review) {
        (Some(day), _) => agreement::ended_on(&dates::full(day)),
        (None, Some(day)) => agreement::review_on(&dates::full(day)),
        (None, None) => agreement::made_on(&dates::full(one.made)),
    }
}

/// Says gently which agreement may be looked at again, if one may.
pub fn due(state: AppState) -> View {
    let today = state.today.get();
    let found = all(state).into_iter().filter(|(_, one)| one.is_due(today)).min_by_key(|(_, one)| one.review);
    let said = found.map(|(id, one)| {
        callout(
            Kind::Care,
            "",
            html! {
                <p>{support::review_due(&one.name)}</p>
                <p><a href=Route::Agreement(id).path()>{support::review_open(&one.name)}</a></p>
            },
        )
    });
    html! { {said} }
}

/// The agreements with one person, and a way to make one.
pub fn with(state: AppState, id: Id<Person>) -> View {
    let name = state.name_of(id).unwrap_or_default();
    let rows: Vec<View> =
        all(state).iter().filter(|(_, one)| one.person == id).map(|(id, one)| row(*id, one)).collect();
    section(
        person::agreements_with(&name),
        (),
        html! {
            {(!rows.is_empty()).then(|| card_list(rows))}
            <p>{button_link("secondary", Route::AgreementWith(id).path(), "plus", person::agree())}</p>
        },
    )
}
