//! A drawing from the sprite of `index.html`. It is hidden from assistive technology: words stand beside it.

use markup::{View, html};

/// The icon with this name.
pub fn icon(name: &'static str) -> View {
    icon_as("icon", name)
}

/// The icon with this name, in another class than usual.
pub fn icon_as(class: &'static str, name: &'static str) -> View {
    html! { <svg class=class viewBox="0 0 24 24" aria-hidden="true"><use href=format!("#i-{name}")></use></svg> }
}

/// An icon in a small leaf of its own.
pub fn badge(name: &'static str, tone: &'static str) -> View {
    html! { <span class="badge" data-tone=tone>{icon(name)}</span> }
}
