//! The address of a conversation elsewhere, such as a chat.

use serde::{Deserialize, Serialize};

use crate::text::TextError;

/// The address of a conversation elsewhere. It begins with `https://`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Chat(String);

/// Why an address was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChatError {
    /// It is too long.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It does not begin with `https://` and the name of a place.
    #[error("not an address of the web")]
    NotAnAddress,
}

impl Chat {
    /// How many characters it may have.
    pub const LIMIT: usize = 500;

    /// Reads an address; `None` if nothing was typed. What begins without `https://` gets it.
    pub fn parse_optional(text: &str) -> Result<Option<Self>, ChatError> {
        let text = text.trim();
        if text.is_empty() { Ok(None) } else { Self::parse(text).map(Some) }
    }

    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, ChatError> {
        let typed = text.trim();
        let length = typed.chars().count();
        if length > Self::LIMIT {
            return Err(TextError::TooLong { limit: Self::LIMIT, length }.into());
        }
        let whole = match typed.split_once("://") {
            None => format!("https://{typed}"),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => format!("https://{rest}"),
            Some(_) => return Err(ChatError::NotAnAddress),
        };
        let place = whole.get("https://".len()..).unwrap_or_default();
        let host = host_of(place);
        let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "\\<>\"`{}|^@".contains(letter);
        let named = host.split(':').next().is_some_and(|name| {
            name.contains('.') && !name.starts_with('.') && !name.ends_with('.') && !name.contains("..")
        });
        let port = host
            .split(':')
            .nth(1)
            .is_none_or(|port| !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit()));
        let fits = named && port && host.split(':').count() <= 2 && !host.contains(odd);
        let clean =
            place.chars().all(|letter| !letter.is_whitespace() && !letter.is_control() && !"\\<>\"`".contains(letter));
        if fits && clean { Ok(Self(whole)) } else { Err(ChatError::NotAnAddress) }
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// The name of the place it leads to.
    pub fn host(&self) -> &str {
        host_of(self.0.get("https://".len()..).unwrap_or_default())
    }
}

/// The host, and the port if there is one, of an address without its scheme.
pub(crate) fn host_of(place: &str) -> &str {
    place.split(['/', '?', '#']).next().unwrap_or_default()
}

impl std::fmt::Debug for Chat {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Chat(…)")
    }
}

impl TryFrom<String> for Chat {
    type Error = ChatError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Chat> for String {
    fn from(chat: Chat) -> Self {
        chat.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_taken_and_always_the_safe_kind() {
        for (typed, expected) in [
            ("https://chat.example/room?a=1#b", Some("https://chat.example/room?a=1#b")),
            ("chat.example/sam", Some("https://chat.example/sam")),
            ("HTTPS://Chat.example", Some("https://Chat.example")),
            ("https://chat.example:8443/x", Some("https://chat.example:8443/x")),
            ("http://chat.example", None),
            ("javascript:alert(1)", None),
            ("javascript://chat.example/%0aalert(1)", None),
            ("data:text/html,x.y", None),
            ("https://sam:secret@chat.example", None),
            ("https://", None),
            ("https://localhost", None),
            ("https://a..b", None),
            ("https://a b.example", None),
            ("https://chat.example/<script>", None),
            ("sam", None),
        ] {
            assert_eq!(Chat::parse(typed).ok().as_ref().map(Chat::address), expected, "{typed}");
        }
        assert!(matches!(Chat::parse(&"a.".repeat(300)), Err(ChatError::Text(_))));
        assert_eq!(Chat::parse("https://chat.example:8443/x").unwrap().host(), "chat.example:8443");
    }

    proptest! {
        #[test]
        fn an_address_reads_back_and_begins_as_it_must(typed in any::<String>()) {
            if let Ok(chat) = Chat::parse(&typed) {
                prop_assert!(chat.address().starts_with("https://"));
                prop_assert_eq!(Chat::parse(chat.address()), Ok(chat));
            }
        }
    }
}
