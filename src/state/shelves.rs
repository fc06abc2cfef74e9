//! The shelves of the record: one for each kind.

use domain::{
    agreement::{Agreement, Message},
    check_in::CheckIn,
    collection::Collection,
    draft::Draft,
    earlier::Earlier,
    goal::{Goal, Report},
    id::Id,
    meeting::{Attendance, Meeting, Target},
    person::Person,
    plan::Plan,
    review::Review,
    settings::{Look, Settings},
    story::Story,
};
use markup::Signal;
use storage::{kept::Kept, key::Kind, load::Listing};

use crate::state::{Health, aside::Aside, shelf::Shelf};

macro_rules! shelves {
    ($($(#[$doc:meta])* $seen:vis $field:ident: $kind:ident),* $(,)?) => {
        /// One shelf for each kind of record.
        pub struct Shelves {
            $($(#[$doc])* $seen $field: Shelf<$kind>,)*
            /// How the app looks. It belongs to the device and to no backup.
            pub(super) look: Shelf<Look>,
            /// Texts that a change of the same moment put aside.
            pub earlier: Shelf<Earlier>,
            /// What puts them aside.
            pub(super) aside: Aside,
        }

        impl Shelves {
            /// Reads all kinds from disk; what is not well goes into `health`.
            pub(super) fn open(listing: &Listing, health: Signal<Health>) -> Self {
                let aside = Aside(Signal::new(Collection::default()));
                Self {
                    $($field: Shelf::open(listing, health, aside),)*
                    look: Shelf::open(listing, health, aside),
                    earlier: Shelf::open_in(aside.0, listing, health, aside),
                    aside,
                }
            }

            /// Every record of every kind as storage keeps it out of the lock, but for the looks of this device.
            pub fn texts(&self) -> Vec<(String, String)> {
                let mut texts = Vec::new();
                $(self.$field.texts(&mut texts);)*
                self.earlier.texts(&mut texts);
                texts
            }

            /// Shows what is on disk, after a change of many records.
            pub(super) fn read_again(&self, listing: &Listing) {
                $(self.$field.read_again(listing);)*
                self.earlier.read_again(listing);
            }

            /// Takes over what another tab wrote.
            pub(super) fn reload(&self, kind: Kind, id: u128) {
                match kind {
                    $($kind::KIND => self.$field.reload(Id::fixed(id)),)*
                    Kind::Earlier => self.earlier.reload(Id::fixed(id)),
                    Kind::Look => self.look.reload(Id::fixed(id)),
                    Kind::OwnActivity
                    | Kind::Hobby
                    | Kind::HobbyEntry
                    | Kind::Reward
                    | Kind::Practice
                    | Kind::Sheet
                    | Kind::Study => {}
                }
            }

            /// The latest id there is, of records removed too. Fixed ids are smaller than any that was made.
            pub(super) fn latest(&self) -> Option<u128> {
                [$(self.$field.latest()),*].into_iter().flatten().max()
            }
        }
    };
}

shelves! {
    /// Check-ins.
    pub check_ins: CheckIn,
    /// Goals.
    pub goals: Goal,
    /// What became of goals.
    pub reports: Report,
    /// Activities on days.
    pub plans: Plan,
    /// People to call.
    pub people: Person,
    /// Meetings.
    pub meetings: Meeting,
    /// Meetings attended or missed.
    pub attendances: Attendance,
    /// How many meetings the person is aiming at: one record.
    pub targets: Target,
    /// What was agreed with someone.
    pub agreements: Agreement,
    /// Words ready for a hard hour.
    pub messages: Message,
    /// Weeks looked at.
    pub reviews: Review,
    /// Versions of the person's story.
    pub stories: Story,
    /// Forms not finished.
    pub drafts: Draft,
    /// What the person chose: one record.
    pub(super) settings: Settings,
}
