//! The shelves of the record: one for each kind. Those that only later pages read are opened by the first of these.

use domain::{
    agreement::{Agreement, Message},
    check_in::CheckIn,
    draft::Draft,
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
use markup::Signal;
use storage::{kept::Kept, key::Kind, load::Listing};

use crate::state::{Health, aside::Aside, shelf::Shelf};

/// Some shelves, whatever they hold.
pub(super) trait Several {
    /// Every record of every kind as storage keeps it out of the lock.
    fn texts(&self, into: &mut Vec<(String, String)>);
    /// Shows what is on disk, after a change of many records.
    fn read_again(&self, listing: &Listing);
    /// Takes over what another tab wrote, if the kind is one of these.
    fn reload(&self, kind: Kind, id: u128);
    /// The latest id there is, of records removed too. Fixed ids are smaller than any that was made.
    fn latest(&self) -> Option<u128>;
}

macro_rules! shelves {
    ($(#[$doc_of_all:meta])* $name:ident { $($(#[$doc:meta])* $seen:vis $field:ident: $kind:ident),* $(,)? }) => {
        $(#[$doc_of_all])*
        pub struct $name {
            $($(#[$doc])* $seen $field: Shelf<$kind>,)*
        }

        impl $name {
            /// Reads its kinds from disk; what is not well goes into `health`.
            pub(super) fn open(listing: &Listing, health: Signal<Health>, aside: Aside) -> Self {
                Self { $($field: Shelf::open(listing, health, aside),)* }
            }
        }

        impl Several for $name {
            fn texts(&self, into: &mut Vec<(String, String)>) {
                $(self.$field.texts(into);)*
            }

            fn read_again(&self, listing: &Listing) {
                $(self.$field.read_again(listing);)*
            }

            fn reload(&self, kind: Kind, id: u128) {
                match kind {
                    $($kind::KIND => self.$field.reload(Id::fixed(id)),)*
                    _ => {}
                }
            }

            fn latest(&self) -> Option<u128> {
                [$(self.$field.latest()),*].into_iter().flatten().max()
            }
        }
    };
}

shelves! {
    /// What the first pages read too.
    Shelves {
        /// Check-ins.
        pub check_ins: CheckIn,
        /// What the person chose: one record.
        pub(super) settings: Settings,
    }
}

shelves! {
    /// What only later pages read.
    LaterShelves {
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
        /// Words ready for a hard hour.
        pub messages: Message,
        /// Weeks looked at.
        pub reviews: Review,
        /// Forms not finished.
        pub drafts: Draft,
        /// What was agreed with someone.
        pub agreements: Agreement,
        /// Versions of the person's story.
        pub stories: Story,
        /// Activities of the person's own.
        pub own_activities: OwnActivity,
        /// Hobbies.
        pub hobbies: Hobby,
        /// What was written down of hobbies.
        pub hobby_entries: HobbyEntry,
        /// Rewards the person chose for what they do.
        pub rewards: Reward,
        /// Uses of tools for hard moments.
        pub practices: Practice,
        /// Plans for the worst hours.
        pub sheets: Sheet,
        /// What is remembered of lessons.
        pub studies: Study,
    }
}
