//! One of my plans: the whole of it, or one part after the other.

use domain::sheet::{
    SheetKind,
    asked::{Asked, Of, find},
};
use leptos::prelude::untrack;
use markup::{Signal, View, html};

use crate::{
    components::page::head,
    pages::sheets::{line::Form, part, whole},
    state::{
        AppState,
        library::{self, File},
        use_app_state,
    },
    words::{learn, nav, problem},
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Here {
    /// The app.
    pub state: AppState,
    /// Which plan.
    pub kind: SheetKind,
    /// What it asks.
    pub asked: Signal<File<Vec<Asked>>>,
    /// The part that is being filled in; `None` is the whole.
    pub at: Signal<Option<u8>>,
    /// The line being written; see [`Here::form`].
    writing: Signal<Form>,
}

impl Here {
    /// The line being written.
    pub fn form(self) -> Form {
        self.writing.get_untracked()
    }

    /// The heading and the hint of a place.
    pub fn words(self, of: Of) -> (String, String) {
        self.asked.with_untracked(|file| {
            let found = file.here().and_then(|all| find(all, of));
            found.map(|asked| (asked.heading.clone(), asked.hint.clone())).unwrap_or_default()
        })
    }

    /// Lines that could stand in a part.
    pub fn examples(self, part: u8) -> Vec<String> {
        self.asked.with_untracked(|file| {
            let found = file.here().and_then(|all| find(all, Of::Part(self.kind, part)));
            found.map(|asked| asked.examples.clone()).unwrap_or_default()
        })
    }

    /// Goes to a part, or to the whole.
    pub fn go(self, to: Option<u8>) {
        self.form().clear(self.state, self.kind);
        self.at.set(to);
        self.state.refocus();
    }
}

/// The page of a plan. A line that was being written is still there.
pub fn page(kind: SheetKind) -> View {
    let state = use_app_state();
    let (form, begun) = Form::open(state, kind);
    let asked = library::sheets(state.language.get_untracked());
    let here = Here { state, kind, asked, at: Signal::new(begun), writing: Signal::new(form) };
    let shown = move || {
        let at = here.at.get();
        asked.with(|file| match file {
            File::Waiting => html! { {head(nav::plans(), learn::opening(), ())} },
            File::Here(_) => untrack(|| at.map_or_else(|| whole::view(here), |at| part::view(here, at))),
            File::Missing => untrack(|| bare(here)),
        })
    };
    html! { {shown} }
}

/// The lines alone, where what the plan asks cannot be had: nobody waits for it in a hard hour.
fn bare(here: Here) -> View {
    let lines = move || {
        let lines = here.state.sheet(here.kind).lines;
        lines.into_iter().map(|line| html! { <li class="own">{line.text.to_string()}</li> }).collect::<Vec<View>>()
    };
    html! {
        {head(nav::plans(), problem::no_file(), ())}
        <div class="stack measure" data-gap="6">
            {super::help_first()}
            <ul class="stack" data-gap="2">{lines}</ul>
        </div>
    }
}
