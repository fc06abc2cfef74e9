//! The lock: setting it, when it closes, other words for it, taking it off.

use domain::settings::{Locks, Settings};
use leptos::prelude::*;
use markup::{Signal, View, html};

use super::{
    curtain,
    phrase::{Choice, secret},
};
use crate::{
    components::{
        callout::{Kind, callout},
        choice::{check_row, question, segmented},
        page::{button, cluster, form, head, section, submit},
    },
    route::Route,
    state::{
        AppState,
        desk::{Phrase, Why},
        lock, use_app_state,
    },
    words::{backup, common, lock as lock_words, lock_settings as words, number, phrase, settings, worker},
};

/// The lock.
pub fn page() -> View {
    let state = use_app_state();
    if lock::is_set() { set(state) } else { unset(state) }
}

fn unset(state: AppState) -> View {
    let choice = Choice::new(state, Signal::new(phrase::sheet_opens_lock().to_owned()));
    let busy = Signal::new(false);
    let put_on = move || {
        let Some(phrase) = choice.chosen().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        lock::set(phrase, move |outcome| {
            busy.try_set(false);
            told(state, outcome, words::now_set());
        });
    };
    html! {
        {head(settings::lock(), words::sub(), ())}
        <div class="split">
            <div class="stack" data-gap="section">
                {form("stack", "", put_on, html! {
                    {choice.view()}
                    <div class="no-print">
                        {submit(words::set())}
                        <p class="small" role="status">{move || busy.get().then_some(words::setting())}</p>
                    </div>
                })}
                <div class="no-print">{curtain::part(state)}</div>
            </div>
            <aside class="stack no-print" data-gap="3">
                {callout(Kind::HeadsUp, words::before(), html! {
                    <p>{lock_words::no_reset()}</p>
                    <p><a href=Route::Backup.path()>{backup::back_up()}</a></p>
                })}
                {callout(Kind::Info, "", html! { <p>{words::help_open()}</p><p>{words::look_open()}</p> })}
            </aside>
        </div>
    }
}

fn set(state: AppState) -> View {
    html! {
        {head(settings::lock(), words::is_on(), ())}
        <div class="split">
            <div class="stack" data-gap="section">
                <div>{cluster(vec![button("primary", words::lock_now(), lock::close)])}</div>
                {when(state)}
                {curtain::part(state)}
            </div>
            <div class="stack" data-gap="section">{change(state)}{remove(state)}</div>
        </div>
    }
}

/// When it closes by itself.
fn when(state: AppState) -> View {
    let times = Locks::TIMES
        .map(|after| {
            let word =
                after.map_or_else(|| words::never().to_owned(), |after| words::minutes(&number(usize::from(after))));
            (after, word)
        })
        .to_vec();
    section(
        words::when(),
        (),
        html! {
            <div class="card"><div class="stack">
                {question(words::after(), "", segmented("lock-after", times, move || state.settings().locks.after, move |after| put(state, Locks { after, ..state.settings_now().locks })))}
                {check_row(words::hidden(), move || state.settings().locks.when_hidden, move |when_hidden| put(state, Locks { when_hidden, ..state.settings_now().locks }))}
            </div></div>
        },
    )
}

fn put(state: AppState, locks: Locks) {
    state.change_settings(move |settings| Settings { locks, ..settings });
}

fn change(state: AppState) -> View {
    let open = Signal::new(false);
    let body = move || {
        if open.get() {
            untrack(|| changing(state))
        } else {
            cluster(vec![button("secondary", words::change(), move || open.set(true))])
        }
    };
    section(words::change(), (), html! { <div class="card">{body}</div> })
}

fn changing(state: AppState) -> View {
    let old = secret("old-words", words::old());
    let choice = Choice::new(state, Signal::new(phrase::sheet_opens_lock().to_owned()));
    let busy = Signal::new(false);
    let save = move || {
        let Some(new) = choice.chosen().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        lock::change(Phrase { text: old.value.get_untracked(), made: false }, new, move |outcome| {
            busy.try_set(false);
            match outcome {
                Err(why) => old.error.try_set(Some(why.to_owned())),
                Ok(()) => told(state, outcome, words::changed()),
            }
        });
    };
    form(
        "stack",
        "",
        save,
        html! {
            {old.view(|| {})}
            {choice.view()}
            {submit(common::save())}
            <p class="small" role="status">{move || busy.get().then_some(worker::thinking())}</p>
        },
    )
}

fn remove(state: AppState) -> View {
    let old = secret("lock-words", lock_words::words());
    let busy = Signal::new(false);
    let take_off = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        lock::remove(Phrase { text: old.value.get_untracked(), made: false }, move |outcome| {
            busy.try_set(false);
            match outcome {
                Err(why) => old.error.try_set(Some(why.to_owned())),
                Ok(()) => told(state, outcome, words::removed()),
            }
        });
    };
    section(
        words::remove(),
        (),
        html! {
            <div class="card">{form("stack", "", take_off, html! {
                <p>{words::remove_sub()}</p>
                {old.view(|| {})}
                <button class="button" data-kind="danger-soft" type="submit">{words::remove()}</button>
                <p class="small" role="status">{move || busy.get().then_some(worker::thinking())}</p>
            })}</div>
        },
    )
}

/// Says how it went; what is shown of the lock is another page then.
fn told(state: AppState, outcome: Result<(), Why>, done: &'static str) {
    match outcome {
        Ok(()) => {
            state.open_page(Route::Settings);
            state.notices.say(done);
        }
        Err(why) => state.notices.say(why),
    }
}
