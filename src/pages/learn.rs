//! Learn: all lessons, and finding one.

pub mod lesson;

use domain::lesson as lessons;
use markup::{Signal, View, html};

use crate::{
    components::{
        icon::{badge, icon},
        page::{card_list, head, row_link},
    },
    route::Route,
    state::{
        library::{self, File},
        use_app_state,
    },
    words::{learn, nav, number, problem},
};

/// All lessons.
pub fn page() -> View {
    let state = use_app_state();
    let file = library::lessons(state);
    let query = Signal::new(String::new());
    let found = move || {
        file.with(|file| match file {
            File::Waiting => html! { <p class="soft">{learn::opening()}</p> },
            File::Missing => html! { <p class="lead">{problem::no_file()}</p> },
            File::Here(all) => {
                let found = lessons::find(all, &query.get());
                let rows: Vec<View> = found.iter().map(|entry| row(entry)).collect();
                html! {
                    <p class="small soft" role="status">{learn::found(found.len())}</p>
                    {if rows.is_empty() { html! { <p class="lead">{learn::nothing()}</p> } } else { card_list(rows) }}
                }
            }
        })
    };
    html! {
        {head(nav::learn(), learn::sub(), ())}
        <div class="stack measure" data-gap="6">
            <div class="search" role="search">
                <label class="visually-hidden" for="search">{learn::search()}</label>
                {icon("search")}
                <input class="input" id="search" type="search" autocomplete="off" spellcheck="false" placeholder=learn::search()
                    prop:value=move || query.get() on:input:target=move |event| query.set(event.target().value())/>
            </div>
            {found}
            <p class="small soft">{learn::not_advice()}</p>
        </div>
    }
}

fn row(entry: &lessons::Entry) -> View {
    let note = format!("{} {}", entry.summary, learn::minutes(&number(usize::from(entry.minutes))));
    row_link(Route::Lesson(entry.slug.clone()).path(), badge(drawing(&entry.slug), ""), entry.title.clone(), note)
}

/// The drawing of a lesson.
fn drawing(slug: &str) -> &'static str {
    match slug {
        "medicines" => "pill",
        "body" => "shield",
        "waves" => "wave",
        "next-step" => "sprout",
        "groups" => "support",
        _ => "learn",
    }
}
