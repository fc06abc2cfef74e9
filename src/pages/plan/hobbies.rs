//! Hobbies: what a person does for joy again and again, and a menu of new things to taste.

pub mod one;

use std::collections::BTreeSet;

use domain::{
    activity::Activity,
    hobby::{self, Hobby},
    id::Id,
    tasting,
    text::Title,
};
use leptos::prelude::untrack;
use markup::{Signal, View, html};

use crate::{
    components::{
        field::Field,
        icon::badge,
        page::{button, card_list, cluster, form, head, row_link, section, submit},
    },
    route::Route,
    state::{
        AppState,
        library::{self, File},
        new_id, use_app_state,
    },
    words::{self as all_words, dates, errors, hobbies as words, nav, problem, values},
};

/// All hobbies, a new one, and the menu.
pub fn page() -> View {
    let state = use_app_state();
    let turn = Signal::new(0_usize);
    let file = library::activities(state);
    let menu = move || {
        file.with(|file| match file {
            File::Waiting => View::empty(),
            File::Missing => html! { <p>{problem::no_file()}</p> },
            File::Here(all) => courses(state, all, turn.get()),
        })
    };
    html! {
        {head(nav::hobbies(), words::sub(), ())}
        <div class="stack measure" data-gap="section">
            {move || list(state)}
            {section(words::new(), (), new(state))}
            {section(words::menu(), words::menu_sub(), html! {
                <div class="stack" data-gap="3">
                    {menu}
                    {cluster(vec![button("secondary", words::others(), move || turn.update(|turn| *turn += 1))])}
                </div>
            })}
        </div>
    }
}

fn list(state: AppState) -> View {
    let mut all: Vec<(Id<Hobby>, Hobby)> =
        state.more().hobbies.with(|all| all.iter().map(|(id, one)| (id, one.clone())).collect());
    all.sort_by_key(|(id, one)| (one.resting, *id));
    if all.is_empty() {
        return html! { <p class="lead">{words::none()}</p> };
    }
    let rows = all
        .into_iter()
        .map(|(id, one)| {
            let sessions = state.more().plans.with(|plans| hobby::sessions(plans, id));
            let last = sessions.last.map(|day| words::last(&dates::near(day, state.today.get())));
            let rests = one.resting.then(|| words::rests().to_owned());
            let note = [Some(words::times(sessions.count)), last, rests].into_iter().flatten().collect::<Vec<_>>();
            row_link(Route::Hobby(id).path(), badge("brush", ""), one.title.to_string(), note.join(" · "))
        })
        .collect();
    card_list(rows)
}

fn new(state: AppState) -> View {
    let title = Field::line("hobby-title", words::what(), String::new());
    let save = move || {
        if let Some(title) = title.parse(Title::parse, errors::text)
            && let Some(id) = begin(state, title)
        {
            state.open_page(Route::Hobby(id));
        }
    };
    form("stack", "3", save, html! { {title.view(|| ())}{cluster(vec![submit(words::begin())])} })
}

/// Begins a hobby, and says under which name it is kept.
fn begin(state: AppState, title: Title) -> Option<Id<Hobby>> {
    let id = new_id();
    let hobby = Hobby::new(title, state.today.get_untracked());
    state.keep(state.more().hobbies.put(id, Some(hobby))).then_some(id)
}

fn courses(state: AppState, all: &[Activity], turn: usize) -> View {
    let tried: BTreeSet<_> = state
        .more()
        .plans
        .with(|plans| plans.iter().filter(|(_, plan)| plan.is_done()).filter_map(|(_, plan)| plan.activity).collect());
    let marked = state.marked();
    let suited: Vec<Activity> = all.iter().filter(|one| !marked.unsuited.contains(&one.number)).cloned().collect();
    let menu = tasting::menu(&suited, &tried, &marked.barriers, turn);
    let rows: Vec<View> = menu
        .into_iter()
        .filter_map(|number| all.iter().find(|one| one.number == number))
        .map(|one| course(state, one))
        .collect();
    if rows.is_empty() {
        return html! { <p>{words::menu_empty()}</p> };
    }
    html! { <ul class="list card" data-pad="none">{rows}</ul> }
}

/// One new thing: tried today, or begun as a hobby.
fn course(state: AppState, one: &Activity) -> View {
    let named = || html! { <span class="visually-hidden">": "{one.title.clone()}</span> };
    let (number, title, together) =
        (one.number, Title::kept(&one.title), one.company == domain::activity::Company::Social);
    let taste = {
        let title = title.clone();
        move || state.taste(number, title.clone(), together)
    };
    let keep = move || {
        let known = untrack(|| state.more().hobbies.with(|all| all.iter().any(|(_, one)| one.title == title)));
        if known {
            state.notices.say(words::is_one());
        } else if let Some(id) = begin(state, title.clone()) {
            state.open_page(Route::Hobby(id));
        }
    };
    html! {
        <li class="course">
            <div><p class="course__title">{one.title.clone()}</p><p class="small soft">{one.first_step.clone()}" · "{values::minutes(one.minutes)}</p></div>
            {cluster(vec![
                button("secondary", html! { {words::taste()}{named()} }, taste),
                button("quiet", html! { {words::make_hobby()}{named()} }, keep),
            ])}
        </li>
    }
}

/// So much and no currency; nothing where nothing was spent.
fn spent(amount: domain::money::Money) -> Option<String> {
    (amount.hundredths() > 0).then(|| words::spent_sum(&all_words::planning::money(amount)))
}
