//! A part of a page that folds away under its heading.

use markup::{Read, View, html, read};

/// A fold; it follows `open` until the person opens or closes it by hand.
pub fn fold(title: &'static str, open: impl Fn() -> bool + 'static, body: View) -> View {
    draw(title, read(open), body)
}

fn draw(title: &'static str, open: Read<bool>, body: View) -> View {
    html! {
        <details class="fold" prop:open=move || open()>
            <summary class="fold__title"><h2>{title}</h2></summary>
            <div class="fold__body">{body}</div>
        </details>
    }
}
