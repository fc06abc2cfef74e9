//! One tool: what to read first, its steps, and how it is afterwards. What is said survives a reload.

use std::rc::Rc;

use domain::{
    practice::{Run, Stage, Tool},
    tool::{Guide, Step},
};
use leptos::prelude::untrack;
use markup::{Signal, View, html, memo};

use super::{after, before, steps};
use crate::{
    components::page::{button_link, cluster, head},
    route::Route,
    state::{
        AppState,
        library::{self, File},
        practice::{hush, hush_when_left},
        use_app_state,
    },
    words::{learn, nav, problem, tools as words},
};

/// The page of a tool.
pub fn page(tool: Tool) -> View {
    let state = use_app_state();
    hush_when_left();
    let file = library::tools(state);
    let shown = move || {
        file.with(|file| {
            let guide = file.here().and_then(|all| all.iter().find(|guide| guide.tool == tool));
            untrack(|| match (file, guide) {
                (File::Waiting, _) => html! { {head(nav::tools(), learn::opening(), ())} },
                (_, Some(guide)) => Use::open(state, guide.clone()).view(),
                (_, None) => {
                    let back = button_link("primary", Route::Tools.path(), "wave", words::all());
                    html! { {head(nav::tools(), "", ())}<p class="lead">{problem::no_file()}</p>{cluster(vec![back])} }
                }
            })
        })
    };
    html! { {shown} }
}

/// What a person sees of a tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    Before,
    Steps,
    After,
}

/// A tool being used.
#[derive(Clone, Copy)]
pub struct Use {
    /// The state of the app.
    pub state: AppState,
    /// Which tool.
    pub tool: Tool,
    /// Where a use that was left stands, until it is gone on with or begun anew.
    pub left: Signal<Option<Stage>>,
    guide: Signal<Rc<Guide>>,
    run: Signal<Run>,
}

impl Use {
    fn open(state: AppState, guide: Guide) -> Self {
        let now = state.new_run();
        let known = state.run_of(guide.tool);
        let known = known.filter(|run| run.is_fresh(now.on, now.at) || run.says_something());
        let fresh = known.as_ref().is_none_or(|run| run.is_fresh(now.on, now.at));
        let mut run = known.unwrap_or(now);
        let mut left = None;
        // Whoever comes back may have become drowsy: what slows the breath is asked about again (6.19).
        let asks = guide.slows_breath() && matches!(run.stage, Stage::At(_));
        if asks || !fresh {
            left = Some(run.stage);
            run.stage = Stage::Before;
        }
        Self {
            state,
            tool: guide.tool,
            left: Signal::new(left),
            guide: Signal::new(Rc::new(guide)),
            run: Signal::new(run),
        }
    }

    fn view(self) -> View {
        let face = memo(move || match self.stage() {
            Stage::Before => Face::Before,
            Stage::At(_) => Face::Steps,
            Stage::Ended | Stage::Stopped(_) => Face::After,
        });
        let shown = move || {
            let face = face.get();
            untrack(|| match face {
                Face::Before => before::view(self),
                Face::Steps => steps::view(self),
                Face::After => after::view(self),
            })
        };
        html! { {shown} }
    }

    /// How the tool goes.
    pub fn guide(self) -> Rc<Guide> {
        self.guide.get_untracked()
    }

    /// What was said so far; tracked.
    pub fn run(self) -> Run {
        self.run.get()
    }

    /// How far it is; tracked.
    pub fn stage(self) -> Stage {
        self.run.with(|run| run.stage)
    }

    /// The step it is at; tracked.
    pub fn at(self) -> Option<usize> {
        match self.stage() {
            Stage::At(step) => Some(step.min(self.count().saturating_sub(1))),
            _ => None,
        }
    }

    /// How many steps there are.
    pub fn count(self) -> usize {
        self.guide.with_untracked(|guide| guide.steps.len())
    }

    /// A step.
    pub fn step(self, place: usize) -> Option<Step> {
        self.guide.with_untracked(|guide| guide.steps.get(place).cloned())
    }

    /// Changes what was said, and keeps it at once.
    pub fn change(self, change: impl FnOnce(&mut Run)) {
        self.run.update(change);
        self.run.with_untracked(|run| {
            // What stands still where it was left is kept as it was left.
            let stage = self.left.get_untracked().filter(|_| run.stage == Stage::Before).unwrap_or(run.stage);
            self.state.keep_run(self.tool, &Run { stage, ..run.clone() });
        });
    }

    /// Goes to a stage. Between before, steps and after the focus moves to the heading.
    pub fn go(self, stage: Stage) {
        let inside = |stage| matches!(stage, Stage::At(_));
        let moves = !(inside(stage) && inside(untrack(|| self.stage())));
        hush();
        self.change(|run| run.stage = stage);
        if moves {
            self.state.refocus();
        }
    }

    /// Begins, or goes on where it was left.
    pub fn start(self) {
        let stage = self.left.get_untracked().filter(|left| *left != Stage::Before).unwrap_or(Stage::At(0));
        self.left.set(None);
        self.go(stage);
    }

    /// Begins anew; what was said before is kept as a use of its own.
    pub fn start_anew(self) {
        let old = self.run.get_untracked();
        if old.says_something() && !self.keep(&old) {
            return;
        }
        let before = untrack(|| self.state.craving_said());
        self.left.set(None);
        self.change(|run| *run = Run { before, ..self.state.new_run() });
    }

    /// The next step, or how it is afterwards.
    pub fn next(self) {
        if let Some(here) = untrack(|| self.at()) {
            self.go(if here + 1 < self.count() { Stage::At(here + 1) } else { Stage::Ended });
        }
    }

    /// The step before, or what stands before the first.
    pub fn back(self) {
        if let Some(here) = untrack(|| self.at()) {
            self.go(here.checked_sub(1).map_or(Stage::Before, Stage::At));
        }
    }

    /// Keeps a use as it is, and says whether it is kept.
    pub fn keep(self, run: &Run) -> bool {
        let guide = self.guide();
        self.state.keep_practice(run.practice(self.tool, guide.questions()))
    }
}
