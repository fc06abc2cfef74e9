//! What helps me: how mood changed with what was done, with honest uncertainty.

use domain::helps::{Estimate, Helps, Within};
use markup::{View, html};

use crate::{
    components::{
        empty::empty,
        icon::icon,
        measured::measured,
        page::{button, button_link, cluster, head, section},
    },
    route::Route,
    state::{
        self,
        activities::Measure,
        library::{self, File},
        use_app_state,
    },
    words::{
        self as all_words, common, discover, doing, helps as words,
        planning::{self, Says},
        problem, values,
    },
};

/// How many activities are listed.
const MOST: usize = 20;

/// Mood, a step up or down of five.
const MOOD: Says = Says { better: words::rose, worse: words::fell, same: words::same };
/// Urges, a step of 0 to 10.
const URGES: Says = Says { better: doing::urge_fell, worse: doing::urge_rose, same: doing::urge_same };

/// What helped so far.
pub fn page() -> View {
    let state = use_app_state();
    let file = library::activities(state);
    let shown = move || {
        file.with(|file| match file {
            File::Waiting => html! { <p class="soft">{discover::opening()}</p> },
            File::Missing => html! { <p class="lead">{problem::no_file()}</p> },
            File::Here(all) => tables(&state.helps(all, Measure::Mood), &state.helps(all, Measure::Urges)),
        })
    };
    html! {
        {head(words::title(), words::sub(), ())}
        <div class="stack measure" data-gap="section">{shown}</div>
    }
}

/// The things that were rated, the most helpful first.
fn things(helps: &Helps) -> Vec<(String, Estimate)> {
    helps.ranking(Within::default()).into_iter().take(MOST).map(|one| (one.title.to_string(), one.estimate)).collect()
}

fn tables(helps: &Helps, urges: &Helps) -> View {
    let any = Within::default();
    let (by_mood, by_urges) = (things(helps), things(urges));
    if by_mood.is_empty() && by_urges.is_empty() {
        let now = button_link("primary", Route::ForNow.path(), "sprout", all_words::for_now::title());
        return empty("seedling", words::none(), words::none_text(), now);
    }
    let needs = helps.by_need(any).into_iter().map(|(need, one)| (values::good_for(need).to_owned(), one)).collect();
    let parts = helps.by_part(any).into_iter().map(|(part, one)| (values::part(part).to_owned(), one)).collect();
    let company = helps
        .by_company(any)
        .into_iter()
        .map(|(together, one)| ((if together { words::together() } else { words::alone() }).to_owned(), one))
        .collect();
    html! {
        {table(words::by_thing(), by_mood, &MOOD)}
        {table(doing::urges_by_thing(), by_urges, &URGES)}
        {table(words::by_need(), needs, &MOOD)}
        {table(words::by_part(), parts, &MOOD)}
        {table(words::by_company(), company, &MOOD)}
        <p class="small soft">{words::how()}</p>
        <div class="no-print">{cluster(vec![button("quiet", html! { {icon("print")}{common::print()} }, state::print)])}</div>
    }
}

fn table(title: &'static str, rows: Vec<(String, Estimate)>, say: &'static Says) -> View {
    if rows.is_empty() {
        return View::empty();
    }
    let rows: Vec<View> = rows
        .into_iter()
        .map(|(name, estimate)| {
            let (said, chance) = planning::estimate(&estimate, say);
            measured(name, said, chance, words::times(all_words::whole(estimate.tries)))
        })
        .collect();
    section(title, (), html! { <div class="card"><dl class="facts">{rows}</dl></div> })
}
