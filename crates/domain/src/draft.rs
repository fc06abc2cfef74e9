//! A form not finished yet, kept so that a closed tab loses nothing.

use serde::{Deserialize, Serialize};

use crate::{day::Week, id::Id, person::Person, practice::Tool, sheet::SheetKind};

/// What stands in a form's fields, in their order, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The text of each field.
    pub fields: Vec<String>,
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Draft(…)")
    }
}

/// The draft of a new goal as the first releases kept it: what to do, why, and steps.
pub const NEW_GOAL_1: Id<Draft> = Id::fixed(1);
/// The draft of a new goal.
pub const NEW_GOAL: Id<Draft> = Id::fixed(10);
/// Where the draft of a goal being changed lay before each had a place of its own, see [`of`]; it says which.
pub const CHANGED_GOAL: Id<Draft> = Id::fixed(11);
/// The week whose review is not wanted.
pub const REVIEW_SET_ASIDE: Id<Draft> = Id::fixed(19);
/// The draft of a new person.
pub const NEW_PERSON: Id<Draft> = Id::fixed(20);
/// The draft of a person being changed; its first field says whom.
pub const PERSON: Id<Draft> = Id::fixed(21);
/// The draft of a new agreement with nobody in particular; its first field says which, its second with whom. Drafts of
/// agreements being changed lay here too before each had a place of its own, see [`of`] and [`agreement_with`].
pub const AGREEMENT: Id<Draft> = Id::fixed(22);
/// The draft of a message; its first field says which, its second to whom.
pub const MESSAGE: Id<Draft> = Id::fixed(23);
/// The draft of a card: a day, what happened then, and own words.
pub const CARD: Id<Draft> = Id::fixed(24);
/// The draft of a new meeting.
pub const NEW_MEETING: Id<Draft> = Id::fixed(30);
/// The draft of what is said of one meeting on one day.
pub const ATTENDANCE: Id<Draft> = Id::fixed(31);
/// What the person marked among activities, and what was offered lately: favourites, barriers, a day, a count, offers.
pub const ACTIVITIES: Id<Draft> = Id::fixed(32);
/// The person's own words on the cards of words to say, a field a card.
pub const PHRASES: Id<Draft> = Id::fixed(40);
/// The draft of a new version of the story.
pub const NEW_STORY: Id<Draft> = Id::fixed(41);

/// How strong a craving was said to be before a tool was chosen: a day, a minute and a level.
pub const CRAVING: Id<Draft> = Id::fixed(98);
/// How tools guide: what the person turned on.
pub const GUIDANCE: Id<Draft> = Id::fixed(99);

/// The draft of a record that is being changed.
pub fn of<T>(id: Id<T>) -> Id<Draft> {
    Id::fixed(id.as_u128())
}

/// The draft of a new agreement that was begun at somebody's own page.
pub fn agreement_with(person: Id<Person>) -> Id<Draft> {
    // Not that of the person being changed.
    Id::fixed(person.as_u128() ^ AGREEMENT.as_u128())
}

/// What a form says once it turns to another record: what was typed stays, all else is as it is `there`.
pub fn turned<T: PartialEq>(typed: T, shown: &T, there: T) -> T {
    if typed == *shown { there } else { typed }
}

/// The draft of a use of a tool.
pub fn tool(tool: Tool) -> Id<Draft> {
    Id::fixed(100 + tool as u128)
}

/// The draft of a line of one of my plans: its part, its place if it is being changed, its words and its day.
pub fn of_sheet(kind: SheetKind) -> Id<Draft> {
    Id::fixed(match kind {
        SheetKind::Safety => 70,
        SheetKind::Overdose => 71,
        SheetKind::Warning => 72,
    })
}

/// The draft of the review of a week. Seven weeks in a row have drafts of their own; each says which week it is.
pub fn review(week: Week) -> Id<Draft> {
    let [monday, ..] = week.days();
    Id::fixed(12 + u128::try_from(i32::from(monday).div_euclid(7).rem_euclid(7)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_person_and_every_agreement_has_a_draft_of_its_own() {
        let (ana, ben) = (Id::<Person>::fixed(1 << 90), Id::<Person>::fixed(2 << 90));
        let drafts = [agreement_with(ana), agreement_with(ben), of(ana), of(ben), AGREEMENT, PERSON];
        assert_eq!(std::collections::BTreeSet::from(drafts).len(), drafts.len());
    }

    #[test]
    fn a_form_that_turns_to_another_day_shows_that_day_and_loses_nothing_that_was_typed() {
        assert_eq!(turned("said of Monday", &"said of Monday", "said of Sunday"), "said of Sunday");
        assert_eq!(turned("said of Monday", &"said of Monday", ""), "", "it is not moved to another day");
        assert_eq!(turned("typed", &"", "said of Sunday"), "typed");
        assert_eq!(turned("", &"taken out", "said of Sunday"), "");
    }
}
