//! How a tool goes, step by step, as its file says: what must be read first, what to do, a pace for the breath, what to
//! write.

use crate::practice::Tool;

/// A tool in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// Which tool.
    pub tool: Tool,
    /// What it is called.
    pub title: String,
    /// What it is, in one sentence.
    pub summary: String,
    /// About how long it takes.
    pub minutes: u8,
    /// What it is for.
    pub purpose: Purpose,
    /// What it cannot do.
    pub limits: String,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// What must be read first.
    pub cares: Vec<String>,
    /// What is done, one thing after another.
    pub steps: Vec<Step>,
}

/// What a tool is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// An urge that is here.
    Urge,
    /// A body that is tense, or a mind far away.
    Calm,
    /// Thoughts and problems.
    Mind,
    /// The night.
    Sleep,
    /// An hour still to come.
    Plan,
}

impl Purpose {
    /// In the order they are shown.
    pub const ALL: [Self; 5] = [Self::Urge, Self::Calm, Self::Mind, Self::Sleep, Self::Plan];

    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "urge" => Self::Urge,
            "calm" => Self::Calm,
            "mind" => Self::Mind,
            "sleep" => Self::Sleep,
            "plan" => Self::Plan,
            _ => return None,
        })
    }
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What to do, in words.
    pub text: String,
    /// What kind of thing.
    pub kind: Kind,
}

/// What kind of thing a step is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Something to read or do, in its own time.
    Read,
    /// Something to stay with, with a quiet count of seconds that promises nothing.
    Stay(u16),
    /// Breathing at a pace, for so many rounds.
    Breathe(Pace, u16),
    /// Something that may be written, with choices to tap.
    Ask(Vec<String>),
}

/// How long a breath goes in, is held and goes out, in seconds. A hold stands only where a file has one (6.14).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// In.
    pub inward: u16,
    /// Held.
    pub hold: u16,
    /// Out.
    pub outward: u16,
}

/// Where a breath is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It goes in.
    In,
    /// It is held.
    Hold,
    /// It goes out.
    Out,
}

/// One second of breathing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beat {
    /// Where the breath is.
    pub turn: Turn,
    /// Which second of it, from 1 on.
    pub count: usize,
    /// Which round, from 1 on.
    pub round: usize,
}

impl Pace {
    /// How short and how long a breath may go either way: far from gasping and from breathing too slowly (6.10, 6.13).
    pub const SHORTEST: u16 = 2;
    /// See [`Pace::SHORTEST`].
    pub const LONGEST: u16 = 7;

    /// The same with another number of seconds in, within what is safe.
    pub fn with_inward(self, seconds: u16) -> Self {
        Self { inward: seconds.clamp(Self::SHORTEST, Self::LONGEST), ..self }
    }

    /// The same with another number of seconds out, within what is safe.
    pub fn with_outward(self, seconds: u16) -> Self {
        Self { outward: seconds.clamp(Self::SHORTEST, Self::LONGEST), ..self }
    }

    /// How long a round takes, at least a second.
    pub fn seconds(self) -> usize {
        (usize::from(self.inward) + usize::from(self.hold) + usize::from(self.outward)).max(1)
    }

    /// What is on when `seconds` have passed.
    pub fn at(self, seconds: usize) -> Beat {
        let (round, within) = (seconds / self.seconds() + 1, seconds % self.seconds());
        let held = within.checked_sub(usize::from(self.inward));
        let (turn, passed) = match (held, held.and_then(|held| held.checked_sub(usize::from(self.hold)))) {
            (None, _) => (Turn::In, within),
            (Some(held), None) => (Turn::Hold, held),
            (_, Some(out)) => (Turn::Out, out),
        };
        Beat { turn, count: passed + 1, round }
    }
}

impl Guide {
    /// Whether it slows the breath, which is never for somebody drowsy (6.19).
    pub fn slows_breath(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.kind, Kind::Breathe(..)))
    }

    /// The questions, in their order.
    pub fn questions(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter(|step| matches!(step.kind, Kind::Ask(_))).map(|step| step.text.as_str())
    }

    /// Which question stands at `step`, from 0 on.
    pub fn question_at(&self, step: usize) -> Option<usize> {
        let is_asked = |step: &Step| matches!(step.kind, Kind::Ask(_));
        let asked = self.steps.get(step).is_some_and(is_asked);
        asked.then(|| self.steps.iter().take(step).filter(|step| is_asked(step)).count())
    }
}

/// Reads the file of all tools: a line `# ` with what is known of one, then its lines. What is not so is passed over.
pub fn read(file: &str) -> Vec<Guide> {
    let mut all: Vec<Guide> = Vec::new();
    // Lines under a tool that is not known belong to nobody.
    let mut known = false;
    for line in file.lines() {
        if let Some(head) = line.strip_prefix("# ") {
            let guide = read_head(head);
            known = guide.is_some();
            all.extend(guide);
        } else if let Some(guide) = all.last_mut().filter(|_| known) {
            guide.take(line);
        }
    }
    all.retain(|guide| !guide.steps.is_empty());
    all
}

fn read_head(head: &str) -> Option<Guide> {
    let fields: Vec<&str> = head.split('\t').collect();
    let [slug, title, summary, minutes, purpose, limits, sources] = fields.as_slice() else { return None };
    Some(Guide {
        tool: Tool::of_slug(slug)?,
        title: (*title).to_owned(),
        summary: (*summary).to_owned(),
        minutes: minutes.parse().ok()?,
        purpose: Purpose::of(purpose)?,
        limits: (*limits).to_owned(),
        sources: sources.split("; ").map(str::to_owned).collect(),
        cares: Vec::new(),
        steps: Vec::new(),
    })
}

impl Guide {
    fn take(&mut self, line: &str) {
        let step = |text: &str, kind| Some(Step { text: text.to_owned(), kind });
        let next = match line.split_once(' ') {
            Some((">", rest)) => {
                self.cares.extend(rest.strip_prefix("[!care] ").map(str::to_owned));
                None
            }
            Some(("=", rest)) => match numbers(rest) {
                Some(([seconds], text)) => step(text, Kind::Stay(seconds)),
                None => step(rest, Kind::Read),
            },
            Some(("~", rest)) => match numbers(rest) {
                Some(([inward, hold, outward, rounds], text)) if inward > 0 && outward > 0 => {
                    step(text, Kind::Breathe(Pace { inward, hold, outward }, rounds))
                }
                _ => None,
            },
            Some(("?", rest)) => numbers(rest).and_then(|(_, text): ([u16; 1], _)| step(text, Kind::Ask(Vec::new()))),
            Some(("+", choice)) => {
                if let Some(Step { kind: Kind::Ask(choices), .. }) = self.steps.last_mut() {
                    choices.push(choice.to_owned());
                }
                None
            }
            _ => None,
        };
        self.steps.extend(next);
    }
}

/// The `N` numbers that begin a line, and the words after them.
fn numbers<const N: usize>(line: &str) -> Option<([u16; N], &str)> {
    let (mut found, mut rest) = ([0; N], line);
    for number in &mut found {
        let (word, after) = rest.split_once(' ')?;
        (*number, rest) = (word.parse().ok()?, after);
    }
    Some((found, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FILE: &str = "# breathing\tBreath\tFor calm.\t3\tcalm\tNot advice.\tOne; Two\n> [!care] Not when drowsy.\n\
        = Sit down.\n~ 4 0 6 30 In 4, out 6.\n= 20 Look around.\n? 1 How was it?\n+ Calm\n+ As before\n? 2 What now?\n\
        # unknown\tA\tB\t3\tcalm\tC\tD\n= Nobody's\n# delay\tDelay\tWait.\t4\turge\tNo test.\tOne\n= 10 minutes is a lot\n";

    #[test]
    fn a_file_is_read_tool_by_tool() {
        let all = read(FILE);
        let [breath, delay] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((breath.tool, breath.minutes, breath.purpose), (Tool::Breathing, 3, Purpose::Calm));
        assert_eq!((breath.title.as_str(), breath.limits.as_str()), ("Breath", "Not advice."));
        assert_eq!(breath.sources, ["One", "Two"]);
        assert_eq!(breath.cares, ["Not when drowsy."]);
        let kinds: Vec<_> = breath.steps.iter().map(|step| step.kind.clone()).collect();
        let pace = Pace { inward: 4, hold: 0, outward: 6 };
        let choices = vec!["Calm".to_owned(), "As before".to_owned()];
        assert_eq!(kinds, [Kind::Read, Kind::Breathe(pace, 30), Kind::Stay(20), Kind::Ask(choices), Kind::Ask(vec![])]);
        assert_eq!(breath.questions().collect::<Vec<_>>(), ["How was it?", "What now?"]);
        assert_eq!((breath.question_at(2), breath.question_at(3), breath.question_at(4)), (None, Some(0), Some(1)));
        assert!(breath.slows_breath() && !delay.slows_breath());
        assert_eq!(delay.steps, [Step { text: "minutes is a lot".to_owned(), kind: Kind::Stay(10) }]);
    }

    #[test]
    fn a_breath_goes_in_and_out_and_in_again() {
        let pace = Pace { inward: 2, hold: 1, outward: 3 };
        let told: Vec<_> =
            (0..7).map(|second| pace.at(second)).map(|beat| (beat.turn, beat.count, beat.round)).collect();
        assert_eq!(
            told,
            [
                (Turn::In, 1, 1),
                (Turn::In, 2, 1),
                (Turn::Hold, 1, 1),
                (Turn::Out, 1, 1),
                (Turn::Out, 2, 1),
                (Turn::Out, 3, 1),
                (Turn::In, 1, 2),
            ]
        );
    }

    #[test]
    fn a_pace_stays_within_what_is_safe() {
        let pace = Pace { inward: 4, hold: 0, outward: 6 };
        assert_eq!(pace.with_inward(0).with_outward(99), Pace { inward: 2, hold: 0, outward: 7 });
        assert!(pace.with_inward(7).with_outward(7).seconds() <= 14);
    }

    proptest! {
        #[test]
        fn no_file_is_too_odd(lines in prop::collection::vec("(# (breathing\tA\tB\t3\tcalm\tC\tD)?|[=~?+>] ?[0-9 ]{0,12}|.{0,4}).{0,12}", 0..20)) {
            for guide in read(&lines.join("\n")) {
                prop_assert!(!guide.steps.is_empty());
                for step in guide.steps {
                    if let Kind::Breathe(pace, _) = step.kind {
                        prop_assert!(pace.at(12_345).count >= 1);
                    }
                }
            }
        }

        #[test]
        fn every_second_of_a_pace_is_counted(inward in 1_u16..60_000, hold in 0_u16..60_000, outward in 1_u16..60_000, second in any::<usize>()) {
            let pace = Pace { inward, hold, outward };
            let beat = pace.at(second);
            let most = match beat.turn { Turn::In => inward, Turn::Hold => hold, Turn::Out => outward };
            prop_assert!((1..=usize::from(most)).contains(&beat.count));
        }
    }
}
