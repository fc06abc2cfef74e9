//! The month of a week, for paper.

use domain::day::{Day, Week};
use markup::{View, html};

use crate::{
    pages::plan::{beside, plans_on},
    state::AppState,
    words::{dates, number},
};

/// A table of the month in which the week's Thursday lies, with the days around it that fill its weeks. It is on paper
/// only.
pub fn view(state: AppState, week: Week) -> View {
    let [monday, _, _, thursday, ..] = week.days();
    let (year, month, _) = thursday.parts();
    let first = Day::new(year, month, 1).unwrap_or(monday);
    let weeks = (0..6).map(|ahead| first.week().plus(ahead)).filter(|week| {
        let [first, .., last] = week.days();
        [first, last].iter().any(|day| day.parts().0 == year && day.parts().1 == month)
    });
    let heads: Vec<View> =
        week.days().into_iter().map(|day| html! { <th scope="col">{dates::weekday_short(day)}</th> }).collect();
    let rows: Vec<View> = weeks
        .map(|week| {
            let cells: Vec<View> = week.days().into_iter().map(|day| cell(state, day)).collect();
            html! { <tr>{cells}</tr> }
        })
        .collect();
    html! {
        <table class="month-sheet">
            <caption>{dates::month_of(thursday)}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn cell(state: AppState, day: Day) -> View {
    let at = |at: Option<domain::day::Minute>| at.map(|at| html! { <time>{dates::time(at)}</time>" " });
    let mut items: Vec<View> =
        plans_on(state, day).iter().map(|(_, plan)| html! { <li>{at(plan.at)}{plan.title.to_string()}</li> }).collect();
    items.extend(beside::on(state, day).iter().map(|one| html! { <li>{at(one.at)}{one.title.clone()}</li> }));
    html! { <td><b>{number(day.parts().2 as usize)}</b><ul>{items}</ul></td> }
}
