//! You are not the only one: what many people report at a point like this. A table of facts; nobody is quoted or invented.

use crate::{
    check_in::{CheckIn, Craving, Feeling, Mood, Sleep},
    day::Day,
};

/// What a person may be going through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Topic {
    Craving,
    Lonely,
    Low,
    Sleep,
    Tired,
    Angry,
    NoDrive,
    Beginning,
    FirstDays,
    Lapse,
    Shame,
    Medicine,
    Good,
}

/// One thing that many people report. Its words are in the catalogue; its facts and source in [`Shared::facts`] and
/// [`Shared::source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Most urges rise, peak and ease.
    UrgesEase,
    /// Cues become triggers by learning, not weakness.
    CuesAreLearned,
    /// Inner states that set off urges.
    InnerTriggers,
    /// Unpleasant feelings stand before about 35 % of first lapses.
    FeelingsFirst,
    /// Happy moments can set off urges too.
    HappyTriggers,
    /// Poor sleep: up to 84 % in some reports.
    PoorSleep,
    /// Milder symptoms may last weeks or months.
    LongAfter,
    /// Poor sleep is an early sign of withdrawal.
    EarlySigns,
    /// Withdrawal feels like a very bad flu, and it ends.
    BadFlu,
    /// Hungry, angry, lonely, tired: a custom of groups.
    FourQuestions,
    /// Groups and not using went together in one study.
    GroupsHelp,
    /// Studies of peer support are hopeful and mixed.
    PeersHelp,
    /// Peer contact, steady medicine, sleep and activity help in the months after.
    WhatHelpsAfter,
    /// Everyday pleasures feel flat for a while.
    FlatPleasures,
    /// Nothing feels fun: common early on.
    NothingIsFun,
    /// Small planned things help a low mood.
    SmallPlans,
    /// Unfilled hours are the hardest early on.
    EmptyHours,
    /// Enjoying things without drugs went with more content.
    OtherJoys,
    /// Anger often covers hurt or fear.
    AngerCovers,
    /// Naming a feeling weakens it.
    NamingHelps,
    /// Shame hides, guilt repairs.
    ShameAndGuilt,
    /// About half of the risk is in the genes.
    Genes,
    /// Stigma keeps people from care.
    Stigma,
    /// 6.1 million people in one country in one year.
    Millions,
    /// Most who ever felt they had such a problem say they are recovering.
    MostRecover,
    /// It took two serious tries, in the middle.
    Tries,
    /// One use need not become the old pattern.
    OneUse,
    /// Blame of the whole self drives more use.
    SelfBlame,
    /// Return to use is about as common as with asthma.
    LikeAsthma,
    /// It means to adjust treatment.
    AdjustTreatment,
    /// People on medicine count as in recovery.
    MedicineCounts,
    /// People on medicine as directed are not high.
    NotHigh,
}

/// Where a fact comes from, as the page names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words name each in full")]
pub enum Source {
    Carroll,
    NidaBrains,
    NidaWords,
    Larimer,
    SleepInBrief,
    ProtractedWithdrawal,
    Withdrawal,
    Custom,
    Practice,
    Weiss,
    Eddie,
    Ekers,
    Kitzinger,
    RecoveryInstitute,
    Lieberman,
    Survey,
    RecoverySurvey,
    Kelly,
    McLellan,
    Dsm,
    Fda,
}

impl Topic {
    /// In the order they are offered.
    pub const ALL: [Self; 13] = [
        Self::Craving,
        Self::Lonely,
        Self::Low,
        Self::Sleep,
        Self::Tired,
        Self::Angry,
        Self::NoDrive,
        Self::Beginning,
        Self::FirstDays,
        Self::Lapse,
        Self::Shame,
        Self::Medicine,
        Self::Good,
    ];

    /// What many people report about it.
    pub fn sentences(self) -> &'static [Shared] {
        use Shared as S;
        match self {
            Self::Craving => &[S::UrgesEase, S::CuesAreLearned, S::InnerTriggers],
            Self::Beginning => &[S::MostRecover, S::Tries, S::Millions],
            Self::FirstDays => &[S::BadFlu, S::EmptyHours, S::EarlySigns, S::FlatPleasures, S::LongAfter],
            Self::Lapse => &[S::OneUse, S::SelfBlame, S::LikeAsthma, S::AdjustTreatment, S::Tries, S::FeelingsFirst],
            Self::Sleep => &[S::PoorSleep, S::LongAfter],
            Self::Lonely => &[S::GroupsHelp, S::PeersHelp, S::Millions, S::FourQuestions, S::WhatHelpsAfter],
            Self::Low => &[S::FlatPleasures, S::SmallPlans, S::LongAfter, S::NothingIsFun],
            Self::NoDrive => &[S::NothingIsFun, S::SmallPlans, S::EmptyHours, S::OtherJoys, S::FlatPleasures],
            Self::Angry => &[S::AngerCovers, S::NamingHelps, S::LongAfter, S::FourQuestions],
            Self::Tired => &[S::LongAfter, S::FourQuestions, S::WhatHelpsAfter],
            Self::Shame => &[S::ShameAndGuilt, S::Genes, S::Stigma, S::CuesAreLearned, S::Millions],
            Self::Medicine => &[S::MedicineCounts, S::NotHigh, S::Millions],
            Self::Good => &[S::HappyTriggers, S::OtherJoys, S::MostRecover],
        }
    }

    /// Whether use, or a break in use, is near: then it is said that tolerance drops, that the old amount can kill, and
    /// to be with someone who has naloxone (3.40, 3.48).
    pub fn is_near_use(self) -> bool {
        matches!(self, Self::Craving | Self::FirstDays | Self::Lapse)
    }
}

impl Shared {
    /// The facts its words keep to.
    pub fn facts(self) -> &'static [&'static str] {
        match self {
            Self::UrgesEase => &["5.12", "5.13"],
            Self::CuesAreLearned => &["1.14"],
            Self::InnerTriggers => &["5.01"],
            Self::FeelingsFirst => &["5.06"],
            Self::HappyTriggers => &["5.05"],
            Self::PoorSleep => &["6.30"],
            Self::LongAfter => &["3.30", "3.31"],
            Self::EarlySigns => &["3.06"],
            Self::BadFlu => &["3.07"],
            Self::FourQuestions => &["5.03"],
            Self::GroupsHelp => &["7.11"],
            Self::PeersHelp => &["7.13"],
            Self::WhatHelpsAfter => &["3.32"],
            Self::FlatPleasures => &["1.12"],
            Self::NothingIsFun => &["8.08"],
            Self::SmallPlans => &["6.25"],
            Self::EmptyHours => &["8.07"],
            Self::OtherJoys => &["8.05"],
            Self::AngerCovers | Self::ShameAndGuilt => &["6.50"],
            Self::NamingHelps => &["6.46"],
            Self::Genes => &["1.13"],
            Self::Stigma => &["1.41"],
            Self::Millions => &["1.33"],
            Self::MostRecover => &["1.30"],
            Self::Tries => &["1.31"],
            Self::OneUse => &["5.30"],
            Self::SelfBlame => &["5.31"],
            Self::LikeAsthma => &["5.34"],
            Self::AdjustTreatment => &["5.35"],
            Self::MedicineCounts => &["2.36", "1.07"],
            Self::NotHigh => &["2.35"],
        }
    }

    /// Where they come from.
    pub fn source(self) -> Source {
        match self {
            Self::UrgesEase => Source::Carroll,
            Self::CuesAreLearned | Self::FlatPleasures | Self::Genes | Self::AdjustTreatment => Source::NidaBrains,
            Self::Stigma => Source::NidaWords,
            Self::InnerTriggers | Self::FeelingsFirst | Self::HappyTriggers | Self::OneUse | Self::SelfBlame => {
                Source::Larimer
            }
            Self::PoorSleep => Source::SleepInBrief,
            Self::LongAfter | Self::WhatHelpsAfter => Source::ProtractedWithdrawal,
            Self::EarlySigns | Self::BadFlu => Source::Withdrawal,
            Self::FourQuestions => Source::Custom,
            Self::GroupsHelp => Source::Weiss,
            Self::PeersHelp => Source::Eddie,
            Self::SmallPlans => Source::Ekers,
            Self::EmptyHours => Source::Kitzinger,
            Self::OtherJoys => Source::RecoveryInstitute,
            Self::NothingIsFun | Self::AngerCovers | Self::ShameAndGuilt => Source::Practice,
            Self::NamingHelps => Source::Lieberman,
            Self::Millions => Source::Survey,
            Self::MostRecover => Source::RecoverySurvey,
            Self::Tries => Source::Kelly,
            Self::LikeAsthma => Source::McLellan,
            Self::MedicineCounts => Source::Dsm,
            Self::NotHigh => Source::Fda,
        }
    }
}

/// For how many days after the first check-in somebody is beginning.
const BEGINNING: i32 = 14;

/// What the record of a day tells, most needed first. `first` is the day of the first check-in there is, and
/// `left_undone` whether a goal of the day was answered "not this time". That somebody used, or is in their first days
/// without, no record tells: they choose these themselves.
pub fn topics(now: &CheckIn, first: Option<Day>, left_undone: bool) -> Vec<Topic> {
    let low = matches!(now.mood, Some(Mood::Awful | Mood::Low));
    let found = [
        (now.craving.is_some_and(|craving| craving.level() >= Craving::SOME), Topic::Craving),
        (now.feelings.has(Feeling::Lonely), Topic::Lonely),
        (low, Topic::Low),
        (now.sleep == Some(Sleep::Badly), Topic::Sleep),
        (now.feelings.has(Feeling::Angry), Topic::Angry),
        (now.feelings.has(Feeling::Tired), Topic::Tired),
        (left_undone, Topic::NoDrive),
        (first.is_some_and(|first| (0..BEGINNING).contains(&now.on.since(first))), Topic::Beginning),
        (matches!(now.mood, Some(Mood::Good | Mood::Great)), Topic::Good),
    ];
    found.into_iter().filter_map(|(present, topic)| present.then_some(topic)).collect()
}

/// One sentence for these topics, with the topic it is about: the same all day, the next with each `step`.
pub fn on(topics: &[Topic], day: Day, step: usize) -> Option<(Topic, Shared)> {
    let mut all: Vec<(Topic, Shared)> = Vec::new();
    for topic in topics {
        for sentence in topic.sentences() {
            if !all.iter().any(|(_, known)| known == sentence) {
                all.push((*topic, *sentence));
            }
        }
    }
    let turn = usize::try_from(i32::from(day).rem_euclid(3_600)).unwrap_or(0);
    // On the day itself it is about what is most needed; the rest comes by asking for another.
    let most_needed = topics.first().map_or(1, |topic| topic.sentences().len()).max(1);
    all.get((turn % most_needed + step) % all.len().max(1)).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::day::Minute;

    fn day(number: i32) -> Day {
        Day::from(739_944 + number)
    }

    fn check_in() -> CheckIn {
        CheckIn::new(day(0), Minute::from(600))
    }

    #[test]
    fn every_sentence_keeps_to_facts_that_exist() {
        let listed: BTreeSet<&str> = include_str!("../../../content/facts.txt").lines().collect();
        for topic in Topic::ALL {
            for sentence in topic.sentences() {
                assert!(!sentence.facts().is_empty(), "{sentence:?}");
                for fact in sentence.facts() {
                    assert!(listed.contains(fact), "{sentence:?}: {fact}");
                }
            }
        }
    }

    #[test]
    fn every_topic_has_something_to_say_and_no_sentence_twice() {
        for topic in Topic::ALL {
            let sentences = topic.sentences();
            assert!(sentences.len() >= 2, "{topic:?}");
            for (place, sentence) in sentences.iter().enumerate() {
                assert!(!sentences[..place].contains(sentence), "{topic:?}: {sentence:?}");
            }
        }
    }

    #[test]
    fn a_sentence_stays_all_day_and_another_comes_when_asked_for() {
        for topic in Topic::ALL {
            let count = topic.sentences().len();
            let of_day = on(&[topic], day(3), 0);
            assert_eq!(on(&[topic], day(3), 0), of_day);
            assert_ne!(on(&[topic], day(3), 1), of_day, "{topic:?}");
            assert_eq!(on(&[topic], day(3), count), of_day, "all of them, and again");
            let over_days: Vec<_> = (0..60).filter_map(|number| on(&[topic], day(number), 0)).collect();
            assert!(topic.sentences().iter().all(|one| over_days.iter().any(|(_, said)| said == one)), "{topic:?}");
        }
        assert_eq!(on(&[], day(3), 0), None);
    }

    #[test]
    fn the_first_sentence_is_about_what_is_most_needed() {
        for number in 0..60 {
            let said = on(&[Topic::Lonely, Topic::Sleep, Topic::Good], day(number), 0);
            assert_eq!(said.map(|(topic, _)| topic), Some(Topic::Lonely));
        }
    }

    #[test]
    fn a_day_tells_what_it_is_about() {
        let mut now = check_in();
        assert_eq!(topics(&now, None, false), []);
        now.feelings = now.feelings.with(Feeling::Lonely, true).with(Feeling::Tired, true);
        now.sleep = Some(Sleep::Badly);
        now.craving = Craving::new(9);
        now.mood = Some(Mood::Low);
        assert_eq!(
            topics(&now, Some(day(-3)), true),
            [Topic::Craving, Topic::Lonely, Topic::Low, Topic::Sleep, Topic::Tired, Topic::NoDrive, Topic::Beginning]
        );
        assert_eq!(topics(&check_in(), Some(day(-13)), false), [Topic::Beginning]);
        assert_eq!(topics(&check_in(), Some(day(-14)), false), []);
        assert_eq!(topics(&check_in(), Some(day(1)), false), [], "a day told later");
    }

    #[test]
    fn what_is_near_use_is_known() {
        let near: Vec<Topic> = Topic::ALL.into_iter().filter(|topic| topic.is_near_use()).collect();
        assert_eq!(near, [Topic::Craving, Topic::FirstDays, Topic::Lapse]);
    }

    #[test]
    fn no_topic_far_from_use_speaks_of_a_lapse() {
        let lapse = [
            Shared::OneUse,
            Shared::SelfBlame,
            Shared::LikeAsthma,
            Shared::AdjustTreatment,
            Shared::FeelingsFirst,
            Shared::BadFlu,
            Shared::EarlySigns,
        ];
        for topic in Topic::ALL.into_iter().filter(|topic| !topic.is_near_use()) {
            assert!(topic.sentences().iter().all(|sentence| !lapse.contains(sentence)), "{topic:?}");
        }
    }
}
