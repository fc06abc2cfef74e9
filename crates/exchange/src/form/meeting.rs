//! How meetings, attendances and targets are spelled.

use domain::{
    check_in::Mood,
    day::{Day, Minute},
    id::Id,
    meeting::{Attendance, Fellowship, Held, Meeting, Presence, Since, Target, Zone},
    recurrence::{Nth, Recurrence, Rule, Weekdays},
};
use serde::{Deserialize, Serialize};

use super::{Written, own, own_title};
use crate::{
    spelled::{Plain, Weekday, few},
    texts::Reading,
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeetingForm {
    name: String,
    fellowship: Plain<Fellowship>,
    held: Plain<Held>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    link: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    when: RecurrenceForm,
    at: Plain<Minute>,
    minutes: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    zone: Option<Plain<Zone>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    kinds: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    commitments: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    going: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    was_told: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<Plain<Since>>,
    edition: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<Plain<Day>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecurrenceForm {
    from: Plain<Day>,
    repeats: RuleForm,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Plain<Day>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few")]
    except: Vec<Plain<Day>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum RuleForm {
    Once,
    Days(u16),
    Weeks {
        every: u8,
        #[serde(deserialize_with = "few")]
        on: Vec<Plain<Weekday>>,
    },
    Months {
        every: u8,
        nth: Plain<Nth>,
        weekday: Plain<Weekday>,
    },
}

impl RecurrenceForm {
    fn form(when: &Recurrence) -> Self {
        Self {
            from: Plain(when.from),
            repeats: match when.rule {
                Rule::Once => RuleForm::Once,
                Rule::Days(every) => RuleForm::Days(every),
                Rule::Weeks { every, on } => {
                    RuleForm::Weeks { every, on: on.iter().map(|weekday| Plain(Weekday(weekday))).collect() }
                }
                Rule::Months { every, nth, weekday } => {
                    RuleForm::Months { every, nth: Plain(nth), weekday: Plain(Weekday(weekday.min(6))) }
                }
            },
            until: when.until.map(Plain),
            except: when.except.iter().copied().map(Plain).collect(),
        }
    }

    fn of(self) -> Recurrence {
        let mut except: Vec<Day> = self.except.iter().map(|day| day.0).collect();
        except.sort_unstable();
        except.dedup();
        Recurrence {
            from: self.from.0,
            rule: match self.repeats {
                RuleForm::Once => Rule::Once,
                RuleForm::Days(every) => Rule::Days(every),
                RuleForm::Weeks { every, on } => {
                    let on = on.iter().fold(Weekdays::default(), |all, weekday| all.with(weekday.0.0, true));
                    Rule::Weeks { every, on }
                }
                RuleForm::Months { every, nth, weekday } => Rule::Months { every, nth: nth.0, weekday: weekday.0.0 },
            },
            until: self.until.map(|day| day.0),
            except,
        }
    }
}

impl Written for Meeting {
    type Form = MeetingForm;

    fn form(&self) -> MeetingForm {
        MeetingForm {
            name: own(&self.name),
            fellowship: Plain(self.fellowship),
            held: Plain(self.held),
            place: own(&self.place),
            link: own(&self.link),
            phone: own_title(self.phone.as_ref()),
            when: RecurrenceForm::form(&self.when),
            at: Plain(self.at),
            minutes: self.minutes,
            zone: self.zone.clone().map(Plain),
            kinds: self.kinds.iter().map(|kind| own(kind)).collect(),
            commitments: self.commitments.iter().map(|commitment| own(commitment)).collect(),
            note: own(&self.note),
            going: self.going,
            was_told: Some(self.was_told),
            since: Some(Plain(self.since)),
            edition: self.edition,
            source: own_title(self.source.as_ref()),
            ended: self.ended.map(Plain),
        }
    }

    fn of(form: MeetingForm, reading: &mut Reading) -> Option<Self> {
        (1..=1440).contains(&form.minutes).then_some(())?;
        let meeting = Self {
            name: reading.title(&form.name)?,
            fellowship: form.fellowship.0,
            held: form.held.0,
            place: reading.note(&form.place)?,
            link: reading.note(&form.link)?,
            phone: reading.title_if_any(form.phone.as_deref()).ok()?,
            when: form.when.of(),
            at: form.at.0,
            minutes: form.minutes,
            zone: form.zone.map(|zone| zone.0),
            kinds: form.kinds.iter().map(|kind| reading.title(kind)).collect::<Option<_>>()?,
            commitments: form.commitments.iter().map(|one| reading.title(one)).collect::<Option<_>>()?,
            note: reading.note(&form.note)?,
            going: form.going,
            was_told: form.was_told.unwrap_or(false),
            since: form.since.map_or(Since::Always, |since| since.0),
            edition: form.edition,
            source: reading.title_if_any(form.source.as_deref()).ok()?,
            ended: form.ended.map(|day| day.0),
        };
        // A file of schema 3 says neither.
        let is_old = form.was_told.is_none() && form.since.is_none();
        Some(if is_old { meeting.from_edition() } else { meeting })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttendanceForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    meeting: Option<Plain<Id<Meeting>>>,
    name: String,
    on: Plain<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Plain<Minute>>,
    presence: Plain<Presence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Plain<Mood>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<Plain<Mood>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    takeaway: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    met: String,
}

impl Written for Attendance {
    type Form = AttendanceForm;

    fn form(&self) -> AttendanceForm {
        AttendanceForm {
            meeting: self.meeting.map(Plain),
            name: own(&self.name),
            on: Plain(self.on),
            at: self.at.map(Plain),
            presence: Plain(self.presence),
            before: self.before.map(Plain),
            after: self.after.map(Plain),
            takeaway: own(&self.takeaway),
            met: own(&self.met),
        }
    }

    fn of(form: AttendanceForm, reading: &mut Reading) -> Option<Self> {
        Some(Self {
            meeting: form.meeting.map(|id| id.0),
            name: reading.title(&form.name)?,
            on: form.on.0,
            at: form.at.map(|at| at.0),
            presence: form.presence.0,
            before: form.before.map(|mood| mood.0),
            after: form.after.map(|mood| mood.0),
            takeaway: reading.note(&form.takeaway)?,
            met: reading.note(&form.met)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TargetForm {
    meetings: u16,
    days: u16,
    from: Plain<Day>,
}

impl Written for Target {
    type Form = TargetForm;

    fn form(&self) -> TargetForm {
        TargetForm { meetings: self.meetings, days: self.days, from: Plain(self.from) }
    }

    fn of(form: TargetForm, _reading: &mut Reading) -> Option<Self> {
        let fits = (1..=1000).contains(&form.meetings) && (1..=1000).contains(&form.days);
        fits.then_some(Self { meetings: form.meetings, days: form.days, from: form.from.0 })
    }
}
