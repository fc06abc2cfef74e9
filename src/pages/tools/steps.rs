//! The steps of a tool, one at a time in large type, with Next in reach of a thumb and a way to stop at any time.

use domain::{practice::Stage, tool::Kind};
use leptos::prelude::untrack;
use markup::{View, follow, html, memo};

use super::{breathing, one::Use, options, step};
use crate::{
    components::{fold::fold, icon::icon},
    state::practice::{Way, hush},
    words::{number, tools as words},
};

/// The step the use is at.
pub fn view(tool: Use) -> View {
    let here = memo(move || tool.at().unwrap_or(0));
    let guide = tool.guide();
    // Says each step when it comes, and when the voice is turned on.
    let aloud = memo(move || tool.state.guidance().has(Way::Aloud));
    follow(Box::new(move || {
        let (here, aloud) = (here.get(), aloud.get());
        untrack(|| match tool.step(here).filter(|_| aloud) {
            Some(step) => tool.state.speak(&step.text),
            None => hush(),
        });
    }));
    let shown = move || {
        let here = here.get();
        untrack(|| match tool.step(here) {
            Some(step) => match step.kind {
                Kind::Read => step::words(step.text),
                Kind::Stay(seconds) => step::stay(tool, here, step.text, usize::from(seconds)),
                Kind::Breathe(pace, rounds) => breathing::view(tool, here, step.text, pace, usize::from(rounds)),
                Kind::Ask(choices) => step::ask(tool, here, step.text, choices),
            },
            None => View::empty(),
        })
    };
    let next = move || if here.get() + 1 < tool.count() { words::next() } else { words::end() };
    let stop = move |_| tool.go(Stage::Stopped(here.get_untracked()));
    html! {
        <section class="tool" data-dim=move || tool.state.guidance().has(Way::Dim).then_some("") aria-labelledby="tool-title">
            <header class="tool__head">
                <h1 class="tool__title" id="tool-title">{guide.title.clone()}</h1>
                <p class="tool__place">{move || words::place(&number(here.get() + 1), &number(tool.count()))}</p>
            </header>
            <div class="tool__stage">{shown}</div>
            {fold(words::options(), || false, options::view(tool.state, tool.tool.may_move_on()))}
            <div class="tool__bar">
                <button class="button" type="button" data-kind="quiet" data-size="large" on:click=stop>{words::stop()}</button>
                <button class="button" type="button" data-kind="secondary" data-size="large" on:click=move |_| tool.back()>{words::back()}</button>
                <button class="button tool__next" type="button" data-kind="primary" data-size="large" on:click=move |_| tool.next()>{next}{icon("right")}</button>
            </div>
        </section>
    }
}
