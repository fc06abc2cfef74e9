//! The way into the phone's calendar: a file with neutral titles, unless names are chosen, and a reminder.

use markup::{Signal, View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        choice::check_row,
        icon::icon,
        page::{button, cluster, section},
        select::select,
    },
    state::{
        AppState,
        calendar::{self, Told},
    },
    words::meetings as words,
};

/// When the phone may speak up: none, or so many minutes before.
const BEFORE: [Option<u16>; 6] = [None, Some(10), Some(30), Some(60), Some(120), Some(1440)];

/// The choices and the button.
pub fn view(state: AppState) -> View {
    let names = Signal::new(false);
    let before = Signal::new(Some(30));
    let busy = Signal::new(false);
    let make = move || {
        if busy.get_untracked() {
            return;
        }
        if calendar::count(state) == 0 {
            state.notices.say(words::calendar_none());
            return;
        }
        busy.set(true);
        let told = Told { names: names.get_untracked(), before: before.get_untracked() };
        calendar::make(state, told, words::calendar_neutral(), move |outcome| {
            busy.try_set(false);
            match outcome {
                Ok(()) => state.notices.say(words::calendar_made()),
                Err(why) => state.notices.say(why),
            }
        });
    };
    let value = |minutes: Option<u16>| minutes.map_or_else(String::new, |minutes| minutes.to_string());
    let options = BEFORE.map(|minutes| (value(minutes), word(minutes))).to_vec();
    let body = html! {
        <div class="card"><div class="stack" data-gap="3">
            <p class="small">{words::calendar_about()}</p>
            {select("remind", words::remind(), "", options, &value(before.get_untracked()), move |minutes| before.set(minutes.parse().ok()))}
            {check_row(words::calendar_names(), move || names.get(), move |chosen| names.set(chosen))}
            {move || names.get().then(|| callout(Kind::HeadsUp, "", html! { <p>{words::calendar_names_warning()}</p> }))}
            {cluster(vec![button("secondary", html! { {icon("download")}{words::calendar_file()} }, make)])}
            {move || {
                let off = calendar::count_called_off(state);
                (off > 0).then(|| html! { <p class="small">{words::calendar_off(off)}</p> })
            }}
            <p class="small soft">{words::calendar_again()}</p>
        </div></div>
    };
    section(words::calendar(), (), body)
}

fn word(minutes: Option<u16>) -> String {
    match minutes {
        None => words::remind_never().to_owned(),
        Some(1440) => words::remind_day().to_owned(),
        Some(minutes) if minutes % 60 == 0 => words::remind_hours(usize::from(minutes / 60)),
        Some(minutes) => words::remind_minutes(usize::from(minutes)),
    }
}
