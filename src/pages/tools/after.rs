//! After a tool: how strong the urge is now, a warm line, someone to call, and the end.

use domain::{
    check_in::Craving,
    practice::{Run, Stage},
};
use leptos::prelude::untrack;
use markup::{View, html, memo};

use super::{one::Use, people};
use crate::{
    components::{
        choice::{question, scale},
        page::{button, cluster, head},
        tolerance::near_use,
    },
    route::Route,
    state::practice::Way,
    words::tools as words,
};

/// What is said back, with the numbers of its facts.
fn line(run: &Run) -> (&'static str, &'static str) {
    match (run.relief(), run.after) {
        (_, Some(after)) if after.level() >= Craving::STRONG => (words::line_strong(), "5.25"),
        (_, None) => (words::line_unrated(), ""),
        (None, Some(_)) => (words::line_rated(), ""),
        (Some(1..), _) => (words::line_eased(), "5.13"),
        (Some(0), _) => (words::line_same(), "5.13"),
        (Some(_), _) => (words::line_grew(), "5.25"),
    }
}

/// What stands after the last step, or after stopping.
pub fn view(tool: Use) -> View {
    let said = move || tool.run().after.map(Craving::level);
    let say = move |level: Option<u8>| tool.change(|run| run.after = level.and_then(Craving::new));
    let stopped = matches!(untrack(|| tool.stage()), Stage::Stopped(_));
    let sub = if stopped { words::after_stopped() } else { words::after_ended() };
    let spoken = memo(move || line(&tool.run()));
    let strong = memo(move || {
        let run = tool.run();
        run.after.or(run.before).is_some_and(|craving| craving.level() >= Craving::STRONG)
    });
    let near = move || (tool.tool.is_near_use() || strong.get()).then(near_use);
    let done = move || {
        if tool.keep(&untrack(|| tool.run())) {
            tool.state.open_page(Route::Tools);
        }
    };
    let drop = move || {
        tool.state.drop_run(tool.tool);
        tool.state.open_page(Route::Tools);
    };
    let back = move || {
        let last = tool.count().saturating_sub(1);
        tool.go(match untrack(|| tool.stage()) {
            Stage::Stopped(step) => Stage::At(step),
            _ => Stage::At(last),
        });
    };
    html! {
        {head(words::after_title(), sub, ())}
        <div class="stack measure" data-gap="6" data-dim=move || tool.state.guidance().has(Way::Dim).then_some("")>
            {question(words::before_rate(), "", scale("after", said, say))}
            <div role="status">{move || { let (line, facts) = spoken.get(); html! { <p class="lead" data-facts=facts>{line}</p> } }}</div>
            {move || people::view(tool.state)}
            {near}
            <button class="button" type="button" data-kind="primary" data-size="large" on:click=move |_| done()>{words::done()}</button>
            {cluster(vec![button("quiet", words::go_back(), back), button("quiet", words::dont_keep(), drop)])}
        </div>
    }
}
