//! A page to print: what is chosen is on it, what is left out is absent.

use std::collections::BTreeMap;

use domain::{day::Day, goal::Outcome, meeting::Presence};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::check_rows,
        field::Field,
        icon::icon,
        page::{button, cluster, head},
    },
    pages::progress::figures::{self, Figures},
    state::{self, AppState, use_app_state},
    words::{common, dates, errors, groups, nav, number, progress, report, sign_off, tenths},
};

/// What a report may include, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Summary,
    Chart,
    Numbers,
    Goals,
    Activities,
    Meetings,
    Notes,
}

impl Part {
    const ALL: [Self; 7] =
        [Self::Summary, Self::Chart, Self::Numbers, Self::Goals, Self::Activities, Self::Meetings, Self::Notes];
    /// What is included until the person chooses: nothing in their own words.
    const FIRST: [Self; 4] = [Self::Summary, Self::Chart, Self::Goals, Self::Activities];

    fn word(self) -> &'static str {
        match self {
            Self::Summary => report::summary(),
            Self::Chart => report::chart(),
            Self::Numbers => report::numbers(),
            Self::Goals => nav::goals(),
            Self::Activities => report::activities(),
            Self::Meetings => nav::meetings(),
            Self::Notes => report::notes(),
        }
    }
}

/// The report and what it includes.
pub fn page() -> View {
    let state = use_app_state();
    let today = state.today.get_untracked();
    let parts = Signal::new(Part::FIRST.to_vec());
    let from = Field::line("from", report::from(), today.plus(-29).to_string()).kind("date");
    let to = Field::line("to", report::to(), today.to_string()).kind("date");
    let days = Signal::new((today.plus(-29), today));
    let choose = move || {
        let day = |field: Field| field.parse(Day::parse, |error| errors::day(error).to_owned());
        let (Some(first), Some(last)) = (day(from), day(to)) else { return };
        if first > last {
            to.error.set(Some(report::wrong_order().to_owned()));
        } else if last.since(first) > 366 {
            from.error.set(Some(report::too_long().to_owned()));
        } else {
            days.set((first, last));
        }
    };
    let boxes = check_rows(&Part::ALL, Part::word, parts);
    html! {
        <div class="no-print">{head(nav::reports(), report::sub(), ())}</div>
        <div class="report">
            <form class="report__options stack no-print" on:submit=move |event| event.prevent_default()>
                <fieldset><legend class="question__legend question__legend--small">{report::include()}</legend><div class="report__boxes">{boxes}</div></fieldset>
                <div class="field-row">{from.view(choose)}{to.view(choose)}</div>
                {cluster(vec![button("primary", html! { {icon("print")}{common::print()} }, state::print)])}
                <p class="small soft">{report::paper()}</p>
            </form>
            <section class="paper" tabindex="0" aria-label=report::preview()>{move || paper(state, days.get(), &parts.get())}</section>
        </div>
    }
}

fn paper(state: AppState, (from, to): (Day, Day), parts: &[Part]) -> View {
    let figures = Figures::read(state, from, to);
    let shown: Vec<View> =
        Part::ALL.into_iter().filter(|part| parts.contains(part)).map(|part| section(state, part, &figures)).collect();
    html! {
        <header class="paper__head">
            <div class="paper__title">
                <svg class="paper__mark" viewBox="0 0 32 32" aria-hidden="true"><use href="#i-paper"></use></svg>
                <div><h2 class="paper__h1">{report::title()}</h2><p>{report::span(&dates::full(from), &dates::full(to), &dates::full(state.today.get_untracked()))}</p></div>
            </div>
            <dl class="paper__who"><div><dt>{report::name()}</dt><dd></dd></div><div><dt>{report::born()}</dt><dd></dd></div></dl>
        </header>
        <p class="paper__note">{report::self_reported()}</p>
        {shown}
    }
}

fn section(state: AppState, part: Part, figures: &Figures) -> View {
    let body = match part {
        Part::Summary => summary(figures),
        Part::Chart => match figures.plot() {
            Some(plot) => html! { {plot}<p class="paper__cap">{report::chart_key()}</p> },
            None => html! { <p>{report::nothing()}</p> },
        },
        Part::Numbers => figures::table(&figures.days),
        Part::Goals => goals(state, figures),
        Part::Activities => activities(figures),
        Part::Meetings => attended(state, figures),
        Part::Notes => notes(state, figures),
    };
    html! { <section><h3>{part.word()}</h3>{body}</section> }
}

fn summary(figures: &Figures) -> View {
    let ends = |levels: Vec<u8>| match (levels.first(), levels.last()) {
        (Some(first), Some(last)) if levels.len() > 1 => report::from_to(&tenths(*first), &tenths(*last)),
        (Some(only), _) => tenths(*only),
        _ => report::none().to_owned(),
    };
    let (mood, craving) = (weeks(figures, |day| day.mood), weeks(figures, |day| day.craving));
    let days = number(figures.days.len());
    html! {
        <table class="paper__summary"><tbody>
            <tr><th scope="row">{progress::days_checked_in()}</th><td>{report::of_days(&number(figures.checked_in()), &days)}</td>
                <th scope="row">{progress::goals_kept()}</th><td>{number(figures.goals_kept())}</td></tr>
            <tr><th scope="row">{report::mood()}</th><td>{ends(mood)}</td>
                <th scope="row">{progress::activities_done()}</th><td>{number(figures.activities_done())}</td></tr>
            <tr><th scope="row">{report::craving()}</th><td>{ends(craving)}</td>
                <th scope="row">{progress::with_people()}</th><td>{number(figures.together())}</td></tr>
        </tbody></table>
        <p class="paper__cap">{report::summary_key()}</p>
    }
}

/// The mean of each seven days, from the first on, where there is one.
fn weeks(figures: &Figures, level: impl Fn(&domain::progress::DayView) -> Option<u8>) -> Vec<u8> {
    figures
        .days
        .chunks(7)
        .filter_map(|week| domain::progress::mean(week.iter().filter_map(&level).map(u32::from)))
        .collect()
}

fn goals(state: AppState, figures: &Figures) -> View {
    let mut counts: BTreeMap<_, [usize; 4]> = BTreeMap::new();
    for report in &figures.reports {
        let [done, partly, not, excused] = counts.entry(report.goal).or_default();
        *match report.outcome {
            Outcome::Done => done,
            Outcome::Partly => partly,
            Outcome::NotThisTime => not,
            Outcome::Excused => excused,
        } += 1;
    }
    let rows: Vec<View> = counts
        .into_iter()
        .filter_map(|(id, counts)| Some((state.more().goals.get(id)?.title.to_string(), counts)))
        .map(|(title, counts)| {
            let counts: Vec<View> =
                counts.into_iter().map(|count| html! { <td data-num="">{number(count)}</td> }).collect();
            html! { <tr><th scope="row">{title}</th>{counts}</tr> }
        })
        .collect();
    if rows.is_empty() {
        return html! { <p>{report::nothing()}</p> };
    }
    let heads: Vec<View> = Outcome::ALL
        .map(|outcome| html! { <th scope="col" data-num="">{crate::words::values::outcome(outcome)}</th> })
        .into();
    html! { <table class="table"><thead><tr><th scope="col">{report::goal()}</th>{heads}</tr></thead><tbody>{rows}</tbody></table> }
}

fn activities(figures: &Figures) -> View {
    let mut done: Vec<_> = figures.plans.iter().filter(|plan| plan.is_done()).collect();
    done.sort_by_key(|plan| (plan.on, plan.at));
    if done.is_empty() {
        return html! { <p>{report::nothing()}</p> };
    }
    let rows: Vec<View> = done
        .iter()
        .map(
            |plan| html! { <tr><th scope="row">{dates::month_day(plan.on)}</th><td>{plan.title.to_string()}</td></tr> },
        )
        .collect();
    html! { <table class="table"><thead><tr><th scope="col">{progress::day()}</th><th scope="col">{progress::activity()}</th></tr></thead><tbody>{rows}</tbody></table> }
}

/// The meetings somebody was at: when, and how, not what they are called.
fn attended(state: AppState, figures: &Figures) -> View {
    let (first, last) = (figures.days.first().map(|day| day.on), figures.days.last().map(|day| day.on));
    let mut all: Vec<(Day, Presence)> = state.more().attendances.with(|all| {
        all.iter()
            .map(|(_, one)| (one.on, one.presence))
            .filter(|(on, presence)| Some(*on) >= first && Some(*on) <= last && presence.is_there())
            .collect()
    });
    all.sort_by_key(|(on, _)| *on);
    if all.is_empty() {
        return html! { <p>{report::nothing()}</p> };
    }
    let rows: Vec<View> = all.into_iter().map(|(on, presence)| html! { <tr><th scope="row">{dates::month_day(on)}</th><td>{groups::attended(presence)}</td></tr> }).collect();
    html! { <table class="table"><thead><tr><th scope="col">{progress::day()}</th><th scope="col">{sign_off::presence()}</th></tr></thead><tbody>{rows}</tbody></table> }
}

fn notes(state: AppState, figures: &Figures) -> View {
    let (first, last) = (figures.days.first().map(|day| day.on), figures.days.last().map(|day| day.on));
    let mut notes: Vec<(Day, String)> = state.check_ins.with(|all| {
        all.iter()
            .filter(|(_, one)| Some(one.on) >= first && Some(one.on) <= last && !one.note.is_empty())
            .map(|(_, one)| (one.on, one.note.to_string()))
            .collect()
    });
    notes.sort_by_key(|(on, _)| *on);
    if notes.is_empty() {
        return html! { <p>{report::nothing()}</p> };
    }
    let rows: Vec<View> = notes.into_iter().map(|(on, note)| html! { <div class="paper__own"><p><b>{dates::month_day(on)}</b></p><p class="own">{note}</p></div> }).collect();
    html! { {rows} }
}
