//! All records of all kinds at once, as a backup holds them.

use domain::{
    agreement::{Agreement, Message},
    check_in::CheckIn,
    collection::{Collection, Record},
    draft::Draft,
    earlier::Earlier,
    goal::{Goal, Report},
    hobby::{Hobby, HobbyEntry},
    id::Id,
    meeting::{Attendance, Meeting, Target},
    own_activity::OwnActivity,
    person::Person,
    plan::Plan,
    practice::Practice,
    review::Review,
    reward::Reward,
    settings::Settings,
    sheet::Sheet,
    story::Story,
    study::Study,
};
use storage::{
    envelope::Envelope,
    kept::Kept,
    key::{self, Kind},
};

use crate::merge::{self, Changes};

/// Hands the list of kinds to another macro. A new kind is one line here, its form in `form.rs`, and the next
/// [`crate::backup::SCHEMA`]. How Trellis looks is not among them: that belongs to the device.
macro_rules! every_kind {
    ($then:ident) => {
        $then! {
            check_ins: CheckIn,
            goals: Goal,
            reports: Report,
            plans: Plan,
            people: Person,
            settings: Settings,
            drafts: Draft,
            meetings: Meeting,
            attendances: Attendance,
            targets: Target,
            agreements: Agreement,
            messages: Message,
            reviews: Review,
            stories: Story,
            earlier: Earlier,
            own_activities: OwnActivity,
            hobbies: Hobby,
            hobby_entries: HobbyEntry,
            rewards: Reward,
            practices: Practice,
            sheets: Sheet,
            studies: Study,
        }
    };
}
pub(crate) use every_kind;

macro_rules! define {
    ($($field:ident: $kind:ident),* $(,)?) => {
        /// The records of every kind that a backup holds.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the names say it")]
        pub struct Everything {
            $(pub $field: Collection<$kind>),*
        }

        impl Everything {
            /// Each kind, its name in files, and how many values of it there are; removed records do not count.
            pub fn counts(&self) -> Vec<(Kind, &'static str, usize)> {
                vec![$(($kind::KIND, stringify!($field), self.$field.len())),*]
            }

            /// Both together; see [`merge::merged`].
            pub fn merged(&self, other: &Self) -> Self {
                Self { $($field: merge::merged(&self.$field, &other.$field)),* }
            }

            /// What each kind gains and loses on the way from `self` to `after`.
            pub fn changes(&self, after: &Self) -> Vec<(Kind, Changes)> {
                vec![$(($kind::KIND, merge::changes(&self.$field, &after.$field))),*]
            }

            /// Takes one record as storage keeps it.
            fn take(&mut self, kind: Kind, id: u128, envelope: &Envelope) -> bool {
                match kind {
                    $($kind::KIND => take(&mut self.$field, id, envelope),)*
                    _ => false,
                }
            }

            /// The records of `self` that `before` has not or has otherwise, as texts by key.
            pub fn texts_beyond(&self, before: &Self) -> Vec<(String, String)> {
                let mut texts = Vec::new();
                $(beyond(&self.$field, &before.$field, &mut texts);)*
                texts
            }
        }
    };
}
every_kind!(define);

impl Everything {
    /// How many values there are; removed records do not count.
    pub fn len(&self) -> usize {
        self.counts().iter().map(|(_, _, count)| count).sum()
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All records as storage keeps them: texts by key.
    pub fn texts(&self) -> Vec<(String, String)> {
        self.texts_beyond(&Self::default())
    }

    /// Reads texts by key, in any order. Says also how many are damaged, of a newer version or no record of a kind that
    /// a backup holds; these are left out.
    pub fn of_texts(texts: &[(String, String)]) -> (Self, usize) {
        let mut all = Self::default();
        let mut read: Vec<_> = texts
            .iter()
            .filter_map(|(key, text)| {
                let (kind, id) = key::read(key)?;
                Some((id, kind, Envelope::read(key, kind, text)?))
            })
            .collect();
        // In the order of ids, so that each lands at the end of its collection.
        read.sort_by_key(|(id, _, _)| *id);
        let taken = read.iter().filter(|(id, kind, envelope)| all.take(*kind, *id, envelope)).count();
        (all, texts.len() - taken)
    }
}

fn take<T: Kept>(into: &mut Collection<T>, id: u128, envelope: &Envelope) -> bool {
    if envelope.schema > T::SCHEMA {
        return false;
    }
    let value = match &envelope.data {
        None => None,
        Some(data) => match T::decode(envelope.schema, data) {
            None => return false,
            value => value,
        },
    };
    into.merge(Id::fixed(id), Record { changed: envelope.changed, value });
    true
}

fn beyond<T: Kept>(after: &Collection<T>, before: &Collection<T>, texts: &mut Vec<(String, String)>) {
    for (id, record) in after.records().filter(|(id, record)| before.record(*id) != Some(*record)) {
        let key = key::of(T::KIND, id.as_u128());
        let data = record.value.as_ref().map(Kept::encode);
        let envelope = Envelope { kind: T::KIND, schema: T::SCHEMA, changed: record.changed, data };
        let text = envelope.write(&key);
        texts.push((key, text));
    }
}
