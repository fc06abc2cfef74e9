//! A version of the story being written or changed. What is typed survives a reload.

use domain::{
    draft::NEW_STORY,
    id::Id,
    story::{self, LENGTHS, Listener, Story},
    text::{Note, Title},
};
use markup::{Act, Signal, View, act, html};

use crate::{
    components::{
        callout::restored,
        choice::question,
        field::Field,
        page::{button, form, head, submit},
        pick::pick,
    },
    route::Route,
    state::{AppState, drafts::Slot, new_id, use_app_state},
    words::{common, errors, experience, number, story as words},
};

/// The page of a new version.
pub fn page() -> View {
    let state = use_app_state();
    view(None, act(move |()| state.open_page(Route::Stories)))
}

/// What stands in the form.
#[derive(Clone, Copy)]
struct Form {
    state: AppState,
    id: Option<Id<Story>>,
    title: Field,
    listener: Signal<Listener>,
    parts: [Field; 4],
}

impl Form {
    /// The form as it was left, or as the version stands.
    fn open(state: AppState, id: Option<Id<Story>>) -> Self {
        let known = id.and_then(|id| state.more().stories.get_untracked(id));
        let texts = match (state.left(&slot(id)), &known) {
            (Some(texts), _) => texts,
            (None, Some(known)) => texts_of(known),
            (None, None) => vec![words::title().to_owned(), place(Listener::Group)],
        };
        let text = |place: usize| texts.get(place).cloned().unwrap_or_default();
        let listener = text(1).parse().ok().and_then(|place: usize| Listener::ALL.get(place).copied());
        let part = |field, label, hint, place| Field { lines: 5, ..Field::lines(field, label, text(place)) }.hint(hint);
        Self {
            state,
            id,
            title: Field::line("title", words::name(), text(0)),
            listener: Signal::new(listener.unwrap_or(Listener::Group)),
            parts: [
                part("before", words::before(), words::before_hint(), 2),
                part("turn", words::turn(), words::turn_hint(), 3),
                part("now", words::now(), words::now_hint(), 4),
                part("message", words::message(), words::message_hint(), 5),
            ],
        }
    }

    fn texts(self) -> Vec<String> {
        let mut texts = vec![self.title.value.get_untracked(), place(self.listener.get_untracked())];
        texts.extend(self.parts.map(|part| part.value.get_untracked()));
        texts
    }

    /// Keeps what is typed, unless it is what a version already says, or a new one says nothing yet.
    fn keep_draft(self) {
        let texts = self.texts();
        let known = self.id.and_then(|id| self.state.more().stories.get_untracked(id));
        let said = if let Some(known) = known {
            texts != texts_of(&known)
        } else {
            self.parts.iter().any(|part| part.value.with_untracked(|text| !text.trim().is_empty()))
        };
        self.state.keep_left(&slot(self.id), &if said { texts } else { Vec::new() });
    }

    /// How many words stand in the four parts; tracked.
    fn words(self) -> usize {
        self.parts.iter().map(|part| part.value.with(|text| story::words_of(text))).sum()
    }

    /// The version as typed; what is wrong stands at its field.
    fn parse(self) -> Option<Story> {
        let title = self.title.parse(Title::parse, errors::text);
        let [before, turn, now, message] = self.parts.map(|part| part.parse(Note::parse, errors::text));
        let story = Story {
            title: title?,
            listener: self.listener.get_untracked(),
            before: before?,
            turn: turn?,
            now: now?,
            message: message?,
        };
        if story.words() == 0 {
            let [first, ..] = self.parts;
            first.error.set(Some(words::empty().to_owned()));
            return None;
        }
        Some(story)
    }
}

/// The form. `on_close` is called after saving and on cancelling.
pub fn view(id: Option<Id<Story>>, on_close: Act<()>) -> View {
    let state = use_app_state();
    let form_here = Form::open(state, id);
    let known = id.and_then(|id| state.more().stories.get_untracked(id));
    let is_restored = known.is_some_and(|known| state.is_begun(&slot(id), &texts_of(&known)));
    let seen = Signal::new(id.and_then(|id| state.more().stories.seen(id)));
    let changed = move || form_here.keep_draft();
    let on_saved = on_close.clone();
    let save = move || {
        let Some(story) = form_here.parse() else { return };
        if state.keep(state.more().stories.put_over(id.unwrap_or_else(new_id), seen.get_untracked(), Some(story))) {
            state.keep_left(&slot(id), &[]);
            on_saved(());
        } else {
            // What stands there now has been shown: saving again is meant.
            seen.set(id.and_then(|id| state.more().stories.seen(id)));
        }
    };
    let cancel = move || {
        if let Some(id) = id {
            drop_changes(state, id);
        }
        on_close(());
    };
    let listeners = Listener::ALL.map(|listener| (listener, experience::listener(listener))).to_vec();
    let choose = move |chosen| {
        form_here.listener.set(chosen);
        changed();
    };
    let [before, turn, now, message] = form_here.parts;
    let body = html! {
        {form_here.title.view(changed)}
        {question(words::listener(), "", html! {
            {pick("listener", listeners, move || form_here.listener.get(), choose)}
            <p class="small soft" role="status">{move || experience::tip(form_here.listener.get())}</p>
        })}
        <p class="small soft">{words::hard()}</p>
        {before.view(changed)}
        {turn.view(changed)}
        {now.view(changed)}
        {message.view(changed)}
        {length(&form_here)}
        <div class="save-bar">{submit(common::save())}{button("quiet", common::cancel(), cancel)}</div>
    };
    html! {
        {head(if id.is_some() { words::edit_title() } else { words::write() }, words::sub(), ())}
        <div class="stack" data-gap="6">
            {restored(is_restored)}
            {form("stack measure", "6", save, body)}
        </div>
    }
}

/// How long it is, beside lengths to compare it with.
fn length(form: &Form) -> View {
    let form = *form;
    let here = move || {
        let count = form.words();
        (count > 0).then(|| format!("{} · {}", words::words(count), experience::aloud(story::seconds_of(count))))
    };
    let marks: Vec<View> = LENGTHS
        .map(|minutes| {
            let minutes = usize::from(minutes);
            html! { <li>{words::mark(&number(minutes), &number(story::words_in(minutes)))}</li> }
        })
        .into();
    html! {
        <section class="card" data-tone="quiet" aria-labelledby="length">
            <h2 class="reasons__title" id="length">{words::length()}</h2>
            <p class="story__length">{here}</p>
            <ul class="story__marks small soft">{marks}</ul>
            <p class="small soft">{words::orientation()}</p>
        </section>
    }
}

/// Puts the changes aside and offers them back.
fn drop_changes(state: AppState, id: Id<Story>) {
    let Some(known) = state.more().stories.get_untracked(id) else { return };
    let story = (state.more().stories, id);
    state.drop_left(&slot(Some(id)), story, &texts_of(&known), move || state.open_page(Route::Story(id)));
}

/// Begins to change a version, so that its page opens with the form.
pub fn begin(state: AppState, id: Id<Story>) {
    if let Some(known) = state.more().stories.get_untracked(id) {
        state.keep_left(&slot(Some(id)), &texts_of(&known));
    }
}

/// Whether a version is being changed.
pub fn is_begun(state: AppState, id: Id<Story>) -> bool {
    state.left(&slot(Some(id))).is_some()
}

/// Forgets what was being changed of a version that goes. What comes back brings it there again.
pub fn forget(state: AppState, id: Id<Story>) -> impl Fn() + 'static {
    state.take_left(&slot(Some(id)))
}

/// Where the draft lies: that of a version under the id of the version.
fn slot(id: Option<Id<Story>>) -> Slot {
    id.map_or_else(|| Slot::at(NEW_STORY), Slot::of)
}

fn place(listener: Listener) -> String {
    number(Listener::ALL.iter().position(|one| *one == listener).unwrap_or(0))
}

fn texts_of(story: &Story) -> Vec<String> {
    let mut texts = vec![story.title.to_string(), place(story.listener)];
    texts.extend(story.parts().map(|part| part.to_string()));
    texts
}
