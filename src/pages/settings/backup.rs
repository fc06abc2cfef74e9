//! Backing up: one file with all of it, locked with words; and copies without a lock.

use domain::settings::{Backups, Settings};
use markup::{Signal, View, html};

use super::phrase::Choice;
use crate::{
    components::{
        callout::{Kind, callout},
        choice::check_row,
        icon::icon,
        page::{button, button_link, cluster, form, head, rescue_button, section, submit},
    },
    route::Route,
    state::{
        AppState,
        desk::{self, Made, Why},
        keeping::Room,
        use_app_state,
    },
    words::{backup as words, erase, phrase, settings, worker},
};

/// Backing up.
pub fn page() -> View {
    let state = use_app_state();
    html! {
        {head(words::back_up(), words::sub(), ())}
        <div class="split">
            <div class="stack" data-gap="section">{making(state)}</div>
            <div class="stack no-print" data-gap="section">{plain(state)}{reminders(state)}</div>
        </div>
    }
}

fn making(state: AppState) -> View {
    let opens = Signal::new(phrase::sheet_opens_backup(&desk::backup_name(state)));
    let choice = Choice::new(state, opens);
    let busy = Signal::new(false);
    let done = Signal::new(None::<Made>);
    let make = move || {
        if busy.get_untracked() {
            return;
        }
        if let Some(phrase) = choice.chosen() {
            busy.set(true);
            desk::back_up(state, phrase, move |outcome| {
                busy.try_set(false);
                match outcome {
                    Ok(backup) => {
                        done.try_set(Some(backup));
                        state.refocus();
                    }
                    Err(why) => state.notices.say(why),
                }
            });
        }
    };
    let body = move || match done.get() {
        Some(backup) => opened(state, &backup),
        None => form(
            "stack",
            "",
            make,
            html! {
                {choice.view()}
                <div class="no-print">
                    {submit(words::make())}
                    <p class="small" role="status">{move || busy.get().then_some(worker::thinking())}</p>
                </div>
            },
        ),
    };
    html! { {body} }
}

fn opened(state: AppState, made: &Made) -> View {
    html! {
        {callout(Kind::Info, words::made_title(), html! { <p>{words::made(made.entries)}</p><p>{words::made_where(&made.name)}</p> })}
        {move || left_out(state)}
        {cluster(vec![button_link("secondary", Route::CheckBackup.path(), "search", words::check_it())])}
    }
}

/// That the file does not hold what could not be read, now or at an earlier start.
fn left_out(state: AppState) -> View {
    let health = state.health.get();
    if !health.newer && health.lost == 0 && Room::now().aside == 0 {
        return View::empty();
    }
    let body = html! {
        <p>{words::left_out()}</p>
        {cluster(vec![rescue_button(erase::download())])}
        <p class="small soft">{settings::download_is()}</p>
    };
    callout(Kind::HeadsUp, "", body)
}

fn plain(state: AppState) -> View {
    let say = move |outcome: Result<(), Why>| {
        if let Err(why) = outcome {
            state.notices.say(why);
        }
    };
    section(
        words::plain_title(),
        (),
        html! {
            <div class="card"><div class="stack" data-gap="3">
                <p>{words::plain_text()}</p>
                {cluster(vec![
                    button("secondary", html! { {icon("download")}{words::plain()} }, move || desk::plain_copy(state, say)),
                    button("secondary", html! { {icon("download")}{words::tables()} }, move || desk::tables(state, say)),
                ])}
            </div></div>
        },
    )
}

fn reminders(state: AppState) -> View {
    let change = move |remind: bool| {
        state.change_settings(move |settings| Settings { backups: Backups { remind, ..settings.backups }, ..settings });
    };
    html! {
        <div class="card">
            {check_row(words::remind(), move || state.settings().backups.remind, change)}
            <p class="small soft">{words::remind_hint()}</p>
        </div>
    }
}
