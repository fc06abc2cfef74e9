//! A pace for the breath: a flower that opens and closes, words and numbers, counts to choose, no hold (6.10, 6.14).

use domain::tool::{Beat, Pace, Turn};
use leptos::prelude::untrack;
use markup::{Signal, View, follow, html, memo};

use super::{one::Use, step};
use crate::{
    components::page::button,
    state::{
        practice::{Way, is_hidden, pulse},
        stopwatch::Stopwatch,
    },
    words::{number, tools as words},
};

/// Breathing at `first`, or at a pace of the person's own, for `rounds`.
pub fn view(tool: Use, here: usize, text: String, first: Pace, rounds: usize) -> View {
    let pace = Signal::new(first);
    let clock = Stopwatch::default();
    clock.start();
    let beat = memo(move || pace.get().at(clock.seconds()));
    let over = memo(move || beat.get().round > rounds);
    let turn = memo(move || (clock.is_running() && !over.get()).then(|| beat.get().turn));
    guide(tool, clock, turn);
    follow(Box::new(move || {
        if over.get() {
            untrack(|| {
                clock.pause();
                step::count_ended(tool, here);
            });
        }
    }));
    let word = move || match (turn.get(), over.get()) {
        (_, true) => words::breathe_over(),
        (Some(Turn::In), _) => words::breathe_in(),
        (Some(Turn::Hold), _) => words::breathe_hold(),
        (Some(Turn::Out), _) => words::breathe_out(),
        (None, false) => words::breathe_rest(),
    };
    let count = move || turn.get().map(|_| number(beat.get().count));
    let round = move || words::round(&number(beat.get().round.min(rounds)), &number(rounds));
    let said = move || if pace.get() == first { text.clone() } else { words::dizzy().to_owned() };
    let run = move || if clock.is_running() { words::pause() } else { words::go_on() };
    let toggle = move || match (clock.is_running(), over.get_untracked()) {
        (true, _) => clock.pause(),
        (false, true) => {
            clock.again();
            clock.start();
        }
        (false, false) => clock.start(),
    };
    html! {
        <div class="breathe">
            {flower(turn, pace)}
            <p class="breathe__word">{word}" "<span class="breathe__number">{count}</span></p>
            {move || dots(pace.get(), beat, turn)}
            <p class="tool__note">{said}</p>
        </div>
        <div class="breathe__controls">
            {stepper(pace, clock, false)}
            {stepper(pace, clock, true)}
            {button("secondary", run, move || untrack(toggle))}
        </div>
        <p class="breathe__round">{round}</p>
    }
}

/// Says and vibrates what the breath does, each time it turns. It rests while nobody sees it.
fn guide(tool: Use, clock: Stopwatch, turn: Signal<Option<Turn>>) {
    follow(Box::new(move || {
        clock.seconds();
        if is_hidden() {
            untrack(|| clock.pause());
        }
    }));
    follow(Box::new(move || {
        let Some(turn) = turn.get() else { return };
        untrack(|| {
            let guidance = tool.state.guidance();
            let (word, pulses) = match turn {
                Turn::In => (words::breathe_in(), 1),
                Turn::Hold => (words::breathe_hold(), 3),
                Turn::Out => (words::breathe_out(), 2),
            };
            if guidance.has(Way::Vibrates) {
                pulse(pulses);
            }
            if guidance.has(Way::Aloud) {
                tool.state.speak_if_silent(word);
            }
        });
    }));
}

/// A flower that opens while the breath goes in. With less motion it stays open, and the numbers count.
fn flower(turn: Signal<Option<Turn>>, pace: Signal<Pace>) -> View {
    let word = move || match turn.get() {
        Some(Turn::In | Turn::Hold) => "in",
        Some(Turn::Out) => "out",
        None => "rest",
    };
    let seconds = move || match turn.get() {
        Some(Turn::Out) => number(usize::from(pace.get().outward)),
        _ => number(usize::from(pace.get().inward)),
    };
    let petal = |degrees: usize| html! { <path class="breathe__petal" transform=format!("rotate({degrees} 150 150)") d=PETAL></path> };
    let under: Vec<View> = (0..6).map(|place| petal(30 + 60 * place)).collect();
    let over: Vec<View> = (0..6).map(|place| petal(60 * place)).collect();
    html! {
        <svg class="breathe__flower" viewBox="0 0 300 300" aria-hidden="true">
            <circle class="breathe__halo" cx="150" cy="150" r="140"></circle>
            <g class="breathe__petals" data-turn=word data-seconds=seconds>
                <g class="breathe__under">{under}</g>
                {over}
                <circle class="breathe__eye" cx="150" cy="150" r="17"></circle>
            </g>
        </svg>
    }
}

const PETAL: &str = "M150 150C126 132 118 92 150 34 182 92 174 132 150 150Z";

/// A leaf for each second of a round; the one that is on is lit.
fn dots(pace: Pace, beat: Signal<Beat>, turn: Signal<Option<Turn>>) -> View {
    let leaves: Vec<View> = (0..pace.seconds())
        .map(|second| {
            let Beat { turn: its, count, .. } = pace.at(second);
            let on = move || {
                let now = beat.get();
                (turn.get().is_some() && now.turn == its && now.count == count).then_some("")
            };
            html! { <li data-on=on data-out=(its == Turn::Out && count == 1).then_some("")></li> }
        })
        .collect();
    html! { <ol class="breathe__count" aria-hidden="true">{leaves}</ol> }
}

/// One second less or more, in or out. The round begins again.
fn stepper(pace: Signal<Pace>, clock: Stopwatch, out: bool) -> View {
    let seconds = move || pace.with(|pace| if out { pace.outward } else { pace.inward });
    let set = move |seconds: u16| {
        pace.update(|pace| *pace = if out { pace.with_outward(seconds) } else { pace.with_inward(seconds) });
        clock.again();
        clock.start();
    };
    let shown = move || {
        let seconds = number(usize::from(seconds()));
        if out { words::pace_out(&seconds) } else { words::pace_in(&seconds) }
    };
    let (shorter, longer) =
        if out { (words::out_shorter(), words::out_longer()) } else { (words::in_shorter(), words::in_longer()) };
    html! {
        <div class="breathe__stepper">
            <button class="icon-button" type="button" aria-label=shorter on:click=move |_| set(untrack(seconds).saturating_sub(1))>"−"</button>
            <span aria-live="polite">{shown}</span>
            <button class="icon-button" type="button" aria-label=longer on:click=move |_| set(untrack(seconds) + 1)>"+"</button>
        </div>
    }
}
