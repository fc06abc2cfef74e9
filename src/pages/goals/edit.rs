//! A goal being set or changed.

use domain::{
    draft::NEW_GOAL,
    goal::{Cadence, Goal, Status, Step},
    id::Id,
    stamp::Stamp,
    text::{Note, Title},
};
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{
        choice::{question, segmented},
        field::{Field, Label},
        icon::icon,
        page::{button, cluster, head},
    },
    route::Route,
    state::{AppState, new_id, use_app_state},
    words::{common, errors, goals, number, values},
};

/// The ids of the fields of steps: as many as a goal may have.
const STEP_IDS: [&str; 12] = [
    "step-0", "step-1", "step-2", "step-3", "step-4", "step-5", "step-6", "step-7", "step-8", "step-9", "step-10",
    "step-11",
];

/// A cadence as the form offers it: the number of times is asked apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Often {
    Once,
    Daily,
    Weekdays,
    Weekly,
}

/// The page of a new goal.
pub fn page(id: Option<Id<Goal>>) -> View {
    let state = use_app_state();
    form(id, act(move |()| state.open_page(Route::Goals)))
}

/// The form. `on_close` is called after saving and on cancelling.
pub fn form(id: Option<Id<Goal>>, on_close: Act<()>) -> View {
    let state = use_app_state();
    let before = id.and_then(|id| state.goals.get_untracked(id));
    let draft = if id.is_none() { state.drafts.get_untracked(NEW_GOAL).map(|draft| draft.fields) } else { None };
    let drafted =
        |place: usize| draft.as_ref().and_then(|fields| fields.get(place)).cloned().unwrap_or_else(String::new);
    let title =
        Field::line("title", goals::what(), before.as_ref().map_or_else(|| drafted(0), |one| one.title.to_string()));
    let why = Field::lines("why", goals::why(), before.as_ref().map_or_else(|| drafted(1), |one| one.why.to_string()))
        .hint(common::optional());
    let known_steps = before.as_ref().map_or_else(
        || draft.iter().flatten().skip(2).cloned().collect(),
        |one| one.steps.iter().map(|step| step.title.to_string()).collect::<Vec<_>>(),
    );
    let steps = Signal::new(known_steps.into_iter().map(step_field).collect::<Vec<_>>());
    let cadence = before.as_ref().map_or(Cadence::Daily, |one| one.cadence);
    let often = Signal::new(match cadence {
        Cadence::Once => Often::Once,
        Cadence::Daily => Often::Daily,
        Cadence::Weekdays => Often::Weekdays,
        Cadence::Weekly(_) => Often::Weekly,
    });
    let times = Signal::new(if let Cadence::Weekly(times) = cadence { times } else { 3 });
    let seen = Signal::new(id.and_then(|id| state.goals.seen(id)));
    let keep_draft = move || {
        if id.is_none() {
            let mut fields = vec![title.value.get_untracked(), why.value.get_untracked()];
            steps.with_untracked(|steps| fields.extend(steps.iter().map(|step| step.value.get_untracked())));
            state.keep_draft(NEW_GOAL, &fields);
        }
    };
    let on_saved = on_close.clone();
    let save = move || {
        let typed: Option<Vec<Option<Title>>> = steps
            .with_untracked(|steps| steps.iter().map(|step| step.parse(Title::parse_optional, errors::text)).collect());
        let (title, why) = (title.parse(Title::parse, errors::text), why.parse(Note::parse, errors::text));
        let (Some(title), Some(why), Some(typed)) = (title, why, typed) else { return };
        let cadence = match often.get_untracked() {
            Often::Once => Cadence::Once,
            Often::Daily => Cadence::Daily,
            Often::Weekdays => Cadence::Weekdays,
            Often::Weekly => Cadence::Weekly(times.get_untracked()),
        };
        if keep(state, id, seen, &Typed { title, why, steps: typed.into_iter().flatten().collect(), cadence }) {
            on_saved(());
        }
    };
    let offered = [
        (Often::Once, goals::once()),
        (Often::Daily, goals::daily()),
        (Often::Weekdays, goals::weekdays()),
        (Often::Weekly, goals::weekly_short()),
    ];
    let cancel = move || {
        keep_draft();
        on_close(());
    };
    html! {
        {head(if id.is_some() { goals::edit_title() } else { goals::new() }, goals::edit_sub(), ())}
        <form class="stack measure" data-gap="section" on:submit=move |event| { event.prevent_default(); save(); }>
            {title.view(keep_draft)}
            {why.view(keep_draft)}
            {question(goals::how_often(), "", html! {
                {segmented("often", offered.map(|(often, word)| (often, word.to_owned())).to_vec(), move || often.get(), move |chosen| often.set(chosen))}
                {move || (often.get() == Often::Weekly).then(|| segmented(
                    "times",
                    (1..=6).map(|times: u8| (times, number(usize::from(times)))).collect(),
                    move || times.get(),
                    move |chosen| times.set(chosen),
                ))}
                <p class="small soft">{move || if often.get() == Often::Weekly { values::cadence(Cadence::Weekly(times.get())) } else { String::new() }}</p>
            })}
            <div class="question">
                <h2 class="question__legend">{goals::steps()}" "<small>{goals::steps_hint()}</small></h2>
                {move || steps.with(|steps| steps.iter().enumerate().map(|(place, step)| step_row(place, *step, keep_draft)).collect::<Vec<View>>())}
                {move || steps.with(|all| all.len() < STEP_IDS.len()).then(|| cluster(vec![button("quiet", html! { {icon("plus")}{goals::add_step()} }, move || steps.update(|all| all.push(step_field(String::new()))))]))}
            </div>
            <div class="save-bar">
                <button class="button" data-kind="primary" data-size="large" type="submit">{common::save()}</button>
                {button("quiet", common::cancel(), cancel)}
            </div>
        </form>
    }
}

fn step_field(typed: String) -> Field {
    Field::line("", "", typed)
}

/// The field of a step at its place.
fn step_row(place: usize, step: Field, on_change: impl Fn() + 'static) -> View {
    let id = STEP_IDS.get(place).copied().unwrap_or_default();
    Field { id, label: Label::Numbered(goals::step_number, place + 1), ..step }.view(on_change)
}

/// What was typed and holds.
struct Typed {
    title: Title,
    why: Note,
    steps: Vec<Title>,
    cadence: Cadence,
}

/// Keeps the goal. A step that was done stays done as long as its words stay.
fn keep(state: AppState, id: Option<Id<Goal>>, seen: Signal<Option<Stamp>>, typed: &Typed) -> bool {
    let before = id.and_then(|id| state.goals.get_untracked(id));
    let done = |title: &Title| {
        before.as_ref().and_then(|one| one.steps.iter().find(|step| step.title == *title)).and_then(|step| step.done)
    };
    let goal = Goal {
        title: typed.title.clone(),
        why: typed.why.clone(),
        steps: typed.steps.iter().map(|title| Step { title: title.clone(), done: done(title) }).collect(),
        cadence: typed.cadence,
        since: before.as_ref().map_or_else(|| state.today.get_untracked(), |one| one.since),
        status: before.as_ref().map_or(Status::Active, |one| one.status),
    };
    let goal_id = id.unwrap_or_else(new_id);
    let kept = state.keep(state.goals.put_over(goal_id, seen.get_untracked(), Some(goal)));
    // What stands there now has been shown: saving again is meant.
    seen.set(id.and_then(|id| state.goals.seen(id)));
    if kept && id.is_none() {
        state.keep_draft(NEW_GOAL, &[]);
    }
    kept
}
