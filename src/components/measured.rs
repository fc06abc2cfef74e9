//! What was measured of one thing: how it changed, how sure that is, and how often it was tried.

use markup::{IntoView, View, html};

use crate::words::helps;

/// A row of a list of facts. Without `said` it is too early to tell.
pub fn measured(name: impl IntoView, said: Option<String>, may_be_chance: bool, times: String) -> View {
    let says = match said {
        None => html! { <span class="soft">{helps::too_early()}</span>" · " },
        Some(said) => {
            let chance = may_be_chance.then(|| html! { <span class="soft">{helps::maybe()}</span>" · " });
            html! { {said}" · "{chance} }
        }
    };
    html! { <div><dt>{name.into_view()}</dt><dd>{says}<span class="small soft">{times}</span></dd></div> }
}
