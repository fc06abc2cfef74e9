//! A labelled field for text, with a hint, an error in words, and the count near the end.

use std::rc::Rc;

use markup::{Act, Signal, View, act, html};

use crate::{
    components::icon::icon,
    words::{common, number, values},
};

/// What a field is like.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its id on the page.
    pub id: &'static str,
    /// What it asks for.
    pub label: Label,
    /// A word beside the label; may be empty.
    pub hint: &'static str,
    /// How many characters it takes.
    pub limit: usize,
    /// How many lines it shows; one is a single-line field.
    pub lines: u8,
    /// `text`, `tel`, `date` or `time`.
    pub kind: &'static str,
    /// What is typed.
    pub value: Signal<String>,
    /// What is wrong, in words.
    pub error: Signal<Option<String>>,
}

/// What a field asks for.
#[derive(Clone, Copy)]
pub enum Label {
    /// In these words.
    Plain(&'static str),
    /// In words with its number among fields of its kind.
    Numbered(fn(&str) -> String, usize),
}

impl Label {
    fn words(self) -> String {
        match self {
            Self::Plain(words) => words.to_owned(),
            Self::Numbered(words, position) => words(&number(position)),
        }
    }
}

impl Field {
    /// A line of text.
    pub fn line(id: &'static str, label: &'static str, value: String) -> Self {
        Self {
            id,
            label: Label::Plain(label),
            hint: "",
            limit: values::LINE,
            lines: 1,
            kind: "text",
            value: Signal::new(value),
            error: Signal::new(None),
        }
    }

    /// Some lines of text.
    pub fn lines(id: &'static str, label: &'static str, value: String) -> Self {
        Self { limit: values::LINES, lines: 3, ..Self::line(id, label, value) }
    }

    /// The same with a word beside the label.
    pub fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// The same for as many characters.
    pub fn limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// The same with another kind of input.
    pub fn kind(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    /// Parses what is typed; what is wrong with it stands at the field.
    pub fn parse<T, E>(self, parse: impl FnOnce(&str) -> Result<T, E>, say: impl FnOnce(E) -> String) -> Option<T> {
        match self.value.with_untracked(|value| parse(value)) {
            Ok(value) => {
                self.error.set(None);
                Some(value)
            }
            Err(error) => {
                self.error.set(Some(say(error)));
                None
            }
        }
    }

    /// The field on the page. `on_change` hears of every change.
    pub fn view(self, on_change: impl Fn() + 'static) -> View {
        self.draw(Rc::new(on_change))
    }

    fn draw(self, on_change: Rc<dyn Fn()>) -> View {
        let Self { id, label, hint, value, error, .. } = self;
        let about = format!("{id}-about");
        let on_input: Act<String> = act(move |typed| {
            value.set(typed);
            error.set(None);
            on_change();
        });
        let invalid = move || error.with(Option::is_some).then_some("true");
        let described = about.clone();
        let input = if self.lines > 1 {
            html! {
                <textarea class="input" id=id rows=i32::from(self.lines) autocomplete="off" spellcheck="false"
                    prop:value=move || value.get() aria-invalid=invalid aria-describedby=described
                    on:input:target=move |event| on_input(event.target().value())></textarea>
            }
        } else {
            html! {
                <input class="input" id=id type=self.kind autocomplete="off" spellcheck="false"
                    prop:value=move || value.get() aria-invalid=invalid aria-describedby=described
                    on:input:target=move |event| on_input(event.target().value())/>
            }
        };
        html! {
            <div class="field">
                <label class="field__label" for=id>{label.words()}{(!hint.is_empty()).then(|| html! { " " <small>{hint}</small> })}</label>
                {input}
                <div id=about>
                    {move || error.get().map(|error| html! { <p class="field__error">{icon("info")}<span>{error}</span></p> })}
                    {move || self.count().map(|count| html! { <p class="small soft">{count}</p> })}
                </div>
            </div>
        }
    }

    /// How many characters are left, once nine tenths are used.
    fn count(self) -> Option<String> {
        let length = self.value.with(|value| value.chars().count());
        (length * 10 >= self.limit * 9).then(|| match self.limit.checked_sub(length) {
            Some(left) => common::characters_left(left),
            None => common::characters_over(&number(length - self.limit)),
        })
    }
}
