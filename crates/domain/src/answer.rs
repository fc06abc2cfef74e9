//! What Trellis says back to a check-in: a table of rules, each with its source, never a verdict.

use crate::check_in::{CheckIn, Craving, Feeling, Mood, Sleep};

/// One thing to say back. The words of each are in the catalogue, with the fact number noted here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Thank you for checking in.
    Thanks,
    /// A very hard moment was named: it was heard, and Help now is near (11.20, 11.22: never only on a score).
    VeryHard,
    /// A low mood was named: it was heard; a small planned thing can help (6.25).
    Low,
    /// A good moment: note what helped.
    Good,
    /// Strong craving: it rises, peaks and eases, perhaps in waves (5.13); be with someone (5.25);
    /// if use is near, not alone and with naloxone (3.40, 3.48).
    StrongCraving,
    /// Some craving: change place, talk early (5.13, 5.25).
    SomeCraving,
    /// Craving is at least three points lower than last time.
    CravingEased,
    /// Eat or drink something (5.03).
    Hungry,
    /// A pause before acting (5.03).
    Angry,
    /// Reach one person (5.25).
    Lonely,
    /// Rest (5.03).
    Tired,
    /// Poor sleep is common and can last; ask about loud snoring or gasping (6.30, 6.31).
    PoorSleep,
}

/// The answers to `now`, most needed first: at most three. `before` is the check-in that came before it, if any.
pub fn to(now: &CheckIn, before: Option<&CheckIn>) -> Vec<Answer> {
    let mut answers = Vec::new();
    answers.extend(match now.mood {
        Some(Mood::Awful) => Some(Answer::VeryHard),
        Some(Mood::Low) => Some(Answer::Low),
        _ => None,
    });
    answers.extend(now.craving.and_then(|craving| to_craving(craving, before.and_then(|before| before.craving))));
    answers.extend(now.feelings.iter().map(|feeling| match feeling {
        Feeling::Hungry => Answer::Hungry,
        Feeling::Angry => Answer::Angry,
        Feeling::Lonely => Answer::Lonely,
        Feeling::Tired => Answer::Tired,
    }));
    answers.extend((now.sleep == Some(Sleep::Badly)).then_some(Answer::PoorSleep));
    answers.extend(matches!(now.mood, Some(Mood::Good | Mood::Great)).then_some(Answer::Good));
    if answers.is_empty() {
        answers.push(Answer::Thanks);
    }
    answers.truncate(3);
    answers
}

fn to_craving(now: Craving, before: Option<Craving>) -> Option<Answer> {
    match now.level() {
        Craving::STRONG.. => Some(Answer::StrongCraving),
        level if before.is_some_and(|before| before.level() >= level + 3) => Some(Answer::CravingEased),
        Craving::SOME.. => Some(Answer::SomeCraving),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{Day, Minute};

    fn check_in(mood: Option<Mood>, craving: Option<u8>) -> CheckIn {
        let mut check_in = CheckIn::new(Day::from(739_944), Minute::from(600));
        check_in.mood = mood;
        check_in.craving = craving.and_then(Craving::new);
        check_in
    }

    #[test]
    fn strong_craving_is_always_answered_whatever_else_is_said() {
        for mood in Mood::ALL {
            for level in 8..=10 {
                let mut now = check_in(Some(mood), Some(level));
                for feeling in Feeling::ALL {
                    now.feelings = now.feelings.with(feeling, true);
                }
                now.sleep = Some(Sleep::Badly);
                assert!(to(&now, None).contains(&Answer::StrongCraving), "{mood:?} {level}");
            }
        }
    }

    #[test]
    fn the_lowest_mood_is_answered_first() {
        assert_eq!(to(&check_in(Some(Mood::Awful), Some(9)), None), [Answer::VeryHard, Answer::StrongCraving]);
    }

    #[test]
    fn saying_nothing_is_thanked_and_a_low_number_is_no_verdict() {
        assert_eq!(to(&check_in(None, None), None), [Answer::Thanks]);
        assert_eq!(to(&check_in(None, Some(0)), None), [Answer::Thanks]);
    }

    #[test]
    fn craving_that_eased_is_said_only_when_it_clearly_did() {
        let before = check_in(None, Some(7));
        assert_eq!(to(&check_in(None, Some(4)), Some(&before)), [Answer::CravingEased]);
        assert_eq!(to(&check_in(None, Some(5)), Some(&before)), [Answer::SomeCraving]);
        assert_eq!(to(&check_in(None, Some(8)), Some(&check_in(None, Some(10)))), [Answer::StrongCraving]);
    }

    #[test]
    fn no_more_than_three_things_are_said() {
        let mut now = check_in(Some(Mood::Low), Some(5));
        for feeling in Feeling::ALL {
            now.feelings = now.feelings.with(feeling, true);
        }
        assert_eq!(to(&now, None).len(), 3);
    }
}
