//! What others can see of the record, and what they can't.

use markup::{View, html};

use crate::{
    components::page::{head, section},
    words::{privacy, settings},
};

/// What others can see.
pub fn page() -> View {
    let can = vec![
        privacy::can_device(),
        privacy::can_tools(),
        privacy::can_history(),
        privacy::can_network(),
        privacy::can_files(),
        privacy::can_call(),
    ];
    let cannot = vec![
        privacy::cannot_us(),
        privacy::cannot_ads(),
        privacy::cannot_sites(),
        privacy::cannot_backup(),
        privacy::cannot_locked(),
    ];
    html! {
        {head(privacy::title(), privacy::sub(), ())}
        <div class="split" data-even="">
            <div class="stack" data-gap="section">{section(privacy::can(), (), list(can))}</div>
            <div class="stack" data-gap="section">
                {section(privacy::cannot(), (), list(cannot))}
                {section(privacy::hide(), (), html! {
                    <div class="card"><div class="stack" data-gap="2"><p>{settings::hide_does()}</p><p class="soft">{settings::hide_cannot()}</p><p class="soft">{privacy::shared()}</p></div></div>
                })}
            </div>
        </div>
    }
}

fn list(sentences: Vec<&'static str>) -> View {
    let items: Vec<View> = sentences.into_iter().map(|sentence| html! { <li>{sentence}</li> }).collect();
    html! { <div class="card"><ul class="plain-list">{items}</ul></div> }
}
