//! Work that only one tab at a time does, where the browser can promise that.

use std::{cell::Cell, rc::Rc};

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::window;

/// Every tab asks for the same one.
const NAME: &str = "trellis";

/// That no other tab is at such work; given up when it is dropped.
#[derive(Default)]
pub struct Alone(Option<Function>);

impl Drop for Alone {
    fn drop(&mut self) {
        if let Some(done) = self.0.take() {
            let _ = done.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Begins work that no other tab may do meanwhile; `None` if one does. A browser without locks is taken at its word that
/// what one tab wrote, the others see.
pub fn alone(work: impl FnOnce(Option<Alone>) + 'static) {
    let work = Rc::new(Cell::new(Some(work)));
    let begin = move |alone: Option<Alone>| {
        if let Some(work) = work.take() {
            work(alone);
        }
    };
    let otherwise = begin.clone();
    if ask(begin).is_none() {
        otherwise(Some(Alone::default()));
    }
}

/// Asks for the lock. `None` if that cannot even be asked.
fn ask(begin: impl Fn(Option<Alone>) + Clone + 'static) -> Option<()> {
    let locks = Reflect::get(&window()?.navigator(), &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &true.into()).ok()?;
    let refused = begin.clone();
    let given = Closure::once_into_js(move |lock: JsValue| {
        if lock.is_null() {
            begin(None);
            return JsValue::UNDEFINED;
        }
        let mut done = None;
        let held = Promise::new(&mut |give_up, _| done = Some(give_up));
        begin(Some(Alone(done)));
        held.into()
    });
    let asked: Promise = request.call3(&locks, &NAME.into(), &options, &given).ok()?.dyn_into().ok()?;
    // Some places have locks and refuse them.
    wasm_bindgen_futures::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(asked).await.is_err() {
            refused(Some(Alone::default()));
        }
    });
    Some(())
}
