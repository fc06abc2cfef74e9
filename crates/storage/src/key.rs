//! Every key and its exact spelling on disk. A spelling never changes.

use crate::pack;

/// What every key of Trellis begins with.
pub const PREFIX: &str = "tr/";
/// What the keys of unreadable data set aside begin with.
pub const ASIDE: &str = "tr/aside/";
/// The key of how Trellis looks; the boot script reads it too.
pub const LOOK: &str = "tr/look";
/// The key of a change of many records that is being made.
pub const CHANGE: &str = "tr/change";
/// The key of the mark that everything is being erased.
pub const ERASE: &str = "tr/erase";
/// What the keys begin with by which tabs say what they are about to write.
pub const CLAIM: &str = "tr/claim/";
/// The key of the number that draws the curtain aside. It hides the screen and seals nothing.
pub const CURTAIN: &str = "tr/curtain";
/// The key of a list of meetings that others publish. It is no record: no backup holds it, since the file it came from
/// can be read again.
pub const LISTING: &str = "tr/listing";
/// Written and removed again to see whether there is room.
pub const ROOM: &str = "tr/room";
/// What the keys of the numbers of sealed months begin with.
pub const NUMBERS: &str = "tr/n/";
/// What the keys of the words of sealed months begin with.
pub const WORDS: &str = "tr/w/";
/// What the key of a second copy ends with.
const SECOND: &str = "/2";

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
    Meeting,
    Attendance,
    Target,
    Agreement,
    Message,
    Review,
    Story,
    Earlier,
    OwnActivity,
    Hobby,
    HobbyEntry,
    Reward,
    Practice,
    Sheet,
    Study,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::CheckIn,
        Self::Goal,
        Self::Report,
        Self::Plan,
        Self::Person,
        Self::Settings,
        Self::Draft,
        Self::Look,
        Self::Meeting,
        Self::Attendance,
        Self::Target,
        Self::Agreement,
        Self::Message,
        Self::Review,
        Self::Story,
        Self::Earlier,
        Self::OwnActivity,
        Self::Hobby,
        Self::HobbyEntry,
        Self::Reward,
        Self::Practice,
        Self::Sheet,
        Self::Study,
    ];

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
            Self::Meeting => 'm',
            Self::Attendance => 'a',
            Self::Target => 't',
            Self::Agreement => 'k',
            Self::Message => 'o',
            Self::Review => 'v',
            Self::Story => 'y',
            Self::Earlier => 'e',
            Self::OwnActivity => 'i',
            Self::Hobby => 'b',
            Self::HobbyEntry => 'j',
            Self::Reward => 'q',
            Self::Practice => 'u',
            Self::Sheet => 'f',
            Self::Study => 'x',
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

/// Which half of a sealed month, in which copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Half {
    /// Whether it holds the words; else the numbers.
    pub words: bool,
    /// Whether it is the second copy.
    pub second: bool,
}

impl Half {
    /// Numbers and words, then their second copies.
    pub const ALL: [Self; 4] = [
        Self { words: false, second: false },
        Self { words: true, second: false },
        Self { words: false, second: true },
        Self { words: true, second: true },
    ];
}

impl Half {
    /// The letter it has in keys and values: no kind of record has it.
    pub fn letter(self) -> char {
        if self.words { 'w' } else { 'n' }
    }
}

/// The key of half of a sealed month: `tr/`, its letter, `/`, the month in two digits; a second copy adds `/2`.
/// `month` counts from January 1970, which is 0.
pub fn sealed(half: Half, month: u16) -> String {
    let end = if half.second { SECOND } else { "" };
    format!("{PREFIX}{}/{}{end}", half.letter(), pack::digits::<2>(u128::from(month)))
}

/// The half and month that `key` names; `None` for other keys.
pub fn read_sealed(key: &str) -> Option<(Half, u16)> {
    let (words, name) = match key.strip_prefix(NUMBERS) {
        Some(name) => (false, name),
        None => (true, key.strip_prefix(WORDS)?),
    };
    let (name, second) = name.strip_suffix(SECOND).map_or((name, false), |name| (name, true));
    let month = Some(name).filter(|month| month.len() == 2).and_then(pack::number)?;
    Some((Half { words, second }, u16::try_from(month).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_pinned() {
        let spelled = Kind::ALL.map(|kind| of(kind, 0x0193_5a5b_7c4e_7a3b_8c2d_1e4f_5a6b_7c8d));
        assert_eq!(
            spelled.map(|key| key.chars().take(5).collect::<String>()),
            [
                "tr/c/", "tr/g/", "tr/r/", "tr/p/", "tr/h/", "tr/s/", "tr/d/", "tr/lo", "tr/m/", "tr/a/", "tr/t/",
                "tr/k/", "tr/o/", "tr/v/", "tr/y/", "tr/e/", "tr/i/", "tr/b/", "tr/j/", "tr/q/", "tr/u/", "tr/f/",
                "tr/x/"
            ]
        );
        assert_eq!(of(Kind::Goal, 0), "tr/g/AAAAAAAAAAAAAAAAAAAAAA");
        assert_eq!((CURTAIN, LISTING), ("tr/curtain", "tr/listing"));
        assert_eq!((read(CURTAIN), read(LISTING)), (None, None), "they are no records");
        assert_eq!(of(Kind::Goal, u128::MAX), "tr/g/D_____________________");
    }

    #[test]
    fn spellings_of_sealed_months_are_pinned_and_read_back() {
        let spelled = Half::ALL.map(|half| sealed(half, 682));
        assert_eq!(spelled, ["tr/n/Kq", "tr/w/Kq", "tr/n/Kq/2", "tr/w/Kq/2"]);
        assert_eq!(spelled.map(|key| read_sealed(&key)), Half::ALL.map(|half| Some((half, 682))));
        assert!(Kind::ALL.iter().all(|kind| !Half::ALL.map(Half::letter).contains(&kind.letter())));
        for other in ["tr/c/AAAAAAAAAAAAAAAAAAAAAA", "tr/n/", "tr/n/K", "tr/n/Kqq", "tr/n/Kq/3", "tr/look"] {
            assert_eq!(read_sealed(other), None, "{other}");
            assert!(other == "tr/look" || !other.starts_with("tr/n/") || read(other).is_none(), "{other}");
        }
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
