//! Rewards the person chose for what they do, and money kept beside what hobbies cost. Neither is for days.

use domain::{
    hobby,
    id::Id,
    money::Money,
    reward::{Act, Reward},
    settings::{Budget, Settings},
    text::Title,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::question,
        field::Field,
        page::{button, cluster, form, head, section, submit},
        pick::pick,
    },
    state::{AppState, new_id, use_app_state},
    words::{common, dates, errors, number, planning, rewards as words},
};

/// How often something must be done that is offered first.
const USUAL: &str = "5";

/// All rewards, a new one, and the money.
pub fn page() -> View {
    let state = use_app_state();
    html! {
        {head(words::title(), words::sub(), ())}
        <div class="stack measure" data-gap="section">
            {move || list(state)}
            {section(words::new(), words::new_sub(), new(state))}
            {section(words::money(), words::money_sub(), html! { {move || kept(state)}{budget(state)} })}
        </div>
    }
}

fn list(state: AppState) -> View {
    let all: Vec<(Id<Reward>, Reward)> =
        state.more().rewards.with(|all| all.iter().map(|(id, one)| (id, one.clone())).collect());
    if all.is_empty() {
        return html! { <p class="lead">{words::none()}</p> };
    }
    let cards: Vec<View> = all.iter().map(|(id, one)| card(state, *id, one)).collect();
    html! { <ul class="stack" data-gap="3">{cards}</ul> }
}

fn card(state: AppState, id: Id<Reward>, one: &Reward) -> View {
    let done = state.acts(one);
    let (waiting, ahead) = (one.waiting(done), one.ahead(done));
    let standing = if waiting > 0 { words::waiting(waiting) } else { words::ahead(ahead, planning::act(one.act)) };
    let about = words::for_every(&number(usize::from(one.every)), planning::act(one.act));
    let taken = (!one.taken.is_empty()).then(|| words::taken(one.taken.len()));
    let title = one.title.to_string();
    let named = move || html! { <span class="visually-hidden">": "{title.clone()}</span> };
    let take = move || {
        let today = state.today.get_untracked();
        state.change_with_undo(state.more().rewards, id, move |one| one.taken_on(today, done), words::enjoy());
    };
    let count = move || {
        let change = |old: Option<Reward>| old.map(Reward::counted_by_hand);
        if state.keep(state.more().rewards.change(id, change)) {
            state.notices.say(words::counted());
        }
    };
    let remove = move || {
        state.remove_with_undo(state.more().rewards, id, words::removed());
    };
    let mut buttons = Vec::new();
    if waiting > 0 {
        buttons.push(button("primary", html! { {words::take()}{named()} }, take));
    }
    if one.act.is_by_hand() {
        buttons.push(button("secondary", html! { {words::count()}{named()} }, count));
    }
    buttons.push(button("quiet", html! { {common::remove()}{named()} }, remove));
    html! {
        <li class="card stack" data-gap="2">
            <h2>{one.title.to_string()}</h2>
            <p class="small soft">{about}" · "{words::since(&dates::near(one.since, state.today.get()))}</p>
            <p>{standing}{taken.map(|taken| html! { " "{taken} })}</p>
            {cluster(buttons)}
        </li>
    }
}

fn new(state: AppState) -> View {
    let title = Field::line("reward-title", words::what(), String::new());
    let every = Field::line("reward-every", words::every(), USUAL.to_owned()).kind("number").limit(3);
    let act = Signal::new(Act::Activity);
    let count = |text: &str| text.trim().parse().ok().filter(|every| Reward::EVERY.contains(every)).ok_or(());
    let save = move || {
        let (title_of, every_of) =
            (title.parse(Title::parse, errors::text), every.parse(count, |()| words::wrong_count().to_owned()));
        let (Some(of), Some(count)) = (title_of, every_of) else { return };
        let reward = Reward::new(of, act.get_untracked(), count, state.today.get_untracked());
        if state.keep(state.more().rewards.put(new_id(), Some(reward))) {
            title.value.set(String::new());
            state.notices.say(words::kept());
        }
    };
    let acts = Act::ALL.map(|one| (one, planning::act(one))).into();
    form(
        "stack",
        "3",
        save,
        html! {
            {title.view(|| ())}
            {question(words::for_what(), "", pick("reward-act", acts, move || act.get(), move |one| act.set(one)))}
            {every.view(|| ())}
            {cluster(vec![submit(common::save())])}
        },
    )
}

/// What was kept, what hobbies cost, and what is left of it.
fn kept(state: AppState) -> View {
    let Some(budget) = state.settings().budget else { return View::empty() };
    let kept = budget.kept(state.today.get());
    let spent = state.more().hobby_entries.with(hobby::spent_on_all);
    let left = Money::from(kept.hundredths().saturating_sub(spent.hundredths()));
    html! {
        <div class="card"><dl class="facts">
            <div><dt>{words::kept_money()}</dt><dd>{planning::money(kept)}</dd></div>
            <div><dt>{words::on_hobbies()}</dt><dd>{planning::money(spent)}</dd></div>
            <div><dt>{words::left()}</dt><dd>{planning::money(left)}</dd></div>
        </dl></div>
    }
}

fn budget(state: AppState) -> View {
    let known = state.settings_now().budget;
    let typed = known.map_or_else(String::new, |budget| planning::money(budget.each_week));
    let amount = Field::line("budget", words::each_week(), typed).limit(12);
    let put = move |budget: Option<Budget>, said: &'static str| {
        if state.change_settings(move |settings| Settings { budget, ..settings }) {
            state.notices.say(said);
        }
    };
    let save = move || {
        let Some(each_week) = amount.parse(Money::parse, |error| planning::money_error(error).to_owned()) else {
            return;
        };
        let today = state.today.get_untracked();
        let known = state.settings_now().budget;
        put(
            Some(known.map_or_else(|| Budget::new(each_week, today), |known| known.changed(each_week, today))),
            words::kept(),
        );
    };
    let remove = move || {
        amount.value.set(String::new());
        put(None, words::money_removed());
    };
    let removing = move || state.settings().budget.map(|_| button("quiet", words::remove_money(), remove));
    form(
        "stack",
        "3",
        save,
        html! {
            {amount.view(|| ())}
            <div class="cluster">{submit(common::save())}{removing}</div>
            <p class="small soft">{words::money_note()}</p>
        },
    )
}
