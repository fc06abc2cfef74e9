//! A few lines of text as a picture. It is drawn here; no text leaves the device.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, window};

/// The width of a picture, and of its margins, in pixels.
const WIDTH: f64 = 1080.0;
const MARGIN: f64 = 96.0;
/// No picture is higher; what does not fit is not drawn.
const HIGHEST: f64 = 4_000.0;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The heading.
    Heading,
    /// A line of the text.
    Plain,
    /// The person's own words.
    Own,
    /// Below it all.
    Small,
}

impl Style {
    fn font(self) -> &'static str {
        match self {
            Self::Heading => "700 64px system-ui, sans-serif",
            Self::Plain => "400 44px system-ui, sans-serif",
            Self::Own => "400 46px ui-serif, Georgia, serif",
            Self::Small => "400 34px system-ui, sans-serif",
        }
    }

    /// From one line to the next.
    fn leading(self) -> f64 {
        match self {
            Self::Heading => 80.0,
            Self::Plain | Self::Own => 62.0,
            Self::Small => 48.0,
        }
    }
}

/// Draws `lines` under one another and hands on the bytes of a PNG; `None` if this browser cannot.
pub fn png(lines: &[(Style, String)], then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    draw(lines, Box::new(then));
}

fn draw(lines: &[(Style, String)], then: Box<dyn FnOnce(Option<Vec<u8>>)>) {
    let Some(canvas) = canvas(lines) else { return then(None) };
    let then = Closure::once_into_js(move |blob: JsValue| {
        spawn_local(async move {
            let buffer = match blob.dyn_into::<Blob>() {
                Ok(blob) => JsFuture::from(blob.array_buffer()).await.ok(),
                Err(_) => None,
            };
            then(buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()));
        });
    });
    let _ = call(&canvas, "toBlob", &Array::of1(&then));
}

/// A canvas with the lines on it. Its methods are called by name: types for them would weigh more than the picture.
fn canvas(lines: &[(Style, String)]) -> Option<JsValue> {
    let canvas: JsValue = window()?.document()?.create_element("canvas").ok()?.into();
    let pen = call(&canvas, "getContext", &Array::of1(&"2d".into())).filter(|pen| !pen.is_null())?;
    let broken: Vec<(Style, Vec<String>)> =
        lines.iter().map(|(style, text)| (*style, broken(&pen, *style, text))).collect();
    let gap = 26.0;
    let height = broken
        .iter()
        .fold(2.0 * MARGIN, |all, (style, lines)| lines.iter().fold(all + gap, |all, _| all + style.leading()));
    set(&canvas, "width", &WIDTH.into());
    set(&canvas, "height", &height.min(HIGHEST).into());
    // White on every theme: it is looked at elsewhere.
    fill(&pen, "#fff", WIDTH);
    fill(&pen, "#0e5d42", 24.0);
    set(&pen, "textBaseline", &"top".into());
    let mut top = MARGIN;
    for (style, lines) in broken {
        set(&pen, "font", &style.font().into());
        set(&pen, "fillStyle", &if style == Style::Small { "#3c4c44" } else { "#15271f" }.into());
        for line in lines {
            let _ = call(&pen, "fillText", &Array::of3(&line.into(), &MARGIN.into(), &top.into()));
            top += style.leading();
        }
        top += gap;
    }
    Some(canvas)
}

fn fill(pen: &JsValue, colour: &str, width: f64) {
    set(pen, "fillStyle", &colour.into());
    let _ = call(pen, "fillRect", &Array::of4(&0.into(), &0.into(), &width.into(), &HIGHEST.into()));
}

fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(of, &name.into(), value);
}

fn call(of: &JsValue, name: &str, with: &Array) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    Reflect::apply(&method, of, with).ok()
}

/// How wide `line` would be.
fn width(pen: &JsValue, line: &str) -> f64 {
    let size = call(pen, "measureText", &Array::of1(&line.into()));
    size.and_then(|size| Reflect::get(&size, &"width".into()).ok()?.as_f64()).unwrap_or(0.0)
}

/// `text` in lines that fit, broken between words, and within one only if it alone is too long.
fn broken(pen: &JsValue, style: Style, text: &str) -> Vec<String> {
    set(pen, "font", &style.font().into());
    let fits = |line: &str| width(pen, line) <= WIDTH - 2.0 * MARGIN;
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.chars() {
                line.push(letter);
                if !fits(&line) {
                    line.pop();
                    lines.push(std::mem::take(&mut line));
                    line.push(letter);
                }
            }
        }
        lines.push(line);
    }
    lines
}
