//! A person being added or changed.

use domain::{
    id::Id,
    person::{self, Person},
    text::Title,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        empty::empty,
        field::Field,
        page::{button, button_link, head},
    },
    route::Route,
    state::{AppState, new_id, use_app_state},
    words::{common, errors, nav, support},
};

/// The page of one person; `None` is a new one.
pub fn page(id: Option<Id<Person>>) -> View {
    let state = use_app_state();
    let known = id.and_then(|id| state.people.get_untracked(id));
    if id.is_some() && known.is_none() {
        return html! {
            {head(nav::support(), "", ())}
            {empty("people", support::not_found(), support::none_text(), button_link("primary", Route::Support.path(), "support", nav::support()))}
        };
    }
    let typed = |text: Option<&Title>| text.map_or_else(String::new, |text| text.to_string());
    let name = Field::line("name", support::name(), typed(known.as_ref().map(|known| &known.name)));
    let role = Field::line("role", support::role(), typed(known.as_ref().and_then(|known| known.role.as_ref())))
        .hint(common::optional());
    let phone = Field::line("phone", support::phone(), typed(known.as_ref().and_then(|known| known.phone.as_ref())))
        .kind("tel")
        .hint(common::optional());
    let seen = Signal::new(id.and_then(|id| state.people.seen(id)));
    let save = move || {
        let number = phone.parse(Title::parse_optional, errors::text);
        if number.as_ref().is_some_and(|number| number.as_deref().is_some_and(|typed| person::dial(typed).is_none())) {
            phone.error.set(Some(support::short_number().to_owned()));
            return;
        }
        let (name, role) = (name.parse(Title::parse, errors::text), role.parse(Title::parse_optional, errors::text));
        let (Some(name), Some(role), Some(phone)) = (name, role, number) else { return };
        if state.keep(state.people.put_over(
            id.unwrap_or_else(new_id),
            seen.get_untracked(),
            Some(Person { name, role, phone }),
        )) {
            state.open_page(Route::Support);
        } else {
            // What stands there now has been shown: saving again is meant.
            seen.set(id.and_then(|id| state.people.seen(id)));
        }
    };
    let title = if id.is_some() { support::edit_person() } else { support::new_person() };
    html! {
        {head(title, support::only_here(), ())}
        <form class="stack measure" on:submit=move |event| { event.prevent_default(); save(); }>
            {name.view(|| ())}
            {role.view(|| ())}
            {phone.view(|| ())}
            <div class="save-bar">
                <button class="button" data-kind="primary" data-size="large" type="submit">{common::save()}</button>
                {id.map(|id| button("quiet", common::remove(), move || remove(state, id)))}
            </div>
        </form>
    }
}

fn remove(state: AppState, id: Id<Person>) {
    let Some(removed) = state.people.get_untracked(id) else { return };
    if state.keep(state.people.put(id, None)) {
        state.open_page(Route::Support);
        state.notices.say_with_undo(support::removed(), move || {
            state.keep(state.people.put(id, Some(removed.clone())));
        });
    }
}
