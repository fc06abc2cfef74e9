//! A meeting being set or changed.

use domain::{
    dial,
    draft::NEW_MEETING,
    id::Id,
    meeting::{self, Fellowship, Held, Meeting, Since},
    stamp::Stamp,
    text::{Note, TextError, Title},
};
use leptos::prelude::untrack;
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{
        callout::restored,
        choice::{check_row, chip, chips, question, segmented},
        field::Field,
        page::{button, head},
        select::select,
    },
    pages::meetings::when::When,
    route::Route,
    state::{AppState, drafts::Slot, meetings::now, new_id, use_app_state},
    words::{common, errors, groups, meetings as words, number, support, values},
};

/// How many texts of the form come before those of [`When`] in a draft.
const OWN: usize = 10;

/// The page of a new meeting.
pub fn page() -> View {
    let state = use_app_state();
    form(None, act(move |()| state.open_page(Route::Meetings)), act(|()| {}))
}

/// The form. `on_close` is called after saving and on cancelling, `on_back` when what was cancelled is wanted again.
pub fn form(id: Option<Id<Meeting>>, on_close: Act<()>, on_back: Act<()>) -> View {
    let form = Form::new(use_app_state(), id);
    let (cancelled, saved) = (on_close.clone(), on_close);
    let cancel = move || {
        match id {
            Some(id) => {
                let on_back = on_back.clone();
                form.keep_draft();
                let meeting = (form.state.more().meetings, id);
                form.state.drop_left(&slot(Some(id)), meeting, &[], move || on_back(()));
            }
            None => form.keep_draft(),
        }
        cancelled(());
    };
    let is_restored = id.is_some_and(|id| is_begun(form.state, id));
    let keep = move || form.keep_draft();
    html! {
        {head(if id.is_some() { words::edit_title() } else { words::new() }, words::edit_sub(), ())}
        <form class="stack measure" data-gap="section" on:submit=move |event| { event.prevent_default(); if form.save() { saved(()); } }>
            {restored(is_restored)}
            <div class="stack">{form.name.view(keep)}{form.whose()}</div>
            <div class="stack">{form.where_to()}</div>
            <div class="stack">{form.when.view(keep)}</div>
            <div class="stack">{form.mine()}</div>
            <div class="save-bar">
                <button class="button" data-kind="primary" data-size="large" type="submit">{common::save()}</button>
                {button("quiet", common::cancel(), cancel)}
            </div>
        </form>
    }
}

/// Where the draft lies: that of a meeting being changed under the id of the meeting.
fn slot(id: Option<Id<Meeting>>) -> Slot {
    id.map_or_else(|| Slot::at(NEW_MEETING), Slot::of)
}

/// Whether a meeting is being changed.
pub fn is_begun(state: AppState, id: Id<Meeting>) -> bool {
    state.is_begun(&slot(Some(id)), &[])
}

/// What is typed and chosen.
#[derive(Clone, Copy)]
struct Form {
    state: AppState,
    id: Option<Id<Meeting>>,
    seen: Signal<Option<Stamp>>,
    /// What stood there before anything was typed.
    fresh: Signal<Vec<String>>,
    name: Field,
    fellowship: Signal<Fellowship>,
    held: Signal<Held>,
    place: Field,
    link: Field,
    phone: Field,
    when: When,
    going: Signal<bool>,
    does: Signal<Vec<String>>,
    kinds: Field,
    other: Field,
    note: Field,
}

/// What people often do there.
fn often() -> [&'static str; 4] {
    [words::chair(), words::coffee(), words::greeter(), words::set_up()]
}

impl Form {
    fn new(state: AppState, id: Option<Id<Meeting>>) -> Self {
        let known = id.and_then(|id| state.more().meetings.get_untracked(id));
        let known = known.as_ref();
        let text = |read: fn(&Meeting) -> String| known.map_or_else(String::new, read);
        let all = known.map(|meeting| meeting.commitments.as_slice()).unwrap_or_default();
        let all = all.iter().map(|what| what.to_string());
        let (does, other): (Vec<String>, Vec<String>) = all.partition(|what| often().contains(&what.as_str()));
        let kinds = text(|meeting| meeting.kinds.iter().map(|kind| kind.to_string()).collect::<Vec<_>>().join(", "));
        let form = Self {
            state,
            id,
            seen: Signal::new(id.and_then(|id| state.more().meetings.seen(id))),
            fresh: Signal::new(Vec::new()),
            name: Field::line("name", words::name(), text(|meeting| meeting.name.to_string())),
            fellowship: Signal::new(known.map_or(Fellowship::Other, |meeting| meeting.fellowship)),
            held: Signal::new(known.map_or(Held::InPerson, |meeting| meeting.held)),
            place: Field::lines("place", words::place(), text(|meeting| meeting.place.to_string()))
                .hint(common::optional()),
            link: Field::line("link", words::link(), text(|meeting| meeting.link.to_string()))
                .limit(values::LINES)
                .hint(common::optional()),
            phone: Field::line(
                "phone",
                words::phone(),
                text(|meeting| meeting.phone.as_deref().unwrap_or_default().to_owned()),
            )
            .kind("tel")
            .hint(common::optional()),
            when: When::new(state, known),
            going: Signal::new(known.is_none_or(|meeting| meeting.going)),
            does: Signal::new(does),
            kinds: Field::line("kinds", words::kinds(), kinds).hint(words::kinds_hint()).limit(values::LINES),
            other: Field::line("other", words::does_other(), other.join(", "))
                .hint(words::commas())
                .limit(values::LINES),
            note: Field::lines("note", words::note(), text(|meeting| meeting.note.to_string()))
                .hint(common::optional()),
        };
        form.fresh.set(form.all_texts());
        form.take_up();
        form
    }

    fn texts(self) -> [Field; 7] {
        [self.name, self.place, self.link, self.phone, self.kinds, self.other, self.note]
    }

    fn take_up(self) {
        let Some(left) = self.state.left(&slot(self.id)).filter(|left| left.len() > OWN) else { return };
        let (own, when) = left.split_at(OWN);
        for (field, typed) in self.texts().into_iter().zip(own) {
            field.value.set(typed.clone());
        }
        if let [.., whose, held, going] = own {
            let place = |text: &String| text.parse::<usize>().unwrap_or(0);
            self.fellowship.set(Fellowship::ALL.get(place(whose)).copied().unwrap_or(Fellowship::Other));
            self.held.set(Held::ALL.get(place(held)).copied().unwrap_or(Held::InPerson));
            let (going, does) = going.split_once('\n').unwrap_or((going.as_str(), ""));
            self.going.set(going == "1");
            self.does.set(does.split('\n').filter(|what| !what.is_empty()).map(str::to_owned).collect());
        }
        self.when.take_up(when);
    }

    /// All that is typed and chosen, in a fixed order.
    fn all_texts(self) -> Vec<String> {
        let (whose, held) = (self.fellowship.get_untracked(), self.held.get_untracked());
        let place = |found: Option<usize>| found.unwrap_or(0).to_string();
        let going = if self.going.get_untracked() { "1" } else { "0" };
        let mut all = self.texts().map(|field| field.value.get_untracked()).to_vec();
        all.push(place(Fellowship::ALL.iter().position(|one| *one == whose)));
        all.push(place(Held::ALL.iter().position(|one| *one == held)));
        all.push(format!("{going}\n{}", self.does.get_untracked().join("\n")));
        all.extend(self.when.texts());
        all
    }

    /// Keeps what is typed. A new meeting of which nothing is said leaves no draft, nor one that is as it was.
    fn keep_draft(self) {
        let is_untouched = match self.id {
            Some(_) => self.fresh.with_untracked(|fresh| *fresh == self.all_texts()),
            None => self.texts().iter().all(|field| field.value.with_untracked(|text| text.trim().is_empty())),
        };
        let fields = if is_untouched { Vec::new() } else { self.all_texts() };
        self.state.keep_left(&slot(self.id), &fields);
    }

    fn whose(self) -> View {
        let place = |whose: Fellowship| Fellowship::ALL.iter().position(|one| *one == whose).unwrap_or(0).to_string();
        let options = Fellowship::ALL.map(|whose| (place(whose), groups::fellowship(whose).to_owned())).to_vec();
        let pick = move |value: String| {
            let whose = value.parse::<usize>().ok().and_then(|place| Fellowship::ALL.get(place));
            self.fellowship.set(whose.copied().unwrap_or(Fellowship::Other));
            self.keep_draft();
        };
        html! {
            {select("fellowship", words::fellowship(), "", options, &place(self.fellowship.get_untracked()), pick)}
            <p class="small soft">{move || groups::stand(self.fellowship.get())}" "{words::keep_medicine()}</p>
        }
    }

    fn where_to(self) -> View {
        let options = Held::ALL.map(|held| (held, groups::held(held).to_owned())).to_vec();
        let pick = move |held: Held| {
            self.held.set(held);
            self.keep_draft();
        };
        let keep = move || self.keep_draft();
        let shown = move |is_shown: fn(Held) -> bool, field: Field| {
            move || {
                let is_shown = is_shown(self.held.get());
                untrack(|| is_shown.then(|| field.view(keep)))
            }
        };
        html! {
            {question(words::where_is_it(), "", segmented("held", options, move || self.held.get(), pick))}
            {shown(|held| matches!(held, Held::InPerson | Held::Both), self.place)}
            {shown(|held| matches!(held, Held::Online | Held::Both), self.link)}
            {shown(|held| held != Held::InPerson, self.phone)}
        }
    }

    fn mine(self) -> View {
        let keep = move || self.keep_draft();
        let does: Vec<View> = often()
            .map(|what| {
                chip(
                    what,
                    move || self.does.with(|does| does.iter().any(|one| one == what)),
                    move |is_in| {
                        self.does.update(|does| {
                            does.retain(|one| one != what);
                            if is_in {
                                does.push(what.to_owned());
                            }
                        });
                        self.keep_draft();
                    },
                )
            })
            .into();
        html! {
            {check_row(words::going(), move || self.going.get(), move |going| { self.going.set(going); self.keep_draft(); })}
            <p class="small soft">{words::going_shows()}</p>
            {question(words::does(), common::optional(), chips(does))}
            {self.other.view(keep)}
            {self.kinds.view(keep)}
            {self.note.view(keep)}
        }
    }

    /// Keeps the meeting. Says whether it was kept.
    fn save(self) -> bool {
        let Some(typed) = self.typed() else { return false };
        let state = self.state;
        let id = self.id.unwrap_or_else(new_id);
        let before = self.id.and_then(|id| state.dated_meeting(id));
        let meeting = match before {
            Some(before) => before.rewritten(typed, now().0),
            None => typed,
        };
        let kept = state.keep(state.more().meetings.put_over(id, self.seen.get_untracked(), Some(meeting)));
        // What stands there now has been shown: saving again is meant.
        self.seen.set(self.id.and_then(|id| state.more().meetings.seen(id)));
        if kept {
            state.keep_left(&slot(self.id), &[]);
        }
        if kept && self.id.is_none() {
            state.notices.say(words::added());
        }
        kept
    }

    /// What is typed, if it holds; what does not is said at its field.
    fn typed(self) -> Option<Meeting> {
        let name = self.name.parse(Title::parse, errors::text);
        let place = self.place.parse(Note::parse, errors::text);
        let link = self.link();
        let phone = self.phone.parse(Title::parse_optional, errors::text);
        let phone = phone.filter(|typed| {
            let holds = typed.as_deref().is_none_or(|typed| dial::dial(typed).is_some());
            if !holds {
                self.phone.error.set(Some(support::short_number().to_owned()));
            }
            holds
        });
        let kinds = titles(self.kinds, Meeting::MOST);
        let does = self.does.get_untracked();
        let other = titles(self.other, Meeting::MOST - does.len().min(Meeting::MOST));
        let note = self.note.parse(Note::parse, errors::text);
        let when = self.when.parse();
        let (name, place, link, phone, kinds, other, note, when) =
            (name?, place?, link?, phone?, kinds?, other?, note?, when?);
        let does = does.iter().filter_map(|what| Title::parse(what).ok());
        Some(Meeting {
            name,
            fellowship: self.fellowship.get_untracked(),
            held: self.held.get_untracked(),
            place,
            link,
            phone,
            when: when.when,
            at: when.at,
            minutes: when.minutes,
            zone: when.zone,
            kinds,
            commitments: does.chain(other).collect(),
            note,
            going: self.going.get_untracked(),
            was_told: false,
            since: Since::Always,
            edition: 0,
            source: None,
            ended: None,
        })
    }

    /// The link, if it is one that can be opened.
    fn link(self) -> Option<Note> {
        let link = self.link.parse(Note::parse, errors::text)?;
        let is_shown = matches!(self.held.get_untracked(), Held::Online | Held::Both);
        if is_shown && !link.is_empty() && meeting::web_address(&link).is_none() {
            self.link.error.set(Some(words::wrong_link().to_owned()));
            return None;
        }
        Some(link)
    }
}

/// What stands in a field between commas: at most `most`.
fn titles(field: Field, most: usize) -> Option<Vec<Title>> {
    let read = |typed: &str| {
        let parts = typed.split([',', '\n']).filter(|part| !part.trim().is_empty());
        let titles = parts.map(Title::parse_optional).collect::<Result<Vec<_>, TextError>>().map_err(errors::text)?;
        let titles: Vec<Title> = titles.into_iter().flatten().collect();
        if titles.len() > most { Err(words::too_many(&number(most))) } else { Ok(titles) }
    };
    field.parse(read, |error| error)
}
