//! The vine of the last days: it only climbs. A leaf for each thing kept, a flower for people, a ring for a hard day.

use std::fmt::Write;

use markup::{View, html};

/// One day of the vine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VineDay {
    /// Its name, shortened.
    pub name: &'static str,
    /// How many things were kept.
    pub kept: usize,
    /// Whether something was done with people.
    pub together: bool,
    /// Whether it was hard.
    pub hard: bool,
}

/// How far apart days stand, and how high the picture is.
const STEP: i32 = 50;
const HEIGHT: i32 = 136;

/// The vine up to today, which is the last of `days`; two open days follow, named `ahead`. `sentence` says what it shows.
pub fn vine(days: &[VineDay], ahead: [&'static str; 2], today_word: &'static str, sentence: String) -> View {
    let heights = heights(days);
    let point = |day: usize| (x(day), heights.get(day).copied().unwrap_or(HEIGHT));
    let last = days.len().saturating_sub(1);
    let mut stem = format!("M-6 {}", HEIGHT - 6);
    let mut before = (-6, HEIGHT - 6);
    for day in 0..days.len() {
        let (x, y) = point(day);
        let middle = i32::midpoint(before.0, x);
        let _ = write!(stem, "C{middle} {} {middle} {y} {x} {y}", before.1);
        before = (x, y);
    }
    let (tip_x, tip_y) = point(last);
    let parts: Vec<View> = days.iter().enumerate().map(|(day, what)| ornament(what, point(day))).collect();
    let names: Vec<View> = days
        .iter()
        .enumerate()
        .map(|(day, what)| {
            let now = day == last;
            html! { <li aria-current=now.then_some("date")><span>{what.name}{now.then(|| html! { <span class="visually-hidden">", "{today_word}</span> })}</span></li> }
        })
        .chain(ahead.into_iter().map(|name| html! { <li><span>{name}</span></li> }))
        .collect();
    html! {
        <div class="today-panel__week">
            <svg class="vine" viewBox=format!("0 0 350 {HEIGHT}") role="img" aria-label=sentence>
                <path class="vine__lattice" d=LATTICE></path>
                <path class="vine__bud" d=format!("M{tip_x} {tip_y}L358 {}", tip_y - 21)></path>
                <path class="vine__stem" d=stem></path>
                {parts}
                <circle class="vine__halo" cx=tip_x cy=tip_y r="10"></circle>
                <circle class="vine__today" cx=tip_x cy=tip_y r="5"></circle>
            </svg>
            <ol class="vine__days">{names}</ol>
        </div>
    }
}

/// The place of a vine that is not drawn yet, as large as it will be.
pub fn room(days: Vec<&'static str>, ahead: [&'static str; 2]) -> View {
    let names: Vec<View> = days.into_iter().chain(ahead).map(|name| html! { <li><span>{name}</span></li> }).collect();
    html! {
        <div class="today-panel__week" aria-hidden="true">
            <svg class="vine" viewBox=format!("0 0 350 {HEIGHT}")><path class="vine__lattice" d=LATTICE></path></svg>
            <ol class="vine__days">{names}</ol>
        </div>
    }
}

const LATTICE: &str = "M0 113 25 136M0 68 75 136M0 23 125 136M25 0 175 136M25 0 0 23M75 0 225 136M75 0 0 68M125 0 275 136M125 0 0 113M175 0 325 136M175 0 25 136M225 0 350 113M225 0 75 136M275 0 350 68M275 0 125 136M325 0 350 23M325 0 175 136M350 23 225 136M350 68 275 136M350 113 325 136";
const LEAF: &str = "M0 0C2.5-5.5 8.5-8 18.5-4.5 14.5 4 6.5 5.5 0 0Z";
const PETAL: &str = "M0 0C-3.6-2.6-4-7.6 0-11 4-7.6 3.6-2.6 0 0Z";

fn x(day: usize) -> i32 {
    STEP / 2 + STEP * i32::try_from(day).unwrap_or(0)
}

/// How high the stem stands on each day: never lower than the day before, and at most to the upper third.
fn heights(days: &[VineDay]) -> Vec<i32> {
    let mut height = HEIGHT - 26;
    days.iter()
        .map(|day| {
            height -= 4 + 4 * i32::try_from(day.kept.min(3)).unwrap_or(0);
            height.max(HEIGHT / 3)
        })
        .collect()
}

fn ornament(day: &VineDay, (x, y): (i32, i32)) -> View {
    let leaf = |number: usize| {
        let number = i32::try_from(number).unwrap_or(0);
        let (turn, scale) = if number % 2 == 0 { ("-66", "1.16") } else { ("22", "1.02,-1.02") };
        let place = format!("translate({} {}) rotate({turn}) scale({scale})", x - 16 + number * 10, y + 5 - number * 3);
        html! { <path class="vine__leaf" data-soft=(number % 2 == 1).then_some("") transform=place d=LEAF></path> }
    };
    let leaves: Vec<View> = (0..day.kept.min(3)).map(leaf).collect();
    let flower = day.together.then(|| {
        let petals: Vec<View> =
            (0..6).map(|petal| html! { <path class="vine__petal" transform=format!("rotate({})", 14 + 60 * petal) d=PETAL></path> }).collect();
        html! { <g transform=format!("translate({x} {y}) scale(1.2)")>{petals}<circle class="vine__eye" r="2.2"></circle></g> }
    });
    let ring = day.hard.then(|| html! { <circle class="vine__knot" cx=x cy=y r="5"></circle> });
    html! { {leaves}{flower}{ring} }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn a_vine_never_falls_and_stays_in_its_picture() {
        for kept in [0, 1, 9, usize::MAX] {
            let days = vec![VineDay { name: "", kept, together: true, hard: true }; 5];
            let heights = heights(&days);
            assert!(heights.windows(2).all(|pair| pair[1] <= pair[0]), "{heights:?}");
            assert!(heights.iter().all(|height| (0..HEIGHT).contains(height)));
        }
    }
}
