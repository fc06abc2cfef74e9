//! Columns of numbers as bytes: as they are or as steps from one to the next, and by place in a list where few differ.

use crate::coder::{Coder, Numbers, Reader, Writer};

/// How the numbers of a column are written. Each column is written in the way that is shortest for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Way {
    /// As differences to the one before.
    steps: bool,
    /// Each different number once, and then which.
    listed: bool,
}

impl Way {
    const ALL: [Self; 4] = [
        Self { steps: false, listed: false },
        Self { steps: true, listed: false },
        Self { steps: false, listed: true },
        Self { steps: true, listed: true },
    ];
}

/// Columns being written.
#[derive(Default)]
pub struct Written(Writer);

impl Written {
    /// One number.
    pub fn put(&mut self, number: u64) {
        plain(&mut self.0, number);
    }

    /// One column. Its length is not written.
    pub fn column(&mut self, values: &[u64]) {
        // What all of them have in common at the lower end is written once: of times, all but whole ticks.
        let shift = values.iter().fold(0, |bits, value| bits | value).trailing_zeros() & 63;
        self.put(u64::from(shift));
        let values = &values.iter().map(|value| value >> shift).collect::<Vec<_>>();
        let known = list(values);
        let cost = |way: &Way| {
            let mut writer = Writer::default();
            write(&mut writer, *way, values, &known);
            writer.size()
        };
        let fits = |way: &&Way| !way.listed || known.len() < values.len();
        let few = values.len() < 2;
        let way = Way::ALL
            .iter()
            .take(if few { 1 } else { 4 })
            .filter(fits)
            .min_by_key(|way| cost(way))
            .copied()
            .unwrap_or(Way::ALL[0]);
        put_bits(&mut self.0, way);
        write(&mut self.0, way, values, &known);
    }

    /// The bytes.
    pub fn finish(self) -> Vec<u8> {
        self.0.finish()
    }
}

/// Codes one number of which nothing is known: its length in seven bits, then its bits.
fn plain(coder: &mut impl Coder, number: u64) -> u64 {
    let mut code = |number: u64, bits: u32| {
        (0..bits).rev().fold(0, |read, place| read << 1 | u64::from(coder.bit(1 << 15, number >> place & 1 == 1)))
    };
    let length = code(u64::from(64 - number.leading_zeros()), 7).min(64);
    code(number, u32::try_from(length).unwrap_or(64))
}

/// The different numbers in the order in which they come.
fn list(values: &[u64]) -> Vec<u64> {
    let mut seen = std::collections::BTreeSet::new();
    values.iter().copied().filter(|value| seen.insert(*value)).collect()
}

fn put_bits(writer: &mut Writer, way: Way) {
    writer.bit(1 << 15, way.steps);
    writer.bit(1 << 15, way.listed);
}

fn write(writer: &mut Writer, way: Way, values: &[u64], known: &[u64]) {
    if !way.listed {
        return run(writer, way.steps, values);
    }
    plain(writer, u64::try_from(known.len()).unwrap_or(0));
    run(writer, true, known);
    let place = |value: &u64| known.iter().position(|known| known == value).and_then(|place| u64::try_from(place).ok());
    run(writer, way.steps, &values.iter().filter_map(place).collect::<Vec<_>>());
}

fn run(writer: &mut Writer, steps: bool, values: &[u64]) {
    let (mut model, mut last) = (Numbers::default(), 0_u64);
    for value in values {
        let number = if steps { zigzag(value.wrapping_sub(last)) } else { *value };
        model.code(writer, number);
        last = *value;
    }
}

/// Columns being read.
pub struct Columns<'a>(Reader<'a>);

impl<'a> Columns<'a> {
    /// Reads what [`Written`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(Reader::new(bytes))
    }

    /// One number; `None` at the end of the bytes.
    pub fn take(&mut self) -> Option<u64> {
        let number = plain(&mut self.0, 0);
        (!self.0.is_spent()).then_some(number)
    }

    /// A column of `count` numbers; `None` if they are not there.
    pub fn column(&mut self, count: usize) -> Option<Vec<u64>> {
        let shift = u32::try_from(self.take()?).ok().filter(|shift| *shift < 64)?;
        let mut values = self.unshifted(count)?;
        for value in &mut values {
            *value <<= shift;
        }
        Some(values)
    }

    fn unshifted(&mut self, count: usize) -> Option<Vec<u64>> {
        let steps = self.0.bit(1 << 15, false);
        let listed = self.0.bit(1 << 15, false);
        if !listed {
            return self.run(steps, count);
        }
        let known = usize::try_from(self.take()?).ok().filter(|known| *known <= count)?;
        let known = self.run(true, known)?;
        let places = self.run(steps, count)?;
        places.into_iter().map(|place| known.get(usize::try_from(place).ok()?).copied()).collect()
    }

    fn run(&mut self, steps: bool, count: usize) -> Option<Vec<u64>> {
        let (mut model, mut last, mut values) = (Numbers::default(), 0_u64, Vec::new());
        for _ in 0..count {
            let number = model.code(&mut self.0, 0);
            last = if steps { last.wrapping_add(unzigzag(number)) } else { number };
            values.push(last);
            if self.0.is_spent() {
                return None;
            }
        }
        Some(values)
    }

    /// Whether all that was written was read.
    pub fn is_at_end(&self) -> bool {
        self.0.is_at_end()
    }
}

/// A difference, small when it is near zero on either side.
fn zigzag(difference: u64) -> u64 {
    let signed = difference.cast_signed();
    (signed << 1 ^ signed >> 63).cast_unsigned()
}

fn unzigzag(number: u64) -> u64 {
    number >> 1 ^ (number & 1).wrapping_neg()
}
