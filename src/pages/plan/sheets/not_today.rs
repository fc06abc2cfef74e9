//! Not today: without blame, to another day or to none, and what got in the way.

use domain::{
    id::Id,
    plan::{HeldBack, Plan, State},
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::question,
        page::{button, cluster},
        pick::pick,
    },
    pages::plan::sheets::{Sheet, move_for},
    state::AppState,
    words::{common, doing, plan as words, planning},
};

/// Asks what was in the way, and where the plan goes.
pub fn view(state: AppState, open: Signal<Option<Sheet>>, id: Id<Plan>, plan: &Plan) -> View {
    let (on, at) = (plan.on, plan.at);
    let held_back = Signal::new(None::<HeldBack>);
    let mut options: Vec<_> = HeldBack::ALL.map(|one| (Some(one), planning::held_back(one))).into();
    options.push((None, common::skip()));
    let tomorrow = move || {
        let day = on.max(state.today.get_untracked()).plus(1);
        if move_for(state, id, day, at, held_back.get_untracked()) {
            open.set(None);
        }
    };
    let note = move || {
        let held_back = held_back.get_untracked();
        state.keep(state.more().plans.change(id, move |old| old.map(|plan| Plan { held_back, ..plan })))
    };
    let another = move || {
        if note() {
            open.set(Some(Sheet::Move(id)));
        }
    };
    let let_go = move || {
        let held_back = held_back.get_untracked();
        let change = move |plan: Plan| Plan { held_back, state: State::LetGo, ..plan };
        if state.change_with_undo(state.more().plans, id, change, words::was_let_go()) {
            open.set(None);
        }
    };
    html! {
        <div class="stack">
            <p class="lead"><b>{plan.title.to_string()}</b></p>
            {question(doing::in_the_way(), common::optional(), pick("held-back", options, move || held_back.get(), move |one| held_back.set(one)))}
            {move || held_back.get().map(|one| html! { <p class="small soft" role="status">{planning::eases(one)}</p> })}
            {cluster(vec![
                button("primary", doing::tomorrow(), tomorrow),
                button("secondary", doing::another_day(), another),
                button("quiet", doing::let_go(), let_go),
            ])}
            <p class="small soft">{words::no_blame()}</p>
        </div>
    }
}
