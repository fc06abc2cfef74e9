//! For now: three things that fit this minute, and why each is offered.

use domain::{
    activity::{Activity, ActivityNumber, Cost, Energy, Need},
    held_back,
    suggest::{self, Asked, Now, Spot, Suggestion, Why, With},
};
use leptos::prelude::untrack;
use markup::{Signal, View, follow, html};

use crate::{
    components::{
        callout::{Kind, callout},
        choice::{question, segmented},
        icon::badge,
        page::{button, cluster, head},
        pick::pick,
    },
    pages::plan::{
        discover::drawing,
        sheets::{self, Sheet},
    },
    route::Route,
    state::{
        AppState,
        activities::Measure,
        library::{self, File},
        use_app_state,
    },
    words::{discover, doing, for_now as words, nav, planning, problem, values},
};

/// What is asked, what is offered, and the catalogue it comes from.
#[derive(Clone, Copy)]
struct Offer {
    state: AppState,
    file: Signal<File<Vec<Activity>>>,
    now: Signal<Now>,
    found: Signal<Vec<Suggestion>>,
}

/// Three things for this minute.
pub fn page() -> View {
    let state = use_app_state();
    let usual =
        Now { minutes: 30, energy: Energy::Low, cost: Cost::None, company: With::Alone, place: None, need: None };
    let often = state.more().plans.with(|all| held_back::often(all.iter().map(|(_, plan)| plan), state.today.get()));
    let first = often.map_or(usual, |by| held_back::eased(usual, by));
    let offer =
        Offer { state, file: library::activities(state), now: Signal::new(first), found: Signal::new(Vec::new()) };
    let sheet = Signal::new(None);
    // Offers anew when the file has come and when an answer changes.
    follow(Box::new(move || {
        if offer.file.with(|file| file.here().is_some()) {
            offer.now.get();
            untrack(|| offer.renew());
        }
    }));
    html! {
        {head(words::title(), words::sub(), ())}
        <div class="split">
            <div class="stack" data-gap="6">
                <div class="stack" data-gap="3" aria-live="polite">{move || offer.view(sheet)}</div>
                {cluster(vec![button("secondary", words::others(), move || offer.renew())])}
                {callout(Kind::Care, "", html! { <p>{words::strong()}" "<a href=Route::Help.path()>{nav::help()}</a></p> })}
            </div>
            <aside class="stack" data-gap="5">{often.map(|by| html! { <p class="small soft">{doing::lately(planning::held_back(by))}" "{planning::eases(by)}</p> })}{offer.questions()}<p class="small soft">{words::how()}</p></aside>
        </div>
        {move || sheets::view(state, sheet)}
    }
}

impl Offer {
    /// Offers other things than lately, and remembers them.
    fn renew(self) {
        let found = self.file.with_untracked(|file| file.here().map(|all| self.suggest(all))).unwrap_or_default();
        let (today, numbers) =
            (self.state.today.get_untracked(), found.iter().map(|one| one.number).collect::<Vec<_>>());
        if !numbers.is_empty() {
            self.state.mark(|marked| marked.with_offer(today, numbers));
        }
        self.found.set(found);
    }

    fn suggest(self, all: &[Activity]) -> Vec<Suggestion> {
        untrack(|| {
            let (marked, helps, day) =
                (self.state.marked(), self.state.helps(all, Measure::Mood), self.state.today.get());
            let mut all = self.state.catalogue(all);
            all.retain(|one| !marked.unsuited.contains(&one.number));
            let asked = Asked {
                now: self.now.get(),
                barriers: &marked.barriers,
                favourites: &marked.favourites,
                lately: &marked.lately,
                helps: &helps,
                day,
                offered: marked.offers_on(day),
            };
            suggest::suggest(&all, &asked)
        })
    }

    fn view(self, sheet: Signal<Option<Sheet>>) -> View {
        self.file.with(|file| match file {
            File::Waiting => html! { <p class="soft">{discover::opening()}</p> },
            File::Missing => html! { <p class="lead">{problem::no_file()}</p> },
            File::Here(all) => {
                let (found, all) = (self.found.get(), &self.state.catalogue(all));
                if found.is_empty() {
                    return html! { <p class="lead">{words::nothing()}</p> };
                }
                let cards: Vec<View> = found
                    .iter()
                    .filter_map(|one| Some(self.card(entry(all, one.number)?, one.why, all, sheet)))
                    .collect();
                html! { <ul class="stack" data-gap="3">{cards}</ul> }
            }
        })
    }

    fn card(self, one: &Activity, why: Why, all: &[Activity], sheet: Signal<Option<Sheet>>) -> View {
        let plan = sheets::adds(self.state, one, sheet);
        html! {
            <li class="card activity">
                <div class="lead-in">{badge(drawing(&one.category), "")}<div><h2>{one.title.clone()}</h2><p class="small soft">{because(why, all)}" · "{values::minutes(one.minutes)}</p></div></div>
                {(!one.first_step.is_empty()).then(|| html! { <p><strong>{words::first_step()}": "</strong>{one.first_step.clone()}</p> })}
                {(!one.heads_up.is_empty()).then(|| html! { <p class="small faint">{one.heads_up.clone()}</p> })}
                <div class="activity__foot">{button("secondary", html! { {words::do_it()}<span class="visually-hidden">": "{one.title.clone()}</span> }, plan)}</div>
            </li>
        }
    }

    fn questions(self) -> View {
        let now = self.now;
        let of = move |read: fn(Now) -> u16| now.with(|now| read(*now));
        let minutes = [(10, words::ten()), (30, words::half()), (60, words::hour()), (480, words::long())];
        let energy = [(Energy::Low, words::low()), (Energy::Medium, words::some()), (Energy::High, words::much())];
        let cost = [(Cost::None, words::none()), (Cost::Low, words::little()), (Cost::Medium, words::enough())];
        let company = [(With::Alone, words::alone()), (With::With, words::with())];
        let place = [
            (None, words::anywhere()),
            (Some(Spot::Indoors), words::inside()),
            (Some(Spot::Outdoors), words::outside()),
        ];
        let mut needs = vec![(None, words::anything())];
        needs.extend(Need::ALL.map(|need| (Some(need), values::good_for(need))));
        let change = move |change: &dyn Fn(&mut Now)| now.update(|now| change(now));
        html! {
            {question(words::minutes(), "", segmented("minutes", own(minutes), move || of(|now| now.minutes), move |minutes| change(&|now| now.minutes = minutes)))}
            {question(words::energy(), "", segmented("energy", own(energy), move || now.with(|now| now.energy), move |energy| change(&|now| now.energy = energy)))}
            {question(words::money(), "", segmented("money", own(cost), move || now.with(|now| now.cost), move |cost| change(&|now| now.cost = cost)))}
            {question(words::company(), "", segmented("company", own(company), move || now.with(|now| now.company), move |company| change(&|now| now.company = company)))}
            {question(words::place(), "", segmented("place", own(place), move || now.with(|now| now.place), move |place| change(&|now| now.place = place)))}
            {question(words::need(), "", pick("need", needs, move || now.with(|now| now.need), move |need| change(&|now| now.need = need)))}
        }
    }
}

fn own<T, const N: usize>(options: [(T, &'static str); N]) -> Vec<(T, String)> {
    options.into_iter().map(|(value, word)| (value, word.to_owned())).collect()
}

fn entry(all: &[Activity], number: ActivityNumber) -> Option<&Activity> {
    all.iter().find(|one| one.number == number)
}

/// Why it is offered, in one sentence.
fn because(why: Why, all: &[Activity]) -> String {
    match why {
        Why::HelpedBefore { tries } => words::helped(crate::words::whole(tries)),
        Why::Favourite => words::favourite().to_owned(),
        Why::LikeWhatHelped(number) => words::like(entry(all, number).map_or("", |one| &one.title)),
        Why::FitsNeed(need) => words::fits_need(values::good_for(need)),
        Why::TinyStep => words::tiny().to_owned(),
        Why::NewForYou => words::new().to_owned(),
        Why::FitsNow => words::fits().to_owned(),
    }
}
