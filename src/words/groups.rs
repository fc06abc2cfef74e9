//! The word for each value about meetings: whose they are, where, when again, and whether one was there.

use domain::{
    listed::Reason,
    meeting::{Fellowship, Held, Meeting, Presence, Zone},
    recurrence::{Nth, Recurrence, Rule, Weekdays},
    schedule::Occurrence,
};

use crate::words::{attendance, date, dates, listing, meetings, number, zones};

/// What a fellowship calls itself.
pub fn fellowship(whose: Fellowship) -> &'static str {
    match whose {
        Fellowship::NarcoticsAnonymous => meetings::na(),
        Fellowship::AlcoholicsAnonymous => meetings::aa(),
        Fellowship::SmartRecovery => "SMART Recovery",
        Fellowship::MedicationAssistedRecoveryAnonymous => "MARA (Medication-Assisted Recovery Anonymous)",
        Fellowship::RecoveryDharma => "Recovery Dharma",
        Fellowship::LifeRing => "LifeRing",
        Fellowship::WomenForSobriety => "Women for Sobriety",
        Fellowship::CelebrateRecovery => "Celebrate Recovery",
        Fellowship::HeroinAnonymous => meetings::heroin_anonymous(),
        Fellowship::PillsAnonymous => meetings::pills_anonymous(),
        Fellowship::InTheRooms => "In The Rooms",
        Fellowship::ThePhoenix => "The Phoenix",
        Fellowship::NarAnon => "Nar-Anon",
        Fellowship::AlAnon => "Al-Anon",
        Fellowship::Other => meetings::other_group(),
    }
}

/// How it stands to medicines, as it states it (facts, section 7, "What each is"). What a local group says may differ
/// (fact 7.14).
pub fn stand(whose: Fellowship) -> &'static str {
    match whose {
        Fellowship::NarcoticsAnonymous => meetings::stand_na(),
        Fellowship::AlcoholicsAnonymous => meetings::stand_aa(),
        Fellowship::SmartRecovery => meetings::stand_smart(),
        Fellowship::MedicationAssistedRecoveryAnonymous => meetings::stand_mara(),
        Fellowship::RecoveryDharma => meetings::stand_dharma(),
        Fellowship::LifeRing | Fellowship::WomenForSobriety => meetings::stand_prescribed(),
        Fellowship::CelebrateRecovery => meetings::stand_church(),
        Fellowship::HeroinAnonymous => meetings::stand_heroin_anonymous(),
        Fellowship::PillsAnonymous => meetings::stand_varies(),
        Fellowship::InTheRooms => meetings::stand_rooms(),
        Fellowship::ThePhoenix => meetings::stand_phoenix(),
        Fellowship::NarAnon => meetings::stand_family(),
        Fellowship::AlAnon => meetings::stand_family_alcohol(),
        Fellowship::Other => meetings::stand_other(),
    }
}

/// Where it is held.
pub fn held(held: Held) -> &'static str {
    match held {
        Held::InPerson => meetings::in_person(),
        Held::Online => meetings::online(),
        Held::ByPhone => meetings::by_phone(),
        Held::Both => meetings::both(),
    }
}

/// Whether one was there, as the person says it.
pub fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Went => attendance::went(),
        Presence::CameLate => attendance::came_late(),
        Presence::WentOnline => attendance::went_online(),
        Presence::Missed => attendance::missed(),
    }
}

/// Whether one was there, as a sheet for others says it.
pub fn attended(presence: Presence) -> &'static str {
    match presence {
        Presence::Went => attendance::attended(),
        Presence::CameLate => attendance::attended_late(),
        Presence::WentOnline => attendance::attended_online(),
        Presence::Missed => attendance::not_attended(),
    }
}

/// Which one of a month.
pub fn nth(nth: Nth) -> &'static str {
    match nth {
        Nth::First => meetings::first(),
        Nth::Second => meetings::second(),
        Nth::Third => meetings::third(),
        Nth::Fourth => meetings::fourth(),
        Nth::Fifth => meetings::fifth(),
        Nth::Last => meetings::last(),
    }
}

/// The name of a weekday; 0 is Monday.
pub fn weekday(weekday: u8) -> &'static str {
    date::weekdays().split(' ').nth(usize::from(weekday)).unwrap_or("")
}

/// On which days, in a sentence.
pub fn repeats(when: &Recurrence) -> String {
    let many = |count: u16| number(usize::from(count));
    match when.rule {
        Rule::Once => meetings::repeats_once(&dates::full(when.from)),
        Rule::Days(0 | 1) => meetings::repeats_daily().to_owned(),
        Rule::Days(every) => meetings::repeats_days(&many(every)),
        Rule::Weeks { every, on } => {
            let on = if on.is_empty() { Weekdays::of(when.from) } else { on };
            let days: Vec<&str> = on.iter().map(weekday).collect();
            let days = days.join(", ");
            if every > 1 {
                meetings::repeats_weeks(&many(every.into()), &days)
            } else {
                meetings::repeats_weekly(&days)
            }
        }
        Rule::Months { every, nth: which, weekday: on } => {
            let (which, on) = (nth(which), weekday(on));
            if every > 1 {
                meetings::repeats_months(&many(every.into()), which, on)
            } else {
                meetings::repeats_monthly(which, on)
            }
        }
    }
}

/// When a meeting is held, by its own clock; which clock that is, is said where it is another one.
pub fn standing(meeting: &Meeting) -> String {
    let time = dates::time(meeting.at);
    let time = meeting.zone.as_ref().map_or_else(|| time.clone(), |other| meetings::there(&time, &zone(other)));
    format!("{} · {time}", repeats(&meeting.when))
}

/// The name of a zone as people read it: `America/New_York` is "New York, America".
pub fn zone(zone: &Zone) -> String {
    if matches!(zone.name(), "UTC" | "Etc/UTC") {
        return zones::utc().to_owned();
    }
    let (place, part) = zone.place();
    match part {
        Some(part) => format!("{place}, {}", part_of_world(part)),
        None => place,
    }
}

/// The part of the world that begins the name of a zone.
fn part_of_world(part: &str) -> &str {
    match part {
        "Africa" => zones::africa(),
        "America" => zones::america(),
        "Antarctica" => zones::antarctica(),
        "Arctic" => zones::arctic(),
        "Asia" => zones::asia(),
        "Atlantic" => zones::atlantic(),
        "Australia" => zones::australia(),
        "Europe" => zones::europe(),
        "Indian" => zones::indian(),
        "Pacific" => zones::pacific(),
        other => other,
    }
}

/// Why a row of a list was left out.
pub fn left_out(reason: Reason) -> &'static str {
    match reason {
        Reason::NotAMeeting => listing::not_a_meeting(),
        Reason::NoName => listing::no_name(),
        Reason::NoSlug => listing::no_slug(),
        Reason::NoSuchDay => listing::no_such_day(),
        Reason::NoSuchTime => listing::no_such_time(),
        Reason::TooLong => listing::too_long(),
        Reason::TooManyFields => listing::too_many_fields(),
        Reason::Twice => listing::twice(),
        Reason::Cut => listing::cut(),
    }
}

/// What its own clock shows, if that is something else than mine.
pub fn there(meeting: &Meeting, one: &Occurrence) -> Option<String> {
    let zone_name = zone(meeting.zone.as_ref()?);
    let (day, minute) = one.there;
    if !one.is_elsewhere() {
        None
    } else if !one.is_known {
        Some(meetings::zone_unknown(&zone_name))
    } else if day == one.on {
        Some(meetings::there(&dates::time(minute), &zone_name))
    } else {
        Some(meetings::there_on(dates::weekday(day), &dates::time(minute), &zone_name))
    }
}

/// Where and how long, in one line.
pub fn about(meeting: &Meeting) -> String {
    let place = if meeting.has_room() { meeting.place.lines().next().unwrap_or_default() } else { "" };
    let length = meetings::minutes_short(&number(usize::from(meeting.minutes)));
    [held(meeting.held), &length, place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
