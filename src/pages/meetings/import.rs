//! A list of meetings that others publish: chosen as a file, searched here, and what suits is added to mine.

mod filters;
mod found;

use domain::listed::{Filter, LeftOut, Summary};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html, memo};

use crate::{
    components::{
        field::Field,
        file::file_field,
        icon::icon,
        page::{button, cluster, head},
    },
    state::{
        self, AppState,
        desk::Chosen,
        listing::{self, Found},
        meetings::ahead_of,
        use_app_state,
    },
    words::{groups, listing as words, meetings, number, whole},
};

/// The field of the file.
const FILE: &str = "meeting-list";
/// After so many milliseconds without another letter the list is searched.
const PAUSE: i32 = 200;

/// The list that is kept, and what is asked of it.
#[derive(Clone, Copy)]
struct Looking {
    state: AppState,
    filter: Signal<Filter>,
    /// What is typed where words are searched, and as a place.
    typed: Field,
    place: Field,
    found: Signal<Option<Found>>,
    why: Signal<Option<&'static str>>,
    busy: Signal<bool>,
    /// How many times it was asked: only the latest answer counts.
    asked: Signal<u32>,
}

/// The page of a list.
pub fn page() -> View {
    let state = use_app_state();
    let looking = Looking {
        state,
        filter: Signal::new(Filter::default()),
        typed: Field::line("list-words", words::search(), String::new()).hint(words::search_hint()),
        place: Field::line("list-place", words::place(), String::new()).hint(words::place_hint()),
        found: Signal::new(None),
        why: Signal::new(None),
        busy: Signal::new(false),
        asked: Signal::new(0),
    };
    if state.listing.get_untracked().is_there {
        looking.look();
    }
    let pick = act(move |()| looking.read());
    let is_there = memo(move || looking.found.with(Option::is_some));
    let shown = move || {
        let is_there = is_there.get();
        untrack(|| if is_there { looking.view() } else { View::empty() })
    };
    html! {
        {head(meetings::import(), words::sub(), ())}
        <div class="stack" data-gap="section">
            <div class="stack measure" data-gap="2">
                {file_field(FILE, words::file(), words::file_hint(), ".json,.csv,application/json,text/csv", pick)}
                {move || looking.why.get().map(|why| html! { <p class="field__error" role="alert">{icon("info")}<span>{why}</span></p> })}
                <p class="small" role="status">{move || looking.busy.get().then_some(words::reading())}</p>
            </div>
            {shown}
        </div>
    }
}

impl Looking {
    /// Reads the file that was chosen, and then looks for all that is in it.
    fn read(self) {
        let Some(file) = Chosen::of(FILE) else { return };
        self.busy.set(true);
        self.why.set(None);
        listing::read_file(self.state, &file, move |outcome| {
            // Whoever left the page wants to hear no more of it.
            if !self.busy.is_there() {
                return;
            }
            self.busy.set(false);
            match outcome {
                Ok(_) => {
                    self.filter.set(Filter::default());
                    self.typed.value.set(String::new());
                    self.found.set(None);
                    self.look();
                }
                Err(why) => self.why.set(Some(why)),
            }
        });
    }

    /// Looks into the list now.
    fn look(self) {
        self.asked.update(|asked| *asked += 1);
        let asked = self.asked.get_untracked();
        listing::find(self.state, self.filter.get_untracked(), ahead_of, move |outcome| {
            if !self.asked.is_there() || self.asked.get_untracked() != asked {
                return;
            }
            match outcome {
                Ok(found) => self.found.set(Some(found)),
                Err(why) => self.why.set(Some(why)),
            }
        });
    }

    /// Looks once nothing more is typed for a moment.
    fn look_soon(self) {
        self.asked.update(|asked| *asked += 1);
        let asked = self.asked.get_untracked();
        state::after(PAUSE, move || {
            if self.asked.is_there() && self.asked.get_untracked() == asked {
                self.look();
            }
        });
    }

    /// Asks for something else, from the first one on.
    fn ask(self, change: impl FnOnce(&mut Filter)) {
        self.filter.update(|filter| {
            change(filter);
            filter.skip = 0;
        });
        self.look_soon();
    }

    fn view(self) -> View {
        let summary = self.found.with_untracked(|found| found.as_ref().map(|found| found.summary.clone()));
        let summary = summary.unwrap_or_default();
        html! {
            <section class="card" aria-label=words::found()><div class="stack" data-gap="3">{told(&summary)}{self.forgetting()}</div></section>
            <div class="grid" data-min="wide" role="search" aria-label=words::search()>{self.filters(&summary)}</div>
            <div class="stack measure" data-gap="3">{self.results()}</div>
        }
    }

    /// The way to forget the list, which asks first.
    fn forgetting(self) -> View {
        let sure = Signal::new(false);
        let forget = move || {
            if listing::forget(self.state) {
                self.found.set(None);
                self.state.notices.say(words::forgotten());
                self.state.refocus();
            }
        };
        let shown = move || {
            if !sure.get() {
                return cluster(vec![button("quiet", words::forget(), move || sure.set(true))]);
            }
            let acts = vec![
                button("danger-soft", words::forget(), forget),
                button("secondary", words::keep(), move || sure.set(false)),
            ];
            html! { <p>{words::forget_sure()}</p>{cluster(acts)} }
        };
        html! { <div class="stack" data-gap="2">{shown}</div> }
    }
}

/// How many meetings there are, and which rows were left out and why.
fn told(summary: &Summary) -> View {
    let left_out = whole(summary.left_out);
    let closed = (summary.closed > 0).then(|| html! { <p>{words::closed(whole(summary.closed))}</p> });
    let which = (left_out > 0).then(|| left_out_rows(&summary.rows, left_out));
    let sentence = if left_out == 0 { words::none_left_out().to_owned() } else { words::left_out(left_out) };
    html! {
        <div role="status"><p class="lead"><b>{words::holds(whole(summary.meetings))}</b></p><p>{sentence}</p></div>
        {closed}{which}
    }
}

fn left_out_rows(rows: &[LeftOut], all: usize) -> View {
    let lines: Vec<View> = rows
        .iter()
        .map(|row| {
            let name = row.name.as_deref().unwrap_or("–").to_owned();
            html! { <tr><td data-num="">{number(whole(row.row))}</td><td>{name}</td><td>{groups::left_out(row.reason)}</td></tr> }
        })
        .collect();
    let more = (all > rows.len()).then(|| html! { <p class="small soft">{words::and_more(&number(rows.len()))}</p> });
    html! {
        <details class="unfold"><summary>{words::why()}</summary>
            <div class="table-scroll" tabindex="0" role="group" aria-label=words::why()><table class="table">
                <thead><tr><th scope="col" data-num="">{words::row()}</th><th scope="col">{words::called()}</th><th scope="col">{words::reason()}</th></tr></thead>
                <tbody>{lines}</tbody>
            </table></div>
            {more}
        </details>
    }
}
