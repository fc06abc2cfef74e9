//! A note that may be written only to get it out: it stands on the page and is never kept.

use std::rc::Rc;

use leptos::prelude::untrack;
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{choice::check_row, field::Field},
    words::common,
};

/// The field of a note, and a way not to keep it. `on_change` keeps what is in `note`.
pub fn note(note: Field, on_change: impl Fn() + 'static) -> View {
    let unkept = Field { id: "unkept", value: Signal::new(String::new()), error: Signal::new(None), ..note };
    draw(note, unkept, Signal::new(false), act(move |()| on_change()))
}

fn draw(note: Field, unkept: Field, aside: Signal<bool>, on_change: Act<()>) -> View {
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
