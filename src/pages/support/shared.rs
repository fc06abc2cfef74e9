//! You are not the only one: what many people report, by what it is about.

use domain::shared::{self, Topic};
use markup::{Signal, View, act, html};

use crate::{
    components::{
        choice::question,
        page::{button_link, cluster, head},
        pick::pick,
        told::Told,
    },
    route::Route,
    state::{self, use_app_state},
    words::{experience, nav, shared as words},
};

/// The place of what is said.
const TOLD: &str = "told";

/// What many people report about something the person chooses.
pub fn page() -> View {
    let state = use_app_state();
    let today = state.today.get_untracked();
    let of_today = state.shared_on(today, 0).map(|(topic, _)| topic);
    let topic = Signal::new(of_today);
    let step = Signal::new(0_usize);
    let topics = Topic::ALL.map(|topic| (Some(topic), experience::topic(topic))).to_vec();
    let choose = move |chosen| {
        step.set(0);
        topic.set(chosen);
        state::show(TOLD);
    };
    let sentence = move || {
        let Some(topic) = topic.get() else { return Some(html! { <p class="lead">{words::choose()}</p> }) };
        let (about, said) = shared::on(&[topic], today, step.get())?;
        let told = Told {
            sentence: experience::sentence(said),
            source: experience::source(said.source()),
            facts: said.facts().join(" "),
            near_use: about.is_near_use(),
        };
        Some(told.view(act(move |()| step.update(|step| *step += 1)), View::empty()))
    };
    let help = move || {
        topic.get().is_some_and(Topic::is_near_use).then(|| {
            cluster(vec![
                button_link("people", Route::Help.path(), "help", nav::help()),
                button_link("people-soft", Route::Support.path(), "phone", words::call()),
            ])
        })
    };
    html! {
        {head(words::title(), words::sub(), ())}
        <div class="split">
            <div class="stack" data-gap="6">
                {question(words::topics(), "", pick("topic", topics, move || topic.get(), choose))}
                <div class="stack" id=TOLD>
                    <div class="card" data-pad="roomy" role="region" aria-label=words::about() aria-live="polite">{sentence}</div>
                    {help}
                </div>
            </div>
            <aside class="stack" data-gap="3"><p class="small soft">{words::limits()}</p></aside>
        </div>
    }
}
