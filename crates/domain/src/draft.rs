//! A form not finished yet, kept so that a closed tab loses nothing.

use serde::{Deserialize, Serialize};

use crate::{
    agreement::Agreement, day::Week, id::Id, meeting::Meeting, person::Person, practice::Tool, sheet::SheetKind,
};

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
/// Where the draft of a person being changed lay before each had a place of its own, see [`of`]; its first field says
/// whom.
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
/// Where the drafts of what is said of a meeting on a day lay before each had a place of its own, see [`of`],
/// [`attendance_at`] and [`VISIT`]; its first field says what it is about.
pub const ATTENDANCE: Id<Draft> = Id::fixed(31);
/// The draft of what is said of a meeting visited once.
pub const VISIT: Id<Draft> = Id::fixed(33);
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

/// The draft of what is said of a day of one of the person's meetings.
pub fn attendance_at(meeting: Id<Meeting>) -> Id<Draft> {
    // Not that of the meeting being changed.
    Id::fixed(meeting.as_u128() ^ ATTENDANCE.as_u128())
}

/// Where a draft belongs that lies at [`AGREEMENT`], as a form opens that is of a new agreement `with` somebody, or of
/// any other: earlier releases kept the drafts of all agreements there.
pub fn home_of_agreement(fields: &[String], with: Option<Id<Person>>) -> Id<Draft> {
    let at = |place: usize| fields.get(place).map(String::as_str).unwrap_or_default();
    match (Id::<Agreement>::parse(at(0)), with) {
        (Some(changed), _) => of(changed),
        (None, Some(with)) if at(1) == with.to_string() => agreement_with(with),
        (None, _) => AGREEMENT,
    }
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
    fn every_person_agreement_and_meeting_has_a_draft_of_its_own() {
        let (ana, ben) = (Id::<Person>::fixed(1 << 90), Id::<Person>::fixed(2 << 90));
        let room = Id::<Meeting>::fixed(4 << 90);
        let drafts = [
            agreement_with(ana),
            agreement_with(ben),
            of(ana),
            of(ben),
            of(room),
            attendance_at(room),
            AGREEMENT,
            PERSON,
            ATTENDANCE,
            VISIT,
        ];
        assert_eq!(std::collections::BTreeSet::from(drafts).len(), drafts.len());
    }

    #[test]
    fn a_draft_from_an_earlier_release_goes_where_it_belongs() {
        let (ana, ben) = (Id::<Person>::fixed(1 << 90), Id::<Person>::fixed(2 << 90));
        let known = Id::<Agreement>::fixed(3 << 90);
        let draft = |which: String, with: String| [which, with, "Call me first".to_owned()];
        let changed = draft(known.to_string(), ana.to_string());
        for with in [None, Some(ana), Some(ben)] {
            assert_eq!(home_of_agreement(&changed, with), of(known), "it is of no new agreement");
        }
        let new = draft(String::new(), ana.to_string());
        assert_eq!(home_of_agreement(&new, Some(ana)), agreement_with(ana));
        assert_eq!(home_of_agreement(&new, Some(ben)), AGREEMENT, "not what is agreed with somebody else");
        assert_eq!(home_of_agreement(&new, None), AGREEMENT);
        assert_eq!(home_of_agreement(&draft(String::new(), String::new()), Some(ana)), AGREEMENT);
        assert_eq!(home_of_agreement(&[], Some(ana)), AGREEMENT);
    }

    #[test]
    fn a_form_that_turns_to_another_day_shows_that_day_and_loses_nothing_that_was_typed() {
        assert_eq!(turned("said of Monday", &"said of Monday", "said of Sunday"), "said of Sunday");
        assert_eq!(turned("said of Monday", &"said of Monday", ""), "", "it is not moved to another day");
        assert_eq!(turned("typed", &"", "said of Sunday"), "typed");
        assert_eq!(turned("", &"taken out", "said of Sunday"), "");
    }
}
