//! Tools for hard moments: a door for a craving, all of them by what they are for, and what helped so far.

mod after;
mod before;
mod breathing;
pub mod craving;
mod helped;
mod history;
pub mod one;
mod options;
mod people;
mod step;
mod steps;

use domain::{
    practice::Tool,
    tool::{Guide, Purpose},
};
use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        icon::{badge, icon},
        page::{card_list, head, row_link, section},
    },
    route::Route,
    state::{
        library::{self, File},
        use_app_state,
    },
    words::{learn, nav, problem, tools as words},
};

/// All tools.
pub fn page() -> View {
    let state = use_app_state();
    let file = library::tools(state);
    let groups = move || {
        file.with(|file| match file {
            File::Waiting => html! { <p class="soft">{learn::opening()}</p> },
            File::Missing => html! { <p class="lead">{problem::no_file()}</p> },
            File::Here(all) => {
                let groups: Vec<View> = Purpose::ALL.into_iter().map(|purpose| group(purpose, all)).collect();
                html! { {groups} }
            }
        })
    };
    let helped = move || file.with(|file| file.here().map(|all| helped::view(state, all)));
    html! {
        {head(nav::tools(), words::sub(), ())}
        <div class="split">
            <div class="stack" data-gap="section">
                <section class="panel tools-door">
                    <h2>{words::now_title()}</h2>
                    <p>{words::craving_lead()}</p>
                    <a class="button" data-kind="primary" data-size="large" data-wide="" href=Route::Craving.path()>{icon("wave")}{words::craving()}</a>
                </section>
                {danger()}
                {groups}
            </div>
            <aside class="stack" data-gap="section">{helped}</aside>
        </div>
    }
}

/// When something else comes first, and the way there.
fn danger() -> View {
    callout(Kind::Care, "", html! { <p>{words::danger()}" "<a href=Route::Help.path()>{nav::help()}</a></p> })
}

fn group(purpose: Purpose, all: &[Guide]) -> View {
    let rows: Vec<View> =
        all.iter().filter(|guide| guide.purpose == purpose).map(|guide| row(guide, &guide.summary)).collect();
    if rows.is_empty() {
        return View::empty();
    }
    let title = match purpose {
        Purpose::Urge => words::group_urge(),
        Purpose::Calm => words::group_calm(),
        Purpose::Mind => words::group_mind(),
        Purpose::Sleep => words::group_sleep(),
        Purpose::Plan => words::group_plan(),
    };
    section(title, (), card_list(rows))
}

/// A tool as a row that leads to it.
fn row(guide: &Guide, note: &str) -> View {
    row_link(Route::Tool(guide.tool).path(), badge(drawing(guide.tool), ""), guide.title.clone(), note.to_owned())
}

fn drawing(tool: Tool) -> &'static str {
    match tool {
        Tool::Surfing => "wave",
        Tool::Delay => "clock",
        Tool::PlayThrough => "today",
        Tool::Breathing => "leaf",
        Tool::Grounding => "walk",
        Tool::MuscleRelaxation => "sprout",
        Tool::ThoughtCheck => "search",
        Tool::ProblemSolving => "goals",
        Tool::Kindness => "heart",
        Tool::SleepWindDown => "moon",
        Tool::Refusing => "shield",
        Tool::HardHour => "plan",
    }
}
