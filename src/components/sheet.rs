//! A sheet above the page that collects a little or asks before something is done.

use markup::{Act, View, html};

use crate::{
    components::icon::icon,
    words::{common, nav},
};

/// A modal sheet with a name. It is open while it is on the page; Escape and Close call `on_close`.
/// It carries its own way to Help.
pub fn sheet(title: &'static str, on_close: Act<()>, body: View) -> View {
    html! {
        <dialog class="sheet" ref=markup::open_dialog aria-labelledby="sheet-title" on:close=move |_| on_close(())>
            <div class="sheet__head">
                <h2 id="sheet-title">{title}</h2>
                <div class="sheet__exits">
                    <a class="help-button" href="/help">{icon("help")}<span>{nav::help()}</span></a>
                    <button class="icon-button" type="button" aria-label=common::close() on:click=markup::close_dialog>{icon("close")}</button>
                </div>
            </div>
            {body}
        </dialog>
    }
}
