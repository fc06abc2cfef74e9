//! Pairs of fields one below the other: steps with their days, and plans of an if and a then.

use domain::{
    day::Day,
    goal::Hurdle,
    text::{TextError, Title},
};
use markup::{Act, Signal, View, act, html};

use super::optional_day;
use crate::{
    components::{
        field::{Field, Label},
        icon::icon,
        page::{button, cluster},
    },
    words::{errors, goals},
};

/// The ids of the fields: as many as there may be.
const STEP_IDS: [[&str; 2]; 12] = [
    ["step-0", "step-day-0"],
    ["step-1", "step-day-1"],
    ["step-2", "step-day-2"],
    ["step-3", "step-day-3"],
    ["step-4", "step-day-4"],
    ["step-5", "step-day-5"],
    ["step-6", "step-day-6"],
    ["step-7", "step-day-7"],
    ["step-8", "step-day-8"],
    ["step-9", "step-day-9"],
    ["step-10", "step-day-10"],
    ["step-11", "step-day-11"],
];
const PLAN_IDS: [[&str; 2]; 6] = [
    ["plan-if-0", "plan-then-0"],
    ["plan-if-1", "plan-then-1"],
    ["plan-if-2", "plan-then-2"],
    ["plan-if-3", "plan-then-3"],
    ["plan-if-4", "plan-then-4"],
    ["plan-if-5", "plan-then-5"],
];

/// What the pairs are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Steps,
    Plans,
}

/// Pairs of fields.
#[derive(Clone, Copy)]
pub struct Rows {
    kind: Kind,
    rows: Signal<Vec<[Field; 2]>>,
}

impl Rows {
    /// Steps, each with its day.
    pub fn steps(texts: &[(String, String)]) -> Self {
        Self { kind: Kind::Steps, rows: Signal::new(fields(texts)) }
    }

    /// Plans: if this, then that.
    pub fn plans(texts: &[(String, String)]) -> Self {
        Self { kind: Kind::Plans, rows: Signal::new(fields(texts)) }
    }

    /// What stands in the fields.
    pub fn texts(self) -> Vec<(String, String)> {
        let text = |field: Field| field.value.get_untracked();
        self.rows.with_untracked(|rows| rows.iter().map(|[one, other]| (text(*one), text(*other))).collect())
    }

    /// Puts other texts into the fields.
    pub fn put(self, texts: &[(String, String)]) {
        self.rows.set(fields(texts));
    }

    /// The steps that have words, with their days; `None` if something is wrong, which then stands at its field.
    pub fn parse_steps(self) -> Option<Vec<(Title, Option<Day>)>> {
        let parse = |[title, day]: &[Field; 2]| {
            let title = title.parse(Title::parse_optional, errors::text);
            let day = day.parse(optional_day, |error| errors::day(error).to_owned());
            Some((title?, day?))
        };
        let parsed: Vec<_> = self.rows.with_untracked(|rows| rows.iter().map(parse).collect());
        let all: Option<Vec<(Option<Title>, Option<Day>)>> = parsed.into_iter().collect();
        Some(all?.into_iter().filter_map(|(title, day)| Some((title?, day))).collect())
    }

    /// The plans that have both parts; `None` if something is wrong, which then stands at its field.
    pub fn parse_plans(self) -> Option<Vec<Hurdle>> {
        let half = |error: TextError| match error {
            TextError::Empty => goals::plan_half().to_owned(),
            other @ TextError::TooLong { .. } => errors::text(other),
        };
        let parse = |[when, then]: &[Field; 2]| {
            let blank = |field: &Field| field.value.with_untracked(|text| text.trim().is_empty());
            if blank(when) && blank(then) {
                return Some(None);
            }
            let (when, then) = (when.parse(Title::parse, half), then.parse(Title::parse, half));
            Some(Some(Hurdle { when: when?, then: then? }))
        };
        let parsed: Vec<_> = self.rows.with_untracked(|rows| rows.iter().map(parse).collect());
        let all: Option<Vec<Option<Hurdle>>> = parsed.into_iter().collect();
        Some(all?.into_iter().flatten().collect())
    }

    /// The fields, and a button for one pair more.
    pub fn view(self, on_change: impl Fn() + 'static) -> View {
        self.draw(act(move |()| on_change()))
    }

    fn draw(self, on_change: Act<()>) -> View {
        let (title, hint, ids): (_, _, &'static [[&'static str; 2]]) = match self.kind {
            Kind::Steps => (goals::steps(), goals::steps_hint(), &STEP_IDS),
            Kind::Plans => (goals::plans(), goals::plans_hint(), &PLAN_IDS),
        };
        let rows = self.rows;
        let list = move || {
            rows.with(|rows| {
                rows.iter()
                    .enumerate()
                    .map(|(place, row)| self.row(place, *row, ids, &on_change))
                    .collect::<Vec<View>>()
            })
        };
        let more = move || {
            let add = move || rows.update(|rows| rows.push(row(String::new(), String::new())));
            rows.with(|rows| rows.len() < ids.len())
                .then(|| cluster(vec![button("quiet", html! { {icon("plus")}{self.add_word()} }, add)]))
        };
        html! {
            <div class="question">
                <h2 class="question__legend">{title}" "<small>{hint}</small></h2>
                {list}
                {more}
            </div>
        }
    }

    fn add_word(self) -> &'static str {
        match self.kind {
            Kind::Steps => goals::add_step(),
            Kind::Plans => goals::add_plan(),
        }
    }

    fn row(self, place: usize, [one, other]: [Field; 2], ids: &[[&'static str; 2]], on_change: &Act<()>) -> View {
        let [id, other_id] = ids.get(place).copied().unwrap_or_default();
        let (names, kind): (Names, _) = match self.kind {
            Kind::Steps => ([goals::step_number, goals::step_day], "date"),
            Kind::Plans => ([goals::plan_if, goals::plan_then], "text"),
        };
        let [name, other_name] = names.map(|name| Label::Numbered(name, place + 1));
        let (changed, other_changed) = (on_change.clone(), on_change.clone());
        html! {
            <div class="goal-row" data-kind=kind>
                {Field { id, label: name, ..one }.view(move || changed(()))}
                {Field { id: other_id, label: other_name, kind, ..other }.view(move || other_changed(()))}
            </div>
        }
    }
}

/// The names of the two fields of a row, made of its number.
type Names = [fn(&str) -> String; 2];

fn fields(texts: &[(String, String)]) -> Vec<[Field; 2]> {
    texts.iter().map(|(one, other)| row(one.clone(), other.clone())).collect()
}

fn row(one: String, other: String) -> [Field; 2] {
    [Field::line("", "", one), Field::line("", "", other)]
}
