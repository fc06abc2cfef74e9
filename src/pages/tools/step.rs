//! One step: words in large type, a quiet count that promises nothing, or something to write.

use domain::{
    practice::{ANSWER, Stage},
    text::{Note, TextError},
};
use leptos::prelude::untrack;
use markup::{View, follow, html, memo};

use super::one::Use;
use crate::{
    components::{field::Field, unkept::Written},
    state::{
        self,
        practice::{Way, pulse},
        stopwatch::Stopwatch,
    },
    words::{errors, experience, tools as words},
};

/// Words to read or to do.
pub fn words(text: String) -> View {
    html! { <div aria-live="polite"><p class="tool__text">{text}</p></div> }
}

/// Something to stay with. The count goes up and ends nothing; steps go on by themselves only where that was asked for.
pub fn stay(tool: Use, here: usize, text: String, seconds: usize) -> View {
    let clock = Stopwatch::default();
    clock.start();
    let reached = memo(move || clock.seconds() >= seconds);
    follow(Box::new(move || {
        if reached.get() {
            untrack(|| count_ended(tool, here));
        }
    }));
    html! {
        {words(text)}
        <p class="tool__count" role="timer" aria-label=words::time()>{move || experience::clock(clock.seconds())}</p>
        <p class="tool__enough">{move || reached.get().then(words::stay_on)}</p>
    }
}

/// The count of a step has ended: a pulse, and the next step if steps go on by themselves.
pub fn count_ended(tool: Use, here: usize) {
    let guidance = tool.state.guidance();
    if guidance.has(Way::Vibrates) {
        pulse(1);
    }
    if guidance.has(Way::MovesOn) && tool.tool.may_move_on() {
        // Not while what is shown now is being made.
        state::after(0, move || {
            if tool.left.is_there() && untrack(|| tool.stage()) == Stage::At(here) {
                tool.next();
            }
        });
    }
}

/// Something to write, with choices to tap.
pub fn ask(tool: Use, here: usize, text: String, choices: Vec<String>) -> View {
    let question = tool.guide().question_at(here).unwrap_or(0);
    let answer = untrack(|| tool.run()).answer(question).to_owned();
    let field = Field::lines("answer", words::your_answer(), answer).hint(words::write_hint()).limit(ANSWER);
    let written = Written::new(field, "unkept");
    let keep = move || {
        if field.parse(parse, errors::text).is_some() {
            tool.change(|run| run.say(question, field.value.get_untracked()));
        }
    };
    let some = !choices.is_empty();
    let choices: Vec<View> = choices
        .into_iter()
        .map(|choice| {
            let chosen = choice.clone();
            let is_chosen = move || written.text().with(|said| said.lines().any(|line| line.trim() == chosen));
            let pressed = {
                let is_chosen = is_chosen.clone();
                move || if is_chosen() { "true" } else { "false" }
            };
            let label = choice.clone();
            let tap = move |_| {
                let text = untrack(|| written.text());
                let said = text.get_untracked();
                let without: Vec<&str> = said.lines().filter(|line| line.trim() != choice).collect();
                let rest = without.join("\n");
                let is_there = untrack(&is_chosen);
                text.set(match (is_there, rest.trim()) {
                    (true, _) => rest,
                    (false, "") => choice.clone(),
                    (false, _) => format!("{}\n{choice}", said.trim_end()),
                });
                keep();
            };
            html! { <button class="chip" type="button" aria-pressed=pressed on:click=tap>{label}</button> }
        })
        .collect();
    html! {
        {words(text)}
        {some.then(|| html! {
            <div class="stack" data-gap="2">
                <p class="small soft">{words::tap_one()}</p>
                <div class="chips">{choices}</div>
            </div>
        })}
        {written.view(keep)}
    }
}

/// An answer: short enough that all of them with their questions fit into a note.
fn parse(text: &str) -> Result<Note, TextError> {
    let length = text.chars().count();
    if length > ANSWER { Err(TextError::TooLong { limit: ANSWER, length }) } else { Note::parse(text) }
}
