//! Every address of the app. Paths, titles and navigation derive from it; a dead link cannot be written.

use domain::{
    agreement::Agreement,
    day::{Day, DayError, Week},
    goal::Goal,
    hobby::Hobby,
    id::Id,
    meeting::Meeting,
    person::Person,
    practice::Tool,
    sheet::SheetKind,
    story::Story,
};

use crate::words::nav;

/// An address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The first page.
    Today,
    /// The check-in of today, or of another day.
    CheckIn(Option<Day>),
    /// All goals.
    Goals,
    /// A goal to be set.
    NewGoal,
    /// One goal.
    Goal(Id<Goal>),
    /// All weekly reviews.
    Reviews,
    /// The review of one week.
    Review(Week),
    /// The week now, or another week.
    Plan(Option<Week>),
    /// The catalogue of activities.
    Discover,
    /// Three things for this minute.
    ForNow,
    /// What helped so far.
    Helps,
    /// Rewards and money.
    Rewards,
    /// All hobbies.
    Hobbies,
    /// One hobby.
    Hobby(Id<Hobby>),
    /// People to call.
    Support,
    /// A person to be added.
    NewPerson,
    /// One person.
    Person(Id<Person>),
    /// Who is there for what.
    Circle,
    /// All agreements.
    Agreements,
    /// An agreement to be made.
    NewAgreement,
    /// An agreement to be made with somebody.
    AgreementWith(Id<Person>),
    /// One agreement.
    Agreement(Id<Agreement>),
    /// Words for a hard hour.
    Messages,
    /// A card to be made and handed on.
    ShareCard,
    /// A card that was handed on; it stands after `#` in the address.
    Card,
    /// The versions of the person's story.
    Stories,
    /// A version to be written.
    NewStory,
    /// One version.
    Story(Id<Story>),
    /// What many people report.
    Shared,
    /// What a first meeting is like.
    Guide,
    /// Words for hard moments, to practice.
    Phrases,
    /// My meetings.
    Meetings,
    /// A meeting to be added.
    NewMeeting,
    /// One meeting.
    Meeting(Id<Meeting>),
    /// The meetings there were.
    Attended,
    /// A sheet to be signed.
    SignOff,
    /// A list of meetings from a file.
    ImportMeetings,
    /// All lessons.
    Learn,
    /// Questions of lessons that are worth another look.
    Again,
    /// One lesson, by its place in the address.
    Lesson(String),
    /// All tools for hard moments.
    Tools,
    /// A craving that is here.
    Craving,
    /// One tool.
    Tool(Tool),
    /// My plans for hard hours.
    Sheets,
    /// One of them.
    Sheet(SheetKind),
    /// Help that works without the app.
    Help,
    /// What the record shows.
    Progress,
    /// A page to print.
    Report,
    /// What can be chosen.
    Settings,
    /// A file with all of it.
    Backup,
    /// Bringing such a file back.
    Restore,
    /// Seeing if such a file is whole.
    CheckBackup,
    /// Words that open what is stored.
    Lock,
    /// How the record is kept here.
    Storage,
    /// What others can see.
    Privacy,
    /// An address with a day that is none.
    WrongDay(DayError),
    /// An address that leads nowhere yet.
    NotHere,
}

impl Route {
    /// The pages of the navigation, in its order.
    pub const PLACES: [Self; 9] = [
        Self::Today,
        Self::Goals,
        Self::Plan(None),
        Self::Support,
        Self::Learn,
        Self::Tools,
        Self::Sheets,
        Self::Progress,
        Self::Settings,
    ];
    /// How many of them stand in the bar of a phone; the rest is behind More.
    pub const IN_BAR: usize = 4;

    /// Reads a path.
    pub fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] | ["index.html"] => Self::Today,
            ["check-in"] => Self::CheckIn(None),
            ["check-in", day] => Day::parse(day).map_or_else(Self::WrongDay, |day| Self::CheckIn(Some(day))),
            ["goals"] => Self::Goals,
            ["goals", "new"] => Self::NewGoal,
            ["goals", "review"] => Self::Reviews,
            ["goals", "review", week] => Week::parse(week).map_or_else(Self::WrongDay, Self::Review),
            ["goals", id] => Id::parse(id).map_or(Self::NotHere, Self::Goal),
            ["plan"] => Self::Plan(None),
            ["plan", "discover"] => Self::Discover,
            ["plan", "now"] => Self::ForNow,
            ["plan", "helps"] => Self::Helps,
            ["plan", "rewards"] => Self::Rewards,
            ["hobbies"] => Self::Hobbies,
            ["hobbies", id] => Id::parse(id).map_or(Self::NotHere, Self::Hobby),
            ["plan", week] => Week::parse(week).map_or_else(Self::WrongDay, |week| Self::Plan(Some(week))),
            ["support"] | ["support", "people"] => Self::Support,
            ["support", "people", "new"] => Self::NewPerson,
            ["support", "people", id] => Id::parse(id).map_or(Self::NotHere, Self::Person),
            ["support", "circle"] => Self::Circle,
            ["support", "agreements"] => Self::Agreements,
            ["support", "agreements", "new"] => Self::NewAgreement,
            ["support", "agreements", "new", id] => Id::parse(id).map_or(Self::NotHere, Self::AgreementWith),
            ["support", "agreements", id] => Id::parse(id).map_or(Self::NotHere, Self::Agreement),
            ["support", "messages"] => Self::Messages,
            ["support", "card"] => Self::ShareCard,
            ["card"] => Self::Card,
            ["support", "story"] => Self::Stories,
            ["support", "story", "new"] => Self::NewStory,
            ["support", "story", id] => Id::parse(id).map_or(Self::NotHere, Self::Story),
            ["support", "shared"] => Self::Shared,
            ["support", "meetings", "guide"] => Self::Guide,
            ["support", "phrases"] => Self::Phrases,
            ["support", "meetings"] => Self::Meetings,
            ["support", "meetings", "new"] => Self::NewMeeting,
            ["support", "meetings", "attended"] => Self::Attended,
            ["support", "meetings", "sheet"] => Self::SignOff,
            ["support", "meetings", "import"] => Self::ImportMeetings,
            ["support", "meetings", id] => Id::parse(id).map_or(Self::NotHere, Self::Meeting),
            ["learn"] => Self::Learn,
            ["learn", "again"] => Self::Again,
            ["learn", slug] => Self::Lesson((*slug).to_owned()),
            ["tools"] => Self::Tools,
            ["tools", "craving"] => Self::Craving,
            ["tools", slug] => Tool::of_slug(slug).map_or(Self::NotHere, Self::Tool),
            ["plans"] => Self::Sheets,
            ["plans", slug] => SheetKind::of_slug(slug).map_or(Self::NotHere, Self::Sheet),
            ["help"] => Self::Help,
            ["progress"] => Self::Progress,
            ["reports"] | ["reports", "me"] => Self::Report,
            ["settings"] | ["settings", "language" | "look" | "about"] => Self::Settings,
            ["settings", "backup"] => Self::Backup,
            ["settings", "restore"] => Self::Restore,
            ["settings", "check-backup"] => Self::CheckBackup,
            ["settings", "lock"] => Self::Lock,
            ["settings", "storage"] => Self::Storage,
            ["settings", "privacy"] => Self::Privacy,
            _ => Self::NotHere,
        }
    }

    /// The path of this address.
    pub fn path(&self) -> String {
        match self {
            Self::Today | Self::WrongDay(_) | Self::NotHere => "/".to_owned(),
            Self::CheckIn(None) => "/check-in".to_owned(),
            Self::CheckIn(Some(day)) => format!("/check-in/{day}"),
            Self::Goals => "/goals".to_owned(),
            Self::NewGoal => "/goals/new".to_owned(),
            Self::Goal(id) => format!("/goals/{id}"),
            Self::Reviews => "/goals/review".to_owned(),
            Self::Review(week) => format!("/goals/review/{week}"),
            Self::Plan(None) => "/plan".to_owned(),
            Self::Plan(Some(week)) => format!("/plan/{week}"),
            Self::Discover => "/plan/discover".to_owned(),
            Self::ForNow => "/plan/now".to_owned(),
            Self::Helps => "/plan/helps".to_owned(),
            Self::Rewards => "/plan/rewards".to_owned(),
            Self::Hobbies => "/hobbies".to_owned(),
            Self::Hobby(id) => format!("/hobbies/{id}"),
            Self::Support => "/support".to_owned(),
            Self::NewPerson => "/support/people/new".to_owned(),
            Self::Person(id) => format!("/support/people/{id}"),
            Self::Circle => "/support/circle".to_owned(),
            Self::Agreements => "/support/agreements".to_owned(),
            Self::NewAgreement => "/support/agreements/new".to_owned(),
            Self::AgreementWith(id) => format!("/support/agreements/new/{id}"),
            Self::Agreement(id) => format!("/support/agreements/{id}"),
            Self::Messages => "/support/messages".to_owned(),
            Self::ShareCard => "/support/card".to_owned(),
            Self::Card => "/card".to_owned(),
            Self::Stories => "/support/story".to_owned(),
            Self::NewStory => "/support/story/new".to_owned(),
            Self::Story(id) => format!("/support/story/{id}"),
            Self::Shared => "/support/shared".to_owned(),
            Self::Guide => "/support/meetings/guide".to_owned(),
            Self::Phrases => "/support/phrases".to_owned(),
            Self::Meetings => "/support/meetings".to_owned(),
            Self::NewMeeting => "/support/meetings/new".to_owned(),
            Self::Meeting(id) => format!("/support/meetings/{id}"),
            Self::Attended => "/support/meetings/attended".to_owned(),
            Self::SignOff => "/support/meetings/sheet".to_owned(),
            Self::ImportMeetings => "/support/meetings/import".to_owned(),
            Self::Learn => "/learn".to_owned(),
            Self::Again => "/learn/again".to_owned(),
            Self::Lesson(slug) => format!("/learn/{slug}"),
            Self::Tools => "/tools".to_owned(),
            Self::Craving => "/tools/craving".to_owned(),
            Self::Tool(tool) => format!("/tools/{}", tool.slug()),
            Self::Sheets => "/plans".to_owned(),
            Self::Sheet(kind) => format!("/plans/{}", kind.slug()),
            Self::Help => "/help".to_owned(),
            Self::Progress => "/progress".to_owned(),
            Self::Report => "/reports/me".to_owned(),
            Self::Settings => "/settings".to_owned(),
            Self::Backup => "/settings/backup".to_owned(),
            Self::Restore => "/settings/restore".to_owned(),
            Self::CheckBackup => "/settings/check-backup".to_owned(),
            Self::Lock => "/settings/lock".to_owned(),
            Self::Storage => "/settings/storage".to_owned(),
            Self::Privacy => "/settings/privacy".to_owned(),
        }
    }

    /// The name of the place it belongs to: what the tab shows. Never the name of a lesson, a goal or a person.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Today => nav::today(),
            Self::CheckIn(_) => nav::check_in(),
            Self::Goals | Self::NewGoal | Self::Goal(_) | Self::Reviews | Self::Review(_) => nav::goals(),
            Self::Plan(_) | Self::ForNow | Self::Helps | Self::Rewards => nav::plan(),
            Self::Hobbies | Self::Hobby(_) => nav::hobbies(),
            Self::Discover => nav::discover(),
            Self::Support
            | Self::NewPerson
            | Self::Person(_)
            | Self::Circle
            | Self::Agreements
            | Self::NewAgreement
            | Self::AgreementWith(_)
            | Self::Agreement(_)
            | Self::Messages
            | Self::ShareCard
            | Self::Shared
            | Self::Guide
            | Self::Phrases => nav::support(),
            Self::Card => nav::card(),
            Self::Stories | Self::NewStory | Self::Story(_) => nav::story(),
            Self::Meetings
            | Self::NewMeeting
            | Self::Meeting(_)
            | Self::Attended
            | Self::SignOff
            | Self::ImportMeetings => nav::meetings(),
            Self::Learn | Self::Again | Self::Lesson(_) => nav::learn(),
            Self::Tools | Self::Craving | Self::Tool(_) => nav::tools(),
            Self::Sheets | Self::Sheet(_) => nav::plans(),
            Self::Help => nav::help(),
            Self::Progress => nav::progress(),
            Self::Report => nav::reports(),
            Self::Settings
            | Self::Backup
            | Self::Restore
            | Self::CheckBackup
            | Self::Lock
            | Self::Storage
            | Self::Privacy => nav::settings(),
            Self::WrongDay(_) | Self::NotHere => nav::not_here(),
        }
    }

    /// The page above this one, to which the top bar leads back; `None` for the places of the navigation.
    pub fn parent(&self) -> Option<Self> {
        match self {
            Self::CheckIn(_) | Self::WrongDay(_) | Self::NotHere | Self::Card => Some(Self::Today),
            Self::NewGoal | Self::Goal(_) | Self::Reviews => Some(Self::Goals),
            Self::Review(_) => Some(Self::Reviews),
            Self::Discover | Self::ForNow | Self::Helps | Self::Rewards | Self::Hobbies => Some(Self::Plan(None)),
            Self::Hobby(_) => Some(Self::Hobbies),
            Self::NewPerson
            | Self::Person(_)
            | Self::Circle
            | Self::Agreements
            | Self::NewAgreement
            | Self::AgreementWith(_)
            | Self::Agreement(_)
            | Self::Messages
            | Self::ShareCard
            | Self::Stories
            | Self::Shared
            | Self::Guide
            | Self::Phrases
            | Self::Meetings => Some(Self::Support),
            Self::NewStory | Self::Story(_) => Some(Self::Stories),
            Self::NewMeeting | Self::Meeting(_) | Self::Attended | Self::SignOff | Self::ImportMeetings => {
                Some(Self::Meetings)
            }
            Self::Again | Self::Lesson(_) => Some(Self::Learn),
            Self::Craving | Self::Tool(_) => Some(Self::Tools),
            Self::Sheet(_) => Some(Self::Sheets),
            Self::Report => Some(Self::Progress),
            Self::Backup | Self::Restore | Self::CheckBackup | Self::Lock | Self::Storage | Self::Privacy => {
                Some(Self::Settings)
            }
            _ => None,
        }
    }

    /// Whether its page is in the first part of the program, whole. The others come a moment later (`src/later.rs`).
    pub const fn is_first(&self) -> bool {
        matches!(self, Self::CheckIn(_) | Self::Help | Self::WrongDay(_) | Self::NotHere)
    }

    /// The place of the navigation this address lies in.
    pub fn place(&self) -> Self {
        match self {
            Self::Plan(_) => Self::Plan(None),
            other => other.parent().map_or_else(|| other.clone(), |parent| parent.place()),
        }
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn all() -> Vec<Route> {
        let day = Day::parse("2026-11-24").unwrap();
        let mut all = Route::PLACES.to_vec();
        all.extend([
            Route::CheckIn(None),
            Route::CheckIn(Some(day)),
            Route::NewGoal,
            Route::Goal(Id::new(1, [3; 10])),
            Route::Reviews,
            Route::Review(day.week()),
            Route::Plan(Some(day.week())),
            Route::Discover,
            Route::ForNow,
            Route::Helps,
            Route::Rewards,
            Route::Hobbies,
            Route::Hobby(Id::new(1, [3; 10])),
            Route::NewPerson,
            Route::Person(Id::new(1, [3; 10])),
            Route::Circle,
            Route::Agreements,
            Route::NewAgreement,
            Route::AgreementWith(Id::new(1, [3; 10])),
            Route::Agreement(Id::new(1, [3; 10])),
            Route::Messages,
            Route::ShareCard,
            Route::Card,
            Route::Stories,
            Route::NewStory,
            Route::Story(Id::new(1, [3; 10])),
            Route::Shared,
            Route::Guide,
            Route::Phrases,
            Route::Meetings,
            Route::NewMeeting,
            Route::Meeting(Id::new(1, [3; 10])),
            Route::Attended,
            Route::SignOff,
            Route::ImportMeetings,
            Route::Again,
            Route::Lesson("waves".into()),
            Route::Craving,
            Route::Tool(Tool::PlayThrough),
            Route::Sheet(SheetKind::Overdose),
            Route::Help,
            Route::Report,
            Route::Backup,
            Route::Restore,
            Route::CheckBackup,
            Route::Lock,
            Route::Storage,
            Route::Privacy,
        ]);
        all
    }

    #[test]
    fn every_address_reads_back() {
        for route in all() {
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn paths_are_pinned() {
        let paths: Vec<String> = Route::PLACES.iter().map(Route::path).collect();
        assert_eq!(paths, ["/", "/goals", "/plan", "/support", "/learn", "/tools", "/plans", "/progress", "/settings"]);
        assert_eq!(Route::parse("/support/people"), Route::Support);
        assert_eq!(Route::parse("/reports"), Route::Report);
    }

    #[test]
    fn a_wrong_address_says_what_is_wrong() {
        assert_eq!(Route::parse("/check-in/1899-01-01"), Route::WrongDay(DayError::TooEarly));
        assert_eq!(Route::parse("/check-in/9999-01-01"), Route::WrongDay(DayError::TooLate));
        assert_eq!(Route::parse("/plan/2026-W99"), Route::WrongDay(DayError::NotADate));
        assert_eq!(Route::parse("/goals/%3Cscript%3E"), Route::NotHere);
        assert_eq!(Route::parse("/plans/nothing"), Route::NotHere);
        assert_eq!(Route::parse("/nowhere/at/all"), Route::NotHere);
    }

    #[test]
    fn every_address_lies_in_a_place_of_the_navigation_or_is_help() {
        for route in all() {
            assert!(Route::PLACES.contains(&route.place()) || route == Route::Help, "{route:?}");
        }
    }
}
