//! How a tool guides besides words on the screen: a voice of the device, vibration, a dark page, going on by itself.

use markup::{View, html};

use crate::{
    components::choice::{chip, chips},
    state::{
        AppState,
        practice::{Way, can_vibrate, hush},
    },
    words::tools as words,
};

/// What this device can do, to be turned on. `may_move_on` says whether the steps of the tool may.
pub fn view(state: AppState, may_move_on: bool) -> View {
    let can_speak = state.can_speak();
    let option = move |label, way| {
        let turn = move |on| {
            state.set_guidance(way, on);
            hush();
        };
        chip(label, move || state.guidance().has(way), turn)
    };
    let aloud = move || can_speak.get().then(|| option(words::aloud(), Way::Aloud));
    let vibrate = can_vibrate().then(|| option(words::vibrate(), Way::Vibrates));
    let dim = option(words::dim(), Way::Dim);
    let moves_on = may_move_on.then(|| option(words::moves_on(), Way::MovesOn));
    html! {
        <div class="stack" data-gap="2" role="group" aria-label=words::options()>
            {chips(vec![html! { {aloud}{vibrate}{dim}{moves_on} }])}
            {move || can_speak.get().then(|| html! { <p class="small soft">{words::aloud_note()}</p> })}
        </div>
    }
}
