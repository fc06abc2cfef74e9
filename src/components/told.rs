//! What many people report, with where it comes from and a way to another.

use markup::{Act, View, html};

use crate::{components::page::button, words::shared};

/// One sentence of what many people report.
pub struct Told {
    /// The sentence.
    pub sentence: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// The numbers of its facts.
    pub facts: String,
    /// Whether use is near, so that the danger after a break is said too.
    pub near_use: bool,
}

impl Told {
    /// The sentence with its source. `on_another` asks for the next; `beside` stands next to that button.
    pub fn view(self, on_another: Act<()>, beside: View) -> View {
        let Self { sentence, source, facts, near_use } = self;
        html! {
            <div class="told">
                <p class="told__sentence" data-facts=facts>{sentence}</p>
                {near_use.then(|| html! { <p class="told__care">{shared::near_use()}</p> })}
                <p class="small soft">{shared::source(source)}</p>
                <div class="cluster" data-gap="2">{button("quiet", shared::another(), move || on_another(()))}{beside}</div>
            </div>
        }
    }
}
