//! Keeps the focus when the part of the page that has it is made anew.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, Node};

use crate::document;

/// Which element had the focus: its id, or its place among the elements of its tag.
pub(crate) struct Focus {
    tag: String,
    id: String,
    place: u32,
}

impl Focus {
    /// The focus, if it lies between `start` and `end`.
    pub(crate) fn within(start: &Node, end: &Node) -> Option<Self> {
        let active = document().active_element()?;
        let mut node = start.next_sibling();
        loop {
            let here = node.filter(|node| node != end)?;
            if here.contains(Some(&active)) {
                break;
            }
            node = here.next_sibling();
        }
        let tag = active.tag_name();
        let all = document().query_selector_all(&tag).ok()?;
        let place = (0..all.length())
            .find(|place| all.get(*place).is_some_and(|node| node == *active.unchecked_ref::<Node>()))?;
        Some(Self { tag, id: active.id(), place })
    }

    /// The main part of the page, if nothing has the focus.
    pub(crate) fn lost() -> Option<Self> {
        let nothing = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
        nothing.then(|| Self { tag: "MAIN".to_owned(), id: "main".to_owned(), place: 0 })
    }

    /// Gives the focus to the element that stands there now.
    pub(crate) fn restore(self) {
        let found = match document().get_element_by_id(&self.id) {
            Some(element) => Some(Node::from(element)),
            None => document().query_selector_all(&self.tag).ok().and_then(|all| all.get(self.place)),
        };
        if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            let quietly = FocusOptions::new();
            quietly.set_prevent_scroll(true);
            let _ = element.focus_with_options(&quietly);
        }
    }
}
