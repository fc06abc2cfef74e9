//! An activity of one's own, with the same fields as those of the catalogue.

use domain::{
    activity::{Company, Cost, Energy, Need, Place},
    id::Id,
    own_activity::OwnActivity,
    text::Title,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{check_rows, question},
        field::Field,
        page::{button, submit},
        pick::pick,
    },
    pages::plan::sheets::Sheet,
    state::{AppState, new_id},
    words::{common, discover, errors, for_now, own as words, values},
};

/// The form of one activity; empty for a new one.
pub fn view(state: AppState, open: Signal<Option<Sheet>>, id: Option<Id<OwnActivity>>) -> View {
    let known = id.and_then(|id| state.more().own_activities.get_untracked(id));
    let text = |read: fn(&OwnActivity) -> Option<&Title>| {
        known.as_ref().and_then(read).map_or_else(String::new, |text| (**text).to_owned())
    };
    let title = Field::line("own-title", words::what(), text(|own| Some(&own.title)));
    let step =
        Field::line("own-step", words::first_step(), text(|own| own.first_step.as_ref())).hint(common::optional());
    let heads_up =
        Field::line("own-heads-up", words::heads_up(), text(|own| own.heads_up.as_ref())).hint(common::optional());
    let usual = known.clone().unwrap_or_else(|| OwnActivity::new(Title::kept("…")));
    let (cost, energy) = (Signal::new(usual.cost), Signal::new(usual.energy));
    let (company, place) = (Signal::new(usual.company), Signal::new(usual.place));
    let (minutes, needs) = (Signal::new(usual.minutes), Signal::new(usual.needs.clone()));
    let category = usual.category;
    let save = move || {
        let (title, first_step, heads_up) = (
            title.parse(Title::parse, errors::text),
            step.parse(Title::parse_optional, errors::text),
            heads_up.parse(Title::parse_optional, errors::text),
        );
        let (Some(title), Some(first_step), Some(heads_up)) = (title, first_step, heads_up) else { return };
        let own = OwnActivity {
            title,
            category: category.clone(),
            cost: cost.get_untracked(),
            company: company.get_untracked(),
            place: place.get_untracked(),
            minutes: minutes.get_untracked(),
            energy: energy.get_untracked(),
            needs: needs.get_untracked(),
            first_step,
            heads_up,
        };
        if state.keep(state.more().own_activities.put(id.unwrap_or_else(new_id), Some(own))) {
            open.set(None);
            state.notices.say(words::saved());
        }
    };
    let remove = move || {
        let Some(id) = id else { return };
        if state.remove_with_undo(state.more().own_activities, id, words::removed()) {
            open.set(None);
        }
    };
    let times = [(10, for_now::ten()), (30, for_now::half()), (60, for_now::hour()), (120, for_now::long())];
    let costs = [(Cost::None, for_now::none()), (Cost::Low, for_now::little()), (Cost::Medium, for_now::enough())];
    let energies = [(Energy::Low, for_now::low()), (Energy::Medium, for_now::some()), (Energy::High, for_now::much())];
    let companies = [
        (Company::Solo, discover::alone()),
        (Company::Social, discover::together()),
        (Company::Either, words::either()),
    ];
    let places = [
        (Place::Indoor, discover::indoors()),
        (Place::Outdoor, discover::outdoors()),
        (Place::Either, words::either()),
    ];
    html! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); save(); }>
            {title.view(|| ())}
            {step.view(|| ())}
            {question(words::minutes(), "", pick("own-minutes", times.into(), move || nearest(minutes.get()), move |one| minutes.set(one)))}
            {question(words::cost(), "", pick("own-cost", costs.into(), move || cost.get(), move |one| cost.set(one)))}
            {question(words::energy(), "", pick("own-energy", energies.into(), move || energy.get(), move |one| energy.set(one)))}
            {question(words::company(), "", pick("own-company", companies.into(), move || company.get(), move |one| company.set(one)))}
            {question(words::place(), "", pick("own-place", places.into(), move || place.get(), move |one| place.set(one)))}
            {question(discover::for_what(), common::optional(), html! { <div>{check_rows(&Need::ALL, values::good_for, needs)}</div> })}
            {heads_up.view(|| ())}
            <div class="sheet__actions">
                {id.map(|_| button("quiet", common::remove(), remove))}
                {button("secondary", common::cancel(), move || open.set(None))}
                {submit(common::save())}
            </div>
        </form>
    }
}

/// Which of the offered lengths a length is nearest to.
fn nearest(minutes: u16) -> u16 {
    match minutes {
        ..=20 => 10,
        21..=45 => 30,
        46..=90 => 60,
        _ => 120,
    }
}
