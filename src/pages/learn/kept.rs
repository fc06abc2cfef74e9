//! What a person keeps of a lesson: a mark to find it again, and a note.

use domain::{
    id::Id,
    study::{self, Study},
    text::Note,
};
use markup::{View, html};

use crate::{
    components::{field::Field, icon::icon, unkept},
    state::AppState,
    words::{errors, remember as words},
};

/// The button that marks the lesson, or takes the mark away.
pub(super) fn mark(state: AppState, slug: &str) -> View {
    let id = study::id(slug);
    let marked = move || state.more().studies.get(id).is_some_and(|study| study.marked);
    let pressed = move || if marked() { "true" } else { "false" };
    let toggle = move |_| {
        change(state, id, |study| study.marked = !study.marked);
    };
    html! {
        <button class="button bookmark" type="button" data-kind="secondary" aria-pressed=pressed on:click=toggle>{icon("leaf")}{words::bookmark()}</button>
    }
}

/// The note, kept as it is typed.
pub(super) fn note(state: AppState, slug: &str) -> View {
    let id = study::id(slug);
    let text = state.more().studies.get_untracked(id).map(|study| study.note.to_string()).unwrap_or_default();
    let field = Field::lines("note", words::note(), text).hint(words::note_hint());
    let keep = move || {
        if let Some(note) = field.parse(Note::parse, errors::text)
            && state.more().studies.get_untracked(id).unwrap_or_default().note != note
        {
            change(state, id, move |study| study.note = note.clone());
        }
    };
    html! { <section class="no-print">{unkept::note(field, keep)}</section> }
}

/// Changes what is kept of a lesson in one write; nothing is kept of a lesson of which there is nothing.
fn change(state: AppState, id: Id<Study>, change: impl Fn(&mut Study) + 'static) {
    state.keep(state.more().studies.change(id, move |old| {
        let mut study = old.unwrap_or_default();
        change(&mut study);
        (study != Study::default()).then_some(study)
    }));
}
