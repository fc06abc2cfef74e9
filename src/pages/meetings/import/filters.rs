//! What is asked of a list: words, days, time of day, in a room or online, kind, how far, and which ones first.

use domain::{
    day::Minute,
    listed::{Filter, Near, Order, Point, Summary, Way},
    settings::Country,
    text::Title,
};
use leptos::prelude::untrack;
use markup::{View, html};

use super::Looking;
use crate::{
    components::{
        choice::{chip, chips, question, segmented},
        select::select,
    },
    words::{groups, listing as words, number, whole},
};

/// A part of the day, as people look for meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Any,
    Morning,
    Afternoon,
    Evening,
}

impl Part {
    const ALL: [Self; 4] = [Self::Any, Self::Morning, Self::Afternoon, Self::Evening];

    fn word(self) -> &'static str {
        match self {
            Self::Any => words::any(),
            Self::Morning => words::morning(),
            Self::Afternoon => words::afternoon(),
            Self::Evening => words::evening(),
        }
    }

    /// From when until when; the evening lasts into the night.
    fn hours(self) -> Option<(u16, u16)> {
        match self {
            Self::Any => None,
            Self::Morning => Some((5 * 60, 12 * 60 - 1)),
            Self::Afternoon => Some((12 * 60, 17 * 60 - 1)),
            Self::Evening => Some((17 * 60, 5 * 60 - 1)),
        }
    }

    fn of(filter: &Filter) -> Self {
        let hours = filter.from.zip(filter.until).map(|(from, until)| (u16::from(from), u16::from(until)));
        Self::ALL.into_iter().find(|part| part.hours() == hours).unwrap_or(Self::Any)
    }
}

const ORDERS: [Order; 4] = [Order::Next, Order::Week, Order::Distance, Order::Name];
/// How far one may look, in whole miles or kilometres.
const FAR: [u32; 6] = [1, 3, 5, 10, 25, 50];

impl Looking {
    /// How many metres a mile or a kilometre has, and whether it is a mile.
    pub(super) fn unit(self) -> (u32, bool) {
        let miles = matches!(self.state.country(), Some(Country::UnitedStates | Country::UnitedKingdom));
        (if miles { 1609 } else { 1000 }, miles)
    }

    /// All there is to choose.
    pub(super) fn filters(self, summary: &Summary) -> View {
        let typed = move || {
            let words = self.typed.value.get_untracked();
            self.ask(|filter| filter.words = words);
        };
        let days: Vec<View> = (0..7)
            .map(|day: u8| {
                chip(
                    groups::weekday(day),
                    move || self.filter.with(|filter| filter.days.has(day)),
                    move |is_in| {
                        self.ask(|filter| filter.days = filter.days.with(day, is_in));
                    },
                )
            })
            .collect();
        let parts = Part::ALL.map(|part| (part, part.word().to_owned())).to_vec();
        let pick_part = move |part: Part| {
            let hours = part.hours();
            self.ask(|filter| {
                filter.from = hours.map(|(from, _)| Minute::from(from));
                filter.until = hours.map(|(_, until)| Minute::from(until));
            });
        };
        let ways =
            [(None, words::any()), (Some(Way::InPerson), words::in_person()), (Some(Way::Online), words::online())];
        let ways = ways.map(|(way, word)| (way, word.to_owned())).to_vec();
        html! {
            {self.typed.view(typed)}
            {question(words::days(), "", chips(days))}
            {question(words::time(), "", segmented("part", parts, move || self.filter.with(Part::of), pick_part))}
            {question(words::way(), "", segmented("way", ways, move || self.filter.with(|filter| filter.way), move |way| self.ask(|filter| filter.way = way)))}
            {self.kinds(summary)}
            {(summary.placed > 0).then(|| self.places())}
            {self.order()}
        }
    }

    fn kinds(self, summary: &Summary) -> View {
        if summary.kinds.is_empty() {
            return View::empty();
        }
        let mut options: Vec<(String, String)> = vec![(String::new(), words::any_kind().to_owned())];
        options.extend(
            summary
                .kinds
                .iter()
                .map(|(code, name, count)| (code.to_string(), words::kind_count(name, &number(whole(*count))))),
        );
        select("list-kind", words::kind(), "", options, "", move |code| {
            self.ask(|filter| filter.kinds = Title::parse(&code).into_iter().collect());
        })
    }

    /// A place to count from, typed by hand, and how far.
    fn places(self) -> View {
        let (unit, miles) = self.unit();
        let move_to = move || {
            let typed = self.place.value.get_untracked();
            if typed.trim().is_empty() {
                self.ask(|filter| filter.near = None);
                return;
            }
            let Some(point) = Point::parse(&typed) else {
                self.place.error.set(Some(words::wrong_place().to_owned()));
                return;
            };
            self.ask(|filter| {
                let metres = filter.near.and_then(|near| near.metres);
                filter.near = Some(Near { point, metres });
                filter.order = Order::Distance;
            });
        };
        let mut options = vec![(String::new(), words::far_any().to_owned())];
        options.extend(FAR.map(|count| {
            let word = number(whole(count));
            ((count * unit).to_string(), if miles { words::miles(&word) } else { words::km(&word) })
        }));
        let far = move |metres: String| {
            self.ask(|filter| {
                if let Some(near) = &mut filter.near {
                    near.metres = metres.parse().ok();
                }
            });
        };
        let is_placed = move || {
            let is_placed = self.filter.with(|filter| filter.near.is_some());
            let (options, far) = (options.clone(), far);
            untrack(|| is_placed.then(|| select("list-far", words::far(), "", options, "", far)))
        };
        html! { <div class="stack" data-gap="2">{self.place.view(move_to)}<p class="small soft">{words::place_hint()}</p></div>{is_placed} }
    }

    fn order(self) -> View {
        let word = |order: Order| match order {
            Order::Next => words::order_next(),
            Order::Week => words::order_week(),
            Order::Distance => words::order_near(),
            Order::Name => words::order_name(),
        };
        let pick = move |value: String| {
            let order = value.parse::<usize>().ok().and_then(|place| ORDERS.get(place)).copied().unwrap_or_default();
            self.ask(|filter| filter.order = order);
        };
        let shown = move || {
            let is_placed = self.filter.with(|filter| filter.near.is_some());
            let now = self.filter.with(|filter| filter.order);
            let options = ORDERS
                .iter()
                .enumerate()
                .filter(|(_, order)| is_placed || **order != Order::Distance)
                .map(|(place, order)| (place.to_string(), word(*order).to_owned()))
                .collect();
            let chosen = ORDERS.iter().position(|order| *order == now).unwrap_or(0).to_string();
            untrack(|| select("list-order", words::order(), "", options, &chosen, pick))
        };
        html! { {shown} }
    }
}
