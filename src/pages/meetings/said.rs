//! The sheet about one meeting on one day: whether I was there, how it was, and whom I met.

use domain::{
    check_in::Mood,
    day::{Day, Minute},
    draft,
    id::Id,
    meeting::{Attendance, Meeting, Presence},
    text::{Note, Title},
};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html};

use crate::{
    components::{
        callout::restored,
        choice::{moods, question, segmented},
        field::Field,
        page::button,
        sheet::sheet,
        unkept::Written,
    },
    state::{
        AppState,
        drafts::{self, Said, Slot},
        meetings::now,
        new_id,
    },
    words::{attendance as words, common, errors, groups, plan, values},
};

/// The sheet, if it is open.
pub fn view(state: AppState, open: Signal<Option<Said>>) -> View {
    let about = open.get();
    untrack(|| about.map_or_else(View::empty, |about| view_of(state, open, about)))
}

fn view_of(state: AppState, open: Signal<Option<Said>>, about: Said) -> View {
    let Some(form) = Form::new(state, about) else { return View::empty() };
    sheet(words::sheet_title(), act(move |()| open.set(None)), form.view(open))
}

/// The form with what is typed in it.
#[derive(Clone, Copy)]
struct Form {
    state: AppState,
    about: Said,
    /// The meeting of mine it is about.
    mine: Option<Id<Meeting>>,
    name: Field,
    on: Field,
    at: Field,
    presence: Signal<Presence>,
    before: Signal<Option<Mood>>,
    after: Signal<Option<Mood>>,
    takeaway: Written,
    met: Field,
    /// What was there of the day before anything was typed.
    shown: Signal<Shown>,
    /// What stood in the form before anything was typed.
    fresh: Signal<Vec<String>>,
}

/// What the form says of a day before anything is typed.
#[derive(Clone)]
struct Shown {
    /// What was said of that day before, if anything was.
    answer: Option<Id<Attendance>>,
    at: String,
    presence: Presence,
    before: Option<Mood>,
    after: Option<Mood>,
    takeaway: String,
    met: String,
}

impl Shown {
    /// What was said before, or nothing but the time it begins `at`.
    fn of(said: Option<(Id<Attendance>, &Attendance)>, at: Option<Minute>) -> Self {
        let (answer, said) = said.unzip();
        let at = said.map_or(at, |said| said.at);
        Self {
            answer,
            at: at.map_or_else(String::new, |at| at.to_string()),
            presence: said.map_or(Presence::Went, |said| said.presence),
            before: said.and_then(|said| said.before),
            after: said.and_then(|said| said.after),
            takeaway: said.map_or_else(String::new, |said| said.takeaway.to_string()),
            met: said.map_or_else(String::new, |said| said.met.to_string()),
        }
    }

    /// What there is of a meeting of mine on a day: a meeting far away begins by the clock of the person.
    fn on(state: AppState, mine: Id<Meeting>, on: Day) -> Self {
        let known = answered(state, mine, on).and_then(|id| Some((id, state.more().attendances.get_untracked(id)?)));
        Self::of(known.as_ref().map(|(id, said)| (*id, said)), state.time_here(mine, on))
    }
}

impl Form {
    /// The form with what is known, and over it what was typed before the page went away.
    fn new(state: AppState, about: Said) -> Option<Self> {
        let today = state.today.get_untracked();
        let known = match about {
            Said::Known(id) => Some(state.more().attendances.get_untracked(id)?),
            Said::Once | Said::Mine(_) => None,
        };
        let mine = match (about, &known) {
            (Said::Mine(id), _) => Some(id),
            (_, Some(known)) => known.meeting,
            _ => None,
        };
        let meeting = mine.and_then(|id| state.more().meetings.get_untracked(id));
        let name = known.as_ref().map(|one| &one.name).or(meeting.as_ref().map(|meeting| &meeting.name));
        let shown = match about {
            Said::Mine(id) => Shown::on(state, id, today),
            Said::Known(id) => Shown::of(known.as_ref().map(|one| (id, one)), None),
            Said::Once => Shown::of(None, None),
        };
        let takeaway = Field::lines("said-takeaway", words::takeaway(), shown.takeaway.clone());
        let form = Self {
            state,
            about,
            mine,
            name: Field::line("said-name", words::name(), name.map_or_else(String::new, |name| name.to_string())),
            on: Field::line("said-day", plan::day(), known.as_ref().map_or(today, |one| one.on).to_string())
                .kind("date"),
            at: Field::line("said-time", plan::time(), shown.at.clone()).kind("time").hint(common::optional()),
            presence: Signal::new(shown.presence),
            before: Signal::new(shown.before),
            after: Signal::new(shown.after),
            takeaway: Written::new(takeaway.hint(common::optional()), "said-unkept"),
            met: Field::lines("said-met", words::met(), shown.met.clone()).hint(common::optional()),
            shown: Signal::new(shown),
            fresh: Signal::new(Vec::new()),
        };
        form.fresh.set(form.fields());
        form.take_up();
        Some(form)
    }

    /// Where what stands in it is left.
    fn slot(self) -> Slot {
        drafts::of_attendance(self.about)
    }

    fn texts(self) -> [Field; 5] {
        [self.name, self.on, self.at, self.takeaway.note, self.met]
    }

    fn take_up(self) {
        let Some(left) = self.state.left(&self.slot()) else { return };
        let [_, typed @ ..] = left.as_slice() else { return };
        if let [_, on, ..] = typed {
            self.on.value.set(on.clone());
            self.turn();
        }
        // What was said of that day meanwhile is not hidden by a form that had nothing to say.
        let is_said = |typed: &str| !matches!(self.about, Said::Mine(_)) || !typed.is_empty();
        for (field, typed) in self.texts().into_iter().zip(typed).filter(|(_, typed)| is_said(typed)) {
            field.value.set(typed.clone());
        }
        if let [_, _, _, _, _, presence, before, after] = typed {
            if let Some(presence) = presence.parse::<usize>().ok().and_then(|place| Presence::ALL.get(place)) {
                self.presence.set(*presence);
            }
            for (mood, typed) in [(self.before, before), (self.after, after)] {
                if is_said(typed) {
                    mood.set(typed.parse::<usize>().ok().and_then(|level| Mood::ALL.get(level).copied()));
                }
            }
        }
    }

    /// What stands in the form, in a fixed order.
    fn fields(self) -> Vec<String> {
        let presence = self.presence.get_untracked();
        let mood =
            |mood: Signal<Option<Mood>>| mood.get_untracked().map_or_else(String::new, |mood| mood.level().to_string());
        // First what it is about, which earlier releases wrote there.
        let mut fields = vec![String::new()];
        fields.extend(self.texts().map(|field| field.value.get_untracked()));
        // What is as it was shown says nothing: something else may be said of that day meanwhile.
        let is_shown = self.shown.with_untracked(|shown| shown.presence == presence);
        let place = Presence::ALL.iter().position(|one| *one == presence).unwrap_or(0);
        fields.push(if is_shown { String::new() } else { place.to_string() });
        fields.extend([mood(self.before), mood(self.after)]);
        fields
    }

    /// Keeps what is typed, unless it is as it was.
    fn keep_draft(self) {
        let fields = self.fields();
        let is_fresh = self.fresh.with_untracked(|fresh| *fresh == fields);
        self.state.keep_left(&self.slot(), if is_fresh { &[] } else { &fields });
    }

    /// Turns to what is known of the day that is typed; what was typed besides stays.
    fn turn(self) {
        let (Said::Mine(id), Ok(on)) = (self.about, self.on.value.with_untracked(|typed| Day::parse(typed))) else {
            return;
        };
        let (shown, there) = (self.shown.get_untracked(), Shown::on(self.state, id, on));
        for (field, shown, there) in [
            (self.at, &shown.at, &there.at),
            (self.takeaway.note, &shown.takeaway, &there.takeaway),
            (self.met, &shown.met, &there.met),
        ] {
            field.value.set(draft::turned(field.value.get_untracked(), shown, there.clone()));
        }
        self.presence.set(draft::turned(self.presence.get_untracked(), &shown.presence, there.presence));
        self.before.set(draft::turned(self.before.get_untracked(), &shown.before, there.before));
        self.after.set(draft::turned(self.after.get_untracked(), &shown.after, there.after));
        self.shown.set(there);
    }

    fn view(self, open: Signal<Option<Said>>) -> View {
        let keep = move || self.keep_draft();
        let known = if let Said::Known(id) = self.about { Some(id) } else { None };
        let presences = Presence::ALL.map(|one| (one, groups::presence(one).to_owned())).to_vec();
        let name = if self.mine.is_some() {
            html! { <p class="lead"><b>{self.name.value.get_untracked()}</b></p> }
        } else {
            self.name.view(keep)
        };
        let felt = move || {
            let is_there = self.presence.get().is_there();
            untrack(|| {
                if is_there {
                    self.felt()
                } else {
                    html! { <p class="soft">{words::missed_warm()}</p> }
                }
            })
        };
        let cancel = move || {
            open.set(None);
            let state = self.state;
            let back = move || {
                if open.is_there() {
                    open.set(Some(self.about));
                }
            };
            match self.about {
                Said::Once => {}
                Said::Mine(id) => state.drop_left(&self.slot(), (state.more().meetings, id), &[], back),
                Said::Known(id) => state.drop_left(&self.slot(), (state.more().attendances, id), &[], back),
            }
        };
        let is_restored = self.state.is_begun(&self.slot(), &[]);
        html! {
            <form class="stack" on:submit=move |event| { event.prevent_default(); if self.save() { open.set(None); } }>
                {restored(is_restored)}
                {name}
                <div class="field-row">{self.on.view(move || { self.turn(); keep(); })}{self.at.view(keep)}</div>
                {question(words::were_you_there(), "", segmented("presence", presences, move || self.presence.get(), move |one| { self.presence.set(one); self.keep_draft(); }))}
                {felt}
                {move || {
                    let is_there = self.presence.get().is_there();
                    let label = if is_there { words::takeaway() } else { words::why() };
                    untrack(|| self.takeaway.labelled(label).view(keep))
                }}
                {move || { let is_there = self.presence.get().is_there(); untrack(|| is_there.then(|| self.met.view(keep))) }}
                <div class="sheet__actions">
                    {known.map(|id| button("quiet", common::remove(), move || { open.set(None); self.state.forget_attendance(id); }))}
                    {button("secondary", common::cancel(), cancel)}
                    <button class="button" data-kind="primary" type="submit">{common::save()}</button>
                </div>
            </form>
        }
    }

    fn felt(self) -> View {
        let ask = |name: &'static str, legend: &'static str, mood: Signal<Option<Mood>>| {
            let chosen = move || mood.get().map(|mood| usize::from(mood.level()));
            let pick = move |level: usize| {
                mood.set(Mood::ALL.get(level).copied());
                self.keep_draft();
            };
            question(legend, common::optional(), moods(name, Mood::ALL.map(values::mood), chosen, pick))
        };
        html! { {ask("said-before", words::before(), self.before)}{ask("said-after", words::after(), self.after)} }
    }

    /// Keeps it. Says whether it was kept.
    fn save(self) -> bool {
        let state = self.state;
        let time = |typed: &str| if typed.is_empty() { Ok(None) } else { Minute::parse(typed).map(Some).ok_or(()) };
        let name = self.name.parse(Title::parse, errors::text);
        let on = self.on.parse(Day::parse, |error| errors::day(error).to_owned());
        let at = self.at.parse(time, |()| plan::wrong_time().to_owned());
        let takeaway = self.takeaway.note.parse(Note::parse, errors::text);
        let met = self.met.parse(Note::parse, errors::text);
        let (Some(name), Some(on), Some(at), Some(takeaway), Some(met)) = (name, on, at, takeaway, met) else {
            return false;
        };
        if on > state.today.get_untracked().max(now().0) {
            self.on.error.set(Some(words::not_yet().to_owned()));
            return false;
        }
        let presence = self.presence.get_untracked();
        let (before, after) = (self.before.get_untracked(), self.after.get_untracked());
        let said = Attendance { meeting: self.mine, name, on, at, presence, before, after, takeaway, met };
        let earlier = self.mine.filter(|_| matches!(self.about, Said::Mine(_)));
        let earlier = earlier.and_then(|mine| answered(state, mine, on));
        let id = if let Said::Known(id) = self.about { id } else { earlier.unwrap_or_else(new_id) };
        // What was said of that day and is not shown here stays where nothing new is said.
        let before = earlier.and_then(|id| state.more().attendances.get_untracked(id));
        let said = match &before {
            Some(before) if self.shown.with_untracked(|shown| shown.answer != earlier) => said.over(before),
            _ => said,
        };
        let kept = state.keep(state.more().attendances.put(id, Some(said)));
        if kept {
            state.forget_left(&self.slot());
            let told = if presence.is_there() { words::kept_went() } else { words::kept_missed() };
            match before {
                Some(before) => state.notices.say_with_undo(told, move || {
                    state.keep(state.more().attendances.put(id, Some(before.clone())));
                }),
                None => state.notices.say(told),
            }
        }
        kept
    }
}

/// What was said before of a meeting of mine on that day.
fn answered(state: AppState, mine: Id<Meeting>, on: Day) -> Option<Id<Attendance>> {
    state
        .more()
        .attendances
        .with_untracked(|all| all.iter().find(|(_, one)| one.meeting == Some(mine) && one.on == on).map(|(id, _)| id))
}
