//! My plans: what each is for, how much is written, when it was last looked over, and what expires.

mod line;
pub mod one;
mod paper;
mod part;
mod reminder;
mod whole;

use domain::{
    day::Day,
    sheet::{Line, SheetKind, asked::Of, asked::find},
};
use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        icon::{badge, icon_as},
        page::{button_link, cluster, head},
    },
    route::Route,
    state::{AppState, library, use_app_state},
    words::{dates, nav, sheets as words},
};

/// The three plans.
pub fn page() -> View {
    let state = use_app_state();
    let asked = library::sheets(state.language.get_untracked());
    let name = move |kind| {
        asked.with(|file| {
            let found = file.here().and_then(|all| find(all, Of::Plan(kind)));
            found.map_or_else(String::new, |plan| plan.heading.clone())
        })
    };
    let cards = SheetKind::ALL.map(|kind| card(state, kind, move || name(kind)));
    html! {
        {head(nav::plans(), words::sub(), ())}
        <div class="stack" data-gap="6">
            {help_first()}
            <ul class="sheets">{cards}</ul>
            <p class="small soft measure">{words::together()}</p>
        </div>
    }
}

/// The way to Help, before anything else.
fn help_first() -> View {
    callout(
        Kind::Care,
        "",
        html! {
            <p>{words::help_first()}</p>
            {cluster(vec![button_link("people", Route::Help.path(), "help", nav::help())])}
        },
    )
}

fn card(state: AppState, kind: SheetKind, name: impl Fn() -> String + 'static) -> View {
    let about = match kind {
        SheetKind::Safety => words::why_safety(),
        SheetKind::Overdose => words::why_overdose(),
        SheetKind::Warning => words::why_warning(),
    };
    let written = move || match state.sheet(kind).lines.len() {
        0 => words::none().to_owned(),
        count => words::lines(count),
    };
    html! {
        <li class="card sheets__card">
            <a class="row" href=Route::Sheet(kind).path()>
                {badge(drawing(kind), "")}
                <span class="row__body"><span class="row__title">{name}</span><span class="row__note">{about}</span></span>
                {icon_as("icon row__chevron", "right")}
            </a>
            <div class="sheets__state small soft">
                <p>{written}</p>
                {move || reviewed(state, kind)}
                {move || expiring(state, kind)}
            </div>
        </li>
    }
}

fn drawing(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Safety => "heart",
        SheetKind::Overdose => "shield",
        SheetKind::Warning => "wave",
    }
}

/// When it was last looked over, if it ever was.
fn reviewed(state: AppState, kind: SheetKind) -> Option<View> {
    let today = state.today.get();
    let said = state.sheet(kind).reviewed.map(|day| words::reviewed(&dates::near(day, today)));
    said.map(|said| html! { <p>{said}</p> })
}

/// What expires soon or has expired, said kindly.
fn expiring(state: AppState, kind: SheetKind) -> Vec<View> {
    let today = state.today.get();
    let sheet = state.sheet(kind);
    sheet
        .expiring(today)
        .into_iter()
        .map(|(until, line)| html! { <p class="sheets__date">{said_of(until, line, today)}</p> })
        .collect()
}

/// That a date comes up, or that an expired one is better than none.
fn said_of(until: Day, line: &Line, today: Day) -> String {
    let day = dates::full(until);
    if until < today { words::past(&day, &line.text) } else { words::soon(&day, &line.text) }
}
