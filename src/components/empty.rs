//! A place where nothing stands yet: a sentence and a way forward.

use markup::{View, html};

/// An empty place.
pub fn empty(drawing: &'static str, title: &'static str, text: &'static str, act: View) -> View {
    html! {
        <div class="empty">
            <img class="art" src=format!("/art/{drawing}.svg") alt="" width="160" height="116"/>
            <h2>{title}</h2>
            <p>{text}</p>
            {act}
        </div>
    }
}
