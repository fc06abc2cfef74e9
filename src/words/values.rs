//! The word for each value of the domain.

use domain::{
    activity::{self, Barrier, Filter},
    answer::Answer,
    check_in::{Feeling, Mood, Sleep},
    goal::{Cadence, Course as GoalCourse, Outcome, Reason, Value},
    lesson::Path,
    person::{Need, Role},
    plan::Part,
    progress::Course,
    settings::{Country, KeepNotes, Language, Purpose, TextSize, Theme},
    text::{Note, Title},
};
use storage::key::Kind;

use crate::words::{
    answer, backup, check_in, date, discover, goals, keeping, learn, nav, number, person, plan, progress, settings,
    welcome,
};

/// How many characters a line takes.
pub const LINE: usize = Title::LIMIT;
/// How many characters a note takes.
pub const LINES: usize = Note::LIMIT;

/// How a mood is called.
pub fn mood(mood: Mood) -> &'static str {
    match mood {
        Mood::Awful => check_in::mood_awful(),
        Mood::Low => check_in::mood_low(),
        Mood::Okay => check_in::mood_okay(),
        Mood::Good => check_in::mood_good(),
        Mood::Great => check_in::mood_great(),
    }
}

/// How a night is called.
pub fn sleep(sleep: Sleep) -> &'static str {
    match sleep {
        Sleep::Badly => check_in::sleep_badly(),
        Sleep::SoSo => check_in::sleep_so_so(),
        Sleep::Well => check_in::sleep_well(),
    }
}

/// How a feeling is called.
pub fn feeling(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Hungry => check_in::hungry(),
        Feeling::Angry => check_in::angry(),
        Feeling::Lonely => check_in::lonely(),
        Feeling::Tired => check_in::tired(),
    }
}

/// What Trellis says back.
pub fn answer(said: Answer) -> &'static str {
    match said {
        Answer::Thanks => answer::thanks(),
        Answer::VeryHard => answer::very_hard(),
        Answer::Low => answer::low(),
        Answer::Good => answer::good(),
        Answer::StrongCraving => answer::strong_craving(),
        Answer::SomeCraving => answer::some_craving(),
        Answer::CravingEased => answer::craving_eased(),
        Answer::Hungry => answer::hungry(),
        Answer::Angry => answer::angry(),
        Answer::Lonely => answer::lonely(),
        Answer::Tired => answer::tired(),
        Answer::PoorSleep => answer::poor_sleep(),
    }
}

/// How often a goal is meant to be kept.
pub fn cadence(cadence: Cadence) -> String {
    match cadence {
        Cadence::Once => goals::once().to_owned(),
        Cadence::Daily => goals::daily().to_owned(),
        Cadence::Weekdays => goals::weekdays().to_owned(),
        Cadence::Weekly(times) => goals::weekly(usize::from(times)),
        Cadence::EveryWeeks(1) => goals::every_week().to_owned(),
        Cadence::EveryWeeks(weeks) => goals::every_weeks(usize::from(weeks)),
    }
}

/// What may matter to a person.
pub fn value(value: Value) -> &'static str {
    match value {
        Value::Health => goals::value_health(),
        Value::Family => goals::value_family(),
        Value::Friends => goals::value_friends(),
        Value::Peace => goals::value_peace(),
        Value::Freedom => goals::value_freedom(),
        Value::Honesty => goals::value_honesty(),
        Value::Work => goals::value_work(),
        Value::Home => goals::value_home(),
        Value::Faith => goals::value_faith(),
        Value::Helping => goals::value_helping(),
        Value::Learning => goals::value_learning(),
        Value::Joy => goals::value_joy(),
    }
}

/// Why a goal rests.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Illness => goals::reason_illness(),
        Reason::Hospital => goals::reason_hospital(),
        Reason::Custody => goals::reason_custody(),
        Reason::Travel => goals::reason_travel(),
        Reason::Other => goals::reason_other(),
    }
}

/// How a goal goes now beside before.
pub fn goal_course(course: GoalCourse) -> &'static str {
    match course {
        GoalCourse::More => goals::trend_more(),
        GoalCourse::Same => goals::trend_same(),
        GoalCourse::Less => goals::trend_less(),
        GoalCourse::TooEarly => goals::trend_early(),
    }
}

/// Halves as a number: "2" or "2.5".
pub fn halves(halves: u16) -> String {
    let whole = number(usize::from(halves / 2));
    if halves.is_multiple_of(2) { whole } else { date::decimal(&whole, &number(5)) }
}

/// What became of a goal.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => goals::done(),
        Outcome::Partly => goals::partly(),
        Outcome::NotThisTime => goals::not_this_time(),
        Outcome::Excused => goals::excused(),
    }
}

/// A part of the day.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Morning => plan::morning(),
        Part::Afternoon => plan::afternoon(),
        Part::Evening => plan::evening(),
    }
}

/// A filter of the catalogue.
pub fn filter(filter: Filter) -> &'static str {
    match filter {
        Filter::Free => discover::free(),
        Filter::LowCost => discover::low_cost(),
        Filter::HalfHour => discover::half_hour(),
        Filter::SomeEnergy => discover::some_energy(),
        Filter::Need(need) => good_for(need),
        Filter::Short => discover::short(),
        Filter::LowEnergy => discover::low_energy(),
        Filter::Alone => discover::alone(),
        Filter::Together => discover::together(),
        Filter::Indoors => discover::indoors(),
        Filter::Outdoors => discover::outdoors(),
    }
}

/// What an activity is good for.
pub fn good_for(need: activity::Need) -> &'static str {
    match need {
        activity::Need::Calm => discover::calm(),
        activity::Need::Connection => discover::connection(),
        activity::Need::Mastery => discover::mastery(),
        activity::Need::Fun => discover::fun(),
        activity::Need::Movement => discover::movement(),
        activity::Need::Meaning => discover::meaning(),
    }
}

/// What keeps a person from some activities.
pub fn barrier(barrier: Barrier) -> &'static str {
    match barrier {
        Barrier::Injury => discover::injury(),
        Barrier::Faith => discover::faith(),
        Barrier::Cold => discover::cold(),
    }
}

/// What a person is here for.
pub fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::StayOnTrack => welcome::stay_on_track(),
        Purpose::CutDown => welcome::cut_down(),
        Purpose::StayOnMedicine => welcome::stay_on_medicine(),
        Purpose::FindPeople => welcome::find_people(),
        Purpose::FillTime => welcome::fill_time(),
        Purpose::Understand => welcome::understand(),
    }
}

/// A language, in itself.
pub fn language(language: Language) -> &'static str {
    match language {
        Language::English => "English",
        Language::Spanish => "Español",
    }
}

/// A theme; `None` follows the device.
pub fn theme(theme: Option<Theme>) -> &'static str {
    match theme {
        None => settings::theme_system(),
        Some(Theme::Light) => settings::theme_light(),
        Some(Theme::Dark) => settings::theme_dark(),
    }
}

/// A size of text.
pub fn text_size(size: TextSize) -> &'static str {
    match size {
        TextSize::Usual => settings::text_usual(),
        TextSize::Large => settings::text_large(),
        TextSize::Largest => settings::text_largest(),
    }
}

/// A country.
pub fn country(country: Country) -> &'static str {
    match country {
        Country::UnitedStates => settings::united_states(),
        Country::Canada => settings::canada(),
        Country::UnitedKingdom => settings::united_kingdom(),
        Country::Ireland => settings::ireland(),
        Country::Australia => settings::australia(),
        Country::NewZealand => settings::new_zealand(),
        Country::Elsewhere => settings::elsewhere(),
    }
}

/// The finding above the chart of mood and craving.
pub fn finding(mood: Course, craving: Course) -> &'static str {
    match (mood, craving) {
        (Course::Rising, Course::Easing) => progress::mood_rising_craving_easing(),
        (Course::Rising, _) => progress::mood_rising(),
        (Course::Easing, Course::Rising) => progress::mood_falling_craving_rising(),
        (_, Course::Easing) => progress::craving_easing(),
        (_, Course::Rising) => progress::craving_rising(),
        (Course::Easing, _) => progress::mood_falling(),
        (Course::Steady, _) | (_, Course::Steady) => progress::steady(),
        (Course::TooEarly, Course::TooEarly) => progress::mood_and_craving(),
    }
}

/// Minutes in words.
pub fn minutes(minutes: u16) -> String {
    discover::minutes(&number(usize::from(minutes)))
}

/// How long notes are kept.
pub fn keep_notes(keep: KeepNotes) -> String {
    match keep.days() {
        None => keeping::notes_forever().to_owned(),
        Some(days) => keeping::notes_days(&number(usize::from(days))),
    }
}

/// Whether the browser keeps the record when it needs room; `None` if it does not tell.
pub fn kept(kept: Option<bool>) -> &'static str {
    match kept {
        Some(true) => keeping::kept(),
        Some(false) => keeping::not_kept(),
        None => keeping::kept_unknown(),
    }
}

/// A kind of record, as a heading of a row.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::CheckIn => backup::check_ins(),
        Kind::Goal => nav::goals(),
        Kind::Report => backup::reports(),
        Kind::Plan => backup::plans(),
        Kind::Person => backup::people(),
        Kind::Draft => backup::drafts(),
        Kind::Meeting => backup::meetings(),
        Kind::Attendance => backup::attendances(),
        Kind::Target => backup::targets(),
        Kind::Agreement => backup::agreements(),
        Kind::Message => backup::messages(),
        Kind::Review => backup::reviews(),
        Kind::Story => backup::stories(),
        Kind::Earlier => backup::earlier(),
        Kind::OwnActivity => backup::own_activities(),
        Kind::Hobby => backup::hobbies(),
        Kind::HobbyEntry => backup::hobby_entries(),
        Kind::Reward => backup::rewards(),
        Kind::Practice => backup::practices(),
        Kind::Sheet => backup::sheets(),
        Kind::Study => backup::studies(),
        Kind::Settings | Kind::Look => backup::settings(),
    }
}

/// What a person is to the owner.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Sponsor => person::sponsor(),
        Role::Peer => person::peer(),
        Role::Friend => person::friend(),
        Role::Family => person::family(),
        Role::Clinician => person::clinician(),
        Role::PeerWorker => person::peer_worker(),
        Role::Other => person::other(),
    }
}

/// What somebody may be good for.
pub fn need(need: Need) -> &'static str {
    match need {
        Need::Calm => person::calm(),
        Need::Listen => person::listen(),
        Need::KnowIt => person::know_it(),
        Need::Night => person::night(),
        Need::Company => person::company(),
        Need::Practical => person::practical(),
        Need::Ride => person::ride(),
        Need::Medicines => person::medicines(),
        Need::Laugh => person::laugh(),
        Need::Honest => person::honest(),
    }
}

/// How a path of lessons is called.
pub fn path(path: Path) -> &'static str {
    match path {
        Path::Understanding => learn::path_understanding(),
        Path::Medicines => learn::path_medicines(),
        Path::Body => learn::path_body(),
        Path::Cravings => learn::path_cravings(),
        Path::Feelings => learn::path_feelings(),
        Path::People => learn::path_people(),
        Path::Home => learn::path_home(),
    }
}
