//! The words that open a backup or the lock: five that are made, or a phrase of one's own, typed twice.

use leptos::prelude::*;
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{question, segmented},
        field::Field,
        icon::icon,
        page::{button, cluster},
    },
    state::{
        self, AppState,
        desk::{self, Judgement, Phrase},
    },
    words::{dates, phrase as words, worker},
};

/// Words being chosen.
#[derive(Clone, Copy)]
pub struct Choice {
    state: AppState,
    /// What the recovery sheet says the words open.
    opens: Signal<String>,
    own: Signal<bool>,
    made: Signal<Option<String>>,
    typed: Field,
    judged: Signal<Option<Judgement>>,
    again: Field,
}

impl Choice {
    /// Begins with words that are being made.
    pub fn new(state: AppState, opens: Signal<String>) -> Self {
        let choice = Self {
            state,
            opens,
            own: Signal::new(false),
            made: Signal::new(None),
            typed: secret("own-phrase", words::own()),
            judged: Signal::new(None),
            again: secret("again", words::again()).hint(words::again_hint()),
        };
        choice.make();
        choice
    }

    fn make(self) {
        self.made.set(None);
        let state = self.state;
        desk::make_phrase(move |made| match made {
            Ok(made) => self.made.try_set(Some(made)),
            Err(why) => state.notices.say(why),
        });
    }

    /// The words chosen, once they were typed again the same.
    pub fn chosen(self) -> Option<Phrase> {
        let chosen = if self.own.get_untracked() {
            let strong = self.judged.get_untracked() == Some(Judgement::Strong);
            if !strong {
                self.typed.error.set(Some(words::weak().to_owned()));
                return None;
            }
            Phrase { text: self.typed.value.get_untracked(), made: false }
        } else {
            Phrase { text: self.made.get_untracked()?, made: true }
        };
        let again = Phrase { text: self.again.value.get_untracked(), made: chosen.made };
        if again.is_like(&chosen) {
            return Some(chosen);
        }
        self.again.error.set(Some(words::differs().to_owned()));
        None
    }

    fn judge(self) {
        let text = self.typed.value.get_untracked();
        if text.trim().is_empty() {
            self.judged.set(None);
            return;
        }
        desk::judge_phrase(text, move |judgement| {
            self.judged.try_set(judgement);
        });
    }

    /// The choice on the page.
    pub fn view(self) -> View {
        let ways = vec![(false, words::made().to_owned()), (true, words::own().to_owned())];
        html! {
            <div class="stack">
                {question(words::how(), "", segmented("phrase-way", ways, move || self.own.get(), move |own| self.own.set(own)))}
                {move || { let own = self.own.get(); untrack(|| if own { self.own_phrase() } else { self.five_words() }) }}
                {self.again.view(|| {})}
            </div>
        }
    }

    fn own_phrase(self) -> View {
        html! {
            <div class="stack" data-gap="2">
                {self.typed.view(move || self.judge())}
                <p class="small soft">{words::own_hint()}</p>
                <p class="small" role="status">{move || self.judged.get().map(|judged| match judged {
                    Judgement::Strong => words::strong(),
                    Judgement::Weak => words::weak(),
                    Judgement::TooLong => words::too_long(),
                })}</p>
            </div>
        }
    }

    fn five_words(self) -> View {
        html! {
            <div class="stack" data-gap="3">
                <p class="five-words" role="group" aria-label=words::five()>{move || self.made.get().unwrap_or_else(|| worker::thinking().to_owned())}</p>
                <p class="small soft">{words::five_hint()}</p>
                {cluster(vec![
                    button("quiet", words::other(), move || self.make()),
                    button("quiet", html! { {icon("print")}{words::print()} }, state::print),
                ])}
                {move || self.made.get().map(|made| self.sheet(made))}
            </div>
        }
    }

    /// What is printed: the words, large, and what they open.
    fn sheet(self, made: String) -> View {
        html! {
            <section class="recovery-sheet" aria-hidden="true">
                <h2>{words::sheet_title()}</h2>
                <p class="five-words">{made}</p>
                <p>{move || self.opens.get()}</p>
                <p>{words::sheet_keep()}</p>
                <p>{words::sheet_made(&dates::full(self.state.today.get_untracked()))}</p>
            </section>
        }
    }
}

/// A field for words that nobody else should see later: not kept, not suggested.
pub fn secret(id: &'static str, label: &'static str) -> Field {
    Field::line(id, label, String::new()).limit(1_000)
}
