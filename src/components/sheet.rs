//! A sheet above the page that collects a little or asks before something is done.

use leptos::prelude::*;
use markup::{Act, View, html};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::{
    components::icon::icon,
    words::{common, nav},
};

/// A modal sheet with a name. It is open while it is on the page; Escape and Close call `on_close`.
/// It carries its own way to Help.
pub fn sheet(title: &'static str, on_close: Act<()>, body: View) -> View {
    let open = |element: web_sys::Element| {
        // A dialog can be opened only once it stands on the page.
        queue_microtask(move || {
            if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>()
                && !dialog.open()
            {
                let _ = dialog.show_modal();
            }
        });
    };
    let (closed, pressed) = (on_close.clone(), on_close);
    html! {
        <dialog class="sheet" ref=open aria-labelledby="sheet-title" on:close=move |_| closed(())>
            <div class="sheet__head">
                <h2 id="sheet-title">{title}</h2>
                <div class="sheet__exits">
                    <a class="help-button" href="/help">{icon("help")}<span>{nav::help()}</span></a>
                    <button class="icon-button" type="button" aria-label=common::close() on:click=move |_| pressed(())>{icon("close")}</button>
                </div>
            </div>
            {body}
        </dialog>
    }
}
