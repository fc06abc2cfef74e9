//! Before a tool: what must be read first, how strong the urge is, how the tool guides, and the way in.

use domain::check_in::Craving;
use leptos::prelude::untrack;
use markup::{View, html};

use super::{history, one::Use, options};
use crate::{
    components::{
        callout::{Kind, callout},
        choice::{question, scale},
        icon::icon,
        page::{button, button_link, cluster, head, section},
    },
    route::Route,
    state::practice::Way,
    words::{dates, learn, nav, tools as words},
};

/// What stands before the first step.
pub fn view(tool: Use) -> View {
    let guide = tool.guide();
    let said = move || tool.run().before.map(Craving::level);
    let say = move |level: Option<u8>| tool.change(|run| run.before = level.and_then(Craving::new));
    let sources: Vec<View> = guide.sources.iter().map(|source| html! { <li>{source.clone()}</li> }).collect();
    html! {
        {head(guide.title.clone(), guide.summary.clone(), ())}
        <div class="split" data-dim=move || tool.state.guidance().has(Way::Dim).then_some("")>
            <div class="stack" data-gap="6">
                {cares(&guide.cares)}
                {move || left(tool)}
                {question(words::before_rate(), words::before_hint(), scale("before", said, say))}
                {section(words::options(), (), options::view(tool.state, tool.tool.may_move_on()))}
                {way_in(tool)}
            </div>
            <aside class="stack" data-gap="section">
                {move || history::view(tool.state, tool.tool)}
                <section class="sources tool-about" aria-labelledby="sources">
                    <h2 id="sources">{words::about()}</h2>
                    <p>{words::minutes(usize::from(guide.minutes))}</p>
                    <p>{guide.limits.clone()}</p>
                    <h3>{learn::sources()}</h3>
                    <ul>{sources}</ul>
                    <p>{learn::not_advice()}</p>
                </section>
            </aside>
        </div>
    }
}

/// What must be read first, and the way to Help.
fn cares(cares: &[String]) -> View {
    let said: Vec<View> = cares.iter().map(|care| html! { <p>{care.clone()}</p> }).collect();
    let help = cluster(vec![button_link("people", Route::Help.path(), "help", nav::help())]);
    callout(Kind::Care, words::first(), html! { {said}{help} })
}

/// That a use was left in the middle, and when.
fn left(tool: Use) -> Option<View> {
    tool.left.get()?;
    let run = untrack(|| tool.run());
    let text = words::left(&dates::near(run.on, tool.state.today.get_untracked()), &dates::time(run.at));
    Some(callout(
        Kind::Info,
        "",
        html! {
            <p>{text}</p>
            {run.says_something().then(|| html! { <p>{words::left_note()}</p> })}
            {cluster(vec![button("secondary", words::anew(), move || tool.start_anew())])}
        },
    ))
}

/// The way in. What slows the breath asks first whether somebody is drowsy (6.19).
fn way_in(tool: Use) -> View {
    let start = move || if tool.left.get().is_some() { words::go_on() } else { words::start() };
    if tool.guide().slows_breath() {
        html! {
            <section class="tool-ask" aria-labelledby="drowsy">
                <h2 id="drowsy">{words::drowsy()}</h2>
                <div class="tool-ask__acts">
                    <a class="button" data-kind="people" data-size="large" href=Route::Help.path()>{icon("help")}{words::drowsy_yes()}</a>
                    <button class="button" type="button" data-kind="primary" data-size="large" on:click=move |_| tool.start()>{words::drowsy_no()}</button>
                </div>
            </section>
        }
    } else {
        html! {
            <div class="save-bar">
                <button class="button" type="button" data-kind="primary" data-size="large" on:click=move |_| tool.start()>{start}</button>
            </div>
        }
    }
}
