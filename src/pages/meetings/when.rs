//! When a meeting is: its days, how they repeat, the days left out, its time and its zone.

mod fields;

use domain::{
    day::{Day, Minute},
    meeting::{Meeting, Zone},
    recurrence::{Nth, Recurrence, Rule, Weekdays},
};
use markup::Signal;

use crate::{
    components::field::Field,
    state::AppState,
    words::{common, errors, meetings as words, number},
};

/// How it repeats, as the form offers it: the number is asked apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Repeat {
    Once,
    Days,
    Weeks,
    Months,
}

impl Repeat {
    const ALL: [Self; 4] = [Self::Once, Self::Days, Self::Weeks, Self::Months];

    fn word(self) -> &'static str {
        match self {
            Self::Once => words::once(),
            Self::Days => words::daily(),
            Self::Weeks => words::weekly(),
            Self::Months => words::monthly(),
        }
    }
}

/// Which ones of a month there are.
const NTH: [Nth; 6] = [Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Fifth, Nth::Last];
/// How many days left out can be typed in.
const MOST_LEFT_OUT: usize = 366;

/// What is typed and chosen.
#[derive(Clone, Copy)]
pub struct When {
    state: AppState,
    from: Field,
    at: Field,
    minutes: Field,
    repeat: Signal<Repeat>,
    every: Field,
    on: Signal<Weekdays>,
    nth: Signal<Nth>,
    weekday: Signal<u8>,
    until: Field,
    except: Signal<Vec<Day>>,
    leave_out: Field,
    zone: Signal<String>,
}

/// What was typed and holds.
pub struct Held {
    /// On which days.
    pub when: Recurrence,
    /// At what time.
    pub at: Minute,
    /// For how many minutes.
    pub minutes: u16,
    /// On whose clock.
    pub zone: Option<Zone>,
}

impl When {
    /// The fields with what is known of a meeting, or as they are offered for a new one.
    pub fn new(state: AppState, known: Option<&Meeting>) -> Self {
        let today = state.today.get_untracked();
        let when = known.map(|meeting| &meeting.when);
        let rule = when.map_or(Rule::Weeks { every: 1, on: Weekdays::of(today) }, |when| when.rule);
        let from = when.map_or(today, |when| when.from);
        let (repeat, every) = match rule {
            Rule::Once => (Repeat::Once, 1),
            Rule::Days(every) => (Repeat::Days, every.max(1)),
            Rule::Weeks { every, .. } => (Repeat::Weeks, u16::from(every.max(1))),
            Rule::Months { every, .. } => (Repeat::Months, u16::from(every.max(1))),
        };
        let on = if let Rule::Weeks { on, .. } = rule { on } else { Weekdays::default() };
        let (nth, weekday) = match rule {
            Rule::Months { nth, weekday, .. } => (nth, weekday),
            _ => (Nth::First, u8::try_from(from.weekday().num_days_from_monday()).unwrap_or(0)),
        };
        let until = when.and_then(|when| when.until).map_or_else(String::new, |day| day.to_string());
        Self {
            state,
            from: Field::line("from", words::from(), from.to_string()).kind("date"),
            at: Field::line("at", words::at(), known.map_or_else(String::new, |meeting| meeting.at.to_string()))
                .kind("time"),
            minutes: Field::line("minutes", words::minutes(), known.map_or(60, |meeting| meeting.minutes).to_string())
                .kind("number"),
            repeat: Signal::new(repeat),
            every: Field::line("every", words::every_weeks(), every.to_string()).kind("number"),
            on: Signal::new(if on.is_empty() { Weekdays::of(from) } else { on }),
            nth: Signal::new(nth),
            weekday: Signal::new(weekday),
            until: Field::line("until", words::until(), until).kind("date").hint(common::optional()),
            except: Signal::new(when.map(|when| when.except.clone()).unwrap_or_default()),
            leave_out: Field::line("leave-out", words::leave_out(), String::new())
                .kind("date")
                .hint(common::optional()),
            zone: Signal::new(
                known.and_then(|meeting| meeting.zone.as_ref()).map_or_else(String::new, |zone| zone.name().to_owned()),
            ),
        }
    }

    /// All of it as texts, in a fixed order, for a draft.
    pub fn texts(self) -> Vec<String> {
        let weekdays: String = self.on.with_untracked(|on| on.iter().map(|day| day.to_string()).collect());
        let place = |found: Option<usize>| found.unwrap_or(0).to_string();
        let repeat = self.repeat.get_untracked();
        let nth = self.nth.get_untracked();
        let except: Vec<String> = self.except.with_untracked(|days| days.iter().map(ToString::to_string).collect());
        vec![
            self.from.value.get_untracked(),
            self.at.value.get_untracked(),
            self.minutes.value.get_untracked(),
            place(Repeat::ALL.iter().position(|one| *one == repeat)),
            self.every.value.get_untracked(),
            weekdays,
            place(NTH.iter().position(|one| *one == nth)),
            self.weekday.get_untracked().to_string(),
            self.until.value.get_untracked(),
            except.join(" "),
            self.zone.get_untracked(),
        ]
    }

    /// Takes up what [`When::texts`] gave.
    pub fn take_up(self, texts: &[String]) {
        let [from, at, minutes, repeat, every, weekdays, nth, weekday, until, except, zone] = texts else { return };
        for (field, typed) in
            [(self.from, from), (self.at, at), (self.minutes, minutes), (self.every, every), (self.until, until)]
        {
            field.value.set(typed.clone());
        }
        let place = |text: &String| text.parse::<usize>().unwrap_or(0);
        self.repeat.set(Repeat::ALL.get(place(repeat)).copied().unwrap_or(Repeat::Weeks));
        let on = weekdays.bytes().map(|digit| digit.wrapping_sub(b'0'));
        self.on.set(on.fold(Weekdays::default(), |on, day| on.with(day, true)));
        self.nth.set(NTH.get(place(nth)).copied().unwrap_or(Nth::First));
        self.weekday.set(weekday.parse().unwrap_or(0));
        self.except.set(except.split(' ').filter_map(|day| Day::parse(day).ok()).take(MOST_LEFT_OUT).collect());
        self.zone.set(zone.clone());
    }

    /// What holds so far, without saying what does not.
    fn so_far(self) -> Option<(Recurrence, Minute, Option<Zone>)> {
        let from = self.from.value.with_untracked(|typed| Day::parse(typed)).ok()?;
        let at = self.at.value.with_untracked(|typed| Minute::parse(typed))?;
        let every = self.every.value.with_untracked(|typed| whole(typed, self.most()))?;
        let until = match self.until.value.get_untracked() {
            typed if typed.is_empty() => None,
            typed => Some(Day::parse(&typed).ok()?),
        };
        Some((self.recurrence(from, every, until), at, Zone::parse(&self.zone.get_untracked())))
    }

    fn recurrence(self, from: Day, every: u16, until: Option<Day>) -> Recurrence {
        let small = u8::try_from(every).unwrap_or(u8::MAX);
        let rule = match self.repeat.get_untracked() {
            Repeat::Once => Rule::Once,
            Repeat::Days => Rule::Days(every),
            Repeat::Weeks => Rule::Weeks { every: small, on: self.on.get_untracked() },
            Repeat::Months => {
                Rule::Months { every: small, nth: self.nth.get_untracked(), weekday: self.weekday.get_untracked() }
            }
        };
        let is_once = rule == Rule::Once;
        Recurrence {
            from,
            rule,
            until: if is_once { None } else { until },
            except: if is_once { Vec::new() } else { self.except.get_untracked() },
        }
    }

    /// The largest number of days, weeks or months between two times.
    fn most(self) -> u16 {
        match self.repeat.get_untracked() {
            Repeat::Once | Repeat::Days => 365,
            Repeat::Weeks => 52,
            Repeat::Months => 24,
        }
    }

    /// What is typed, if it holds; what does not is said at its field.
    pub fn parse(self) -> Option<Held> {
        let say = |error| errors::day(error).to_owned();
        let is_once = self.repeat.get_untracked() == Repeat::Once;
        let from = self.from.parse(Day::parse, say);
        let at = self.at.parse(
            |typed| Minute::parse(typed).ok_or(typed.is_empty()),
            |is_empty| if is_empty { words::no_time() } else { words::wrong_time() }.to_owned(),
        );
        let minutes =
            self.minutes.parse(|typed| whole(typed, Meeting::LONGEST).ok_or(()), |()| wrong_number(Meeting::LONGEST));
        let most = self.most();
        let every = if is_once {
            Some(1)
        } else {
            self.every.parse(|typed| whole(typed, most).ok_or(()), |()| wrong_number(most))
        };
        let until = if is_once {
            Some(None)
        } else {
            self.until.parse(|typed| if typed.is_empty() { Ok(None) } else { Day::parse(typed).map(Some) }, say)
        };
        let (from, at, minutes, every, until) = (from?, at?, minutes?, every?, until?);
        if until.is_some_and(|until| until < from) {
            self.until.error.set(Some(words::wrong_order().to_owned()));
            return None;
        }
        let when = self.recurrence(from, every, until);
        if when.next(from).is_none() {
            self.from.error.set(Some(words::never().to_owned()));
            return None;
        }
        Some(Held { when, at, minutes, zone: Zone::parse(&self.zone.get_untracked()) })
    }
}

/// A whole number from 1 to `most`.
fn whole(typed: &str, most: u16) -> Option<u16> {
    typed.trim().parse().ok().filter(|number| (1..=most).contains(number))
}

fn wrong_number(most: u16) -> String {
    words::wrong_number(&number(usize::from(most)))
}
