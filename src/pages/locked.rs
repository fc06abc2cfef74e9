//! What stands where the app would be while the lock is closed: words to open it, and Help.

use leptos::prelude::*;
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{
        choice::check_row,
        field::Field,
        icon::icon,
        page::{button, cluster, form, rescue_button, submit},
        sheet::sheet,
    },
    route::Route,
    state::{desk::Phrase, keeping, lock},
    words::{erase, lock as words, nav, worker},
};

/// The closed lock. `on_open` is called once it is open.
pub fn page(on_open: Act<()>) -> View {
    let field = Field::line("words", words::words(), String::new()).limit(1_000).kind("password");
    let busy = Signal::new(false);
    let lost = Signal::new(false);
    let open = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let on_open = on_open.clone();
        lock::open(Phrase { text: field.value.get_untracked(), made: false }, move |outcome| {
            busy.try_set(false);
            match outcome {
                Ok(()) => on_open(()),
                Err(why) => field.error.try_set(Some(why.to_owned())),
            }
        });
    };
    html! {
        <div class="app" data-room="">
            <header class="topbar"><div class="topbar__row">
                <span class="brand"><svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true"><use href="#i-mark"></use></svg><span class="brand__name">"Trellis"</span></span>
                <div class="topbar__actions">
                    <a class="hide-button" role="button" href="/away.html" data-hide="">{icon("hide")}<span class="hide-button__label">{nav::hide()}</span></a>
                    <a class="help-button" href=Route::Help.path()>{icon("help")}<span>{nav::help()}</span></a>
                </div>
            </div></header>
            <main class="page" id="main" tabindex="-1">
                <div class="stack measure">
                    <h1>{words::title()}</h1>
                    {form("stack", "", open, html! {
                        {field.view(|| {})}
                        {submit(words::open())}
                        <p class="small" role="status">{move || busy.get().then_some(worker::thinking())}</p>
                    })}
                    {cluster(vec![button("quiet", words::erase_instead(), move || lost.set(true))])}
                    {move || lost.get().then(|| untrack(|| without_words(lost)))}
                </div>
            </main>
        </div>
    }
}

/// There is no way in without the words: what is left to do.
fn without_words(lost: Signal<bool>) -> View {
    let sure = Signal::new(false);
    let failed = Signal::new(false);
    let erase = move || failed.set(!keeping::erase());
    sheet(
        words::erase_instead(),
        act(move |()| lost.set(false)),
        html! {
            <div class="stack">
                <p>{words::no_reset()}</p>
                <p>{erase::erase_text()}</p>
                {check_row(erase::erase_sure(), move || sure.get(), move |checked| sure.set(checked))}
                {move || failed.get().then(|| html! { <p role="alert">{erase::not_erased()}</p> })}
                <div class="sheet__actions">
                    {rescue_button(erase::download())}
                    {button("secondary", erase::keep_it(), move || lost.set(false))}
                    {move || sure.get().then(|| button("danger-soft", erase::erase(), erase))}
                </div>
            </div>
        },
    )
}
