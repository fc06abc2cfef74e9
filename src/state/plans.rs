//! Many plans at once: a week copied, a week to begin with, something that comes again.

use domain::{
    activity::{Activity, Company},
    day::{Day, Minute, Week},
    id::Id,
    plan::{self, Plan},
    template::Template,
    text::Title,
};

use super::{AppState, new_id};
use crate::words::plan as words;

impl AppState {
    /// Copies what was planned the week before.
    pub fn copy_week(self, to: Week) {
        let copies = self.more().plans.with_untracked(|all| plan::copies(all, to.plus(-1), to));
        if copies.is_empty() {
            self.notices.say(words::copied_none());
        } else {
            let said = words::copied(copies.len());
            self.add_plans(copies, said);
        }
    }

    /// Adds a week to begin with; days that are over are left out.
    pub fn add_template(self, template: Template, week: Week, catalogue: &[Activity]) {
        let today = self.today.get_untracked();
        let [monday, ..] = week.days();
        let plan = |(weekday, hour, number): &(i32, u16, u16)| {
            let one = catalogue.iter().find(|one| one.number == *number)?;
            let (title, on) = (Title::parse(&one.title).ok()?, monday.plus(*weekday));
            let together = one.company == Company::Social;
            let at = Some(Minute::from(hour * 60));
            (on >= today).then(|| Plan { activity: Some(*number), at, together, ..Plan::new(title, on) })
        };
        let plans: Vec<Plan> = template.entries().iter().filter_map(plan).collect();
        let said = words::added_many(plans.len());
        self.add_plans(plans, said);
    }

    /// Adds a plan on each of these days.
    pub fn add_on(self, plan: &Plan, days: impl Iterator<Item = Day>) {
        let plans: Vec<Plan> = days.map(|on| plan.moved(on, plan.at)).collect();
        let said = words::added_many(plans.len());
        self.add_plans(plans, said);
    }

    /// Adds all of them, and offers to take them back.
    pub(super) fn add_plans(self, plans: Vec<Plan>, said: String) {
        let mut added: Vec<Id<Plan>> = Vec::new();
        for plan in plans {
            let id = new_id();
            if !self.keep(self.more().plans.put(id, Some(plan))) {
                break;
            }
            added.push(id);
        }
        if !added.is_empty() {
            self.notices.say_with_undo(said, move || {
                for id in &added {
                    self.keep(self.more().plans.put(*id, None));
                }
            });
        }
    }
}
