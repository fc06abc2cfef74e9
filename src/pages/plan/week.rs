//! What a week looks like as a whole: its balance, and hours for which a plan may help.

use domain::{
    balance::{self, Nudge},
    day::{Day, Week},
    goal,
    plan::Part,
    risk_hours,
    template::Template,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        choice::check_row,
        icon::icon,
        page::{button, cluster, section},
    },
    pages::plan::{Paper, sheets::Sheet},
    state::{
        self, AppState,
        calendar::{self, Told},
        library::{self, File},
    },
    words::{dates, doing, meetings, number, plan as words, values},
};

/// The balance of the week, and one gentle idea at most.
pub fn balance(state: AppState, week: impl Fn() -> Week + 'static) -> View {
    let file = library::activities(state);
    let shown = move || {
        let week = week();
        let found = file.with(|file| match file {
            File::Here(all) => {
                let plans = state.more().plans.with(|plans| {
                    plans.iter().filter(|(_, plan)| week.has(plan.on)).map(|(_, plan)| plan.clone()).collect::<Vec<_>>()
                });
                Some(balance::of(week, &plans, all, goals_in(state, week), meetings_in(state, week)))
            }
            File::Waiting | File::Missing => None,
        })?;
        let sides = [
            (words::alone(), found.alone),
            (words::together_side(), found.together),
            (words::body(), found.body),
            (words::mind(), found.mind),
            (words::duty(), found.duty),
            (words::joy(), found.joy),
        ];
        if sides.iter().all(|(_, count)| *count == 0) {
            return None;
        }
        let rows: Vec<View> =
            sides.map(|(side, count)| html! { <div><dt>{side}</dt><dd>{number(count)}</dd></div> }).into();
        let nudge = found.nudge().map(|nudge| html! { <p class="small">{idea(nudge)}</p> });
        Some(section(words::balance(), (), html! { <div class="card"><dl class="facts">{rows}</dl>{nudge}</div> }))
    };
    html! { {shown} }
}

/// How many days of the week goals ask something.
fn goals_in(state: AppState, week: Week) -> usize {
    state.more().reports.with(|reports| {
        state.more().goals.with(|all| {
            let asks = |day: &Day| all.iter().filter(|(id, one)| goal::is_due(one, *id, reports, *day)).count();
            week.days().iter().map(asks).sum()
        })
    })
}

fn meetings_in(state: AppState, week: Week) -> usize {
    let [first, .., last] = week.days();
    let going = |one: &domain::schedule::Occurrence| {
        state.more().meetings.get(one.meeting).is_some_and(|meeting| meeting.going)
    };
    state.occurrences(first, last).iter().filter(|one| going(one)).count()
}

/// What may be done with the whole week.
pub(super) fn tools(state: AppState, week: impl Fn() -> Week + Clone + 'static, paper: Signal<Paper>) -> View {
    let file = library::activities(state);
    let copy = {
        let week = week.clone();
        move || state.copy_week(week())
    };
    let ideas: Vec<View> = Template::ALL
        .into_iter()
        .map(|template| {
            let week = week.clone();
            let (title, note) = match template {
                Template::FirstWeek => (words::first_week(), words::first_week_note()),
                Template::OpenWeek => (words::open_week(), words::open_week_note()),
            };
            let add = move || {
                file.with_untracked(|file| {
                    if let Some(all) = file.here() {
                        state.add_template(template, week(), all);
                    }
                });
            };
            html! { <div>{button("secondary", title, add)}<p class="small soft">{note}</p></div> }
        })
        .collect();
    let is_over = move || week().days().iter().all(|day| *day < state.today.get());
    let print = move |label: &'static str, what: Paper| {
        button("quiet", html! { {icon("print")}{label} }, move || {
            paper.set(what);
            state::print();
        })
    };
    let tools = move || {
        let buttons = (!is_over()).then(|| button("secondary", words::copy(), copy.clone()));
        html! { {cluster(buttons.into_iter().chain([print(words::print(), Paper::Week), print(doing::print_month(), Paper::Month)]).collect())} }
    };
    html! {
        <div class="stack no-print" data-gap="section">
            {section(words::tools(), (), html! { <div class="stack" data-gap="3">{tools}{calendar(state)}</div> })}
            {section(words::templates(), (), html! { <div class="stack" data-gap="3">{ideas}</div> })}
        </div>
    }
}

/// A file of what is planned from today on, for the phone's calendar.
fn calendar(state: AppState) -> View {
    let names = Signal::new(false);
    let make = move || {
        let told = Told { names: names.get_untracked(), before: Some(30) };
        calendar::make_of_plans(state, told, meetings::calendar_neutral(), move |outcome| {
            state.notices.say(match outcome {
                Ok(()) => meetings::calendar_made(),
                Err(why) => why,
            });
        });
    };
    let ahead = move || {
        let today = state.today.get();
        state.more().plans.with(|all| all.iter().any(|(_, plan)| plan.on >= today && !plan.is_done()))
    };
    let shown = move || {
        ahead().then(|| {
            html! {
                {check_row(meetings::calendar_names(), move || names.get(), move |chosen| names.set(chosen))}
                {move || names.get().then(|| callout(Kind::HeadsUp, "", html! { <p>{meetings::calendar_names_warning()}</p> }))}
                {cluster(vec![button("quiet", html! { {icon("download")}{meetings::calendar_file()} }, make)])}
            }
        })
    };
    html! { {shown} }
}

fn idea(nudge: Nudge) -> &'static str {
    match nudge {
        Nudge::Together => words::nudge_together(),
        Nudge::Joy => words::nudge_joy(),
        Nudge::Body => words::nudge_body(),
        Nudge::Mind => words::nudge_mind(),
        Nudge::Alone => words::nudge_alone(),
    }
}

/// Hours in which urges were often strong lately, for which nothing is planned yet.
pub fn risk_hours(state: AppState, sheet: Signal<Option<Sheet>>) -> View {
    let today = state.today.get();
    let hours =
        state.check_ins.with(|all| risk_hours::of(all.iter().map(|(_, one)| one), today, state.settings().day_ends));
    let found = hours.into_iter().find_map(|(weekday, part)| {
        let on = (0..7)
            .map(|ahead| today.plus(ahead))
            .find(|day| day.weekday().num_days_from_monday() == u32::from(weekday))?;
        let taken =
            state.more().plans.with(|all| all.iter().any(|(_, plan)| plan.on == on && plan.part() == Some(part)));
        (!taken).then_some((on, part))
    });
    found.map_or_else(View::empty, |(on, part)| ask(on, part, sheet))
}

fn ask(on: Day, part: Part, sheet: Signal<Option<Sheet>>) -> View {
    let text = words::risk(dates::weekday(on), &values::part(part).to_lowercase());
    let plan = button("secondary", words::risk_plan(), move || sheet.set(Some(Sheet::add(on))));
    callout(Kind::Info, "", html! { <p>{text}</p>{cluster(vec![plan])} })
}
