//! What has helped: how cravings went with each tool, with honest uncertainty.

use domain::{
    helps::{Certainty, Estimate},
    practice::ranking,
    tool::Guide,
};
use markup::{View, html};

use crate::{
    components::page::section,
    route::Route,
    state::AppState,
    words::{self as all_words, date, helps, number, tools as words},
};

/// The tools with a rated use, the one with most relief first.
pub fn view(state: AppState, all: &[Guide]) -> View {
    let ranked = state.more().practices.with(|all| ranking(all.iter().map(|(_, one)| one)));
    let rows: Vec<View> = ranked
        .into_iter()
        .filter_map(|one| Some((all.iter().find(|guide| guide.tool == one.tool)?, one.estimate)))
        .map(|(guide, estimate)| {
            let times = helps::times(all_words::whole(estimate.tries));
            let name = html! { <a href=Route::Tool(guide.tool).path()>{guide.title.clone()}</a> };
            html! { <div><dt>{name}</dt><dd>{says(&estimate)}<span class="small soft">{times}</span></dd></div> }
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

/// What an estimate says; nothing before the third rated use.
fn says(estimate: &Estimate) -> View {
    let certainty = estimate.certainty();
    if certainty == Certainty::TooEarly {
        return html! { <span class="soft">{helps::too_early()}</span>" · " };
    }
    let tenths = estimate.shrunk.unsigned_abs().div_ceil(100);
    let steps = date::decimal(&number(all_words::whole(tenths / 10)), &number(all_words::whole(tenths % 10)));
    let said = match estimate.shrunk {
        150.. => words::eased(&steps),
        ..=-150 => words::grew(&steps),
        _ => words::same().to_owned(),
    };
    let chance = (certainty == Certainty::Some).then(|| html! { <span class="soft">{helps::maybe()}</span>" · " });
    html! { {said}" · "{chance} }
}
