//! One part of a plan: what it asks, its lines, what could stand there, and a line of one's own.

use domain::{
    sheet::{Line, Sheet, asked::Of},
    text::Title,
};
use leptos::prelude::untrack;
use markup::{View, html};

use crate::{
    components::{
        icon::icon,
        page::{button, cluster, form, head, submit},
    },
    pages::sheets::{
        line::{add, remove},
        one::Here,
    },
    words::{common, dates, number, sheets as words},
};

/// The part at this place.
pub(super) fn view(here: Here, part: u8) -> View {
    let Here { kind, at, .. } = here;
    let (heading, hint) = here.words(Of::Part(kind, part));
    let step = words::step(&number(usize::from(part) + 1), &number(usize::from(kind.parts())));
    let all = kind.parts();
    let next = (part + 1 < all).then_some(part + 1);
    let ways = cluster(vec![
        match part.checked_sub(1) {
            Some(before) => button("secondary", html! { {icon("left")}{words::back()} }, move || here.go(Some(before))),
            None => View::empty(),
        },
        match next {
            Some(next) => button("primary", html! { {words::next()}{icon("right")} }, move || here.go(Some(next))),
            None => button("primary", words::whole(), move || here.go(None)),
        },
        match next {
            Some(_) => button("quiet", words::whole(), move || here.go(None)),
            None => View::empty(),
        },
    ]);
    let shade = super::whole::sign(kind, part);
    html! {
        {head(html! { {shade}{heading} }, step, ())}
        <div class="stack measure" data-gap="6">
            <p class="lead">{hint}</p>
            {move || lines(here, part)}
            {move || (!is_changing(here)).then(|| untrack(|| write(here, part)))}
            {ways}
            <p class="small soft">{words::skip_any()}" "{words::together()}</p>
            {move || (at.get() == Some(0)).then(super::help_first)}
        </div>
    }
}

fn is_changing(here: Here) -> bool {
    here.form().changing.with(Option::is_some)
}

/// The lines there are. One of them may be open to be changed.
fn lines(here: Here, part: u8) -> View {
    let sheet = here.state.sheet(here.kind);
    let open = here.form().changing.get();
    let rows: Vec<View> = sheet
        .part(part)
        .map(|(place, line)| {
            let is_open = open.as_ref().is_some_and(|(at, old)| *at == place && old == line);
            if is_open { untrack(|| editor(here, &sheet, place, line)) } else { row(here, place, line) }
        })
        .collect();
    if rows.is_empty() {
        return View::empty();
    }
    html! { <div class="card" data-pad="none"><ul class="list">{rows}</ul></div> }
}

fn row(here: Here, place: usize, line: &Line) -> View {
    let Here { state, kind, .. } = here;
    let form = here.form();
    let (name, until, line) = (words::change_line(&line.text), until(line), line.clone());
    let words = line.text.to_string();
    let change = move |_| form.change(state, kind, place, line.clone());
    html! {
        <li><button class="row" type="button" aria-label=name on:click=change>
            <span class="row__body"><span class="own sheet__line">{words}</span>{until}</span>
            <span class="sheet__change">{words::change()}</span>
        </button></li>
    }
}

/// The day a line is good until.
pub(super) fn until(line: &Line) -> Option<View> {
    line.until.map(|day| html! { <span class="row__note">{words::until_day(&dates::full(day))}</span> })
}

/// A line being changed, moved or removed.
fn editor(here: Here, sheet: &Sheet, place: usize, line: &Line) -> View {
    let Here { state, kind, .. } = here;
    let typed = here.form();
    let part = line.part;
    let places: Vec<usize> = sheet.part(part).map(|(place, _)| place).collect();
    let shift = |up: bool| {
        let line = line.clone();
        let label = if up { words::move_up() } else { words::move_down() };
        button("quiet", label, move || {
            let moved = line.clone();
            let to = state.more().sheets.get_untracked(kind.id()).map(|sheet| sheet.moved(place, &moved, up));
            let there = to.and_then(|sheet| {
                sheet.part(part).map(|(place, _)| place).find(|at| sheet.lines.get(*at) == Some(&moved))
            });
            if state.change_sheet(kind, move |sheet| sheet.moved(place, &moved, up)) {
                typed.changing.set(there.map(|there| (there, line.clone())));
                typed.keep(state, kind, part);
            }
        })
    };
    let gone = line.clone();
    let mut acts = vec![submit(common::save()), button("quiet", common::cancel(), move || typed.clear(state, kind))];
    acts.extend((places.first() != Some(&place)).then(|| shift(true)));
    acts.extend((places.last() != Some(&place)).then(|| shift(false)));
    acts.push(button("quiet", html! { {icon("trash")}{words::remove_line()} }, move || {
        typed.clear(state, kind);
        remove(state, kind, place, gone.clone());
    }));
    let body = html! { {fields(here, part)}{cluster(acts)} };
    html! { <li class="sheet__editor">{form("stack", "3", move || typed.save(state, kind, part), body)}</li> }
}

fn fields(here: Here, part: u8) -> View {
    let Here { state, kind, .. } = here;
    let form = here.form();
    let keep = move || form.keep(state, kind, part);
    html! { {form.text.view(keep)}{kind.expires(part).then(|| form.until.view(keep))} }
}

/// What could stand there, and the form for a new line.
fn write(here: Here, part: u8) -> View {
    let Here { state, kind, .. } = here;
    let typed = here.form();
    let add_it =
        html! { <button class="button" data-kind="secondary" type="submit">{icon("plus")}{words::add()}</button> };
    let body = html! { {fields(here, part)}{cluster(vec![add_it])} };
    html! {
        {move || offers(here, part)}
        {move || people(here, part)}
        {form("stack", "3", move || typed.save(state, kind, part), body)}
    }
}

/// Examples that do not stand there yet.
fn offers(here: Here, part: u8) -> View {
    let all = here.examples(part).into_iter().filter_map(|text| Title::parse(&text).ok());
    group(here, part, words::offers(), all.collect())
}

/// The people of the record, where a part asks for people.
fn people(here: Here, part: u8) -> View {
    if !here.kind.asks_who(part) {
        return View::empty();
    }
    let all: Vec<Title> =
        here.state.more().people.with(|all| all.iter().filter_map(|(_, one)| one.as_line()).collect());
    group(here, part, words::from_people(), all)
}

fn group(here: Here, part: u8, title: &'static str, all: Vec<Title>) -> View {
    let Here { state, kind, .. } = here;
    let sheet = state.sheet(kind);
    let offered: Vec<View> = all
        .into_iter()
        .filter(|text| sheet.part(part).all(|(_, line)| line.text != *text))
        .map(|text| {
            let words = text.to_string();
            let take = move |_| {
                add(state, kind, Line { part, text: text.clone(), until: None });
            };
            html! { <li><button class="offer" type="button" on:click=take>{icon("plus")}<span>{words}</span></button></li> }
        })
        .collect();
    if offered.is_empty() {
        return View::empty();
    }
    html! {
        <section class="stack" data-gap="2">
            <h2 class="reasons__title">{title}</h2>
            <ul class="offers">{offered}</ul>
        </section>
    }
}
