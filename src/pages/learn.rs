//! Learn: all lessons, and finding one.

pub mod again;
mod asked;
mod kept;
pub mod lesson;
mod listen;
mod waits;

use domain::{
    glossary::{self, Term},
    lesson::{self as lessons, Entry, Path},
    search,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        fold::fold,
        icon::{badge, icon},
        page::{card_list, head, row_link},
    },
    route::Route,
    state::{
        library::{self, File},
        use_app_state,
    },
    words::{learn, nav, number, problem, values},
};

/// How many words are explained above what a search finds.
const MEANT: usize = 2;

/// All lessons.
pub fn page() -> View {
    let state = use_app_state();
    let file = library::lessons(state);
    let explained = library::glossary(state);
    let query = Signal::new(String::new());
    let found = move || {
        file.with(|file| match file {
            File::Waiting => html! { <p class="soft">{learn::opening()}</p> },
            File::Missing => html! { <p class="lead">{problem::no_file()}</p> },
            File::Here(all) => {
                let typed = query.get();
                let meant: Vec<Term> = explained.with(|file| {
                    let all = file.here().map_or(&[][..], Vec::as_slice);
                    glossary::meant(all, &typed).into_iter().take(MEANT).cloned().collect()
                });
                let others: Vec<&str> = meant.iter().map(Term::plain).collect();
                let (query, found) = (search::words(&typed), lessons::find(all, &typed, &others));
                let meanings: Vec<View> = meant
                    .iter()
                    .map(|term| {
                        callout(
                            Kind::Info,
                            "",
                            html! { <p><strong>{term.name.clone()}": "</strong>{term.meaning.clone()}</p> },
                        )
                    })
                    .collect();
                let list = match found.as_slice() {
                    [] => html! { <p class="lead">{learn::nothing()}</p> },
                    found if query.is_empty() => paths(found),
                    found => card_list(found.iter().map(|entry| row(entry)).collect()),
                };
                html! { <p class="small soft" role="status">{learn::found(found.len())}</p>{meanings}{list} }
            }
        })
    };
    html! {
        {head(nav::learn(), learn::sub(), ())}
        <div class="stack measure" data-gap="6">
            <div class="search" role="search">
                <label class="visually-hidden" for="search">{learn::search()}</label>
                {icon("search")}
                <input class="input" id="search" type="search" autocomplete="off" spellcheck="false" placeholder=learn::search()
                    prop:value=move || query.get() on:input:target=move |event| query.set(event.target().value())/>
            </div>
            {move || waits::due(state)}
            {move || file.with(|file| file.here().map(|all| waits::marked(state, all)))}
            {found}
            {move || waits::kit(state)}
            {move || explained.with(|file| file.here().map(|all| words_explained(all.as_slice())))}
            <p class="small soft">{learn::not_advice()}</p>
        </div>
    }
}

/// All words that are explained, folded away.
fn words_explained(all: &[Term]) -> View {
    let rows: Vec<View> = all
        .iter()
        .map(|term| html! { <div><dt>{term.name.clone()}</dt><dd>{term.meaning.clone()}</dd></div> })
        .collect();
    fold(learn::glossary(), || false, html! { <dl class="facts">{rows}</dl> })
}

/// The lessons by their paths, of which the first is open.
fn paths(all: &[&Entry]) -> View {
    let folds: Vec<View> = Path::ALL
        .into_iter()
        .map(|path| {
            let rows = all.iter().filter(|entry| entry.path == path).map(|entry| row(entry)).collect();
            let note = (path == Path::Home).then(|| html! { <p class="small soft">{learn::home_note()}</p> });
            fold(values::path(path), move || path == Path::Understanding, html! { {note}{card_list(rows)} })
        })
        .collect();
    html! { <div class="stack" data-gap="3">{folds}</div> }
}

fn row(entry: &Entry) -> View {
    let note = format!("{} {}", entry.summary, learn::minutes(&number(usize::from(entry.minutes))));
    row_link(Route::Lesson(entry.slug.clone()).path(), badge(drawing(entry.path), ""), entry.title.clone(), note)
}

/// The drawing of a path.
fn drawing(path: Path) -> &'static str {
    match path {
        Path::Understanding => "learn",
        Path::Medicines => "pill",
        Path::Body => "shield",
        Path::Cravings => "wave",
        Path::Feelings => "moon",
        Path::People => "support",
        Path::Home => "home",
    }
}
