//! A block that asks for a second look.

use markup::{IntoView, View, html};

use crate::{components::icon::icon, words::unfinished};

/// What a callout is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Good to know.
    Info,
    /// Look out.
    HeadsUp,
    /// People and help.
    Care,
}

/// A callout with a title, which may be empty, and a body.
pub fn callout(kind: Kind, title: &'static str, body: impl IntoView) -> View {
    callout_of(kind, title, body.into_view())
}

/// Says that a form is as it was left, if it is.
pub fn restored(is_restored: bool) -> View {
    let told = || callout(Kind::Info, "", html! { <p>{unfinished::restored()}</p> });
    is_restored.then(|| html! { <div class="measure">{told()}</div> }).into_view()
}

fn callout_of(kind: Kind, title: &'static str, body: View) -> View {
    let (tone, drawing) = match kind {
        Kind::Info => (None, "info"),
        Kind::HeadsUp => (Some("now"), "alert"),
        Kind::Care => (Some("care"), "heart"),
    };
    html! {
        <div class="callout" data-kind=tone>
            {icon(drawing)}
            <div class="callout__body">
                {(!title.is_empty()).then(|| html! { <p class="callout__title">{title}</p> })}
                {body}
            </div>
        </div>
    }
}
