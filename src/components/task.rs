//! Something to do at a time, with a square that becomes a leaf.

use markup::{Act, View, html};

/// One task.
pub struct Task {
    /// What to do.
    pub title: String,
    /// When.
    pub when: String,
    /// Whether it is done.
    pub done: bool,
    /// Whether it is with people.
    pub together: bool,
    /// Hears whether it is done now.
    pub on_toggle: Act<bool>,
}

impl Task {
    /// The task as a line of a list, with what may be done beside it.
    pub fn view(self, beside: View) -> View {
        let Self { title, when, done, together, on_toggle } = self;
        html! {
            <li class="task">
                <label class="task__main">
                    <input class="tick" type="checkbox" data-tone=together.then_some("people") prop:checked=done
                        on:change:target=move |event| on_toggle(event.target().checked())/>
                    <span class="task__text"><span class="task__title">{title}</span><span class="task__meta">{when}</span></span>
                </label>
                {beside}
            </li>
        }
    }
}
