//! What may stand as a child, as an attribute and as a property.

use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::{View, document, follow::changing, follow::follow, set_property};

/// A child of an element.
pub trait IntoView {
    /// The part of a page it is.
    fn into_view(self) -> View;
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::empty()
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for &str {
    #[inline(never)]
    fn into_view(self) -> View {
        View(document().create_text_node(self).into())
    }
}

impl IntoView for String {
    #[inline(never)]
    fn into_view(self) -> View {
        self.as_str().into_view()
    }
}

impl IntoView for u8 {
    fn into_view(self) -> View {
        self.to_string().into_view()
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or_else(View::empty, T::into_view)
    }
}

impl IntoView for Vec<View> {
    #[inline(never)]
    fn into_view(self) -> View {
        let all = View::empty();
        for view in self {
            all.put(&view);
        }
        all
    }
}

impl<const N: usize> IntoView for [View; N] {
    fn into_view(self) -> View {
        Vec::from(self).into_view()
    }
}

/// A closure is followed: its part of the page is made anew when a signal it read changes.
impl<F: Fn() -> T + 'static, T: IntoView> IntoView for F {
    fn into_view(self) -> View {
        changing(Box::new(move || self().into_view()))
    }
}

/// The value of an attribute.
pub trait Attribute {
    /// Sets it.
    fn set(self, element: &Element, name: &'static str);
}

impl Attribute for &str {
    #[inline(never)]
    fn set(self, element: &Element, name: &'static str) {
        let _ = element.set_attribute(name, self);
    }
}

impl Attribute for String {
    #[inline(never)]
    fn set(self, element: &Element, name: &'static str) {
        self.as_str().set(element, name);
    }
}

impl Attribute for i32 {
    #[inline(never)]
    fn set(self, element: &Element, name: &'static str) {
        Attribute::set(self.to_string(), element, name);
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn set(self, element: &Element, name: &'static str) {
        match self {
            Some(value) => value.set(element, name),
            None => {
                let _ = element.remove_attribute(name);
            }
        }
    }
}

impl<F: Fn() -> T + 'static, T: Attribute> Attribute for F {
    fn set(self, element: &Element, name: &'static str) {
        let element = element.clone();
        follow(Box::new(move || self().set(&element, name)));
    }
}

/// The value of a property.
pub trait Property {
    /// Sets it.
    fn set(self, element: &Element, name: &'static str);
}

impl Property for bool {
    fn set(self, element: &Element, name: &'static str) {
        set_property(element, name, &JsValue::from_bool(self));
    }
}

impl Property for String {
    fn set(self, element: &Element, name: &'static str) {
        set_property(element, name, &JsValue::from_str(&self));
    }
}

impl<F: Fn() -> T + 'static, T: Property> Property for F {
    fn set(self, element: &Element, name: &'static str) {
        let element = element.clone();
        follow(Box::new(move || self().set(&element, name)));
    }
}
