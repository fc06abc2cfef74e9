//! The first visit: what this is, what to call you, what you are here for. Each step can be skipped, and so can all.

use domain::{
    settings::{Language, Purpose, Settings},
    text::Title,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{check_row, question, segmented},
        field::Field,
        icon::icon,
        page::{button, cluster},
    },
    state::use_app_state,
    words::{common, errors, values, welcome},
};

/// How many steps there are.
const STEPS: usize = 3;

/// The first visit.
pub fn page() -> View {
    let state = use_app_state();
    let step = Signal::new(0);
    let purposes = Signal::new(state.settings().purposes);
    let name = Field::line("name", welcome::name(), state.settings().name.as_deref().unwrap_or_default().to_owned())
        .hint(common::optional());
    let finish = move || {
        let Some(name) = name.parse(Title::parse_optional, errors::text) else { return step.set(1) };
        state.change_settings(move |settings| Settings {
            name: name.clone(),
            purposes: purposes.get_untracked(),
            welcomed: true,
            ..settings
        });
    };
    let next = move || match step.get_untracked() {
        1 if name.parse(Title::parse_optional, errors::text).is_none() => {}
        last if last + 1 == STEPS => finish(),
        now => step.set(now + 1),
    };
    let body = move || match step.get() {
        0 => html! {
            <img class="welcome__art" src="/art/sunrise.svg" alt="" width="160" height="116"/>
            <h1>{welcome::title()}</h1>
            <p class="lead">{welcome::lead()}</p>
            <ul class="promises">
                <li>{icon("lock")}<span>{welcome::private()}</span></li>
                <li>{icon("globe")}<span>{welcome::offline()}</span></li>
                <li>{icon("heart")}<span>{welcome::yours()}</span></li>
            </ul>
            <p class="small soft">{welcome::not_hidden()}</p>
        },
        1 => html! {
            <h1>{welcome::you()}</h1>
            {question(welcome::language(), "", segmented(
                "language",
                Language::ALL.iter().map(|language| (*language, values::language(*language).to_owned())).collect(),
                move || state.language.get(),
                move |language| state.change_language(language),
            ))}
            {name.view(|| ())}
        },
        _ => html! {
            <h1>{welcome::purpose()}</h1>
            {question(welcome::pick_any(), "", html! { <div class="stack" data-gap="1">{Vec::from(Purpose::ALL.map(|purpose| check_row(
                values::purpose(purpose),
                move || purposes.with(|chosen| chosen.contains(&purpose)),
                move |chosen| purposes.update(|purposes| {
                    purposes.retain(|other| *other != purpose);
                    if chosen {
                        purposes.push(purpose);
                    }
                }),
            )))}</div> })}
        },
    };
    html! {
        <div class="stack welcome" data-gap="6">
            <p class="small soft">{move || welcome::step(&(step.get() + 1).to_string(), &STEPS.to_string())}</p>
            {body}
            <div class="cluster" data-gap="2">
                <button class="button" type="button" data-kind="primary" data-size="large" on:click=move |_| next()>
                    {move || if step.get() + 1 == STEPS { welcome::start() } else { welcome::next() }}
                </button>
                {cluster(vec![button("quiet", welcome::skip(), finish)])}
            </div>
        </div>
    }
}
