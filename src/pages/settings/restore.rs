//! Restoring and checking: a backup file is opened, what it would change is shown, and only then it is taken over.

use domain::settings::Settings;
use leptos::prelude::*;
use markup::{Signal, View, act, html};

use super::phrase::secret;
use crate::{
    components::{
        callout::{Kind, callout},
        choice::check_row,
        field::Field,
        file::file_field,
        page::{button, cluster, form, head, submit},
    },
    state::{
        AppState,
        desk::{self, Chosen, Opened, Phrase},
        keeping, use_app_state,
    },
    words::{backup as words, dates, errors, number, phrase, values, worker},
};

/// The field of the file.
const FILE: &str = "backup-file";

/// A file and its words.
#[derive(Clone, Copy)]
struct Asked {
    state: AppState,
    file: Signal<Option<Chosen>>,
    missing: Signal<bool>,
    phrase: Field,
    busy: Signal<bool>,
}

impl Asked {
    fn new(state: AppState) -> Self {
        let phrase = secret("phrase", phrase::phrase()).hint(phrase::phrase_hint());
        Self { state, file: Signal::new(None), missing: Signal::new(false), phrase, busy: Signal::new(false) }
    }

    /// The form, with `label` on its button.
    fn view(self, label: &'static str, then: impl Fn(Opened) + Clone + 'static) -> View {
        let send = move || self.open(then.clone());
        let pick = act(move |()| {
            self.missing.set(false);
            self.file.set(Chosen::of(FILE));
        });
        let locked = move || self.file.with(|file| file.as_ref().is_none_or(Chosen::is_locked));
        form(
            "stack",
            "",
            send,
            html! {
                {file_field(FILE, words::file(), words::file_hint(), ".age,.json,application/json", pick)}
                {move || self.missing.get().then(|| html! { <p class="field__error" role="alert">{words::no_file()}</p> })}
                {move || locked().then(|| untrack(|| self.phrase.view(|| {})))}
                {submit(label)}
                <p class="small" role="status">{move || self.busy.get().then_some(worker::thinking())}</p>
            },
        )
    }

    /// Says why nothing was opened: at the field of the words where there is one.
    fn say(self, why: &'static str) {
        if self.file.with_untracked(|file| file.as_ref().is_none_or(Chosen::is_locked)) {
            self.phrase.error.set(Some(why.to_owned()));
        } else {
            self.state.notices.say(why);
        }
    }

    fn open(self, then: impl Fn(Opened) + 'static) {
        let Some(file) = self.file.get_untracked() else {
            self.missing.set(true);
            return;
        };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let phrase = Phrase { text: self.phrase.value.get_untracked(), made: false };
        desk::open(self.state, &file, phrase, move |outcome| {
            // Whoever left the page wants to hear no more of it.
            if !self.busy.is_there() {
                return;
            }
            self.busy.set(false);
            match outcome {
                Ok(opened) => then(opened),
                Err(why) => self.say(why),
            }
        });
    }
}

/// Checking a backup: it changes nothing of the record.
pub fn check() -> View {
    let state = use_app_state();
    let opened = Signal::new(None::<(usize, String)>);
    let asked = Asked::new(state);
    let shown = move |found: Opened| {
        let today = state.today.get_untracked();
        opened.set(Some((found.entries, dates::full(found.made))));
        if found.is_locked {
            state.change_settings(move |settings| {
                let backups = domain::settings::Backups {
                    checked: settings.backups.checked.max(Some(found.made.min(today))),
                    ..settings.backups
                };
                Settings { backups, ..settings }
            });
        }
    };
    html! {
        {head(words::check(), words::check_sub(), ())}
        <div class="stack measure" data-gap="section">
            {asked.view(words::check(), shown)}
            <div role="status">{move || opened.get().map(|(entries, made)| callout(Kind::Info, words::made_title(), html! { <p>{words::opens(entries, &made)}</p> }))}</div>
        </div>
    }
}

/// Restoring a backup.
pub fn page() -> View {
    let state = use_app_state();
    let opened = Signal::new(None::<Opened>);
    let asked = Asked::new(state);
    let shown = move || opened.get().map(|found| untrack(|| what(state, &found, opened)));
    // A restore of this visit can be taken back until it is over, also by who left the page meanwhile.
    let back = move || state.restored.get().map(|undo| restored(state, undo));
    html! {
        {head(words::restore(), words::restore_sub(), ())}
        <div class="split">
            <div class="stack" data-gap="section">{asked.view(words::preview(), move |found| opened.set(Some(found)))}</div>
            <div class="stack" data-gap="section" role="status">{shown}{back}</div>
        </div>
    }
}

/// What will change, and the button that does it.
fn what(state: AppState, found: &Opened, opened: Signal<Option<Opened>>) -> View {
    let sure = Signal::new(!found.is_too_much);
    let rows: Vec<View> = found
        .changes
        .iter()
        .filter(|change| change.added + change.changed + change.removed > 0)
        .map(|change| {
            html! { <tr><th scope="row">{desk::kind_of(change.kind).map(values::kind)}</th><td data-num="">{number(crate::words::whole(change.added))}</td><td data-num="">{number(crate::words::whole(change.changed))}</td><td data-num="">{number(crate::words::whole(change.removed))}</td></tr> }
        })
        .collect();
    let summary = words::opens(found.entries, &dates::full(found.made));
    let (too_much, nothing) = (found.is_too_much, found.changes_nothing());
    let busy = Signal::new(false);
    let restore = move || {
        if busy.get_untracked() {
            return;
        }
        let Some(found) = opened.get_untracked() else { return };
        busy.set(true);
        desk::restore(state, &found, move |outcome| {
            if busy.is_there() {
                busy.set(false);
            }
            match outcome {
                Ok(undo) => {
                    state.restored.set(Some(undo));
                    if opened.is_there() {
                        opened.set(None);
                    }
                    keeping::ask_to_keep(|_| {});
                }
                // Whoever left the page hears this too.
                Err(why) => state.notices.say(why),
            }
        });
    };
    html! {
        <section class="card" aria-labelledby="what"><div class="stack" data-gap="3">
            <h2 id="what">{words::what()}</h2>
            <p>{summary}</p>
            {nothing.then(|| html! { <p>{words::nothing_changes()}</p> })}
            {(!nothing).then(|| html! {
                <div class="table-scroll" tabindex="0" role="group" aria-label=words::what()><table class="table changes">
                    <thead><tr><th scope="col">{words::kind()}</th><th scope="col">{words::added()}</th><th scope="col">{words::changed()}</th><th scope="col">{words::removed()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
            })}
            {too_much.then(|| callout(Kind::HeadsUp, "", html! {
                <p>{words::too_much()}</p>
                {check_row(words::too_much_sure(), move || sure.get(), move |yes| sure.set(yes))}
            }))}
            {move || (!nothing && sure.get()).then(|| cluster(vec![button("primary", words::restore(), restore)]))}
            <p class="small" role="status">{move || busy.get().then_some(worker::thinking())}</p>
        </div></section>
    }
}

fn restored(state: AppState, undo: desk::Undo) -> View {
    let back = move || match desk::undo(state, &undo) {
        Ok(()) => {
            state.restored.set(None);
            state.notices.say(words::undone());
        }
        Err(error) => state.notices.say(errors::save(error)),
    };
    callout(
        Kind::Info,
        words::restored(),
        html! {
            <p>{words::restored_text()}</p>
            {cluster(vec![button("secondary", words::undo(), back)])}
        },
    )
}
