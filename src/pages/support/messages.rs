//! Messages written in a calm hour for a hard one.

use domain::{
    agreement::Message,
    dial,
    draft::MESSAGE,
    id::Id,
    person::Person,
    stamp::Stamp,
    text::{Note, TextError},
};
use leptos::prelude::untrack;
use markup::{Signal, View, html};

use crate::{
    components::{
        field::Field,
        icon::icon,
        page::{button, cluster, head, section, submit},
        reach::words_card,
        select::select,
    },
    state::{AppState, new_id, use_app_state},
    words::{common, errors, message, shared},
};

/// How many characters a message may have: more is no message for a hard hour.
const LONGEST: usize = 1_000;

/// All messages, and the form to write one.
pub fn page() -> View {
    let state = use_app_state();
    let draft = state.more().drafts.get_untracked(MESSAGE).map(|draft| draft.fields).unwrap_or_default();
    let at = |place: usize| draft.get(place).cloned().unwrap_or_default();
    let id = Id::parse(&at(0)).filter(|id| state.more().messages.get_untracked(*id).is_some());
    let form = Form {
        id: Signal::new(id),
        seen: Signal::new(id.and_then(|id| state.more().messages.seen(id))),
        to: Signal::new(Id::parse(&at(1)).filter(|id| state.more().people.get_untracked(*id).is_some())),
        text: Field::lines("message", message::text(), at(2)).limit(LONGEST),
    };
    html! {
        {head(message::title(), message::sub(), ())}
        <div class="split">
            <div class="stack" data-gap="section">
                {move || list(state, form)}
                {section(message::suggestions(), (), suggestions(state, form))}
                <p class="told__care" data-facts="3.40 3.48">{shared::near_use()}</p>
            </div>
            <aside class="stack" data-gap="3">
                {move || {
                    let editing = form.id.get().is_some();
                    let form = untrack(|| form.view(state));
                    section(if editing { message::change() } else { message::new() }, (), form)
                }}
                <p class="small soft">{message::bill()}</p>
            </aside>
        </div>
    }
}

fn list(state: AppState, form: Form) -> View {
    let all = all(state);
    if all.is_empty() {
        return html! { <div class="card" data-tone="people"><h2>{message::none()}</h2><p>{message::none_text()}</p></div> };
    }
    let rows: Vec<View> = all
        .into_iter()
        .map(|(id, one)| {
            let (words, note) = (one.text.to_string(), addressed(state, &one));
            let edit = move || form.edit(state, id);
            let remove = move || remove(state, form, id);
            words_card(
                words.clone(),
                Some(note),
                html! {
                    {text_link(state, &one, false)}{copy(state, words)}
                    {button("quiet", message::edit(), edit)}{button("quiet", common::remove(), remove)}
                },
            )
        })
        .collect();
    html! { <ul class="stack" data-gap="3">{rows}</ul> }
}

fn suggestions(state: AppState, form: Form) -> View {
    let rows: Vec<View> =
        [message::try_1(), message::try_2(), message::try_3(), message::try_4(), message::try_5(), message::try_6()]
            .map(|words| {
                let begin = move || form.put(state, None, form.to.get_untracked(), words);
                words_card(
                    words.to_owned(),
                    None,
                    html! { {button("people-line", message::use_it(), begin)}{copy(state, words.to_owned())} },
                )
            })
            .into();
    html! { <ul class="stack" data-gap="3">{rows}</ul> }
}

/// A message being written.
#[derive(Clone, Copy)]
struct Form {
    /// Which one is being changed; `None` is a new one.
    id: Signal<Option<Id<Message>>>,
    /// What stood there when the change was begun.
    seen: Signal<Option<Stamp>>,
    to: Signal<Option<Id<Person>>>,
    text: Field,
}

impl Form {
    fn view(self, state: AppState) -> View {
        let mut people = vec![(String::new(), message::anyone().to_owned())];
        people.extend(
            state
                .more()
                .people
                .with(|all| all.iter().map(|(id, one)| (id.to_string(), one.name.to_string())).collect::<Vec<_>>()),
        );
        let chosen = self.to.get_untracked().map(|id| id.to_string()).unwrap_or_default();
        let pick = move |value: String| {
            self.to.set(Id::parse(&value));
            self.keep(state);
        };
        let editing = self.id.get_untracked().is_some();
        html! {
            <form class="stack" on:submit=move |event| { event.prevent_default(); self.save(state); }>
                {self.text.view(move || self.keep(state))}
                {select("message-to", message::to(), "", people, &chosen, pick)}
                {cluster(vec![
                    submit(common::save()),
                    if editing { button("quiet", common::cancel(), move || self.clear(state)) } else { View::empty() },
                ])}
            </form>
        }
    }

    fn keep(self, state: AppState) {
        keep(state, self.id.get_untracked(), self.to.get_untracked(), &self.text.value.get_untracked());
    }

    fn edit(self, state: AppState, id: Id<Message>) {
        let Some(known) = state.more().messages.get_untracked(id) else { return };
        let to = known.to.filter(|id| state.more().people.get_untracked(*id).is_some());
        self.put(state, Some(id), to, &known.text);
    }

    /// Puts words into the form, and offers to bring back what was being typed there.
    fn put(self, state: AppState, id: Option<Id<Message>>, to: Option<Id<Person>>, words: &str) {
        let before = (self.id.get_untracked(), self.to.get_untracked(), self.text.value.get_untracked());
        self.set(state, id, to, words);
        state.focus(self.text.id);
        if !before.2.trim().is_empty() && before.2 != words {
            let put = words.to_owned();
            state.notices.say_with_undo(message::put(), move || {
                let (id, to, words) = &before;
                // What was typed since is not taken away.
                if self.text.value.is_there() {
                    if self.text.value.with_untracked(|now| *now == put) {
                        self.set(state, *id, *to, words);
                    }
                } else if state
                    .more()
                    .drafts
                    .get_untracked(MESSAGE)
                    .is_some_and(|left| left.fields.last() == Some(&put))
                {
                    keep(state, *id, *to, words);
                }
            });
        }
    }

    fn set(self, state: AppState, id: Option<Id<Message>>, to: Option<Id<Person>>, words: &str) {
        self.text.value.set(words.to_owned());
        self.text.error.set(None);
        self.to.set(to);
        self.id.set(id);
        self.seen.set(id.and_then(|id| state.more().messages.seen(id)));
        self.keep(state);
    }

    fn clear(self, state: AppState) {
        self.text.value.set(String::new());
        self.text.error.set(None);
        self.to.set(None);
        self.id.set(None);
        self.seen.set(None);
        state.keep_draft(MESSAGE, &[]);
    }

    fn save(self, state: AppState) {
        let Some(text) = self.text.parse(short, errors::text) else { return };
        let to = self.to.get_untracked();
        let id = self.id.get_untracked();
        let (put, seen) = (id.unwrap_or_else(new_id), self.seen.get_untracked());
        if state.keep(state.more().messages.put_over(put, seen, Some(Message { text, to }))) {
            self.clear(state);
            state.notices.say(message::kept());
        } else {
            // What stands there now has been shown: saving again is meant.
            self.seen.set(id.and_then(|id| state.more().messages.seen(id)));
        }
    }
}

/// Keeps what stands in the form as a draft.
fn keep(state: AppState, id: Option<Id<Message>>, to: Option<Id<Person>>, words: &str) {
    let id = id.map(|id| id.to_string()).unwrap_or_default();
    let to = to.map(|id| id.to_string()).unwrap_or_default();
    let fields = if words.trim().is_empty() { Vec::new() } else { vec![id, to, words.to_owned()] };
    state.keep_draft(MESSAGE, &fields);
}

/// A message: not empty, and short enough to be one.
fn short(typed: &str) -> Result<Note, TextError> {
    let note = Note::parse(typed)?;
    match note.chars().count() {
        0 => Err(TextError::Empty),
        length if length > LONGEST => Err(TextError::TooLong { limit: LONGEST, length }),
        _ => Ok(note),
    }
}

fn remove(state: AppState, form: Form, id: Id<Message>) {
    let Some(removed) = state.more().messages.get_untracked(id) else { return };
    if !state.keep(state.more().messages.put(id, None)) {
        return;
    }
    let typed =
        (form.id.get_untracked() == Some(id)).then(|| (form.to.get_untracked(), form.text.value.get_untracked()));
    if typed.is_some() {
        form.clear(state);
    }
    state.notices.say_with_undo(message::removed(), move || {
        let is_back = state.keep(state.more().messages.put(id, Some(removed.clone())));
        // What was being changed comes back with it, unless something else is written there by now.
        if let Some((to, words)) = &typed
            && is_back
            && form.text.value.is_there()
            && form.text.value.with_untracked(|now| now.trim().is_empty())
        {
            form.set(state, Some(id), *to, words);
        }
    });
}

/// Every message, oldest first; tracked.
fn all(state: AppState) -> Vec<(Id<Message>, Message)> {
    state.more().messages.with(|all| all.iter().map(|(id, one)| (id, one.clone())).collect())
}

/// For whom it is, in words.
fn addressed(state: AppState, one: &Message) -> String {
    match one.to.and_then(|id| state.name_of(id)) {
        Some(name) => message::to_name(&name),
        None => message::to_anyone().to_owned(),
    }
}

/// The link that opens a text with these words. In Help the buttons are larger.
pub fn text_link(state: AppState, one: &Message, large: bool) -> View {
    let to = one.to.and_then(|id| state.more().people.get(id));
    let number = to.as_ref().and_then(Person::text_to);
    let href = dial::sms(number.as_deref(), Some(&one.text));
    let label = match (&to, &number) {
        (Some(person), Some(_)) => message::text_to(&person.name),
        _ => message::text_it().to_owned(),
    };
    html! { <a class="button" data-kind="people-line" data-size=large.then_some("large") href=href>{icon("message")}{label}</a> }
}

fn copy(state: AppState, words: String) -> View {
    button("people-soft", common::copy(), move || state.copy(&words))
}

/// The first `few` messages as cards.
pub fn cards(state: AppState, few: usize, large: bool) -> Vec<View> {
    all(state).into_iter().take(few).map(|(_, one)| card(state, &one, large)).collect()
}

/// The messages for one person, as cards.
pub fn cards_for(state: AppState, id: Id<Person>) -> Vec<View> {
    all(state).into_iter().filter(|(_, one)| one.to == Some(id)).map(|(_, one)| card(state, &one, false)).collect()
}

fn card(state: AppState, one: &Message, large: bool) -> View {
    let words = one.text.to_string();
    let note = one.to.is_some().then(|| addressed(state, one));
    words_card(words.clone(), note, html! { {text_link(state, one, large)}{copy(state, words)} })
}
