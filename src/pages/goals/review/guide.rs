//! A review being made, one question after the other. What is typed is kept as a draft.

use domain::{
    day::Week,
    draft::{self, Draft},
    review::Review,
    text::Note,
};
use leptos::prelude::untrack;
use markup::{Signal, View, html};

use super::{is_of, shown, span};
use crate::{
    components::{
        field::Field,
        page::{button, button_link, form, head, submit},
        unkept::Written,
    },
    route::Route,
    state::AppState,
    words::{check_in, errors, number, review as words},
};

/// How many steps there are.
const STEPS: usize = 5;

/// A review being made.
#[derive(Clone, Copy)]
struct Guide {
    state: AppState,
    week: Week,
    step: Signal<usize>,
    /// What went well, got in the way, changes, and comes next.
    notes: [Written; 4],
}

/// The steps. `editing` says whether a review there is is being changed.
pub fn view(state: AppState, week: Week, editing: Signal<bool>) -> View {
    let left = state.more().drafts.get_untracked(draft::review(week)).filter(|draft| is_of(draft, week));
    let made = state.review_of(week).map(|(_, review)| review);
    let text = |place: usize| -> String {
        if let Some(Draft { fields }) = &left {
            return fields.get(place + 2).cloned().unwrap_or_default();
        }
        let note = |one: &Review| [&one.well, &one.way, &one.change, &one.next].get(place).map(|note| note.to_string());
        made.as_ref().and_then(note).unwrap_or_default()
    };
    let step = left.as_ref().and_then(|draft| draft.fields.get(1)?.parse().ok()).filter(|step| *step < STEPS);
    let guide = Guide {
        state,
        week,
        step: Signal::new(step.unwrap_or(0)),
        notes: [
            Written::new(Field::lines("well", words::well(), text(0)).hint(words::well_hint()), "well-unkept"),
            Written::new(Field::lines("way", words::way(), text(1)).hint(words::way_hint()), "way-unkept"),
            Written::new(
                Field::lines("change", words::change_ask(), text(2)).hint(words::change_hint()),
                "change-unkept",
            ),
            Written::new(Field::lines("next", words::next_ask(), text(3)).hint(words::next_hint()), "next-unkept"),
        ],
    };
    guide.view(editing)
}

impl Guide {
    fn keep_draft(self) {
        let mut fields = vec![self.week.to_string(), self.step.get_untracked().to_string()];
        fields.extend(self.notes.map(|one| one.note.value.get_untracked()));
        self.state.keep_draft(draft::review(self.week), &fields);
    }

    fn go(self, step: usize) {
        self.step.set(step);
        self.keep_draft();
        self.state.refocus();
    }

    /// Keeps the review. What is wrong stands at its field, and its step is shown.
    fn save(self) -> bool {
        let notes = self.notes.map(|one| one.note.parse(Note::parse, errors::text));
        let wrong = notes.iter().position(Option::is_none);
        let [Some(well), Some(way), Some(change), Some(next)] = notes else {
            self.go(match wrong {
                None | Some(..2) => 2,
                Some(2) => 3,
                Some(_) => 4,
            });
            return false;
        };
        let [on, ..] = self.week.days();
        self.state.keep_review(self.week, Review { on, well, way, change, next })
    }

    fn view(self, editing: Signal<bool>) -> View {
        let next = move || match self.step.get_untracked() {
            last if last + 1 >= STEPS => {
                if self.save() {
                    editing.set(false);
                    self.state.refocus();
                    self.state.notices.say(words::saved());
                }
            }
            step => self.go(step + 1),
        };
        let title = |step| match step {
            0 => words::said(),
            1 => words::did(),
            2 => words::how(),
            3 => words::change(),
            _ => words::next(),
        };
        let heading = move || {
            let step = self.step.get();
            let place = words::step(&number(step + 1), &number(STEPS));
            head(title(step), format!("{} · {} · {place}", words::title(), span(self.week)), ())
        };
        let body = move || {
            let step = self.step.get();
            untrack(|| self.body(step))
        };
        let buttons = move || {
            let step = self.step.get();
            let label = if step + 1 == STEPS { crate::words::common::save() } else { words::next_step() };
            let back = if step == 0 {
                button_link("quiet", Route::Reviews.path(), "left", words::title())
            } else {
                button("quiet", words::back(), move || self.go(step.saturating_sub(1)))
            };
            html! { <div class="save-bar">{submit(label)}{back}</div> }
        };
        html! {
            {heading}
            {form("stack measure", "section", next, html! { {body}<p class="small soft">{words::kept_here()}</p>{buttons} })}
        }
    }

    fn body(self, step: usize) -> View {
        let [well, way, change, next] = self.notes;
        let keep = move || self.keep_draft();
        let state = self.state;
        match step {
            0 => html! { {shown::said(state, self.week)}{shown::goals(state, self.week)} },
            1 => html! { <p class="soft">{words::did_sub()}</p>{shown::numbers(state, self.week)} },
            2 => {
                let hard = (state.numbers_of(self.week).hard > 0).then(|| {
                    html! { <p class="small">{words::hard()}" "<a href=Route::Support.path()>{check_in::call_someone()}</a></p> }
                });
                html! {
                    <div role="group" aria-label=words::well()>{well.view(keep)}</div>
                    <div role="group" aria-label=words::way()>{way.view(keep)}</div>
                    {hard}
                }
            }
            3 => html! { {shown::own(words::way(), &way.text().get_untracked())}{change.view(keep)} },
            _ => {
                html! { {shown::own(words::change(), &change.text().get_untracked())}{next.view(keep)}{shown::goals_ahead(state)} }
            }
        }
    }
}
