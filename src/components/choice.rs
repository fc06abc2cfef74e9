//! Groups of choices: native radio buttons and checkboxes with a legend.

use markup::{Act, IntoView, Read, Signal, View, act, html, read};

use crate::{
    components::icon::icon_as,
    words::{check_in, common},
};

/// A question with its answers.
pub fn question(legend: &'static str, hint: &'static str, answers: View) -> View {
    html! {
        <fieldset class="question">
            <legend class="question__legend">{legend}{(!hint.is_empty()).then(|| html! { " " <small>{hint}</small> })}</legend>
            {answers}
        </fieldset>
    }
}

/// One radio button of a group. `label` comes after the button.
fn radio(class: &'static str, name: &'static str, chosen: Read<bool>, label: View, on_pick: Act<()>) -> View {
    html! {
        <label class=class>
            <input type="radio" name=name prop:checked=move || chosen() on:change=move |_| on_pick(())/>
            {label}
        </label>
    }
}

/// Two to five short words, one of which is chosen.
pub fn segmented<T>(
    name: &'static str,
    options: Vec<(T, String)>,
    chosen: impl Fn() -> T + 'static,
    on_pick: impl Fn(T) + 'static,
) -> View
where
    T: Copy + PartialEq + 'static,
{
    let (chosen, on_pick) = (read(chosen), act(on_pick));
    let option = |(value, label): (T, String)| {
        let (chosen, on_pick) = (chosen.clone(), on_pick.clone());
        segment(name, label, read(move || chosen() == value), act(move |()| on_pick(value)))
    };
    segments(options.into_iter().map(option).collect())
}

fn segment(name: &'static str, label: String, chosen: Read<bool>, on_pick: Act<()>) -> View {
    radio("segmented__option", name, chosen, html! { <span>{label}</span> }, on_pick)
}

fn segments(options: Vec<View>) -> View {
    html! { <div class="segmented" data-wide="">{options}</div> }
}

/// Five moods as five postures of one plant, from worst to best.
pub fn moods(
    name: &'static str,
    words: [&'static str; 5],
    chosen: impl Fn() -> Option<usize> + 'static,
    on_pick: impl Fn(usize) + 'static,
) -> View {
    moods_of(name, words, &read(chosen), &act(on_pick))
}

fn moods_of(name: &'static str, words: [&'static str; 5], chosen: &Read<Option<usize>>, on_pick: &Act<usize>) -> View {
    const PLANTS: [&str; 5] = ["mood-0", "mood-1", "mood-2", "mood-3", "mood-4"];
    let options: Vec<View> = words
        .into_iter()
        .zip(PLANTS)
        .enumerate()
        .map(|(level, (word, plant))| {
            let (chosen, on_pick) = (chosen.clone(), on_pick.clone());
            let label = html! { {icon_as("mood__plant", plant)}<span>{word}</span> };
            radio("mood__choice", name, read(move || chosen() == Some(level)), label, act(move |()| on_pick(level)))
        })
        .collect();
    html! { <div class="mood">{options}</div> }
}

/// Eleven numbers and Skip.
pub fn scale(
    name: &'static str,
    chosen: impl Fn() -> Option<u8> + 'static,
    on_pick: impl Fn(Option<u8>) + 'static,
) -> View {
    scale_of(name, &read(chosen), &act(on_pick))
}

fn scale_of(name: &'static str, chosen: &Read<Option<u8>>, on_pick: &Act<Option<u8>>) -> View {
    let on_skip = on_pick.clone();
    let mut steps: Vec<View> = (0..=10)
        .map(|level: u8| {
            let (chosen, on_pick) = (chosen.clone(), on_pick.clone());
            let label = html! { <span>{level}</span> };
            radio(
                "scale__step",
                name,
                read(move || chosen() == Some(level)),
                label,
                act(move |()| on_pick(Some(level))),
            )
        })
        .collect();
    steps.push(html! {
        <label class="scale__step" data-skip="">
            <input type="radio" name=name on:change=move |_| on_skip(None)/>
            <span>{common::skip()}</span>
        </label>
    });
    html! {
        <div class="scale">
            <div class="scale__steps">{steps}</div>
            <p class="scale__ends"><span>{check_in::craving_none()}</span><span>{check_in::craving_strongest()}</span></p>
        </div>
    }
}

/// A choice that may be made beside others.
pub fn chip(label: &'static str, chosen: impl Fn() -> bool + 'static, on_change: impl Fn(bool) + 'static) -> View {
    chip_of(label, read(chosen), act(on_change))
}

fn chip_of(label: &'static str, chosen: Read<bool>, on_change: Act<bool>) -> View {
    html! {
        <label class="chip">
            <input type="checkbox" prop:checked=move || chosen() on:change:target=move |event| on_change(event.target().checked())/>
            <span>{label}</span>
        </label>
    }
}

/// Chips beside one another.
pub fn chips(items: Vec<View>) -> View {
    html! { <div class="chips">{items}</div> }
}

/// A box for each of `all`, ticked where it is among `chosen`.
pub fn check_rows<T: Copy + PartialEq + 'static>(
    all: &[T],
    word: fn(T) -> &'static str,
    chosen: Signal<Vec<T>>,
) -> Vec<View> {
    let row = |one: T| {
        let tick = move |ticked| {
            chosen.update(|chosen| {
                chosen.retain(|other| *other != one);
                if ticked {
                    chosen.push(one);
                }
            });
        };
        check_row(word(one), move || chosen.with(|chosen| chosen.contains(&one)), tick)
    };
    all.iter().copied().map(row).collect()
}

/// A box to tick, with a line of words.
pub fn check_row(
    label: impl IntoView,
    checked: impl Fn() -> bool + 'static,
    on_change: impl Fn(bool) + 'static,
) -> View {
    check_row_of(label.into_view(), read(checked), act(on_change))
}

fn check_row_of(label: View, checked: Read<bool>, on_change: Act<bool>) -> View {
    html! {
        <label class="check-row">
            <input class="tick" type="checkbox" prop:checked=move || checked() on:change:target=move |event| on_change(event.target().checked())/>
            <span>{label}</span>
        </label>
    }
}
