//! A lesson read aloud by a voice in the device, where there is one in the language of the app.

use domain::lesson::{Block, Kind};
use markup::{View, html};

use crate::{
    components::{
        icon::icon,
        page::{button, cluster},
    },
    state::{
        AppState,
        aloud::{Aloud, Voice},
    },
    words::remember as words,
};

/// The buttons; nothing where there is no voice.
pub(super) fn view(state: AppState, blocks: &[Block]) -> View {
    let aloud = Aloud::of_page(state);
    let text = text_of(blocks);
    let shown = move || {
        let stop = || button("quiet", words::stop(), move || aloud.stop());
        let text = text.clone();
        match aloud.voice() {
            Voice::None => View::empty(),
            Voice::Silent => {
                cluster(vec![button("secondary", html! { {icon("music")}{words::listen()} }, move || {
                    aloud.read(&text);
                })])
            }
            Voice::Reads => {
                with_note(cluster(vec![button("secondary", words::pause(), move || aloud.pause()), stop()]))
            }
            Voice::Paused => {
                with_note(cluster(vec![button("secondary", words::go_on(), move || aloud.go_on()), stop()]))
            }
        }
    };
    html! { {shown} }
}

/// That others may hear it.
fn with_note(acts: View) -> View {
    html! { {acts}<p class="lesson__aloud small soft">{words::aloud_note()}</p> }
}

/// What is read: title and text, without questions and sources. A line for each block.
fn text_of(blocks: &[Block]) -> String {
    let is_read = |kind| {
        matches!(
            kind,
            Kind::Title | Kind::Heading | Kind::Paragraph | Kind::Bullet | Kind::Step | Kind::HeadsUp | Kind::Care
        )
    };
    let lines: Vec<String> =
        blocks.iter().filter(|block| is_read(block.kind)).map(|block| block.text.replace("**", "")).collect();
    lines.join("\n")
}
