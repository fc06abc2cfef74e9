//! How a tool guides besides words on the screen: a voice of the device, vibration, a dark page, going on by itself.

use markup::{View, html};

use crate::{
    components::choice::{chip, chips},
    state::{
        AppState,
        practice::{Guidance, can_vibrate, hush},
    },
    words::tools as words,
};

/// What this device can do, to be turned on. `may_move_on` says whether the steps of the tool may.
pub fn view(state: AppState, may_move_on: bool) -> View {
    let can_speak = state.can_speak();
    let option = move |label, read: fn(Guidance) -> bool, set: fn(&mut Guidance, bool)| {
        chip(
            label,
            move || read(state.guidance()),
            move |on| {
                state.change_guidance(|guidance| set(guidance, on));
                hush();
            },
        )
    };
    let aloud =
        move || can_speak.get().then(|| option(words::aloud(), |now| now.aloud, |guidance, on| guidance.aloud = on));
    let vibrate =
        can_vibrate().then(|| option(words::vibrate(), |now| now.vibrates, |guidance, on| guidance.vibrates = on));
    let dim = option(words::dim(), |now| now.dim, |guidance, on| guidance.dim = on);
    let moves_on =
        may_move_on.then(|| option(words::moves_on(), |now| now.moves_on, |guidance, on| guidance.moves_on = on));
    html! {
        <div class="stack" data-gap="2" role="group" aria-label=words::options()>
            {chips(vec![html! { {aloud}{vibrate}{dim}{moves_on} }])}
            {move || can_speak.get().then(|| html! { <p class="small soft">{words::aloud_note()}</p> })}
        </div>
    }
}
