//! What the worker does for pages: words, backups, copies, restoring.

use std::collections::{BTreeMap, BTreeSet};

use ::desk::message::{Answer, Changes, Contents, Refusal, Request, Texts};
use domain::{
    day::{Day, Moment},
    stamp::Stamp,
};
use storage::{
    KeyValue,
    change::{self, Step},
    key::{self, Kind},
    key_value::StoreError,
    load::Listing,
    save::SaveError,
    seal,
};

use super::AppState;
use crate::{
    platform::{clock, desk as worker, files, locks, store},
    words::{self, errors, tables},
};

/// Larger files are no backups: 16 MiB and what the lock adds.
const LARGEST: f64 = 17_000_000.0;

/// A sentence that says why it was not done.
pub type Why = &'static str;

/// Words as they were made or typed.
#[derive(Clone)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Whether they were made here: then capital letters do not matter.
    pub made: bool,
}

impl Phrase {
    /// Whether both are the same words. Blanks around and between them do not matter.
    pub fn is_like(&self, other: &Self) -> bool {
        let words = |phrase: &Self| phrase.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.made && other.made {
            words(self).to_lowercase() == words(other).to_lowercase()
        } else {
            words(self) == words(other)
        }
    }
}

/// How hard a phrase is to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Judgement {
    Strong,
    Weak,
    TooLong,
}

/// A backup that was made and opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The name of its file.
    pub name: String,
    /// How many entries it holds.
    pub entries: usize,
}

/// A file that a person chose.
#[derive(Clone)]
pub struct Chosen(files::Picked);

impl Chosen {
    /// The file in the field with this id.
    pub fn of(field: &str) -> Option<Self> {
        files::Picked::of(field).map(Self)
    }

    /// Whether its name says that words open it.
    pub fn is_locked(&self) -> bool {
        !self.0.name().to_lowercase().ends_with(".json")
    }

    /// Hands on its bytes; `None` if there are more than `limit` or they cannot be read.
    pub(super) fn take_in(&self, limit: f64, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
        files::take_in(&self.0, limit, then);
    }
}

/// What a file holds, and what restoring it would do.
#[derive(Debug, Clone)]
pub struct Opened {
    /// When it was made.
    pub made: Day,
    /// How many entries it holds.
    pub entries: usize,
    /// Whether restoring would remove more than a tenth of what is here.
    pub is_too_much: bool,
    /// How many texts are too long for their field and would be cut.
    pub clipped: usize,
    /// What would change, kind by kind.
    pub changes: Vec<Changes>,
    /// Whether the bytes were opened with words.
    pub is_locked: bool,
    texts: Texts,
    /// What stood under the same keys when the file was opened.
    seen: Texts,
}

impl Opened {
    /// Whether all of it is here already.
    pub fn changes_nothing(&self) -> bool {
        self.texts.is_empty()
    }

    fn of(state: AppState, contents: Contents, texts: Texts, here: &Texts, is_locked: bool) -> Self {
        let (millis, offset) = contents.made;
        let seen = under_the_keys_of(&texts, here);
        Self {
            seen,
            made: Moment { millis, offset }.day(state.settings_now().day_ends),
            entries: words::whole(contents.entries),
            is_too_much: contents.too_much,
            clipped: words::whole(contents.clipped),
            changes: contents.kinds,
            is_locked,
            texts,
        }
    }
}

/// Asks the worker and hands on what `take` makes of the answer.
pub(super) fn ask<T: 'static>(
    request: &Request,
    take: impl FnOnce(Answer) -> Option<T> + 'static,
    then: impl FnOnce(Result<T, Why>) + 'static,
) {
    ask_in_words(request, errors::refusal, take, then);
}

/// The same where a refusal has words of its own.
pub(super) fn ask_in_words<T: 'static>(
    request: &Request,
    say: fn(Refusal) -> Why,
    take: impl FnOnce(Answer) -> Option<T> + 'static,
    then: impl FnOnce(Result<T, Why>) + 'static,
) {
    worker::ask(&request.bytes(), move |bytes| {
        then(match bytes.map(|bytes| Answer::read(&bytes)) {
            None => Err(words::worker::desk_lost()),
            Some(Answer::Refused(refusal)) => Err(say(refusal)),
            Some(answer) => take(answer).ok_or(errors::refusal(Refusal::NotUnderstood)),
        });
    });
}

/// Makes five words by chance.
pub fn make_phrase(then: impl FnOnce(Result<String, Why>) + 'static) {
    let take = |answer| if let Answer::Phrase(words) = answer { Some(words) } else { None };
    ask(&Request::MakePhrase, take, then);
}

/// Says how hard a phrase is to guess.
pub fn judge_phrase(phrase: String, then: impl FnOnce(Option<Judgement>) + 'static) {
    worker::ask(&Request::JudgePhrase { phrase }.bytes(), |bytes| {
        then(match bytes.map(|bytes| Answer::read(&bytes)) {
            Some(Answer::Judged { enough: true, .. }) => Some(Judgement::Strong),
            Some(Answer::Judged { enough: false, .. }) => Some(Judgement::Weak),
            Some(Answer::Refused(Refusal::PhraseTooLong)) => Some(Judgement::TooLong),
            _ => None,
        });
    });
}

/// The name of a file made today: it says nothing of what is in it.
pub fn file_name(state: AppState, name: &str, ending: &str) -> String {
    format!("{name}-{}.{ending}", state.today.get_untracked())
}

/// The name of a backup made today.
pub fn backup_name(state: AppState) -> String {
    file_name(state, "backup", "age")
}

/// Makes a backup, opens it again, and hands the file out.
pub fn back_up(state: AppState, phrase: Phrase, then: impl FnOnce(Result<Made, Why>) + 'static) {
    let request = Request::MakeBackup { record: state.record(), phrase: phrase.text, made: now() };
    let take = move |answer| {
        let Answer::Backup { file, entries, .. } = answer else { return None };
        let name = backup_name(state);
        files::hand_out(&name, "application/octet-stream", &file).then_some(())?;
        let backups = state.settings_now().backups;
        state.put_backups(domain::settings::Backups { checked: Some(state.today.get_untracked()), ..backups });
        Some(Made { name, entries: words::whole(entries) })
    };
    ask(&request, take, then);
}

/// Hands out the record as JSON that anyone can read.
pub fn plain_copy(state: AppState, then: impl FnOnce(Result<(), Why>) + 'static) {
    let take = move |answer| {
        let Answer::PlainCopy { text, .. } = answer else { return None };
        files::hand_out(&file_name(state, "copy", "json"), "application/json", text.as_bytes()).then_some(())
    };
    ask(&Request::PlainCopy { record: state.record(), made: now() }, take, then);
}

/// Hands out tables for spreadsheets.
pub fn tables(state: AppState, then: impl FnOnce(Result<(), Why>) + 'static) {
    const NAMES: [&str; 6] = ["check-ins", "goals", "reports", "activities", "hobbies", "tools"];
    let take = move |answer| {
        let Answer::Tables(texts) = answer else { return None };
        let handed_out = NAMES.iter().zip(texts).filter(|(name, text)| {
            files::hand_out(&file_name(state, name, "csv"), "text/csv;charset=utf-8", text.as_bytes())
        });
        (handed_out.count() == NAMES.len()).then_some(())
    };
    ask(&Request::Tables { record: state.record(), words: tables::of_tables() }, take, then);
}

/// Opens a file and says what it holds and what restoring it would do. Changes nothing.
pub fn open(state: AppState, file: &Chosen, phrase: Phrase, then: impl FnOnce(Result<Opened, Why>) + 'static) {
    files::take_in(&file.0, LARGEST, move |bytes| {
        let Some(file) = bytes else { return then(Err(words::backup::unreadable())) };
        let is_locked = file.starts_with(b"age-");
        let seen = state.texts();
        let request = Request::ReadBackup { file, phrase: is_locked.then_some(phrase.text), here: state.record() };
        let take = move |answer| match answer {
            Answer::Read { contents, changes } => Some(Opened::of(state, contents, changes, &seen, is_locked)),
            _ => None,
        };
        ask(&request, take, then);
    });
}

/// What was restored, as steps back.
#[derive(Clone)]
pub struct Undo(Vec<Step>);

/// The texts of `there` under the keys of `wanted`.
fn under_the_keys_of(wanted: &Texts, there: &Texts) -> Texts {
    let keys: BTreeSet<&str> = wanted.iter().map(|(key, _)| &**key).collect();
    let mut texts: Texts = there.iter().filter(|(key, _)| keys.contains(&**key)).cloned().collect();
    texts.sort();
    texts
}

/// Refuses what was opened over another record than the one that is there now, and what would take the place of a
/// text that cannot be read here.
fn still_fits(state: AppState, found: &Opened) -> Result<(), SaveError> {
    let now = under_the_keys_of(&found.texts, &state.texts());
    if now != found.seen {
        return Err(SaveError::ChangedElsewhere);
    }
    let known: BTreeSet<&str> = now.iter().map(|(key, _)| &**key).collect();
    for (key, _) in found.texts.iter().filter(|(key, _)| !known.contains(&**key)) {
        if store::store().get(key)?.is_some() {
            let is_newer = state.health.get_untracked().newer;
            // A damaged text stays where it is only for want of room to set it aside.
            return Err(if is_newer { SaveError::FromNewerVersion } else { SaveError::NotKept });
        }
    }
    Ok(())
}

/// Takes over what a file holds, all of it or nothing. Months that are over are sealed on the way, so that many years
/// need no more room while they come in than they need after.
pub fn restore(state: AppState, found: &Opened, then: impl FnOnce(Result<Undo, Why>) + 'static) {
    let found = found.clone();
    let then = move |outcome: Result<Undo, SaveError>| {
        then(outcome.map_err(|error| match error {
            SaveError::ChangedElsewhere => words::backup::changed_since(),
            other => errors::save(other),
        }));
    };
    locks::alone(move |alone| {
        let fits = if alone.is_some() { still_fits(state, &found) } else { Err(SaveError::ChangedElsewhere) };
        if let Err(error) = fits {
            return then(Err(error));
        }
        let wanted = found.texts.into_iter().map(|(key, text)| (key, Some(text))).collect();
        sealed_with(state, wanted, move |steps| {
            then(steps.and_then(|steps| with_room(state, steps)));
            drop(alone);
        });
    });
}

/// Makes the change, without second copies where there is no room for them. Hands on the steps back.
fn with_room(state: AppState, with_copies: Vec<Step>) -> Result<Undo, SaveError> {
    let store = store::store();
    let steps = match make(state, store, &with_copies) {
        // Second copies are for when there is room.
        Err(SaveError::Store(StoreError::Full)) => {
            let least = with_copies.into_iter().filter(|step| !is_new_copy(step)).collect::<Vec<_>>();
            make(state, store, &least)?;
            least
        }
        done => done.map(|()| with_copies)?,
    };
    let back = |step: Step| Step { before: step.after, after: step.before, ..step };
    Ok(Undo(steps.into_iter().map(back).collect()))
}

/// What leads to `wanted` from what was `known` when it was asked for: whoever writes meanwhile is not written over.
fn steps(known: &Texts, wanted: impl IntoIterator<Item = (String, Option<String>)>) -> Vec<Step> {
    let known: BTreeMap<&str, &str> = known.iter().map(|(key, text)| (&**key, &**text)).collect();
    let step = |(key, after): (String, Option<String>)| {
        let before = known.get(&*key).map(|text| (*text).to_owned());
        (before != after).then_some(Step { key, before, after })
    };
    wanted.into_iter().filter_map(step).collect()
}

fn is_new_copy(step: &Step) -> bool {
    step.before.is_none() && key::read_sealed(&step.key).is_some_and(|(half, _)| half.second)
}

/// The steps to what is `wanted` under some keys, with what sealing the months that are over makes of it. Without the
/// worker nothing is sealed.
fn sealed_with(
    state: AppState,
    wanted: BTreeMap<String, Option<String>>,
    then: impl FnOnce(Result<Vec<Step>, SaveError>) + 'static,
) {
    let store = store::store();
    let is_dated = |key: &str| DATED.iter().any(|kind| key.strip_prefix(key::PREFIX).unwrap_or(key).starts_with(kind));
    let known = Listing::of(store).and_then(|listing| {
        let mut known = dated(store, &listing)?;
        for key in wanted.keys().filter(|key| !is_dated(key)) {
            known.extend(store.get(key)?.map(|text| (key.clone(), text)));
        }
        Ok(known)
    });
    let known = match known {
        Ok(known) => known,
        Err(error) => return then(Err(error.into())),
    };
    let mut texts: BTreeMap<String, String> = known.iter().filter(|(key, _)| is_dated(key)).cloned().collect();
    for (key, text) in wanted.iter().filter(|(key, _)| is_dated(key)) {
        texts.extend(text.clone().map(|text| (key.clone(), text)));
    }
    let sealed = move |changes: Puts| {
        let wanted: BTreeMap<String, Option<String>> = wanted.into_iter().chain(changes).collect();
        then(Ok(steps(&known, wanted)));
    };
    tidied(state, texts.into_iter().collect(), Box::new(sealed));
}

/// What begins the keys of records about a day, and of sealed months.
const DATED: [&str; 5] = ["c/", "r/", "p/", "n/", "w/"];

/// What is kept of records about a day.
fn dated(store: &dyn KeyValue, listing: &Listing) -> Result<Texts, StoreError> {
    let mut texts = Texts::new();
    for kind in DATED {
        for key in listing.under(&format!("{}{kind}", key::PREFIX)) {
            texts.extend(store.get(key)?.map(|text| (key.to_owned(), text)));
        }
    }
    Ok(texts)
}

/// What is to be put where; `None` removes.
type Puts = Vec<(String, Option<String>)>;

/// Has the worker mend and seal `texts`, and hands on what is to be put where; nothing if it cannot.
fn tidied(state: AppState, texts: Texts, then: Box<dyn FnOnce(Puts)>) {
    let Stamp { millis, count, device } = clock::stamp(None);
    let today = state.today.get_untracked().into();
    let request = Request::Tidy { texts, today, by: (millis, count, device) };
    worker::ask(&request.bytes(), move |bytes| {
        then(match bytes.map(|bytes| Answer::read(&bytes)) {
            Some(Answer::Tidied(changes)) => changes,
            _ => Vec::new(),
        });
    });
}

/// Takes a restore back, unless something of it was changed since.
pub fn undo(state: AppState, undo: &Undo) -> Result<(), SaveError> {
    make(state, store::store(), &undo.0)
}

fn make(state: AppState, store: &dyn KeyValue, steps: &[Step]) -> Result<(), SaveError> {
    change::apply(store, clock::stamp(None), steps)?;
    state.read_again();
    Ok(())
}

impl AppState {
    /// Has what is damaged mended where there is a second copy, and months that are over sealed. What cannot be done
    /// now is done at another start; the record is whole either way.
    pub fn tidy(self) {
        let today = self.today.get_untracked();
        let listing = move || {
            let listing = Listing::of(store::store()).ok()?;
            (self.health.get_untracked().lost > 0 || seal::is_due(&listing, today)).then_some(listing)
        };
        // Asked before the others are kept from such work, too: usually there is nothing to do.
        if listing().is_none() {
            return;
        }
        locks::alone(move |alone| {
            let (Some(alone), store) = (alone, store::store()) else { return };
            let Some(listing) = listing() else { return };
            let Ok(texts) = dated(store, &listing) else { return };
            let known = texts.clone();
            let apply = move |changes: Puts| {
                let _ = change::apply(store, clock::stamp(None), &steps(&known, changes));
                drop(alone);
            };
            tidied(self, texts, Box::new(apply));
        });
    }
}

/// The word for the kind with this letter.
pub fn kind_of(letter: char) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.letter() == letter)
}

pub(super) fn now() -> (i64, i16) {
    let Moment { millis, offset } = clock::now();
    (millis, offset)
}
