//! A craving that is here: say how strong, choose something, begin; or call someone.

use domain::{
    check_in::Craving,
    practice::{Practice, Tool, offer},
    tool::Guide,
};
use markup::{View, html};

use super::{danger, drawing, people};
use crate::{
    components::{
        choice::{question, scale},
        icon::{badge, icon_as},
        page::{card_list, head, row_link, section},
        tolerance::near_use,
    },
    route::Route,
    state::{
        AppState,
        library::{self, File},
        use_app_state,
    },
    words::{for_now, learn, problem, tools as words},
};

/// The page.
pub fn page() -> View {
    let state = use_app_state();
    let file = library::tools(state);
    let offered = move || {
        file.with(|file| match file {
            File::Waiting => html! { <p class="soft">{learn::opening()}</p> },
            File::Missing => html! { <p class="lead">{problem::no_file()}</p> },
            File::Here(all) => {
                let offered = state.more().practices.with(|all| {
                    let uses: Vec<&Practice> = all.iter().map(|(_, one)| one).collect();
                    offer(uses.iter().copied())
                });
                let guides = offered.into_iter().filter_map(|tool| all.iter().find(|guide| guide.tool == tool));
                card_list(guides.map(|guide| choice(state, guide)).collect())
            }
        })
    };
    let said = move || state.craving_said().map(Craving::level);
    let say = move |level: Option<u8>| state.say_craving(level.and_then(Craving::new));
    html! {
        {head(words::craving(), words::craving_sub(), ())}
        <div class="split">
            <div class="stack" data-gap="6">
                {question(words::how_strong(), "", scale("craving", said, say))}
                {section(words::choose(), (), html! { <p class="small soft">{words::choose_note()}</p>{offered} })}
                {move || people::view(state)}
            </div>
            <aside class="stack" data-gap="6">
                {near_use()}
                {danger()}
                {section(words::other(), (), card_list(vec![
                    row_link(Route::ForNow.path(), badge("sprout", ""), for_now::title(), for_now::row_note()),
                    row_link(Route::Tools.path(), badge("wave", ""), words::all(), words::all_note()),
                ]))}
            </aside>
        </div>
    }
}

/// A tool that may be chosen. What was said of the craving goes along.
fn choice(state: AppState, guide: &Guide) -> View {
    let tool: Tool = guide.tool;
    let take = move |_| state.choose_for_craving(tool);
    html! {
        <li><a class="row" href=Route::Tool(tool).path() on:click=take>
            {badge(drawing(tool), "")}
            <span class="row__body"><span class="row__title">{guide.title.clone()}</span><span class="row__note">{guide.summary.clone()}</span></span>
            {icon_as("icon row__chevron", "right")}
        </a></li>
    }
}
