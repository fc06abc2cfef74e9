//! Parts of a page that are made anew when a signal they read changes.

use leptos::prelude::{LocalStorage, RenderEffect, StoredValue};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, Node};

use crate::{View, document, focus::Focus};

/// Does `act` now, and again whenever a signal it read changes, for as long as the current owner lives.
#[inline(never)]
pub fn follow(mut act: Box<dyn FnMut()>) {
    StoredValue::<_, LocalStorage>::new_local(RenderEffect::new(move |_: Option<()>| act()));
}

/// What `make` gives, replaced whenever a signal it read changes. Two empty comments mark its place.
///
/// What was made before is dropped with its effects and listeners; the focus stays where it was as far as it can.
#[inline(never)]
pub(crate) fn changing(make: Box<dyn Fn() -> View>) -> View {
    let whole = View::empty();
    let (start, end) = (Node::from(document().create_comment("")), Node::from(document().create_comment("")));
    let _ = whole.0.append_child(&start);
    let _ = whole.0.append_child(&end);
    follow(Box::new(move || {
        let view = make();
        if let Some(parent) = end.parent_node() {
            replace(&parent, &start, &end, &view);
        }
    }));
    whole
}

fn replace(parent: &Node, start: &Node, end: &Node, made: &View) {
    let mut focus = Focus::within(start, end);
    while let Some(old) = start.next_sibling().filter(|node| node != end) {
        // A dialog that is closed gives the focus back to where it came from.
        if let Some(dialog) = old.dyn_ref::<HtmlDialogElement>() {
            dialog.close();
            focus = Focus::lost();
        }
        let _ = parent.remove_child(&old);
    }
    let _ = parent.insert_before(&made.0, Some(end));
    if let Some(focus) = focus {
        focus.restore();
    }
}
