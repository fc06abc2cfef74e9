//! The words of what is told and shared: of topics, of what many people report, of listeners and lengths.

use domain::{
    shared::{Shared, Source, Topic},
    story::Listener,
};

use crate::words::{number, shared, story};

/// What it is about.
pub fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Craving => shared::topic_craving(),
        Topic::Lonely => shared::topic_lonely(),
        Topic::Low => shared::topic_low(),
        Topic::Sleep => shared::topic_sleep(),
        Topic::Tired => shared::topic_tired(),
        Topic::Angry => shared::topic_angry(),
        Topic::NoDrive => shared::topic_no_drive(),
        Topic::Beginning => shared::topic_beginning(),
        Topic::FirstDays => shared::topic_first_days(),
        Topic::Lapse => shared::topic_lapse(),
        Topic::Shame => shared::topic_shame(),
        Topic::Medicine => shared::topic_medicine(),
        Topic::Good => shared::topic_good(),
    }
}

/// What many people report. The facts it keeps to stand with each in the domain.
pub fn sentence(sentence: Shared) -> &'static str {
    match sentence {
        Shared::UrgesEase => shared::urges_ease(),
        Shared::CuesAreLearned => shared::cues_are_learned(),
        Shared::InnerTriggers => shared::inner_triggers(),
        Shared::FeelingsFirst => shared::feelings_first(),
        Shared::HappyTriggers => shared::happy_triggers(),
        Shared::PoorSleep => shared::poor_sleep(),
        Shared::LongAfter => shared::long_after(),
        Shared::EarlySigns => shared::early_signs(),
        Shared::BadFlu => shared::bad_flu(),
        Shared::FourQuestions => shared::four_questions(),
        Shared::GroupsHelp => shared::groups_help(),
        Shared::PeersHelp => shared::peers_help(),
        Shared::WhatHelpsAfter => shared::what_helps_after(),
        Shared::FlatPleasures => shared::flat_pleasures(),
        Shared::NothingIsFun => shared::nothing_is_fun(),
        Shared::SmallPlans => shared::small_plans(),
        Shared::EmptyHours => shared::empty_hours(),
        Shared::OtherJoys => shared::other_joys(),
        Shared::AngerCovers => shared::anger_covers(),
        Shared::NamingHelps => shared::naming_helps(),
        Shared::ShameAndGuilt => shared::shame_and_guilt(),
        Shared::Genes => shared::genes(),
        Shared::Stigma => shared::stigma(),
        Shared::Millions => shared::millions(),
        Shared::MostRecover => shared::most_recover(),
        Shared::Tries => shared::tries(),
        Shared::OneUse => shared::one_use(),
        Shared::SelfBlame => shared::self_blame(),
        Shared::LikeAsthma => shared::like_asthma(),
        Shared::AdjustTreatment => shared::adjust_treatment(),
        Shared::MedicineCounts => shared::medicine_counts(),
        Shared::NotHigh => shared::not_high(),
    }
}

/// Where it comes from.
pub fn source(source: Source) -> &'static str {
    match source {
        Source::Carroll => shared::source_carroll(),
        Source::NidaBrains => shared::source_nida_brains(),
        Source::NidaWords => shared::source_nida_words(),
        Source::Larimer => shared::source_larimer(),
        Source::SleepInBrief => shared::source_sleep(),
        Source::ProtractedWithdrawal => shared::source_protracted(),
        Source::Withdrawal => shared::source_withdrawal(),
        Source::Custom => shared::source_custom(),
        Source::Practice => shared::source_practice(),
        Source::Weiss => shared::source_weiss(),
        Source::Eddie => shared::source_eddie(),
        Source::Ekers => shared::source_ekers(),
        Source::Kitzinger => shared::source_kitzinger(),
        Source::RecoveryInstitute => shared::source_institute(),
        Source::Lieberman => shared::source_lieberman(),
        Source::Survey => shared::source_survey(),
        Source::RecoverySurvey => shared::source_recovery_survey(),
        Source::Kelly => shared::source_kelly(),
        Source::McLellan => shared::source_mclellan(),
        Source::Dsm => shared::source_dsm(),
        Source::Fda => shared::source_fda(),
    }
}

/// For whom a story is.
pub fn listener(listener: Listener) -> &'static str {
    match listener {
        Listener::Myself => story::for_myself(),
        Listener::Group => story::for_group(),
        Listener::OnePerson => story::for_one_person(),
        Listener::Family => story::for_family(),
        Listener::Clinician => story::for_clinician(),
        Listener::Court => story::for_court(),
        Listener::Work => story::for_work(),
    }
}

/// What to think of with this listener.
pub fn tip(listener: Listener) -> &'static str {
    match listener {
        Listener::Myself => story::tip_myself(),
        Listener::Group => story::tip_group(),
        Listener::OnePerson => story::tip_one_person(),
        Listener::Family => story::tip_family(),
        Listener::Clinician => story::tip_clinician(),
        Listener::Court => story::tip_court(),
        Listener::Work => story::tip_work(),
    }
}

/// How long so many seconds are aloud.
pub fn aloud(seconds: usize) -> String {
    match seconds {
        0..60 => story::aloud_short().to_owned(),
        _ => story::aloud(&number((seconds + 30) / 60)),
    }
}

/// Seconds as a clock shows them: "1:05".
pub fn clock(seconds: usize) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
