//! What was found in a list: rows, a button that makes one mine, and the ways to those before and after.

use domain::{
    listed::{Filter, Listed, Row},
    meeting::{self, Held},
};
use markup::{View, html};

use super::Looking;
use crate::{
    components::{
        icon::icon,
        page::{button, card_list, cluster},
    },
    route::Route,
    state::listing::{self, Added},
    words::{dates, groups, listing as words, meetings, number, whole},
};

impl Looking {
    /// The meetings that fit.
    pub(super) fn results(self) -> View {
        let shown = move || {
            self.found.with(|found| {
                let found = found.as_ref()?;
                let skip = self.filter.with_untracked(|filter| whole(filter.skip));
                let count = found.rows.len();
                let sentence = if found.total == 0 { words::no_results().to_owned() } else { words::results(found.total) };
                let which = (found.total > count && count > 0).then(|| {
                    let (from, to) = (number(skip + 1), number(skip + count));
                    html! { <p class="small soft">{words::shown(&from, &to, &number(found.total))}</p> }
                });
                let rows: Vec<View> = found.rows.iter().map(|row| self.row(row)).collect();
                let list = (!rows.is_empty()).then(|| card_list(rows));
                Some(html! { <div role="status"><p><b>{sentence}</b></p>{which}</div>{list}{self.pages(skip, count, found.total)} })
            })
        };
        html! { {shown} }
    }

    fn pages(self, skip: usize, count: usize, all: usize) -> View {
        let step = move |to: u32| {
            move || {
                self.filter.update(|filter| filter.skip = to);
                self.look();
            }
        };
        let now = u32::try_from(skip).unwrap_or(0);
        let before = (skip > 0).then(|| button("secondary", words::earlier(), step(now.saturating_sub(Filter::PAGE))));
        let after = (skip + count < all).then(|| button("secondary", words::later(), step(now + Filter::PAGE)));
        cluster(before.into_iter().chain(after).collect())
    }

    fn row(self, row: &Row) -> View {
        let listed = &row.listed;
        let name = listed.name.to_string();
        let when = match row.next {
            Some((day, at)) => html! { <b>{dates::weekday_short(day)}</b><time>{dates::time(at)}</time> },
            None => html! { <b>{words::no_day()}</b> },
        };
        let place = match listed.held {
            Held::Online | Held::ByPhone => String::new(),
            Held::InPerson | Held::Both => {
                let parts = [&*listed.location, &*listed.address];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            }
        };
        let parts = [
            groups::held(listed.held).to_owned(),
            place,
            row.metres.map_or_else(String::new, |metres| self.away(metres, listed.approximate)),
        ];
        let about = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let region =
            (!listed.region.is_empty()).then(|| html! { <p class="row__note">{listed.region.to_string()}</p> });
        let days: Vec<&str> = row.days.iter().map(groups::weekday).collect();
        let days =
            (days.len() > 1).then(|| html! { <p class="row__note">{meetings::repeats_weekly(&days.join(", "))}</p> });
        let kinds: Vec<View> =
            row.kinds.iter().take(8).map(|kind| html! { <span class="tag">{kind.to_string()}</span> }).collect();
        let kinds = (!kinds.is_empty()).then(|| html! { <p class="cluster" data-gap="1">{kinds}</p> });
        html! {
            <li class="meeting">
                <div class="meeting__when">{when}</div>
                <div class="meeting__body">
                    <h2 class="row__title">{name.clone()}</h2>
                    <p class="row__note">{about}</p>
                    {days}{region}{kinds}{all_told(listed)}{self.adding(row, name)}
                </div>
            </li>
        }
    }

    /// The button that makes it mine, unless it is already or has no time.
    fn adding(self, row: &Row, name: String) -> View {
        let state = self.state;
        if row.meeting(state.today.get_untracked()).is_none() {
            return html! { <p class="small soft">{words::ask()}</p> };
        }
        let row = row.clone();
        let shown = move || {
            if let Some(id) = listing::of_mine(state, &row) {
                return html! { <a class="button" data-kind="quiet" data-flush="" href=Route::Meeting(id).path()>{icon("check")}{words::is_mine()}</a> };
            }
            let (row, said) = (row.clone(), words::added(&name));
            let add = move || match listing::add(state, &row) {
                Added::Now(id) => state.notices.say_with_undo(said.clone(), move || {
                    // It was not there before, so nothing is to come back.
                    let _ = state.take_meeting(id);
                }),
                Added::Before(_) => state.notices.say(words::is_mine()),
                Added::NoTime => state.notices.say(words::ask()),
                Added::NotKept => {}
            };
            html! { <button class="button" type="button" data-kind="people-line" aria-label=words::add_named(&name) on:click=move |_| add()>{icon("plus")}{words::add()}</button> }
        };
        html! { {shown} }
    }

    /// How far away, in miles or kilometres with one decimal.
    fn away(self, metres: u32, approximate: bool) -> String {
        let (unit, miles) = self.unit();
        let tenths = metres.saturating_mul(10) / unit;
        let count = crate::words::date::decimal(&number(whole(tenths / 10)), &number(whole(tenths % 10)));
        let distance = if miles { words::miles(&count) } else { words::km(&count) };
        if approximate { words::about_away(&distance) } else { words::away(&distance) }
    }
}

/// What else the list says of a meeting, folded away: nothing of it is lost.
fn all_told(listed: &Listed) -> Option<View> {
    let known = [
        (words::notes(), &listed.note),
        (words::finding(), &listed.location_note),
        (meetings::link(), &listed.link),
        (words::link_notes(), &listed.link_note),
        (meetings::phone(), &listed.phone),
        (words::phone_notes(), &listed.phone_note),
        (words::group(), &listed.group),
        (words::group_notes(), &listed.group_note),
        (words::web_page(), &listed.url),
        (words::publisher(), &listed.publisher),
    ];
    let known = known.into_iter().map(|(name, value)| (name.to_owned(), value.to_string()));
    let more = listed.more.iter().map(|(name, value)| (name.to_string(), value.to_string()));
    let told: Vec<(String, String)> = known.chain(more).filter(|(_, value)| !value.is_empty()).collect();
    if told.is_empty() {
        return None;
    }
    let leaves = [&listed.link, &listed.url].into_iter().any(|link| meeting::web_address(link).is_some());
    let pages = [listed.link.to_string(), listed.url.to_string()];
    let rows: Vec<View> = told
        .into_iter()
        .map(|(name, value)| {
            let address = if pages.contains(&value) { meeting::web_address(&value) } else { None };
            let value = match address {
                Some(address) => {
                    html! { <a href=address target="_blank" rel="noopener noreferrer">{value}</a> }
                }
                None => html! { {value} },
            };
            html! { <div><dt>{name}</dt><dd>{value}</dd></div> }
        })
        .collect();
    Some(html! {
        <details class="unfold"><summary>{words::all_told()}</summary>
            <dl class="facts">{rows}</dl>
            {leaves.then(|| html! { <p class="small soft">{meetings::leaves()}</p> })}
        </details>
    })
}
