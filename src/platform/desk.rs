//! The worker that does what is slow or heavy: backups, tables, the keys of the lock. It starts when it is first asked.

use std::cell::RefCell;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::platform::page;

type Then = Box<dyn FnOnce(Option<Vec<u8>>)>;

struct Desk {
    worker: Worker,
    waiting: Vec<(u32, Then)>,
    asked: u32,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Sends a request and hands the answer on; `None` if the worker cannot be loaded or broke down over it.
pub fn ask(request: &[u8], then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    put(request, Box::new(then));
}

fn put(request: &[u8], then: Then) {
    let refused = DESK.with_borrow_mut(|desk| {
        if desk.is_none() {
            *desk = start();
        }
        let Some(desk) = desk else { return Some(then) };
        desk.asked = desk.asked.wrapping_add(1);
        let bytes = Uint8Array::from(request);
        let message = js_sys::Object::new();
        let filled = Reflect::set(&message, &"id".into(), &desk.asked.into()).is_ok()
            && Reflect::set(&message, &"bytes".into(), &bytes).is_ok();
        let posted = filled && desk.worker.post_message_with_transfer(&message, &Array::of1(&bytes.buffer())).is_ok();
        if posted {
            desk.waiting.push((desk.asked, then));
            None
        } else {
            Some(then)
        }
    });
    if let Some(then) = refused {
        then(None);
    }
}

/// Ends the worker, and with it all that it remembers. Whoever still waits gets no answer.
pub fn close() {
    let Some(desk) = DESK.take() else { return };
    desk.worker.terminate();
    for (_, then) in desk.waiting {
        then(None);
    }
}

fn start() -> Option<Desk> {
    let script = page::find("script[data-desk]")?.get_attribute("data-desk")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&script, &options).ok()?;
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| hear(&event.data()));
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    let broke = Closure::<dyn Fn(Event)>::new(|_: Event| close());
    worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
    broke.forget();
    Some(Desk { worker, waiting: Vec::new(), asked: 0 })
}

fn hear(message: &JsValue) {
    let id = Reflect::get(message, &"id".into()).ok().and_then(|id| id.as_f64());
    let bytes = Reflect::get(message, &"bytes".into()).ok();
    let bytes = bytes.and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec());
    let then = DESK.with_borrow_mut(|desk| {
        let waiting = &mut desk.as_mut()?.waiting;
        let position = waiting.iter().position(|(known, _)| Some(f64::from(*known)) == id)?;
        Some(waiting.swap_remove(position).1)
    });
    // Without bytes it broke down over the request, and has ended.
    if bytes.is_none() {
        close();
    }
    if let Some(then) = then {
        then(bytes);
    }
}
