//! Saying a version aloud, in large letters, beside a clock that counts up and asks for nothing.

use domain::story::LENGTHS;
use markup::{Act, Signal, View, html};

use crate::{
    components::{
        choice::{question, segmented},
        page::{button, head},
    },
    state::stopwatch::Stopwatch,
    words::{experience, number, story as words},
};

/// The words of the story and the clock.
pub fn view(parts: View, on_close: Act<()>) -> View {
    let clock = Stopwatch::default();
    let aim = Signal::new(None::<u8>);
    let lengths = [(None, words::aim_none().to_owned())]
        .into_iter()
        .chain(LENGTHS.map(|minutes| (Some(minutes), words::aim_minutes(&number(usize::from(minutes))))))
        .collect();
    let compared = move || {
        aim.get().map(|minutes| {
            let minutes = usize::from(minutes);
            if clock.seconds() < minutes * 60 { words::of(&number(minutes)) } else { words::past(&number(minutes)) }
        })
    };
    let run = move || match (clock.is_running(), clock.seconds()) {
        (true, _) => words::pause(),
        (false, 0) => words::start(),
        (false, _) => words::go_on(),
    };
    let toggle = move || if clock.is_running() { clock.pause() } else { clock.start() };
    html! {
        {head(words::practice_title(), words::practice_sub(), ())}
        <div class="stack measure" data-gap="6">
            <section class="panel practice" aria-label=words::clock()>
                <p class="practice__time" role="timer" aria-label=words::clock()>{move || experience::clock(clock.seconds())}</p>
                <p class="practice__aim">{compared}</p>
                <div class="cluster" data-gap="2">
                    {button("primary", run, toggle)}
                    {button("secondary", words::again(), move || clock.again())}
                    {button("quiet", words::done(), move || on_close(()))}
                </div>
            </section>
            {question(words::aim(), "", segmented("aim", lengths, move || aim.get(), move |minutes| aim.set(minutes)))}
            <article class="story">{parts}</article>
            <p class="small soft">{words::practice_hard()}</p>
        </div>
    }
}
