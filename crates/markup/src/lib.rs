//! Elements that follow signals: the thinnest layer between Leptos' reactive graph and the page.
//!
//! Leptos' own `view!` gives every view a type of its own, and the code to build and change it is made anew for each.
//! Here every view is one node of the page, so that code exists once (docs/decisions/0002). Signals, effects and owners
//! are Leptos'.

mod focus;
mod follow;
mod signal;
mod value;

use std::{marker::PhantomData, rc::Rc};

use js_sys::Reflect;
use leptos::prelude::{LocalStorage, StoredValue};
pub use markup_macro::html;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
pub use web_sys;
use web_sys::{Document, Element, Event, HtmlDialogElement, Node};

pub use crate::{
    follow::follow,
    signal::{Signal, memo},
    value::{Attribute, IntoView, Property},
};

/// A part of a page: an element, a text, or some of them beside one another, not yet put in its place.
pub struct View(Node);

/// Something that is read again and again and may follow signals.
pub type Read<T> = Rc<dyn Fn() -> T>;
/// Something that is done when a person acts.
pub type Act<T> = Rc<dyn Fn(T)>;

/// Makes a [`Read`].
pub fn read<T>(read: impl Fn() -> T + 'static) -> Read<T> {
    Rc::new(read)
}

/// Makes an [`Act`].
pub fn act<T>(act: impl Fn(T) + 'static) -> Act<T> {
    Rc::new(act)
}

/// An element of HTML.
#[inline(never)]
pub fn el(tag: &str) -> View {
    View(document().create_element(tag).map_or_else(|_| nowhere(), Into::into))
}

/// An element of SVG.
#[inline(never)]
pub fn svg(tag: &str) -> View {
    View(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag).map_or_else(|_| nowhere(), Into::into))
}

impl View {
    /// Nothing, to which children may be added.
    #[inline(never)]
    pub fn empty() -> Self {
        Self(document().create_document_fragment().into())
    }

    /// Sets an attribute; a closure is followed, `None` leaves the attribute out.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Attribute) -> Self {
        value.set(self.element(), name);
        self
    }

    /// Sets a property; a closure is followed.
    #[must_use]
    pub fn prop(self, name: &'static str, value: impl Property) -> Self {
        value.set(self.element(), name);
        self
    }

    /// Hears an event for as long as the part of the page that made the element is there.
    #[must_use]
    pub fn on(self, event: &str, hear: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(hear));
        self
    }

    /// Hears an event, and gets at the field it came from.
    #[must_use]
    pub fn on_target<T: JsCast + 'static>(self, event: &str, mut hear: impl FnMut(Targeted<T>) + 'static) -> Self {
        self.listen(event, Box::new(move |event| hear(Targeted(event, PhantomData))));
        self
    }

    /// Hands out the element.
    #[must_use]
    pub fn with(self, take: impl FnOnce(Element)) -> Self {
        take(self.element().clone());
        self
    }

    /// Puts a child at the end.
    #[must_use]
    pub fn child(self, child: impl IntoView) -> Self {
        self.put(&child.into_view());
        self
    }

    /// Puts it at the end of `parent`.
    pub fn append_to(&self, parent: &Node) {
        let _ = parent.append_child(&self.0);
    }

    #[inline(never)]
    fn put(&self, child: &View) {
        child.append_to(&self.0);
    }

    fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }

    #[inline(never)]
    fn listen(&self, event: &str, hear: Box<dyn FnMut(Event)>) {
        let hear = Closure::wrap(hear);
        let _ = self.0.add_event_listener_with_callback(event, hear.as_ref().unchecked_ref());
        // The owner of this part of the page keeps it, and drops it with the part.
        StoredValue::<_, LocalStorage>::new_local(Listening { node: self.0.clone(), event: event.to_owned(), hear });
    }
}

/// An event that is being heard. Dropped, it is heard no more, even if it is already on its way.
struct Listening {
    node: Node,
    event: String,
    hear: Closure<dyn FnMut(Event)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.node.remove_event_listener_with_callback(&self.event, self.hear.as_ref().unchecked_ref());
    }
}

/// An event on a field of a known kind.
pub struct Targeted<T>(Event, PhantomData<T>);

impl<T: JsCast> Targeted<T> {
    /// The field.
    pub fn target(&self) -> T {
        let target: JsValue = self.0.target().map_or(JsValue::NULL, Into::into);
        target.unchecked_into()
    }
}

/// Opens a dialog above everything once it stands on the page; the rest of the page cannot be reached until it closes.
pub fn open_dialog(dialog: Element) {
    leptos::prelude::queue_microtask(move || {
        if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
}

/// Closes the dialog in which `event` happened, as Escape would.
#[expect(clippy::needless_pass_by_value, reason = "what hears an event is given the event")]
pub fn close_dialog(event: Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let dialog = target.and_then(|target| target.closest("dialog").ok().flatten());
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// The page. An app in a browser always has one.
fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

/// A node for what could not be made: it is on no page.
fn nowhere() -> Node {
    document().create_text_node("").into()
}

#[inline(never)]
fn set_property(element: &Element, name: &str, value: &JsValue) {
    let _ = Reflect::set(element, &JsValue::from_str(name), value);
}
