//! What counts toward a reward, and the first taste of something new.

use domain::{
    activity::ActivityNumber,
    meeting::Presence,
    plan::Plan,
    reward::{Act, Reward},
    text::Title,
};

use super::AppState;
use crate::words::plan as words;

impl AppState {
    /// How many of the things a reward is for were done since it counts; tracked. Nothing that was done is taken back.
    pub fn acts(self, reward: &Reward) -> usize {
        let since = reward.since;
        match reward.act {
            Act::Activity => {
                self.more().plans.with(|all| all.iter().filter(|(_, plan)| plan.is_done() && plan.on >= since).count())
            }
            Act::Meeting => self
                .more()
                .attendances
                .with(|all| all.iter().filter(|(_, one)| one.presence != Presence::Missed && one.on >= since).count()),
            Act::CheckIn => self.check_ins.with(|all| all.iter().filter(|(_, one)| one.on >= since).count()),
            Act::Call | Act::Dose => usize::from(reward.by_hand),
        }
    }

    /// Plans something new for today, to be tasted; it can be taken back.
    pub fn taste(self, number: ActivityNumber, title: Title, together: bool) {
        let plan = Plan { activity: Some(number), together, ..Plan::new(title, self.today.get_untracked()) };
        self.add_plans(vec![plan], words::added_many(1));
    }
}
