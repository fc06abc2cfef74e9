//! Settings: language, looks, what to call you, when your day ends, what is stored, and erasing it.

use domain::{
    settings::{Country, Language, Look, Settings, TextSize, Theme},
    text::Title,
};
use leptos::prelude::*;
use markup::{Signal, View, act, html};

use crate::{
    components::{
        choice::{check_row, question, segmented},
        field::Field,
        icon::icon,
        page::{button, cluster, head, rescue_button, section},
        sheet::sheet,
    },
    state::{self, AppState, use_app_state},
    words::{common, errors, nav, number, settings, values, welcome},
};

/// What can be chosen.
pub fn page() -> View {
    let state = use_app_state();
    html! {
        {head(nav::settings(), settings::sub(), ())}
        <div class="split" data-even="">
            <div class="stack" data-gap="section">{looks(state)}{you(state)}</div>
            <div class="stack" data-gap="section">{hiding()}{stored(state)}{about()}</div>
        </div>
    }
}

fn looks(state: AppState) -> View {
    let languages = Language::ALL.iter().map(|language| (*language, values::language(*language).to_owned())).collect();
    let themes =
        [None, Some(Theme::Light), Some(Theme::Dark)].map(|theme| (theme, values::theme(theme).to_owned())).to_vec();
    let sizes = TextSize::ALL.iter().map(|size| (*size, values::text_size(*size).to_owned())).collect();
    section(
        settings::language_and_looks(),
        (),
        html! {
            <div class="card"><div class="stack">
                {question(settings::language(), "", segmented("language", languages, move || state.language.get(), move |language| state.change_language(language)))}
                {question(settings::theme(), "", segmented("theme", themes, move || state.look().theme, move |theme| state.change_look(|look| Look { theme, ..look })))}
                {question(settings::text_size(), "", segmented("text", sizes, move || state.look().text, move |text| state.change_look(|look| Look { text, ..look })))}
            </div></div>
        },
    )
}

fn you(state: AppState) -> View {
    let known = untrack(|| state.settings());
    let name = Field::line("name", welcome::name(), known.name.as_deref().unwrap_or_default().to_owned())
        .hint(common::optional());
    let keep_name = move || {
        if let Some(name) = name.parse(Title::parse_optional, errors::text) {
            state.change_settings(|settings| Settings { name: name.clone(), ..settings });
        }
    };
    let hours = (0..=6).map(|hour: u8| (hour, number(usize::from(hour)))).collect();
    let countries: Vec<View> = Country::ALL
        .iter()
        .map(|country| {
            let chosen = move || state.country().unwrap_or(Country::UnitedStates) == *country;
            html! { <option value=country.word() prop:selected=chosen>{values::country(*country)}</option> }
        })
        .collect();
    section(
        settings::you(),
        (),
        html! {
            <div class="card"><div class="stack">
                {name.view(keep_name)}
                {question(settings::day_ends(), settings::day_ends_hint(), segmented(
                    "day-ends",
                    hours,
                    move || state.settings().day_ends,
                    move |day_ends| { state.change_settings(|settings| Settings { day_ends, ..settings }); },
                ))}
                <div class="field">
                    <label class="field__label" for="country">{settings::country()}</label>
                    <div class="select">
                        <select class="input" id="country" on:change:target=move |event| {
                            let country = Country::of(&event.target().value());
                            state.change_look(|look| Look { country, ..look });
                        }>{countries}</select>
                        {icon("down")}
                    </div>
                </div>
            </div></div>
        },
    )
}

fn hiding() -> View {
    section(
        nav::hide(),
        (),
        html! { <div class="card"><div class="stack" data-gap="2"><p>{settings::hide_does()}</p><p class="soft">{settings::hide_cannot()}</p></div></div> },
    )
}

fn stored(state: AppState) -> View {
    let asking = Signal::new(false);
    let (used, aside) = state::usage();
    let lasts = if state.health.get_untracked().lasts { settings::stays_here() } else { settings::does_not_stay() };
    section(
        settings::stored(),
        (),
        html! {
            <div class="card"><div class="stack" data-gap="3">
                <p>{lasts}</p>
                <p class="soft">{settings::used(&number(used.div_ceil(1000)))}</p>
                <p class="soft">{settings::not_encrypted()}</p>
                {(aside > 0).then(|| html! { <p>{settings::aside(aside)}</p> })}
                {cluster(vec![
                    rescue_button(settings::download()),
                    button("danger-soft", html! { {icon("trash")}{settings::erase()} }, move || asking.set(true)),
                ])}
                <p class="small soft">{settings::download_is()}</p>
            </div></div>
            {move || asking.get().then(|| erase(state, asking))}
        },
    )
}

fn erase(state: AppState, asking: Signal<bool>) -> View {
    let sure = Signal::new(false);
    let erase = move || {
        if !state::erase() {
            asking.set(false);
            state.notices.say(settings::not_erased());
        }
    };
    sheet(
        settings::erase_title(),
        act(move |()| asking.set(false)),
        html! {
            <div class="stack">
                <p>{settings::erase_text()}</p>
                {check_row(settings::erase_sure(), move || sure.get(), move |checked| sure.set(checked))}
                <div class="sheet__actions">
                    {button("secondary", settings::keep_it(), move || asking.set(false))}
                    {move || sure.get().then(|| button("danger-soft", settings::erase(), erase))}
                </div>
            </div>
        },
    )
}

fn about() -> View {
    section(
        settings::about(),
        (),
        html! {
            <div class="card"><div class="stack" data-gap="2">
                <p>{settings::about_text()}</p>
                <p class="soft">{settings::version(env!("CARGO_PKG_VERSION"))}</p>
            </div></div>
        },
    )
}
