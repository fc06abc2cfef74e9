//! A target as a calm view: how many meetings there were in so many days. No streak, and nothing is lost.

use domain::{day::Day, meeting::Target, schedule::TargetView};
use markup::{Signal, View, act, html};

use crate::{
    components::{
        bar::bar,
        field::Field,
        page::{button, cluster, section},
        sheet::sheet,
    },
    state::{AppState, use_app_state},
    words::{attendance as words, common, dates, errors, number},
};

/// Up to so many days are shown one by one.
const ONE_BY_ONE: usize = 120;
/// What is offered first: ninety meetings in ninety days, as many groups suggest.
const OFFERED: u16 = 90;

/// The target, or the way to one.
pub fn view(state: AppState) -> View {
    let open = Signal::new(false);
    let body = move || match state.target() {
        None => html! {
            <p>{words::target_none()}</p>
            {cluster(vec![button("secondary", words::target_set(), move || open.set(true))])}
        },
        Some(target) => standing(state, target, open),
    };
    let form = move || if open.get() { leptos::prelude::untrack(|| form(open)) } else { View::empty() };
    html! {
        {section(words::target(), (), html! { <div class="card"><div class="stack" data-gap="3">{body}</div></div> })}
        {form}
    }
}

fn standing(state: AppState, target: Target, open: Signal<bool>) -> View {
    let today = state.today.get();
    let view = state.more().attendances.with(|all| target.view(all, today));
    let count = number(view.days.len());
    let percent = (view.there * 100 / view.of.max(1)).min(100);
    let time = if view.begun == 0 {
        words::target_ahead(&dates::full(target.from))
    } else if view.left == 0 && today > target.last() {
        words::target_over(&count)
    } else {
        words::target_day(&number(view.begun), &count)
    };
    let warm = if view.there >= view.of { words::target_reached() } else { words::target_calm() };
    let remove = move || {
        state.set_target(None, words::target_removed());
    };
    html! {
        {bar(words::target(), percent, words::target_there(view.there), words::target_of(&number(view.of)))}
        {field(&view)}
        <p>{time}</p>
        <p class="small soft">{warm}</p>
        {cluster(vec![
            button("secondary", words::target_change(), move || open.set(true)),
            button("quiet", common::remove(), remove),
        ])}
    }
}

/// A square for each day; one with a meeting becomes a leaf.
fn field(view: &TargetView) -> View {
    if view.days.len() > ONE_BY_ONE {
        return View::empty();
    }
    let squares: Vec<View> = view
        .days
        .iter()
        .enumerate()
        .map(|(place, count)| {
            let now = (place + 1 == view.begun).then_some("");
            html! { <i data-done=(*count > 0).then_some("") data-now=now></i> }
        })
        .collect();
    html! { <div class="tally target" aria-hidden="true">{squares}</div> }
}

fn form(open: Signal<bool>) -> View {
    let state = use_app_state();
    let known = state.target();
    let today = state.today.get_untracked();
    let text = |count: Option<u16>| count.unwrap_or(OFFERED).to_string();
    let meetings =
        Field::line("target-meetings", words::target_meetings(), text(known.map(|one| one.meetings))).kind("number");
    let days = Field::line("target-days", words::target_days(), text(known.map(|one| one.days))).kind("number");
    let from =
        Field::line("target-from", words::target_from(), known.map_or(today, |one| one.from).to_string()).kind("date");
    let save = move || {
        let whole =
            |typed: &str| typed.trim().parse::<u16>().ok().filter(|count| (1..=Target::MOST).contains(count)).ok_or(());
        let say = |()| words::target_wrong(&number(usize::from(Target::MOST)));
        let counts = (meetings.parse(whole, say), days.parse(whole, say));
        let from = from.parse(Day::parse, |error| errors::day(error).to_owned());
        let ((Some(meetings), Some(days)), Some(from)) = (counts, from) else { return };
        if state.set_target(Target::new(meetings, days, from), words::target_kept()) {
            open.set(false);
        }
    };
    sheet(
        words::target(),
        act(move |()| open.set(false)),
        html! {
            <form class="stack" on:submit=move |event| { event.prevent_default(); save(); }>
                <p class="soft">{words::target_about()}</p>
                <div class="field-row">{meetings.view(|| ())}{days.view(|| ())}</div>
                {from.view(|| ())}
                <div class="sheet__actions">
                    {button("secondary", common::cancel(), move || open.set(false))}
                    <button class="button" data-kind="primary" type="submit">{common::save()}</button>
                </div>
            </form>
        },
    )
}
