//! Support: the people to call.

pub mod edit;
mod experience;
pub mod guide;
pub mod phrases;
pub mod shared;
pub mod story;

use domain::{id::Id, person::Person};
use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        icon::{badge, icon},
        page::{button_link, card_list, head, section},
    },
    route::Route,
    state::use_app_state,
    words::{nav, support},
};

/// The people to call.
pub fn page() -> View {
    let state = use_app_state();
    let new = || button_link("primary", Route::NewPerson.path(), "plus", support::new_person());
    let people = move || {
        let rows: Vec<View> = state.people.with(|all| all.iter().map(|(id, person)| row(id, person)).collect());
        if rows.is_empty() {
            empty("people", support::none(), support::none_text(), new())
        } else {
            section(support::people(), (), card_list(rows))
        }
    };
    html! {
        {head(nav::support(), support::sub(), new())}
        <div class="split">
            <div class="stack" data-gap="section">{people}{experience::rows()}</div>
            <aside class="stack" data-gap="3">
                {callout(Kind::Care, support::groups_title(), html! {
                    <p>{support::groups_text()}</p>
                    <p><a href=Route::Lesson("groups".into()).path()>{support::groups_lesson()}</a></p>
                })}
                <p class="small soft">{support::only_here()}</p>
            </aside>
        </div>
    }
}

fn row(id: Id<Person>, person: &Person) -> View {
    let name = person.name.to_string();
    let note = person.role.as_deref().or(person.phone.as_deref()).unwrap_or(support::no_number()).to_owned();
    let reach = person.dial().zip(person.text_to()).map(|(number, text_to)| {
        html! {
            <span class="person__actions">
                <a class="icon-button" data-kind="people" href=format!("sms:{text_to}") aria-label=support::text(&name)>{icon("message")}</a>
                <a class="icon-button" data-kind="people" href=format!("tel:{number}") aria-label=support::call(&name)>{icon("phone")}</a>
            </span>
        }
    });
    html! {
        <li class="person">
            {badge("support", "people")}
            <a class="row__body" href=Route::Person(id).path()><span class="row__title">{name.clone()}</span><span class="row__note">{note}</span></a>
            {reach}
        </li>
    }
}
