//! One lesson, block by block, with its sources and what it cannot tell.

use domain::{
    day::Day,
    lesson::{Block, Kind},
};
use markup::{View, html};

use crate::{
    components::{
        callout::{self, callout},
        icon::icon,
        page::{button, button_link, cluster, head},
    },
    route::Route,
    state::{
        self,
        library::{self, File},
        use_app_state,
    },
    words::{common, dates, learn, nav, problem},
};

/// The page of one lesson.
pub fn page(slug: &str) -> View {
    let state = use_app_state();
    let file = library::lesson(state, slug);
    let shown = move || {
        file.with(|file| match file {
            File::Waiting => html! { {head(nav::learn(), learn::opening(), ())} },
            File::Missing => html! {
                {head(nav::learn(), "", ())}
                <p class="lead">{problem::no_lesson()}</p>
                {cluster(vec![button_link("primary", Route::Learn.path(), "learn", learn::all())])}
            },
            File::Here(blocks) => article(blocks),
        })
    };
    html! { {shown} }
}

fn article(blocks: &[Block]) -> View {
    let one = |kind: Kind| blocks.iter().find(|block| block.kind == kind).map_or("", |block| block.text.as_str());
    let reviewed = Day::parse(one(Kind::Reviewed)).map_or_else(|_| String::new(), dates::full);
    let sources: Vec<View> = blocks
        .iter()
        .filter(|block| block.kind == Kind::Source)
        .map(|block| html! { <li>{block.text.clone()}</li> })
        .collect();
    html! {
        <article class="article">
            <p class="meta"><span>{icon("clock")}{learn::minutes(one(Kind::Minutes))}</span></p>
            <h1>{one(Kind::Title).to_owned()}</h1>
            {body(blocks)}
            <section class="sources" aria-labelledby="sources">
                <h2 id="sources">{learn::sources()}</h2>
                <ul>{sources}</ul>
                <p>{learn::reviewed(&reviewed)}</p>
                <h3>{learn::limits()}</h3>
                <p>{one(Kind::Limits).to_owned()}</p>
            </section>
            <div class="no-print">{cluster(vec![
                button_link("secondary", Route::Learn.path(), "learn", learn::all()),
                button("quiet", html! { {icon("print")}{common::print()} }, state::print),
            ])}</div>
        </article>
    }
}

/// The blocks between title and sources; items that follow one another make one list.
fn body(blocks: &[Block]) -> Vec<View> {
    let mut shown = Vec::new();
    let mut rest = blocks;
    while let Some(block) = rest.first() {
        let run = rest.iter().take_while(|other| other.kind == block.kind).count();
        let items = || rest.iter().take(run).map(|item| html! { <li>{strong(&item.text)}</li> }).collect::<Vec<_>>();
        let (view, used) = match block.kind {
            Kind::Heading => (html! { <h2>{block.text.clone()}</h2> }, 1),
            Kind::Paragraph => (html! { <p>{strong(&block.text)}</p> }, 1),
            Kind::Bullet => (html! { <ul>{items()}</ul> }, run),
            Kind::Step => (html! { <ol>{items()}</ol> }, run),
            Kind::HeadsUp => (callout(callout::Kind::HeadsUp, "", html! { <p>{strong(&block.text)}</p> }), 1),
            Kind::Care => (callout(callout::Kind::Care, "", html! { <p>{strong(&block.text)}</p> }), 1),
            Kind::Title | Kind::Minutes | Kind::Reviewed | Kind::Source | Kind::Limits => (View::empty(), 1),
        };
        shown.push(view);
        rest = rest.get(used..).unwrap_or(&[]);
    }
    shown
}

/// Text with its strong words.
fn strong(text: &str) -> Vec<View> {
    let part = |(place, part): (usize, &str)| {
        if place % 2 == 1 {
            html! { <strong>{part.to_owned()}</strong> }
        } else {
            html! { {part} }
        }
    };
    text.split("**").enumerate().map(part).collect()
}
