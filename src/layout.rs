//! The frame around every page: top bar, navigation, what there is to say.

use leptos::prelude::untrack;
use markup::{View, html, memo};

use crate::{
    components::{
        callout::{Kind, callout},
        icon::{badge, icon},
        page::{button, cluster, rescue_button},
    },
    route::Route,
    state::{self, AppState, later::Later},
    words::{common, errors, layout, nav},
};

/// The frame around `page`, and what stands in its place while the curtain is drawn.
pub fn shell(state: AppState, page: View, covered: fn(AppState) -> View) -> View {
    let welcomed = memo(move || state.settings().welcomed);
    let in_welcome = move || !welcomed.get() && state.route.get() == Route::Today;
    let busy = move || {
        let is_coming = matches!(state.later.get(), Later::Coming) && !state.route.get().is_first();
        (is_coming && !in_welcome()).then_some("true")
    };
    html! {
        <div class="app" data-room=move || in_welcome().then_some("")>
            {top_bar(state)}
            {move || (!in_welcome()).then(|| navigation(state))}
            <main class="page" id="main" tabindex="-1" aria-busy=busy>
                {move || banners(state)}
                {page}
            </main>
            {move || state.curtain.get().then(|| untrack(|| covered(state)))}
        </div>
        <div class="toast-region" role="status" aria-live="polite">{move || toast(state)}</div>
    }
}

fn top_bar(state: AppState) -> View {
    let place = move || match state.route.get().parent() {
        Some(parent) => {
            html! { <a class="topbar__back" href=parent.path()>{icon("left")}<span>{parent.name()}</span></a> }
        }
        None => brand("brand"),
    };
    html! {
        <header class="topbar">
            <div class="topbar__row">
                {place}
                <div class="topbar__actions">
                    <a class="hide-button" role="button" href="/away.html" data-hide="">{icon("hide")}<span class="hide-button__label">{nav::hide()}</span></a>
                    <a class="help-button" href=Route::Help.path()>{icon("help")}<span>{nav::help()}</span></a>
                </div>
            </div>
        </header>
    }
}

fn brand(class: &'static str) -> View {
    html! {
        <a class=class href="/" aria-label=nav::home()>
            <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true"><use href="#i-mark"></use></svg>
            <span class="brand__name">"Trellis"</span>
        </a>
    }
}

/// The drawing of a place.
fn drawing(place: &Route) -> &'static str {
    match place {
        Route::Today => "today",
        Route::Goals => "goals",
        Route::Plan(_) => "plan",
        Route::Support => "support",
        Route::Learn => "learn",
        Route::Tools => "wave",
        Route::Sheets => "shield",
        Route::Progress => "progress",
        _ => "settings",
    }
}

/// A line about a place behind More.
fn about(place: &Route) -> &'static str {
    match place {
        Route::Learn => layout::about_learn(),
        Route::Tools => layout::about_tools(),
        Route::Sheets => layout::about_plans(),
        Route::Progress => layout::about_progress(),
        _ => layout::about_settings(),
    }
}

fn navigation(state: AppState) -> View {
    let current = move |place: &Route| (state.route.get().place() == *place).then_some("page");
    let item = |(position, place): (usize, Route)| {
        let (name, href, icon_name) = (place.name(), place.path(), drawing(&place));
        let tier = (position >= Route::IN_BAR).then_some("2");
        let gap = (place == Route::Settings).then_some("");
        html! {
            <li class="nav__item" data-tier=tier data-gap=gap>
                <a class="nav__link" href=href aria-current=move || current(&place)><span class="nav__icon">{icon(icon_name)}</span><span>{name}</span></a>
            </li>
        }
    };
    let items: Vec<View> = Route::PLACES.into_iter().enumerate().map(item).collect();
    let rest: Vec<View> = Route::PLACES
        .into_iter()
        .skip(Route::IN_BAR)
        .map(|place| {
            let (name, href, icon_name, note) = (place.name(), place.path(), drawing(&place), about(&place));
            html! {
                <li><a class="row" href=href aria-current=move || current(&place)>
                    {badge(icon_name, "")}
                    <span class="row__body"><span class="row__title">{name}</span><span class="row__note">{note}</span></span>
                </a></li>
            }
        })
        .collect();
    let more_is_here = move || {
        let place = state.route.get().place();
        Route::PLACES.iter().skip(Route::IN_BAR).any(|other| *other == place).then_some("true")
    };
    html! {
        <nav class="nav" aria-label=nav::main()>
            {brand("nav__brand brand")}
            <ul class="nav__list">
                {items}
                <li class="nav__item" data-more="">
                    <button class="nav__link" type="button" popovertarget="more" aria-current=more_is_here>
                        <span class="nav__icon">{icon("more")}</span><span>{nav::more()}</span>
                    </button>
                </li>
            </ul>
            <p class="nav__foot">{icon("lock")}<span>{layout::on_this_device()}</span></p>
        </nav>
        <div class="more" id="more" popover="" role="group" aria-label=nav::more()><ul class="list">{rest}</ul></div>
    }
}

/// What is wrong with the place of the record, and a new version that waits.
fn banners(state: AppState) -> View {
    let health = state.health.get();
    let told = |text: &'static str| callout(Kind::HeadsUp, "", html! { <p>{text}</p> });
    let mut shown = Vec::new();
    if !health.lasts {
        shown.push(told(layout::keeps_nothing()));
    }
    if health.full {
        shown.push(told(layout::full()));
    }
    if let Some(error) = health.unsaved {
        shown.push(told(errors::save(error)));
    }
    if health.newer {
        // What is damaged has the same button, for the same file.
        let offer = (health.lost == 0).then(|| cluster(vec![rescue_button(layout::download())]));
        shown.push(callout(Kind::HeadsUp, "", html! { <p>{layout::newer()}</p>{offer} }));
    }
    if !state.texts_aside().is_empty() {
        let body =
            html! { <p>{layout::put_aside()}</p><p><a href=Route::Storage.path()>{layout::put_aside_link()}</a></p> };
        shown.push(callout(Kind::Info, "", body));
    }
    if health.lost > 0 {
        let text = layout::damaged(health.lost);
        let body = html! { <p>{text}</p>{cluster(vec![rescue_button(layout::download())])} };
        shown.push(callout(Kind::HeadsUp, "", body));
    }
    if state.update_waits.get() {
        let body = html! {
            <p>{layout::update_waits()}</p>
            {cluster(vec![
                button("secondary", layout::update_now(), state::update),
                button("quiet", layout::update_later(), move || state.update_waits.set(false)),
            ])}
        };
        shown.push(callout(Kind::Info, "", body));
    }
    let any = !shown.is_empty();
    html! { {any.then(|| html! { <div class="stack no-print" data-gap="3">{shown}</div> })} }
}

fn toast(state: AppState) -> View {
    let Some(notice) = state.notices.shown() else { return View::empty() };
    let undo = notice.undo.map(|undo| {
        button("quiet", common::undo(), move || {
            undo(());
            state.notices.dismiss();
        })
    });
    html! { <div class="toast">{icon("check")}<span>{notice.text}</span>{undo}</div> }
}
