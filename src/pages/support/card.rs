//! A progress card: every line is ticked by hand, seen as it will be, and handed on by the person themselves.

mod hand_on;
mod lines;
pub mod opened;

use domain::{
    card::{Card, Line},
    draft::CARD,
    text::{Note, TextError, Title},
};
use leptos::prelude::untrack;
use markup::{Signal, View, html, memo};

use self::lines::Item;
use crate::{
    components::{
        choice::{check_row, question, segmented},
        field::Field,
        page::{head, section},
    },
    state::{AppState, use_app_state},
    words::{card as words, cards, errors},
};

/// How far a card may look back, in days.
const SPANS: [u16; 3] = [7, 30, 90];

/// What is chosen and typed.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    items: Signal<Vec<Item>>,
    span: Signal<u16>,
    day: Field,
    what: Field,
    own: Field,
}

impl Choice {
    fn has(self, item: Item) -> bool {
        self.items.with(|items| items.contains(&item))
    }

    /// The card as it is now; tracked.
    fn card(self, state: AppState) -> Card {
        let made = state.today.get();
        let lines = lines::offered(state, self.span.get())
            .into_iter()
            .filter(|(item, _)| self.has(*item))
            .map(|(_, line)| line)
            .chain(self.since(made).filter(|_| self.has(Item::Since)))
            .chain(self.words().filter(|_| self.has(Item::Words)))
            .take(Card::LINES)
            .collect();
        let name = state.settings().name.filter(|_| self.has(Item::Name));
        Card { made, name, lines }
    }

    /// Time since a day, if that day is one and not still to come.
    fn since(self, made: domain::day::Day) -> Option<Line> {
        let day = self.day.value.with(|typed| domain::day::Day::parse(typed)).ok().filter(|day| *day <= made)?;
        let what = self.what.value.with(|typed| Title::parse_optional(typed)).ok()?;
        Some(Line::Since { day, what })
    }

    fn words(self) -> Option<Line> {
        let words = self.own.value.with(|typed| short(typed)).ok()?;
        (!words.is_empty()).then_some(Line::Words(words))
    }

    /// Says at its field what is typed and cannot stand on the card.
    fn check(self, state: AppState) {
        use domain::day::Day;
        if !self.day.value.with_untracked(String::is_empty)
            && self
                .day
                .parse(Day::parse, |error| errors::day(error).to_owned())
                .is_some_and(|day| day > state.today.get_untracked())
        {
            self.day.error.set(Some(words::since_late().to_owned()));
        }
        self.what.parse(Title::parse_optional, errors::text);
        self.own.parse(short, errors::text);
    }

    fn keep(self, state: AppState) {
        state.keep_draft(CARD, &[self.day, self.what, self.own].map(|field| field.value.get_untracked()));
        self.check(state);
    }
}

fn short(typed: &str) -> Result<Note, TextError> {
    let note = Note::parse(typed)?;
    let length = note.chars().count();
    if length > Card::WORDS { Err(TextError::TooLong { limit: Card::WORDS, length }) } else { Ok(note) }
}

/// The page on which a card is made.
pub fn page() -> View {
    let state = use_app_state();
    let draft = state.more().drafts.get_untracked(CARD).map(|draft| draft.fields).unwrap_or_default();
    let at = |place: usize| draft.get(place).cloned().unwrap_or_default();
    let choice = Choice {
        items: Signal::new(Vec::new()),
        span: Signal::new(30),
        day: Field::line("since-day", words::since_day(), at(0)).kind("date").hint(words::since_day_hint()),
        what: Field::line("since-what", words::since_what(), at(1)).hint(words::since_hint()),
        own: Field::lines("card-words", words::words_label(), at(2)).limit(Card::WORDS),
    };
    let card = memo(move || choice.card(state));
    html! {
        <div class="no-print">{head(words::title(), words::sub(), ())}</div>
        <div class="report">
            <form class="report__options stack no-print" on:submit=move |event| event.prevent_default()>
                {question(words::days(), "", segmented(
                    "card-days",
                    SPANS.map(|days| (days, words::days_n(usize::from(days)))).to_vec(),
                    move || choice.span.get(),
                    move |days| choice.span.set(days),
                ))}
                <fieldset class="stack" data-gap="2">
                    <legend class="question__legend">{words::include()}</legend>
                    {move || boxes(state, &choice)}
                </fieldset>
            </form>
            <div class="stack" data-gap="section">
                <section class="paper" tabindex="0" aria-label=words::preview()>{move || card.with(|card| untrack(|| shown(card)))}</section>
                <div class="no-print">{section(words::send(), (), hand_on::view(state, card))}</div>
            </div>
        </div>
    }
}

fn boxes(state: AppState, choice: &Choice) -> View {
    let choice = *choice;
    let pick = move |item: Item| {
        move |chosen: bool| {
            choice.items.update(|items| {
                items.retain(|other| *other != item);
                if chosen {
                    items.push(item);
                }
            });
        }
    };
    let row = |item: Item, label: String| check_row(label, move || choice.has(item), pick(item));
    let blank = Card { made: state.today.get(), name: None, lines: Vec::new() };
    let mut rows = Vec::new();
    if let Some(name) = state.settings().name {
        rows.push(row(Item::Name, words::name(&name)));
    }
    rows.extend(
        lines::offered(state, choice.span.get()).into_iter().map(|(item, line)| row(item, cards::line(&blank, &line))),
    );
    let keep = move || choice.keep(state);
    rows.push(row(Item::Since, words::since().to_owned()));
    rows.push(html! { <div>{move || choice.has(Item::Since).then(|| html! { <div class="stack" data-gap="2">{choice.day.view(keep)}{choice.what.view(keep)}</div> })}</div> });
    rows.push(row(Item::Words, words::words().to_owned()));
    rows.push(html! { <div>{move || choice.has(Item::Words).then(|| choice.own.view(keep))}</div> });
    html! { <div class="stack" data-gap="1">{rows}</div> }
}

/// The card as it will be: on screen, on paper, and line by line in a text and in a picture.
pub(super) fn shown(card: &Card) -> View {
    let rows: Vec<View> = card
        .lines
        .iter()
        .map(|line| {
            let own = matches!(line, Line::Words(_));
            let class = if own { "own paper__words" } else { "" };
            html! { <li class=class>{cards::line(card, line)}</li> }
        })
        .collect();
    let none = rows.is_empty();
    html! {
        <header class="paper__head">
            <div class="paper__title">
                <svg class="paper__mark" viewBox="0 0 32 32" aria-hidden="true"><use href="#i-paper"></use></svg>
                <h2 class="paper__h1">{cards::heading(card)}</h2>
            </div>
        </header>
        {none.then(|| html! { <p class="no-print">{words::only_date()}</p> })}
        {(!none).then(|| html! { <ul class="shared-card">{rows}</ul> })}
        <p class="paper__note">{words::self_reported()}</p>
    }
}
