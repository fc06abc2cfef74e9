//! Settings: language, looks, what to call you, when your day ends, and the ways to how the record is kept.

pub mod backup;
mod curtain;
pub mod lock;
mod phrase;
pub mod privacy;
pub mod restore;
pub mod storage;

use domain::{
    settings::{Country, Language, Look, Settings, TextSize, Theme},
    text::Title,
};
use leptos::prelude::*;
use markup::{Signal, View, act, html};

use crate::{
    components::{
        bar::{bar, checks},
        choice::{check_row, question, segmented},
        field::Field,
        icon::{badge, icon},
        page::{button, card_list, cluster, head, row_link, section},
        sheet::sheet,
    },
    route::Route,
    state::{
        self, AppState,
        keeping::{self, Room},
        use_app_state,
    },
    words::{backup as backups, common, erase, errors, nav, number, settings, values, welcome},
};

/// What can be chosen.
pub fn page() -> View {
    let state = use_app_state();
    html! {
        {head(nav::settings(), settings::sub(), ())}
        <div class="split" data-even="">
            <div class="stack" data-gap="section">{looks(state)}{you(state)}{lock()}{hiding()}</div>
            <div class="stack" data-gap="section">{backup(state)}{stored(state)}{erasing(state)}{about()}</div>
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
                {question(settings::theme(), "", segmented("theme", themes, move || state.look().theme, move |theme| state.change_look(move |look| Look { theme, ..look })))}
                {question(settings::text_size(), "", segmented("text", sizes, move || state.look().text, move |text| state.change_look(move |look| Look { text, ..look })))}
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
            state.change_settings(move |settings| Settings { name: name.clone(), ..settings });
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
                    move |day_ends| { state.change_settings(move |settings| Settings { day_ends, ..settings }); },
                ))}
                <div class="field">
                    <label class="field__label" for="country">{settings::country()}</label>
                    <div class="select">
                        <select class="input" id="country" on:change:target=move |event| {
                            let country = Country::of(&event.target().value());
                            state.change_look(move |look| Look { country, ..look });
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
        html! {
            <div class="card"><div class="stack" data-gap="2"><p>{settings::hide_does()}</p><p class="soft">{settings::hide_cannot()}</p></div></div>
            {card_list(vec![row_link(Route::Privacy.path(), badge("shield", "plain"), settings::privacy(), settings::privacy_note())])}
        },
    )
}

fn lock() -> View {
    let note = if state::lock::is_set() { settings::lock_on() } else { settings::lock_off() };
    section(
        settings::lock(),
        (),
        card_list(vec![row_link(Route::Lock.path(), badge("lock", "plain"), settings::lock(), note)]),
    )
}

fn backup(state: AppState) -> View {
    let age = move || match state.settings().backups.checked.map(|day| state.today.get().since(day)) {
        None => settings::backup_none().to_owned(),
        Some(..=0) => settings::backup_today().to_owned(),
        Some(days) => settings::backup_days(usize::try_from(days).unwrap_or(0)),
    };
    section(
        settings::backup(),
        (),
        html! {
            <div class="callout" data-kind="now">
                {icon("download")}
                <div class="callout__body"><p class="callout__title">{age}</p><p class="small">{settings::backup_why()}</p></div>
                <div class="callout__actions cluster" data-gap="2">
                    <a class="button" data-kind="primary" href=Route::Backup.path()>{backups::back_up()}</a>
                    <a class="button" data-kind="quiet" href=Route::Restore.path()>{backups::restore()}</a>
                    <a class="button" data-kind="quiet" href=Route::CheckBackup.path()>{backups::check()}</a>
                </div>
            </div>
        },
    )
}

/// How much of the room is used.
pub fn room_bar(room: Room) -> View {
    let thousands = |characters: usize| settings::thousand(&number(characters.div_ceil(1000)));
    bar(settings::stored(), room.percent(), settings::used_now(&thousands(room.used)), settings::of_all().to_owned())
}

fn stored(state: AppState) -> View {
    let room = Room::now();
    let gone = (!state.health.get_untracked().lasts).then(|| html! { <p>{settings::does_not_stay()}</p> });
    let facts = vec![settings::no_account(), settings::no_tracking(), settings::nothing_sent(), settings::offline()];
    section(
        settings::stored(),
        (),
        html! {
            <div class="card"><div class="stack" data-gap="3">
                {gone}
                {room_bar(room)}
                {checks(facts)}
                {(room.aside > 0).then(|| html! { <p>{settings::aside(room.aside)}</p> })}
            </div></div>
            {card_list(vec![row_link(Route::Storage.path(), badge("info", "plain"), settings::storage(), settings::storage_note())])}
        },
    )
}

fn erasing(state: AppState) -> View {
    let asking = Signal::new(false);
    section(
        settings::erase_section(),
        (),
        html! {
            <div class="card"><div class="stack" data-gap="3">
                <p class="small">{settings::erase_about()}</p>
                {cluster(vec![button("danger-soft", html! { {icon("trash")}{erase::erase()} }, move || asking.set(true))])}
            </div></div>
            {move || asking.get().then(|| erase(state, asking))}
        },
    )
}

fn erase(state: AppState, asking: Signal<bool>) -> View {
    let sure = Signal::new(false);
    let erase = move || {
        if !keeping::erase() {
            asking.set(false);
            state.notices.say(erase::not_erased());
        }
    };
    sheet(
        settings::erase_title(),
        act(move |()| asking.set(false)),
        html! {
            <div class="stack">
                <p>{erase::erase_text()}</p>
                {check_row(erase::erase_sure(), move || sure.get(), move |checked| sure.set(checked))}
                <div class="sheet__actions">
                    {button("secondary", erase::keep_it(), move || asking.set(false))}
                    {move || sure.get().then(|| button("danger-soft", erase::erase(), erase))}
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
