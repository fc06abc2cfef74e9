//! Amounts of money, in hundredths of whatever the person pays with.

use serde::{Deserialize, Serialize};

/// An amount from 0 to 999,999.99, in hundredths. It knows no currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u32", into = "u32")]
pub struct Money(u32);

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not digits, with or without a point or comma and one or two digits more.
    #[error("not an amount")]
    NotAnAmount,
    /// Above 999,999.99.
    #[error("too much")]
    TooMuch,
}

impl Money {
    /// The most there is, in hundredths.
    pub const MOST: u32 = 99_999_999;

    /// Reads `12`, `12.5` or `12,50`. Whether a separator of thousands or decimals was meant by more digits cannot be
    /// known, so they are refused.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(MoneyError::Empty);
        }
        let (whole, decimals) = match text.split_once(['.', ',']) {
            Some((whole, decimals)) if matches!(decimals.len(), 1 | 2) => (whole, decimals),
            Some(_) => return Err(MoneyError::NotAnAmount),
            None => (text, "0"),
        };
        if whole.is_empty() || !whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit()) {
            return Err(MoneyError::NotAnAmount);
        }
        let whole = whole.parse::<u32>().map_err(|_| MoneyError::TooMuch)?;
        let tenths = if decimals.len() == 1 { 10 } else { 1 };
        let decimals = decimals.parse::<u32>().map_err(|_| MoneyError::NotAnAmount)? * tenths;
        match whole.checked_mul(100).and_then(|whole| whole.checked_add(decimals)) {
            Some(hundredths) if hundredths <= Self::MOST => Ok(Self(hundredths)),
            _ => Err(MoneyError::TooMuch),
        }
    }

    /// Whole units, and hundredths from 0 to 99.
    pub fn parts(self) -> (u32, u8) {
        (self.0 / 100, u8::try_from(self.0 % 100).unwrap_or(0))
    }

    /// In hundredths.
    pub fn hundredths(self) -> u32 {
        self.0
    }

    /// Both together; stops at the most there is.
    pub fn plus(self, other: Self) -> Self {
        Self::from(self.0.saturating_add(other.0))
    }
}

impl From<u32> for Money {
    /// So many hundredths, or the most there is.
    fn from(hundredths: u32) -> Self {
        Self(hundredths.min(Self::MOST))
    }
}

impl From<Money> for u32 {
    fn from(money: Money) -> Self {
        money.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_point_and_a_comma_both_begin_the_decimals() {
        let read = |text| Money::parse(text).map(Money::hundredths);
        for (text, hundredths) in [
            ("12", 1200),
            ("12.5", 1250),
            (" 12,50 ", 1250),
            ("0", 0),
            ("0,05", 5),
            ("007", 700),
            ("999999.99", 99_999_999),
        ] {
            assert_eq!(read(text), Ok(hundredths), "{text}");
        }
        assert_eq!(read(" "), Err(MoneyError::Empty));
        for text in
            ["-1", "+1", "1.000", "1,000", "1.000,50", "1.", ".5", "1.5.5", "1 000", "$5", "1e3", "٣", "NaN", "1.-5"]
        {
            assert_eq!(read(text), Err(MoneyError::NotAnAmount), "{text}");
        }
        for text in ["1000000", "99999999999999999999", "42949672.96"] {
            assert_eq!(read(text), Err(MoneyError::TooMuch), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_what_its_parts_say(hundredths in 0..=Money::MOST) {
            let (whole, rest) = Money::from(hundredths).parts();
            prop_assert_eq!(Money::parse(&format!("{whole}.{rest:02}")), Ok(Money::from(hundredths)));
        }

        #[test]
        fn any_text_is_an_amount_or_none(text in any::<String>()) {
            if let Ok(money) = Money::parse(&text) {
                prop_assert!(money.hundredths() <= Money::MOST);
            }
        }

        #[test]
        fn adding_never_passes_the_most(one: u32, other: u32) {
            let sum = Money::from(one).plus(Money::from(other));
            prop_assert!(sum >= Money::from(one) && sum.hundredths() <= Money::MOST);
        }
    }
}
