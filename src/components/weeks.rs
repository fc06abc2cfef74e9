//! What was kept of what was asked, as a column a week: the frame is what was asked, the leaf what was kept.

use markup::{View, html};

/// How high the picture is, and how wide a column with the room beside it.
const HEIGHT: i32 = 96;
const STEP: i32 = 28;
const WIDE: i32 = 18;

/// A column for each week: how much was asked and kept, in parts of `most`. `sentence` says what it shows.
pub fn weeks(columns: &[(i32, i32)], most: i32, sentence: String) -> View {
    let width = STEP * i32::try_from(columns.len()).unwrap_or(1);
    let parts: Vec<View> = columns
        .iter()
        .enumerate()
        .map(|(place, (asked, kept))| {
            let x = STEP * i32::try_from(place).unwrap_or(0) + (STEP - WIDE) / 2;
            let frame =
                (*asked > 0).then(|| html! { <path class="weeks__asked" d=column(x, height(*asked, most))></path> });
            let leaf =
                (*kept > 0).then(|| html! { <path class="weeks__kept" d=column(x, height(*kept, most))></path> });
            html! { {frame}{leaf} }
        })
        .collect();
    html! {
        <svg class="weeks" viewBox=format!("0 0 {width} {HEIGHT}") role="img" aria-label=sentence>
            <path class="weeks__ground" d=format!("M0 {}H{width}", HEIGHT - 1)></path>
            {parts}
        </svg>
    }
}

fn height(part: i32, most: i32) -> i32 {
    ((HEIGHT - 8) * part / most.max(1)).clamp(3, HEIGHT - 8)
}

/// A leaf that stands on the ground: two round corners, two pointed ones.
fn column(x: i32, height: i32) -> String {
    let (foot, round) = (HEIGHT - 1, (WIDE / 2).min(height));
    let (top, right) = (foot - height, x + WIDE);
    format!(
        "M{x} {foot}V{}Q{x} {top} {} {top}H{right}V{}Q{right} {foot} {} {foot}Z",
        top + round,
        x + round,
        foot - round,
        right - round
    )
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn a_column_stays_in_its_picture() {
        for part in [0, 1, 5, 7, i32::from(u16::MAX)] {
            assert!((3..=HEIGHT - 8).contains(&height(part, 7)));
        }
        assert!(column(5, 3).starts_with("M5 95V95"));
    }
}
