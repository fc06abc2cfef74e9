//! What has helped: how cravings went with each tool, with honest uncertainty.

use domain::{practice::ranking, tool::Guide};
use markup::{View, html};

use crate::{
    components::{measured::measured, page::section},
    route::Route,
    state::AppState,
    words::{
        self as all_words, helps,
        planning::{self, Says},
        tools as words,
    },
};

/// Cravings, a step of 0 to 10.
const CRAVING: Says = Says { better: words::eased, worse: words::grew, same: words::same };

/// The tools with a rated use, the one with most relief first.
pub fn view(state: AppState, all: &[Guide]) -> View {
    let ranked = state.more().practices.with(|all| ranking(all.iter().map(|(_, one)| one)));
    let rows: Vec<View> = ranked
        .into_iter()
        .filter_map(|one| Some((all.iter().find(|guide| guide.tool == one.tool)?, one.estimate)))
        .map(|(guide, estimate)| {
            let times = helps::times(all_words::whole(estimate.tries));
            let name = html! { <a href=Route::Tool(guide.tool).path()>{guide.title.clone()}</a> };
            let (said, chance) = planning::estimate(&estimate, &CRAVING);
            measured(name, said, chance, times)
        })
        .collect();
    if rows.is_empty() {
        return View::empty();
    }
    section(
        words::helped(),
        (),
        html! { <div class="card"><dl class="facts">{rows}</dl></div><p class="small soft">{words::how()}</p> },
    )
}
