//! Views: elements, what follows a signal, and what is dropped with its owner.

use std::{cell::Cell, rc::Rc};

use leptos::mount::mount_to;
use markup::{IntoView, Signal, View, html, memo};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

/// A place on the page, and what lets go of it.
struct Place {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Place {
    fn with(make: impl Fn() -> View + 'static) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&root).unwrap();
        let inside = root.clone();
        let mounted = mount_to(root.clone(), move || make().append_to(&inside));
        Self { root, _mounted: Box::new(mounted) }
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap()
    }

    fn find(&self, selector: &str) -> HtmlElement {
        self.root.query_selector(selector).unwrap().unwrap().unchecked_into()
    }
}

/// Lets effects run: they wait for the end of the current task.
async fn settle() {
    for _ in 0..3 {
        let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL)).await;
    }
}

#[wasm_bindgen_test]
async fn a_closure_is_followed_as_child_and_as_attribute() {
    let count = Rc::new(Cell::new(None));
    let kept = count.clone();
    let place = Place::with(move || {
        let number = Signal::new(1_i32);
        kept.set(Some(number));
        html! { <p data-number=move || number.get()>"n = "{move || number.get().to_string()}</p> }
    });
    assert_eq!(place.text(), "n = 1");
    count.get().unwrap().set(2);
    settle().await;
    assert_eq!(place.text(), "n = 2");
    assert_eq!(place.find("p").get_attribute("data-number").as_deref(), Some("2"));
}

#[wasm_bindgen_test]
fn text_is_text_and_never_markup() {
    let place = Place::with(|| html! { <p title="<b>">{"<img src=x onerror=alert(1)>".to_owned()}</p> });
    assert_eq!(place.text(), "<img src=x onerror=alert(1)>");
    assert!(place.root.query_selector("img").unwrap().is_none());
}

#[wasm_bindgen_test]
fn a_missing_value_leaves_its_attribute_out() {
    let gone: Option<&str> = None;
    let place = Place::with(move || html! { <p data-there=Some("") data-gone=gone></p> });
    assert!(place.find("p").has_attribute("data-there"));
    assert!(!place.find("p").has_attribute("data-gone"));
}

#[wasm_bindgen_test]
fn drawings_are_drawings() {
    let place = Place::with(|| html! { <svg viewBox="0 0 1 1"><path d="M0 0"></path></svg> });
    assert_eq!(
        place.root.query_selector("path").unwrap().unwrap().namespace_uri().as_deref(),
        Some("http://www.w3.org/2000/svg")
    );
}

#[wasm_bindgen_test]
async fn the_focus_stays_when_its_part_is_made_anew() {
    let shown = Rc::new(Cell::new(None));
    let kept = shown.clone();
    let place = Place::with(move || {
        let number = Signal::new(1_i32);
        kept.set(Some(number));
        (move || {
            let number = number.get();
            html! { <div><button>"one"</button><button>{number.to_string()}</button></div> }
        })
        .into_view()
    });
    place.find("button:last-of-type").focus().unwrap();
    shown.get().unwrap().set(7);
    settle().await;
    let document = web_sys::window().unwrap().document().unwrap();
    assert_eq!(document.active_element().unwrap().text_content().as_deref(), Some("7"));
}

#[wasm_bindgen_test]
async fn what_was_made_before_no_longer_follows() {
    let runs = Rc::new(Cell::new(0));
    let signals = Rc::new(Cell::new(None));
    let (counted, kept) = (runs.clone(), signals.clone());
    let _place = Place::with(move || {
        let (outer, inner) = (Signal::new(0_i32), Signal::new(0_i32));
        kept.set(Some((outer, inner)));
        let counted = counted.clone();
        (move || {
            outer.track();
            let counted = counted.clone();
            html! { <p>{move || { counted.set(counted.get() + 1); inner.get().to_string() }}</p> }
        })
        .into_view()
    });
    let (outer, inner) = signals.get().unwrap();
    for _ in 0..5 {
        outer.set(1);
        settle().await;
    }
    runs.set(0);
    inner.set(1);
    settle().await;
    assert_eq!(runs.get(), 1, "only the part that is on the page follows");
}

#[wasm_bindgen_test]
async fn a_memo_speaks_only_when_it_differs() {
    let runs = Rc::new(Cell::new(0));
    let number = Rc::new(Cell::new(None));
    let (counted, kept) = (runs.clone(), number.clone());
    let place = Place::with(move || {
        let number = Signal::new(1_i32);
        kept.set(Some(number));
        let even = memo(move || number.get() % 2 == 0);
        let counted = counted.clone();
        html! { <p>{move || { counted.set(counted.get() + 1); even.get().to_string() }}</p> }
    });
    runs.set(0);
    number.get().unwrap().set(3);
    settle().await;
    assert_eq!((runs.get(), place.text().as_str()), (0, "false"));
    number.get().unwrap().set(4);
    settle().await;
    assert_eq!((runs.get(), place.text().as_str()), (1, "true"));
}

#[wasm_bindgen_test]
async fn an_event_is_heard_and_its_field_is_at_hand() {
    let heard = Rc::new(Cell::new(String::new()));
    let kept = heard.clone();
    let place = Place::with(move || {
        let kept = kept.clone();
        html! { <input on:input:target=move |event| kept.set(event.target().value())/> }
    });
    let field: web_sys::HtmlInputElement = place.find("input").unchecked_into();
    field.set_value("typed");
    field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    settle().await;
    assert_eq!(heard.take(), "typed");
}
