//! Ideas for what to do: the entries of the catalogue that comes as a file.

use crate::search;

/// The number of an entry in the catalogue; the same in every language and for ever.
pub type ActivityNumber = u16;

/// One idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its number in the catalogue.
    pub number: ActivityNumber,
    /// What to do.
    pub title: String,
    /// What kind of thing it is.
    pub category: String,
    /// Whether it costs nothing.
    pub free: bool,
    /// Whom it is for.
    pub company: Company,
    /// Where it happens.
    pub place: Place,
    /// How long it usually takes.
    pub minutes: u16,
    /// Whether it asks for little strength.
    pub low_energy: bool,
    /// What it is good for, as code words (`calm`, `connection`, `mastery`, `fun`, `movement`, `meaning`).
    pub needs: Vec<String>,
    /// How to begin.
    pub first_step: String,
    /// What to look out for; may be empty.
    pub heads_up: String,
}

/// Whom an activity is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Company {
    Solo,
    Social,
    Either,
}

/// Where an activity happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Indoor,
    Outdoor,
    Either,
}

/// What must be true of an activity to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// It costs nothing.
    Free,
    /// It takes fifteen minutes or less.
    Short,
    /// It asks for little strength.
    LowEnergy,
    /// It can be done alone.
    Alone,
    /// It can be done with others.
    Together,
    /// It can be done indoors.
    Indoors,
    /// It can be done outdoors.
    Outdoors,
}

impl Filter {
    /// In the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::Free, Self::Short, Self::LowEnergy, Self::Alone, Self::Together, Self::Indoors, Self::Outdoors];

    /// Whether `activity` passes.
    pub fn passes(self, activity: &Activity) -> bool {
        match self {
            Self::Free => activity.free,
            Self::Short => activity.minutes <= 15,
            Self::LowEnergy => activity.low_energy,
            Self::Alone => activity.company != Company::Social,
            Self::Together => activity.company != Company::Solo,
            Self::Indoors => activity.place != Place::Outdoor,
            Self::Outdoors => activity.place != Place::Indoor,
        }
    }
}

/// Reads the file of a language: an activity a line, eleven fields between tabs. Lines that are not so are passed over.
pub fn read(file: &str) -> Vec<Activity> {
    file.lines().filter_map(read_line).collect()
}

fn read_line(line: &str) -> Option<Activity> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [number, title, category, cost, company, place, minutes, energy, needs, first_step, heads_up] =
        fields.as_slice()
    else {
        return None;
    };
    Some(Activity {
        number: number.parse().ok()?,
        title: (*title).to_owned(),
        category: (*category).to_owned(),
        free: *cost == "none",
        company: match *company {
            "solo" => Company::Solo,
            "social" => Company::Social,
            _ => Company::Either,
        },
        place: match *place {
            "indoor" => Place::Indoor,
            "outdoor" => Place::Outdoor,
            _ => Place::Either,
        },
        minutes: minutes.parse().ok()?,
        low_energy: *energy == "low",
        needs: needs.split(';').map(str::to_owned).collect(),
        first_step: (*first_step).to_owned(),
        heads_up: (*heads_up).to_owned(),
    })
}

/// Those that pass every filter and hold every word of `query` in their title or first step.
pub fn find<'a>(all: &'a [Activity], filters: &[Filter], query: &str) -> Vec<&'a Activity> {
    let words = search::words(query);
    let fits = |activity: &&Activity| {
        filters.iter().all(|filter| filter.passes(activity))
            && search::holds(&search::fold(&format!("{} {}", activity.title, activity.first_step)), &words)
    };
    all.iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "1\tWalk\tmovement\tnone\teither\toutdoor\t15\tlow\tcalm;movement\tShoes on.\t\n2\tChess\tgames\tlow\tsocial\tindoor\t40\tmedium\tfun\tAsk someone.\tNot for money.\nbroken line";

    #[test]
    fn a_broken_line_is_passed_over_and_the_rest_is_read() {
        let all = read(FILE);
        assert_eq!(all.iter().map(|activity| activity.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(all[1].heads_up, "Not for money.");
    }

    #[test]
    fn what_is_found_passes_every_filter_and_holds_every_word() {
        let all = read(FILE);
        let titles = |filters: &[Filter], query| {
            find(&all, filters, query).iter().map(|found| found.title.clone()).collect::<Vec<_>>()
        };
        assert_eq!(titles(&[], ""), ["Walk", "Chess"]);
        assert_eq!(titles(&[Filter::Free, Filter::Alone], ""), ["Walk"]);
        assert_eq!(titles(&[], "SHOES wa"), ["Walk"]);
        assert_eq!(titles(&[Filter::Indoors], "walk"), Vec::<String>::new());
    }
}
