//! A first meeting: what happens, what to say and leave unsaid, and how to start one. It prints with all its folds open.

use domain::day::Day;
use markup::{Signal, View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        fold::fold,
        icon::icon,
        page::{button, button_link, cluster, head},
    },
    route::Route,
    state,
    words::{common, dates, guide as words, learn},
};

/// A sentence with the numbers of the facts it keeps to; plain advice has none.
struct Item(fn() -> &'static str, &'static [&'static str]);

/// A fold of the guide.
struct Part {
    title: fn() -> &'static str,
    items: &'static [Item],
    /// Whether its sentences are steps in an order.
    steps: bool,
    /// What needs a second look, with its facts.
    care: Option<Item>,
}

const PARTS: [Part; 9] = [
    Part {
        title: words::happens,
        items: &[
            Item(words::happens_1, &["7.20"]),
            Item(words::happens_2, &["7.21"]),
            Item(words::happens_3, &["7.23"]),
            Item(words::happens_4, &["7.23"]),
            Item(words::happens_5, &["7.24"]),
            Item(words::happens_6, &["7.20"]),
        ],
        steps: false,
        care: None,
    },
    Part {
        title: words::arrive,
        items: &[
            Item(words::arrive_1, &["7.35"]),
            Item(words::arrive_2, &["7.20"]),
            Item(words::arrive_3, &["7.25"]),
            Item(words::arrive_4, &["7.21"]),
        ],
        steps: false,
        care: None,
    },
    Part {
        title: words::say,
        items: &[
            Item(words::say_1, &[]),
            Item(words::say_2, &["7.22"]),
            Item(words::say_3, &["7.22"]),
            Item(words::say_4, &[]),
            Item(words::say_5, &[]),
        ],
        steps: false,
        care: None,
    },
    Part {
        title: words::unsaid,
        items: &[
            Item(words::unsaid_1, &["7.22"]),
            Item(words::unsaid_2, &["7.31"]),
            Item(words::unsaid_3, &["1.40"]),
            Item(words::unsaid_4, &["7.32"]),
            Item(words::unsaid_5, &[]),
        ],
        steps: false,
        care: None,
    },
    Part {
        title: words::manners,
        items: &[
            Item(words::manners_1, &["7.30"]),
            Item(words::manners_2, &["7.30"]),
            Item(words::manners_3, &["7.30"]),
            Item(words::manners_4, &["7.31"]),
            Item(words::manners_5, &["7.31"]),
        ],
        steps: false,
        care: None,
    },
    Part {
        title: words::medicine,
        items: &[
            Item(words::medicine_1, &["2.36", "1.07"]),
            Item(words::medicine_2, &["7.14"]),
            Item(words::medicine_3, &["7.14"]),
            Item(words::medicine_4, &["7.11"]),
            Item(words::medicine_5, &["7.32"]),
        ],
        steps: false,
        care: Some(Item(words::medicine_care, &["7.14", "2.40", "3.40", "3.48"])),
    },
    Part {
        title: words::online,
        items: &[
            Item(words::online_1, &["7.20"]),
            Item(words::online_2, &[]),
            Item(words::online_3, &[]),
            Item(words::online_4, &["7.30"]),
            Item(words::online_5, &[]),
        ],
        steps: false,
        care: None,
    },
    Part {
        title: words::leave,
        items: &[
            Item(words::leave_1, &["7.25"]),
            Item(words::leave_2, &["7.32"]),
            Item(words::leave_3, &["7.32"]),
            Item(words::leave_4, &["7.32"]),
            Item(words::leave_5, &["7.26"]),
        ],
        steps: false,
        care: None,
    },
    Part {
        title: words::start,
        items: &[
            Item(words::start_1, &[]),
            Item(words::start_2, &[]),
            Item(words::start_3, &["7.20"]),
            Item(words::start_4, &["7.21"]),
            Item(words::start_5, &["7.22", "7.30", "7.31"]),
            Item(words::start_6, &[]),
            Item(words::start_7, &["3.14", "4.27"]),
            Item(words::start_8, &[]),
        ],
        steps: true,
        care: None,
    },
];

/// When its facts were last looked at.
const REVIEWED: &str = "2026-11-27";

/// The guide.
pub fn page() -> View {
    // The first fold is open; all of them are when it is asked for, and on paper.
    let all = Signal::new(false);
    let folds: Vec<View> = PARTS
        .into_iter()
        .enumerate()
        .map(|(place, part)| fold((part.title)(), move || all.get() || place == 0, body(&part)))
        .collect();
    let print = move || {
        all.set(true);
        // Once the folds have opened.
        state::after(0, state::print);
    };
    let reviewed = Day::parse(REVIEWED).map_or_else(|_| String::new(), dates::full);
    html! {
        {head(words::title(), words::sub(), ())}
        <div class="stack measure guide" data-gap="3">
            <div class="no-print">{cluster(vec![
                button("secondary", move || if all.get() { words::close_all() } else { words::open_all() }, move || all.update(|all| *all = !*all)),
                button("quiet", html! { {icon("print")}{common::print()} }, print),
            ])}</div>
            {folds}
            <section class="sources" aria-labelledby="sources">
                <h2 id="sources">{learn::sources()}</h2>
                <ul>
                    <li>{words::source_na()}</li>
                    <li>{words::source_smart()}</li>
                    <li>{words::source_mara()}</li>
                    <li>{words::source_weiss()}</li>
                    <li>{words::source_tip()}</li>
                </ul>
                <p>{learn::reviewed(&reviewed)}</p>
                <h3>{learn::limits()}</h3>
                <p>{words::limits()}</p>
            </section>
            <div class="no-print">{cluster(vec![button_link("secondary", Route::Lesson("groups".into()).path(), "learn", words::lesson())])}</div>
        </div>
    }
}

fn body(part: &Part) -> View {
    let items: Vec<View> =
        part.items.iter().map(|Item(said, facts)| html! { <li data-facts=cited(facts)>{said()}</li> }).collect();
    let list = if part.steps {
        html! { <ol class="fold__list">{items}</ol> }
    } else {
        html! { <ul class="fold__list">{items}</ul> }
    };
    let care = part
        .care
        .as_ref()
        .map(|Item(said, facts)| callout(Kind::HeadsUp, "", html! { <p data-facts=cited(facts)>{said()}</p> }));
    html! { {list}{care} }
}

fn cited(facts: &[&str]) -> Option<String> {
    (!facts.is_empty()).then(|| facts.join(" "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn every_fact_cited_exists() {
        let listed: BTreeSet<&str> =
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/content/facts.txt")).lines().collect();
        for part in &PARTS {
            for Item(_, facts) in part.items.iter().chain(&part.care) {
                assert!(facts.iter().all(|fact| listed.contains(fact)), "{facts:?}");
            }
        }
    }

    #[test]
    fn stopping_a_medicine_is_never_spoken_of_without_the_danger() {
        let cited = PARTS.iter().find_map(|part| part.care.as_ref()).map(|Item(_, facts)| *facts);
        assert!(cited.is_some_and(|facts| facts.contains(&"3.40") && facts.contains(&"3.48")));
    }
}
