//! An agreement being made or changed, with sentences to start from.

use domain::{
    agreement::Agreement,
    collection::Collection,
    day::Day,
    draft::{self, AGREEMENT},
    id::Id,
    person::Person,
    stamp::Stamp,
    text::Note,
};
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{
        callout::restored,
        empty::empty,
        field::Field,
        icon::icon,
        page::{button, button_link, head, submit},
        select::select,
    },
    route::Route,
    state::{AppState, drafts::Slot, new_id, use_app_state},
    words::{agreement, common, errors, shared, support},
};

/// The page of a new agreement, with `with` chosen already if it is somebody.
pub fn page(with: Option<Id<Person>>) -> View {
    let state = use_app_state();
    if state.more().people.with(Collection::is_empty) {
        return html! {
            {head(agreement::new(), agreement::sub(), ())}
            {empty("people", agreement::none(), agreement::no_people(), button_link("primary", Route::NewPerson.path(), "plus", support::new_person()))}
        };
    }
    form(state, None, with, act(move |()| state.open_page(Route::Agreements)), act(|()| {}))
}

/// Which agreement the form is of: one that is known, or a new one, with somebody in particular or with nobody yet.
#[derive(Clone, Copy)]
struct Place {
    id: Option<Id<Agreement>>,
    with: Option<Id<Person>>,
}

impl Place {
    fn which(self) -> String {
        self.id.map(|id| id.to_string()).unwrap_or_default()
    }

    /// Where what stands in the form is left.
    fn slot(self) -> Slot {
        match self.id {
            Some(id) => Slot::of(id).once_at(AGREEMENT, &id),
            None => Slot::at(self.with.map_or(AGREEMENT, draft::agreement_with)),
        }
    }

    /// What was left in the form.
    fn left(self, state: AppState) -> Option<Vec<String>> {
        let at = |place| state.more().drafts.get_untracked(place).map(|draft| draft.fields);
        let home = |fields: &Vec<String>| draft::home_of_agreement(fields, self.with);
        let moves = |fields: &Vec<String>| home(fields) != AGREEMENT && at(home(fields)).is_none();
        if let Some(fields) = at(AGREEMENT).filter(moves) {
            state.keep_draft(home(&fields), &fields);
            if at(home(&fields)).is_some() {
                state.keep_draft(AGREEMENT, &[]);
            }
        }
        // Where there was no room to move what is of a known one, it is read where it lies.
        let is_mine = |fields: &Vec<String>| self.id.is_some() || self.with.is_some() || home(fields) == AGREEMENT;
        state.left(&self.slot()).filter(is_mine)
    }
}

/// Forgets what was left in the form of an agreement that goes. What comes back brings it there again.
pub fn forget(state: AppState, id: Id<Agreement>) -> impl Fn() + 'static {
    state.take_left(&Place { id: Some(id), with: None }.slot())
}

/// What stands in the form.
#[derive(Clone, Copy)]
struct Form {
    place: Place,
    with: Signal<Option<Id<Person>>>,
    error: Signal<bool>,
    parts: [Field; 5],
    review: Field,
}

impl Form {
    fn keep(self, state: AppState) {
        let texts: Vec<String> =
            self.parts.iter().chain([&self.review]).map(|field| field.value.get_untracked()).collect();
        let with = self.with.get_untracked().map(|id| id.to_string()).unwrap_or_default();
        let mut fields = vec![self.place.which(), with];
        let empty = texts.iter().all(|text| text.trim().is_empty());
        fields.extend(texts);
        state.keep_left(&self.place.slot(), if empty { &[] } else { &fields });
    }

    fn parse(self, today: Day, before: Option<&Agreement>) -> Option<(Id<Person>, [Note; 5], Option<Day>)> {
        let with = self.with.get_untracked();
        self.error.set(with.is_none());
        let notes: Option<Vec<Note>> =
            self.parts.map(|part| part.parse(Note::parse, errors::text)).into_iter().collect();
        let day = |typed: &str| if typed.is_empty() { Ok(None) } else { Day::parse(typed).map(Some) };
        let review = self.review.parse(day, |error| errors::day(error).to_owned())?;
        if review.is_some_and(|day| day < today) && review != before.and_then(|before| before.review) {
            self.review.error.set(Some(agreement::review_early().to_owned()));
            return None;
        }
        let notes: [Note; 5] = notes?.try_into().ok()?;
        if notes.iter().all(|note| note.is_empty()) {
            let [first, ..] = self.parts;
            first.error.set(Some(agreement::nothing().to_owned()));
            return None;
        }
        Some((with?, notes, review))
    }
}

/// The form of an agreement that is known, or of a new one. `on_close` is called after saving and on cancelling, `on_back`
/// when what was cancelled is wanted again.
pub fn form(
    state: AppState,
    id: Option<Id<Agreement>>,
    with: Option<Id<Person>>,
    on_close: Act<()>,
    on_back: Act<()>,
) -> View {
    let before = id.and_then(|id| state.more().agreements.get_untracked(id));
    let place = Place { id, with };
    let known = before.as_ref().map(|one| {
        let mut all = vec![place.which(), one.person.to_string()];
        all.extend(one.parts().map(|part| part.to_string()));
        all.push(one.review.map(|day| day.to_string()).unwrap_or_default());
        all
    });
    let left = place.left(state);
    let is_restored = known.is_some() && left.is_some() && left != known;
    let typed = left.or_else(|| known.clone()).unwrap_or_else(|| {
        // A new one is looked at again after three months, unless the person says otherwise.
        let mut all = vec![String::new(); 7];
        all.push(state.today.get_untracked().plus(Agreement::REVIEW_AFTER).to_string());
        all
    });
    let at = |place: usize| typed.get(place).cloned().unwrap_or_default();
    let there = |id: &Id<Person>| state.more().people.get_untracked(*id).is_some();
    let form = Form {
        place,
        with: Signal::new(Id::parse(&at(1)).filter(there).or_else(|| with.filter(there))),
        error: Signal::new(false),
        parts: [
            Field::lines("commit", agreement::commit(), at(2)),
            Field::lines("ask", agreement::ask(), at(3)),
            Field::lines("talk", agreement::talk(), at(4)),
            Field::lines("see", agreement::see(), at(5)),
            Field::lines("quiet", agreement::quiet(), at(6)),
        ],
        review: Field::line("review", agreement::review(), at(7)).kind("date").hint(agreement::review_hint()),
    };
    let seen = Signal::new(id.and_then(|id| state.more().agreements.seen(id)));
    let keep = move || form.keep(state);
    let on_saved = on_close.clone();
    let save = move || {
        let before = id.and_then(|id| state.more().agreements.get_untracked(id));
        if let Some((person, notes, review)) = form.parse(state.today.get_untracked(), before.as_ref())
            && put(state, place, seen, before.as_ref(), person, notes, review)
        {
            on_saved(());
        }
    };
    let cancel = move || {
        if let (Some(id), Some(known)) = (id, &known) {
            let on_back = on_back.clone();
            state.drop_left(&place.slot(), (state.more().agreements, id), known, move || on_back(()));
        }
        on_close(());
    };
    let [commit, ask, talk, see, quiet] = form.parts;
    html! {
        {head(if id.is_some() { agreement::edit_title() } else { agreement::new() }, agreement::edit_sub(), ())}
        {restored(is_restored)}
        <form class="stack measure" data-gap="6" on:submit=move |event| { event.prevent_default(); save(); }>
            {choose(state, &form, keep)}
            {part(commit, [agreement::commit_1(), agreement::commit_2(), agreement::commit_3()], keep)}
            {part(ask, [agreement::ask_1(), agreement::ask_2(), agreement::ask_3()], keep)}
            {part(talk, [agreement::talk_1(), agreement::talk_2(), agreement::talk_3()], keep)}
            {part(see, [agreement::see_1(), agreement::see_2(), agreement::see_3()], keep)}
            {part(quiet, [agreement::quiet_1(), agreement::quiet_2(), agreement::quiet_3()], keep)}
            <p class="told__care" data-facts="3.40 3.48">{shared::near_use()}</p>
            {form.review.view(keep)}
            <div class="save-bar">{submit(common::save())}{button("quiet", common::cancel(), cancel)}</div>
        </form>
    }
}

fn choose(state: AppState, form: &Form, keep: impl Fn() + Copy + 'static) -> View {
    let Form { with, error, .. } = *form;
    let mut people = vec![(String::new(), agreement::choose().to_owned())];
    people.extend(
        state.more().people.with_untracked(|all| {
            all.iter().map(|(id, one)| (id.to_string(), one.name.to_string())).collect::<Vec<_>>()
        }),
    );
    let chosen = with.get_untracked().map(|id| id.to_string()).unwrap_or_default();
    let pick = move |value: String| {
        with.set(Id::parse(&value));
        error.set(false);
        keep();
    };
    html! {
        <div class="stack" data-gap="1">
            {select("agreement-with", agreement::with(), "", people, &chosen, pick)}
            <div role="alert">{move || error.get().then(|| html! { <p class="field__error">{icon("info")}<span>{agreement::choose_error()}</span></p> })}</div>
        </div>
    }
}

/// One part, with sentences that a press adds to it.
fn part(field: Field, sentences: [&'static str; 3], keep: impl Fn() + Copy + 'static) -> View {
    let buttons: Vec<View> = sentences
        .map(|sentence| {
            let add = move || {
                field.value.update(|typed| {
                    if !typed.contains(sentence) {
                        if !typed.trim().is_empty() {
                            typed.push('\n');
                        }
                        typed.push_str(sentence);
                    }
                });
                field.error.set(None);
                keep();
            };
            html! { <li><button class="starter" type="button" on:click=move |_| add()>{icon("plus")}<span>{sentence}</span></button></li> }
        })
        .into();
    html! {
        <div class="stack" data-gap="2">
            {field.view(keep)}
            <p class="small soft">{agreement::start_with()}</p>
            <ul class="stack" data-gap="1">{buttons}</ul>
        </div>
    }
}

/// Keeps the agreement, and then drops the draft.
fn put(
    state: AppState,
    place: Place,
    seen: Signal<Option<Stamp>>,
    before: Option<&Agreement>,
    person: Id<Person>,
    notes: [Note; 5],
    review: Option<Day>,
) -> bool {
    let Some(known) = state.more().people.get_untracked(person) else { return false };
    let id = place.id;
    let [commit, ask, talk, see, quiet] = notes;
    // The name is the one it was made with, unless it is with somebody else now.
    let name = before.filter(|before| before.person == person).map_or(known.name, |before| before.name.clone());
    let value = Agreement {
        person,
        name,
        commit,
        ask,
        talk,
        see,
        quiet,
        made: before.map_or_else(|| state.today.get_untracked(), |before| before.made),
        review,
        ended: before.and_then(|before| before.ended),
    };
    let kept =
        state.keep(state.more().agreements.put_over(id.unwrap_or_else(new_id), seen.get_untracked(), Some(value)));
    if kept {
        state.forget_left(&place.slot());
    } else {
        // What stands there now has been shown: saving again is meant.
        seen.set(id.and_then(|id| state.more().agreements.seen(id)));
    }
    kept
}
