//! Does what is asked: pure but for chance, which comes in as a function.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    card::{CardError, Held},
    day::{Day, Minute, Moment},
    stamp::Stamp,
};
use exchange::{
    Everything,
    backup::{self, Backup, ReadError, WriteError},
    calendar,
    card::{self, SealError},
    locked,
    meeting_list::{self, Asked, KeptError, ListError},
    merge::{self, Preview},
    phrase::{LEAST_BITS, Phrase, PhraseError},
    table::{self, Table},
};
use storage::{KeyValue, key_value::MemoryStore, seal};
use vault::{
    derive::{self, DeriveError},
    lock::Cost,
};

use crate::message::{Answer, Changes, Contents, Refusal, Request, Texts};

/// Answers one request. `fill` fills bytes with chance.
pub fn answer(request: &[u8], fill: &mut dyn FnMut(&mut [u8])) -> Vec<u8> {
    let request = Request::read(request).ok_or(Refusal::NotUnderstood);
    request.and_then(|request| work(request, fill)).unwrap_or_else(Answer::Refused).bytes()
}

fn work(request: Request, fill: &mut dyn FnMut(&mut [u8])) -> Result<Answer, Refusal> {
    Ok(match request {
        Request::MakeBackup { record, phrase, made } => {
            let phrase = strong(&phrase)?;
            let (everything, left_out) = Everything::of_texts(&record);
            let (bytes, entries) = locked::make(&everything, moment(made), &phrase)?;
            Answer::Backup { file: bytes, entries: count(entries), left_out: count(left_out) }
        }
        Request::ReadBackup { file, phrase, here } => {
            let (contents, changes) = read(&file, phrase, &here)?;
            Answer::Read { contents, changes }
        }
        Request::PlainCopy { record, made } => {
            let (everything, left_out) = Everything::of_texts(&record);
            let text = backup::write(&everything, moment(made))?;
            Answer::PlainCopy { text, entries: count(everything.len()), left_out: count(left_out) }
        }
        Request::Tables { record, words } => {
            let (everything, _) = Everything::of_texts(&record);
            let words = words.into_iter().collect();
            Answer::Tables(Table::ALL.iter().map(|table| table::write(*table, &everything, &words)).collect())
        }
        Request::Tidy { texts, today, by: (millis, count, device) } => {
            Answer::Tidied(tidied(&texts, Day::from(today), Stamp { millis, count, device })?)
        }
        Request::MakePhrase => Answer::Phrase(Phrase::made(fill).as_str().to_owned()),
        Request::JudgePhrase { phrase } => {
            let bits = bits(&Phrase::parse(&phrase)?);
            Answer::Judged { bits: whole(bits), enough: bits >= LEAST_BITS }
        }
        Request::DeriveKey { phrase, salt, memory, passes } => {
            let phrase = Phrase::parse(&phrase)?;
            Answer::Key(derive::derive(phrase.as_str(), &salt, Cost { memory, passes })?.bytes())
        }
        Request::SealCard { card, word } => {
            let Held::Open(card) = domain::card::read(&card)? else { return Err(Refusal::NotACard) };
            Answer::SealedCard(card::seal(&card, &word, fill)?)
        }
        Request::OpenCard { sealed, word } => Answer::OpenedCard(card::open(&sealed, &word)?.text()?),
        Request::ReadMeetings { file, spanish } => {
            let listing = meeting_list::read(&file)?;
            let kept = meeting_list::encode(&listing).ok_or(Refusal::TooLarge)?;
            Answer::MeetingsRead { kept, summary: meeting_list::summary(&listing, spanish) }
        }
        Request::FindMeetings { kept, filter, now: (day, minute), ahead, spanish } => {
            let listing = meeting_list::decode(&kept)?;
            let now = (Day::from(day), Minute::from(minute));
            let found = meeting_list::find(&listing, &Asked { filter: &filter, now, ahead: &ahead, spanish });
            let summary = meeting_list::summary(&listing, spanish);
            Answer::MeetingsFound { total: count(found.total), rows: found.rows, summary }
        }
        Request::MakeCalendar { appointments, made } => Answer::Calendar(calendar::write(&appointments, moment(made))),
    })
}

/// What mending and sealing change in a store of these texts.
fn tidied(texts: &Texts, today: Day, by: Stamp) -> Result<Vec<(String, Option<String>)>, Refusal> {
    let store = MemoryStore::default();
    let fails = |_| Refusal::NotReadable;
    for (key, text) in texts {
        store.set(key, text).map_err(fails)?;
    }
    seal::mend(&store, by).map_err(|_| Refusal::NotReadable)?;
    seal::seal(&store, today, by).map_err(|_| Refusal::NotReadable)?;
    let before: BTreeMap<&str, &str> = texts.iter().map(|(key, text)| (&**key, &**text)).collect();
    let mut changes = Vec::new();
    let after = store.keys().map_err(fails)?;
    for key in &after {
        let text = store.get(key).map_err(fails)?;
        if text.as_deref() != before.get(&**key).copied() {
            changes.push((key.clone(), text));
        }
    }
    let kept: BTreeSet<&String> = after.iter().collect();
    changes.extend(texts.iter().filter(|(key, _)| !kept.contains(key)).map(|(key, _)| (key.clone(), None)));
    Ok(changes)
}

fn read(file: &[u8], phrase: Option<String>, here: &Texts) -> Result<(Contents, Texts), Refusal> {
    let phrase = phrase.map(|phrase| Phrase::parse(&phrase)).transpose()?;
    let file = locked::read(file, phrase.as_ref())?;
    let (here, _) = Everything::of_texts(here);
    let after = here.merged(&file.everything);
    Ok((contents(&file, &merge::preview(&here, &file.everything)), after.texts_beyond(&here)))
}

fn contents(file: &Backup, preview: &Preview) -> Contents {
    let changes = |(kind, changes): &(merge::Kind, merge::Changes)| Changes {
        kind: kind.letter(),
        added: count(changes.added),
        changed: count(changes.changed),
        removed: count(changes.removed),
    };
    Contents {
        made: (file.made.millis, file.made.offset),
        entries: count(file.everything.len()),
        clipped: count(file.clipped),
        kinds: preview.kinds.iter().map(changes).collect(),
        total_here: count(preview.total_here),
        too_much: preview.is_too_much(),
    }
}

fn strong(typed: &str) -> Result<Phrase, Refusal> {
    let phrase = Phrase::parse(typed)?;
    if bits(&phrase) >= LEAST_BITS { Ok(phrase) } else { Err(Refusal::PhraseTooWeak) }
}

/// How hard a phrase is to guess: by its number if it is words of the list, by an estimate if it is not.
fn bits(phrase: &Phrase) -> f64 {
    let estimate = || zxcvbn::zxcvbn(phrase.as_str(), &[]).guesses_log10() * std::f64::consts::LOG2_10;
    phrase.bits_of_words().unwrap_or_else(estimate)
}

/// Rounded down; an estimate is never over some hundred.
fn whole(bits: f64) -> u32 {
    (0..1024).take_while(|whole| f64::from(whole + 1) <= bits).count().try_into().unwrap_or(0)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn moment((millis, offset): (i64, i16)) -> Moment {
    Moment { millis, offset }
}

impl From<ReadError> for Refusal {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::TooLarge => Self::TooLarge,
            ReadError::TooMany => Self::TooMany,
            ReadError::TextTooLong => Self::TextTooLong,
            ReadError::TooDeep => Self::TooDeep,
            ReadError::NotABackup => Self::NotABackup,
            ReadError::FromNewerVersion => Self::FromNewerVersion,
            ReadError::Damaged => Self::Damaged,
            ReadError::Malformed => Self::Malformed,
            ReadError::Locked => Self::Locked,
            ReadError::WrongPhrase => Self::WrongPhrase,
            ReadError::TooMuchWork => Self::TooMuchWork,
        }
    }
}

impl From<WriteError> for Refusal {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::TooLarge => Self::TooLarge,
            WriteError::NotReadable => Self::NotReadable,
        }
    }
}

impl From<PhraseError> for Refusal {
    fn from(error: PhraseError) -> Self {
        match error {
            PhraseError::Empty => Self::NoPhrase,
            PhraseError::TooLong => Self::PhraseTooLong,
        }
    }
}

impl From<DeriveError> for Refusal {
    fn from(error: DeriveError) -> Self {
        match error {
            DeriveError::Cost => Self::Cost,
            DeriveError::Memory => Self::NoMemory,
        }
    }
}

impl From<CardError> for Refusal {
    fn from(error: CardError) -> Self {
        match error {
            CardError::TooLong => Self::TooLarge,
            CardError::Empty | CardError::NotACard => Self::NotACard,
            CardError::FromNewerVersion => Self::FromNewerVersion,
            CardError::Damaged => Self::Damaged,
        }
    }
}

impl From<SealError> for Refusal {
    fn from(error: SealError) -> Self {
        match error {
            SealError::NoWord => Self::NoPhrase,
            SealError::WordTooLong => Self::PhraseTooLong,
            SealError::WrongWord => Self::WrongPhrase,
            SealError::NoMemory => Self::NoMemory,
            SealError::Card(error) => error.into(),
        }
    }
}

impl From<ListError> for Refusal {
    fn from(error: ListError) -> Self {
        match error {
            ListError::TooLarge => Self::TooLarge,
            ListError::TooMany => Self::TooMany,
            ListError::TooDeep => Self::TooDeep,
            ListError::NotAList => Self::NotAList,
        }
    }
}

impl From<KeptError> for Refusal {
    fn from(error: KeptError) -> Self {
        match error {
            KeptError::Damaged => Self::Damaged,
            KeptError::FromNewerVersion => Self::FromNewerVersion,
        }
    }
}
