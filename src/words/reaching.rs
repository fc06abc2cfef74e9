//! The ways to reach somebody, in words.

use domain::{dial, person::Person};

use crate::words::{person, support};

/// Every way there is to reach somebody. Each is an address and what it is called.
pub struct Ways {
    /// A call to each number, in the order they were typed.
    pub calls: Vec<(String, String)>,
    /// A text message.
    pub text: Option<(String, String)>,
    /// Somewhere else to write to them.
    pub chat: Option<(String, String)>,
    /// Said beside the chat: where it leads.
    pub leaves: String,
}

/// The ways to reach a person.
pub fn of(known: &Person) -> Ways {
    let name = &known.name;
    let numbers = known.numbers();
    let label = |number| if numbers.len() == 1 { support::call(name) } else { support::call_number(name, number) };
    Ways {
        calls: numbers.iter().map(|number| (dial::tel(number), label(number))).collect(),
        text: known.text_to().map(|number| (dial::sms(Some(&number), None), support::text(name))),
        chat: known.chat.as_ref().map(|chat| (chat.address().to_owned(), person::chat_open(name))),
        leaves: known.chat.as_ref().map_or_else(String::new, |chat| person::chat_leaves(chat.host())),
    }
}
