//! The fields of when a meeting is, and its next times as they would be.

use domain::{day::Day, meeting::Zone, schedule};
use leptos::prelude::untrack;
use markup::{Act, IntoView, View, act, html};

use super::{MOST_LEFT_OUT, NTH, Repeat, When};
use crate::{
    components::{
        choice::{chip, chips, question, segmented},
        field::{Field, Label},
        icon::icon,
        page::{button, cluster},
        select::select,
    },
    state::meetings as state_of,
    words::{dates, errors, groups, meetings as words},
};

impl When {
    /// The fields. `on_change` hears of every change.
    pub fn view(self, on_change: impl Fn() + Copy + 'static) -> View {
        let changed = act(move |()| on_change());
        let repeats = Repeat::ALL.map(|one| (one, one.word().to_owned())).to_vec();
        let pick = move |one: Repeat| {
            self.repeat.set(one);
            on_change();
        };
        let detail = changed.clone();
        html! {
            {question(words::how_often(), "", html! {
                {segmented("repeat", repeats, move || self.repeat.get(), pick)}
                {move || { let repeat = self.repeat.get(); untrack(|| self.detail(repeat, &detail)) }}
            })}
            <div class="field-row">{self.at.view(on_change)}{self.minutes.view(on_change)}</div>
            <div class="field-row">
                {self.from.view(on_change)}
                {move || { let once = self.repeat.get() == Repeat::Once; untrack(|| (!once).then(|| self.until.view(on_change))) }}
            </div>
            {self.zones(changed.clone())}
            {move || { let once = self.repeat.get() == Repeat::Once; let changed = changed.clone(); untrack(|| (!once).then(|| self.left_out(changed))) }}
            <div class="card" data-tone="quiet"><div class="stack" data-gap="1"><p><b>{words::preview()}</b></p>{move || self.preview()}</div></div>
        }
    }

    /// What is asked about the way it repeats.
    fn detail(self, repeat: Repeat, changed: &Act<()>) -> View {
        let label = match repeat {
            Repeat::Once => return View::empty(),
            Repeat::Days => words::every_days(),
            Repeat::Weeks => words::every_weeks(),
            Repeat::Months => words::every_months(),
        };
        let typed = changed.clone();
        let every = Field { label: Label::Plain(label), ..self.every }.view(move || typed(()));
        let which = match repeat {
            Repeat::Once | Repeat::Days => View::empty(),
            Repeat::Weeks => self.weekdays(changed),
            Repeat::Months => self.of_month(changed),
        };
        html! { {which}{every} }
    }

    fn weekdays(self, changed: &Act<()>) -> View {
        let all: Vec<View> = (0..7)
            .map(|day: u8| {
                let changed = changed.clone();
                chip(
                    groups::weekday(day),
                    move || self.on.with(|on| on.has(day)),
                    move |is_in| {
                        self.on.update(|on| *on = on.with(day, is_in));
                        changed(());
                    },
                )
            })
            .collect();
        html! { <div role="group" aria-label=words::on_which_days()>{chips(all)}</div> }
    }

    fn of_month(self, changed: &Act<()>) -> View {
        let place = |place: usize| place.to_string();
        let nths = NTH.iter().enumerate().map(|(number, nth)| (place(number), groups::nth(*nth).to_owned())).collect();
        let days = (0..7).map(|day: u8| (day.to_string(), groups::weekday(day).to_owned())).collect();
        let now = self.nth.get_untracked();
        let chosen = place(NTH.iter().position(|one| *one == now).unwrap_or(0));
        let (picked, moved) = (changed.clone(), changed.clone());
        let pick = move |value: String| {
            if let Some(nth) = value.parse::<usize>().ok().and_then(|place| NTH.get(place)) {
                self.nth.set(*nth);
                picked(());
            }
        };
        let pick_day = move |value: String| {
            self.weekday.set(value.parse().unwrap_or(0));
            moved(());
        };
        html! {
            <div class="field-row">
                {select("nth", words::which(), "", nths, &chosen, pick)}
                {select("weekday", words::weekday(), "", days, &self.weekday.get_untracked().to_string(), pick_day)}
            </div>
        }
    }

    fn zones(self, changed: Act<()>) -> View {
        let chosen = self.zone.get_untracked();
        let mut names = state_of::zone_names();
        if !chosen.is_empty() && !names.contains(&chosen) {
            names.push(chosen.clone());
        }
        let offered = |name: String| {
            let words = Zone::parse(&name).map_or_else(String::new, |zone| groups::zone(&zone));
            (name, words)
        };
        let mut options: Vec<(String, String)> = names.into_iter().map(offered).collect();
        options.sort_by(|one, other| one.1.cmp(&other.1));
        options.insert(0, (String::new(), words::zone_mine().to_owned()));
        select("zone", words::zone(), words::zone_hint(), options, &chosen, move |name| {
            self.zone.set(name);
            changed(());
        })
    }

    /// The days left out, each with a way back, and a field for another one.
    fn left_out(self, changed: Act<()>) -> View {
        let add = {
            let changed = changed.clone();
            move || {
                let Some(day) = self.leave_out.parse(Day::parse, |error| errors::day(error).to_owned()) else { return };
                let mut days = self.except.get_untracked();
                if let Err(place) = days.binary_search(&day)
                    && days.len() < MOST_LEFT_OUT
                {
                    days.insert(place, day);
                    self.except.set(days);
                }
                self.leave_out.value.set(String::new());
                changed(());
            }
        };
        let rows = move || {
            let changed = changed.clone();
            self.except.with(|days| days.iter().map(|day| self.left_out_day(*day, changed.clone())).collect::<Vec<_>>())
        };
        html! {
            <div class="stack" data-gap="2" role="group" aria-label=words::left_out()>
                {rows}
                {self.leave_out.view(|| ())}
                {cluster(vec![button("secondary", words::leave_out_add(), add)])}
            </div>
        }
    }

    fn left_out_day(self, day: Day, changed: Act<()>) -> View {
        let back = move || {
            self.except.update(|days| days.retain(|other| *other != day));
            changed(());
        };
        let shown = dates::full(day);
        html! {
            <p class="left-out"><span>{words::not_on(&shown)}</span><button class="icon-button" type="button" aria-label=words::not_on_back(&shown) on:click=move |_| back()>{icon("close")}</button></p>
        }
    }

    /// The next times as they stand in the form, on my own clock.
    fn preview(self) -> View {
        for field in [self.from, self.at, self.every, self.until] {
            field.value.track();
        }
        self.repeat.track();
        self.on.track();
        self.nth.track();
        self.weekday.track();
        self.except.track();
        self.zone.track();
        let Some((when, at, zone)) = self.so_far() else {
            return html! { <p class="soft">{words::preview_none()}</p> };
        };
        let today = self.state.today.get();
        let times = schedule::times(&when, at, zone.as_ref(), today, 3, &state_of::shown);
        if times.is_empty() {
            return html! { <p class="soft">{words::preview_over()}</p> };
        }
        let line = |(on, at)| html! { <p>{format!("{} · {}", dates::near(on, today), dates::time(at))}</p> };
        times.into_iter().map(line).collect::<Vec<View>>().into_view()
    }
}
