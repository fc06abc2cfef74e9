//! Support: the people to call, words to reach them, and what was agreed.

pub mod agreements;
pub mod card;
pub mod circle;
pub mod edit;
mod experience;
pub mod guide;
pub mod messages;
pub mod one;
pub mod phrases;
pub mod shared;
pub mod story;

use domain::{
    dial,
    id::Id,
    person::{self, Person, Role},
};
use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        empty::empty,
        icon::{badge, icon},
        page::{button_link, card_list, head, row_link, section},
        reach::reach_icon,
    },
    route::Route,
    state::{AppState, use_app_state},
    words::{agreement, dates, layout, meetings, nav, support, values},
};

/// How many messages stand on this page.
const FEW: usize = 3;

/// The people to call.
pub fn page() -> View {
    let state = use_app_state();
    html! {
        {head(nav::support(), support::sub(), new_person())}
        <div class="split">
            <div class="stack" data-gap="section">
                {move || agreements::due(state)}
                {move || people(state)}
                {move || meetings_row(state)}
                {experience::rows()}
            </div>
            <aside class="stack" data-gap="section">
                {move || words(state)}
                {section(support::more_title(), (), card_list(vec![
                    row_link(Route::Agreements.path(), badge("check", "people"), agreement::title(), support::agreements_note()),
                    row_link(Route::Sheets.path(), badge("shield", "people"), nav::plans(), layout::about_plans()),
                    row_link(Route::ShareCard.path(), badge("leaf", "people"), support::card(), support::card_note()),
                ]))}
                {callout(Kind::Care, support::groups_title(), html! {
                    <p>{support::groups_text()}</p>
                    <p><a href=Route::Lesson("groups".into()).path()>{support::groups_lesson()}</a></p>
                })}
                <p class="small soft">{support::only_here()}</p>
            </aside>
        </div>
    }
}

/// The way to the meetings, with what is next.
fn meetings_row(state: AppState) -> View {
    let note = state.next_meeting().map_or_else(
        || meetings::hub_none().to_owned(),
        |(next, meeting)| {
            meetings::next_up(&meeting.name, &dates::near(next.on, state.today.get()), &dates::time(next.at))
        },
    );
    section(
        nav::meetings(),
        (),
        card_list(vec![row_link(Route::Meetings.path(), badge("plan", "people"), nav::meetings(), note)]),
    )
}

fn new_person() -> View {
    button_link("primary", Route::NewPerson.path(), "plus", support::new_person())
}

fn people(state: AppState) -> View {
    let today = state.today.get();
    let rows: Vec<View> = state.more().people.with(|all| all.iter().map(|(id, one)| row(state, id, one)).collect());
    if rows.is_empty() {
        return empty("people", support::none(), support::none_text(), new_person());
    }
    let reach = state.more().people.with(|all| {
        let id = person::to_reach(all.iter(), today)?;
        all.get(id).map(|one| reach_out(state, id, one))
    });
    section(
        support::people(),
        (),
        html! {
            {card_list(rows)}
            {reach}
            {card_list(vec![row_link(Route::Circle.path(), badge("support", "people"), support::circle(), support::circle_note())])}
        },
    )
}

fn row(state: AppState, id: Id<Person>, one: &Person) -> View {
    let name = one.name.to_string();
    let call = one.dial().map(|number| reach_icon(dial::tel(&number), "phone", support::call(&name)));
    let text = one.text_to().map(|number| reach_icon(dial::sms(Some(&number), None), "message", support::text(&name)));
    let any = call.is_some() || text.is_some();
    html! {
        <li class="person">
            {badge(drawing(one.part), "people")}
            <a class="row__body" href=Route::Person(id).path()><span class="row__title">{name.clone()}</span><span class="row__note">{about(state, one)}</span></a>
            {any.then(|| html! { <span class="person__actions">{text}{call}</span> })}
        </li>
    }
}

/// A line about somebody: who they are, when you were last in touch, when they are good to call.
fn about(state: AppState, one: &Person) -> String {
    let role = one.role.as_deref().map(str::to_owned).or_else(|| one.part.map(|part| values::role(part).to_owned()));
    let parts = [role, talked(state, one), one.when.as_deref().map(str::to_owned)];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    if one.dial().is_none() && one.chat.is_none() {
        parts.push(support::no_number().to_owned());
    } else if parts.is_empty() {
        parts.extend(one.phone.as_deref().map(str::to_owned));
    }
    parts.join(" · ")
}

/// When the owner was last in touch with them, as a fact.
fn talked(state: AppState, one: &Person) -> Option<String> {
    one.days_since(state.today.get()).map(|days| match usize::try_from(days).unwrap_or(usize::MAX) {
        0 => support::talked_today().to_owned(),
        days => support::talked_days(days),
    })
}

fn drawing(part: Option<Role>) -> &'static str {
    match part {
        Some(Role::Sponsor | Role::Friend) => "heart",
        Some(Role::Clinician) => "pill",
        Some(Role::Peer | Role::PeerWorker) => "sprout",
        Some(Role::Family | Role::Other) | None => "support",
    }
}

/// One person whose rhythm has come round: a fact and a way, and nothing more.
fn reach_out(state: AppState, id: Id<Person>, one: &Person) -> View {
    let name = one.name.to_string();
    let said = match one.days_since(state.today.get()) {
        Some(days) => support::reach_days(usize::try_from(days).unwrap_or(usize::MAX), &name),
        None => support::reach_new(&name),
    };
    callout(
        Kind::Care,
        support::reach_title(),
        html! { <p>{said}</p><p><a href=Route::Person(id).path()>{support::say_hi(&name)}</a></p> },
    )
}

/// The first messages, ready to be sent.
fn words(state: AppState) -> View {
    let rows = messages::cards(state, FEW, false);
    let some = !rows.is_empty();
    let label = if some { support::words_all() } else { support::words_own() };
    section(
        support::words_title(),
        (),
        html! {
            {(!some).then(|| html! { <p class="soft">{support::words_none()}</p> })}
            {some.then(|| html! { <ul class="stack" data-gap="3">{rows}</ul> })}
            <p><a class="button" data-kind="quiet" data-flush="" href=Route::Messages.path()>{icon(if some { "right" } else { "plus" })}{label}</a></p>
        },
    )
}
