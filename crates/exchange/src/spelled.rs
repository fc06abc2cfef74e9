//! How single values are spelled in files: days, times, ids and the words of choices.

use std::{fmt::Display, marker::PhantomData};

use domain::{
    activity::{Company, Cost, Energy, Need as ActivityNeed, Place},
    check_in::{Feeling, Mood, Sleep},
    day::{Day, Minute},
    goal::{Outcome, Reason, Value},
    id::Id,
    meeting::{Fellowship, Held, Presence, Since, Zone},
    money::Money,
    person::{Need, Role},
    plan::{Degree, HeldBack},
    practice::Tool,
    recurrence::Nth,
    reward::Act,
    settings::Purpose,
    story::Listener,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A value that is one text in a file.
pub(crate) trait Spelled: Sized {
    fn spell(&self) -> impl Display;
    fn read(text: &str) -> Option<Self>;
}

/// Has serde write and read a value as its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plain<T>(pub(crate) T);

impl<T: Spelled> Serialize for Plain<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0.spell())
    }
}

impl<'de, T: Spelled> Deserialize<'de> for Plain<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Reader(PhantomData))
    }
}

struct Reader<T>(PhantomData<T>);

impl<T: Spelled> de::Visitor<'_> for Reader<T> {
    type Value = Plain<T>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a known text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Plain<T>, E> {
        T::read(text).map(Plain).ok_or_else(|| E::custom("an unknown text"))
    }
}

/// How many parts one field of a record may have. Without a bound a file of `"",` would take many times its size.
const MOST_PARTS: usize = 10_000;

/// Reads a list of no more than [`MOST_PARTS`].
pub(crate) fn few<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    struct Few<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Few<T> {
        type Value = Vec<T>;

        fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            out.write_str("a short list")
        }

        fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut parts = Vec::new();
            while let Some(part) = list.next_element()? {
                if parts.len() == MOST_PARTS {
                    return Err(de::Error::custom("too long a list"));
                }
                parts.push(part);
            }
            Ok(parts)
        }
    }
    from.deserialize_seq(Few(PhantomData))
}

impl Spelled for Day {
    fn spell(&self) -> impl Display {
        self
    }
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Spelled for Since {
    fn spell(&self) -> impl Display {
        match self {
            Self::Always => "always".to_owned(),
            Self::Day(day) => day.spell().to_string(),
            Self::LastChange => "last_change".to_owned(),
        }
    }
    fn read(text: &str) -> Option<Self> {
        match text {
            "always" => Some(Self::Always),
            "last_change" => Some(Self::LastChange),
            day => Day::read(day).map(Self::Day),
        }
    }
}

impl Spelled for Minute {
    fn spell(&self) -> impl Display {
        self
    }
    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

impl Spelled for Zone {
    fn spell(&self) -> impl Display {
        self.name()
    }
    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

impl Spelled for Money {
    fn spell(&self) -> impl Display {
        let (whole, hundredths) = self.parts();
        format!("{whole}.{hundredths:02}")
    }
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Spelled for Tool {
    fn spell(&self) -> impl Display {
        self.slug()
    }
    fn read(text: &str) -> Option<Self> {
        Self::of_slug(text)
    }
}

/// A day of the week: 0 is Monday, 6 is Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Weekday(pub(crate) u8);

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Spelled for Weekday {
    fn spell(&self) -> impl Display {
        WEEKDAYS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
    fn read(text: &str) -> Option<Self> {
        (0..7).zip(WEEKDAYS).find(|(_, word)| *word == text).map(|(number, _)| Self(number))
    }
}

impl<T> Spelled for Id<T> {
    fn spell(&self) -> impl Display {
        self
    }
    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

macro_rules! words {
    ($($choice:ident { $($case:ident = $word:literal),* $(,)? })*) => { $(
        impl Spelled for $choice {
            fn spell(&self) -> impl Display {
                match self { $(Self::$case => $word),* }
            }
            fn read(text: &str) -> Option<Self> {
                match text { $($word => Some(Self::$case),)* _ => None }
            }
        }
    )* };
}

words! {
    Mood { Awful = "awful", Low = "low", Okay = "okay", Good = "good", Great = "great" }
    Sleep { Badly = "badly", SoSo = "so-so", Well = "well" }
    Feeling { Hungry = "hungry", Angry = "angry", Lonely = "lonely", Tired = "tired" }
    Outcome { Done = "done", Partly = "partly", NotThisTime = "not this time", Excused = "excused" }
    Reason {
        Illness = "illness",
        Hospital = "hospital",
        Custody = "custody",
        Travel = "travel",
        Other = "other",
    }
    Value {
        Health = "health",
        Family = "family",
        Friends = "friends",
        Peace = "peace",
        Freedom = "freedom",
        Honesty = "honesty",
        Work = "work",
        Home = "home",
        Faith = "faith",
        Helping = "helping",
        Learning = "learning",
        Joy = "joy",
    }
    Role {
        Sponsor = "sponsor",
        Peer = "peer",
        Friend = "friend",
        Family = "family",
        Clinician = "clinician",
        PeerWorker = "peer worker",
        Other = "other",
    }
    Need {
        Calm = "calms me down",
        Listen = "listens",
        KnowIt = "knows everything",
        Night = "at night",
        Company = "company",
        Practical = "practical help",
        Ride = "a ride",
        Medicines = "knows about medicines",
        Laugh = "laughs with me",
        Honest = "is honest with me",
    }
    Purpose {
        StayOnTrack = "stay on track",
        CutDown = "cut down",
        StayOnMedicine = "stay on medicine",
        FindPeople = "find people",
        FillTime = "fill time",
        Understand = "understand",
    }
    Fellowship {
        NarcoticsAnonymous = "narcotics anonymous",
        AlcoholicsAnonymous = "alcoholics anonymous",
        SmartRecovery = "smart recovery",
        MedicationAssistedRecoveryAnonymous = "medication-assisted recovery anonymous",
        RecoveryDharma = "recovery dharma",
        LifeRing = "lifering",
        WomenForSobriety = "women for sobriety",
        CelebrateRecovery = "celebrate recovery",
        HeroinAnonymous = "heroin anonymous",
        PillsAnonymous = "pills anonymous",
        InTheRooms = "in the rooms",
        ThePhoenix = "the phoenix",
        NarAnon = "nar-anon",
        AlAnon = "al-anon",
        Other = "other",
    }
    Held { InPerson = "in person", Online = "online", ByPhone = "by phone", Both = "both" }
    Presence { Went = "went", CameLate = "came late", WentOnline = "went online", Missed = "missed" }
    Nth { First = "first", Second = "second", Third = "third", Fourth = "fourth", Fifth = "fifth", Last = "last" }
    Listener {
        Myself = "myself",
        Group = "group",
        OnePerson = "one person",
        Family = "family",
        Clinician = "clinician",
        Court = "court",
        Work = "work",
    }
    Degree { Not = "not", ALittle = "a little", Quite = "quite", Very = "very" }
    HeldBack {
        Energy = "energy",
        Time = "time",
        Money = "money",
        Weather = "weather",
        Unwell = "unwell",
        Company = "company",
        Urge = "urge",
        TooBig = "too big",
        Forgot = "forgot",
        Other = "other",
    }
    Cost { None = "none", Low = "low", Medium = "medium" }
    Energy { Low = "low", Medium = "medium", High = "high" }
    Company { Solo = "solo", Social = "social", Either = "either" }
    Place { Indoor = "indoor", Outdoor = "outdoor", Either = "either" }
    ActivityNeed {
        Calm = "calm",
        Connection = "connection",
        Mastery = "mastery",
        Fun = "fun",
        Movement = "movement",
        Meaning = "meaning",
    }
    Act { Meeting = "meeting", Call = "call", Dose = "dose", Activity = "activity", CheckIn = "check-in" }
}
