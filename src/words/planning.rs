//! The words of what is planned, done, rewarded and spent.

use domain::{
    money::{Money, MoneyError},
    plan::{Degree, HeldBack},
    reward::Act,
};

use crate::words::{date, doing, rewards};

/// How much there was of joy, or of getting good at it.
pub fn degree(degree: Degree) -> &'static str {
    match degree {
        Degree::Not => doing::not(),
        Degree::ALittle => doing::a_little(),
        Degree::Quite => doing::quite(),
        Degree::Very => doing::very(),
    }
}

/// What was in the way.
pub fn held_back(by: HeldBack) -> &'static str {
    match by {
        HeldBack::Energy => doing::by_energy(),
        HeldBack::Time => doing::by_time(),
        HeldBack::Money => doing::by_money(),
        HeldBack::Weather => doing::by_weather(),
        HeldBack::Unwell => doing::by_unwell(),
        HeldBack::Company => doing::by_company(),
        HeldBack::Urge => doing::by_urge(),
        HeldBack::TooBig => doing::by_too_big(),
        HeldBack::Forgot => doing::by_forgot(),
        HeldBack::Other => doing::by_other(),
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
