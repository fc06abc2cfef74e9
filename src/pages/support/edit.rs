//! A person being added or changed.

use std::num::ParseIntError;

use domain::{
    chat::Chat,
    day::Minute,
    dial,
    draft::{NEW_PERSON, PERSON},
    id::Id,
    person::{Hours, Need, Needs, Person, Rhythm, Role},
    stamp::Stamp,
    text::{Note, Title},
};
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{
        callout::restored,
        choice::{check_row, chip, chips, question},
        field::Field,
        page::{button, head, submit},
        select::select,
    },
    route::Route,
    state::{AppState, drafts::Slot, new_id, use_app_state},
    words::{common, errors, person, support, values},
};

/// The page of a new person.
pub fn page() -> View {
    let state = use_app_state();
    form(state, None, act(move |()| state.open_page(Route::Support)), act(|()| {}))
}

/// What stands in the form.
#[derive(Clone, Copy)]
struct Form {
    name: Field,
    role: Field,
    phone: Field,
    chat: Field,
    when: Field,
    from: Field,
    until: Field,
    words: Field,
    agreed: Field,
    rhythm: Field,
    part: Signal<Option<Role>>,
    texts: Signal<bool>,
    needs: Signal<Needs>,
}

/// What is wrong stands at its field.
struct Said;

impl Form {
    /// The form as `typed` says, in the order of [`Form::texts`].
    fn new(typed: &[String]) -> Self {
        let at = |place: usize| typed.get(place).cloned().unwrap_or_default();
        Self {
            name: Field::line("name", support::name(), at(0)),
            role: Field::line("role", support::role(), at(1)).hint(person::role_hint()),
            phone: Field::line("phone", support::phone(), at(2)).kind("tel").hint(person::phone_hint()),
            chat: Field::line("chat", person::chat(), at(3)).limit(Chat::LIMIT).hint(person::chat_hint()),
            when: Field::line("when", person::when(), at(4)).hint(person::when_hint()),
            from: Field::line("from", person::from(), at(5)).kind("time").hint(common::optional()),
            until: Field::line("until", person::until(), at(6)).kind("time").hint(common::optional()),
            words: Field::line("good-for", person::good_for_words(), at(7)).hint(common::your_words()),
            agreed: Field::lines("agreed", person::agreed(), at(8)).hint(person::agreed_hint()),
            rhythm: Field::line("rhythm", person::rhythm(), at(9)).kind("number").hint(person::rhythm_hint()),
            part: Signal::new(at(10).parse().ok().and_then(|place: usize| Role::ALL.get(place).copied())),
            texts: Signal::new(at(11) != "no"),
            needs: Signal::new(Needs::from(at(12).parse::<u16>().unwrap_or(0))),
        }
    }

    fn texts(self) -> Vec<String> {
        let lines = [
            self.name,
            self.role,
            self.phone,
            self.chat,
            self.when,
            self.from,
            self.until,
            self.words,
            self.agreed,
            self.rhythm,
        ];
        let mut all: Vec<String> = lines.iter().map(|field| field.value.get_untracked()).collect();
        let place = self.part.get_untracked().and_then(|part| Role::ALL.iter().position(|other| *other == part));
        all.push(place.map(|place| place.to_string()).unwrap_or_default());
        all.push(if self.texts.get_untracked() { String::new() } else { "no".to_owned() });
        let needs = u16::from(self.needs.get_untracked());
        all.push(if needs == 0 { String::new() } else { needs.to_string() });
        all
    }

    /// What is typed, if it holds; what does not is said at its field.
    fn parse(self, touch: Option<domain::day::Day>) -> Option<Person> {
        let line = |field: Field| field.parse(Title::parse_optional, errors::text);
        let phone = line(self.phone);
        if phone.as_ref().is_some_and(|typed| typed.as_deref().is_some_and(|typed| dial::dial(typed).is_none())) {
            self.phone.error.set(Some(support::short_number().to_owned()));
        }
        let name = self.name.parse(Title::parse, errors::text);
        let (role, when, words) = (line(self.role), line(self.when), line(self.words));
        let chat = self.chat.parse(Chat::parse_optional, errors::chat);
        let agreed = self.agreed.parse(Note::parse, errors::text);
        let (hours, rhythm) = (self.hours(), self.rhythm());
        if self.phone.error.with_untracked(Option::is_some) {
            return None;
        }
        Some(Person {
            name: name?,
            role: role?,
            phone: phone?,
            part: self.part.get_untracked(),
            texts: self.texts.get_untracked(),
            chat: chat?,
            when: when?,
            hours: hours.ok()?,
            good_for: self.needs.get_untracked(),
            good_for_words: words?,
            agreed: agreed?,
            touch,
            rhythm: rhythm.ok()?,
        })
    }

    fn hours(self) -> Result<Option<Hours>, Said> {
        let time = |field: Field| {
            let read = |typed: &str| if typed.is_empty() { Ok(None) } else { Minute::parse(typed).map(Some).ok_or(()) };
            field.parse(read, |()| crate::words::plan::wrong_time().to_owned()).ok_or(Said)
        };
        let (from, until) = (time(self.from), time(self.until));
        match (from?, until?) {
            (Some(from), Some(until)) => Ok(Some(Hours { from, until })),
            (None, None) => Ok(None),
            _ => {
                self.until.error.set(Some(person::hours_both().to_owned()));
                Err(Said)
            }
        }
    }

    fn rhythm(self) -> Result<Option<Rhythm>, Said> {
        let read = |typed: &str| -> Result<Option<Rhythm>, Option<ParseIntError>> {
            let typed = typed.trim();
            if typed.is_empty() {
                return Ok(None);
            }
            Rhythm::new(typed.parse().map_err(Some)?).map(Some).ok_or(None)
        };
        self.rhythm.parse(read, |_| person::rhythm_wrong().to_owned()).ok_or(Said)
    }
}

/// The texts of the form for somebody who is known.
fn texts_of(known: &Person) -> Vec<String> {
    let typed = |text: Option<&Title>| text.map_or_else(String::new, |text| text.to_string());
    let time = |of: fn(Hours) -> Minute| known.hours.map_or_else(String::new, |hours| of(hours).to_string());
    let place = known.part.and_then(|part| Role::ALL.iter().position(|other| *other == part));
    vec![
        known.name.to_string(),
        typed(known.role.as_ref()),
        typed(known.phone.as_ref()),
        known.chat.as_ref().map_or_else(String::new, |chat| chat.address().to_owned()),
        typed(known.when.as_ref()),
        time(|hours| hours.from),
        time(|hours| hours.until),
        typed(known.good_for_words.as_ref()),
        known.agreed.to_string(),
        known.rhythm.map_or_else(String::new, |rhythm| rhythm.days().to_string()),
        place.map_or_else(String::new, |place| place.to_string()),
        if known.texts { String::new() } else { "no".to_owned() },
        u16::from(known.good_for).to_string(),
    ]
}

/// Where what stands in the form is left.
fn slot(id: Option<Id<Person>>) -> Slot {
    id.map_or_else(|| Slot::at(NEW_PERSON), |id| Slot::of(id).once_at(PERSON, &id))
}

/// What is left of a form with these texts; the first field of somebody known says whom.
fn fields(id: Option<Id<Person>>, texts: Vec<String>) -> Vec<String> {
    id.map(|id| id.to_string()).into_iter().chain(texts).collect()
}

/// The form of somebody known, or of somebody new. `on_close` is called after saving and on cancelling, `on_back` when
/// what was cancelled is wanted again.
pub fn form(state: AppState, id: Option<Id<Person>>, on_close: Act<()>, on_back: Act<()>) -> View {
    let known = id.and_then(|id| state.more().people.get_untracked(id));
    // As the form spells it.
    let known = fields(id, known.as_ref().map(|known| Form::new(&texts_of(known)).texts()).unwrap_or_default());
    let typed = state.left(&slot(id)).unwrap_or_else(|| known.clone());
    let is_restored = id.is_some() && state.is_begun(&slot(id), &known);
    let form = Form::new(typed.get(usize::from(id.is_some())..).unwrap_or_default());
    let keep = move || state.keep_left(&slot(id), &fields(id, form.texts()));
    let seen = Signal::new(id.and_then(|id| state.more().people.seen(id)));
    let on_saved = on_close.clone();
    let save = move || {
        if let Some(parsed) =
            form.parse(id.and_then(|id| state.more().people.get_untracked(id)).and_then(|known| known.touch))
            && put(state, id, seen, parsed)
        {
            on_saved(());
        }
    };
    let cancel = move || {
        if let Some(person) = id {
            let on_back = on_back.clone();
            state.drop_left(&slot(id), (state.more().people, person), &known, move || on_back(()));
        }
        on_close(());
    };
    let title = if id.is_some() { support::edit_person() } else { support::new_person() };
    html! {
        {head(title, support::only_here(), ())}
        {restored(is_restored)}
        <form class="stack measure" on:submit=move |event| { event.prevent_default(); save(); }>
            {first(&form, keep)}
            {more(&form, keep)}
            <div class="save-bar">{submit(common::save())}{button("quiet", common::cancel(), cancel)}</div>
        </form>
    }
}

/// Who they are and how they are reached.
fn first(form: &Form, keep: impl Fn() + Copy + 'static) -> View {
    let form = *form;
    let mut roles = vec![(String::new(), person::part_none().to_owned())];
    roles.extend(Role::ALL.iter().enumerate().map(|(place, part)| (place.to_string(), values::role(*part).to_owned())));
    let chosen = form.part.get_untracked().and_then(|part| Role::ALL.iter().position(|other| *other == part));
    let chosen = chosen.map(|place| place.to_string()).unwrap_or_default();
    let pick = move |value: String| {
        form.part.set(value.parse().ok().and_then(|place: usize| Role::ALL.get(place).copied()));
        keep();
    };
    let dialled = move || {
        let numbers = form.phone.value.with(|typed| dial::numbers(typed));
        (!numbers.is_empty()).then(|| html! { <p class="small soft">{person::dials(&numbers.join(" · "))}</p> })
    };
    html! {
        {form.name.view(keep)}
        {select("part", person::part(), "", roles, &chosen, pick)}
        {form.role.view(keep)}
        <div class="stack" data-gap="1">{form.phone.view(keep)}{dialled}</div>
        {check_row(person::texts(), move || form.texts.get(), move |yes| { form.texts.set(yes); keep(); })}
    }
}

/// What is good to know about them; folded away while nothing of it is filled in.
fn more(form: &Form, keep: impl Fn() + Copy + 'static) -> View {
    let form = *form;
    let needs: Vec<View> = Need::ALL
        .into_iter()
        .map(|need| {
            let change = move |there| {
                form.needs.update(|needs| *needs = needs.with(need, there));
                keep();
            };
            chip(values::need(need), move || form.needs.get().has(need), change)
        })
        .collect();
    let texts = form.texts();
    let open = texts.iter().enumerate().any(|(place, text)| ![0, 1, 2, 10, 11].contains(&place) && !text.is_empty());
    html! {
        <details class="more-fields" prop:open=open>
            <summary>{person::more()}</summary>
            <div class="stack">
                {question(person::good_for(), person::good_for_hint(), chips(needs))}
                {form.words.view(keep)}
                {form.when.view(keep)}
                <div class="field-row">{form.from.view(keep)}{form.until.view(keep)}</div>
                {form.chat.view(keep)}
                {form.agreed.view(keep)}
                {form.rhythm.view(keep)}
            </div>
        </details>
    }
}

/// Keeps the person, and then drops the draft.
fn put(state: AppState, id: Option<Id<Person>>, seen: Signal<Option<Stamp>>, value: Person) -> bool {
    let kept = state.keep(state.more().people.put_over(id.unwrap_or_else(new_id), seen.get_untracked(), Some(value)));
    if kept {
        state.forget_left(&slot(id));
    } else {
        // What stands there now has been shown: saving again is meant.
        seen.set(id.and_then(|id| state.more().people.seen(id)));
    }
    kept
}
