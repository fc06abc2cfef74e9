//! Goals to begin with: choosing one fills the form, and nothing else.

use domain::goal::Template;
use markup::{Act, Signal, View, html};

use crate::{
    components::{
        icon::icon,
        page::{button, cluster},
    },
    words::{ideas, shared, starts, values},
};

/// The list, closed until it is wanted. `on_pick` hears what was chosen.
pub fn list(on_pick: &Act<Template>) -> View {
    let open = Signal::new(false);
    let items: Vec<View> = Template::ALL
        .map(|template| {
            let idea = starts::of(template);
            let on_pick = on_pick.clone();
            let pick = move || {
                open.set(false);
                on_pick(template);
            };
            html! {
                <li class="ideas__item">
                    {cluster(vec![button("secondary", idea.title, pick)])}
                    <p class="small soft" data-facts=template.facts().join(" ")>{values::cadence(template.cadence())}" · "{idea.basis}</p>
                    <p class="small soft">{shared::source(idea.source)}</p>
                </li>
            }
        })
        .into();
    html! {
        <details class="ideas card" prop:open=move || open.get()>
            <summary><span><b>{ideas::title()}</b><span class="small soft">{ideas::hint()}</span></span>{icon("down")}</summary>
            <ul class="ideas__list">{items}</ul>
        </details>
    }
}
