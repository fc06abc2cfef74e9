//! One plan: how to begin, a timer if wanted, how it went, and what else may become of it.

use domain::{
    activity::Activity,
    check_in::{Craving, Mood},
    hobby::Hobby,
    id::Id,
    plan::{Degree, Done, Plan, State},
};
use markup::{Signal, View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        choice::{check_row, moods, question, scale},
        fold::fold,
        page::{button, cluster},
        pick::pick,
    },
    pages::plan::sheets::{Sheet, move_to},
    route::Route,
    state::{AppState, library, stopwatch::Stopwatch},
    words::{common, dates, doing, experience, nav, number, plan as words, planning, today, values},
};

/// From this strength on, help and people come first.
const STRONG: u8 = 7;
/// How long something takes whose length nobody said, in minutes.
const USUAL: u16 = 10;

/// How it went, as far as it is said.
#[derive(Clone, Copy)]
struct Said(Signal<Done>);

impl Said {
    fn get(self) -> Done {
        self.0.get()
    }

    fn mood(
        self,
        name: &'static str,
        legend: &'static str,
        read: fn(Done) -> Option<Mood>,
        write: fn(&mut Done, Option<Mood>),
    ) -> View {
        let chosen = move || read(self.get()).map(|mood| usize::from(mood.level()));
        let pick = move |level: usize| self.0.update(|done| write(done, Mood::ALL.get(level).copied()));
        question(legend, common::optional(), moods(name, Mood::ALL.map(values::mood), chosen, pick))
    }

    fn urge(
        self,
        name: &'static str,
        legend: &'static str,
        read: fn(Done) -> Option<Craving>,
        write: fn(&mut Done, Option<Craving>),
    ) -> View {
        let chosen = move || read(self.get()).map(Craving::level);
        let pick = move |level: Option<u8>| self.0.update(|done| write(done, level.and_then(Craving::new)));
        question(legend, common::optional(), scale(name, chosen, pick))
    }

    fn degree(
        self,
        name: &'static str,
        legend: &'static str,
        read: fn(Done) -> Option<Degree>,
        write: fn(&mut Done, Option<Degree>),
    ) -> View {
        let mut options: Vec<_> = Degree::ALL.map(|degree| (Some(degree), planning::degree(degree))).into();
        options.push((None, common::skip()));
        question(
            legend,
            "",
            pick(name, options, move || read(self.get()), move |degree| self.0.update(|done| write(done, degree))),
        )
    }

    /// What may be said beyond the moods; folded away until something of it was said.
    fn more(self) -> View {
        let is_said = move || {
            let done = self.get();
            done.urge_before.is_some() || done.urge_after.is_some() || done.enjoyed.is_some() || done.mastered.is_some()
        };
        let body = html! {
            <div class="stack">
                {self.urge("urge-before", doing::urge_before(), |done| done.urge_before, |done, urge| done.urge_before = urge)}
                {self.urge("urge-after", doing::urge_after(), |done| done.urge_after, |done, urge| done.urge_after = urge)}
                {move || self.get().urge_after.is_some_and(|urge| urge.level() >= STRONG).then(strong)}
                {self.degree("enjoyed", doing::enjoyed(), |done| done.enjoyed, |done, degree| done.enjoyed = degree)}
                {self.degree("mastered", doing::mastered(), |done| done.mastered, |done, degree| done.mastered = degree)}
            </div>
        };
        fold(doing::more(), is_said, body)
    }
}

fn strong() -> View {
    callout(Kind::Care, "", html! { <p>{doing::strong()}" "<a href=Route::Help.path()>{nav::help()}</a></p> })
}

/// The sheet of one plan.
pub fn view(state: AppState, open: Signal<Option<Sheet>>, id: Id<Plan>, plan: &Plan) -> View {
    let said = Said(Signal::new(match plan.state {
        State::Done(done) => done,
        State::Open | State::LetGo => Done::default(),
    }));
    let done = move || {
        let state_of = State::Done(said.0.get_untracked());
        if state.change_with_undo(state.more().plans, id, move |plan| Plan { state: state_of, ..plan }, words::kept()) {
            state.remember_what_helped();
            open.set(None);
        }
    };
    let (on, at) = (plan.on, plan.at);
    let by_a_day = move |days: i32| {
        open.set(None);
        move_to(state, id, on.plus(days), at);
    };
    let earlier = if on > state.today.get_untracked() {
        button("secondary", words::earlier(), move || by_a_day(-1))
    } else {
        View::empty()
    };
    let when = format!(
        "{} · {}",
        dates::near(plan.on, state.today.get_untracked()),
        plan.at.map_or_else(|| today::any_time().to_owned(), dates::time)
    );
    html! {
        <div class="stack">
            <div><p class="lead"><b>{plan.title.to_string()}</b></p><p class="soft">{when}</p></div>
            {plan.hobby.map(|hobby| of_hobby(state, hobby))}
            {begin(state, plan)}
            {said.mood("before", words::before(), |done| done.before, |done, mood| done.before = mood)}
            {said.mood("after", words::after(), |done| done.after, |done, mood| done.after = mood)}
            {check_row(doing::partly(), move || said.get().partly, move |partly| said.0.update(|done| done.partly = partly))}
            {said.more()}
            {cluster(vec![
                button("primary", words::done(), done),
                button("secondary", words::move_it(), move || open.set(Some(Sheet::Move(id)))),
                button("secondary", words::later(), move || by_a_day(1)),
                earlier,
                button("quiet", words::not_today(), move || open.set(Some(Sheet::NotToday(id)))),
            ])}
            <p class="small soft">{words::no_blame()}</p>
        </div>
    }
}

fn of_hobby(state: AppState, id: Id<Hobby>) -> View {
    state.more().hobbies.get(id).map_or_else(View::empty, |hobby| {
        html! { <p><a href=Route::Hobby(id).path()>{hobby.title.to_string()}</a></p> }
    })
}

/// How to begin, in large letters, what to look out for, and a timer.
fn begin(state: AppState, plan: &Plan) -> View {
    let (number, own, hobby) = (plan.activity, plan.own, plan.hobby);
    let file = library::activities(state);
    let known = move || -> Option<Activity> {
        match (number, own) {
            (_, Some(own)) => state.more().own_activities.get(own).map(|own| own.as_listed(0)),
            (Some(number), None) => file.with(|file| file.here()?.iter().find(|one| one.number == number).cloned()),
            (None, None) => None,
        }
    };
    let next = move || hobby.and_then(|id| state.more().hobbies.get(id)?.next_step.map(|step| step.to_string()));
    let shown = move || {
        let known = known();
        let step = next().or_else(|| known.as_ref().map(|one| one.first_step.clone())).unwrap_or_default();
        let heads_up = known.map(|one| one.heads_up).unwrap_or_default();
        html! {
            <div>
                {(!step.is_empty()).then(|| html! { <p class="first-step">{step}</p> })}
                {(!heads_up.is_empty()).then(|| html! { <p class="small soft">{heads_up}</p> })}
            </div>
        }
    };
    html! { {shown}{timer(move || known().map_or(USUAL, |one| one.minutes))} }
}

/// A clock that counts up; it says when the usual time has passed, and stops for nobody.
fn timer(minutes: impl Fn() -> u16 + 'static) -> View {
    let clock = Stopwatch::default();
    let run = move || match (clock.is_running(), clock.seconds()) {
        (true, _) => doing::pause(),
        (false, 0) => doing::start(),
        (false, _) => doing::go_on(),
    };
    let toggle = move || if clock.is_running() { clock.pause() } else { clock.start() };
    let time = move || {
        let seconds = clock.seconds();
        (seconds > 0 || clock.is_running()).then(|| {
            html! { <p class="timer" role="timer" aria-label=doing::timer()>{experience::clock(seconds)}</p> }
        })
    };
    let passed = move || {
        let minutes = usize::from(minutes());
        (clock.seconds() >= minutes * 60).then(|| html! { <p>{doing::passed(&number(minutes))}</p> })
    };
    html! {
        <div class="stack" data-gap="2">
            {time}
            <div role="status">{passed}</div>
            {cluster(vec![button("secondary", run, toggle)])}
        </div>
    }
}
