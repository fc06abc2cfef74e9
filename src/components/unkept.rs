//! A note that may be written only to get it out: it stands on the page and is never kept.

use std::rc::Rc;

use leptos::prelude::untrack;
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{
        choice::check_row,
        field::{Field, Label},
    },
    words::common,
};

/// The field of a note, and a way not to keep it. `on_change` keeps what is in `note`.
pub fn note(note: Field, on_change: impl Fn() + 'static) -> View {
    Written::new(note, "unkept").view(on_change)
}

/// A note and what is written in its place if it is not to be kept.
#[derive(Clone, Copy)]
pub struct Written {
    /// What is kept: empty as long as nothing is to be kept.
    pub note: Field,
    unkept: Field,
    aside: Signal<bool>,
}

impl Written {
    /// A note that is kept unless the person says otherwise. `id` is that of the field in its place.
    pub fn new(note: Field, id: &'static str) -> Self {
        let unkept = Field { id, value: Signal::new(String::new()), error: Signal::new(None), ..note };
        Self { note, unkept, aside: Signal::new(false) }
    }

    /// The same under other words.
    pub fn labelled(self, label: &'static str) -> Self {
        let label = Label::Plain(label);
        Self { note: Field { label, ..self.note }, unkept: Field { label, ..self.unkept }, ..self }
    }

    /// Whether it is not to be kept; tracked.
    pub fn is_unkept(self) -> bool {
        self.aside.get()
    }

    /// What stands on the page, kept or not; which of both is tracked.
    pub fn text(self) -> Signal<String> {
        if self.aside.get() { self.unkept.value } else { self.note.value }
    }

    /// The field, and the box that says not to keep it. `on_change` keeps what is in `note`.
    pub fn view(self, on_change: impl Fn() + 'static) -> View {
        self.draw(act(move |()| on_change()))
    }

    fn draw(self, on_change: Act<()>) -> View {
        let Self { note, unkept, aside } = self;
        let keeps = Rc::clone(&on_change);
        let field = move || {
            let aside = aside.get();
            let keeps = Rc::clone(&keeps);
            untrack(|| if aside { unkept.view(|| {}) } else { note.view(move || keeps(())) })
        };
        let move_over = move |now_aside: bool| {
            let (from, to) = if now_aside { (note, unkept) } else { (unkept, note) };
            to.value.set(from.value.get_untracked());
            from.value.set(String::new());
            on_change(());
            aside.set(now_aside);
        };
        html! {
            <div class="stack" data-gap="2">
                {field}
                {check_row(common::dont_keep(), move || aside.get(), move_over)}
                {move || aside.get().then(|| html! { <p class="small soft">{common::not_kept()}</p> })}
            </div>
        }
    }
}
