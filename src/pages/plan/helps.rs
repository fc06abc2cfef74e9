//! What helps me: how mood changed with what was done, with honest uncertainty.

use domain::helps::{Certainty, Estimate, Helps, Within};
use markup::{View, html};

use crate::{
    components::{
        empty::empty,
        icon::icon,
        page::{button, button_link, cluster, head, section},
    },
    route::Route,
    state::{
        self,
        activities::Measure,
        library::{self, File},
        use_app_state,
    },
    words::{self as all_words, common, date, discover, doing, helps as words, number, problem, values},
};

/// How many activities are listed.
const MOST: usize = 20;

/// How a change is said.
struct Says {
    better: fn(&str) -> String,
    worse: fn(&str) -> String,
    same: fn() -> &'static str,
}

const MOOD: Says = Says { better: words::rose, worse: words::fell, same: words::same };
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
            let times = words::times(all_words::whole(estimate.tries));
            html! { <div><dt>{name}</dt><dd>{says(&estimate, say)}<span class="small soft">{times}</span></dd></div> }
        })
        .collect();
    section(title, (), html! { <div class="card"><dl class="facts">{rows}</dl></div> })
}

/// What an estimate says; nothing before the third try.
fn says(estimate: &Estimate, say: &Says) -> View {
    let certainty = estimate.certainty();
    if certainty == Certainty::TooEarly {
        return html! { <span class="soft">{words::too_early()}</span>" · " };
    }
    let tenths = estimate.shrunk.unsigned_abs().div_ceil(100);
    let steps = date::decimal(&number(all_words::whole(tenths / 10)), &number(all_words::whole(tenths % 10)));
    let said = match estimate.shrunk {
        150.. => (say.better)(&steps),
        ..=-150 => (say.worse)(&steps),
        _ => (say.same)().to_owned(),
    };
    let chance = (certainty == Certainty::Some).then(|| html! { <span class="soft">{words::maybe()}</span>" · " });
    html! { {said}" · "{chance} }
}
