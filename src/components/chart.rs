//! Two lines over days, drawn at three widths, told apart by dash and mark as well as colour.

use std::fmt::Write;

use markup::{View, html};

/// What to draw. Levels are tenths of 0 to 10.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What the chart shows, in one sentence.
    pub sentence: String,
    /// The name at the end of the first line.
    pub first_name: &'static str,
    /// The name at the end of the second line.
    pub second_name: &'static str,
    /// The first line, a level a day.
    pub first: Vec<Option<u8>>,
    /// The second line.
    pub second: Vec<Option<u8>>,
    /// Which days carry a ring.
    pub rings: Vec<bool>,
    /// The words under the first, the middle and the last day.
    pub ends: [String; 3],
}

/// A place to draw in, in units of the drawing.
#[derive(Debug, Clone, Copy)]
struct Frame {
    width: i32,
    height: i32,
}

impl Frame {
    const LEFT: i32 = 28;
    const RIGHT: i32 = 62;
    const TOP: i32 = 16;
    const BOTTOM: i32 = 34;

    /// Where day `position` of `count` stands.
    fn x(self, position: usize, count: usize) -> i32 {
        let (position, last) = (i32::try_from(position).unwrap_or(0), i32::try_from(count.max(2) - 1).unwrap_or(1));
        Self::LEFT + (self.width - Self::LEFT - Self::RIGHT) * position / last
    }

    /// Where a level in tenths of 0 to 10 stands.
    fn y(self, level: u8) -> i32 {
        let span = self.height - Self::TOP - Self::BOTTOM;
        Self::TOP + span - span * i32::from(level) / 100
    }

    /// A line through the days that have a level, and where its marks stand: at most eight, the last always.
    fn line(self, levels: &[Option<u8>]) -> (String, Vec<(i32, i32)>) {
        let points: Vec<(i32, i32)> = levels
            .iter()
            .enumerate()
            .filter_map(|(day, level)| Some((self.x(day, levels.len()), self.y((*level)?))))
            .collect();
        let mut path = String::new();
        for (number, (x, y)) in points.iter().enumerate() {
            path.push(if number == 0 { 'M' } else { 'L' });
            let _ = write!(path, "{x} {y}");
        }
        let every = points.len().div_ceil(8).max(1);
        let marks = points.iter().rev().step_by(every).copied().collect();
        (path, marks)
    }
}

impl Chart {
    /// The chart on the page.
    pub fn view(&self) -> View {
        let plots = [("narrow", 300, 210), ("middle", 520, 220), ("wide", 760, 240)];
        let plots: Vec<View> =
            plots.iter().map(|(fit, width, height)| self.plot(fit, Frame { width: *width, height: *height })).collect();
        html! { <div class="fit">{plots}</div> }
    }

    fn plot(&self, fit: &'static str, frame: Frame) -> View {
        let Frame { width, height } = frame;
        let right = width - Frame::RIGHT;
        let rules: Vec<View> = [0_u8, 50, 100]
            .into_iter()
            .map(|level| {
                let y = frame.y(level);
                html! {
                    <path class="chart__grid" d=format!("M{} {y}H{right}", Frame::LEFT)></path>
                    <text class="chart__axis" x="19" y=y + 4 text-anchor="end">{level / 10}</text>
                }
            })
            .collect();
        let ends: Vec<View> = [(Frame::LEFT, "start"), (i32::midpoint(Frame::LEFT, right), "middle"), (right, "end")]
            .into_iter()
            .zip(self.ends.clone())
            .map(|((x, anchor), word)| html! { <text class="chart__axis" x=x y=height - 8 text-anchor=anchor>{word}</text> })
            .collect();
        let count = self.rings.len();
        let rings: Vec<View> = (0..count)
            .filter(|day| self.rings.get(*day) == Some(&true))
            .map(|day| {
                let (x, y) = (frame.x(day, count), frame.y(0));
                html! {
                    <path class="chart__event-line" d=format!("M{x} {}V{y}", Frame::TOP)></path>
                    <circle class="chart__event" cx=x cy=y r="5"></circle>
                }
            })
            .collect();
        html! {
            <svg class="chart__plot" data-fit=fit viewBox=format!("0 0 {width} {height}") role="img" aria-label=self.sentence.clone()>
                {rules}{ends}{rings}
                {series(frame, "2", &self.second, self.second_name, &self.first)}
                {series(frame, "1", &self.first, self.first_name, &self.second)}
            </svg>
        }
    }
}

/// One line with its marks and, at its end, its name; moved apart from the name of the other line.
fn series(frame: Frame, number: &'static str, levels: &[Option<u8>], name: &'static str, other: &[Option<u8>]) -> View {
    let (path, marks) = frame.line(levels);
    let Some((_, end)) = marks.first().copied() else { return View::empty() };
    let other_end = frame.line(other).1.first().map(|(_, y)| *y);
    let above = other_end.is_none_or(|other| end < other || (end == other && number == "1"));
    let apart = match other_end {
        Some(other) if (other - end).abs() < 16 => 8 - (other - end).abs() / 2,
        _ => 0,
    };
    let label = if above { end - apart } else { end + apart };
    let marks: Vec<View> = marks
        .into_iter()
        .map(|(x, y)| match number {
            "1" => html! { <circle class="chart__mark" data-series="1" cx=x cy=y r="4"></circle> },
            _ => html! { <path class="chart__mark" data-series="2" d=format!("M{x} {}l5 5-5 5-5-5Z", y - 5)></path> },
        })
        .collect();
    html! {
        <path class="chart__line" data-series=number d=path></path>
        {marks}
        <text class="chart__label" data-series=number x=frame.width - Frame::RIGHT + 8 y=label + 4>{name}</text>
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    const FRAME: Frame = Frame { width: 300, height: 210 };

    #[test]
    fn levels_and_days_stand_inside_the_frame() {
        assert_eq!((FRAME.y(100), FRAME.y(0)), (Frame::TOP, 210 - Frame::BOTTOM));
        assert_eq!((FRAME.x(0, 30), FRAME.x(29, 30)), (Frame::LEFT, 300 - Frame::RIGHT));
        assert_eq!(FRAME.x(0, 1), Frame::LEFT, "one day alone");
    }

    #[test]
    fn a_line_joins_the_days_that_have_a_level() {
        let (path, marks) = FRAME.line(&[Some(0), None, Some(100)]);
        assert_eq!(path, "M28 176L238 16");
        assert_eq!(marks, [(238, 16), (28, 176)]);
        assert_eq!(FRAME.line(&[None, None]), (String::new(), vec![]));
    }

    #[test]
    fn a_long_line_has_few_marks_and_one_at_its_end() {
        let (_, marks) = FRAME.line(&[Some(50); 90]);
        assert!(marks.len() <= 8 && marks[0].0 == 238, "{marks:?}");
    }
}
