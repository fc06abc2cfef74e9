//! Every key and its exact spelling on disk. A spelling never changes.

use crate::pack;

/// What every key of Trellis begins with.
pub const PREFIX: &str = "tr/";
/// What the keys of unreadable data set aside begin with.
pub const ASIDE: &str = "tr/aside/";
/// The key of how Trellis looks; the boot script reads it too.
pub const LOOK: &str = "tr/look";

/// The kinds of record there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    CheckIn,
    Goal,
    Report,
    Plan,
    Person,
    Settings,
    Draft,
    Look,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::CheckIn, Self::Goal, Self::Report, Self::Plan, Self::Person, Self::Settings, Self::Draft, Self::Look];

    /// The letter it has in keys and values.
    pub fn letter(self) -> char {
        match self {
            Self::CheckIn => 'c',
            Self::Goal => 'g',
            Self::Report => 'r',
            Self::Plan => 'p',
            Self::Person => 'h',
            Self::Settings => 's',
            Self::Draft => 'd',
            Self::Look => 'l',
        }
    }
}

/// The key of one record: `tr/`, the letter of its kind, `/`, its id in 22 digits.
pub fn of(kind: Kind, id: u128) -> String {
    if kind == Kind::Look {
        return LOOK.to_owned();
    }
    format!("{PREFIX}{}/{}", kind.letter(), pack::digits::<22>(id))
}

/// The kind and id that `key` names; `None` for keys that are no record's.
pub fn read(key: &str) -> Option<(Kind, u128)> {
    if key == LOOK {
        return Some((Kind::Look, 0));
    }
    let (letter, id) = key.strip_prefix(PREFIX)?.split_once('/')?;
    let kind = Kind::ALL.into_iter().find(|kind| letter.chars().eq([kind.letter()]))?;
    (id.len() == 22).then(|| Some((kind, pack::number(id)?)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_pinned() {
        let spelled = Kind::ALL.map(|kind| of(kind, 0x0193_5a5b_7c4e_7a3b_8c2d_1e4f_5a6b_7c8d));
        assert_eq!(
            spelled.map(|key| key.chars().take(5).collect::<String>()),
            ["tr/c/", "tr/g/", "tr/r/", "tr/p/", "tr/h/", "tr/s/", "tr/d/", "tr/lo"]
        );
        assert_eq!(of(Kind::Goal, 0), "tr/g/AAAAAAAAAAAAAAAAAAAAAA");
        assert_eq!(of(Kind::Goal, u128::MAX), "tr/g/D_____________________");
    }

    #[test]
    fn a_key_reads_back_and_foreign_keys_are_no_record() {
        for kind in Kind::ALL {
            assert_eq!(read(&of(kind, 0)), Some((kind, 0)));
        }
        assert_eq!(read(&of(Kind::Draft, u128::MAX)), Some((Kind::Draft, u128::MAX)));
        for foreign in [
            "",
            "tr/",
            "tr/c/short",
            "tr/aside/c/AAAAAAAAAAAAAAAAAAAAAA/0",
            "other/c/AAAAAAAAAAAAAAAAAAAAAA",
            "tr/z/AAAAAAAAAAAAAAAAAAAAAA",
        ] {
            assert_eq!(read(foreign), None, "{foreign}");
        }
    }
}
