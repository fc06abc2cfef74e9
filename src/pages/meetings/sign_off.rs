//! A sheet to be signed: meetings there were or will be, with lines for signatures, for courts and programmes.

use domain::{
    day::{Day, Minute},
    meeting::{Attendance, Fellowship, Meeting, Presence},
};
use markup::{Signal, View, html};

use crate::{
    components::{
        choice::{check_rows, question, segmented},
        field::Field,
        icon::icon,
        page::{button, cluster, head},
    },
    state::{
        self, AppState,
        meetings::{my_zone, now},
        use_app_state,
    },
    words::{common, dates, errors, groups, meetings, number, report, sign_off as words},
};

/// What the sheet may say of a meeting, in the order of its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Day,
    Time,
    Name,
    Fellowship,
    Held,
    Place,
    Kind,
    Presence,
    Signature,
    PrintedName,
    Remarks,
}

impl Column {
    const ALL: [Self; 11] = [
        Self::Day,
        Self::Time,
        Self::Name,
        Self::Fellowship,
        Self::Held,
        Self::Place,
        Self::Kind,
        Self::Presence,
        Self::Signature,
        Self::PrintedName,
        Self::Remarks,
    ];
    /// What is on it until the person chooses: nothing that names a fellowship or a place.
    const FIRST: [Self; 6] = [Self::Day, Self::Time, Self::Name, Self::Held, Self::Signature, Self::PrintedName];

    fn word(self) -> &'static str {
        match self {
            Self::Day => words::day(),
            Self::Time => words::time(),
            Self::Name => words::meeting(),
            Self::Fellowship => words::fellowship(),
            Self::Held => words::held(),
            Self::Place => words::place(),
            Self::Kind => words::kind(),
            Self::Presence => words::presence(),
            Self::Signature => words::signature(),
            Self::PrintedName => words::printed_name(),
            Self::Remarks => words::remarks(),
        }
    }

    /// Whether it holds words of the person.
    fn is_own(self) -> bool {
        matches!(self, Self::Name | Self::Place | Self::Kind)
    }

    /// Whether it says what the meeting is like, which may change.
    fn may_change(self) -> bool {
        matches!(self, Self::Fellowship | Self::Held | Self::Place | Self::Kind)
    }

    /// Whether it is a line to write on.
    fn is_open(self) -> bool {
        matches!(self, Self::Signature | Self::PrintedName | Self::Remarks)
    }
}

/// Which meetings stand on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    Attended,
    Planned,
    Both,
}

impl Which {
    const ALL: [Self; 3] = [Self::Attended, Self::Planned, Self::Both];

    fn word(self) -> &'static str {
        match self {
            Self::Attended => words::attended(),
            Self::Planned => words::planned(),
            Self::Both => words::both(),
        }
    }

    /// The heading of the sheet. What is only planned is never headed as attended.
    fn title(self) -> &'static str {
        match self {
            Self::Attended => words::title(),
            Self::Planned => words::title_planned(),
            Self::Both => words::title_both(),
        }
    }
}

/// A line of the sheet.
struct Line {
    on: Day,
    at: Option<Minute>,
    name: String,
    meeting: Option<Meeting>,
    /// Whether the meeting was changed after that day, so that nobody knows what it was like then.
    is_changed: bool,
    presence: Option<Presence>,
}

/// How many columns fit on a page that stands upright.
const UPRIGHT: usize = 7;
/// The longest time a sheet covers, in days.
const LONGEST: i32 = 366;

/// The sheet and what it shows.
pub fn page() -> View {
    let state = use_app_state();
    let today = state.today.get_untracked();
    let columns = Signal::new(Column::FIRST.to_vec());
    let which = Signal::new(Which::Attended);
    let empty_lines = Signal::new(0_u8);
    let from = Field::line("from", report::from(), today.plus(-29).to_string()).kind("date");
    let to = Field::line("to", report::to(), today.to_string()).kind("date");
    let days = Signal::new((today.plus(-29), today));
    let choose = move || {
        let day = |field: Field| field.parse(Day::parse, |error| errors::day(error).to_owned());
        let (Some(first), Some(last)) = (day(from), day(to)) else { return };
        if first > last {
            to.error.set(Some(report::wrong_order().to_owned()));
        } else if last.since(first) > LONGEST {
            from.error.set(Some(words::too_long().to_owned()));
        } else {
            days.set((first, last));
        }
    };
    let pick = move |chosen: Which| {
        // Meetings to come lie ahead, those there were behind.
        let first = if chosen == Which::Planned { today } else { today.plus(-29) };
        let last = if chosen == Which::Attended { today } else { today.plus(29) };
        if which.get_untracked() != chosen {
            from.value.set(first.to_string());
            to.value.set(last.to_string());
            choose();
        }
        which.set(chosen);
    };
    let boxes = check_rows(&Column::ALL, Column::word, columns);
    let options = Which::ALL.map(|which| (which, which.word().to_owned())).to_vec();
    let lines = [0, 5, 10, 20].map(|count: u8| (count, number(usize::from(count)))).to_vec();
    html! {
        <div class="no-print">{head(meetings::sign_off(), words::sub(), ())}</div>
        <div class="report">
            <form class="report__options stack no-print" on:submit=move |event| event.prevent_default()>
                {question(words::which(), "", segmented("which", options, move || which.get(), pick))}
                <div class="field-row">{from.view(choose)}{to.view(choose)}</div>
                <fieldset><legend class="question__legend question__legend--small">{report::include()}</legend><div class="report__boxes">{boxes}</div></fieldset>
                {question(words::empty_lines(), "", segmented("lines", lines, move || empty_lines.get(), move |count| empty_lines.set(count)))}
                {cluster(vec![button("primary", html! { {icon("print")}{common::print()} }, state::print)])}
                <p class="small soft">{words::ask_first()}</p>
                <p class="small soft">{report::paper()}</p>
            </form>
            <section class="paper" tabindex="0" aria-label=report::preview()>{move || paper(state, days.get(), which.get(), &columns.get(), empty_lines.get())}</section>
        </div>
    }
}

fn paper(state: AppState, (from, to): (Day, Day), which: Which, columns: &[Column], empty_lines: u8) -> View {
    // Where both stand on one sheet, each line says which it is.
    let needed = |column: Column| which == Which::Both && column == Column::Presence;
    let chosen = |column: &Column| columns.contains(column) || needed(*column);
    let columns: Vec<Column> = Column::ALL.into_iter().filter(chosen).collect();
    let lines = lines(state, (from, to), which);
    let there = lines.iter().filter(|line| line.presence.is_some()).count();
    let heads: Vec<View> = columns.iter().map(|column| html! { <th scope="col">{column.word()}</th> }).collect();
    let mut rows: Vec<View> = lines.iter().map(|line| row(&columns, Some(line))).collect();
    rows.extend((0..empty_lines).map(|_| row(&columns, None)));
    let wide = (columns.len() > UPRIGHT).then_some("");
    let nothing = rows.is_empty().then(|| html! { <p>{words::nothing()}</p> });
    let table = (!rows.is_empty() && !columns.is_empty()).then(|| {
        html! { <table class="table sign-off" data-wide=wide><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> }
    });
    let elsewhere = lines.iter().filter_map(|line| line.meeting.as_ref()).any(|meeting| meeting.zone.is_some());
    let zone = my_zone().filter(|_| elsewhere).map(|zone| {
        html! { <p class="paper__cap">{words::times_in(&groups::zone(&zone))}</p> }
    });
    let is_left_empty = columns.iter().any(|column| column.may_change())
        && lines.iter().any(|line| line.is_changed && line.meeting.is_some());
    let left_empty = is_left_empty.then(|| html! { <p class="small soft no-print">{words::left_empty()}</p> });
    let count = (which != Which::Planned).then(|| html! { <p class="paper__cap">{words::count(there)}</p> });
    html! {
        <header class="paper__head">
            <div class="paper__title">
                <svg class="paper__mark" viewBox="0 0 32 32" aria-hidden="true"><use href="#i-paper"></use></svg>
                <div><h2 class="paper__h1">{which.title()}</h2><p>{report::span(&dates::full(from), &dates::full(to), &dates::full(state.today.get_untracked()))}</p></div>
            </div>
            <dl class="paper__who"><div><dt>{report::name()}</dt><dd></dd></div><div><dt>{words::case()}</dt><dd></dd></div></dl>
        </header>
        <p class="paper__note">{words::self_reported()}</p>
        {left_empty}
        {nothing}{table}{zone}{count}
    }
}

/// One line; without a meeting it is empty, to be filled in by hand.
fn row(columns: &[Column], line: Option<&Line>) -> View {
    let cells: Vec<View> = columns
        .iter()
        .map(|column| {
            let open = column.is_open().then_some("");
            let own = column.is_own().then_some("");
            html! { <td data-open=open data-own=own>{line.map_or_else(String::new, |line| cell(*column, line))}</td> }
        })
        .collect();
    html! { <tr>{cells}</tr> }
}

fn cell(column: Column, line: &Line) -> String {
    let meeting = line.meeting.as_ref().filter(|_| !line.is_changed);
    let of = |read: &dyn Fn(&Meeting) -> String| meeting.map_or_else(String::new, read);
    match column {
        Column::Day => format!("{} {}", dates::weekday_short(line.on), dates::full(line.on)),
        Column::Time => line.at.map_or_else(String::new, dates::time),
        Column::Name => line.name.clone(),
        Column::Fellowship => of(&|meeting| match meeting.fellowship {
            // On paper that would be no answer.
            Fellowship::Other => String::new(),
            named => groups::fellowship(named).to_owned(),
        }),
        Column::Held => match line.presence {
            Some(Presence::WentOnline) => meetings::online().to_owned(),
            _ => of(&|meeting| groups::held(meeting.held).to_owned()),
        },
        Column::Place => of(&|meeting| if meeting.has_room() { meeting.place.to_string() } else { String::new() }),
        Column::Kind => of(&|meeting| meeting.kinds.iter().map(|kind| kind.to_string()).collect::<Vec<_>>().join(", ")),
        Column::Presence => line.presence.map_or(words::planned(), groups::attended).to_owned(),
        Column::Signature | Column::PrintedName | Column::Remarks => String::new(),
    }
}

/// The meetings of these days, in order. One that was missed is on no sheet.
fn lines(state: AppState, (from, to): (Day, Day), which: Which) -> Vec<Line> {
    let mut lines = Vec::new();
    if which != Which::Planned {
        let there: Vec<Attendance> = state.more().attendances.with(|all| {
            let within = |one: &&Attendance| from <= one.on && one.on <= to && one.presence.is_there();
            all.iter().map(|(_, one)| one).filter(within).cloned().collect()
        });
        lines.extend(there.into_iter().map(|one| Line {
            on: one.on,
            at: one.at,
            name: one.name.to_string(),
            meeting: one.meeting.and_then(|id| state.more().meetings.get(id)),
            is_changed: one.meeting.is_some_and(|id| !state.was_so(id, one.on)),
            presence: Some(one.presence),
        }));
    }
    if which != Which::Attended {
        let today = state.today.get();
        let planned = state
            .occurrences(from.max(today), to)
            .into_iter()
            .filter(|one| !one.has_begun(now()) && state.answer_to(one).is_none());
        lines.extend(planned.filter_map(|one| {
            let meeting = state.more().meetings.get(one.meeting).filter(|meeting| meeting.going)?;
            let name = meeting.name.to_string();
            Some(Line { on: one.on, at: Some(one.at), name, meeting: Some(meeting), is_changed: false, presence: None })
        }));
    }
    lines.sort_by_key(|line| (line.on, line.at));
    lines
}
