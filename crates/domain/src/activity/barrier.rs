//! What keeps a person from some activities, so that these are not offered.

use super::{Activity, Energy, Need, Place};

/// What keeps a person from some activities. Only what the fields of the catalogue can tell is here: they say
/// nothing of travel, nor of places and people that a court or a parole officer may forbid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Barrier {
    /// A body that hurts or must rest: no movement that asks for more than little strength (fact 8.10).
    Injury,
    /// No wish for prayer and tradition: nothing of that category. A single line of it elsewhere is not known of.
    Faith,
    /// Too cold to be outside: nothing that is only outdoors.
    Cold,
}

impl Barrier {
    /// In the order they are asked.
    pub const ALL: [Self; 3] = [Self::Injury, Self::Faith, Self::Cold];
}

/// Whether `barrier` hides `activity`.
pub fn hidden_by(barrier: Barrier, activity: &Activity) -> bool {
    match barrier {
        Barrier::Injury => {
            (activity.is_for(Need::Movement) || activity.category == "movement") && activity.energy > Energy::Low
        }
        Barrier::Faith => activity.category == "spiritual_meaning",
        Barrier::Cold => activity.place == Place::Outdoor,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::read;

    fn one(category: &str, place: &str, energy: &str, needs: &str) -> Activity {
        read(&format!("1\tThing\t{category}\tnone\teither\t{place}\t15\t{energy}\t{needs}\tBegin.\t")).remove(0)
    }

    #[test]
    fn an_injury_hides_movement_that_asks_for_strength_and_leaves_gentle_movement() {
        assert!(hidden_by(Barrier::Injury, &one("movement", "indoor", "medium", "fun")));
        assert!(hidden_by(Barrier::Injury, &one("nature", "outdoor", "high", "meaning;movement")));
        assert!(!hidden_by(Barrier::Injury, &one("movement", "indoor", "low", "calm;movement")));
        assert!(!hidden_by(Barrier::Injury, &one("making", "indoor", "high", "mastery")));
    }

    #[test]
    fn faith_and_cold_hide_what_they_are_about_and_nothing_else() {
        let (prayer, walk) =
            (one("spiritual_meaning", "either", "low", "calm"), one("nature", "outdoor", "low", "calm"));
        assert!(hidden_by(Barrier::Faith, &prayer) && !hidden_by(Barrier::Cold, &prayer));
        assert!(hidden_by(Barrier::Cold, &walk) && !hidden_by(Barrier::Faith, &walk));
        assert!(walk.suits(&[]) && walk.suits(&[Barrier::Faith, Barrier::Injury]) && !walk.suits(&Barrier::ALL));
    }
}
