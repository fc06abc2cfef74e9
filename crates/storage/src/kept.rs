//! Which kinds of record are kept, in which form, and how old forms are read.
//!
//! A kind whose data changes form gets the next schema number, and its old form stays readable for ever.

use domain::{
    agreement::{Agreement, Message},
    check_in::CheckIn,
    draft::Draft,
    earlier::{Earlier, Typed},
    goal::{Goal, Report},
    hobby::{Hobby, HobbyEntry},
    meeting::{Attendance, Meeting, Target},
    own_activity::OwnActivity,
    person::Person,
    plan::Plan,
    practice::Practice,
    review::Review,
    reward::Reward,
    settings::{Look, Settings},
    sheet::Sheet,
    story::Story,
    study::Study,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    dated::{Cells, Dated},
    format::{
        goal_1::Goal1, meeting_1::Meeting1, person_1::Person1, plan_1::Plan1, settings_1::Settings1,
        settings_2::Settings2,
    },
    key::Kind,
    pack,
};

/// A kind of record that is kept.
pub trait Kept: Typed + Sized + Clone + PartialEq + 'static {
    /// Its name on disk.
    const KIND: Kind;
    /// The form it is written in now; older ones are lower.
    const SCHEMA: u8 = 1;
    /// Its data as text.
    fn encode(&self) -> String;
    /// The value in data of `schema`, or `None` if the data is damaged.
    fn decode(schema: u8, data: &str) -> Option<Self>;
    /// The value in columns, for kinds that are sealed ([`Dated`]).
    const OF_CELLS: Option<OfCells<Self>> = None;
}

/// How a value is read from columns of a schema.
pub type OfCells<T> = fn(u8, &Cells) -> Option<T>;

macro_rules! kept {
    ($($record:ident $(: $of_cells:expr)?),* $(,)?) => { $(
        impl Kept for $record {
            const KIND: Kind = Kind::$record;
            fn encode(&self) -> String {
                encode(self)
            }
            fn decode(_schema: u8, data: &str) -> Option<Self> {
                decode(data)
            }
            $(const OF_CELLS: Option<OfCells<Self>> = Some($of_cells);)?
        }
    )* };
}

kept!(CheckIn: CheckIn::of_cells, Draft);
kept!(Attendance, Target, Agreement, Message, Review, Story, Earlier);
kept!(OwnActivity, Hobby, HobbyEntry, Reward, Practice, Sheet, Study);

impl Kept for Goal {
    const KIND: Kind = Kind::Goal;
    const SCHEMA: u8 = 2;
    fn encode(&self) -> String {
        encode(self)
    }
    fn decode(schema: u8, data: &str) -> Option<Self> {
        match schema {
            ..2 => decode::<Goal1>(data).map(Self::from),
            _ => decode::<Self>(data).map(Self::bounded),
        }
    }
}

/// Schema 2 has one outcome more, which the program of schema 1 would not read. What schema 1 wrote reads the same.
impl Kept for Report {
    const KIND: Kind = Kind::Report;
    const SCHEMA: u8 = 2;
    fn encode(&self) -> String {
        encode(self)
    }
    fn decode(_schema: u8, data: &str) -> Option<Self> {
        decode(data)
    }
    const OF_CELLS: Option<OfCells<Self>> = Some(Self::of_cells);
}

impl Kept for Plan {
    const KIND: Kind = Kind::Plan;
    const SCHEMA: u8 = 2;
    fn encode(&self) -> String {
        encode(self)
    }
    fn decode(schema: u8, data: &str) -> Option<Self> {
        match schema {
            ..2 => decode::<Plan1>(data).map(Self::from),
            _ => decode(data),
        }
    }
    const OF_CELLS: Option<OfCells<Self>> = Some(Self::of_cells);
}

impl Kept for Person {
    const KIND: Kind = Kind::Person;
    const SCHEMA: u8 = 2;
    fn encode(&self) -> String {
        encode(self)
    }
    fn decode(schema: u8, data: &str) -> Option<Self> {
        match schema {
            ..2 => decode::<Person1>(data).map(Self::from),
            _ => decode(data),
        }
    }
}

impl Kept for Meeting {
    const KIND: Kind = Kind::Meeting;
    const SCHEMA: u8 = 2;
    fn encode(&self) -> String {
        encode(self)
    }
    fn decode(schema: u8, data: &str) -> Option<Self> {
        match schema {
            ..2 => decode::<Meeting1>(data).map(Self::from),
            _ => decode(data),
        }
    }
}

impl Kept for Settings {
    const KIND: Kind = Kind::Settings;
    const SCHEMA: u8 = 3;
    fn encode(&self) -> String {
        encode(self)
    }
    fn decode(schema: u8, data: &str) -> Option<Self> {
        match schema {
            ..2 => decode::<Settings1>(data).map(Self::from),
            2 => decode::<Settings2>(data).map(Self::from),
            _ => decode(data),
        }
    }
}

/// Kept as plain words, since the boot script reads it before the program starts.
impl Kept for Look {
    const KIND: Kind = Kind::Look;
    fn encode(&self) -> String {
        format!(";{}", self.line())
    }
    fn decode(_schema: u8, data: &str) -> Option<Self> {
        data.strip_prefix(';').map(Self::of)
    }
}

fn encode<T: Serialize>(value: &T) -> String {
    // Serialising to memory fails only for types that refuse to be serialised, and none of ours does.
    pack::pack(&postcard::to_allocvec(value).unwrap_or_default())
}

fn decode<T: DeserializeOwned>(data: &str) -> Option<T> {
    let bytes = pack::unpack(data)?;
    let (value, rest) = postcard::take_from_bytes(&bytes).ok()?;
    rest.is_empty().then_some(value)
}
