//! The last uses of one tool: the day, how strong the urge was before and after, and what was written.

use domain::{
    id::Id,
    practice::{Practice, Tool},
};
use markup::{View, html};

use crate::{
    components::{
        icon::icon,
        page::{card_list, section},
    },
    state::AppState,
    words::{dates, number, tools as words},
};

/// How many uses are shown.
const SHOWN: usize = 10;

/// The uses, the newest first.
pub fn view(state: AppState, tool: Tool) -> View {
    let mut all: Vec<(Id<Practice>, Practice)> = state
        .more()
        .practices
        .with(|all| all.iter().filter(|(_, one)| one.tool == tool).map(|(id, one)| (id, one.clone())).collect());
    if all.is_empty() {
        return View::empty();
    }
    all.sort_by_key(|(id, one)| std::cmp::Reverse((one.on, one.at, *id)));
    let earlier = all.len().saturating_sub(SHOWN);
    let rows = all.iter().take(SHOWN).map(|(id, one)| row(state, *id, one)).collect();
    section(
        words::history(),
        (),
        html! {
            {card_list(rows)}
            {(earlier > 0).then(|| html! { <p class="small soft">{words::earlier(earlier)}</p> })}
        },
    )
}

fn row(state: AppState, id: Id<Practice>, one: &Practice) -> View {
    let (day, time) = (dates::near(one.on, state.today.get()), dates::time(one.at));
    let level = |rated: domain::check_in::Craving| number(usize::from(rated.level()));
    let was = match (one.before.map(level), one.after.map(level)) {
        (Some(before), Some(after)) => words::was_both(&before, &after),
        (Some(before), None) => words::was_before(&before),
        (None, Some(after)) => words::was_after(&after),
        (None, None) => words::was_none().to_owned(),
    };
    let label = words::remove(&day, &time);
    html! {
        <li class="row">
            <span class="row__body">
                <span class="row__title">{format!("{day} · {time}")}</span>
                <span class="row__note">{was}</span>
                {(!one.text.is_empty()).then(|| html! { <span class="own story__text">{one.text.to_string()}</span> })}
            </span>
            <button class="icon-button" type="button" aria-label=label on:click=move |_| state.remove_practice(id)>{icon("trash")}</button>
        </li>
    }
}
