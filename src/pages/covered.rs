//! What stands in the place of every page while the curtain is drawn: a number, and a way out for who forgot it.

use markup::{Signal, View, html};

use crate::{
    components::{
        field::Field,
        page::{button, cluster, form, submit},
    },
    state::{AppState, curtain},
    words::covered as words,
};

/// The curtain. What was shown lies behind it as it was left.
pub fn page(state: AppState) -> View {
    let field = Field::line("curtain-number", words::number(), String::new()).limit(12).kind("password");
    let going = Signal::new(curtain::is_going());
    let aside = move || {
        if !state.draw_aside(field.value.get_untracked().trim()) {
            field.error.set(Some(words::wrong().to_owned()));
        }
    };
    let forgot = move || {
        if curtain::forget_number() {
            going.set(true);
        }
    };
    html! {
        <main class="page covered" tabindex="-1">
            <div class="stack measure">
                <h1>{words::covered()}</h1>
                {form("stack", "", aside, html! {
                    {field.view(|| {})}
                    {submit(words::show())}
                })}
                {move || if going.get() {
                    html! { <p class="small" role="status">{words::going()}</p> }
                } else {
                    cluster(vec![button("quiet", words::forgot(), forgot)])
                }}
            </div>
        </main>
    }
}
