//! A plan on paper: a card for the wallet or a page for the fridge, in either language, in black on white.

mod words_of;

use domain::{
    settings::Language,
    sheet::{Line, Sheet, SheetKind, card::fitting},
};
use leptos::prelude::untrack;
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{question, segmented},
        icon::icon,
        page::{button, cluster, section},
    },
    pages::sheets::{one::Here, paper::words_of::Words, whole::sign},
    state::{
        self,
        library::{self, File},
    },
    words::{problem, report, sheets as words, values},
};

/// What is on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Wallet,
    Fridge,
}

/// How many rows of the person's lines fit on a side of the card.
const ROWS: usize = 11;
/// On a side that also says what a break does.
const FEWER_ROWS: usize = 9;

/// The paper of a page.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    here: Here,
    shown: Signal<Option<Shape>>,
    language: Signal<Language>,
    /// Whether it is to be printed as soon as it is there.
    wanted: Signal<bool>,
}

impl Paper {
    /// No paper yet, in the language of the app.
    pub fn of(here: Here) -> Self {
        let language = here.state.language.get_untracked();
        Self { here, shown: Signal::new(None), language: Signal::new(language), wanted: Signal::new(false) }
    }

    /// Whether there is something on it; tracked.
    pub fn is_shown(self) -> bool {
        self.shown.get().is_some()
    }

    /// The two buttons, and the language of what is not the person's own.
    pub fn choices(self) -> View {
        let print = move |shape| {
            self.wanted.set(true);
            self.shown.set(Some(shape));
        };
        let languages = Language::ALL.iter().map(|one| (*one, values::language(*one).to_owned())).collect();
        let body = html! {
            <p class="small">{words::paper_about()}</p>
            {question(words::paper_language(), "", segmented("paper-language", languages, move || self.language.get(), move |one| self.language.set(one)))}
            {cluster(vec![
                button("secondary", html! { {icon("print")}{words::wallet()} }, move || print(Shape::Wallet)),
                button("secondary", html! { {icon("print")}{words::fridge()} }, move || print(Shape::Fridge)),
            ])}
            <p class="small soft">{words::paper_seen()}</p>
        };
        section(words::on_paper(), (), html! { <div class="card"><div class="stack" data-gap="3">{body}</div></div> })
    }

    /// What is printed, as it stands on the screen below the plan.
    pub fn view(self) -> View {
        let (Some(shape), language) = (self.shown.get(), self.language.get()) else { return View::empty() };
        let state = self.here.state;
        let asked = untrack(|| {
            if language == state.language.get_untracked() { self.here.asked } else { library::sheets(language) }
        });
        let paper = move || {
            let sheet = state.sheet(self.here.kind);
            asked.with(|file| match file {
                File::Waiting => View::empty(),
                File::Missing => html! { <p>{problem::no_file()}</p> },
                File::Here(all) => {
                    if untrack(|| self.wanted.get()) {
                        self.wanted.set(false);
                        // When it is on the page.
                        state::after(100, state::print);
                    }
                    let words = Words::of(state, all, self.here.kind);
                    match shape {
                        Shape::Wallet => wallet(&words, &sheet),
                        Shape::Fridge => fridge(&words, &sheet),
                    }
                }
            })
        };
        let left = move || match shape {
            Shape::Wallet => match left_out(self.here.kind, &state.sheet(self.here.kind)) {
                0 => words::cut().to_owned(),
                count => format!("{} {}", words::left_out(count), words::cut()),
            },
            Shape::Fridge => String::new(),
        };
        html! {
            <section class="section">
                <div class="section__head no-print"><h2>{report::preview()}</h2></div>
                <p class="small soft no-print">{left}</p>
                <div class="paper" lang=language.word() tabindex="0" role="region" aria-label=report::preview()>{paper}</div>
            </section>
        }
    }
}

/// The parts on both sides of the card, the most important first, and the rows there are for them.
const fn sides(kind: SheetKind) -> [(&'static [u8], usize); 2] {
    match kind {
        SheetKind::Safety => [(&[4, 3, 1], ROWS), (&[5, 2, 6, 0], FEWER_ROWS)],
        // What to do stands on the front, and beside naloxone where it is.
        SheetKind::Overdose => [(&[0], 4), (&[4, 1, 2, 5], FEWER_ROWS)],
        SheetKind::Warning => [(&[4, 5], ROWS), (&[2, 3, 0, 1], FEWER_ROWS)],
    }
}

/// How many lines have no room on the card.
fn left_out(kind: SheetKind, sheet: &Sheet) -> usize {
    let on_it = sides(kind).into_iter().flat_map(|(parts, rows)| fitting(sheet, parts, rows));
    sheet.lines.len() - on_it.map(|(_, lines)| lines.len()).sum::<usize>()
}

fn wallet(words: &Words, sheet: &Sheet) -> View {
    let [(front, front_rows), (back, back_rows)] = sides(words.kind);
    let front = fitting(sheet, front, front_rows);
    let body = if words.kind == SheetKind::Overdose {
        let place = front.into_iter().flat_map(|(_, lines)| lines).collect::<Vec<_>>();
        html! { <p>{words.hint(Words::TITLE)}</p>{steps(words, &place)} }
    } else {
        html! { {in_danger(words)}{parts(words, front)} }
    };
    html! {
        <div class="wallet">
            <div class="wallet__side"><h2>{words.title()}</h2>{body}</div>
            <div class="wallet__side">{parts(words, fitting(sheet, back, back_rows))}{after_a_break(words)}</div>
        </div>
    }
}

fn fridge(words: &Words, sheet: &Sheet) -> View {
    let first = if words.kind == SheetKind::Overdose {
        html! { <p>{words.hint(Words::TITLE)}</p>{steps(words, &[])} }
    } else {
        in_danger(words)
    };
    let all = (0..words.kind.parts()).map(|part| (part, sheet.part(part).map(|(_, line)| line).collect::<Vec<_>>()));
    let all = all.filter(|(_, lines)| !lines.is_empty()).collect();
    let looked = sheet
        .reviewed
        .map(|day| html! { <p class="paper__cap">{words.heading(Words::DATES)}": "{day.to_string()}</p> });
    html! {
        <div class="fridge">
            <h2>{words.title()}</h2>
            {first}
            {parts(words, all)}
            {after_a_break(words)}
            {looked}
        </div>
    }
}

/// What to do when somebody is found, in order; after naloxone, where it is.
fn steps(words: &Words, place: &[&Line]) -> View {
    let steps: Vec<View> = Words::STEPS
        .map(|step| {
            let own: Vec<View> = place
                .iter()
                .filter(|_| step == Words::NALOXONE)
                .map(|line| html! { <span class="own">" "{line.text.to_string()}</span> })
                .collect();
            html! { <li><b>{words.heading(step)}</b>". "{words.hint(step)}{own}</li> }
        })
        .into();
    html! { <ol class="paper__steps">{steps}</ol>{elsewhere(words)} }
}

fn in_danger(words: &Words) -> View {
    html! { <p class="paper__note"><b>{words.heading(Words::DANGER)}</b>" "{words.hint(Words::DANGER)}</p>{elsewhere(words)} }
}

/// Which number it is, where there is no one number.
fn elsewhere(words: &Words) -> Option<View> {
    words.has_no_number().then(|| html! { <p class="paper__cap">{words.hint(Words::ELSEWHERE)}</p> })
}

fn after_a_break(words: &Words) -> View {
    html! { <p><b>{words.heading(Words::BREAK)}</b>". "{words.hint(Words::BREAK)}</p> }
}

fn parts(words: &Words, parts: Vec<(u8, Vec<&Line>)>) -> Vec<View> {
    let line = |line: &Line| {
        let until = line.until.map(|day| html! { " · "{words.hint(Words::DATES)}" "{day.to_string()} });
        html! { <li><span class="own">{line.text.to_string()}</span>{until}</li> }
    };
    parts
        .into_iter()
        .map(|(part, lines)| {
            let lines: Vec<View> = lines.into_iter().map(line).collect();
            html! { <section><h3>{sign(words.kind, part)}{words.part(part)}</h3><ul class="paper__lines">{lines}</ul></section> }
        })
        .collect()
}
