//! The page around the app: its language, looks, title, focus and which of its three faces is shown.

use domain::settings::{Country, Language, Look, TextSize, Theme};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, window};

fn document() -> Option<Document> {
    window()?.document()
}

fn set(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

fn get(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// The language the page was started in.
pub fn language() -> Language {
    get("lang").and_then(|word| Language::of(&word)).unwrap_or(Language::English)
}

/// Which build of the content files belongs to this program.
pub fn content_version() -> String {
    get("data-content").unwrap_or_else(|| "dev".to_owned())
}

/// Tells the page and assistive technology which language it is in.
pub fn show_language(language: Language) {
    set("lang", Some(language.word()));
}

/// Takes over theme, text size and country.
pub fn show_look(look: Look) {
    set("data-theme", look.theme.map(Theme::word));
    set("data-text", (look.text != TextSize::Usual).then(|| look.text.word()));
    if let Some(country) = look.country {
        set("data-country", Some(country.word()));
    }
}

/// The country whose numbers Help shows: chosen, or guessed by the boot script from the time zone.
pub fn country() -> Option<Country> {
    Country::of(&get("data-country")?)
}

/// The emergency number as Help shows it.
pub fn emergency_number() -> Option<String> {
    find("#help [data-number]").and_then(|number| number.text_content()).filter(|number| !number.trim().is_empty())
}

/// The country chosen in Help before the app was there; it is handed over once.
pub fn take_country() -> Option<Country> {
    const KEY: &str = "tr/country";
    let session = window()?.session_storage().ok()??;
    let country = Country::of(&session.get_item(KEY).ok()??);
    let _ = session.remove_item(KEY);
    country
}

/// Shows the people of the record in the Help room, or hides their place there.
pub fn show_people(shown: bool) {
    let Some(places) = document().and_then(|document| document.query_selector_all("[data-people]").ok()) else {
        return;
    };
    for position in 0..places.length() {
        if let Some(place) = places.get(position).and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
            place.set_hidden(!shown);
        }
    }
}

/// Shows the app, or the Help room that works without it.
pub fn show_help(shown: bool) {
    set("data-view", Some(if shown { "help" } else { "app" }));
}

/// Hides the app behind the curtain, or shows it again.
pub fn show_curtain(drawn: bool) {
    set("data-curtain", drawn.then_some(""));
}

/// Names the page in the tab and the history.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves to the top and gives the focus to the heading of the page now shown.
pub fn focus_heading() {
    let Some(window) = window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    let view = if get("data-view").as_deref() == Some("help") { "#help" } else { "#app" };
    let language = get("lang").unwrap_or_default();
    let found = [format!("{view} [lang='{language}'] h1"), format!("{view} h1")]
        .iter()
        .find_map(|selector| document()?.query_selector(selector).ok().flatten());
    if let Some(heading) = found.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}

/// Whether the focus is at the heading of the page.
pub fn is_at_heading() -> bool {
    document().and_then(|document| document.active_element()).is_some_and(|element| element.tag_name() == "H1")
}

/// Gives the focus to the element with this id, where it stands.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Brings the element with this id into view by the shortest way; the focus stays where it is.
pub fn show(id: &str) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    if let Some(element) = element(id) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that `selector` finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Closes a popover, if it is open.
pub fn close_popover(id: &str) {
    if let Some(popover) = element(id) {
        let _ = popover.hide_popover();
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Whether the page is in the background.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Takes all that is shown away at once and loads the page anew.
pub fn cover_and_reload() {
    set("hidden", Some(""));
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Loads the page anew from its first address.
pub fn restart() {
    if let Some(window) = window() {
        let _ = window.location().replace("/");
    }
}

/// Moves the focus to the first field of a form that says what is wrong with it, and shows it.
pub fn focus_what_is_wrong(form: &Element) {
    let wrong = form.query_selector("[aria-invalid='true']").ok().flatten();
    if let Some(field) = wrong.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}
