//! Discover: ideas for what to do, with filters that combine.

use domain::{
    activity::{self, Activity, Company, Filter},
    search,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{chip, chips},
        field::Field,
        icon::{badge, icon},
        page::{button, head},
    },
    pages::plan::sheets::{self, Sheet},
    state::{
        AppState,
        library::{self, File},
        use_app_state,
    },
    words::{discover, nav, number, problem, values},
};

/// The catalogue of activities.
pub fn page() -> View {
    let state = use_app_state();
    let file = library::activities(state);
    let filters = Signal::new(Vec::<Filter>::new());
    let query = Field::line("find", discover::search(), String::new()).kind("search");
    let sheet = Signal::new(None);
    let offered = Filter::ALL
        .map(|filter| {
            let chosen = move || filters.with(|chosen| chosen.contains(&filter));
            chip(values::filter(filter), chosen, move |present| {
                filters.update(|filters| {
                    filters.retain(|other| *other != filter);
                    if present {
                        filters.push(filter);
                    }
                });
            })
        })
        .into();
    let found = move || {
        file.with(|file| match file {
            File::Waiting => html! { <p class="soft">{discover::opening()}</p> },
            File::Missing => html! { <p class="lead">{problem::no_file()}</p> },
            File::Here(all) => cards(state, all, &filters.get(), &query.value.get(), sheet),
        })
    };
    html! {
        {head(nav::discover(), discover::sub(), ())}
        <div class="stack" data-gap="6">
            {query.view(|| ())}
            <fieldset class="question"><legend class="visually-hidden">{discover::filters()}</legend>{chips(offered)}</fieldset>
            {found}
        </div>
        {move || sheets::view(state, sheet)}
    }
}

fn cards(state: AppState, all: &[Activity], filters: &[Filter], query: &str, sheet: Signal<Option<Sheet>>) -> View {
    let found = activity::find(all, filters, query);
    let nothing = found.is_empty().then(|| {
        let own = query.trim().to_owned();
        let offer = (!search::words(query).is_empty()).then(|| {
            button("secondary", html! { {icon("plus")}{discover::plan_own()} }, move || {
                sheet.set(Some(Sheet::Add {
                    title: own.clone(),
                    activity: None,
                    together: false,
                    on: state.today.get_untracked(),
                }));
            })
        });
        html! { <p class="lead">{discover::nothing()}</p>{offer} }
    });
    let cards: Vec<View> = found.iter().map(|one| card(state, one, sheet)).collect();
    html! {
        <p class="small soft" role="status">{discover::fit(&number(found.len()), &number(all.len()))}</p>
        {nothing}
        <ul class="grid">{cards}</ul>
    }
}

fn card(state: AppState, one: &Activity, sheet: Signal<Option<Sheet>>) -> View {
    let mut facts = vec![values::minutes(one.minutes)];
    facts.extend(one.free.then(|| discover::free().to_owned()));
    facts.extend(one.low_energy.then(|| discover::low_energy().to_owned()));
    facts.extend((one.company == Company::Social).then(|| discover::together().to_owned()));
    let (title, activity, together) = (one.title.clone(), Some(one.number), one.company == Company::Social);
    let plan = move || {
        sheet.set(Some(Sheet::Add { title: title.clone(), activity, together, on: state.today.get_untracked() }));
    };
    html! {
        <li class="card activity">
            <div class="lead-in">{badge(drawing(&one.category), "")}<h2>{one.title.clone()}</h2></div>
            <p>{one.first_step.clone()}</p>
            <p class="small soft">{facts.join(" · ")}</p>
            {(!one.heads_up.is_empty()).then(|| html! { <p class="small faint">{one.heads_up.clone()}</p> })}
            <div class="activity__foot">{button("secondary", html! { {icon("plus")}{discover::plan_it()}<span class="visually-hidden">": "{one.title.clone()}</span> }, plan)}</div>
        </li>
    }
}

/// The drawing of a category.
fn drawing(category: &str) -> &'static str {
    match category {
        "movement" => "walk",
        "music_sound" => "music",
        "making" | "digital_making" => "brush",
        "food" => "cup",
        "nature" | "animals" => "sprout",
        "connection" | "giving_service" | "recovery_community" => "support",
        "learning" | "writing_reflection" | "work_growth" => "learn",
        "rest_care" | "mindful_calm" | "spiritual_meaning" => "moon",
        _ => "leaf",
    }
}
