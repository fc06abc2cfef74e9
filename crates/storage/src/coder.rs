//! Numbers as few bits: a binary arithmetic coder that learns how often each bit is set.
//!
//! The coder of lpaq (Mahoney 2007) with probabilities of 16 bits. Thousands of small numbers of a month take a third
//! less than with deflate, which has one table for all columns and looks for repeats where there are none.

/// How likely a bit is 0, of 65,536; it moves an eighth of the way at first and a 32nd later.
#[derive(Debug, Clone, Copy)]
struct Chance {
    zero: u16,
    seen: u8,
}

impl Chance {
    const NEW: Self = Self { zero: 1 << 15, seen: 0 };

    fn learn(&mut self, bit: bool) {
        let shift = u32::from(self.seen).min(4) + 1;
        self.seen = self.seen.saturating_add(1);
        let toward = if bit { 64 } else { u16::MAX - 64 };
        self.zero = if toward > self.zero {
            self.zero + ((toward - self.zero) >> shift)
        } else {
            self.zero - ((self.zero - toward) >> shift)
        };
    }
}

/// The part of the number line that is left.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: u32,
    to: u32,
}

impl Span {
    const ALL: Self = Self { from: 0, to: u32::MAX };

    /// Where the part for 0 ends.
    fn middle(self, zero: u16) -> u32 {
        let part = (u64::from(self.to - self.from) * u64::from(zero)) >> 16;
        self.from + u32::try_from(part).unwrap_or(0)
    }

    fn narrow(&mut self, middle: u32, bit: bool) {
        if bit {
            self.from = middle + 1;
        } else {
            self.to = middle;
        }
    }

    /// Gives off the first byte once it is settled.
    fn settled(&mut self) -> Option<u8> {
        if (self.from ^ self.to) >> 24 != 0 {
            return None;
        }
        let byte = u8::try_from(self.from >> 24).unwrap_or(0);
        (self.from, self.to) = (self.from << 8, self.to << 8 | 0xff);
        Some(byte)
    }
}

/// Writes bits or reads them: what is coded is the same either way.
pub trait Coder {
    /// Codes one bit; a reader passes over the one it is given and answers with the one it read.
    fn bit(&mut self, zero: u16, bit: bool) -> bool;
}

/// Writes.
pub struct Writer {
    span: Span,
    out: Vec<u8>,
}

impl Default for Writer {
    /// Nothing written yet.
    fn default() -> Self {
        Self { span: Span::ALL, out: Vec::new() }
    }
}

impl Writer {
    /// The bytes; what a reader reads after their end are zeros.
    pub fn finish(mut self) -> Vec<u8> {
        // One byte that lies within the span, with whatever follows, settles it.
        let end = (self.span.from >> 24) + u32::from(self.span.from != 0);
        if end != 0 {
            self.out.push(u8::try_from(end).unwrap_or(u8::MAX));
        }
        self.out
    }

    /// How many bytes there are.
    pub fn size(&self) -> usize {
        self.out.len()
    }
}

impl Coder for Writer {
    fn bit(&mut self, zero: u16, bit: bool) -> bool {
        let middle = self.span.middle(zero);
        self.span.narrow(middle, bit);
        while let Some(byte) = self.span.settled() {
            self.out.push(byte);
        }
        bit
    }
}

/// Reads.
pub struct Reader<'a> {
    span: Span,
    at: u32,
    rest: &'a [u8],
    /// How many bytes were read beyond the end.
    beyond: usize,
}

impl<'a> Reader<'a> {
    /// Reads what a [`Writer`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Self { span: Span::ALL, at: 0, rest: bytes, beyond: 0 };
        for _ in 0..4 {
            reader.next_byte();
        }
        reader
    }

    fn next_byte(&mut self) {
        let byte = match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => {
                self.beyond += 1;
                0
            }
        };
        self.at = self.at << 8 | u32::from(byte);
    }

    /// Whether more was asked for than can have been written.
    pub fn is_spent(&self) -> bool {
        self.beyond > 4
    }

    /// Whether all that was written was read.
    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty() && !self.is_spent()
    }
}

impl Coder for Reader<'_> {
    fn bit(&mut self, zero: u16, _bit: bool) -> bool {
        let middle = self.span.middle(zero);
        let bit = self.at > middle;
        self.span.narrow(middle, bit);
        while self.span.settled().is_some() {
            self.next_byte();
        }
        bit
    }
}

/// What was learned of one column.
pub struct Numbers {
    /// How long a number is in bits, after one of a like length.
    lengths: Vec<Chance>,
    /// The bits after the first one.
    bits: Vec<Chance>,
    last: usize,
}

const LENGTHS: usize = 128;
/// Lengths above this are one to what follows them.
const LIKE: usize = 12;
/// So many bits after the first are learned; the rest is taken to be noise.
const LEARNED: u32 = 4;

impl Default for Numbers {
    /// Nothing learned yet.
    fn default() -> Self {
        Self { lengths: vec![Chance::NEW; LENGTHS * (LIKE + 1)], bits: vec![Chance::NEW; 65 << LEARNED], last: 0 }
    }
}

impl Numbers {
    /// Codes `number`; with a reader, answers with the one read.
    pub fn code(&mut self, coder: &mut impl Coder, number: u64) -> u64 {
        let length = 64 - number.leading_zeros();
        let from = self.last.min(LIKE) * LENGTHS;
        let mut node = 1_usize;
        for place in (0..7).rev() {
            let bit = learned(coder, self.lengths.get_mut(from + node), length >> place & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        self.last = (node - LENGTHS).min(64);
        let Some(bits) = u32::try_from(self.last).ok().and_then(|length| length.checked_sub(1)) else { return 0 };
        let (mut value, mut node) = (1_u64, 1_usize);
        for place in (0..bits).rev() {
            let bit = number >> place & 1 == 1;
            let bit = if bits - place <= LEARNED {
                let bit = learned(coder, self.bits.get_mut((self.last << LEARNED) + node), bit);
                node = node << 1 | usize::from(bit);
                bit
            } else {
                coder.bit(1 << 15, bit)
            };
            value = value << 1 | u64::from(bit);
        }
        value
    }
}

fn learned(coder: &mut impl Coder, chance: Option<&mut Chance>, bit: bool) -> bool {
    let Some(chance) = chance else { return coder.bit(1 << 15, bit) };
    let bit = coder.bit(chance.zero, bit);
    chance.learn(bit);
    bit
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back_and_nothing_is_left(numbers in prop::collection::vec(prop_oneof![any::<u64>(), 0_u64..20], 0..300)) {
            let (mut writer, mut model) = (Writer::default(), Numbers::default());
            for number in &numbers {
                model.code(&mut writer, *number);
            }
            let bytes = writer.finish();
            let (mut reader, mut model) = (Reader::new(&bytes), Numbers::default());
            for number in &numbers {
                prop_assert_eq!(model.code(&mut reader, 0), *number);
            }
            prop_assert!(reader.is_at_end());
        }
    }

    #[test]
    fn a_thousand_equal_numbers_take_some_bytes() {
        let (mut writer, mut model) = (Writer::default(), Numbers::default());
        for _ in 0..1000 {
            model.code(&mut writer, 5);
        }
        assert!(writer.finish().len() < 20);
    }
}
