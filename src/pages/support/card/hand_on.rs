//! Four ways to hand a card on. Each is a press of the person; nothing goes by itself.

use domain::{card::Card, dial};
use markup::{Signal, View, html};

use crate::{
    components::{
        field::Field,
        icon::icon,
        page::{button, cluster},
    },
    state::{
        self, AppState, card as card_state,
        card::Style,
        share::{can_share, share},
    },
    words::{card as words, cards, common},
};

/// The four ways.
pub fn view(state: AppState, card: Signal<Card>) -> View {
    html! {
        <div class="stack" data-gap="6">
            <p class="soft">{words::once_sent()}</p>
            {as_text(state, card)}
            {as_picture(state, card)}
            {on_paper()}
            {as_link(state, card)}
        </div>
    }
}

/// The field of a finished link.
const LINK: &str = "card-link";
/// The place of what is said while there is no link.
const SAID: &str = "card-said";

fn way(title: &'static str, body: View) -> View {
    html! { <section class="stack" data-gap="2"><h3>{title}</h3>{body}</section> }
}

fn as_text(state: AppState, card: Signal<Card>) -> View {
    let text = move || card.with(cards::text);
    let text_now = move || card.with_untracked(cards::text);
    let hand = can_share().then(|| button("primary", common::share(), move || share(&text_now())));
    way(
        words::as_text(),
        html! {
            <div class="cluster" data-gap="2">
                {hand}
                <a class="button" data-kind="people-line" href=move || dial::sms(None, Some(&text()))>{icon("message")}{words::sms()}</a>
                <a class="button" data-kind="secondary" href=move || dial::mail(words::mail_subject(), &text())>{words::mail()}</a>
                {button("secondary", common::copy(), move || state.copy(&text_now()))}
            </div>
        },
    )
}

fn as_picture(state: AppState, card: Signal<Card>) -> View {
    let save = move || card.with_untracked(|card| state.picture(&drawn(card)));
    way(words::as_picture(), cluster(vec![button("secondary", html! { {icon("download")}{words::picture()} }, save)]))
}

/// The lines of the picture: the same as in the text.
fn drawn(card: &Card) -> Vec<(Style, String)> {
    let mut all = vec![(Style::Heading, cards::heading(card))];
    all.extend(card.lines.iter().map(|line| {
        let own = matches!(line, domain::card::Line::Words(_));
        (if own { Style::Own } else { Style::Plain }, cards::line(card, line))
    }));
    all.push((Style::Small, words::self_reported().to_owned()));
    all
}

fn on_paper() -> View {
    way(words::on_paper(), cluster(vec![button("secondary", html! { {icon("print")}{common::print()} }, state::print)]))
}

fn as_link(state: AppState, card: Signal<Card>) -> View {
    let word = Field::line("card-word", words::word(), String::new()).hint(words::word_hint());
    // The card and the word that a link was made of: what is changed afterwards is not in it.
    let made = Signal::new(None::<(Card, String, String)>);
    let waits = Signal::new(false);
    // Why there is none, and for which card and word that was so.
    let said = Signal::new(None::<(Card, String, &'static str)>);
    let ask = move || {
        let (card, typed) = (card.get_untracked(), word.value.get_untracked());
        said.set(None);
        if card.lines.is_empty() {
            said.set(Some((card, typed, words::need_line())));
            state::show(SAID);
            return;
        }
        let of = (card.clone(), typed.clone());
        let take = move |text: Result<String, &'static str>| {
            waits.try_set(false);
            match text {
                Ok(text) => {
                    made.try_set(Some((of.0, of.1, card_state::link(&text))));
                    state::focus(LINK);
                }
                Err(why) => {
                    said.try_set(Some((of.0, of.1, why)));
                    state::show(SAID);
                }
            }
        };
        if typed.trim().is_empty() {
            take(card_state::text(&card));
        } else {
            waits.set(true);
            card_state::seal(&card, typed, take);
        }
    };
    let ready = move || {
        let (of, with, link) = made.get()?;
        (of == card.get() && with == word.value.get()).then(|| link_view(state, &link, !with.trim().is_empty()))
    };
    let why = move || {
        said.get().filter(|(of, with, _)| *of == card.get() && *with == word.value.get()).map(|(_, _, why)| why)
    };
    way(
        words::as_link(),
        html! {
            <div class="stack" data-gap="3">
                <p class="small soft">{words::link_text()}</p>
                {word.view(|| ())}
                {cluster(vec![button("secondary", words::make_link(), ask)])}
                <div id=SAID role="status">{move || if waits.get() { html! { <p>{words::making()}</p> } } else { html! { {why().map(|why| html! { <p class="field__error">{icon("info")}<span>{why}</span></p> })} } }}</div>
                {ready}
            </div>
        },
    )
}

fn link_view(state: AppState, link: &str, with_word: bool) -> View {
    let (shown, copied, shared) = (link.to_owned(), link.to_owned(), link.to_owned());
    let hand = can_share().then(|| button("secondary", words::share_link(), move || share(&shared)));
    html! {
        <div class="stack" data-gap="2">
            <p>{if with_word { words::link_made_word() } else { words::link_made() }}</p>
            <div class="field">
                <label class="field__label" for=LINK>{words::link()}</label>
                <input class="input" id=LINK type="text" readonly="" prop:value=shown/>
            </div>
            {cluster(vec![button("secondary", words::copy_link(), move || state.copy(&copied)), html! { {hand} }])}
        </div>
    }
}
