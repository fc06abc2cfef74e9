//! The check-in: a few questions, each of which may be skipped, kept as they are answered; then a warm answer.

pub mod others;

use std::rc::Rc;

use domain::{
    answer::{self, Answer},
    check_in::{CheckIn, Craving, Feeling, Mood, Sleep},
    day::Day,
    id::Id,
    text::{Note, TextError, Title},
};
use leptos::prelude::*;
use markup::{Signal, View, follow, html};

use crate::{
    components::{
        choice::{chip, chips, moods, question, scale, segmented},
        field::Field,
        icon::icon,
        page::{button, button_link, cluster, head},
        unkept,
    },
    route::Route,
    state::{AppState, id_of_day, minute_now, use_app_state},
    words::{check_in, common, dates, errors, nav, values},
};

/// The check-in of today, or of another day.
pub fn page(day: Option<Day>) -> View {
    let state = use_app_state();
    let on = day.unwrap_or_else(|| state.today.get_untracked());
    if on > state.today.get_untracked() {
        let back = button_link("primary", Route::Today.path(), "today", check_in::go_to_today());
        return html! { {head(nav::check_in(), "", ())}<p class="lead">{check_in::not_yet()}</p>{cluster(vec![back])} };
    }
    let first = state.check_in_on(on).map_or_else(|| CheckIn::new(on, minute_now()), |(_, known)| known);
    let saved = Signal::new(false);
    let form = Form { state, new: id_of_day(on), on, first: StoredValue::new(first) };
    let shown = move || {
        let answered = saved.get();
        untrack(|| if answered { form.answered(saved) } else { form.asked(saved) })
    };
    html! { {shown} }
}

/// A text as it stands in a field.
trait Typed {
    fn typed(&self) -> String;
}

impl Typed for Note {
    fn typed(&self) -> String {
        self.to_string()
    }
}

impl Typed for Option<Title> {
    fn typed(&self) -> String {
        self.as_deref().unwrap_or_default().to_owned()
    }
}

/// One check-in being filled in.
#[derive(Clone, Copy)]
struct Form {
    state: AppState,
    new: Id<CheckIn>,
    on: Day,
    first: StoredValue<CheckIn>,
}

impl Form {
    /// The check-in of the day, which another tab may have begun since this form opened; else a new one.
    fn id(self) -> Id<CheckIn> {
        self.state.check_in_on(self.on).map_or(self.new, |(known, _)| known)
    }

    fn now(self) -> CheckIn {
        self.state.check_in_on(self.on).map_or_else(|| self.first.get_value(), |(_, known)| known)
    }

    /// Keeps one answer.
    fn keep(self, edit: impl Fn(&mut CheckIn) + 'static) -> bool {
        let id = untrack(|| self.id());
        let first = self.first.get_value();
        self.state.keep(self.state.check_ins.change(id, move |old| {
            let mut check_in = old.unwrap_or_else(|| first.clone());
            edit(&mut check_in);
            Some(check_in)
        }))
    }

    /// What keeps a text as it is typed, and says whether it is kept. A text that another tab changed is shown, unless
    /// something else is typed here; a text not touched here is never written.
    fn keep_text<T: Typed + Clone + PartialEq + 'static>(
        self,
        field: Field,
        parse: fn(&str) -> Result<T, TextError>,
        of: fn(&CheckIn) -> T,
        put: fn(&mut CheckIn, T),
    ) -> Rc<dyn Fn() -> bool> {
        let known = Signal::new(of(&untrack(|| self.now())));
        follow(Box::new(move || {
            let now = of(&self.now());
            untrack(|| {
                let known_here = known.get();
                let typed = field.value.with(|typed| parse(typed));
                if now != known_here && typed.as_ref() == Ok(&known_here) {
                    field.value.set(now.typed());
                } else if now != known_here && typed.as_ref() != Ok(&now) {
                    // What is typed here will take its place.
                    self.state.check_ins.put_aside(&now.typed());
                }
                known.set(now);
            });
        }));
        Rc::new(move || {
            field.parse(parse, errors::text).is_some_and(|text| {
                known.with_untracked(|known| *known == text) || self.keep(move |check_in| put(check_in, text.clone()))
            })
        })
    }

    fn asked(self, saved: Signal<bool>) -> View {
        let start = self.now();
        let note = Field::lines("note", check_in::note(), start.note.to_string()).hint(check_in::note_hint());
        let thing =
            Field::line("thing", check_in::small_thing(), start.small_thing.as_deref().unwrap_or_default().to_owned())
                .hint(common::optional());
        let keep_note =
            self.keep_text(note, Note::parse, |check_in| check_in.note.clone(), |check_in, note| check_in.note = note);
        let keep_thing = self.keep_text(
            thing,
            Title::parse_optional,
            |check_in| check_in.small_thing.clone(),
            |check_in, thing| check_in.small_thing = thing,
        );
        let (note_typed, thing_typed) = (keep_note.clone(), keep_thing.clone());
        let save = move || {
            if untrack(|| self.now()).is_empty()
                && note.value.with_untracked(String::is_empty)
                && thing.value.with_untracked(String::is_empty)
            {
                self.state.open_page(Route::Today);
            } else if keep_note() & keep_thing() {
                saved.set(true);
                self.state.refocus();
            }
        };
        let feelings = Feeling::ALL
            .map(|feeling| {
                let has = move || self.now().feelings.has(feeling);
                chip(values::feeling(feeling), has, move |present| {
                    self.keep(move |check_in| check_in.feelings = check_in.feelings.with(feeling, present));
                })
            })
            .into();
        let skipped = Signal::new(false);
        let nights = Sleep::ALL
            .into_iter()
            .map(|sleep| (Some(Some(sleep)), values::sleep(sleep).to_owned()))
            .chain([(Some(None), common::skip().to_owned())])
            .collect();
        html! {
            {head(nav::check_in(), check_in::sub(&dates::near(self.on, self.state.today.get_untracked())), ())}
            <div class="split">
                <form class="stack" data-gap="section" on:submit=move |event| { event.prevent_default(); save(); }>
                    {question(check_in::mood(), check_in::mood_hint(), moods(
                        "mood",
                        Mood::ALL.map(values::mood),
                        move || self.now().mood.map(|mood| usize::from(mood.level())),
                        move |level: usize| { self.keep(move |check_in| check_in.mood = Mood::ALL.get(level).copied()); },
                    ))}
                    {question(check_in::craving(), check_in::craving_hint(), scale(
                        "craving",
                        move || self.now().craving.map(Craving::level),
                        move |level: Option<u8>| { self.keep(move |check_in| check_in.craving = level.and_then(Craving::new)); },
                    ))}
                    {question(check_in::sleep(), "", segmented(
                        "sleep",
                        nights,
                        // Nothing is chosen in advance: Skip is only once it was pressed.
                        move || self.now().sleep.map(Some).or(skipped.get().then_some(None)),
                        move |sleep: Option<Option<Sleep>>| {
                            skipped.set(sleep == Some(None));
                            self.keep(move |check_in| check_in.sleep = sleep.flatten());
                        },
                    ))}
                    {question(check_in::needs(), check_in::needs_hint(), chips(feelings))}
                    {unkept::note(note, move || { note_typed(); })}
                    {thing.view(move || { thing_typed(); })}
                    <div class="save-bar">
                        <button class="button" data-kind="primary" data-size="large" type="submit">{common::save()}</button>
                        <p class="small soft">{check_in::kept_as_you_go()}</p>
                    </div>
                </form>
                <aside class="stack" data-gap="3" aria-label=check_in::other_days()>
                    {self.day_before()}
                    {self.other_day()}
                    {move || self.state.check_in_on(self.on).map(|_| button("quiet", check_in::remove(), move || self.remove()))}
                </aside>
            </div>
        }
    }

    fn answered(self, saved: Signal<bool>) -> View {
        let now = self.now();
        let before = self.state.check_ins.with(|all| {
            all.iter()
                .filter(|(_, other)| other.on < self.on)
                .max_by_key(|(id, other)| (other.on, other.at, *id))
                .map(|(_, other)| other.clone())
        });
        let answers = answer::to(&now, before.as_ref());
        let said: Vec<View> =
            answers.iter().map(|said| html! { <p class="lead">{values::answer(*said)}</p> }).collect();
        let mut acts = vec![button_link("primary", Route::Today.path(), "today", check_in::go_to_today())];
        if answers.iter().any(|said| matches!(said, Answer::VeryHard | Answer::StrongCraving)) {
            acts.insert(0, button_link("people", Route::Help.path(), "help", nav::help()));
        }
        if answers.iter().any(|said| matches!(said, Answer::StrongCraving | Answer::Lonely | Answer::VeryHard)) {
            acts.push(button_link("people-soft", Route::Support.path(), "phone", check_in::call_someone()));
        }
        if answers.iter().any(|said| matches!(said, Answer::StrongCraving | Answer::SomeCraving)) {
            acts.push(button_link("secondary", Route::Craving.path(), "wave", check_in::craving_tools()));
            acts.push(button_link(
                "secondary",
                Route::Lesson("waves".into()).path(),
                "learn",
                check_in::about_cravings(),
            ));
        }
        if answers.contains(&Answer::Low) {
            acts.push(button_link("secondary", Route::Discover.path(), "sprout", check_in::find_something()));
        }
        let (state, on) = (self.state, self.on);
        let others = move || state.later.get().part().map(|part| untrack(|| (part.others)(state, on)));
        html! {
            {head(check_in::saved(), dates::near(self.on, self.state.today.get_untracked()), ())}
            <div class="stack measure" data-gap="6">
                {said}
                {cluster(acts)}
                {cluster(vec![button("quiet", check_in::change(), move || saved.set(false))])}
                {others}
            </div>
        }
    }

    fn day_before(self) -> View {
        let Some((_, before)) = self.state.check_in_on(self.on.plus(-1)) else { return View::empty() };
        let fact = |name: &'static str, value: Option<String>| {
            value.map(|value| html! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        };
        html! {
            <div class="card">
                <h2 class="reasons__title">{check_in::day_before()}</h2>
                <dl class="facts">
                    {fact(check_in::mood_short(), before.mood.map(|mood| values::mood(mood).to_owned()))}
                    {fact(check_in::craving_short(), before.craving.map(|craving| check_in::of_ten(&craving.level().to_string())))}
                    {fact(check_in::sleep_short(), before.sleep.map(|sleep| values::sleep(sleep).to_owned()))}
                    {fact(check_in::small_thing_short(), before.small_thing.map(|thing| thing.to_string()))}
                </dl>
            </div>
        }
    }

    /// Leads to the check-in of any day up to today.
    fn other_day(self) -> View {
        let day = Field::line("day", check_in::another_day(), self.on.to_string()).kind("date");
        let go = move || {
            if let Some(day) = day.parse(Day::parse, |error| errors::day(error).to_owned()) {
                self.state.open_page(Route::CheckIn((day != self.state.today.get_untracked()).then_some(day)));
            }
        };
        html! { {day.view(|| ())}{cluster(vec![button("secondary", html! { {icon("right")}{check_in::open_day()} }, go)])} }
    }

    fn remove(self) {
        let Some((id, removed)) = untrack(|| self.state.check_in_on(self.on)) else { return };
        if self.state.keep(self.state.check_ins.put(id, None)) {
            let state = self.state;
            state.open_page(Route::Today);
            state.notices.say_with_undo(check_in::removed(), move || {
                state.keep(state.check_ins.put(id, Some(removed.clone())));
            });
        }
    }
}
