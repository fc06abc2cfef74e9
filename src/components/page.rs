//! The head of a page and the sections below it.
//!
//! What takes any child is a thin shell over a body that takes views, so that the body exists once in the program.

use markup::{IntoView, View, html};

use crate::components::icon::{icon, icon_as};

/// Heading, a line below it, and what may be done about the whole page.
pub fn head(title: impl IntoView, sub: impl IntoView, act: impl IntoView) -> View {
    head_of(title.into_view(), sub.into_view(), act.into_view())
}

fn head_of(title: View, sub: View, act: View) -> View {
    html! { <header class="page__head"><div><h1>{title}</h1><p class="page__sub">{sub}</p></div>{act}</header> }
}

/// A heading with what belongs to it.
pub fn section(title: impl IntoView, note: impl IntoView, body: impl IntoView) -> View {
    section_of(title.into_view(), note.into_view(), body.into_view())
}

fn section_of(title: View, note: View, body: View) -> View {
    html! { <section class="section"><div class="section__head"><h2>{title}</h2>{note}</div>{body}</section> }
}

/// A list in a card.
pub fn card_list(items: Vec<View>) -> View {
    html! { <div class="card" data-pad="none"><ul class="list">{items}</ul></div> }
}

/// A row that leads somewhere.
pub fn row_link(href: String, badge: View, title: impl IntoView, note: impl IntoView) -> View {
    row_link_of(href, badge, title.into_view(), note.into_view())
}

fn row_link_of(href: String, badge: View, title: View, note: View) -> View {
    html! {
        <li><a class="row" href=href>
            {badge}
            <span class="row__body"><span class="row__title">{title}</span><span class="row__note">{note}</span></span>
            {icon_as("icon row__chevron", "right")}
        </a></li>
    }
}

/// A button.
pub fn button(kind: &'static str, label: impl IntoView, on_press: impl FnMut() + 'static) -> View {
    button_of(kind, label.into_view(), Box::new(on_press))
}

fn button_of(kind: &'static str, label: View, mut on_press: Box<dyn FnMut()>) -> View {
    html! { <button class="button" type="button" data-kind=kind on:click=move |_| on_press()>{label}</button> }
}

/// A button by which the boot script hands out, as a file, everything that is stored, readable or not.
pub fn rescue_button(label: &'static str) -> View {
    html! { <button class="button" type="button" data-kind="secondary" data-rescue="">{icon("download")}{label}</button> }
}

/// A link that looks like a button, with an icon before its words.
pub fn button_link(kind: &'static str, href: String, icon_name: &'static str, label: &'static str) -> View {
    html! { <a class="button" data-kind=kind href=href>{icon(icon_name)}{label}</a> }
}

/// The button that sends a form, as large as the one next step is.
pub fn submit(label: &'static str) -> View {
    html! { <button class="button" data-kind="primary" data-size="large" type="submit">{label}</button> }
}

/// A form that is sent without leaving the page.
pub fn form(class: &'static str, gap: &'static str, on_submit: impl FnMut() + 'static, body: impl IntoView) -> View {
    form_of(class, gap, Box::new(on_submit), body.into_view())
}

fn form_of(class: &'static str, gap: &'static str, mut on_submit: Box<dyn FnMut()>, body: View) -> View {
    let submit = move |event: markup::web_sys::Event| {
        event.prevent_default();
        on_submit();
    };
    html! { <form class=class data-gap=gap on:submit=submit>{body}</form> }
}

/// Buttons beside one another.
pub fn cluster(items: Vec<View>) -> View {
    html! { <div class="cluster" data-gap="2">{items}</div> }
}
