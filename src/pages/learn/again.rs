//! Two minutes to remember: questions of lessons that are worth another look, one at a time, and then an end.

use std::collections::VecDeque;

use domain::{
    lesson::{self as lessons, Entry},
    study,
};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html};

use crate::{
    components::{
        empty::empty,
        page::{button, button_link, cluster, head},
    },
    pages::learn::asked::question,
    route::Route,
    state::{
        AppState,
        library::{self, File},
        use_app_state,
    },
    words::{learn, number, problem, remember as words},
};

/// How many questions there are at most.
pub(super) const MOST: usize = 8;

/// A question that waits.
#[derive(Clone)]
struct Waiting {
    slug: String,
    title: String,
    number: usize,
}

/// The page of the questions that wait now. Those answered meanwhile do not come twice.
pub fn page() -> View {
    let state = use_app_state();
    let file = library::lessons(state);
    let shown = move || {
        file.with(|file| match file {
            File::Waiting => html! { {head(words::title(), learn::opening(), ())} },
            File::Missing => html! { {head(words::title(), problem::no_file(), ())}{back()} },
            File::Here(all) => untrack(|| round(state, waiting(state, all))),
        })
    };
    html! { {shown} }
}

/// The questions that wait, those first that wait longest.
fn waiting(state: AppState, all: &[Entry]) -> Vec<Waiting> {
    let today = state.today.get_untracked();
    let due = state.more().studies.with_untracked(|studies| study::due(studies, today));
    let of = |(id, number)| {
        let entry = all.iter().find(|entry| study::id(&entry.slug) == id)?;
        Some(Waiting { slug: entry.slug.clone(), title: entry.title.clone(), number })
    };
    due.into_iter().filter_map(of).take(MOST).collect()
}

fn back() -> View {
    cluster(vec![button_link("primary", Route::Learn.path(), "learn", learn::all())])
}

fn round(state: AppState, waiting: Vec<Waiting>) -> View {
    let all = waiting.len();
    if all == 0 {
        return html! {
            {head(words::title(), "", ())}
            {empty("seedling", words::none(), words::none_text(), back())}
        };
    }
    let left = Signal::new(VecDeque::from(waiting));
    let shown = move || {
        let (one, more) = left.with(|left| (left.front().cloned(), left.len() > 1));
        untrack(|| match one {
            Some(one) => {
                let place = all + 1 - left.with_untracked(VecDeque::len);
                let sub = words::of(&number(place), &number(all));
                let next = move || {
                    left.update(|left| {
                        left.pop_front();
                    });
                    state.refocus();
                };
                html! {
                    {head(words::title(), sub, ())}
                    <div class="stack measure" data-gap="6">{one_of(state, &one, more, next)}</div>
                }
            }
            None => html! {
                {head(words::done(), "", ())}
                {empty("seedling", words::title(), words::done_text(), back())}
            },
        })
    };
    html! { {shown} }
}

/// One question, and after its answer the way on.
fn one_of(state: AppState, one: &Waiting, more: bool, next: impl Fn() + Clone + 'static) -> View {
    let file = library::lesson(state, &one.slug);
    let answered = Signal::new(false);
    let Waiting { slug, title, number } = one.clone();
    let link = Route::Lesson(slug.clone()).path();
    let skip = next.clone();
    let shown = move || {
        let found = file.with(|file| match file {
            File::Waiting => None,
            File::Here(blocks) => Some(lessons::questions(blocks).get(number).cloned()),
            File::Missing => Some(None),
        });
        untrack(|| match found {
            None => html! { <p class="soft">{learn::opening()}</p> },
            Some(Some(asked)) => question(state, &slug, number, asked, "again", act(move |()| answered.set(true))),
            Some(None) => {
                let skip = skip.clone();
                html! { <p>{problem::no_lesson()}</p>{cluster(vec![button("secondary", words::next(), skip)])} }
            }
        })
    };
    let on = move || {
        let next = next.clone();
        answered
            .get()
            .then(|| cluster(vec![button("primary", if more { words::next() } else { words::finish() }, next)]))
    };
    html! {
        {shown}
        {on}
        <p class="small soft">{words::from()}" "<a href=link>{title}</a>". "{words::sub()}</p>
    }
}
