//! A point on Earth, as near as a person needs it, and how far it is to another.

use serde::{Deserialize, Serialize};

/// Latitude and longitude in hundred-thousandths of a degree: about a metre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Point {
    north: i32,
    east: i32,
}

const PARTS: f64 = 100_000.0;
/// Metres from the middle of the Earth.
const RADIUS: f64 = 6_371_009.0;

impl Point {
    /// The point at these degrees; `None` if there is no such.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let is_there = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        is_there.then(|| Self { north: rounded(latitude * PARTS), east: rounded(longitude * PARTS) })
    }

    /// The point at these hundred-thousandths of a degree; `None` if there is no such.
    pub fn of_parts(north: i32, east: i32) -> Option<Self> {
        (north.unsigned_abs() <= 9_000_000 && east.unsigned_abs() <= 18_000_000).then_some(Self { north, east })
    }

    /// Hundred-thousandths of a degree to the north and to the east.
    pub fn parts(self) -> (i32, i32) {
        (self.north, self.east)
    }

    /// Reads `40.7128, -74.006` as maps show it, or with decimal commas: `40,7128; -74,006` and `40,7128, -74,006`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let commas: Vec<usize> = text.match_indices(',').map(|(at, _)| at).collect();
        let halves = match commas.as_slice() {
            _ if text.contains(';') => text.split_once(';'),
            [] => text.split_once(char::is_whitespace),
            [at] | [_, at, _] => Some((text.get(..*at)?, text.get(at + 1..)?)),
            _ => None,
        };
        let number = |half: &str| half.trim().trim_end_matches('°').replace(',', ".").parse::<f64>().ok();
        let (latitude, longitude) = halves?;
        Self::new(number(latitude)?, number(longitude)?)
    }

    /// Metres to another point as the crow flies, on a round Earth: right to half a hundredth.
    pub fn metres_to(self, other: Self) -> u32 {
        let radians = |parts: i32| (f64::from(parts) / PARTS).to_radians();
        let half_sine = |from: i32, to: i32| (radians(to - from) / 2.0).sin().powi(2);
        let cosines = radians(self.north).cos() * radians(other.north).cos();
        let part = half_sine(self.north, other.north) + cosines * half_sine(self.east, other.east);
        rounded(2.0 * RADIUS * part.clamp(0.0, 1.0).sqrt().asin()).unsigned_abs()
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:.5}, {:.5}", f64::from(self.north) / PARTS, f64::from(self.east) / PARTS)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "half the way around the Earth in metres fits")]
fn rounded(number: f64) -> i32 {
    number.round() as i32
}
