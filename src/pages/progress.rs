//! Progress: what the record of some days shows. A look back, never a score.

mod figures;
pub mod report;

use markup::{Signal, View, html, memo};

use crate::{
    components::{
        choice::segmented,
        icon::badge,
        page::{card_list, head, row_link, section},
    },
    pages::progress::figures::Figures,
    route::Route,
    state::use_app_state,
    words::{nav, progress},
};

/// What the record shows.
pub fn page() -> View {
    let state = use_app_state();
    let span = Signal::new(30_u16);
    let spans = [(7, progress::week()), (30, progress::thirty_days()), (90, progress::ninety_days())];
    let figures = memo(move || {
        let today = state.today.get();
        Figures::read(state, today.plus(1 - i32::from(span.get())), today)
    });
    html! {
        {head(nav::progress(), progress::sub(), ())}
        <div class="stack" data-gap="section">
            <fieldset class="goals-filter"><legend class="visually-hidden">{progress::span()}</legend>
                {segmented("span", spans.map(|(days, word)| (days, word.to_owned())).to_vec(), move || span.get(), move |days| span.set(days))}
            </fieldset>
            {move || figures.with(Figures::stats)}
            <div class="split">
                <div class="stack" data-gap="section">
                    {move || figures.with(Figures::chart)}
                    {move || figures.with(Figures::helped)}
                </div>
                <div class="stack" data-gap="section">
                    {move || figures::month(state)}
                    {section(progress::reports(), (), card_list(vec![row_link(Route::Report.path(), badge("print", ""), progress::for_me(), progress::for_me_note())]))}
                    <p class="small soft">{progress::you_see_first()}</p>
                </div>
            </div>
        </div>
    }
}
