//! What is written down of a hobby, and the shelf of what was made.

use domain::{
    hobby::{self, Hobby, HobbyEntry, What},
    id::Id,
    money::Money,
    text::{Note, Title},
};
use leptos::prelude::untrack;
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::question,
        field::Field,
        icon::icon,
        page::{cluster, form, section, submit},
        pick::pick,
        unkept::Written,
    },
    state::{AppState, new_id},
    words::{common, dates, errors, hobbies as words, planning, rewards},
};

/// What kind of entry is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Note,
    Milestone,
    Made,
    Met,
    Spent,
}

impl Sort {
    const ALL: [Self; 5] = [Self::Note, Self::Milestone, Self::Made, Self::Met, Self::Spent];

    fn of(what: &What) -> Self {
        match what {
            What::Note(_) => Self::Note,
            What::Milestone(_) => Self::Milestone,
            What::Made(_) => Self::Made,
            What::Met(_) => Self::Met,
            What::Spent { .. } => Self::Spent,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Note => words::note(),
            Self::Milestone => words::milestone(),
            Self::Made => words::made(),
            Self::Met => words::met(),
            Self::Spent => words::spent(),
        }
    }
}

/// The form of a new entry: its kind, its words, and an amount where money was spent.
pub fn new(state: AppState, id: Id<Hobby>) -> View {
    let sort = Signal::new(Sort::Note);
    let written = Written::new(Field::lines("entry-text", words::text(), String::new()), "entry-unkept");
    let text = written.note;
    let amount = Field::line("entry-amount", rewards::amount(), String::new()).limit(12);
    let what = move || -> Option<What> {
        Some(match sort.get_untracked() {
            Sort::Note => What::Note(text.parse(Note::parse, errors::text).filter(|note| {
                if note.is_empty() {
                    text.error.set(Some(words::nothing_written().to_owned()));
                }
                !note.is_empty()
            })?),
            Sort::Milestone => What::Milestone(text.parse(Title::parse, errors::text)?),
            Sort::Made => What::Made(text.parse(Title::parse, errors::text)?),
            Sort::Met => What::Met(text.parse(Title::parse, errors::text)?),
            Sort::Spent => {
                let amount = amount.parse(Money::parse, |error| planning::money_error(error).to_owned());
                let on_what = text.parse(Title::parse_optional, errors::text);
                What::Spent { amount: amount?, on_what: on_what? }
            }
        })
    };
    let save = move || {
        if sort.get_untracked() == Sort::Note && untrack(|| written.is_unkept()) {
            state.notices.say(common::not_kept());
            return;
        }
        let Some(what) = what() else { return };
        let entry = HobbyEntry { hobby: id, on: state.today.get_untracked(), what };
        if state.keep(state.more().hobby_entries.put(new_id(), Some(entry))) {
            text.value.set(String::new());
            amount.value.set(String::new());
            state.notices.say(words::kept());
        }
    };
    let money = move || (sort.get() == Sort::Spent).then(|| amount.view(|| ()));
    let words = move || {
        let is_note = sort.get() == Sort::Note;
        untrack(|| if is_note { written.view(|| ()) } else { text.view(|| ()) })
    };
    form(
        "stack",
        "3",
        save,
        html! {
            {question(words::which(), "", pick("sort", Sort::ALL.map(|one| (one, one.word())).into(), move || sort.get(), move |one| sort.set(one)))}
            {money}
            {words}
            {cluster(vec![submit(words::write_down())])}
        },
    )
}

/// All entries, newest first.
pub fn list(state: AppState, id: Id<Hobby>) -> View {
    let rows: Vec<View> = state
        .more()
        .hobby_entries
        .with(|all| hobby::entries(all, id).into_iter().map(|(entry, one)| row(state, entry, one)).collect());
    if rows.is_empty() {
        return View::empty();
    }
    section(words::written(), (), html! { <ul class="list card" data-pad="none">{rows}</ul> })
}

fn row(state: AppState, id: Id<HobbyEntry>, one: &HobbyEntry) -> View {
    let text = match &one.what {
        What::Note(note) => note.to_string(),
        What::Milestone(title) | What::Met(title) | What::Made(title) => title.to_string(),
        What::Spent { amount, on_what } => {
            let amount = planning::money(*amount);
            on_what.as_ref().map_or_else(|| amount.clone(), |what| format!("{amount} · {}", &**what))
        }
    };
    let about = format!("{} · {}", Sort::of(&one.what).word(), dates::near(one.on, state.today.get()));
    let name = words::remove_entry(&text.chars().take(40).collect::<String>());
    let remove = move |_| {
        state.remove_with_undo(state.more().hobby_entries, id, words::entry_removed());
    };
    html! {
        <li class="course">
            <div><p>{text}</p><p class="small soft">{about}</p></div>
            <button class="icon-button" type="button" aria-label=name on:click=remove>{icon("trash")}</button>
        </li>
    }
}

/// What was made, side by side.
pub fn shelf(state: AppState, id: Id<Hobby>) -> View {
    let made: Vec<View> = state.more().hobby_entries.with(|all| {
        let entries = hobby::entries(all, id).into_iter();
        entries
            .filter_map(|(_, one)| match &one.what {
                What::Made(title) => {
                    Some(html! { <li class="shelf__item">{icon("leaf")}<span>{title.to_string()}</span></li> })
                }
                _ => None,
            })
            .collect()
    });
    if made.is_empty() {
        return View::empty();
    }
    section(words::shelf(), (), html! { <ul class="shelf" aria-label=words::shelf()>{made}</ul> })
}
