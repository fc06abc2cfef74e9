//! Backing up: one file with all of it, locked with words; and copies without a lock.

use domain::settings::{Backups, Settings};
use markup::{Signal, View, html};

use super::phrase::Choice;
use crate::{
    components::{
        callout::{Kind, callout},
        choice::check_row,
        icon::icon,
        page::{button, button_link, cluster, form, head, section, submit},
    },
    route::Route,
    state::{
        AppState,
        desk::{self, Made, Why},
        use_app_state,
    },
    words::{backup as words, phrase, worker},
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
        Some(backup) => opened(&backup),
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

fn opened(made: &Made) -> View {
    html! {
        {callout(Kind::Info, words::made_title(), html! { <p>{words::made(made.entries)}</p><p>{words::made_where(&made.name)}</p> })}
        {cluster(vec![button_link("secondary", Route::CheckBackup.path(), "search", words::check_it())])}
    }
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
