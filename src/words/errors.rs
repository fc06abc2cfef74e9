//! What went wrong and what to do, in a sentence.

use desk::message::Refusal;
use domain::{card::CardError, chat::ChatError, day::DayError, text::TextError};
use storage::{key_value::StoreError, save::SaveError};

use crate::words::{backup, card_link, list_file, lock, number, person, phrase, problem, worker};

/// Why a text was refused.
pub fn text(error: TextError) -> String {
    match error {
        TextError::Empty => problem::empty().to_owned(),
        TextError::TooLong { limit, length } => problem::too_long(&number(limit), &number(length - limit)),
    }
}

/// Why an address of a conversation was refused.
pub fn chat(error: ChatError) -> String {
    match error {
        ChatError::Text(error) => text(error),
        ChatError::NotAnAddress => person::chat_wrong().to_owned(),
    }
}

/// Why something was not saved.
pub fn save(error: SaveError) -> &'static str {
    match error {
        SaveError::Store(StoreError::Full) => problem::full(),
        SaveError::Store(StoreError::Unavailable) | SaveError::NotKept => problem::unavailable(),
        SaveError::ChangedElsewhere => problem::changed_elsewhere(),
        SaveError::FromNewerVersion => problem::newer(),
    }
}

/// Why an address or a field names no day.
pub fn day(error: DayError) -> &'static str {
    match error {
        DayError::NotADate => problem::not_a_date(),
        DayError::TooEarly => problem::too_early(),
        DayError::TooLate => problem::too_late(),
    }
}

/// Why the desk did not open the lock.
pub fn unlocking(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoPhrase | Refusal::PhraseTooLong => lock::wrong(),
        Refusal::NotReadable | Refusal::NoMemory => worker::no_memory(),
        Refusal::Cost => lock::damaged(),
        _ => worker::other_version(),
    }
}

/// Why the desk did not do what was asked.
pub fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooLarge | Refusal::TooMany | Refusal::TextTooLong | Refusal::TooMuchWork => backup::too_large(),
        Refusal::NotABackup | Refusal::TooDeep | Refusal::Malformed => backup::not_a_backup(),
        Refusal::FromNewerVersion => backup::from_newer(),
        Refusal::Damaged => backup::damaged(),
        Refusal::Locked | Refusal::NoPhrase => phrase::no_words(),
        Refusal::WrongPhrase => backup::wrong(),
        Refusal::PhraseTooLong => phrase::too_long(),
        Refusal::PhraseTooWeak => phrase::weak_words(),
        Refusal::NotReadable | Refusal::NoMemory => worker::no_memory(),
        Refusal::Cost => lock::damaged(),
        Refusal::NotACard => card_link::not_a_card(),
        Refusal::NotAList => list_file::not_a_list(),
        Refusal::NotUnderstood => worker::other_version(),
    }
}

/// Why a link holds no card, or a card fits into none.
pub fn card(error: CardError) -> &'static str {
    match error {
        CardError::Empty | CardError::NotACard => card_link::not_a_card(),
        CardError::TooLong => card_link::too_long(),
        CardError::FromNewerVersion => card_link::newer(),
        CardError::Damaged => card_link::damaged(),
    }
}

/// Why a card was not sealed or opened.
pub fn sealed_card(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooLarge => card_link::too_long(),
        Refusal::NoPhrase => card_link::no_word(),
        Refusal::PhraseTooLong => card_link::word_too_long(),
        Refusal::WrongPhrase => card_link::wrong(),
        Refusal::FromNewerVersion => card_link::newer(),
        Refusal::Damaged => card_link::damaged(),
        other => self::refusal(other),
    }
}

/// Why a list of meetings was not read, or one that is kept not searched.
pub fn listing(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooLarge => list_file::too_large(),
        Refusal::TooMany => list_file::too_many(),
        Refusal::TooDeep => list_file::not_a_list(),
        Refusal::Damaged => list_file::damaged(),
        Refusal::FromNewerVersion => list_file::newer(),
        other => self::refusal(other),
    }
}
