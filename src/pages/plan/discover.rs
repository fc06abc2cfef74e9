//! Discover: ideas for what to do, with filters that combine.

use domain::{
    activity::{self, Activity, ActivityNumber, Barrier, Company, Energy, Filter},
    search,
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{check_row, chip, chips, question},
        field::Field,
        fold::fold,
        icon::{badge, icon},
        page::{button, cluster, head},
    },
    pages::plan::sheets::{self, Idea, Sheet},
    state::{
        AppState,
        activities::Marked,
        library::{self, File},
        use_app_state,
    },
    words::{discover, nav, number, own, problem, values},
};

/// How many cards are shown first, and how many more each time.
const STEP: usize = 24;

/// What is looked for.
#[derive(Clone, Copy)]
struct Search {
    state: AppState,
    query: Field,
    filters: Signal<Vec<Filter>>,
    like: Signal<Option<ActivityNumber>>,
    /// Whether what does not suit is shown all the same, to be brought back.
    shows_all: Signal<bool>,
    most: Signal<usize>,
    sheet: Signal<Option<Sheet>>,
}

/// The catalogue of activities.
pub fn page() -> View {
    let state = use_app_state();
    let file = library::activities(state);
    let search = Search {
        state,
        query: Field::line("find", discover::search(), String::new()).kind("search"),
        filters: Signal::new(Vec::new()),
        like: Signal::new(None),
        shows_all: Signal::new(false),
        most: Signal::new(STEP),
        sheet: Signal::new(None),
    };
    let (limits, needs): (Vec<Filter>, Vec<Filter>) =
        Filter::ALL.into_iter().partition(|filter| !matches!(filter, Filter::Need(_)));
    let found = move || {
        file.with(|file| match file {
            File::Waiting => html! { <p class="soft">{discover::opening()}</p> },
            File::Missing => html! { <p class="lead">{problem::no_file()}</p> },
            File::Here(all) => search.cards(&state.catalogue(all)),
        })
    };
    html! {
        {head(nav::discover(), discover::sub(), button("secondary", html! { {icon("plus")}{own::add()} }, move || search.sheet.set(Some(Sheet::Own(None)))))}
        <div class="stack" data-gap="6">
            {search.query.view(move || search.most.set(STEP))}
            <fieldset class="question"><legend class="visually-hidden">{discover::filters()}</legend>{chips(search.chips(limits))}</fieldset>
            {question(discover::for_what(), "", chips(search.chips(needs)))}
            {fold(discover::hide(), || false, html! { <div class="stack" data-gap="3">{chips(barriers(state))}<p class="small soft">{own::unsuited_note()}</p>{check_row(own::show_hidden(), move || search.shows_all.get(), move |shown| search.shows_all.set(shown))}</div> })}
            {found}
        </div>
        {move || sheets::view(state, search.sheet)}
    }
}

/// What keeps the person from some activities; it is kept, and holds for suggestions too.
fn barriers(state: AppState) -> Vec<View> {
    let one = |barrier: Barrier| {
        let chosen = move || state.marked().barriers.contains(&barrier);
        chip(values::barrier(barrier), chosen, move |present| {
            state.mark(|mut marked| {
                marked.barriers.retain(|other| *other != barrier);
                if present {
                    marked.barriers.push(barrier);
                }
                marked
            });
        })
    };
    Barrier::ALL.map(one).into()
}

impl Search {
    fn chips(self, filters: Vec<Filter>) -> Vec<View> {
        let one = |filter: Filter| {
            let chosen = move || self.filters.with(|chosen| chosen.contains(&filter));
            chip(values::filter(filter), chosen, move |present| {
                self.most.set(STEP);
                self.filters.update(|filters| {
                    filters.retain(|other| *other != filter);
                    if present {
                        filters.push(filter);
                    }
                });
            })
        };
        filters.into_iter().map(one).collect()
    }

    fn cards(self, all: &[Activity]) -> View {
        let marked = self.state.marked();
        let query = self.query.value.get();
        let like = self.like.get().and_then(|number| all.iter().find(|one| one.number == number));
        let listed = match like {
            Some(one) => activity::more_like(all, one.number),
            None => activity::find(all, &self.filters.get(), &query),
        };
        let suits = |one: &Activity| one.suits(&marked.barriers) && !marked.unsuited.contains(&one.number);
        let shows_all = self.shows_all.get();
        let mut found: Vec<&Activity> = listed.iter().copied().filter(|one| shows_all || suits(one)).collect();
        let hidden = listed.len() - found.len();
        // Favourites first, the rest as it was.
        found.sort_by_key(|one| !marked.favourites.contains(&one.number));
        let nothing = found.is_empty().then(|| self.nothing(&query));
        let most = self.most.get();
        let cards: Vec<View> = found.iter().take(most).map(|one| self.card(one, &marked)).collect();
        let more = (found.len() > most)
            .then(|| cluster(vec![button("secondary", discover::more(), move || self.most.set(most + STEP))]));
        let like = like.map(|one| {
            html! { <p>{discover::like_of(&one.title)}" "{button("quiet", discover::all_again(), move || self.like.set(None))}</p> }
        });
        html! {
            {like}
            <p class="small soft" role="status">{discover::fit(&number(found.len()), &number(all.len()))}{(hidden > 0).then(|| html! { " "{discover::hidden(hidden)} })}</p>
            {nothing}
            <ul class="grid">{cards}</ul>
            {more}
        }
    }

    fn nothing(self, query: &str) -> View {
        let typed = query.trim().to_owned();
        let offer = (!search::words(query).is_empty()).then(|| {
            button("secondary", html! { {icon("plus")}{discover::plan_own()} }, move || {
                let idea = Idea { title: typed.clone(), ..Idea::default() };
                self.sheet.set(Some(Sheet::Add(idea, self.state.today.get_untracked())));
            })
        });
        html! { <p class="lead">{discover::nothing()}</p>{offer} }
    }

    fn card(self, one: &Activity, marked: &Marked) -> View {
        let is_favourite = marked.favourites.contains(&one.number);
        let is_unsuited = marked.unsuited.contains(&one.number);
        let mut facts = vec![values::minutes(one.minutes)];
        facts.extend(one.is_free().then(|| discover::free().to_owned()));
        facts.extend((one.energy == Energy::Low).then(|| discover::low_energy().to_owned()));
        let mine = self.state.own_of(one.number);
        facts.extend(mine.map(|_| own::mine().to_owned()));
        facts.extend((one.company == Company::Social).then(|| discover::together().to_owned()));
        let (number, plan) = (one.number, sheets::adds(self.state, one, self.sheet));
        let mark = move |_| {
            self.state.mark(|mut marked| {
                if !marked.favourites.remove(&number) {
                    marked.favourites.insert(number);
                }
                marked
            });
        };
        let suit = move || {
            self.state.mark(|mut marked| {
                if !marked.unsuited.remove(&number) {
                    marked.unsuited.insert(number);
                }
                marked
            });
            if !is_unsuited {
                let state = self.state;
                state.notices.say_with_undo(own::hidden_now(), move || {
                    state.mark(|mut marked| {
                        marked.unsuited.remove(&number);
                        marked
                    });
                });
            }
        };
        let like = move || {
            self.like.set(Some(number));
            self.most.set(STEP);
        };
        let named = || html! { <span class="visually-hidden">": "{one.title.clone()}</span> };
        html! {
            <li class="card activity">
                <div class="lead-in">{badge(drawing(&one.category), "")}<h2>{one.title.clone()}</h2></div>
                {(!one.first_step.is_empty()).then(|| html! { <p>{one.first_step.clone()}</p> })}
                <p class="small soft">{facts.join(" · ")}</p>
                {(!one.heads_up.is_empty()).then(|| html! { <p class="small faint">{one.heads_up.clone()}</p> })}
                <div class="activity__foot">
                    {button("secondary", html! { {icon("plus")}{discover::plan_it()}{named()} }, plan)}
                    {button("quiet", html! { {discover::like_this()}{named()} }, like)}
                    {button("quiet", html! { {if is_unsuited { own::suits_again() } else { own::unsuited() }}{named()} }, suit)}
                    {mine.map(|id| button("quiet", html! { {own::change()}{named()} }, move || self.sheet.set(Some(Sheet::Own(Some(id))))))}
                    <button class="icon-button" type="button" aria-pressed=if is_favourite { "true" } else { "false" } aria-label=format!("{}: {}", discover::favourite(), one.title) on:click=mark>{icon("heart")}</button>
                </div>
            </li>
        }
    }
}

/// The drawing of a category.
pub fn drawing(category: &str) -> &'static str {
    match category {
        "movement" => "walk",
        "music_sound" => "music",
        "making" | "digital_making" => "brush",
        "food" => "cup",
        "nature" | "animals" => "sprout",
        "connection" | "giving_service" | "recovery_community" => "support",
        "learning" | "writing_reflection" | "work_growth" => "learn",
        "rest_care" | "mindful_calm" | "spiritual_meaning" => "moon",
        _ => "leaf",
    }
}
