//! One lesson, block by block, with its sources and what it cannot tell.

use std::collections::BTreeSet;

use domain::{
    day::Day,
    glossary::{self, Piece, Term},
    lesson::{self, Block, Kind, Question},
};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html};

use crate::{
    components::{
        callout::{self, callout},
        icon::icon,
        page::{button, button_link, cluster, head},
    },
    pages::learn::{asked::question, kept, listen},
    route::Route,
    state::{
        self, AppState,
        library::{self, File},
        use_app_state,
    },
    words::{common, dates, learn, nav, problem},
};

/// The page of one lesson.
pub fn page(slug: &str) -> View {
    let state = use_app_state();
    let file = library::lesson(state, slug);
    let words = library::glossary(state);
    let slug = slug.to_owned();
    let shown = move || {
        file.with(|file| match file {
            File::Waiting => html! { {head(nav::learn(), learn::opening(), ())} },
            File::Missing => html! {
                {head(nav::learn(), "", ())}
                <p class="lead">{problem::no_lesson()}</p>
                {cluster(vec![button_link("primary", Route::Learn.path(), "learn", learn::all())])}
            },
            File::Here(blocks) => words.with(|terms| {
                let terms = terms.here().map_or(&[][..], Vec::as_slice);
                untrack(|| article(state, &slug, blocks, terms))
            }),
        })
    };
    html! { {shown} }
}

fn article(state: AppState, slug: &str, blocks: &[Block], terms: &[Term]) -> View {
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
            <div class="lesson__acts no-print">
                {kept::mark(state, slug)}
                {listen::view(state, blocks)}
                {button("quiet", html! { {icon("print")}{common::print()} }, state::print)}
            </div>
            {body(blocks, &mut Marking { terms, seen: BTreeSet::new() })}
            {questions(state, slug, lesson::questions(blocks))}
            {kept::note(state, slug)}
            <section class="sources" aria-labelledby="sources">
                <h2 id="sources">{learn::sources()}</h2>
                <ul>{sources}</ul>
                <p>{learn::reviewed(&reviewed)}</p>
                <h3>{learn::limits()}</h3>
                <p>{one(Kind::Limits).to_owned()}</p>
            </section>
            <div class="no-print">{cluster(vec![
                button_link("secondary", Route::Learn.path(), "learn", learn::all()),
            ])}</div>
        </article>
    }
}

/// The blocks between title and sources; items that follow one another make one list.
fn body(blocks: &[Block], marking: &mut Marking) -> Vec<View> {
    let mut shown = Vec::new();
    let mut rest = blocks;
    while let Some(block) = rest.first() {
        let run = rest.iter().take_while(|other| other.kind == block.kind).count();
        let mut items =
            || rest.iter().take(run).map(|item| html! { <li>{marking.strong(&item.text)}</li> }).collect::<Vec<_>>();
        let (view, used) = match block.kind {
            Kind::Heading => (html! { <h2>{block.text.clone()}</h2> }, 1),
            Kind::Paragraph => (html! { <p>{marking.strong(&block.text)}</p> }, 1),
            Kind::Bullet => (html! { <ul>{items()}</ul> }, run),
            Kind::Step => (html! { <ol>{items()}</ol> }, run),
            Kind::HeadsUp => (callout(callout::Kind::HeadsUp, "", html! { <p>{marking.strong(&block.text)}</p> }), 1),
            Kind::Care => (callout(callout::Kind::Care, "", html! { <p>{marking.strong(&block.text)}</p> }), 1),
            // What stands at other places of the page.
            _ => (View::empty(), 1),
        };
        shown.push(view);
        rest = rest.get(used..).unwrap_or(&[]);
    }
    shown
}

/// Questions to remember by.
fn questions(state: AppState, slug: &str, all: Vec<Question>) -> View {
    const NAMES: [&str; 3] = ["one", "two", "three"];
    if all.is_empty() {
        return View::empty();
    }
    let asked = all.into_iter().zip(NAMES).enumerate();
    let asked: Vec<View> =
        asked.map(|(number, (one, name))| question(state, slug, number, one, name, act(|()| {}))).collect();
    html! {
        <section class="no-print stack" data-gap="5" aria-labelledby="questions">
            <div>
                <h2 id="questions">{learn::questions()}</h2>
                <p class="small soft">{learn::questions_note()}</p>
            </div>
            {asked}
        </section>
    }
}

/// Marks the first place of each word that is explained.
struct Marking<'a> {
    terms: &'a [Term],
    seen: BTreeSet<usize>,
}

impl Marking<'_> {
    /// Text with its strong words.
    fn strong(&mut self, text: &str) -> Vec<View> {
        let mut shown = Vec::new();
        for (place, part) in text.split("**").enumerate() {
            let words: Vec<View> = glossary::pieces(part, self.terms, &mut self.seen)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Text(words) => html! { {words} },
                    Piece::Term(word, place) => explained(word, self.terms.get(place)),
                })
                .collect();
            shown.push(if place % 2 == 1 {
                html! { <strong>{words}</strong> }
            } else {
                html! { {words} }
            });
        }
        shown
    }
}

/// A word that says what it means when it is pressed, right where it stands.
fn explained(word: &str, term: Option<&Term>) -> View {
    let open = Signal::new(false);
    let meaning = term.map_or_else(String::new, |term| term.meaning.clone());
    let said = move || open.get().then(|| html! { <span class="term__meaning">" ("{meaning.clone()}") "</span> });
    html! {
        <button class="term" type="button" aria-expanded=move || if open.get() { "true" } else { "false" } on:click=move |_| open.update(|open| *open = !*open)>{word.to_owned()}</button><span aria-live="polite">{said}</span>
    }
}
