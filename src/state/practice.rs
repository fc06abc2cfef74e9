//! Tools as they are used: what is under way, what is kept of it, and how a tool guides.

use domain::{
    check_in::Craving,
    draft::{self, CRAVING, GUIDANCE},
    id::Id,
    practice::{Practice, Run, Stage, Tool},
};
use leptos::prelude::{on_cleanup, untrack};
use markup::Signal;

use super::{AppState, minute_now, new_id};
use crate::{
    platform::{page, speech, vibrate},
    route::Route,
    words::tools as words,
};

/// A way in which a tool guides besides words on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A voice of this device says each step.
    Aloud,
    /// The device vibrates when something changes.
    Vibrates,
    /// The page is dark.
    Dim,
    /// Steps with a count go on when it ends.
    MovesOn,
}

/// The ways that are on. All of them are off until they are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Guidance([bool; 4]);

impl Guidance {
    /// Whether a way is on.
    pub fn has(self, way: Way) -> bool {
        self.0.get(way as usize).is_some_and(|on| *on)
    }

    fn with(mut self, way: Way, on: bool) -> Self {
        if let Some(place) = self.0.get_mut(way as usize) {
            *place = on;
        }
        self
    }

    fn fields(self) -> [String; 4] {
        self.0.map(|on| if on { "on".to_owned() } else { String::new() })
    }

    fn read(fields: &[String]) -> Self {
        Self(std::array::from_fn(|place| fields.get(place).is_some_and(|field| field == "on")))
    }
}

/// Whether this browser can make the device vibrate.
pub fn can_vibrate() -> bool {
    vibrate::can_vibrate()
}

/// Whether the page is in the background.
pub fn is_hidden() -> bool {
    page::is_hidden()
}

/// Makes so many pulses that a hand can feel.
pub fn pulse(times: usize) {
    vibrate::pulse(times);
}

/// Says no more and rests.
pub fn hush() {
    speech::stop();
    vibrate::stop();
}

/// Falls silent when the part of the page that calls this is left.
pub fn hush_when_left() {
    on_cleanup(hush);
}

impl AppState {
    /// How tools guide; tracked.
    pub fn guidance(self) -> Guidance {
        self.more().drafts.get(GUIDANCE).map_or_else(Guidance::default, |draft| Guidance::read(&draft.fields))
    }

    /// Turns a way on or off.
    pub fn set_guidance(self, way: Way, on: bool) {
        let known = self.more().drafts.get_untracked(GUIDANCE);
        let guidance = known.map_or_else(Guidance::default, |draft| Guidance::read(&draft.fields));
        self.keep_draft(GUIDANCE, &guidance.with(way, on).fields());
    }

    /// Whether this device has a voice of its own for the language in use. It may turn out a moment later.
    pub fn can_speak(self) -> Signal<bool> {
        let language = self.language.get_untracked();
        let can = Signal::new(speech::can_speak(language));
        speech::on_voices(move || can.try_set(speech::can_speak(language)));
        can
    }

    /// Says `text` with a voice of this device.
    pub fn speak(self, text: &str) {
        speech::speak(text, self.language.get_untracked());
    }

    /// The same, unless something is being said.
    pub fn speak_if_silent(self, text: &str) {
        if !speech::is_speaking() {
            self.speak(text);
        }
    }

    /// The use of a tool that is under way; not tracked.
    pub fn run_of(self, tool: Tool) -> Option<Run> {
        self.more().drafts.get_untracked(draft::tool(tool)).and_then(|draft| Run::read(&draft.fields))
    }

    /// A use of a tool that begins now.
    pub fn new_run(self) -> Run {
        Run::new(self.today.get_untracked(), minute_now())
    }

    /// Keeps how far a use is, so that a closed tab loses nothing.
    pub fn keep_run(self, tool: Tool, run: &Run) {
        self.keep_draft(draft::tool(tool), &run.fields());
    }

    /// Forgets a use that is under way, and offers it back.
    pub fn drop_run(self, tool: Tool) {
        let Some(run) = self.run_of(tool) else { return };
        self.keep_draft(draft::tool(tool), &[]);
        self.notices.say_with_undo(words::dropped(), move || self.back_to_run(tool, &run));
    }

    /// Goes back to a use as it was, also where another one of the tool is shown.
    fn back_to_run(self, tool: Tool, run: &Run) {
        self.keep_run(tool, run);
        self.open_page(Route::Tools);
        self.open_page(Route::Tool(tool));
    }

    /// Keeps a use as it is, and says whether it is kept.
    pub fn keep_practice(self, practice: Practice) -> bool {
        let (id, tool) = (new_id(), practice.tool);
        let run = self.run_of(tool);
        if !self.keep(self.more().practices.put(id, Some(practice))) {
            return false;
        }
        self.keep_draft(draft::tool(tool), &[]);
        self.keep_draft(CRAVING, &[]);
        self.notices.say_with_undo(words::kept(), move || {
            if self.keep(self.more().practices.put(id, None))
                && let Some(run) = &run
            {
                self.back_to_run(tool, run);
            }
        });
        true
    }

    /// Removes a use, and offers it back.
    pub fn remove_practice(self, id: Id<Practice>) {
        self.remove_with_undo(self.more().practices, id, words::removed());
    }

    /// How strong a craving was said to be just now, before a tool was chosen; tracked.
    pub fn craving_said(self) -> Option<Craving> {
        let said = Run::read(&self.more().drafts.get(CRAVING)?.fields)?;
        said.before.filter(|_| said.is_fresh(self.today.get_untracked(), minute_now()))
    }

    /// Notes how strong a craving is.
    pub fn say_craving(self, craving: Option<Craving>) {
        let fields = craving.map(|craving| Run { before: Some(craving), ..self.new_run() }.fields());
        self.keep_draft(CRAVING, &fields.unwrap_or_default());
    }

    /// Takes what was said of a craving over to the tool that was chosen for it, unless it is in the middle of something.
    pub fn choose_for_craving(self, tool: Tool) {
        let (now, known) = (self.new_run(), self.run_of(tool));
        let waits = known.filter(|run| run.is_fresh(now.on, now.at) || run.says_something());
        if let Some(before) = untrack(|| self.craving_said()) {
            match waits {
                None => self.keep_run(tool, &Run { before: Some(before), ..now }),
                Some(run) if run.stage == Stage::Before && run.is_fresh(now.on, now.at) => {
                    self.keep_run(tool, &Run { before: Some(before), ..run });
                }
                Some(_) => {}
            }
        }
    }
}
