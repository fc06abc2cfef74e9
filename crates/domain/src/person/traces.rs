//! Where a person stands besides their own record: lines taken over from it, texts that name them, unfinished forms.

use super::Person;
use crate::{
    draft::{ACTIVITIES, CRAVING, Draft, GUIDANCE, PHRASES, REVIEW_SET_ASIDE},
    id::Id,
    search::{fold, names},
    sheet::{Line, Sheet, SheetKind},
    text::Title,
};

impl Person {
    /// A person with their number as a line of a plan, or without it where both do not fit in one.
    pub fn as_line(&self) -> Option<Title> {
        let whole = self.phone.as_ref().map(|phone| format!("{}, {}", &*self.name, &**phone));
        whole.and_then(|whole| Title::parse(&whole).ok()).or_else(|| Title::parse(&self.name).ok())
    }

    /// Whether a line says nothing but the person: their name, alone or with a number, now or as it was once.
    pub fn is_line(&self, text: &str) -> bool {
        let folded = fold(text);
        let is_number =
            |rest: &str| rest.trim().is_empty() || rest.starts_with(',') && !rest.contains(char::is_alphabetic);
        folded.strip_prefix(&fold(&self.name)).is_some_and(is_number)
            || self.as_line().is_some_and(|line| *line == *text)
    }

    /// Whether a text has their name, as words of its own, or their number as it was typed.
    pub fn stands_in(&self, text: &str) -> bool {
        names(text, &self.name) || self.phone.as_ref().is_some_and(|phone| text.contains(&**phone))
    }
}

impl Sheet {
    /// The lines that are nothing but `person`, where a plan asks who; each with its place.
    pub fn lines_of(&self, kind: SheetKind, person: &Person) -> Vec<(usize, Line)> {
        let lines = self.lines.iter().enumerate();
        lines
            .filter(|(_, line)| kind.asks_who(line.part) && person.is_line(&line.text))
            .map(|(place, line)| (place, line.clone()))
            .collect()
    }

    /// The same without some of its lines.
    pub fn without_all(self, lines: &[(usize, Line)]) -> Self {
        lines.iter().rev().fold(self, |sheet, (place, line)| sheet.without(*place, line))
    }

    /// The same with lines back at their places, after they were removed.
    pub fn restored_all(self, lines: &[(usize, Line)]) -> Self {
        lines.iter().fold(self, |sheet, (place, line)| sheet.restored(*place, line.clone()))
    }
}

impl Draft {
    /// What stays of the draft `id` when all that is about somebody is forgotten. Of the cards of words to say only
    /// those go that name them; what is no form stays as it is; any other form goes whole.
    pub fn forgetting(&self, id: Id<Self>, is_about: impl Fn(&str) -> bool) -> Vec<String> {
        if [ACTIVITIES, CRAVING, GUIDANCE, REVIEW_SET_ASIDE].contains(&id) {
            return self.fields.clone();
        }
        if id == PHRASES {
            let stays = |field: &String| if is_about(field) { String::new() } else { field.clone() };
            return self.fields.iter().map(stays).collect();
        }
        // The steps and plans of a goal, which come last, have a letter before them.
        let named = |(place, field): (usize, &String)| {
            is_about(field) || place >= PAIRS && field.strip_prefix(['s', 'p']).is_some_and(&is_about)
        };
        if self.fields.iter().enumerate().any(named) { Vec::new() } else { self.fields.clone() }
    }
}

/// The first place of steps and plans in the draft of a goal.
const PAIRS: usize = 9;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{draft::NEW_GOAL, practice::Tool};

    fn ana() -> Person {
        Person { phone: Title::parse("555-010-0142 ext. 12").ok(), ..Person::new(Title::kept("Ana")) }
    }

    fn line(part: u8, text: &str) -> Line {
        Line { part, text: Title::kept(text), until: None }
    }

    #[test]
    fn a_line_is_the_person_with_any_number_and_not_a_sentence_of_ones_own() {
        let is = |text: &str| ana().is_line(text);
        assert!(is("Ana, 555-010-0142 ext. 12") && is("ana") && is("Ana, +1 (555) 010-0199"));
        assert!(!is("Ana brings the naloxone") && !is("Anabel, 555") && !is("Call Ana") && !is("Ana2"));
    }

    #[test]
    fn lines_of_a_plan_go_where_it_asks_who_and_come_back_to_their_places() {
        let lines = ["Sam", "Ana", "Ask Ana to stay", "Ana, 555-010-0142 ext. 12", "Kim"];
        let mut sheet = Sheet { lines: lines.map(|text| line(2, text)).to_vec(), reviewed: None };
        sheet.lines.push(line(0, "Ana"));
        let gone = sheet.lines_of(SheetKind::Safety, &ana());
        assert_eq!(gone.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 3]);
        let rest = sheet.clone().without_all(&gone);
        let texts: Vec<&str> = rest.lines.iter().map(|line| &*line.text).collect();
        assert_eq!(texts, ["Sam", "Ask Ana to stay", "Kim", "Ana"]);
        assert_eq!(rest.restored_all(&gone), sheet);
        assert!(sheet.lines_of(SheetKind::Warning, &ana()).is_empty());
    }

    #[test]
    fn a_name_stands_as_words_of_its_own() {
        let stands = |text: &str| ana().stands_in(text);
        assert!(stands("With ANA's dog") && stands("(Ana)") && stands("text 555-010-0142 ext. 12 now"));
        assert!(!stands("A banana, and Anabel") && !stands(""));
        assert!(Person::new(Title::kept("李明")).stands_in("我和李明去"));
    }

    #[test]
    fn forms_that_name_them_go_and_settings_stay() {
        let draft = |fields: &[&str]| Draft { fields: fields.iter().map(|field| (*field).to_owned()).collect() };
        let about = |field: &str| ana().stands_in(field);
        let named = draft(&["", "See Ana", "x"]);
        for id in [NEW_GOAL, crate::draft::tool(Tool::Surfing), Id::fixed(1 << 100)] {
            assert!(named.forgetting(id, about).is_empty());
            assert_eq!(draft(&["A walk"]).forgetting(id, about), ["A walk"]);
        }
        let step = draft(&["", "Walk", "", "", "1", "3", "2", "", "", "sAna comes along", ""]);
        assert!(step.forgetting(NEW_GOAL, about).is_empty());
        assert_eq!(named.forgetting(PHRASES, about), ["", "", "x"]);
        assert_eq!(named.forgetting(ACTIVITIES, about), named.fields);
    }
}
