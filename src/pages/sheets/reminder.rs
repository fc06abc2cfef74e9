//! The dates of the kit for the calendar of the phone, in neutral words unless the person names them.

use markup::{Signal, View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        choice::check_row,
        icon::icon,
        page::{button, cluster, section},
    },
    pages::sheets::one::Here,
    state::sheets::remind,
    words::{meetings, sheets as words},
};

/// The choice and the button; nothing while no date lies ahead.
pub(super) fn view(here: Here) -> View {
    let names = Signal::new(false);
    let busy = Signal::new(false);
    let shown = move || {
        let any = !here.state.sheet(here.kind).reminders(here.state.today.get()).is_empty();
        any.then(|| section(words::remind(), (), choices(here, names, busy)))
    };
    html! { {shown} }
}

fn choices(here: Here, names: Signal<bool>, busy: Signal<bool>) -> View {
    let state = here.state;
    let make = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let sheet = state.more().sheets.get_untracked(here.kind.id()).unwrap_or_default();
        let title = if names.get_untracked() { words::remind_named() } else { words::remind_neutral() };
        remind(state, sheet.reminders(state.today.get_untracked()), title, move |outcome| {
            busy.try_set(false);
            match outcome {
                Ok(()) => state.notices.say(meetings::calendar_made()),
                Err(why) => state.notices.say(why),
            }
        });
    };
    html! {
        <div class="card"><div class="stack" data-gap="3">
            <p class="small">{words::remind_about()}</p>
            {check_row(words::remind_name_it(), move || names.get(), move |chosen| names.set(chosen))}
            {move || names.get().then(|| callout(Kind::HeadsUp, "", html! { <p>{words::remind_seen()}</p> }))}
            {cluster(vec![button("secondary", html! { {icon("download")}{meetings::calendar_file()} }, make)])}
            <p class="small soft">{words::remind_again()}</p>
        </div></div>
    }
}
