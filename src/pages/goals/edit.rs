//! A goal being set or changed.

mod entry;
mod ideas;
mod rows;

use domain::{
    day::{Day, DayError},
    goal::{Cadence, Goal, Hurdle, Step, Template, Value},
    id::Id,
    stamp::Stamp,
    text::{Note, Title},
};
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{
        callout::restored,
        choice::{check_row, chip, chips, question, segmented},
        field::Field,
        page::{button, form as form_of, head, submit},
    },
    pages::goals::edit::{
        entry::{Entry, Often},
        rows::Rows,
    },
    route::Route,
    state::{AppState, new_id, use_app_state},
    words::{common, errors, goals, ideas as idea_words, number, values},
};

/// The page of a new goal.
pub fn page(id: Option<Id<Goal>>) -> View {
    let state = use_app_state();
    form(id, act(move |()| state.open_page(Route::Goals)), act(|()| {}))
}

/// The form. `on_close` is called after saving and on cancelling, `on_back` when what was cancelled is wanted again.
pub fn form(id: Option<Id<Goal>>, on_close: Act<()>, on_back: Act<()>) -> View {
    let state = use_app_state();
    let before = id.and_then(|id| state.more().goals.get_untracked(id));
    let entry = Entry::left(state, id).or_else(|| before.as_ref().map(Entry::of)).unwrap_or_else(Entry::blank);
    Form::new(state, id, &entry).view(on_close, on_back)
}

/// A goal being filled in.
#[derive(Clone, Copy)]
struct Form {
    state: AppState,
    id: Option<Id<Goal>>,
    title: Field,
    why: Field,
    values: Signal<Vec<Value>>,
    steps: Rows,
    plans: Rows,
    often: Signal<Often>,
    times: Signal<u8>,
    weeks: Field,
    until: Field,
    shows_runs: Signal<bool>,
    seen: Signal<Option<Stamp>>,
}

/// What was typed and holds.
struct Typed {
    title: Title,
    why: Note,
    steps: Vec<Step>,
    plans: Vec<Hurdle>,
    cadence: Cadence,
    until: Option<Day>,
}

impl Form {
    fn new(state: AppState, id: Option<Id<Goal>>, entry: &Entry) -> Self {
        let own = |text: &String| text.clone();
        Self {
            state,
            id,
            title: Field::line("title", goals::what(), own(&entry.title)),
            why: Field::lines("why", goals::why(), own(&entry.why)).hint(common::optional()),
            values: Signal::new(entry.values.clone()),
            steps: Rows::steps(&entry.steps),
            plans: Rows::plans(&entry.plans),
            often: Signal::new(entry.often),
            times: Signal::new(entry.times),
            weeks: Field::line("weeks", goals::how_many_weeks(), own(&entry.weeks)).kind("number"),
            until: Field::line("until", goals::until(), own(&entry.until)).kind("date").hint(goals::until_hint()),
            shows_runs: Signal::new(entry.shows_runs),
            seen: Signal::new(id.and_then(|id| state.more().goals.seen(id))),
        }
    }

    fn entry(self) -> Entry {
        Entry {
            title: self.title.value.get_untracked(),
            why: self.why.value.get_untracked(),
            values: self.values.get_untracked(),
            steps: self.steps.texts(),
            plans: self.plans.texts(),
            often: self.often.get_untracked(),
            times: self.times.get_untracked(),
            weeks: self.weeks.value.get_untracked(),
            until: self.until.value.get_untracked(),
            shows_runs: self.shows_runs.get_untracked(),
        }
    }

    fn put(self, entry: &Entry) {
        for (field, text) in
            [(self.title, &entry.title), (self.why, &entry.why), (self.weeks, &entry.weeks), (self.until, &entry.until)]
        {
            field.value.set(text.clone());
            field.error.set(None);
        }
        self.values.set(entry.values.clone());
        self.steps.put(&entry.steps);
        self.plans.put(&entry.plans);
        self.often.set(entry.often);
        self.times.set(entry.times);
        self.shows_runs.set(entry.shows_runs);
        self.keep_draft();
    }

    fn keep_draft(self) {
        self.entry().leave(self.state, self.id);
    }

    /// Fills the form; what stood there can be had back.
    fn take(self, template: Template) {
        let before = self.entry();
        self.put(&before.with_idea(template));
        let filled = self.entry();
        self.state.refocus();
        self.state.notices.say_with_undo(idea_words::filled(), move || {
            // What was typed since is not taken away.
            if self.title.value.is_there() {
                if self.entry() == filled {
                    self.put(&before);
                }
            } else if Entry::left(self.state, self.id).as_ref() == Some(&filled) {
                before.leave(self.state, self.id);
            }
        });
    }

    fn cadence(self) -> Option<Cadence> {
        let wrong = |_: Option<()>| goals::weeks_wrong().to_owned();
        let weeks = |text: &str| text.trim().parse().ok().filter(|weeks| Cadence::WEEKS.contains(weeks)).ok_or(None);
        Some(match self.often.get_untracked() {
            Often::Once => Cadence::Once,
            Often::Daily => Cadence::Daily,
            Often::Weekdays => Cadence::Weekdays,
            Often::Weekly => Cadence::Weekly(self.times.get_untracked()),
            Often::EveryWeeks => Cadence::EveryWeeks(self.weeks.parse(weeks, wrong)?),
        })
    }

    /// The last day; the outer `None` if it cannot be one.
    #[expect(clippy::option_option, reason = "no last day is a value of its own")]
    fn last_day(self, known: Option<Day>) -> Option<Option<Day>> {
        let day = self.until.parse(optional_day, |error| errors::day(error).to_owned())?;
        let past = day != known && day.is_some_and(|day| day < self.state.today.get_untracked());
        if past {
            self.until.error.set(Some(goals::until_past().to_owned()));
        }
        (!past).then_some(day)
    }

    fn typed(self, before: Option<&Goal>) -> Option<Typed> {
        let done = |title: &Title| {
            before.and_then(|one| one.steps.iter().find(|step| step.title == *title)).and_then(|step| step.done)
        };
        let (title, why) = (self.title.parse(Title::parse, errors::text), self.why.parse(Note::parse, errors::text));
        let (steps, plans) = (self.steps.parse_steps(), self.plans.parse_plans());
        let (cadence, until) = (self.cadence(), self.last_day(before.and_then(|one| one.until)));
        // A step that was done stays done as long as its words stay.
        let steps = steps?.into_iter().map(|(title, by)| Step { done: done(&title), title, by }).collect();
        Some(Typed { title: title?, why: why?, steps, plans: plans?, cadence: cadence?, until: until? })
    }

    fn save(self) -> bool {
        let before = self.id.and_then(|id| self.state.more().goals.get_untracked(id));
        let Some(Typed { title, why, steps, plans, cadence, until }) = self.typed(before.as_ref()) else {
            return false;
        };
        let today = self.state.today.get_untracked();
        let goal = match before {
            Some(before) => before.asking(cadence, until, today),
            None => Goal { until, ..Goal::new(title.clone(), cadence, today) },
        };
        let (values, shows_runs) = (self.values.get_untracked(), self.shows_runs.get_untracked());
        let goal = Goal { title, why, values, steps, hurdles: plans, shows_runs, ..goal };
        let goal_id = self.id.unwrap_or_else(new_id);
        let kept = self.state.keep(self.state.more().goals.put_over(goal_id, self.seen.get_untracked(), Some(goal)));
        // What stands there now has been shown: saving again is meant.
        self.seen.set(self.id.and_then(|id| self.state.more().goals.seen(id)));
        if kept {
            Entry::forget(self.state, self.id);
        }
        kept
    }

    fn view(self, on_close: Act<()>, on_back: Act<()>) -> View {
        let on_saved = on_close.clone();
        let save = move || {
            if self.save() {
                on_saved(());
            }
        };
        let cancel = move || {
            match self.id {
                Some(id) => {
                    let on_back = on_back.clone();
                    Entry::drop_left(self.state, id, move || on_back(()));
                }
                None => self.keep_draft(),
            }
            on_close(());
        };
        let keep = move || self.keep_draft();
        let title = if self.id.is_some() { goals::edit_title() } else { goals::new() };
        let ideas = self.id.is_none().then(|| ideas::list(&act(move |template| self.take(template))));
        let body = html! {
            {ideas}
            {self.title.view(keep)}
            {self.why.view(keep)}
            {question(goals::values(), common::optional(), chips(self.value_chips()))}
            {self.how_often()}
            {self.until.view(keep)}
            {self.steps.view(keep)}
            {self.plans.view(keep)}
            <div class="stack" data-gap="1">
                {check_row(goals::in_a_row(), move || self.shows_runs.get(), move |shown| { self.shows_runs.set(shown); self.keep_draft(); })}
                <p class="small soft">{goals::in_a_row_hint()}</p>
            </div>
            <div class="save-bar">
                {submit(common::save())}
                {button("quiet", common::cancel(), cancel)}
            </div>
        };
        let is_restored = self.id.is_some_and(|id| Entry::is_begun(self.state, id));
        html! {
            {head(title, goals::edit_sub(), ())}
            {restored(is_restored)}
            {form_of("stack measure", "section", save, body)}
        }
    }

    fn value_chips(self) -> Vec<View> {
        Value::ALL
            .map(|value| {
                chip(
                    values::value(value),
                    move || self.values.with(|all| all.contains(&value)),
                    move |chosen| {
                        self.values.update(|all| {
                            all.retain(|other| *other != value);
                            if chosen {
                                all.push(value);
                            }
                        });
                        self.keep_draft();
                    },
                )
            })
            .into()
    }

    fn how_often(self) -> View {
        let word = |often| match often {
            Often::Once => goals::once(),
            Often::Daily => goals::daily(),
            Often::Weekdays => goals::weekdays(),
            Often::Weekly => goals::weekly_short(),
            Often::EveryWeeks => goals::every_weeks_short(),
        };
        let offered = Often::ALL.map(|often| (often, word(often).to_owned())).to_vec();
        let pick = move |chosen| {
            self.often.set(chosen);
            self.keep_draft();
        };
        let times = move || {
            let options = Cadence::TIMES.map(|times| (times, number(usize::from(times)))).collect();
            let pick = move |chosen| {
                self.times.set(chosen);
                self.keep_draft();
            };
            html! {
                {segmented("times", options, move || self.times.get(), pick)}
                <p class="small soft">{move || values::cadence(Cadence::Weekly(self.times.get()))}</p>
            }
        };
        let asked = move || match self.often.get() {
            Often::Weekly => leptos::prelude::untrack(times),
            Often::EveryWeeks => leptos::prelude::untrack(|| self.weeks.view(move || self.keep_draft())),
            Often::Once | Often::Daily | Often::Weekdays => View::empty(),
        };
        let body = html! { <div class="stack" data-gap="3">{segmented("often", offered, move || self.often.get(), pick)}{asked}</div> };
        question(goals::how_often(), "", body)
    }
}

/// Forgets what was left in the form of a goal that goes. What comes back brings it there again.
pub fn forget(state: AppState, id: Id<Goal>) -> impl Fn() + 'static {
    Entry::take_left(state, id)
}

/// A day that may be left out.
pub fn optional_day(text: &str) -> Result<Option<Day>, DayError> {
    if text.trim().is_empty() { Ok(None) } else { Day::parse(text).map(Some) }
}
