//! The record on screen: one shelf per kind, today, the page shown, what there is to say.

pub mod activities;
pub mod aloud;
mod aside;
pub mod calendar;
pub mod card;
pub mod curtain;
pub mod desk;
pub mod drafts;
pub mod goals;
pub mod keeping;
pub mod later;
pub mod library;
pub mod listing;
pub mod lock;
pub mod meetings;
pub mod notices;
pub mod people;
mod plans;
pub mod practice;
pub mod review;
mod rewards;
pub mod share;
pub mod shared;
pub mod sheets;
pub mod shelf;
pub mod shelves;
pub mod stopwatch;

use std::{ops::Deref, sync::OnceLock};

use domain::{
    check_in::CheckIn,
    collection::Collection,
    day::{Day, Minute},
    draft::Draft,
    earlier::Earlier,
    id::{Id, Ids},
    plan::{Done, Plan, State},
    progress::{self, DayView},
    settings::{Country, Language, Look, Settings},
};
use leptos::prelude::*;
use markup::Signal;
use storage::{
    change,
    kept::Kept,
    key::{self, Kind},
    load::{self, Listing},
    save::SaveError,
};

use crate::{
    platform::{address, clock, events, files, ids, page, store},
    route::Route,
    state::{
        aside::Aside,
        later::Later,
        notices::Notices,
        shelf::Shelf,
        shelves::{LaterShelves, Several, Shelves},
    },
    words,
};

/// The one record of settings.
const SETTINGS: Id<Settings> = Id::fixed(1);
/// The one record of looks.
const LOOK: Id<Look> = Id::fixed(0);

/// The file of what the first pages say.
const FIRST_WORDS: &str = "words.txt";
/// The file of what only later pages say.
const LATER_WORDS: &str = "later-words.txt";

/// All that pages share. Provided once; taken with [`use_app_state`]. As small as a reference: every closure holds one.
#[derive(Clone, Copy)]
pub struct AppState(&'static Shared);

/// What is behind [`AppState`], for as long as the app runs.
pub struct Shared {
    /// What is kept: `state.check_ins` and its like.
    shelves: Shelves,
    /// What only later pages read, once they are here; see [`AppState::more`].
    more: OnceLock<&'static LaterShelves>,
    /// The same for whoever does not ask what is in it: so the first part of the program does without their code.
    others: OnceLock<&'static (dyn Several + Sync)>,
    /// How the app looks. It belongs to the device and to no backup.
    look: Shelf<Look>,
    /// Texts that a change of the same moment put aside.
    pub earlier: Shelf<Earlier>,
    /// What puts them aside.
    aside: Aside,
    /// The day the person means by today.
    pub today: Signal<Day>,
    /// The page shown.
    pub route: Signal<Route>,
    /// The page from which Help was opened; its way back leads there.
    before_help: Signal<Route>,
    /// The language whose words are in use.
    pub language: Signal<Language>,
    /// Where the pages are that come after the first.
    pub later: Signal<Later>,
    /// What there is to say.
    pub notices: Notices,
    /// How the place of the record is.
    pub health: Signal<Health>,
    /// The list of meetings that others publish; see [`listing`].
    pub listing: Signal<listing::Kept>,
    /// What takes the last restore of this visit back.
    pub restored: Signal<Option<desk::Undo>>,
    /// Whether the curtain hides what is shown.
    pub curtain: Signal<bool>,
    /// Whether a new version of the app waits.
    pub update_waits: Signal<bool>,
}

/// How the place where the record is kept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// Whether what is kept outlives this visit.
    pub lasts: bool,
    /// Whether the last save found no room.
    pub full: bool,
    /// Why a change that had to wait for another tab was not saved in the end.
    pub unsaved: Option<SaveError>,
    /// How many unreadable texts were found at this start.
    pub lost: usize,
    /// Whether a newer Trellis wrote some of the record.
    pub newer: bool,
}

/// The state of the app.
///
/// # Panics
/// Outside the app, where none was provided.
pub fn use_app_state() -> AppState {
    expect_context()
}

impl Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

impl Deref for Shared {
    type Target = Shelves;

    fn deref(&self) -> &Shelves {
        &self.shelves
    }
}

impl AppState {
    /// Reads the record and listens for what changes around the app.
    pub fn open() -> Self {
        let store = store::store();
        // What cannot be ended now is read as if it were, and is ended at the next start.
        let _ = change::recover(store, clock::stamp(None));
        let listing = Listing::of(store).unwrap_or_default();
        let health = Signal::new(Health { lasts: store::lasts(), full: false, unsaved: None, lost: 0, newer: false });
        let aside = Aside(Signal::new(Collection::default()));
        let state = Self(Box::leak(Box::new(Shared {
            shelves: Shelves::open(&listing, health, aside),
            more: OnceLock::new(),
            others: OnceLock::new(),
            look: Shelf::open(&listing, health, aside),
            earlier: Shelf::open_in(aside.0, &listing, health, aside),
            aside,
            today: Signal::new(clock::now().day(Settings::default().day_ends)),
            route: Signal::new(Route::parse(&address::path())),
            before_help: Signal::new(Route::Today),
            language: Signal::new(page::language()),
            later: Signal::new(Later::Coming),
            notices: Notices::default(),
            health,
            listing: Signal::new(listing::Kept::now()),
            restored: Signal::new(None),
            curtain: Signal::new(false),
            update_waits: Signal::new(events::update_waits()),
        })));
        let latest = state.shelves.latest();
        ids::start(latest.or(state.settings.seen(SETTINGS).map(Ids::seed)));
        state.today.set(clock::now().day(state.settings_now().day_ends));
        state.forget_second_copies();
        state.begin_day();
        if let Some(country) = page::take_country() {
            state.change_look(move |look| Look { country: Some(country), ..look });
        }
        state.listen();
        state
    }

    fn listen(self) {
        events::on_pulse(move || self.refresh_today());
        events::on_other_tab(move |key| match key.as_deref() {
            // Another tab set the lock, took it off or chose other words.
            Some(key) if vault::lock::KEYS.contains(&key) => lock::close(),
            Some(key::LISTING) => self.listing_changed(),
            Some(key) => {
                if let Some((kind, id)) = key::read(key) {
                    self.reload(kind, id);
                    // A key also goes when a month is sealed; when all of them are gone, everything was erased.
                    let store = store::behind();
                    if store.get(key) == Ok(None) && load::is_any(store) == Ok(false) {
                        page::restart();
                    }
                }
            }
            None => page::restart(),
        });
        events::on_window("pagehide", move |_| self.leave());
        self.watch_lock();
        self.watch_curtain();
        events::on_boot("trellis:update", move |_| self.update_waits.set(true));
        events::on_boot("trellis:country", move |country| {
            if let Some(country) = country.and_then(|word| Country::of(&word)) {
                self.change_look(move |look| Look { country: Some(country), ..look });
            }
        });
        address::on_move(move |path| self.show(Route::parse(&path)));
        address::on_link(move |path| {
            self.go(Route::parse(&path), &path);
            true
        });
    }

    /// Shows what is on disk, after a change of many records.
    pub fn read_again(self) {
        if let Ok(listing) = Listing::of(store::store()) {
            self.shelves.read_again(&listing);
            self.earlier.read_again(&listing);
            if let Some(others) = self.others.get() {
                others.read_again(&listing);
            }
        }
    }

    /// Takes over what another tab wrote.
    fn reload(self, kind: Kind, id: u128) {
        self.shelves.reload(kind, id);
        match kind {
            Kind::Earlier => self.earlier.reload(Id::fixed(id)),
            Kind::Look => self.look.reload(Id::fixed(id)),
            _ => {}
        }
        if let Some(others) = self.others.get() {
            others.reload(kind, id);
        }
    }

    /// What only later pages read. It is opened before the first of them is made, and stays.
    pub fn more(self) -> &'static LaterShelves {
        self.more.get_or_init(|| {
            let listing = Listing::of(store::store()).unwrap_or_default();
            let more: &'static LaterShelves =
                Box::leak(Box::new(LaterShelves::open(&listing, self.health, self.aside)));
            let _ = self.others.set(more);
            let known = self.shelves.latest();
            if more.latest() > known {
                ids::start(more.latest());
            }
            more
        })
    }

    fn refresh_today(self) {
        let today = clock::now().day(self.settings().day_ends);
        if self.today.get_untracked() != today {
            self.today.set(today);
            self.begin_day();
        }
    }

    /// Goes to a page.
    pub fn open_page(self, route: Route) {
        let path = route.path();
        self.go(route, &path);
    }

    fn go(self, route: Route, path: &str) {
        let back = self.route.get_untracked() == Route::Help && route == Route::Today;
        let (route, path) = if back {
            let before = self.before_help.get_untracked();
            let path = before.path();
            (before, path)
        } else {
            (route, path.to_owned())
        };
        if address::path() != path {
            address::push(&path);
        }
        self.show(route);
    }

    fn show(self, route: Route) {
        self.notices.settle();
        let before = self.route.get_untracked();
        if before != Route::Help {
            self.before_help.set(before);
        }
        self.route.set(route);
        page::close_popover("more");
        self.refocus();
    }

    /// Moves the focus to the heading of what the page shows now.
    pub fn refocus(self) {
        events::after(0, page::focus_heading);
    }

    /// The settings, or those of a first visit.
    pub fn settings(self) -> Settings {
        self.settings.get(SETTINGS).unwrap_or_default()
    }

    /// The settings; not tracked.
    pub fn settings_now(self) -> Settings {
        self.settings.get_untracked(SETTINGS).unwrap_or_default()
    }

    /// Changes the settings. Says whether that was kept.
    pub fn change_settings(self, change: impl Fn(Settings) -> Settings + 'static) -> bool {
        let kept = self.keep(self.settings.change(SETTINGS, move |old| Some(change(old.unwrap_or_default()))));
        self.refresh_today();
        kept
    }

    /// How the app looks.
    pub fn look(self) -> Look {
        self.look.get(LOOK).unwrap_or_default()
    }

    /// Changes how the app looks, at once.
    pub fn change_look(self, change: impl Fn(Look) -> Look + 'static) {
        self.keep(self.look.change(LOOK, move |old| Some(change(old.unwrap_or_default()))));
        page::show_look(self.look());
    }

    /// The country whose numbers Help shows.
    pub fn country(self) -> Option<Country> {
        self.look().country.or_else(page::country)
    }

    /// Changes the language as soon as its words are there.
    pub fn change_language(self, language: Language) {
        self.change_look(move |look| Look { language: Some(language), ..look });
        files::load(language, FIRST_WORDS.to_owned(), move |first| {
            files::load(language, LATER_WORDS.to_owned(), move |later| {
                if first.is_some_and(|first| words::install(&first))
                    && later.is_some_and(|later| words::install_later(&later))
                {
                    page::show_language(language);
                    self.language.set(language);
                } else {
                    self.notices.say(words::problem::no_words());
                }
            });
        });
    }

    /// Fetches what only later pages say, and says whether it is there.
    pub fn fetch_later_words(self, then: impl FnOnce(bool) + 'static) {
        let language = self.language.get_untracked();
        files::load(language, LATER_WORDS.to_owned(), move |packed| {
            // Whoever changed the language meanwhile has the words of the other one.
            let is_other = self.language.get_untracked() != language;
            then(is_other || packed.is_some_and(|packed| words::install_later(&packed)));
        });
    }

    /// Takes the outcome of a save: says what went wrong, if anything. Says whether it was kept.
    pub fn keep(self, outcome: Result<(), SaveError>) -> bool {
        let full = outcome == Err(SaveError::Store(storage::key_value::StoreError::Full));
        let known = self.health.get_untracked();
        let health = Health { full, unsaved: known.unsaved.filter(|_| outcome.is_err()), ..known };
        if health != known {
            self.health.set(health);
        }
        if let Err(error) = outcome {
            self.notices.say(words::errors::save(error));
        }
        outcome.is_ok()
    }

    /// Keeps a draft. A draft that cannot be kept is no news: the form itself says so when it is saved.
    pub fn keep_draft(self, id: Id<Draft>, fields: &[String]) {
        let empty = fields.iter().all(|field| field.trim().is_empty());
        if self.more().drafts.get_untracked(id).map_or(!empty, |known| empty || known.fields != fields) {
            let fields = fields.to_vec();
            let _ = self.more().drafts.change(id, move |_| (!empty).then(|| Draft { fields: fields.clone() }));
        }
    }

    /// The check-in of a day: the latest, if there are several.
    pub fn check_in_on(self, day: Day) -> Option<(Id<CheckIn>, CheckIn)> {
        self.check_ins.with(|all| {
            all.iter()
                .filter(|(_, check_in)| check_in.on == day)
                .max_by_key(|(id, check_in)| (check_in.at, *id))
                .map(|(id, found)| (id, found.clone()))
        })
    }

    /// Changes a record, says so, and offers to take that back. Says whether it was kept.
    pub fn change_with_undo<T: Kept>(
        self,
        kind: Shelf<T>,
        id: Id<T>,
        change: impl Fn(T) -> T + 'static,
        said: impl Into<String>,
    ) -> bool {
        let Some(before) = kind.get_untracked(id) else { return false };
        let kept = self.keep(kind.change(id, move |old| old.map(&change)));
        if kept {
            self.offer_back(kind, id, before, said);
        }
        kept
    }

    /// Removes a record, says so, and offers it back. Says whether it is gone.
    pub fn remove_with_undo<T: Kept>(self, kind: Shelf<T>, id: Id<T>, said: impl Into<String>) -> bool {
        let Some(before) = kind.get_untracked(id) else { return false };
        let gone = self.keep(kind.put(id, None));
        if gone {
            self.offer_back(kind, id, before, said);
        }
        gone
    }

    fn offer_back<T: Kept>(self, kind: Shelf<T>, id: Id<T>, before: T, said: impl Into<String>) {
        self.notices.say_with_undo(said, move || {
            self.keep(kind.put(id, Some(before.clone())));
        });
    }

    /// Ticks or unticks a plan; how it felt is asked elsewhere.
    pub fn tick(self, id: Id<Plan>, done: bool) {
        let next = if done { State::Done(Done::default()) } else { State::Open };
        self.keep(self.more().plans.change(id, move |old| old.map(|plan| Plan { state: next, ..plan })));
    }

    /// What the record says of `count` days from `from` on.
    pub fn days(self, from: Day, count: usize) -> Vec<DayView> {
        let mut days = self.check_ins.with(|check_ins| {
            self.more()
                .reports
                .with(|reports| self.more().plans.with(|plans| progress::days(from, count, check_ins, reports, plans)))
        });
        self.more().attendances.with(|attendances| progress::add_meetings(&mut days, attendances));
        days
    }
}

/// The wall-clock time.
pub fn minute_now() -> Minute {
    clock::now().minute()
}

/// A new id.
pub fn new_id<T>() -> Id<T> {
    ids::new()
}

/// The id of the one record of its kind on `day`.
pub fn id_of_day<T>(day: Day) -> Id<T> {
    ids::of_day(day)
}

/// Calls `act` once after `millis` milliseconds.
pub fn after(millis: i32, act: impl FnOnce() + 'static) {
    events::after(millis, act);
}

/// Gives the focus to the element with this id, once it is there.
pub fn focus(id: &'static str) {
    events::after(0, move || page::focus(id));
}

/// Brings what has just appeared under this id into view, once it is there. The focus stays where it is.
pub fn show(id: &'static str) {
    events::after(0, move || page::show(id));
}

/// Prints the page.
pub fn print() {
    page::print();
}

/// Changes to the version of the app that waits.
pub fn update() {
    events::update();
}
