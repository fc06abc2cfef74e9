//! What one value looks like on disk: a head in clear ASCII, then the packed data.
//!
//! `c` kind, `B` schema, 14 digits of stamp, 6 digits of checksum, then the data, or `-` for a removed record.
//! The checksum covers the key too, so that a value moved to another key is found out.

use domain::stamp::Stamp;

use crate::{key::Kind, pack};

/// A value whose checksum was right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// What kind of record it is.
    pub kind: Kind,
    /// Which form its data has.
    pub schema: u8,
    /// When it changed.
    pub changed: Stamp,
    /// The packed data; `None` for a removed record.
    pub data: Option<String>,
}

const REMOVED: &str = "-";
const STAMP: std::ops::Range<usize> = 2..16;
const HEAD: usize = 22;

impl Envelope {
    /// The text to keep under `key`.
    pub fn write(&self, key: &str) -> String {
        write(key, self.kind.letter(), self.schema, self.changed, self.data.as_deref().unwrap_or(REMOVED))
    }

    /// Reads the text kept under `key`; `None` if it is damaged in any way.
    pub fn read(key: &str, kind: Kind, text: &str) -> Option<Self> {
        let (schema, changed, data) = read(key, kind.letter(), text)?;
        Some(Self { kind, schema, changed, data: (data != REMOVED).then(|| data.to_owned()) })
    }
}

/// The text to keep under `key` for data of any kind, named by its letter.
pub fn write(key: &str, letter: char, schema: u8, changed: Stamp, data: &str) -> String {
    let schema = pack::digits::<1>(u128::from(schema));
    let head = format!("{letter}{schema}{}", pack::digits::<14>(stamp_number(changed)));
    let sum = pack::checksum([key, &head, data]);
    format!("{head}{}{data}", pack::digits::<6>(u128::from(sum)))
}

/// Schema, stamp and data of the text kept under `key`; `None` if it is damaged in any way.
pub fn read<'a>(key: &str, letter: char, text: &'a str) -> Option<(u8, Stamp, &'a str)> {
    let (head, sum, data) = (text.get(..STAMP.end)?, text.get(STAMP.end..HEAD)?, text.get(HEAD..)?);
    if pack::number(sum)? != u128::from(pack::checksum([key, head, data])) || !head.starts_with(letter) {
        return None;
    }
    let schema = u8::try_from(pack::number(head.get(1..STAMP.start)?)?).ok()?;
    Some((schema, number_stamp(pack::number(head.get(STAMP)?)?)?, data))
}

fn stamp_number(stamp: Stamp) -> u128 {
    u128::from(stamp.millis.min(Stamp::LAST_MILLI)) << 32 | u128::from(stamp.count) << 16 | u128::from(stamp.device)
}

fn number_stamp(number: u128) -> Option<Stamp> {
    let low = |number: u128| u16::try_from(number & 0xffff).ok();
    let millis = u64::try_from(number >> 32).ok().filter(|millis| *millis <= Stamp::LAST_MILLI)?;
    Some(Stamp { millis, count: low(number >> 16)?, device: low(number)? })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::key;

    fn envelope() -> impl Strategy<Value = (String, Envelope)> {
        let stamp = (0..=Stamp::LAST_MILLI, any::<u16>(), any::<u16>()).prop_map(|(millis, count, device)| Stamp {
            millis,
            count,
            device,
        });
        let data = prop::option::of(prop::collection::vec(any::<u8>(), 0..40).prop_map(|bytes| pack::pack(&bytes)));
        (prop::sample::select(&Kind::ALL[..]), any::<u128>(), 0_u8..64, stamp, data)
            .prop_map(|(kind, id, schema, changed, data)| (key::of(kind, id), Envelope { kind, schema, changed, data }))
    }

    proptest! {
        #[test]
        fn a_value_reads_back((key, value) in envelope()) {
            prop_assert_eq!(Envelope::read(&key, value.kind, &value.write(&key)), Some(value));
        }

        #[test]
        fn any_one_changed_character_is_found_out((key, value) in envelope(), at in any::<prop::sample::Index>(), other in any::<char>()) {
            let mut letters: Vec<char> = value.write(&key).chars().collect();
            let at = at.index(letters.len());
            prop_assume!(letters[at] != other);
            letters[at] = other;
            let changed: String = letters.into_iter().collect();
            prop_assert_eq!(Envelope::read(&key, value.kind, &changed), None);
        }

        #[test]
        fn a_value_cut_short_is_found_out((key, value) in envelope(), at in any::<prop::sample::Index>()) {
            let letters: Vec<char> = value.write(&key).chars().collect();
            let cut: String = letters[..at.index(letters.len())].iter().collect();
            prop_assert_eq!(Envelope::read(&key, value.kind, &cut), None);
        }

        #[test]
        fn a_value_under_another_key_is_found_out((key, value) in envelope(), other in any::<u128>()) {
            let elsewhere = key::of(Kind::Goal, other);
            prop_assume!(elsewhere != key);
            prop_assert_eq!(Envelope::read(&elsewhere, value.kind, &value.write(&key)), None);
        }
    }
}
