//! A question of a lesson: what is answered first is remembered, so that the question comes back in time.

use domain::{
    lesson::Question,
    study::{self, Memory, Study},
};
use markup::{Act, Signal, View, html};

use crate::{
    state::AppState,
    words::{dates, learn, remember as words},
};

/// The question with its answers, and after an answer why it is so. `number` is its place among those of its lesson;
/// `name` that of the group of radio buttons; `on_answer` hears of the first answer.
pub(super) fn question(
    state: AppState,
    slug: &str,
    number: usize,
    one: Question,
    name: &'static str,
    on_answer: Act<()>,
) -> View {
    let picked = Signal::new(None::<bool>);
    let back = Signal::new(None::<Memory>);
    let id = study::id(slug);
    let pick = move |right: bool| {
        if picked.get_untracked().is_none() {
            back.set(answer(state, id, number, right));
            on_answer(());
        }
        picked.set(Some(right));
    };
    let pick = markup::act(pick);
    let answers: Vec<View> = one
        .answers
        .into_iter()
        .map(|(answer, right)| {
            let pick = pick.clone();
            html! {
                <label class="check-row">
                    <input class="tick" type="radio" name=name on:change=move |_| pick(right)/>
                    <span>{answer}</span>
                </label>
            }
        })
        .collect();
    let why = one.why;
    let said = move || {
        picked.get().map(|right| {
            let judged = if right { learn::right() } else { learn::wrong() };
            let back = back.get().map(|memory| html! { <p class="small soft">{comes_back(state, memory)}</p> });
            html! { <p><strong>{judged}</strong>" "{why.clone()}</p>{back} }
        })
    };
    html! {
        <fieldset class="question">
            <legend class="question__legend">{one.ask}</legend>
            {answers}
            <div role="status">{said}</div>
        </fieldset>
    }
}

/// Remembers an answer in one write, once a day; says what is remembered then.
fn answer(state: AppState, id: domain::id::Id<Study>, number: usize, right: bool) -> Option<Memory> {
    let today = state.today.get_untracked();
    let known = state.more().studies.get_untracked(id).unwrap_or_default();
    let before = known.memory.get(number).copied()?;
    if before.is_some_and(|memory| memory.last == today) {
        return before;
    }
    let kept = state.keep(state.more().studies.change(id, move |old| {
        let mut study = old.unwrap_or_default();
        if let Some(memory) = study.memory.get_mut(number) {
            *memory = Some(study::answered(*memory, right, today));
        }
        study.read = study.read.or(Some(today));
        Some(study)
    }));
    kept.then(|| state.more().studies.get_untracked(id)?.memory.get(number).copied()?).flatten()
}

/// When it comes back.
fn comes_back(state: AppState, memory: Memory) -> String {
    let today = state.today.get();
    if memory.due.since(today) <= 1 {
        words::comes_tomorrow().to_owned()
    } else {
        words::comes_back(&dates::near(memory.due, today))
    }
}
