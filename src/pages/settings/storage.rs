//! How the record is kept: room, what the browser promises, how long notes stay.

use domain::{earlier::Earlier, id::Id, settings::KeepNotes};
use leptos::prelude::*;
use markup::{Signal, View, act, html};

use super::room_bar;
use crate::{
    components::{
        callout::{Kind, callout},
        choice::{question, segmented},
        icon::icon,
        page::{button, card_list, cluster, head, rescue_button, section},
        sheet::sheet,
    },
    route::Route,
    state::{
        AppState,
        keeping::{self, Room},
        use_app_state,
    },
    words::{dates, erase, keeping as words, number, settings, values},
};

/// How the record is kept.
pub fn page() -> View {
    let state = use_app_state();
    html! {
        {head(words::title(), words::sub(), ())}
        <div class="split" data-even="">
            <div class="stack" data-gap="section">{fleeting()}{move || put_aside(state)}{facts(state)}</div>
            <div class="stack" data-gap="section">{room()}{notes(state)}</div>
        </div>
    }
}

/// What to know where the browser deletes what a page keeps.
fn fleeting() -> View {
    if !keeping::forgets() {
        return View::empty();
    }
    callout(
        Kind::HeadsUp,
        words::fleeting_title(),
        html! {
            <p>{words::fleeting()}</p>
            <p>{words::fleeting_carry()}</p>
        },
    )
}

/// Texts that were put aside, because two windows wrote at the same moment.
fn put_aside(state: AppState) -> View {
    let rows: Vec<View> = state.texts_aside().iter().map(|(id, text)| text_aside(state, *id, text)).collect();
    if rows.is_empty() {
        return View::empty();
    }
    section(words::aside(), words::aside_text(), card_list(rows))
}

fn text_aside(state: AppState, id: Id<Earlier>, text: &Earlier) -> View {
    let known = text.clone();
    let remove = move || {
        if state.keep(state.earlier.put(id, None)) {
            let known = known.clone();
            state.notices.say_with_undo(words::aside_removed(), move || {
                state.keep(state.earlier.put(id, Some(known.clone())));
            });
        }
    };
    html! {
        <li class="stack" data-gap="2">
            <p class="small soft">{dates::near(text.on, state.today.get_untracked())}</p>
            <p class="own">{text.text.to_string()}</p>
            {cluster(vec![button("quiet", words::aside_remove(), remove)])}
        </li>
    }
}

fn facts(state: AppState) -> View {
    let kept = Signal::new(None::<bool>);
    keeping::is_kept(move |answer| kept.try_set(answer));
    let ask = move || {
        keeping::ask_to_keep(move |answer| {
            kept.try_set(answer);
            state.notices.say(if answer == Some(true) { words::asked_yes() } else { words::asked_no() });
        });
    };
    let installed = if keeping::is_installed() { words::installed() } else { words::not_installed() };
    let lasts = if state.health.get_untracked().lasts { settings::stays_here() } else { settings::does_not_stay() };
    let backup = move || match state.settings().backups.checked {
        Some(day) => words::backup_on(&dates::near(day, state.today.get())),
        None => words::backup_never().to_owned(),
    };
    section(
        words::facts(),
        (),
        html! {
            <div class="card"><div class="stack" data-gap="3">
                <ul class="checks" data-long="">
                    <li>{icon("info")}<span>{lasts}</span></li>
                    <li>{icon("lock")}<span>{move || values::kept(kept.get())}</span></li>
                    <li>{icon("sprout")}<span>{installed}</span></li>
                    <li>{icon("download")}<span>{backup}</span></li>
                    <li>{icon("hide")}<span>{words::private()}</span></li>
                </ul>
                {move || (kept.get() == Some(false)).then(|| cluster(vec![button("secondary", words::ask(), ask)]))}
            </div></div>
        },
    )
}

fn room() -> View {
    let room = Room::now();
    let left = settings::thousand(&number(room.left() / 1000));
    let advice = match room.percent() {
        ..85 => None,
        85..95 => Some(words::room_low()),
        _ => Some(words::room_out()),
    };
    section(
        words::room(),
        (),
        html! {
            <div class="card"><div class="stack" data-gap="3">
                {room_bar(room)}
                <p class="soft">{words::room_left(&left)}</p>
                {advice.map(|advice| callout(Kind::HeadsUp, "", html! { <p>{advice}</p> }))}
                {(room.aside > 0).then(|| html! { <p>{settings::aside(room.aside)}</p> })}
                {cluster(vec![rescue_button(erase::download())])}
                <p class="small soft">{settings::download_is()}</p>
            </div></div>
        },
    )
}

fn notes(state: AppState) -> View {
    let asking = Signal::new(None::<KeepNotes>);
    let offered = KeepNotes::ALL.map(|keep| (keep, values::keep_notes(keep))).to_vec();
    let choose = move |keep: KeepNotes| {
        if state.outlived_notes(keep) > 0 { asking.set(Some(keep)) } else { state.keep_notes(keep) }
    };
    html! {
        {section(words::notes_section(), (), html! {
            <div class="card">
                {question(words::notes(), words::notes_hint(), segmented("keep-notes", offered, move || asking.get().unwrap_or(state.settings().keep_notes), choose))}
            </div>
        })}
        {move || asking.get().map(|keep| untrack(|| sure(state, keep, asking)))}
    }
}

fn sure(state: AppState, keep: KeepNotes, asking: Signal<Option<KeepNotes>>) -> View {
    let remove = move || {
        asking.set(None);
        state.keep_notes(keep);
    };
    sheet(
        words::notes_title(),
        act(move |()| asking.set(None)),
        html! {
            <div class="stack">
                <p>{words::notes_sure(state.outlived_notes(keep))}</p>
                <p><a href=Route::Backup.path()>{words::backup_make()}</a></p>
                <div class="sheet__actions">
                    {button("secondary", erase::keep_it(), move || asking.set(None))}
                    {button("danger-soft", words::notes_remove(), remove)}
                </div>
            </div>
        },
    )
}
