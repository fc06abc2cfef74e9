//! After a check-in: one sentence of what many people report at such a point.

use domain::day::Day;
use leptos::prelude::untrack;
use markup::{IntoView, Signal, View, act, html};

use crate::{
    components::told::Told,
    route::Route,
    state::AppState,
    words::{experience, shared},
};

/// The sentence for the check-in of `on`, and the next ones when asked.
pub fn view(state: AppState, on: Day) -> View {
    let step = Signal::new(0_usize);
    let shown = move || {
        let said = state.shared_on(on, step.get());
        untrack(|| {
            let (topic, said) = said?;
            let told = Told {
                sentence: experience::sentence(said),
                source: experience::source(said.source()),
                facts: said.facts().join(" "),
                near_use: topic.is_near_use(),
            };
            let more = html! { <a class="button" data-kind="quiet" href=Route::Shared.path()>{shared::more()}</a> };
            Some(html! {
                <section class="card" data-pad="roomy" aria-labelledby="others">
                    <h2 class="reasons__title" id="others">{shared::title()}</h2>
                    {told.view(act(move |()| step.update(|step| *step += 1)), more)}
                </section>
            })
        })
    };
    shown.into_view()
}
