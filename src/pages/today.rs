//! Today: how the last days went, how you are, what is on, and why.

pub mod first;
mod meetings;

use domain::{
    goal::{self, Goal, Outcome, Step},
    id::Id,
    plan::{self, Plan},
};
use leptos::prelude::untrack;
use markup::{Signal, View, act, html, memo};

use crate::{
    components::{
        callout::{Kind, callout},
        fold::fold,
        icon::{badge, icon},
        page::{button, button_link, card_list, cluster, row_link, section},
        task::Task,
        told::Told,
        tolerance::tolerance,
        vine::{VineDay, vine},
    },
    route::Route,
    state::{AppState, keeping, library, use_app_state},
    words::{
        backup, common, dates, experience, for_now, keeping as keeping_words, learn, number, review as review_words,
        shared, today, values,
    },
};

/// Today.
pub fn page() -> View {
    let state = use_app_state();
    html! {
        {move || first::title(state)}
        {move || warnings(state)}
        <div class="split">
            <div class="stack" data-gap="section">{move || panel(state)}{move || tasks(state)}</div>
            <div class="stack" data-gap="section">{move || said(state)}{move || reason(state)}{others(state)}{read_next(state)}</div>
        </div>
    }
}

/// What to know before more is written: a browser that forgets, a backup that is old.
fn warnings(state: AppState) -> View {
    let forgets = keeping::forgets().then(|| {
        callout(
            Kind::HeadsUp,
            keeping_words::fleeting_title(),
            html! { <p>{keeping_words::fleeting()}</p><p>{keeping_words::fleeting_carry()}</p> },
        )
    });
    let backups = state.settings().backups;
    let old = backups.is_spoken_of(state.today.get()).then(|| {
        let text = if backups.checked.is_some() { backup::due() } else { backup::due_none() };
        callout(
            Kind::HeadsUp,
            "",
            html! {
                <p>{text}</p>
                {cluster(vec![
                    button_link("secondary", Route::Backup.path(), "download", backup::back_up()),
                    button("quiet", backup::due_later(), move || state.put_off_backup()),
                ])}
            },
        )
    });
    // The first two weeks are the most dangerous (3.41); after that Goals still says it.
    let back = state.back_since().filter(|days| *days < 14).map(|_| tolerance());
    html! { {back}{forgets}{old} }
}

fn panel(state: AppState) -> View {
    let day = state.today.get();
    let views = state.days(day.plus(-first::BEFORE), 5);
    let days: Vec<VineDay> = views
        .iter()
        .map(|view| VineDay {
            name: dates::weekday_short(view.on),
            kept: view.kept,
            together: view.together,
            hard: view.hard,
        })
        .collect();
    let kept: usize = views.iter().map(|view| view.kept).sum();
    let hard = views.iter().filter(|view| view.hard).count();
    let sentence =
        format!("{} {}", today::vine_kept(kept), if hard == 0 { String::new() } else { today::vine_hard(hard) });
    html! { <section class="panel today-panel">{vine(&days, first::ahead(day), today::now(), sentence)}{first::ask(state, day)}</section> }
}

fn tasks(state: AppState) -> View {
    let day = state.today.get();
    let due: Vec<(Id<Goal>, Goal)> = state.more().goals.with(|all| {
        state.more().reports.with(|reports| {
            all.iter()
                .filter(|(id, one)| goal::is_due(one, *id, reports, day))
                .map(|(id, one)| (id, one.clone()))
                .collect()
        })
    });
    let plans: Vec<(Id<Plan>, Plan)> =
        state.more().plans.with(|all| plan::on(all, day).into_iter().map(|(id, plan)| (id, plan.clone())).collect());
    let done = plans.iter().filter(|(_, plan)| plan.is_done()).count();
    let note = (!plans.is_empty())
        .then(|| html! { <span class="section__note">{today::done_of(&number(done), &number(plans.len()))}</span> });
    let mut rows: Vec<View> = plans.into_iter().map(|(id, plan)| plan_row(state, id, &plan)).collect();
    rows.extend(meetings::rows(state, day));
    rows.extend(due.into_iter().map(|(id, one)| goal_row(state, id, &one)));
    rows.extend(steps(state));
    if let Some(thing) = state.check_in_on(day).and_then(|(_, check_in)| check_in.small_thing) {
        rows.push(html! { <li class="row">{badge("leaf", "")}<span class="row__body"><span class="row__title">{thing.to_string()}</span><span class="row__note">{today::small_thing()}</span></span></li> });
    }
    rows.extend(review(state));
    rows.push(html! { <li><a class="row" href=Route::Plan(None).path()><span class="add-mark">{icon("plus")}</span><span class="row__title">{today::add()}</span></a></li> });
    rows.push(row_link(Route::ForNow.path(), badge("wave", ""), for_now::title(), for_now::row_note()));
    section(today::on_today(), note, card_list(rows))
}

fn plan_row(state: AppState, id: Id<Plan>, plan: &Plan) -> View {
    Task {
        title: plan.title.to_string(),
        when: plan.at.map_or_else(|| today::any_time().to_owned(), dates::time),
        done: plan.is_done(),
        together: plan.together,
        on_toggle: act(move |done| state.tick(id, done)),
    }
    .view(View::empty())
}

fn goal_row(state: AppState, id: Id<Goal>, one: &Goal) -> View {
    let day = state.today.get_untracked();
    let answers: Vec<View> = Outcome::OFFERED
        .map(|outcome| button("quiet", values::outcome(outcome), move || state.report(id, day, outcome)))
        .into();
    html! {
        <li class="task" data-goal="">
            <a class="row" href=Route::Goal(id).path()>{badge("goals", "")}<span class="row__body"><span class="row__title">{one.title.to_string()}</span><span class="row__note">{values::cadence(one.cadence)}</span></span></a>
            <div class="cluster task__answers" role="group" aria-label=one.title.to_string()>{answers}</div>
        </li>
    }
}

/// Steps of goals whose day has come, for a week; then they wait on the page of their goal.
fn steps(state: AppState) -> Vec<View> {
    let today = state.today.get();
    let is_on = |step: &Step| step.done.is_none() && step.by.is_some_and(|by| (0..7).contains(&today.since(by)));
    state.more().goals.with(|all| {
        all.iter()
            .filter(|(_, one)| one.asks(today))
            .flat_map(|(id, one)| one.steps.iter().enumerate().map(move |(place, step)| (id, one, place, step)))
            .filter(|(_, _, _, step)| is_on(step))
            .map(|(id, one, place, step)| {
                let by = step.by.map_or_else(String::new, |by| dates::near(by, today));
                Task {
                    title: step.title.to_string(),
                    when: today::goal_step(&one.title, &by),
                    done: false,
                    together: false,
                    on_toggle: act(move |done| state.tick_step(id, place, done)),
                }
                .view(View::empty())
            })
            .collect()
    })
}

/// That a review of the week waits, and a way to let it be.
fn review(state: AppState) -> Option<View> {
    let week = state.waiting_review()?;
    Some(html! {
        <li class="task" data-goal="">
            <a class="row" href=Route::Review(week).path()>{badge("leaf", "")}<span class="row__body"><span class="row__title">{review_words::waits()}</span><span class="row__note">{review_words::five_minutes()}</span></span></a>
            <div class="cluster task__answers">{button("quiet", review_words::not_this_week(), move || state.set_review_aside(week))}</div>
        </li>
    })
}

/// What the person said they would do this week.
fn said(state: AppState) -> View {
    let week = state.today.get().week();
    let Some(said) = state.said_for(week) else { return View::empty() };
    html! {
        <section class="reasons">
            <h2 class="reasons__title">{review_words::said_before()}</h2>
            <blockquote class="reasons__quote">{said}</blockquote>
            <p class="reasons__foot"><span>{common::your_words()}</span><a href=Route::Review(week.plus(-1)).path()>{today::see_review()}</a></p>
        </section>
    }
}

/// One of the person's own reasons, another each day.
fn reason(state: AppState) -> View {
    let reasons: Vec<(Id<Goal>, String)> = state.more().goals.with(|all| {
        all.iter()
            .filter(|(_, one)| !one.why.is_empty() && one.asks(state.today.get()))
            .map(|(id, one)| (id, one.why.to_string()))
            .collect()
    });
    let turn = usize::try_from(i32::from(state.today.get())).unwrap_or(0);
    let Some((id, why)) = turn.checked_rem(reasons.len()).and_then(|position| reasons.get(position)) else {
        return View::empty();
    };
    html! {
        <section class="reasons">
            <h2 class="reasons__title">{today::why()}</h2>
            <blockquote class="reasons__quote">{why.clone()}</blockquote>
            <p class="reasons__foot"><span>{common::your_words()}</span><a href=Route::Goal(*id).path()>{today::see_goal()}</a></p>
        </section>
    }
}

/// What many people report at such a point, folded: Today may be open where others can see it.
fn others(state: AppState) -> View {
    let step = Signal::new(0_usize);
    let told = move || {
        let (topic, said) = state.shared_on(state.today.get(), step.get())?;
        let told = Told {
            sentence: experience::sentence(said),
            source: experience::source(said.source()),
            facts: said.facts().join(" "),
            near_use: topic.is_near_use(),
        };
        let more = html! { <a class="button" data-kind="quiet" href=Route::Shared.path()>{shared::more()}</a> };
        Some(told.view(act(move |()| step.update(|step| *step += 1)), more))
    };
    let any = memo(move || state.shared_on(state.today.get(), 0).is_some());
    let card = move || any.get().then(|| untrack(|| fold(shared::title(), || false, html! { {told} })));
    html! { {card} }
}

fn read_next(state: AppState) -> View {
    let lessons = library::lessons(state);
    let rows = move || {
        let day = usize::try_from(i32::from(state.today.get())).unwrap_or(0);
        lessons.with(|file| {
            let all = file.here()?;
            let rows = (0..2)
                .filter_map(|step| all.get((day + step) % all.len().max(1)))
                .map(|entry| {
                    row_link(
                        Route::Lesson(entry.slug.clone()).path(),
                        badge("learn", ""),
                        entry.title.clone(),
                        learn::minutes(&number(usize::from(entry.minutes))),
                    )
                })
                .collect();
            Some(section(today::read_next(), (), card_list(rows)))
        })
    };
    html! { {rows} }
}
