//! The words of what is planned, done, rewarded and spent.

use domain::{
    helps::{Certainty, Estimate},
    money::{Money, MoneyError},
    plan::{Degree, HeldBack},
    reward::Act,
};

use crate::words::{date, doing, number, rewards, table, whole};

/// How much there was of joy, or of getting good at it.
pub fn degree(degree: Degree) -> &'static str {
    match degree {
        Degree::Not => table::degree_not(),
        Degree::ALittle => table::degree_a_little(),
        Degree::Quite => table::degree_quite(),
        Degree::Very => table::degree_very(),
    }
}

/// What was in the way.
pub fn held_back(by: HeldBack) -> &'static str {
    match by {
        HeldBack::Energy => table::held_energy(),
        HeldBack::Time => table::held_time(),
        HeldBack::Money => table::held_money(),
        HeldBack::Weather => table::held_weather(),
        HeldBack::Unwell => table::held_unwell(),
        HeldBack::Company => table::held_company(),
        HeldBack::Urge => table::held_urge(),
        HeldBack::TooBig => table::held_too_big(),
        HeldBack::Forgot => table::held_forgot(),
        HeldBack::Other => table::held_other(),
    }
}

/// What may make it easier the next time.
pub fn eases(by: HeldBack) -> &'static str {
    match by {
        HeldBack::Energy | HeldBack::Unwell => doing::ease_energy(),
        HeldBack::Time | HeldBack::TooBig => doing::ease_small(),
        HeldBack::Money => doing::ease_money(),
        HeldBack::Weather => doing::ease_weather(),
        HeldBack::Company => doing::ease_company(),
        HeldBack::Urge => doing::ease_urge(),
        HeldBack::Forgot => doing::ease_forgot(),
        HeldBack::Other => doing::ease_other(),
    }
}

/// What a reward is for.
pub fn act(act: Act) -> &'static str {
    match act {
        Act::Meeting => rewards::meeting(),
        Act::Call => rewards::call(),
        Act::Dose => rewards::dose(),
        Act::Activity => rewards::activity(),
        Act::CheckIn => rewards::check_in(),
    }
}

/// An amount of money, the way the language writes it.
pub fn money(money: Money) -> String {
    let (whole, hundredths) = money.parts();
    let whole = whole.to_string();
    if hundredths == 0 { whole } else { date::decimal(&whole, &format!("{hundredths:02}")) }
}

/// Why an amount was refused.
pub fn money_error(error: MoneyError) -> &'static str {
    match error {
        MoneyError::Empty => rewards::no_amount(),
        MoneyError::NotAnAmount => rewards::not_an_amount(),
        MoneyError::TooMuch => rewards::too_much(),
    }
}

/// How a change is said: by how many steps it was better or worse, or that it stayed the same.
pub struct Says {
    /// Better by so many steps.
    pub better: fn(&str) -> String,
    /// Worse by so many steps.
    pub worse: fn(&str) -> String,
    /// About the same.
    pub same: fn() -> &'static str,
}

/// What an estimate says, nothing before the third try, and whether that may be chance.
pub fn estimate(estimate: &Estimate, say: &Says) -> (Option<String>, bool) {
    let certainty = estimate.certainty();
    if certainty == Certainty::TooEarly {
        return (None, false);
    }
    let tenths = estimate.shrunk.unsigned_abs().div_ceil(100);
    let steps = date::decimal(&number(whole(tenths / 10)), &number(whole(tenths % 10)));
    let said = match estimate.shrunk {
        150.. => (say.better)(&steps),
        ..=-150 => (say.worse)(&steps),
        _ => (say.same)().to_owned(),
    };
    (Some(said), certainty == Certainty::Some)
}
